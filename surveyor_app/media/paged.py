"""Papers of several pages, TIFF and PDF: one page at a time as a picture, and how many there are. Runs inside a decoding worker.

Both formats can claim any number of pages, or lead in circles: pages are counted up to :data:`MAX_PAGES` and no further. Nothing
of a PDF is run (the library comes without scripts and forms) and nothing is fetched. A page is drawn to fit a size of ours,
whatever size it claims.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, BinaryIO

import pypdfium2
from PIL import Image

from surveyor_app.media.facts import Examination, Problem
from surveyor_app.media.pictures import NoPicture, encode, jpeg_of, open_picture, problem_of, upright
from surveyor_app.media.sniffing import HEAD_BYTES, sniffed_file

MAX_PAGES = 500
"""More are not counted: a paper of a claim is shorter, and a file that claims millions would only take time."""
QUALITY = 88
SHARPEST = 4.0
"""288 dots an inch; a small page is not drawn larger than that."""
PDF, TIFF = "pdf", "tiff"
_FRAMED = frozenset({TIFF, "heic", "heif"})
"""Formats whose pages are pictures of one file: scanned papers, bursts of phones."""


def answer_page(job: Mapping[str, Any], file: BinaryIO) -> Examination:
    """Return a page as the preview of an examination and the number of pages, or the reason why there is none."""
    facts = sniffed_file(file, file.read(HEAD_BYTES))
    number, longest = int(job["number"]), int(job["longest_px"])
    if facts.format != PDF and facts.format not in _FRAMED:
        return Examination(facts, problem=Problem.NOT_A_PICTURE)
    try:
        file.seek(0)
        if facts.format == PDF:
            picture, pages = pdf_page(file, number, longest)
        else:
            picture, pages = frame(file, facts.format, number, longest)
        return Examination(facts, jpeg_of(picture, QUALITY), pages=pages)
    except NoPicture as reason:
        return Examination(facts, problem=reason.problem)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - hostile content makes the libraries raise errors of any class
        return Examination(facts, problem=problem_of(error))


def counted_pages(file: BinaryIO, format_name: str) -> int:
    """Return how many pages a TIFF or pictures a HEIF has, 1 of anything else; never raises for bad content."""
    if format_name not in _FRAMED:
        return 1
    try:
        file.seek(0)
        with open_picture(file, format_name) as picture:
            return _frames(picture)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - as below
        return 1


def first_page(file: BinaryIO, longest: int) -> tuple[bytes, bytes, int]:
    """Return preview and thumbnail of the first page of a PDF, and how many pages there are.

    Raises:
        NoPicture: with the reason.
    """
    try:
        picture, pages = pdf_page(file, 0, longest)
        made = encode(picture)
    except (NoPicture, MemoryError):
        raise
    except Exception as error:
        # As above.
        raise NoPicture(problem_of(error)) from error
    return made.preview, made.thumbnail, pages


def frame(file: BinaryIO, format_name: str, number: int, longest: int) -> tuple[Image.Image, int]:
    """Return a page of a TIFF or a picture of a HEIF, upright, and how many there are.

    Raises:
        NoPicture: there is no such page, or it cannot be decoded.
    """
    with open_picture(file, format_name) as picture:
        pages = _frames(picture)
        if not 0 <= number < pages:
            raise NoPicture(Problem.UNREADABLE)
        picture.seek(number)
        return upright(picture, longest), pages


def _frames(picture: Image.Image) -> int:
    for count in range(1, MAX_PAGES):
        try:
            picture.seek(count)
        except EOFError:
            return count
    return MAX_PAGES


def pdf_page(file: BinaryIO, number: int, longest: int) -> tuple[Image.Image, int]:
    """Return a page of a PDF, and how many pages there are.

    Raises:
        NoPicture: there is no such page, it has no size, or it is encrypted. PdfiumError: it is no PDF.
    """
    document = pypdfium2.PdfDocument(file)
    try:
        pages = min(len(document), MAX_PAGES)
        if not 0 <= number < pages:
            raise NoPicture(Problem.UNREADABLE)
        page = document[number]
        width, height = page.get_size()
        if not (math.isfinite(width) and math.isfinite(height) and width > 0 and height > 0):
            raise NoPicture(Problem.UNREADABLE)
        scale = min(SHARPEST, longest / max(width, height))
        if min(width, height) * scale < 1:
            raise NoPicture(Problem.UNREADABLE)
        picture: Image.Image = page.render(scale=scale).to_pil()
        return picture.convert("RGB"), pages
    finally:
        document.close()
