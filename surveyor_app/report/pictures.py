"""Wraps JPEG previews for the layout engine.

The engine takes files from memory only as UTF-8 text; an SVG that carries the JPEG in base64 is text, and the JPEG's own
bytes still land in the PDF unchanged (100 pictures of 0.3 MB: 1.3 s and 337 MB, against 2.3 s and 703 MB from files).
"""

from __future__ import annotations

import base64
import struct

_SIZE_MARKERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE_MARKERS = {0x01, *range(0xD0, 0xD8)}


def jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels, or ``None`` when the bytes are no JPEG (ITU-T T.81 annex B)."""
    if not data.startswith(b"\xff\xd8"):
        return None
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF or marker in _BARE_MARKERS:
            at += 1 if marker == 0xFF else 2
            continue
        if marker in _SIZE_MARKERS:
            return _frame_size(data, at)
        at += 2 + int(struct.unpack_from(">H", data, at + 2)[0])
    return None


def _frame_size(data: bytes, at: int) -> tuple[int, int] | None:
    if at + 9 > len(data):
        return None
    height, width = struct.unpack_from(">HH", data, at + 5)
    return (width, height) if width and height else None


def as_svg(jpeg: bytes) -> bytes | None:
    """Return the JPEG inside an SVG of its size, or ``None`` when it is no JPEG."""
    size = jpeg_size(jpeg)
    return None if size is None else _wrapped(jpeg, b"jpeg", size)


def png_as_svg(png: bytes) -> bytes:
    """Return a PNG of our own inside an SVG of its size (its first chunk says it: ISO/IEC 15948, 11.2.2)."""
    return _wrapped(png, b"png", (int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")))


def _wrapped(picture: bytes, kind: bytes, size: tuple[int, int]) -> bytes:
    box = b'width="%d" height="%d"' % size
    start = b'<svg xmlns="http://www.w3.org/2000/svg" %b><image %b href="data:image/%b;base64,' % (box, box, kind)
    return start + base64.b64encode(picture) + b'"/></svg>'
