"""What a file's bytes say about it, and what an examination of them yields.

These values cross the border of the package: texts in them are clean (no NUL, no surrogates, bounded length), numbers
are exact, and nothing in them was calculated from anything but the file itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

PREVIEW_PX = 1600
THUMBNAIL_PX = 320
"""Longest sides of what is derived from a picture, and of a picture that is printed."""


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
    """The header is in order but pixels are missing. The only one that stands beside a preview, of what could be decoded."""
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


class C2paState(StrEnum):
    """What checking a picture's content credentials offline gave. The codes are stored in case files: never rename one."""

    VALID = "valid"
    """Unchanged since it was signed, by a signer that a list of trusted signers names."""
    VALID_UNTRUSTED = "valid_untrusted"
    """Unchanged since it was signed, by a signer that nobody vouches for here."""
    INVALID = "invalid"
    """The content or the manifest was changed after signing."""
    REMOTE_NOT_FETCHED = "remote_not_fetched"
    """The file only links to a manifest; its address is recorded, and nothing was fetched."""
    UNREADABLE = "unreadable"
    """There is a manifest, but it cannot be read."""
    NOT_CHECKED = "not_checked"
    """There is a manifest; the file is too large to be checked while it is taken in."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the bytes say: no zone applied, nothing corrected, nothing guessed; what can be read in two ways is left out.

    Attributes:
        media_class: Class of evidence.
        format: Short lower-case name, ``unknown`` where the content is not recognised.
        media_type: MIME type, ``application/octet-stream`` where not recognised.
        width_px: Width as the header states it, before ``orientation`` is applied. HEIF and AVIF turn the picture
            inside their container, so theirs is the upright width.
        height_px: Height, by the same rule.
        coded_width_px: Width of the pixels as they are stored, where that is another: before a HEIF or AVIF container turns
            and crops them (``irot``, ``clap``).
        coded_height_px: Height of the same.
        shown_width_px: Width of what can be shown of a raw file, where that is another: the largest finished picture inside,
            before ``orientation`` is applied.
        shown_height_px: Height of the same.
        pages: Pages of a PDF or TIFF, or pictures of a HEIF (a burst), where there are several.
        orientation: EXIF value as found (normally 1 to 8). For HEIF it is a record only: the decoder has turned the
            picture already. For video it is the display matrix in EXIF terms.
        taken_at: ISO local time from EXIF DateTimeOriginal; DateTimeDigitized where that was never written. For video
            and sound the container's creation time, which is UTC with ``taken_offset`` "+00:00" unless the device wrote a zone.
        taken_subsec: Digits after the second.
        taken_offset: Offset from UTC like "+08:00".
        taken_found: The texts of the tags with their names wherever they are not what the standard asks for, or were not used.
        taken_problem: Why a time, zone or sub-second that was found was not used; a value of
            :class:`surveyor_app.media.found_times.Unclear`.
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
        user_comment: What EXIF UserComment says: phones mark screen-shots there.
        c2pa: A C2PA manifest is embedded.
        c2pa_state: Result of the offline check, a value of :class:`C2paState`; None where there are no credentials.
        c2pa_detail: Who made the claim, codes of the check, who signed; of a manifest elsewhere its address as found.
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
    coded_width_px: int | None = None
    coded_height_px: int | None = None
    shown_width_px: int | None = None
    shown_height_px: int | None = None
    pages: int | None = None
    orientation: int | None = None
    taken_at: str | None = None
    taken_subsec: str | None = None
    taken_offset: str | None = None
    taken_found: str | None = None
    taken_problem: str | None = None
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
    user_comment: str | None = None
    c2pa: bool = False
    c2pa_state: str | None = None
    c2pa_detail: str | None = None
    duration_ms: int | None = None
    codec: str | None = None
    reader: str = ""
    exif_problem: str | None = None


MEASURES_VERSION = 1
"""Of the way pictures are measured: raised when the same picture would give other numbers."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured on the upright picture; derived, never evidence.

    Attributes:
        version: :data:`MEASURES_VERSION` of the program that measured.
        phash: Perceptual hash, 64 bits as 16 hexadecimal digits; all zero for a picture without content, which is like
            no other. Compared with :func:`surveyor_app.domain.photos.likeness.distance`.
        sharpness: Variance of the Laplacian on a grey copy of at most 640 px: most sharp photos have more than
            100, blurred ones less than 40.
        level: Mean brightness, 0 to 255.
        dark_permille: Pixels that are black or nearly so (up to 31 of 255), per thousand.
        bright_permille: Pixels that are burnt out (from 250), per thousand.
    """

    version: int
    phash: str
    sharpness: int
    level: int
    dark_permille: int
    bright_permille: int


@dataclass(frozen=True, slots=True)
class Examination:
    """Facts of one file, and small pictures of it where there is something to show.

    Attributes:
        facts: What the bytes say.
        preview: JPEG, longest side at most :data:`PREVIEW_PX`, upright, sRGB, without metadata; never enlarged.
        thumbnail: The same at :data:`THUMBNAIL_PX` at most.
        problem: Why there is no preview, or only one of a part (``truncated``); None when all is well.
        measures: Likeness, sharpness and exposure of what the preview shows; given when there is a preview of a picture.
        pages: How many pages there are, where one page was asked for.
    """

    facts: Facts
    preview: bytes | None = None
    thumbnail: bytes | None = None
    problem: Problem | None = None
    measures: Measures | None = None
    pages: int | None = None
