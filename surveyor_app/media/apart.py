"""What a picture says of itself beside EXIF: XMP and IPTC, which programs and agencies write, and a thermal camera's time.

Only plain properties of a fixed list are sought, by their usual names and without a parser of XML: nothing in a packet can make
one expand or fetch. Sources: XMP part 2 (ISO 16684-2), IPTC-IIM 4.2.
"""

from __future__ import annotations

import html
import re
from typing import Final

from PIL import Image, ImageFile, IptcImagePlugin

from surveyor_app.media.containers.thermal_blocks import thermal_tags
from surveyor_app.media.exif import Tags

_XMP: Final = (
    *("exif:DateTimeOriginal", "photoshop:DateCreated", "exif:DateTimeDigitized", "xmp:CreateDate", "xap:CreateDate"),
    *("exif:GPSLatitude", "exif:GPSLongitude", "tiff:Make", "tiff:Model"),
)
_MAX_PACKET: Final = 4 << 20
_MAX_VALUE: Final = 200
_DATE, _TIME = (2, 55), (2, 60)


def read_apart(picture: Image.Image) -> Tags:
    """Return what is said there, by ``XMP prefix:name``, ``IPTC name``, ``FLIR name``; never raises for bad content."""
    found: Tags = {}
    packet = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp")
    if isinstance(packet, str):
        packet = packet.encode("utf-8", "replace")
    if isinstance(packet, bytes):
        found |= _properties(packet[:_MAX_PACKET].decode("utf-8", "replace"))
    found |= {f"FLIR {name}": value for name, value in thermal_tags(picture).items()}
    try:
        return found | _iptc(picture)
    except Exception:  # noqa: BLE001 - hostile blocks make Pillow raise syntax, index and value errors alike
        return found


def _properties(packet: str) -> Tags:
    found: Tags = {}
    for name in _XMP:
        match = re.search(rf"""\b{name}\s*=\s*(?:"([^"<]{{1,{_MAX_VALUE}}})"|'([^'<]{{1,{_MAX_VALUE}}})')""", packet)
        match = match or re.search(rf"<{name}(?:\s[^<>]{{0,200}})?>([^<]{{1,{_MAX_VALUE}}})</", packet)
        text = html.unescape(next((part for part in match.groups() if part), "")) if match else ""
        if text.strip():
            found[f"XMP {name}"] = text.strip()
    return found


def _iptc(picture: Image.Image) -> Tags:
    records = IptcImagePlugin.getiptcinfo(picture) or {} if isinstance(picture, ImageFile.ImageFile) else {}
    date, time = (_text(records.get(key)) for key in (_DATE, _TIME))
    day = re.fullmatch(r"(\d{4})(\d\d)(\d\d)", date)
    clock = re.fullmatch(r"(\d\d)(\d\d)(\d\d)([+-]\d{4})?", time)
    if day is None or clock is None:
        # A day alone is no time.
        return {}
    return {"IPTC DateCreated": f"{day[1]}:{day[2]}:{day[3]} {clock[1]}:{clock[2]}:{clock[3]}{clock[4] or ''}"}


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else b""
    return value.decode("ascii", "replace").strip("\0 ") if isinstance(value, bytes) else ""
