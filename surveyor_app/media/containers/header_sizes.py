"""The size that a picture's header states, read without any decoder: of what no decoder opens, it is all there is to say.

Sources: ITU-T T.81 (JPEG), ISO/IEC 15948 (PNG), GIF89a, the Windows bitmap headers, TIFF 6.0 and BigTIFF,
ISO/IEC 18181-1 (JPEG XL).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Mapping
from typing import BinaryIO

from surveyor_app.media.containers.tiff_directories import (
    HEIGHT,
    SUBFILE,
    WIDTH,
    FileContent,
    big_directory,
    directories,
)

Size = tuple[int, int]
_MAX_SEGMENTS = 2000
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_MARKER = re.compile(rb"\xff[\x01\xc0-\xfe]")
_SEARCHED = 1 << 16
_LONELY = frozenset({0x01, *range(0xD0, 0xD9)})


def header_size(file: BinaryIO, format_name: str) -> Size | None:
    """Return width and height as the header states them, ``None`` where it does not; never raises for content."""
    read = _READERS.get(format_name)
    if read is None:
        return None
    try:
        file.seek(0)
        size = read(file)
    except (struct.error, IndexError, OSError, ValueError, OverflowError):
        return None
    return size if size is not None and min(size) > 0 else None


def _jpeg(file: BinaryIO) -> Size | None:
    at = 2
    for _ in range(_MAX_SEGMENTS):
        file.seek(at)
        head = file.read(9)
        if len(head) < 4:
            return None
        if head[0] != 0xFF:
            # Damage between segments: decoders look for the next marker too.
            file.seek(at)
            found = _MARKER.search(file.read(_SEARCHED))
            if found is None:
                return None
            at += found.start()
            continue
        if head[1] == 0xFF or head[1] in _LONELY:
            at += 1 if head[1] == 0xFF else 2
            continue
        if head[1] in _FRAMES:
            height, width = struct.unpack_from(">HH", head, 5)
            return width, height
        if head[1] in {0xD9, 0xDA}:
            return None
        at += 2 + int.from_bytes(head[2:4], "big")
    return None


def _png(file: BinaryIO) -> Size | None:
    head = file.read(24)
    return struct.unpack_from(">LL", head, 16) if head[12:16] == b"IHDR" else None


def _gif(file: BinaryIO) -> Size | None:
    return struct.unpack_from("<HH", file.read(10), 6)


def _bmp(file: BinaryIO) -> Size | None:
    head = file.read(26)
    if int.from_bytes(head[14:18], "little") == 12:
        return struct.unpack_from("<HH", head, 18)
    width, height = struct.unpack_from("<ll", head, 18)
    return abs(width), abs(height)


def _tiff(file: BinaryIO) -> Size | None:
    content = FileContent(file)
    found = [item for item in (*directories(content), *big_directory(content)) if WIDTH in item and HEIGHT in item]
    whole = [item for item in found if not item.get(SUBFILE, (0,))[0] & 1] or found
    return (whole[0][WIDTH][0], whole[0][HEIGHT][0]) if whole else None


def _jxl(file: BinaryIO) -> Size | None:
    head = file.read(4096)
    at = 2 if head[:2] == b"\xff\x0a" else head.find(b"\xff\x0a", head.find(b"jxlc") if b"jxlc" in head else 0) + 2
    bits = _Bits(head[at : at + 16])
    if bits.take(1):
        height = 8 * (1 + bits.take(5))
        width = _JXL_RATIOS[ratio - 1](height) if (ratio := bits.take(3)) else 8 * (1 + bits.take(5))
        return width, height
    height = 1 + bits.take((9, 13, 18, 30)[bits.take(2)])
    if ratio := bits.take(3):
        return _JXL_RATIOS[ratio - 1](height), height
    return 1 + bits.take((9, 13, 18, 30)[bits.take(2)]), height


_JXL_RATIOS: tuple[Callable[[int], int], ...] = (
    lambda height: height,
    lambda height: height * 12 // 10,
    lambda height: height * 4 // 3,
    lambda height: height * 3 // 2,
    lambda height: height * 16 // 9,
    lambda height: height * 5 // 4,
    lambda height: height * 2,
)


class _Bits:
    """Bits of some bytes, the lowest of each byte first."""

    def __init__(self, data: bytes) -> None:
        if len(data) < 9:
            data = data.ljust(9, b"\0")
        self._left = int.from_bytes(data, "little")

    def take(self, count: int) -> int:
        """Return the next ``count`` bits."""
        value = self._left & ((1 << count) - 1)
        self._left >>= count
        return value


_READERS: Mapping[str, Callable[[BinaryIO], Size | None]] = {
    "jpeg": _jpeg,
    "png": _png,
    "gif": _gif,
    "bmp": _bmp,
    "tiff": _tiff,
    "jxl": _jxl,
}
