"""How large the stored pixels of a HEIF or AVIF are, before its container crops and turns them.

The decoder hands out the upright picture only; other readers tell the stored size. Source: ISO/IEC 23008-12, 6.5 and 9.3.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

_MAX_META = 4 << 20
_MAX_BOXES = 20_000


def coded_size(file: BinaryIO) -> tuple[int, int] | None:
    """Return the size of the primary picture as it is stored, ``None`` where the boxes do not say; never raises for content."""
    try:
        meta = _meta(file)
        return None if meta is None else _primary_size(meta)
    except (struct.error, IndexError, OSError, ValueError, OverflowError):
        return None


def _meta(file: BinaryIO) -> bytes | None:
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
        if kind == b"meta":
            file.seek(at + start + 4)
            return file.read(min(_MAX_META, max(0, size - start - 4)))
        if size < start:
            return None
        at += size
    return None


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(data):
        size, kind = struct.unpack_from(">L4s", data, at)
        if size < 8:
            return
        yield kind, data[at + 8 : at + size]
        at += size


def _primary_size(meta: bytes) -> tuple[int, int] | None:
    found = dict(_boxes(meta))
    pitm, iprp = found.get(b"pitm"), found.get(b"iprp")
    if not pitm or not iprp:
        return None
    primary = int.from_bytes(pitm[4:8] if pitm[0] else pitm[4:6], "big")
    parts = dict(_boxes(iprp))
    properties = list(_boxes(parts[b"ipco"])) if b"ipco" in parts else []
    for number in _associated(parts.get(b"ipma", b""), primary):
        if 0 < number <= len(properties) and properties[number - 1][0] == b"ispe":
            width, height = struct.unpack_from(">LL", properties[number - 1][1], 4)
            return (width, height) if min(width, height) > 0 and max(width, height) < 1 << 20 else None
    return None


def _associated(ipma: bytes, item: int) -> list[int]:
    """Return the numbers, from 1, of the properties of one item."""
    version, is_wide = ipma[0], ipma[3] & 1
    (count,) = struct.unpack_from(">L", ipma, 4)
    at = 8
    for _ in range(min(count, _MAX_BOXES)):
        form = ">L" if version else ">H"
        (found,) = struct.unpack_from(form, ipma, at)
        at += struct.calcsize(form)
        many = ipma[at]
        at += 1
        width = 2 if is_wide else 1
        if found == item:
            parts = (ipma[at + width * index : at + width * (index + 1)] for index in range(many))
            return [int.from_bytes(part, "big") & (0x7FFF if is_wide else 0x7F) for part in parts]
        at += width * many
    return []
