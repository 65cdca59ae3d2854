"""Still pictures: opened with limits, turned upright and scaled to a preview and a thumbnail.

The pixel limit is our own and is read from the header before anything is decoded: Pillow's guard warns above 89 and
stops above 179 million pixels, while a 256 kB WebP of 144 million pixels took 10 s and 2.3 GB to load.
"""

from __future__ import annotations

import contextlib
import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import BinaryIO

import pillow_heif
from PIL import (
    AvifImagePlugin,
    BmpImagePlugin,
    ExifTags,
    GifImagePlugin,
    Image,
    ImageCms,
    ImageFile,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from surveyor_app.media.containers.raw_files import RAW, TIFF_BASED, inner_pictures, opened_inside, read_raw
from surveyor_app.media.containers.raw_statements import stated_orientation, stated_size
from surveyor_app.media.facts import PREVIEW_PX, THUMBNAIL_PX, Measures, Problem
from surveyor_app.media.measuring import measure

QUALITY = 72

MAX_PIXELS = 120_000_000
"""Largest picture decoded in full: phones write 108 million pixels in HEIC."""
MAX_JPEG_PIXELS = 250_000_000
"""JPEG is decoded at a half, a quarter or an eighth, so phones' 200 million pixels fit."""

# The header is compared with the limits above before anything is decoded; Pillow's own guard would refuse some
# pictures before their size can be recorded.
Image.MAX_IMAGE_PIXELS = None
pillow_heif.register_heif_opener()

# The only decoders a file can reach, by the format its content shows.
_DECODERS: dict[str, str] = {
    "jpeg": JpegImagePlugin.JpegImageFile.format,
    "png": PngImagePlugin.PngImageFile.format,
    "gif": GifImagePlugin.GifImageFile.format,
    "bmp": BmpImagePlugin.BmpImageFile.format,
    "tiff": TiffImagePlugin.TiffImageFile.format,
    "webp": WebPImagePlugin.WebPImageFile.format,
    "avif": AvifImagePlugin.AvifImageFile.format,
    "heic": "HEIF",
    "heif": "HEIF",
}

_STATED_SIZE = "surveyor.stated_size"
_TRIED_INSIDE = 3
_ONE_COLOUR = 0.999
_SUBFILE = 0x00FE
_SEARCHED_FRAMES = 16

_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """What is derived from a picture: two JPEG files of it and its measures."""

    preview: bytes
    thumbnail: bytes
    measures: Measures


class NoPicture(Exception):
    """There is no preview of this content; ``problem`` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def open_picture(file: BinaryIO, format_name: str) -> Image.Image:
    """Open a picture without decoding its pixels.

    Args:
        file: The file, seekable; it must stay open until :func:`render` is done.
        format_name: Format as :func:`surveyor_app.media.sniffing.sniff` names it.

    Raises:
        NoPicture: unsupported_format, unreadable, truncated or out_of_memory.
    """
    if format_name in RAW:
        return _open_raw(file, format_name)
    decoder = _DECODERS.get(format_name)
    if decoder is None:
        raise NoPicture(Problem.UNSUPPORTED_FORMAT)
    picture = _open(file, decoder)
    if isinstance(picture, TiffImagePlugin.TiffImageFile):
        _seek_whole_picture(picture)
    return picture


def _open(file: BinaryIO, decoder: str) -> Image.Image:
    try:
        with warnings.catch_warnings():
            # Pillow warns of oddities it gets over, such as a malformed index of an MPO.
            warnings.simplefilter("ignore")
            return Image.open(file, formats=[decoder])
    except Exception as error:
        # Hostile headers make Pillow's parsers raise errors of any class.
        raise NoPicture(problem_of(error)) from error


def _open_raw(file: BinaryIO, format_name: str) -> Image.Image:
    """Open the largest finished picture inside a raw file; of a TIFF without one, the picture of its first directory."""
    data = read_raw(file)
    for inside in inner_pictures(data)[:_TRIED_INSIDE]:
        try:
            picture = _open(opened_inside(data, inside), _DECODERS["jpeg"])
        except NoPicture:
            continue
        picture.info[_STATED_SIZE] = stated_size(data, format_name, picture.size)
        if ExifTags.Base.Orientation not in picture.getexif():
            picture.getexif()[ExifTags.Base.Orientation] = stated_orientation(data, format_name) or 1
        return picture
    if format_name not in TIFF_BASED:
        raise NoPicture(Problem.UNSUPPORTED_FORMAT)
    picture = _open(file, _DECODERS["tiff"])
    picture.info[_STATED_SIZE] = stated_size(data, format_name, picture.size)
    return picture


def _seek_whole_picture(picture: TiffImagePlugin.TiffImageFile) -> None:
    """Go from a first frame that says it is a smaller copy of another to the first one that does not."""
    try:
        while picture.tag_v2.get(_SUBFILE, 0) & 1 and picture.tell() < _SEARCHED_FRAMES:
            picture.seek(picture.tell() + 1)
    except Exception:  # noqa: BLE001 - a broken chain of frames makes Pillow raise errors of any class
        picture.seek(0)


def shown_size(picture: Image.Image) -> tuple[int, int] | None:
    """Return the size of the picture inside a raw file, ``None`` where it is that of the photo."""
    stated = picture.info.get(_STATED_SIZE)
    return picture.size if isinstance(stated, tuple) and stated != picture.size else None


def stored_size(picture: Image.Image) -> tuple[int, int]:
    """Return width and height as the header states them; call it before :func:`render`.

    Of a raw file that is the photo's size where it is stated, else that of the largest picture inside.
    """
    stated = picture.info.get(_STATED_SIZE)
    if isinstance(stated, tuple):
        return stated
    if isinstance(picture, TiffImagePlugin.TiffImageFile) and _orientation(picture) >= 5:
        # Pillow announces a TIFF in the size it will have when it is turned.
        return picture.height, picture.width
    return picture.size


@contextlib.contextmanager
def taking_what_there_is() -> Iterator[None]:
    """Have the decoders show what can be decoded of a picture whose end is missing; the rest stays grey or black.

    The library's switch is one for the whole process, which is why this is for a worker's single thread.
    """
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = False


def render_damaged(picture: Image.Image) -> Rendered | None:
    """Return the same as :func:`render` of what is left of a damaged picture that was opened anew; None when nothing is."""
    made = upright_damaged(picture, PREVIEW_PX)
    return None if made is None else _pair(made)


def upright_damaged(picture: Image.Image, longest: int) -> Image.Image | None:
    """Return the same as :func:`upright` of a damaged picture that was opened anew; None when nothing of it can be seen."""
    try:
        with taking_what_there_is():
            made = upright(picture, longest)
    except NoPicture:
        return None
    # Where hardly a pixel was decoded the whole is the one colour that decoders fill up with.
    counts = made.convert("L").histogram()
    return made if max(counts) < _ONE_COLOUR * sum(counts) else None


def render(picture: Image.Image) -> Rendered:
    """Return preview and thumbnail of an opened picture, upright, as JPEG without metadata, and what was measured on it.

    Raises:
        NoPicture: too_many_pixels, unreadable, truncated or out_of_memory.
    """
    with _decoding():
        return _pair(_upright(picture, PREVIEW_PX))


def upright(picture: Image.Image, longest: int) -> Image.Image:
    """Return the pixels of an opened picture, upright, sRGB or grey, the longer side at most ``longest``; never enlarged.

    Of several frames the first is shown. Grey pictures of more than 8 bits are stretched from their darkest to their
    brightest value, because thermal cameras use a small part of the range.

    Raises:
        NoPicture: as :func:`render`.
    """
    with _decoding():
        return _upright(picture, longest)


@contextlib.contextmanager
def _decoding() -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except NoPicture:
        raise
    except Exception as error:
        # Hostile pixel data makes Pillow's decoders raise errors of any class.
        raise NoPicture(problem_of(error)) from error


def _upright(picture: Image.Image, longest: int) -> Image.Image:
    width, height = picture.size
    is_jpeg = isinstance(picture, JpegImagePlugin.JpegImageFile | MpoImagePlugin.MpoImageFile)
    if width * height > (MAX_JPEG_PIXELS if is_jpeg else MAX_PIXELS):
        raise NoPicture(Problem.TOO_MANY_PIXELS)
    if is_jpeg:
        picture.draft("RGB", _scaled(picture.size, longest))
    picture.load()
    # Only now: TIFF is turned by its own decoder while loading, and PNG may carry EXIF behind its pixels.
    turn = _UPRIGHT.get(_orientation(picture))
    return _finished(_eight_bit(picture), turn, longest)


def encode(picture: Image.Image, turn: Image.Transpose | None = None) -> Rendered:
    """Scale an RGB or grey picture, turn it, and return preview and thumbnail as JPEG, with measures."""
    return _pair(_finished(picture, turn, PREVIEW_PX))


def _finished(picture: Image.Image, turn: Image.Transpose | None, longest: int) -> Image.Image:
    # Hamming costs a third less than bicubic (30 ms against 47 ms for 3 to 2 megapixels) and looks the same here.
    scaled = _shrunk(picture, longest, Image.Resampling.HAMMING, reducing_gap=2.0)
    if turn is not None:
        scaled = scaled.transpose(turn)
    return _in_srgb(scaled, picture.info.get("icc_profile"))


def _pair(preview: Image.Image) -> Rendered:
    thumbnail = _shrunk(preview, THUMBNAIL_PX, Image.Resampling.HAMMING, reducing_gap=1.1)
    return Rendered(jpeg_of(preview, QUALITY), jpeg_of(thumbnail, QUALITY), measure(preview, thumbnail))


def upright_turn(orientation: int | None) -> Image.Transpose | None:
    """Return the turn that brings a picture with this EXIF orientation upright, None when it is."""
    return _UPRIGHT.get(orientation or 1)


def problem_of(error: Exception) -> Problem:
    """Return the reason code for whatever a decoder raised."""
    if isinstance(error, MemoryError):
        return Problem.OUT_OF_MEMORY
    if isinstance(error, Image.DecompressionBombError):
        return Problem.TOO_MANY_PIXELS
    return Problem.TRUNCATED if "truncated" in str(error).lower() else Problem.UNREADABLE


def _orientation(picture: Image.Image) -> int:
    try:
        value = picture.getexif().get(ExifTags.Base.Orientation, 1)
    except Exception:  # noqa: BLE001 - broken EXIF must not cost the preview; it raises errors of any class
        return 1
    return value if isinstance(value, int) else 1


def _eight_bit(picture: Image.Image) -> Image.Image:
    """Return the picture as RGB or L on white."""
    if picture.mode in ("RGB", "L"):
        return picture
    if picture.mode.startswith(("I", "F")):
        return _stretched(picture)
    if picture.has_transparency_data:
        layered = picture.convert("RGBA")
        white = Image.new("RGBA", layered.size, "white")
        flat = Image.alpha_composite(white, layered).convert("RGB")
    else:
        flat = picture.convert("L" if picture.mode in ("1", "LA", "La") else "RGB")
    if picture.mode != "CMYK":
        flat.info["icc_profile"] = picture.info.get("icc_profile")
    else:
        flat.info.pop("icc_profile", None)
    return flat


def _stretched(picture: Image.Image) -> Image.Image:
    values = picture.convert("F")
    extrema = values.getextrema()
    low, high = float(extrema[0]), float(extrema[1])  # type: ignore[arg-type]  # one band: two numbers
    scale = 255.0 / (high - low) if high > low else 0.0
    return values.point(lambda value: value * scale - low * scale).convert("L")


def _scaled(size: tuple[int, int], longest: int) -> tuple[int, int]:
    factor = min(1.0, longest / max(size))
    return max(1, round(size[0] * factor)), max(1, round(size[1] * factor))


def _shrunk(picture: Image.Image, longest: int, method: Image.Resampling, reducing_gap: float) -> Image.Image:
    size = _scaled(picture.size, longest)
    return picture if size == picture.size else picture.resize(size, method, reducing_gap=reducing_gap)


def _in_srgb(picture: Image.Image, profile: object) -> Image.Image:
    """Convert a wide-gamut picture (Display P3 of phones) so that it needs no profile to look right."""
    if not isinstance(profile, bytes) or picture.mode != "RGB":
        return picture
    try:
        transform = _to_srgb(profile)
        return picture if transform is None else ImageCms.applyTransform(picture, transform) or picture
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return picture


@lru_cache(maxsize=8)
def _to_srgb(profile: bytes) -> ImageCms.ImageCmsTransform | None:
    opened = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    if "sRGB" in ImageCms.getProfileDescription(opened):
        return None
    return ImageCms.buildTransform(opened, ImageCms.createProfile("sRGB"), "RGB", "RGB")


def jpeg_of(picture: Image.Image, quality: int) -> bytes:
    """Return an RGB or grey picture as JPEG without metadata."""
    target = io.BytesIO()
    # Pillow copies a JPEG comment over unless told otherwise; EXIF and profile it leaves out by itself.
    picture.save(target, "JPEG", quality=quality, comment=b"")
    return target.getvalue()
