"""Raw files of cameras: which maker's a TIFF really is, and the finished pictures that every raw file carries inside.

Raw sensor data is not developed here: that would be a picture of ours, not the camera's. Cameras put finished JPEGs beside it,
from a thumbnail of 160 by 120 up to the full size; the largest that is whole is shown. They are found by their own markers, the
same way in every maker's container. Source of the markers: ITU-T T.81, annex B; of the tags: TIFF 6.0, TIFF/EP, DNG 1.7.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

RAW = frozenset({"dng", "nef", "cr2", "cr3", "arw", "rw2", "orf", "raf"})
"""Formats, as :mod:`surveyor_app.media.sniffing` names them, that are shown by a picture inside."""
TIFF_BASED = frozenset({"dng", "nef", "cr2", "arw"})
TIFF_LIKE = TIFF_BASED | {"orf", "rw2"}
"""With directories as a TIFF has them; the latter two begin in a way of their own."""
MAX_RAW_BYTES = 256 << 20
"""Larger is read up to here: raw files of today have 20 to 120 MB."""

_WIDTH, _HEIGHT, _MAKE, _ORIENTATION = 0x0100, 0x0101, 0x010F, 0x0112
_SUBFILE, _SUB_DIRECTORIES, _DNG_VERSION = 0x00FE, 0x014A, 0xC612
_MAX_DIRECTORIES, _MAX_ENTRIES, _MAX_PICTURES, _MAX_SEGMENTS = 24, 400, 200, 400
_NUMBERS = {1: "B", 3: "H", 4: "L", 13: "L"}
_FINISHED = frozenset({0xC0, 0xC1, 0xC2})
"""Frames a photo is made of: baseline, extended, progressive. Sensor data is packed in lossless ones (C3)."""
_LONELY = frozenset({0x01, *range(0xD0, 0xD8)})
_MAX_SIDE = 30_000

_Directory = dict[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class InnerPicture:
    """A JPEG inside a raw file: where it begins and the size that its header states."""

    start: int
    width: int
    height: int


def maker_format(head: bytes) -> str | None:
    """Return which raw format a TIFF is by its first directory, ``None`` for a plain TIFF.

    What a maker's own program exports as TIFF has the whole picture in its first directory; a raw file has a small one there.
    """
    if head[8:10] == b"CR":
        return "cr2"
    first = next(iter(_directories(head)), None)
    if first is None:
        return None
    if _DNG_VERSION in first:
        return "dng"
    if _SUB_DIRECTORIES not in first or not first.get(_SUBFILE, (0,))[0] & 1:
        return None
    make = bytes(value & 0xFF for value in first.get(_MAKE, ())).upper()
    return "nef" if make.startswith(b"NIKON") else "arw" if make.startswith(b"SONY") else None


def inner_pictures(data: bytes) -> list[InnerPicture]:
    """Return the finished pictures inside a raw file, the largest first."""
    found: list[InnerPicture] = []
    start = data.find(b"\xff\xd8\xff")
    while start >= 0 and len(found) < _MAX_PICTURES:
        size = _jpeg_size(data, start)
        if size is not None:
            found.append(InnerPicture(start, *size))
        start = data.find(b"\xff\xd8\xff", start + 3)
    return sorted(found, key=lambda item: (-item.width * item.height, item.start))


def read_raw(file: BinaryIO) -> bytes:
    """Return the bytes of a raw file from its beginning."""
    file.seek(0)
    return file.read(MAX_RAW_BYTES)


def opened_inside(data: bytes, picture: InnerPicture) -> io.BytesIO:
    """Return one picture inside as a file; what lies behind its end marker is never looked at."""
    return io.BytesIO(memoryview(data)[picture.start :])


def stated_size(data: bytes, picture: InnerPicture) -> tuple[int, int]:
    """Return the size of the photo: what the directories state where that is larger than the picture inside."""
    best = (picture.width, picture.height)
    for directory in _directories(data):
        width, height = (directory.get(tag, (0,))[0] for tag in (_WIDTH, _HEIGHT))
        if best[0] * best[1] < width * height and max(width, height) <= _MAX_SIDE:
            best = (width, height)
    return best


def stated_orientation(data: bytes) -> int | None:
    """Return the orientation in the first directory: a picture inside often has none of its own."""
    first = next(iter(_directories(data)), None)
    return None if first is None else first.get(_ORIENTATION, (None,))[0]


def _jpeg_size(data: bytes, start: int) -> tuple[int, int] | None:
    """Return width and height where a photo really begins here; chance bytes lead to no frame."""
    at = start + 2
    for _ in range(_MAX_SEGMENTS):
        if at + 9 > len(data) or data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker in _LONELY:
            at += 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            precision, height, width, parts = struct.unpack_from(">BHHB", data, at + 4)
            is_photo = marker in _FINISHED and precision == 8 and parts in {1, 3} and width and height
            return (width, height) if is_photo else None
        if length < 2 or marker in {0xD8, 0xD9, 0xDA}:
            return None
        at += 2 + length
    return None


def _directories(data: bytes) -> Iterator[_Directory]:
    """Yield the directories of a TIFF and of its kin, the first one first, each read once."""
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None or len(data) < 8:
        return
    waiting: list[int] = [struct.unpack_from(f"{order}L", data, 4)[0]]
    seen: set[int] = set()
    while waiting and len(seen) < _MAX_DIRECTORIES:
        place = waiting.pop(0)
        if place in seen or not 8 <= place <= len(data) - 2:
            continue
        seen.add(place)
        directory, follower = _directory(data, place, order)
        yield directory
        waiting += [*directory.get(_SUB_DIRECTORIES, ()), follower]


def _directory(data: bytes, place: int, order: str) -> tuple[_Directory, int]:
    (count,) = struct.unpack_from(f"{order}H", data, place)
    found: _Directory = {}
    for at in range(place + 2, place + 2 + 12 * min(count, _MAX_ENTRIES), 12):
        if at + 12 > len(data):
            break
        tag, kind, many = struct.unpack_from(f"{order}HHL", data, at)
        if tag not in _READ:
            continue
        code = _NUMBERS.get(1 if kind in {2, 7} else kind)
        if code is None or not 0 < many <= 64:
            continue
        form = f"{order}{many}{code}"
        size = struct.calcsize(form)
        source = at + 8 if size <= 4 else struct.unpack_from(f"{order}L", data, at + 8)[0]
        if source + size <= len(data):
            found[tag] = struct.unpack_from(form, data, source)
    behind = place + 2 + 12 * count
    follower = struct.unpack_from(f"{order}L", data, behind)[0] if behind + 4 <= len(data) else 0
    return found, follower


_READ = frozenset({_WIDTH, _HEIGHT, _MAKE, _ORIENTATION, _SUBFILE, _SUB_DIRECTORIES, _DNG_VERSION})
