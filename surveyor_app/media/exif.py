"""EXIF metadata as found: ExifRead first, Pillow where ExifRead fails or finds nothing.

Both libraries are reduced to :data:`Tags`; what the tags mean is decided in :mod:`surveyor_app.media.exif_values`.
"""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass
from fractions import Fraction
from typing import BinaryIO

import exifread
import PIL
from PIL import ExifTags, Image

from surveyor_app.media.containers.raw_files import read_raw
from surveyor_app.media.containers.raw_statements import as_tiff, canon_blocks

logging.getLogger("exifread").setLevel(logging.CRITICAL)

Number = int | Fraction | None
"""None stands for a rational with denominator zero: cameras write 0/0 for "not known"."""

Tags = dict[str, str | bytes | tuple[Number, ...]]
"""EXIF tag name to its text or its numbers, for the main, EXIF and GPS directories together."""

_EXIFREAD_DIRECTORIES = ("Image ", "EXIF ", "GPS ")
_EXIF_HEADER = b"Exif\0\0"
# Names of the two libraries that differ from the standard's.
_RENAMED = {
    "GPSDate": "GPSDateStamp",
    "SubsecTime": "SubSecTime",
    "SubsecTimeOriginal": "SubSecTimeOriginal",
    "SubsecTimeDigitized": "SubSecTimeDigitized",
}


@dataclass(frozen=True, slots=True)
class ExifReading:
    """Tags of one file, who read them, and the class name of the error when nobody could."""

    tags: Tags
    reader: str
    problem: str | None = None


def read_exif(file: BinaryIO, picture: Image.Image | None, format_name: str = "") -> ExifReading:
    """Read the metadata of a file; never raises.

    Args:
        file: The file, seekable; its position is changed.
        picture: The same file opened by Pillow (it need not be loaded), None where Pillow could not open it.
        format_name: Its format: some raw files keep their metadata where nobody else does.
    """
    problem: str | None = None
    try:
        if format_name == "cr3":
            return ExifReading(_of_blocks(canon_blocks(read_raw(file))), f"Pillow {PIL.__version__}")
        kin = as_tiff(read_raw(file), format_name) if format_name in {"rw2", "orf"} else None
        tags = _by_exifread(file if kin is None else io.BytesIO(kin))
    # ExifRead 3.5.1 raises more than its own errors: IndexError, UnicodeDecodeError, EOFError, AssertionError in 13 of
    # 293 public test pictures.
    except Exception as error:  # noqa: BLE001
        problem, tags = _name_of(error), {}
    if not tags and picture is not None:
        try:
            tags = _by_pillow(picture)
        except OSError:
            pass  # pixels are missing, not metadata: PNG is loaded to find EXIF behind them
        except Exception as error:  # noqa: BLE001 - hostile EXIF makes Pillow raise struct, type and syntax errors alike
            problem = problem or _name_of(error)
        if tags:
            return ExifReading(tags, f"Pillow {PIL.__version__}")
    if tags and picture is not None:
        tags |= _comment_by_pillow(picture)
    return ExifReading(tags, f"ExifRead {exifread.__version__}", problem)


def _comment_by_pillow(picture: Image.Image) -> Tags:
    """Return the one recorded tag that ExifRead leaves out together with maker notes."""
    try:
        comment = picture.getexif().get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.UserComment)
    except Exception:  # noqa: BLE001 - ExifRead got over this block; Pillow raises struct, type and syntax errors alike
        return {}
    return {"UserComment": _plain(comment)} if comment else {}


def _name_of(error: Exception) -> str:
    kind = type(error)
    return kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"


def _by_exifread(file: BinaryIO) -> Tags:
    # Without details maker notes are skipped: they cost most of the time and hold nothing that is recorded here.
    found = exifread.process_file(file, details=False, extract_thumbnail=False)
    tags: Tags = {}
    # The EXIF directory wins over the main one, which holds DateTimeOriginal in raw files.
    for directory in _EXIFREAD_DIRECTORIES:
        for key, tag in found.items():
            if key.startswith(directory):
                name = key.removeprefix(directory)
                tags[_RENAMED.get(name, name)] = _plain(tag.values)
    return tags


def _by_pillow(picture: Image.Image) -> Tags:
    block = picture.info.get("exif")
    if isinstance(block, bytes):
        # Pillow remembers a block it failed to read while opening as an empty one; a fresh reading tells the error.
        exif = Image.Exif()
        exif.load(block)
    else:
        exif = picture.getexif()
    tags: Tags = {}
    for found, names in (
        (dict(exif), ExifTags.TAGS),
        (exif.get_ifd(ExifTags.IFD.Exif), ExifTags.TAGS),
        (exif.get_ifd(ExifTags.IFD.GPSInfo), ExifTags.GPSTAGS),
    ):
        for number, value in found.items():
            name = names.get(number, f"Tag 0x{number:04X}")
            tags[_RENAMED.get(name, name)] = _plain(value)
    return tags


def _of_blocks(blocks: list[bytes]) -> Tags:
    """Return the tags of Canon's small TIFFs: the main directory, that of EXIF, that of GPS."""
    tags: Tags = {}
    for block in blocks:
        exif = Image.Exif()
        exif.load(_EXIF_HEADER + block)
        for number, value in dict(exif).items():
            name = ExifTags.GPSTAGS.get(number) or ExifTags.TAGS.get(number, f"Tag 0x{number:04X}")
            tags[_RENAMED.get(name, name)] = _plain(value)
    return tags


def _plain(value: object) -> str | bytes | tuple[Number, ...]:
    if isinstance(value, str | bytes):
        return value
    if isinstance(value, list | tuple):
        return tuple(_number(item) for item in value)
    return (_number(value),)


def _number(value: object) -> Number:
    if isinstance(value, int):
        return value
    if isinstance(value, tuple) and len(value) == 1:  # a float as struct.unpack gives it
        return _number(value[0])
    # Fractions of both libraries are told by their parts: a zero denominator survives in them.
    numerator, denominator = getattr(value, "numerator", None), getattr(value, "denominator", None)
    if isinstance(numerator, int) and isinstance(denominator, int):
        return Fraction(numerator, denominator) if denominator else None
    if isinstance(value, float) and abs(value) < 1e12:
        return Fraction(value)
    return None
