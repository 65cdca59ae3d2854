"""What makers state in places of their own: facts of RW2, ORF, CR3 and RAF, sizes, and directories that lie far behind."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from decimal import Decimal

import pytest
from PIL import Image

from surveyor_app.media.examining import examine_bytes
from surveyor_app.media.paged import answer_page
from surveyor_app.media.render_jobs import RenderJob
from surveyor_app.media.rendering import answer_render
from surveyor_app.media.sniffing import HEAD_BYTES, sniffed_facts
from tests.media.made_files import encoded, quadrants
from tests.media.made_maker_files import canon, fuji, olympus, panasonic
from tests.media.made_raws import jpeg, tiff_raw

INSIDE = jpeg(1200, 900)
MAKERS: dict[str, tuple[Callable[..., bytes], str | None]] = {
    "rw2": (panasonic, "Panasonic"),
    "orf": (olympus, "OLYMPUS CORPORATION"),
    "cr3": (canon, "Canon"),
    "raf": (fuji, None),
}


def shape(data: bytes | None) -> tuple[int, int]:
    assert data is not None
    with Image.open(io.BytesIO(data)) as picture:
        return picture.size


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("smaller", [b"", jpeg(160, 120)])
def test_photo_and_picture_inside_have_their_facts(name: str, smaller: bytes) -> None:
    made, maker = MAKERS[name]
    found = examine_bytes(made(INSIDE) + smaller)
    facts = found.facts
    assert facts.format == name
    assert (facts.width_px, facts.height_px) == (4000, 3000)
    assert (facts.shown_width_px, facts.shown_height_px) == shape(found.preview) == (1200, 900)
    assert (facts.taken_at, facts.taken_subsec, facts.taken_offset) == ("2026-11-20T10:00:00", "25", "+08:00")
    assert facts.make == maker
    assert (found.problem, facts.exif_problem) == (None, None)


@pytest.mark.parametrize("name", ["rw2", "orf", "cr3"])
@pytest.mark.parametrize(
    ("orientation", "turned"), [(1, (1200, 900)), (3, (1200, 900)), (6, (900, 1200)), (8, (900, 1200))]
)
def test_the_picture_inside_is_turned_as_the_maker_says(name: str, orientation: int, turned: tuple[int, int]) -> None:
    found = examine_bytes(MAKERS[name][0](INSIDE, orientation))
    assert found.facts.orientation == orientation
    assert shape(found.preview) == turned


def test_canon_keeps_the_place_in_a_box() -> None:
    facts = examine_bytes(canon(INSIDE)).facts
    assert (facts.gps_lat, facts.gps_lon) == (Decimal("31.2302778"), Decimal("121.4736111"))


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("share", [0.01, 0.05, 0.2, 0.5, 0.9])
def test_a_cut_file_is_no_error(name: str, share: float) -> None:
    whole = MAKERS[name][0](INSIDE)
    cut = whole[: max(20, round(len(whole) * share))]
    assert examine_bytes(cut).facts.format == name
    assert examine_bytes(whole.replace(b"\x00\x00", b"\xff\xff")).facts is not None


def far(raw: bytes) -> bytes:
    """Return a raw file whose directories lie behind the first bytes that tell formats apart."""
    moved, order = 3 * HEAD_BYTES, "<"
    (first,) = struct.unpack_from(f"{order}L", raw, 4)
    (count,) = struct.unpack_from(f"{order}H", raw, first)
    copy = raw[first : first + 2 + 12 * count + 4]
    body = raw.ljust(len(raw) + moved, b"\0")
    return body[:4] + struct.pack(f"{order}L", len(body)) + body[8:] + copy


@pytest.mark.parametrize(
    ("name", "make", "dng"), [("dng", "Acme", True), ("nef", "NIKON", False), ("srw", "SAMSUNG", False)]
)
def test_directories_at_the_end_tell_the_maker_too(name: str, make: str, dng: bool) -> None:
    raw = far(tiff_raw(make, INSIDE, (1200, 900), dng=dng))
    assert sniffed_facts(raw[:8] + bytes(HEAD_BYTES)).format == "tiff"
    found = examine_bytes(raw)
    assert (found.facts.format, shape(found.preview)) == (name, (1200, 900))
    assert shape(answer_render(RenderJob(600).to_json(), io.BytesIO(raw)).preview) == (600, 450)


def scan(pages: int) -> bytes:
    return encoded(quadrants(), "TIFF", save_all=True, append_images=[quadrants(60 + n, 40) for n in range(1, pages)])


def burst(pictures: int, form: str = "HEIF") -> bytes:
    return encoded(
        quadrants(128, 96), form, save_all=True, append_images=[quadrants(64, 64 + 2 * n) for n in range(1, pictures)]
    )


@pytest.mark.parametrize(("data", "pages"), [(scan(3), 3), (scan(12), 12), (burst(4), 4), (burst(2), 2)])
def test_every_page_and_every_picture_of_a_burst_is_told_of_and_shown(data: bytes, pages: int) -> None:
    assert examine_bytes(data).facts.pages == pages
    for number in range(pages):
        page = answer_page({"number": number, "longest_px": 400}, io.BytesIO(data))
        assert page.pages == pages
        assert page.preview is not None
    assert answer_page({"number": pages, "longest_px": 400}, io.BytesIO(data)).preview is None


@pytest.mark.parametrize("data", [scan(1), burst(1), encoded(quadrants(), "JPEG"), encoded(quadrants(), "PNG")])
def test_one_page_is_not_counted(data: bytes) -> None:
    assert examine_bytes(data).facts.pages is None


def test_a_heif_that_is_turned_or_cropped_says_its_stored_size_too() -> None:
    plain = burst(1)
    assert examine_bytes(plain).facts.coded_width_px is None
    # 48 by 32 of the middle (ISO/IEC 14496-12, 12.1.4).
    clap = struct.pack(">LLLLLLLL", 48, 1, 32, 1, 0, 1, 0, 1)
    found = examine_bytes(with_property(plain, struct.pack(">L4s", 8 + len(clap), b"clap") + clap))
    assert (found.facts.width_px, found.facts.height_px) == shape(found.preview) == (48, 32)
    assert (found.facts.coded_width_px, found.facts.coded_height_px) == (128, 96)
    turned = examine_bytes(with_property(plain, struct.pack(">L4sB", 9, b"irot", 1)))
    assert (turned.facts.width_px, turned.facts.height_px) == shape(turned.preview) == (96, 128)
    assert (turned.facts.coded_width_px, turned.facts.coded_height_px) == (128, 96)


def with_property(heif: bytes, box: bytes) -> bytes:
    """Return a HEIF of one picture with one more property of it, of all boxes the sizes mended and the places of its data."""
    data = bytearray(heif)
    ipco, ipma = data.index(b"ipco") - 4, data.index(b"ipma") - 4
    (size,) = struct.unpack_from(">L", data, ipco)
    many_at = ipma + 8 + 4 + 4 + 2
    properties, at = 0, ipco + 8
    while at < ipco + size:
        properties += 1
        at += struct.unpack_from(">L", data, at)[0]
    grown = {b"meta": len(box) + 1, b"iprp": len(box) + 1, b"ipco": len(box), b"ipma": 1}
    for name, more in grown.items():
        place = data.index(name) - 4
        struct.pack_into(">L", data, place, struct.unpack_from(">L", data, place)[0] + more)
    many = data[many_at]
    data[many_at] = many + 1
    iloc = data.index(b"iloc")
    mdat = data.index(b"mdat") + 4
    places = [n for n in range(iloc, ipco) if struct.unpack_from(">L", data, n)[0] == mdat]
    for place in places:
        struct.pack_into(">L", data, place, mdat + len(box) + 1)
    data[many_at + 1 + many : many_at + 1 + many] = bytes([0x80 | (properties + 1)])
    data[ipco + size : ipco + size] = box
    return bytes(data)
