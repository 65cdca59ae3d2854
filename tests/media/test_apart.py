"""What pictures say beside EXIF: XMP, IPTC and a thermal camera's own block stand in where EXIF says nothing, and are named."""

from __future__ import annotations

import io
import struct
from decimal import Decimal

import pytest
from PIL import Image

from surveyor_app.media.examining import examine_bytes
from surveyor_app.media.facts import Facts
from surveyor_app.media.found_times import Unclear
from tests.media.made_files import encoded, exif, quadrants

XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description {}>{}</rdf:Description></rdf:RDF></x:xmpmeta>'


def with_xmp(attributes: str = "", elements: str = "", format_name: str = "JPEG", **more: object) -> Facts:
    packet = XMP.format(attributes, elements).encode()
    return examine_bytes(encoded(quadrants(), format_name, xmp=packet, **more)).facts


@pytest.mark.parametrize("format_name", ["JPEG", "WEBP", "AVIF"])
@pytest.mark.parametrize(
    ("attributes", "elements", "taken", "name"),
    [
        ('exif:DateTimeOriginal="2026-11-20T10:00:00.25+08:00"', "", ("2026-11-20T10:00:00", "25", "+08:00"), "exif"),
        (
            "",
            "<exif:DateTimeOriginal>2026-11-20T10:00:00</exif:DateTimeOriginal>",
            ("2026-11-20T10:00:00", None, None),
            "exif",
        ),
        ("photoshop:DateCreated='2026-11-20T10:00:00Z'", "", ("2026-11-20T10:00:00", None, "+00:00"), "photoshop"),
        ('xmp:CreateDate="2026-11-20T10:00:00-05:00"', "", ("2026-11-20T10:00:00", None, "-05:00"), "xmp"),
    ],
)
def test_xmp_tells_the_time_where_exif_does_not(
    attributes: str, elements: str, taken: tuple[str, ...], name: str, format_name: str
) -> None:
    found = with_xmp(attributes, elements, format_name)
    assert (found.taken_at, found.taken_subsec, found.taken_offset) == taken
    assert (found.taken_found or "").startswith(f"XMP {name}:")
    assert found.taken_problem is None


def test_exif_goes_before_xmp_and_what_it_refuses_has_no_stand_in() -> None:
    packet = 'exif:DateTimeOriginal="2020-01-01T00:00:00"'
    own = with_xmp(packet, exif=exif(DateTimeOriginal="2026:11:20 10:00:00"))
    assert (own.taken_at, own.taken_found) == ("2026-11-20T10:00:00", None)
    refused = with_xmp(packet, exif=exif(DateTimeOriginal="2026:11:20 14:30:00 AM"))
    assert (refused.taken_at, refused.taken_problem) == (None, Unclear.HALF_DAY_UNCLEAR)
    unset = with_xmp(packet, exif=exif(DateTimeOriginal="0000:00:00 00:00:00"))
    assert unset.taken_at == "2020-01-01T00:00:00"


@pytest.mark.parametrize(
    "attributes",
    [
        'exif:DateTimeOriginal="2026-11-20"',
        'exif:DateTimeOriginal="2026-11-20T25:00:00"',
        'exif:DateTimeOriginal="&lol9;"',
        'xexif:DateTimeOriginal="2026-11-20T10:00:00"',
        'exif:DateTimeOriginal="' + "9" * 30_000 + '"',
    ],
)
def test_what_is_no_time_in_xmp_is_none(attributes: str) -> None:
    assert with_xmp(attributes).taken_at is None


def test_an_unknown_zone_in_xmp_is_told() -> None:
    found = with_xmp('exif:DateTimeOriginal="2026-11-20T10:00:00+99:00"')
    assert (found.taken_at, found.taken_offset, found.taken_problem) == ("2026-11-20T10:00:00", None, "zone_unreadable")


def test_place_and_maker_of_xmp() -> None:
    found = with_xmp(
        'exif:GPSLatitude="31,13.8240N" exif:GPSLongitude="121,28,25.32W" tiff:Make="SONY" tiff:Model="A7"'
    )
    assert (found.gps_lat, found.gps_lon) == (Decimal("31.2304000"), Decimal("-121.4737000"))
    assert (found.make, found.model) == ("SONY", "A7")
    half = with_xmp('exif:GPSLatitude="31,13.8240N" exif:GPSLongitude="191,28.0E"')
    assert (half.gps_lat, half.gps_lon) == (None, None)


def iptc(date: str, time: str) -> bytes:
    """Return a JPEG with a date and a time as agencies write them."""
    data = b"".join(
        b"\x1c\x02" + struct.pack(">BH", number, len(text)) + text.encode() for number, text in ((55, date), (60, time))
    )
    block = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">L", len(data)) + data + b"\0" * (len(data) % 2)
    plain = encoded(quadrants(), "JPEG")
    return plain[:2] + b"\xff\xed" + struct.pack(">H", len(block) + 2) + block + plain[2:]


@pytest.mark.parametrize(
    ("date", "time", "taken"),
    [
        ("20261120", "100000+0800", ("2026-11-20T10:00:00", "+08:00")),
        ("20261120", "100000", ("2026-11-20T10:00:00", None)),
        ("20261120", "", (None, None)),
        ("20261399", "100000", (None, None)),
        ("", "100000+0800", (None, None)),
    ],
)
def test_iptc_tells_the_time_where_nobody_else_does(date: str, time: str, taken: tuple[str | None, str | None]) -> None:
    found = examine_bytes(iptc(date, time)).facts
    assert (found.taken_at, found.taken_offset) == taken


def thermal(order: str, seconds: int, minutes: int, place: tuple[bytes, float, bytes, float] | None = None) -> bytes:
    """Return a JPEG of a thermal camera, its block in two segments."""
    camera = (b"\2\0" if order == "<" else b"\0\2").ljust(900, b"\0") + struct.pack(f"{order}LLh", seconds, 41, minutes)
    records = [(0x20, camera)]
    if place is not None:
        lat, north, lon, east = place
        records.append((0x2B, struct.pack(f"{order}LL2s2sLdd", 1, 0, lat, lon, 0, north, east)))
    at = 64 + 32 * len(records)
    head = b"FFF\0".ljust(0x14, b"\0") + struct.pack(">LLL", 101, 64, len(records))
    listed, content = b"", b""
    for kind, record in records:
        listed += struct.pack(">HHLLLL", kind, 2, 0, 0, at + len(content), len(record)).ljust(32, b"\0")
        content += record
    block = head.ljust(64, b"\0") + listed + content
    plain, half = encoded(quadrants(), "JPEG"), len(block) // 2
    parts = [b"FLIR\0\1" + bytes((number, 1)) + part for number, part in enumerate((block[:half], block[half:]))]
    segments = b"".join(b"\xff\xe1" + struct.pack(">H", len(part) + 2) + part for part in parts)
    return plain[:2] + segments + plain[2:]


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_thermal_camera_tells_time_and_place_in_its_own_block(order: str) -> None:
    found = examine_bytes(thermal(order, 1_795_140_000, -480, (b"N\0", 31.2304, b"W\0", 121.4737))).facts
    assert (found.taken_at, found.taken_subsec, found.taken_offset) == ("2026-11-20T10:00:00", "041", "+08:00")
    assert (found.gps_lat, found.gps_lon) == (Decimal("31.2304000"), Decimal("-121.4737000"))


@pytest.mark.parametrize("cut", [8, 70, 100, 900, 1040])
def test_a_damaged_block_of_a_thermal_camera_tells_nothing(cut: int) -> None:
    whole = thermal("<", 1_795_140_000, -480)
    at = whole.index(b"FFF\0")
    damaged = whole[: at + cut] + bytes(len(whole) - at - cut - 200) + whole[-200:]
    found = examine_bytes(damaged).facts
    assert found.taken_at is None


def test_a_packet_costs_nothing_else() -> None:
    with Image.open(io.BytesIO(encoded(quadrants(), "JPEG", xmp=b"<" * 60_000))) as picture:
        assert picture.size == (80, 48)
    assert examine_bytes(encoded(quadrants(), "JPEG", xmp=b"<exif:DateTimeOriginal " * 2500)).facts.taken_at is None
