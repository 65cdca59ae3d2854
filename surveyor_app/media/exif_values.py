"""What EXIF tags mean: places and names in the form of :class:`surveyor_app.media.facts.Facts`; times in ``exif_times``.

Source of tag meanings: CIPA DC-008 (Exif 3.0), sections 4.6.4 to 4.6.6.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from surveyor_app.media.exif import Number, Tags
from surveyor_app.media.exif_times import CaptureTime, capture_time
from surveyor_app.media.found_times import iso_time
from surveyor_app.media.texts import clean_text

_DATE = re.compile(r"(\d{4})[:\-/.](\d{2})[:\-/.](\d{2})")

_XMP_DEGREES = re.compile(r"(\d{1,3}),(\d{1,2}(?:\.\d{1,12})?)(?:,(\d{1,2}(?:\.\d{1,12})?))?([NSEW])")

# The first eight bytes of UserComment name its character code; an undefined one is taken as UTF-8, which holds ASCII.
_COMMENT_CODES = {b"JIS\0\0\0\0\0": "iso2022_jp", b"ASCII\0\0\0": "utf-8", bytes(8): "utf-8"}

_KMH_PER_UNIT = {"K": Fraction(1), "M": Fraction(1609344, 1000000), "N": Fraction(1852, 1000)}


@dataclass(frozen=True, slots=True)
class Position:
    """A GPS fix; latitude and longitude are both given or both None."""

    lat: Decimal | None = None
    lon: Decimal | None = None
    alt_m: Decimal | None = None
    direction_deg: Decimal | None = None
    speed_kmh: Decimal | None = None
    utc: str | None = None


@dataclass(frozen=True, slots=True)
class ExifValues:
    """The metadata that is recorded, in plain types."""

    time: CaptureTime = field(default_factory=CaptureTime)
    position: Position = field(default_factory=Position)
    orientation: int | None = None
    make: str | None = None
    model: str | None = None
    serial: str | None = None
    lens: str | None = None
    software: str | None = None
    user_comment: str | None = None


def interpret(tags: Tags) -> ExifValues:
    """Return what the tags say; a malformed value counts as not given."""
    orientation = _first(tags, "Orientation")
    return ExifValues(
        time=capture_time(tags),
        position=_position(tags),
        orientation=orientation if isinstance(orientation, int) and 0 <= orientation <= 0xFFFF else None,
        make=_text(tags, "Make") or _text(tags, "XMP tiff:Make"),
        model=_text(tags, "Model") or _text(tags, "XMP tiff:Model"),
        serial=_text(tags, "BodySerialNumber") or _text(tags, "CameraSerialNumber"),
        lens=_text(tags, "LensModel"),
        software=_text(tags, "Software"),
        user_comment=_comment(tags),
    )


def _position(tags: Tags) -> Position:
    lat = _degrees(tags, "GPSLatitude", positive="N", negative="S", limit=90)
    lon = _degrees(tags, "GPSLongitude", positive="E", negative="W", limit=180)
    for apart in ("XMP exif:", "FLIR "):
        if lat is None or lon is None:
            lat = _apart_degrees(tags, f"{apart}GPSLatitude", "NS", 90)
            lon = _apart_degrees(tags, f"{apart}GPSLongitude", "EW", 180)
    if lat is None or lon is None:
        lat = lon = None
    return Position(
        lat=lat,
        lon=lon,
        alt_m=_altitude(tags),
        direction_deg=_decimal(_first(tags, "GPSImgDirection"), places=2, limit=360),
        speed_kmh=_speed(tags),
        utc=_fix_time(tags),
    )


def _degrees(tags: Tags, name: str, *, positive: str, negative: str, limit: int) -> Decimal | None:
    parts = tags.get(name)
    reference = (_text(tags, f"{name}Ref") or "").upper()
    # Without a reference the hemisphere is unknown, and a place in the wrong one is worse than none.
    if not isinstance(parts, tuple) or not parts or parts[0] is None or reference not in (positive, negative):
        return None
    # 0/0 in minutes or seconds means "already in the part before" (Nikon D5000).
    degrees = sum((Fraction(part or 0) / 60**place for place, part in enumerate(parts[:3])), Fraction(0))
    if reference == negative:
        degrees = -degrees
    return _decimal(degrees, places=7, limit=limit)


def _apart_degrees(tags: Tags, name: str, halves: str, limit: int) -> Decimal | None:
    """Return a coordinate as XMP writes it: degrees, minutes and seconds or a fraction of minutes, and the hemisphere."""
    found = _XMP_DEGREES.fullmatch((_text(tags, name) or "").upper())
    if found is None or found[4] not in halves:
        return None
    degrees = Fraction(found[1]) + Fraction(found[2]) / 60 + Fraction(found[3] or 0) / 3600
    return _decimal(-degrees if found[4] == halves[1] else degrees, places=7, limit=limit)


def _altitude(tags: Tags) -> Decimal | None:
    altitude = _decimal(_first(tags, "GPSAltitude"), places=2, limit=100_000)
    reference = tags.get("GPSAltitudeRef")
    below = reference in (b"\x01", b"\x03", "\x01", "1", (1,), (3,))
    return -altitude if altitude is not None and below else altitude


def _speed(tags: Tags) -> Decimal | None:
    speed = _first(tags, "GPSSpeed")
    unit = _KMH_PER_UNIT.get((_text(tags, "GPSSpeedRef") or "K").upper())
    return None if speed is None or unit is None else _decimal(speed * unit, places=2, limit=10_000)


def _fix_time(tags: Tags) -> str | None:
    date = _DATE.match(_text(tags, "GPSDateStamp") or "")
    clock = tags.get("GPSTimeStamp")
    if date is None or not isinstance(clock, tuple) or len(clock) != 3 or None in clock:
        return None
    hour, minute, second = (int(part or 0) for part in clock)
    found = iso_time(f"{date[1]}-{date[2]}-{date[3]} {hour:02}:{minute:02}:{second:02}")
    return None if found is None else f"{found}Z"


def _first(tags: Tags, name: str) -> Number:
    values = tags.get(name)
    return values[0] if isinstance(values, tuple) and values else None


def _text(tags: Tags, name: str) -> str | None:
    value = tags.get(name)
    return clean_text(value) if isinstance(value, str | bytes) else None


def _comment(tags: Tags) -> str | None:
    value = tags.get("UserComment")
    if isinstance(value, tuple):
        numbers = [part for part in value if isinstance(part, int) and 0 <= part <= 0xFF]
        value = bytes(numbers) if len(numbers) == len(value) else b""
    if not isinstance(value, bytes):
        return clean_text(value) if value else None
    code, text = value[:8], value[8:]
    if code == b"UNICODE\0":
        # The byte order of the file applies, but cameras write either: zeros of plain text tell which.
        big = text[0::2].count(0) > text[1::2].count(0) or text.startswith(b"\xfe\xff")
        decoded = text.decode("utf-16-be" if big else "utf-16-le", "backslashreplace").removeprefix("\ufeff")
        return clean_text(decoded)
    encoding = _COMMENT_CODES.get(code)
    return clean_text(value if encoding is None else text.decode(encoding, "backslashreplace"))


def _decimal(value: Number, *, places: int, limit: int) -> Decimal | None:
    """Return the value rounded half to even; None outside ±``limit``."""
    if value is None:
        return None
    exact = Fraction(value)
    return None if abs(exact) > limit else Decimal(round(exact * 10**places)).scaleb(-places)
