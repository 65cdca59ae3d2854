"""When and where a thermal camera of FLIR took a picture: many write it into a block of their own and nowhere else.

The block lies in segments of the JPEG and has a list of records; that of the camera holds a Unix time and the minutes to UTC,
that of its receiver a place.
The maker publishes nothing; the layout is the one that public readers agree on (ExifTool, FlirImageExtractor).
"""

from __future__ import annotations

import struct
from datetime import UTC, datetime, timedelta

from PIL import Image

_SEGMENT = b"FLIR\0"
_CAMERA, _GPS = 0x20, 0x2B
_TIME_AT = 900
_MAX_RECORDS = 1024


def thermal_tags(picture: Image.Image) -> dict[str, str]:
    """Return ``DateTimeOriginal`` as EXIF and XMP write it with its offset, and latitude and longitude as XMP writes them.

    What is not there is left out; never raises for bad content.
    """
    found: dict[str, str] = {}
    try:
        block = _block(picture)
        if block is None:
            return {}
        if time := _time(_record(block, _CAMERA)):
            found["DateTimeOriginal"] = time
        return found | _place(_record(block, _GPS))
    except (struct.error, ValueError, OverflowError):
        return found


def _block(picture: Image.Image) -> bytes | None:
    segments = getattr(picture, "applist", None) or []
    parts = {data[6]: data[8:] for name, data in segments if name == "APP1" and data[:5] == _SEGMENT and len(data) > 8}
    block = b"".join(parts[number] for number in sorted(parts))
    return block if block[:4] == b"FFF\0" else None


def _record(block: bytes, wanted: int) -> bytes:
    order = next((item for item in "><" if 100 <= struct.unpack_from(f"{item}L", block, 0x14)[0] < 200), None)
    if order is None:
        return b""
    start, count = struct.unpack_from(f"{order}LL", block, 0x18)
    for number in range(min(count, _MAX_RECORDS)):
        at = start + 32 * number
        kind, *_, place, size = struct.unpack_from(f"{order}HHLLLL", block, at)
        if kind == wanted:
            return block[place : place + size]
    return b""


def _place(record: bytes) -> dict[str, str]:
    order = "<" if record[:4] == b"\1\0\0\0" else ">"
    if struct.unpack_from(f"{order}L", record)[0] != 1:
        return {}
    found: dict[str, str] = {}
    for name, half_at, at in (("GPSLatitude", 8, 16), ("GPSLongitude", 10, 24)):
        (degrees,) = struct.unpack_from(f"{order}d", record, at)
        half = record[half_at : half_at + 1].decode("ascii", "replace")
        if half in {"N", "S", "E", "W"} and 0 <= degrees <= 180:
            found[name] = f"{int(degrees)},{degrees % 1 * 60:.8f}{half}"
    return found


def _time(record: bytes) -> str | None:
    if len(record) < _TIME_AT + 10:
        return None
    order = "<" if record[:2] == b"\2\0" else ">"
    seconds, fraction, minutes = struct.unpack_from(f"{order}LLh", record, _TIME_AT)
    if not seconds or abs(minutes) > 14 * 60:
        return None
    at = datetime.fromtimestamp(seconds, UTC) - timedelta(minutes=minutes)
    sign, away = ("-" if minutes > 0 else "+"), abs(minutes)
    return f"{at:%Y:%m:%d %H:%M:%S}.{fraction & 0xFFFF:03}{sign}{away // 60:02}:{away % 60:02}"
