"""The thumbnail that a camera put into the EXIF of a photo: a first look while our own is not made. Runs inside a worker.

It is what the camera or whoever edited the file left there, small and sometimes with black bars, so it is never kept.
"""

from __future__ import annotations

import io
from typing import BinaryIO

from PIL import ExifTags, Image

from surveyor_app.media.facts import THUMBNAIL_PX
from surveyor_app.media.pictures import QUALITY, jpeg_of, open_picture, upright, upright_turn

_START, _LENGTH = 0x0201, 0x0202
"""JPEGInterchangeFormat and JPEGInterchangeFormatLength (Exif 2.32, 4.6.4 D)."""
_EXIF_HEADER = b"Exif\x00\x00"
_MAX_SIDE_PX = 1024
"""Larger is no thumbnail: the standard has 160 by 120, phones up to 512."""


def embedded_thumbnail(file: BinaryIO) -> bytes | None:
    """Return the thumbnail of a JPEG photo, upright and cut to the photo's shape, as JPEG; ``None`` where there is none.

    ``file`` may end after the photo's header. Never raises for bad content but ``MemoryError``.
    """
    try:
        with open_picture(file, "jpeg") as photo:
            exif = photo.getexif()
            data = _data(exif, photo.info.get("exif"))
            return None if data is None else _upright(data, photo.size, exif.get(ExifTags.Base.Orientation))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - hostile EXIF makes Pillow raise struct, type and syntax errors alike
        return None


def _data(exif: Image.Exif, block: object) -> bytes | None:
    directory = exif.get_ifd(ExifTags.IFD.IFD1)
    start, length = directory.get(_START), directory.get(_LENGTH)
    if not isinstance(block, bytes) or not isinstance(start, int) or not isinstance(length, int):
        return None
    # Offsets count from the TIFF header behind the name of the block.
    begin = start + len(_EXIF_HEADER)
    return block[begin : begin + length] if start > 0 and length > 0 else None


def _upright(data: bytes, of: tuple[int, int], orientation: object) -> bytes | None:
    with open_picture(io.BytesIO(data), "jpeg") as thumbnail:
        if max(thumbnail.size) > _MAX_SIDE_PX:
            return None
        picture = upright(thumbnail, THUMBNAIL_PX)
    picture = picture.crop(_shaped_box(picture.size, of))
    turn = upright_turn(orientation if isinstance(orientation, int) else None)
    return jpeg_of(picture if turn is None else picture.transpose(turn), QUALITY)


def _shaped_box(size: tuple[int, int], of: tuple[int, int]) -> tuple[int, int, int, int]:
    """Return the middle of a picture that has the photo's shape: a 4:3 thumbnail of a 3:2 photo has bars."""
    width = max(1, min(size[0], round(size[1] * of[0] / of[1])))
    height = max(1, min(size[1], round(size[0] * of[1] / of[0])))
    left, top = (size[0] - width) // 2, (size[1] - height) // 2
    return left, top, left + width, top + height
