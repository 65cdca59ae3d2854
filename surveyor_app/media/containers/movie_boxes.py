"""What the boxes of an MP4 or MOV say when no library opens it: encrypted, cut or damaged behind its header.

Source: ISO/IEC 14496-12, 8.2.2 (mvhd) and 8.3.2 (tkhd).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import BinaryIO

_MAX_MOOV = 16 << 20
_MAX_BOXES = 20_000
_EPOCH = datetime(1904, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class MovieHeader:
    """Creation time as ISO without zone (UTC by the standard), length, and size of the first picture track."""

    created: str | None
    duration_ms: int | None
    width_px: int | None = None
    height_px: int | None = None


def movie_header(file: BinaryIO) -> MovieHeader | None:
    """Return what the header of the movie says, ``None`` where there is none; never raises for content."""
    try:
        moov = _top_box(file, b"moov")
        found = None if moov is None else dict(reversed(list(_boxes(moov))))
        if not found or b"mvhd" not in found:
            return None
        created, duration = _movie(found[b"mvhd"])
        sizes = (_track_size(part) for kind, part in _boxes(moov or b"") if kind == b"trak")
        width, height = next((size for size in sizes if size), (None, None))
        return MovieHeader(created, duration, width, height)
    except (struct.error, IndexError, OSError, ValueError, OverflowError):
        return None


def _top_box(file: BinaryIO, wanted: bytes) -> bytes | None:
    at = 0
    for _ in range(_MAX_BOXES):
        file.seek(at)
        head = file.read(16)
        if len(head) < 8:
            return None
        size, kind = struct.unpack(">L4s", head[:8])
        start = 8
        if size == 1:
            (size,) = struct.unpack(">Q", head[8:16])
            start = 16
        if kind == wanted:
            file.seek(at + start)
            return file.read(min(_MAX_MOOV, max(0, size - start)))
        if size < start:
            return None
        at += size
    return None


def _boxes(data: bytes) -> list[tuple[bytes, bytes]]:
    found: list[tuple[bytes, bytes]] = []
    at = 0
    while at + 8 <= len(data) and len(found) < _MAX_BOXES:
        size, kind = struct.unpack_from(">L4s", data, at)
        if size < 8:
            break
        found.append((kind, data[at + 8 : at + size]))
        at += size
    return found


def _movie(mvhd: bytes) -> tuple[str | None, int | None]:
    form = ">QQLQ" if mvhd[0] else ">LLLL"
    created, _changed, scale, duration = struct.unpack_from(form, mvhd, 4)
    at = None if not created else (_EPOCH + timedelta(seconds=created)).replace(tzinfo=None).isoformat()
    is_known = scale and duration < (1 << 32) - 1
    return at, round(1000 * duration / scale) if is_known else None


def _track_size(trak: bytes) -> tuple[int, int] | None:
    tkhd = dict(_boxes(trak)).get(b"tkhd", b"")
    if not tkhd:
        return None
    at = 88 if tkhd[0] else 76
    width, height = (value >> 16 for value in struct.unpack_from(">LL", tkhd, at))
    return (width, height) if width and height else None
