"""A photo of the laptop's own camera: the JPEG made here is the original, so it says itself when and with what it was taken."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from surveyor_app.domain.errors import RecordingFailed
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.media.frames import Picture
from surveyor_app.media.muxing import to_frame

if TYPE_CHECKING:
    from PIL import Image

QUALITY = 95


def encode_photo(picture: Picture, taken: Instant, device: str, software: str) -> bytes:
    """Return a picture at its full size as JPEG with EXIF: time with sub-seconds and zone, device as model, software.

    Raises:
        RecordingFailed: the camera gave something that cannot be encoded.
    """
    # Only who takes photos here needs it in the program's own process.
    from PIL import ExifTags

    local = taken.local
    sign, minutes = "-" if taken.offset_min < 0 else "+", abs(taken.offset_min)
    offset = f"{sign}{minutes // 60:02d}:{minutes % 60:02d}"
    image = _image(picture)
    exif = image.getexif()
    time = local.strftime("%Y:%m:%d %H:%M:%S")
    exif[ExifTags.Base.DateTime] = time
    exif[ExifTags.Base.Software] = software
    exif[ExifTags.Base.Model] = device
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    inner[ExifTags.Base.DateTimeOriginal] = inner[ExifTags.Base.DateTimeDigitized] = time
    inner[ExifTags.Base.SubsecTimeOriginal] = f"{local.microsecond // 1000:03d}"
    inner[ExifTags.Base.OffsetTime] = inner[ExifTags.Base.OffsetTimeOriginal] = offset
    target = io.BytesIO()
    image.save(target, "JPEG", quality=QUALITY, subsampling=0, exif=exif)
    return target.getvalue()


def _image(picture: Picture) -> Image.Image:
    from PIL import Image

    try:
        image = to_frame(picture).to_image()  # type: ignore[no-untyped-call]  # PyAV leaves Pillow's type out
    except Exception as error:
        raise RecordingFailed(reason=type(error).__name__) from error
    if not isinstance(image, Image.Image):
        raise RecordingFailed(reason="no picture")
    return image
