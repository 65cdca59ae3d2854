"""Directories of TIFF files and their kin, read tag by tag without trusting a single length.

Sources: TIFF 6.0, BigTIFF, TIFF/EP, DNG 1.7.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO, Protocol

WIDTH, HEIGHT, MAKE, ORIENTATION = 0x0100, 0x0101, 0x010F, 0x0112
SUBFILE, SUB_DIRECTORIES, DNG_VERSION = 0x00FE, 0x014A, 0xC612
EXIF_DIRECTORY, EXIF_WIDTH, EXIF_HEIGHT = 0x8769, 0xA002, 0xA003
SENSOR_TOP, SENSOR_LEFT, SENSOR_BOTTOM, SENSOR_RIGHT = 4, 5, 6, 7
"""Where the photo lies on the sensor, in the first directory of Panasonic's files."""

_READ = frozenset(
    {WIDTH, HEIGHT, MAKE, ORIENTATION, SUBFILE, SUB_DIRECTORIES, DNG_VERSION, EXIF_DIRECTORY, EXIF_WIDTH, EXIF_HEIGHT}
    | {SENSOR_TOP, SENSOR_LEFT, SENSOR_BOTTOM, SENSOR_RIGHT}
)
_MAX_DIRECTORIES, _MAX_ENTRIES = 24, 400
_NUMBERS = {1: "B", 3: "H", 4: "L", 13: "L"}

Directory = dict[int, tuple[int, ...]]


class Content(Protocol):
    """The bytes of a file, those that are asked for."""

    def __len__(self) -> int: ...
    def __getitem__(self, part: slice) -> bytes: ...


class FileContent:
    """A seekable file as :class:`Content`: a large scan is not read to look at its directories."""

    def __init__(self, file: BinaryIO) -> None:
        """Look how long it is; the position is changed, now and at each reading."""
        self._file = file
        self._size = file.seek(0, 2)

    def __len__(self) -> int:
        """Return the number of bytes."""
        return self._size

    def __getitem__(self, part: slice) -> bytes:
        """Return a part."""
        start, stop, _ = part.indices(self._size)
        self._file.seek(start)
        return self._file.read(max(0, stop - start))


def directories(data: Content) -> Iterator[Directory]:
    """Yield the directories of a TIFF and of its kin, the first one first, each read once."""
    order = {b"II": "<", b"MM": ">"}.get(data[0:2])
    if order is None or len(data) < 8:
        return
    waiting: list[int] = [struct.unpack(f"{order}L", data[4:8])[0]]
    seen: set[int] = set()
    while waiting and len(seen) < _MAX_DIRECTORIES:
        place = waiting.pop(0)
        if place in seen or not 8 <= place <= len(data) - 2:
            continue
        seen.add(place)
        directory, follower = _directory(data, place, order)
        yield directory
        waiting += [*directory.get(SUB_DIRECTORIES, ()), *directory.get(EXIF_DIRECTORY, ()), follower]


def _directory(data: Content, place: int, order: str) -> tuple[Directory, int]:
    (count,) = struct.unpack(f"{order}H", data[place : place + 2])
    entries = data[place + 2 : place + 2 + 12 * min(count, _MAX_ENTRIES)]
    found: Directory = {}
    for at in range(0, len(entries) - 11, 12):
        tag, kind, many = struct.unpack_from(f"{order}HHL", entries, at)
        if tag in _READ:
            values = _values(data, entries[at + 8 : at + 12], kind, many, order)
            if values:
                found[tag] = values
    behind = place + 2 + 12 * count
    follower = data[behind : behind + 4]
    return found, struct.unpack(f"{order}L", follower)[0] if len(follower) == 4 else 0


def _values(data: Content, own: bytes, kind: int, many: int, order: str) -> tuple[int, ...]:
    code = _NUMBERS.get(1 if kind in {2, 7} else kind)
    if code is None or not 0 < many <= 64:
        return ()
    form = f"{order}{many}{code}"
    size = struct.calcsize(form)
    if size > 4:
        (source,) = struct.unpack(f"{order}L", own)
        own = data[source : source + size]
    return struct.unpack(form, own[:size]) if len(own) >= size else ()


def big_directory(data: Content) -> list[Directory]:
    """Return the first directory of a BigTIFF, with the numbers that are stored in it itself; none of any other file."""
    order = {b"II": "<", b"MM": ">"}.get(data[0:2])
    if order is None or data[2:4] != struct.pack(f"{order}H", 43):
        return []
    (place,) = struct.unpack(f"{order}Q", data[8:16])
    (count,) = struct.unpack(f"{order}Q", data[place : place + 8])
    entries = data[place + 8 : place + 8 + 20 * min(count, _MAX_ENTRIES)]
    found: Directory = {}
    for at in range(0, len(entries) - 19, 20):
        tag, kind, many = struct.unpack_from(f"{order}HHQ", entries, at)
        code = {**_NUMBERS, 16: "Q"}.get(kind)
        if tag in _READ and code is not None and many == 1:
            found[tag] = struct.unpack_from(f"{order}{code}", entries, at + 12)
    return [found]
