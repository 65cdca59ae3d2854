"""What a file's bytes say about it, and what an examination of them yields.

These values cross the border of the package: texts in them are clean (no NUL, no surrogates, bounded length), numbers
are exact, and nothing in them was calculated from anything but the file itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class MediaClass(StrEnum):
    """The five classes of evidence, decided by content and never by a file name."""

    PHOTO = "photo"
    VIDEO = "video"
    SOUND = "sound"
    PAPER = "paper"
    OTHER = "other"


class Problem(StrEnum):
    """Why a file has no preview or no metadata; the file is evidence all the same.

    The codes are stored in case files: never rename one.
    """

    EMPTY = "empty"
    """The file has no bytes."""
    UNREADABLE = "unreadable"
    """The decoder refused the content, or the file could not be read."""
    TRUNCATED = "truncated"
    """The header is in order but pixels are missing."""
    TOO_MANY_PIXELS = "too_many_pixels"
    """Larger than this program decodes."""
    OUT_OF_MEMORY = "out_of_memory"
    """Decoding wanted more memory than a worker may have."""
    TOO_SLOW = "too_slow"
    """Decoding did not end in time; the worker was ended."""
    CRASHED = "crashed"
    """The worker ended by itself while it decoded this file."""
    NOT_A_PICTURE = "not_a_picture"
    """Sound, paper or other content: stored, not opened or with nothing to show."""
    UNSUPPORTED_FORMAT = "unsupported_format"
    """A kind of picture or video this program knows by name but does not decode."""
    EXIF_UNREADABLE = "exif_unreadable"
    """The metadata could not be read (``Facts.exif_problem``); never a reason for a missing preview."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the bytes say, as found: no zone applied, nothing corrected, nothing guessed.

    Attributes:
        media_class: Class of evidence.
        format: Short lower-case name, ``unknown`` where the content is not recognised.
        media_type: MIME type, ``application/octet-stream`` where not recognised.
        width_px: Width as the header states it, before ``orientation`` is applied. HEIF and AVIF turn the picture
            inside their container, so theirs is the upright width.
        height_px: Height, by the same rule.
        orientation: EXIF value as found (normally 1 to 8). For HEIF it is a record only: the decoder has turned the
            picture already. For video it is the display matrix in EXIF terms.
        taken_at: ISO local time from EXIF DateTimeOriginal, else DateTimeDigitized. For video and sound the
            container's creation time, which is UTC with ``taken_offset`` "+00:00" unless the device wrote a zone.
        taken_subsec: Digits after the second, as found.
        taken_offset: Offset from UTC as found, like "+08:00".
        gps_lat: WGS84 degrees, 7 places, south negative.
        gps_lon: WGS84 degrees, 7 places, west negative.
        gps_alt_m: Metres, below sea level negative.
        gps_direction_deg: Where the camera looked, 0 to 360; true or magnetic north as the device had it.
        gps_speed_kmh: Speed of the device.
        gps_utc: Time of the fix, ISO with "Z".
        make: Maker of the device.
        model: Model of the device.
        serial: Serial number of the body.
        lens: Lens model.
        software: Program or firmware that wrote the file.
        c2pa: A C2PA manifest is embedded. Present is all this says: it was not checked.
        duration_ms: Length of video or sound.
        codec: Name of the video codec, else of the sound codec.
        reader: Program and library that read the metadata, with versions.
        exif_problem: Class name of the error that kept metadata from being read.
    """

    media_class: MediaClass
    format: str
    media_type: str
    width_px: int | None = None
    height_px: int | None = None
    orientation: int | None = None
    taken_at: str | None = None
    taken_subsec: str | None = None
    taken_offset: str | None = None
    gps_lat: Decimal | None = None
    gps_lon: Decimal | None = None
    gps_alt_m: Decimal | None = None
    gps_direction_deg: Decimal | None = None
    gps_speed_kmh: Decimal | None = None
    gps_utc: str | None = None
    make: str | None = None
    model: str | None = None
    serial: str | None = None
    lens: str | None = None
    software: str | None = None
    c2pa: bool = False
    duration_ms: int | None = None
    codec: str | None = None
    reader: str = ""
    exif_problem: str | None = None


@dataclass(frozen=True, slots=True)
class Examination:
    """Facts of one file, and small pictures of it where there is something to show.

    Attributes:
        facts: What the bytes say.
        preview: JPEG, longest side at most 1600 px, upright, sRGB, without metadata; never enlarged.
        thumbnail: The same at 320 px at most.
        problem: Why there is no preview; None when there is one.
    """

    facts: Facts
    preview: bytes | None = None
    thumbnail: bytes | None = None
    problem: Problem | None = None
