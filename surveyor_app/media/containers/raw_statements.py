"""What a maker's raw file states of the photo: its size, how it was held, and the blocks of metadata where EXIF is not sought.

Panasonic and Olympus have a TIFF that begins in a way of its own, Canon's newer files keep three small TIFFs in boxes, Fuji has a
list of numbers behind the picture. Sources: TIFF/EP; the makers publish nothing, so the layouts are those that public readers
agree on (LibRaw, exiv2, ExifTool's tag tables).
"""

from __future__ import annotations

import struct

from surveyor_app.media.containers.tiff_directories import (
    EXIF_HEIGHT,
    EXIF_WIDTH,
    HEIGHT,
    ORIENTATION,
    SENSOR_BOTTOM,
    SENSOR_LEFT,
    SENSOR_RIGHT,
    SENSOR_TOP,
    WIDTH,
    Directory,
    directories,
)

_MAX_SIDE = 30_000
_BOXES = (b"CMT1", b"CMT2", b"CMT4")
"""Canon's: the main directory, that of EXIF, and that of GPS."""
_SEARCHED = 1 << 20
_FUJI_LIST_AT = 0x5C
_FUJI_CROPPED, _FUJI_FULL = 0x0111, 0x0100
_MAX_NUMBERS = 256

Size = tuple[int, int]


def stated_size(data: bytes, format_name: str, inside: Size) -> Size:
    """Return the size of the photo: what its maker states, else the largest of the directories and of the picture ``inside``."""
    if format_name == "raf":
        return _possible(_fuji_size(data)) or inside
    if format_name == "cr3":
        boxes = canon_blocks(data)
        return _largest(list(directories(boxes[0])) if boxes else [], inside)
    found = list(directories(data))
    if format_name == "rw2":
        return _possible(_panasonic_size(found)) or _largest(found, inside)
    if format_name in {"cr2", "iiq"}:
        # The sensor is read beyond the edges of the photo.
        exif = next((size for item in found if (size := _size(item, EXIF_WIDTH, EXIF_HEIGHT))), None)
        return _possible(exif) or _largest(found, inside)
    return _largest(found, inside)


def stated_orientation(data: bytes, format_name: str) -> int | None:
    """Return the orientation in the first directory: a picture inside often has none of its own."""
    if format_name == "cr3":
        data = next(iter(canon_blocks(data)), b"")
    first = next(iter(directories(data)), None)
    return None if first is None else first.get(ORIENTATION, (None,))[0]


def as_tiff(data: bytes, format_name: str) -> bytes | None:
    """Return a file of Panasonic or Olympus as the TIFF that it is behind its first four bytes; ``None`` of any other."""
    return b"II*\0" + data[4:] if format_name in {"rw2", "orf"} and data[:2] == b"II" else None


def canon_blocks(data: bytes) -> list[bytes]:
    """Return the small TIFFs in the boxes of Canon's newer files, the main directory first, then EXIF, then GPS."""
    found: list[bytes] = []
    for name in _BOXES:
        at = data.find(name, 0, _SEARCHED)
        size = int.from_bytes(data[at - 4 : at], "big") if at >= 4 else 0
        if size > 16 and data[at + 4 : at + 6] in {b"II", b"MM"}:
            found.append(data[at + 4 : at - 4 + size])
    return found


def _size(directory: Directory, width: int, height: int) -> Size | None:
    found = directory.get(width, (0,))[0], directory.get(height, (0,))[0]
    return found if all(found) else None


def _largest(found: list[Directory], inside: Size) -> Size:
    best = inside
    for item in found:
        size = _possible(_size(item, WIDTH, HEIGHT))
        if size is not None and size[0] * size[1] > best[0] * best[1]:
            best = size
    return best


def _possible(size: Size | None) -> Size | None:
    return size if size is not None and min(size) > 0 and max(size) <= _MAX_SIDE else None


def _panasonic_size(found: list[Directory]) -> Size | None:
    first: Directory = found[0] if found else {}
    top, left, bottom, right = (
        first.get(tag, (0,))[0] for tag in (SENSOR_TOP, SENSOR_LEFT, SENSOR_BOTTOM, SENSOR_RIGHT)
    )
    return right - left, bottom - top


def _fuji_size(data: bytes) -> Size | None:
    """Return what Fuji's list of numbers says: the part of the sensor that is the photo, else the whole of it."""
    at = int.from_bytes(data[_FUJI_LIST_AT : _FUJI_LIST_AT + 4], "big")
    count = int.from_bytes(data[at : at + 4], "big")
    if not at or not 0 < count <= _MAX_NUMBERS:
        return None
    found: dict[int, Size] = {}
    at += 4
    for _ in range(count):
        if at + 8 > len(data):
            break
        tag, size = struct.unpack_from(">HH", data, at)
        if size == 4:
            height, width = struct.unpack_from(">HH", data, at + 4)
            found[tag] = (width, height)
        at += 4 + size
    return found.get(_FUJI_CROPPED) or found.get(_FUJI_FULL)
