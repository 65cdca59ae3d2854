"""QR codes on photos, read with zxing-cpp: the clock page of the laptop on a photo of its screen. Runs inside a worker."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import BinaryIO

import zxingcpp
from PIL import Image, JpegImagePlugin, MpoImagePlugin

from surveyor_app.media.pictures import MAX_JPEG_PIXELS, MAX_PIXELS, NoPicture, open_picture
from surveyor_app.media.sniffing import HEAD_BYTES, sniff

# A screen fills a good part of the photo, so a scaled copy is enough as a rule and hides the grid of the screen's own pixels;
# a code far away needs more.
_LONGEST_PX = (1400, 2600, 5200)


_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


def read_codes(file: BinaryIO) -> tuple[str, ...]:
    """Return the texts of all QR codes in a picture; empty where there are none or it is no picture."""
    try:
        file.seek(0)
        _, format_name, _ = sniff(file.read(HEAD_BYTES))
        file.seek(0)
        with open_picture(file, format_name) as picture:
            return _first_found(picture)
    except (NoPicture, OSError):
        return ()
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - hostile pixel data makes Pillow's decoders raise errors of any class
        return ()


def _first_found(picture: Image.Image) -> tuple[str, ...]:
    is_jpeg = isinstance(picture, JpegImagePlugin.JpegImageFile | MpoImagePlugin.MpoImageFile)
    if picture.width * picture.height > (MAX_JPEG_PIXELS if is_jpeg else MAX_PIXELS):
        return ()
    for grey in _copies(picture, is_jpeg):
        for binarizer in (zxingcpp.Binarizer.LocalAverage, zxingcpp.Binarizer.GlobalHistogram):
            found = zxingcpp.read_barcodes(grey, formats=_QR, binarizer=binarizer)
            if found:
                return tuple(code.text for code in found)
    return ()


def _copies(picture: Image.Image, is_jpeg: bool) -> Iterator[Image.Image]:
    """Yield grey copies, the smallest first; none larger than the last size."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if is_jpeg:
            factor = _LONGEST_PX[-1] / max(picture.size)
            # JPEG scales while it decodes, and takes the size that is the next larger one.
            picture.draft("L", (round(picture.width * factor), round(picture.height * factor)))
        picture.load()
    whole = picture.convert("L")
    for longest in _LONGEST_PX:
        factor = min(1.0, longest / max(whole.size))
        size = max(1, round(whole.width * factor)), max(1, round(whole.height * factor))
        yield whole if factor == 1.0 else whole.resize(size, Image.Resampling.BOX)
        if factor == 1.0:
            return
