"""Whether a C2PA manifest is embedded in a file, found by walking the container; nothing is fetched or checked.

Source of the places: C2PA Technical Specification 2.2, annex A "Embedding manifests".
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

_C2PA_UUID = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
_TIFF_C2PA_TAG = 0xCD41
# A hostile file may chain millions of empty parts; honest ones have a few hundred.
_MAX_PARTS = 20_000


def has_c2pa(file: BinaryIO, format_name: str) -> bool:
    """Tell whether the place where this format keeps a C2PA manifest is occupied.

    Args:
        file: The file, seekable; its position is changed.
        format_name: Format as :func:`surveyor_app.media.sniffing.sniff` names it.
    """
    try:
        if format_name == "jpeg":
            return any(marker == 0xEB and b"jumb" in start and b"c2pa" in start for marker, start in _jpeg_parts(file))
        if format_name == "png":
            return any(kind == b"caBX" for kind in _png_chunks(file))
        if format_name in ("webp", "avi", "wav"):
            return any(kind == b"C2PA" for kind in _riff_chunks(file))
        if format_name in ("tiff", "dng"):
            return _TIFF_C2PA_TAG in _tiff_tags(file)
        if format_name in ("mp4", "mov", "3gp", "m4a", "heic", "heif", "avif"):
            return any(kind == b"uuid" and start[:16] == _C2PA_UUID for kind, start in _boxes(file))
    except (struct.error, OverflowError, OSError, ValueError):
        return False
    return False


def _jpeg_parts(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield marker and first bytes of each segment before the picture data."""
    position = 2
    for _ in range(_MAX_PARTS):
        file.seek(position)
        part = file.read(4 + 64)
        if len(part) < 4 or part[0] != 0xFF or part[1] in (0xDA, 0xD9):
            return
        if part[1] == 0xFF:  # a fill byte
            position += 1
            continue
        yield part[1], part[4:]
        position += 2 + int.from_bytes(part[2:4], "big")


def _png_chunks(file: BinaryIO) -> Iterator[bytes]:
    position = 8
    for _ in range(_MAX_PARTS):
        file.seek(position)
        length, kind = struct.unpack(">I4s", file.read(8))
        yield kind
        if kind == b"IEND":
            return
        position += 12 + length


def _riff_chunks(file: BinaryIO) -> Iterator[bytes]:
    position = 12
    for _ in range(_MAX_PARTS):
        file.seek(position)
        kind, length = struct.unpack("<4sI", file.read(8))
        yield kind
        position += 8 + length + length % 2


def _tiff_tags(file: BinaryIO) -> set[int]:
    """Return the tags of the first directory of a classic TIFF."""
    file.seek(0)
    head = file.read(8)
    order = "<" if head[:2] == b"II" else ">"
    version, first = struct.unpack(f"{order}HI", head[2:])
    if version != 42:
        return set()
    file.seek(first)
    (count,) = struct.unpack(f"{order}H", file.read(2))
    entries = file.read(12 * count)
    return {tag for (tag,) in (struct.unpack_from(f"{order}H", entries, at) for at in range(0, len(entries) - 1, 12))}


def _boxes(file: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """Yield type and first bytes of each top-level box of an ISO base media file."""
    position = 0
    for _ in range(_MAX_PARTS):
        file.seek(position)
        head = file.read(8)
        if len(head) < 8:
            return
        size, kind = struct.unpack(">I4s", head)
        header = 8
        if size == 1:
            (size,) = struct.unpack(">Q", file.read(8))
            header = 16
        yield kind, file.read(16)
        if size == 0 or size < header:
            return
        position += size
