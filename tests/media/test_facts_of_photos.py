"""Metadata of pictures, as found."""

from __future__ import annotations

import dataclasses
import struct
from decimal import Decimal
from pathlib import Path

import pillow_heif
import pytest
from PIL import PngImagePlugin
from PIL.TiffImagePlugin import IFDRational

from surveyor_app.media.examining import examine_bytes, examine_path
from surveyor_app.media.facts import Facts, MediaClass, Problem
from tests.media.made_files import encoded, exif, png, quadrants, with_png_chunk


def _facts(**tags: object) -> Facts:
    return examine_bytes(encoded(quadrants(), "JPEG", exif=exif(**tags))).facts


def _rationals(*values: float) -> tuple[IFDRational, ...]:
    return tuple(IFDRational(round(value * 10_000), 10_000) for value in values)


def _place(**changed: object) -> Facts:
    tags: dict[str, object] = {
        "GPSLatitudeRef": "N",
        "GPSLatitude": _rationals(31, 13, 49.44),
        "GPSLongitudeRef": "E",
        "GPSLongitude": _rationals(121, 28, 25.32),
    }
    return _facts(**{**tags, **changed})


def test_everything_a_camera_writes_is_found() -> None:
    facts = _facts(
        Make="HUAWEI",
        Model="Pura 90",
        Software="5.0",
        Orientation=6,
        DateTimeOriginal="2026:11:20 14:03:22",
        SubsecTimeOriginal="431",
        OffsetTimeOriginal="+08:00",
        BodySerialNumber="A-17",
        LensModel="Leica 27 mm",
    )
    assert (facts.media_class, facts.format, facts.media_type) == (MediaClass.PHOTO, "jpeg", "image/jpeg")
    assert (facts.width_px, facts.height_px, facts.orientation) == (80, 48, 6)
    assert (facts.taken_at, facts.taken_subsec, facts.taken_offset) == ("2026-11-20T14:03:22", "431", "+08:00")
    assert (facts.make, facts.model, facts.software) == ("HUAWEI", "Pura 90", "5.0")
    assert (facts.serial, facts.lens) == ("A-17", "Leica 27 mm")
    assert "ExifRead" in facts.reader
    assert facts.exif_problem is None


def test_time_of_change_is_never_taken_for_time_of_capture() -> None:
    assert _facts(DateTime="2026:11:20 14:03:22").taken_at is None


def test_place_has_seven_exact_digits() -> None:
    facts = _place()
    assert (facts.gps_lat, facts.gps_lon) == (Decimal("31.2304000"), Decimal("121.4737000"))


def test_south_and_west_are_negative() -> None:
    facts = _place(GPSLatitudeRef="S", GPSLongitudeRef="W")
    assert (facts.gps_lat, facts.gps_lon) == (Decimal("-31.2304000"), Decimal("-121.4737000"))


@pytest.mark.parametrize(
    "changed",
    [
        {"GPSLatitudeRef": ""},
        {"GPSLatitudeRef": "X"},
        {"GPSLatitude": _rationals(91, 0, 0)},
        {"GPSLatitude": (IFDRational(0, 0),) * 3},
        {"GPSLongitude": ()},
    ],
)
def test_half_a_place_is_none(changed: dict[str, object]) -> None:
    facts = _place(**changed)
    assert (facts.gps_lat, facts.gps_lon) == (None, None)


def test_zero_over_zero_seconds_are_in_the_minutes_already() -> None:
    minutes = IFDRational(138_240_000, 10_000_000)  # 13.824
    facts = _place(GPSLatitude=(IFDRational(31, 1), minutes, IFDRational(0, 0)))
    assert facts.gps_lat == Decimal("31.2304000")


def test_height_direction_speed_and_time_of_the_fix() -> None:
    facts = _place(
        GPSAltitudeRef=b"\x01",
        GPSAltitude=IFDRational(45, 10),
        GPSImgDirection=IFDRational(27_055, 100),
        GPSSpeedRef="N",
        GPSSpeed=IFDRational(10, 1),
        GPSDateStamp="2026:11:20",
        GPSTimeStamp=_rationals(6, 3, 22),
    )
    assert facts.gps_alt_m == Decimal("-4.50")
    assert facts.gps_direction_deg == Decimal("270.55")
    assert facts.gps_speed_kmh == Decimal("18.52")
    assert facts.gps_utc == "2026-11-20T06:03:22Z"


def test_texts_with_nul_and_foreign_bytes_are_escaped() -> None:
    raw = exif(Make="XXXX", Model="Y" * 2000).tobytes().replace(b"XXXX", b"\x8cB\xff\xfe")
    facts = examine_bytes(encoded(quadrants(), "JPEG", exif=raw)).facts
    assert facts.make == r"\x8cB\xff\xfe"
    assert facts.model == "Y" * 500


def test_metadata_that_exifread_does_not_find_are_read_by_pillow() -> None:
    made = exif(Make="Surveyor", DateTimeOriginal="2026:11:20 14:03:22", SubsecTimeOriginal="431")
    raw = b"Exif\0\0" + made.tobytes().removeprefix(b"Exif\0\0")
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Raw profile type exif", f"\nexif\n{len(raw):8}\n{raw.hex()}\n", zip=True)
    facts = examine_bytes(encoded(quadrants(), "PNG", pnginfo=texts)).facts
    assert (facts.make, facts.taken_at, facts.taken_subsec) == ("Surveyor", "2026-11-20T14:03:22", "431")
    assert "Pillow" in facts.reader


def test_metadata_that_make_exifread_raise_are_read_by_pillow(corpus_dir: Path) -> None:
    facts = examine_path(corpus_dir / "hostile/pillow_heif/L_exif_xmp_iptc.heic").facts
    assert facts.taken_at == "2020-09-14T11:09:34"
    assert "Pillow" in facts.reader
    assert facts.exif_problem is None


def test_metadata_nobody_can_read_are_reported_by_class_name() -> None:
    examination = examine_bytes(encoded(quadrants(), "JPEG", exif=b"Exif\0\0no directory here"))
    assert examination.facts.exif_problem == "SyntaxError"
    assert examination.preview is not None
    assert examination.problem is None


def test_wrong_extension_does_not_matter() -> None:
    # Nothing but bytes is handed in: there is no name that could mislead.
    assert examine_bytes(encoded(quadrants(), "PNG")).facts.format == "png"


def test_c2pa_in_jpeg_is_noticed() -> None:
    data = encoded(quadrants(), "JPEG")
    box = b"JP\x00\x01\x00\x00\x00\x01\x00\x00\x01\x00jumb\x00\x00\x00\x22jumdc2pa"
    segment = b"\xff\xeb" + struct.pack(">H", len(box) + 2) + box
    assert examine_bytes(data[:2] + segment + data[2:]).facts.c2pa
    assert not examine_bytes(data).facts.c2pa


def test_c2pa_in_png_is_noticed() -> None:
    data = encoded(quadrants(), "PNG")
    assert examine_bytes(with_png_chunk(data, b"caBX", b"manifest")).facts.c2pa
    assert not examine_bytes(data).facts.c2pa


def test_c2pa_in_webp_is_noticed() -> None:
    data = encoded(quadrants(), "WEBP")
    assert examine_bytes(data + b"C2PA\x04\x00\x00\x00abcd").facts.c2pa
    assert not examine_bytes(data).facts.c2pa


def test_size_is_recorded_though_pixels_are_missing() -> None:
    examination = examine_bytes(png(640, 480)[:60])
    assert (examination.facts.width_px, examination.facts.height_px) == (640, 480)
    assert examination.problem is Problem.UNREADABLE


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (b"ASCII\0\0\0Screenshot", "Screenshot"),
        (b"\0\0\0\0\0\0\0\0\xe7\x8e\xb0\xe5\x9c\xba", "现场"),
        (b"UNICODE\0" + "现场 screen".encode("utf-16-le"), "现场 screen"),
        (b"UNICODE\0" + "现场 screen".encode("utf-16-be"), "现场 screen"),
        (b"UNICODE\0\xfe\xff" + "现场".encode("utf-16-be"), "现场"),
        (b"JIS\0\0\0\0\0" + "写真".encode("iso2022_jp"), "写真"),
        (b"ASCII\0\0\0" + bytes(200), None),
        (b"ASCII\0\0\0   ", None),
        (b"no code at all", "no code at all"),
        (b"UNICODE\0\xd8", "\\xd8"),
    ],
)
def test_the_comment_in_a_file_is_read_by_its_character_code(written: bytes, expected: str | None) -> None:
    assert _facts(UserComment=written).user_comment == expected


def test_a_photo_without_metadata_has_its_size_and_nothing_else() -> None:
    facts = examine_bytes(encoded(quadrants(), "JPEG")).facts
    found = {field.name for field in dataclasses.fields(facts) if getattr(facts, field.name) is not None}
    assert found == {"media_class", "format", "media_type", "width_px", "height_px", "c2pa", "reader"}


@pytest.mark.parametrize(("name", "format_name"), [("photo.png", "JPEG"), ("photo.pdf", "PNG"), ("video.mp4", "HEIF")])
def test_the_extension_of_a_name_means_nothing(tmp_path: Path, name: str, format_name: str) -> None:
    pillow_heif.register_heif_opener()
    path = tmp_path / name
    path.write_bytes(encoded(quadrants(), format_name))
    examination = examine_path(path)
    assert examination.facts.media_class is MediaClass.PHOTO
    assert examination.facts.format == {"HEIF": "heic"}.get(format_name, format_name.lower())
    assert examination.preview is not None
