"""Raw files of cameras: which maker's a TIFF really is, and the finished pictures that every raw file carries inside.

Raw sensor data is not developed here: that would be a picture of ours, not the camera's. Cameras put finished JPEGs beside it,
from a thumbnail of 160 by 120 up to the full size; the largest that is whole is shown. They are found by their own markers, the
same way in every maker's container. Source of the markers: ITU-T T.81, annex B. What the maker states is in ``raw_statements``.
"""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from typing import BinaryIO

from surveyor_app.media.containers.tiff_directories import (
    DNG_VERSION,
    MAKE,
    SUB_DIRECTORIES,
    SUBFILE,
    Content,
    directories,
)

TIFF_BASED = frozenset({"dng", "nef", "cr2", "arw", "iiq", "pef", "srw"})
TIFF_LIKE = TIFF_BASED | {"orf", "rw2"}
"""With directories as a TIFF has them; the latter two begin in a way of their own."""
RAW = TIFF_LIKE | {"cr3", "raf"}
"""Formats, as :mod:`surveyor_app.media.sniffing` names them, that are shown by a picture inside."""
MAX_RAW_BYTES = 256 << 20
"""Larger is read up to here: raw files of today have 20 to 120 MB."""

_MAX_PICTURES, _MAX_SEGMENTS = 200, 400
_FINISHED = frozenset({0xC0, 0xC1, 0xC2})
"""Frames a photo is made of: baseline, extended, progressive. Sensor data is packed in lossless ones (C3)."""
_LONELY = frozenset({0x01, *range(0xD0, 0xD8)})
_MAKERS = ((b"NIKON", "nef"), (b"SONY", "arw"), (b"PENTAX", "pef"), (b"RICOH", "pef"), (b"SAMSUNG", "srw"))


@dataclass(frozen=True, slots=True)
class InnerPicture:
    """A JPEG inside a raw file: where it begins and the size that its header states."""

    start: int
    width: int
    height: int


def maker_format(data: Content) -> str | None:
    """Return which raw format a TIFF is by its first directory, ``None`` for a plain TIFF.

    What a maker's own program exports as TIFF has the whole picture in its first directory; a raw file has a small one there.
    """
    if data[8:10] == b"CR":
        return "cr2"
    if data[8:12] in {b"IIII", b"MMMM"}:
        return "iiq"
    first = next(iter(directories(data)), None)
    if first is None:
        return None
    if DNG_VERSION in first:
        return "dng"
    if SUB_DIRECTORIES not in first or not first.get(SUBFILE, (0,))[0] & 1:
        return None
    make = bytes(value & 0xFF for value in first.get(MAKE, ())).upper()
    return next((name for maker, name in _MAKERS if make.startswith(maker)), None)


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
