"""Papers of several pages: each page as a picture, and hostile ones refused with a reason, in the worker alone."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Iterator

import pikepdf
import pytest
from PIL import Image

from surveyor_app.media.facts import MediaClass, Problem
from surveyor_app.media.paged import MAX_PAGES
from surveyor_app.media.render_jobs import Page
from surveyor_app.media.worker import MediaWorkers


@pytest.fixture(scope="module")
def workers() -> Iterator[MediaWorkers]:
    with MediaWorkers(1) as made:
        yield made


def page(workers: MediaWorkers, data: bytes, number: int = 0, longest: int = 400) -> Page:
    return workers.page(len(data), lambda offset, size: data[offset : offset + size], number, longest)


def pdf_of(pages: int, size: tuple[float, float] = (595, 842), encryption: pikepdf.Encryption | None = None) -> bytes:
    document = pikepdf.new()
    for _ in range(pages):
        added = document.add_blank_page(page_size=(595, 842))
        added.obj.MediaBox = pikepdf.Array([0, 0, *size])
    out = io.BytesIO()
    document.save(out, encryption=encryption or False)
    return out.getvalue()


def tiff_of(pages: int, size: tuple[int, int] = (40, 60)) -> bytes:
    pictures = [Image.new("L", size, 255 - place) for place in range(pages)]
    out = io.BytesIO()
    pictures[0].save(out, "TIFF", save_all=True, append_images=pictures[1:])
    return out.getvalue()


@pytest.mark.parametrize("make", [pdf_of, tiff_of])
def test_every_page_is_a_picture_of_its_own(workers: MediaWorkers, make: Callable[[int], bytes]) -> None:
    data = make(3)
    for number in range(3):
        found = page(workers, data, number)
        assert (found.pages, found.problem) == (3, None)
        with Image.open(io.BytesIO(found.jpeg or b"")) as picture:
            assert picture.format == "JPEG"
            assert max(picture.size) <= 400
    for beyond in (3, 99, -1):
        assert page(workers, data, beyond).problem is Problem.UNREADABLE


def test_a_pdf_is_shown_by_its_first_page_and_not_measured(workers: MediaWorkers) -> None:
    found = workers.examine_bytes(pdf_of(2))
    assert (found.facts.media_class, found.facts.format, found.problem) == (MediaClass.PAPER, "pdf", None)
    assert found.preview
    assert found.thumbnail
    assert found.measures is None, "forms are all alike"


def endless_tiff() -> bytes:
    """A directory of one page that names itself as the next."""
    entries = [(256, 3, 1, 4), (257, 3, 1, 4), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 8),
               (278, 3, 1, 4), (279, 4, 1, 16)]  # fmt: skip
    packed = b"".join(struct.pack("<HHLL", *entry) for entry in entries)
    return (
        b"II*\0" + struct.pack("<L", 24) + bytes(16) + struct.pack("<H", len(entries)) + packed + struct.pack("<L", 24)
    )


def long_tiff(pages: int) -> bytes:
    """Directories without end, each of them tiny."""
    body = bytearray(b"II*\0" + struct.pack("<L", 24) + bytes(16))
    for place in range(pages):
        entries = [(256, 3, 1, 4), (257, 3, 1, 4), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 8),
                   (278, 3, 1, 4), (279, 4, 1, 16)]  # fmt: skip
        body += struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHLL", *entry) for entry in entries)
        body += struct.pack("<L", len(body) + 4 if place + 1 < pages else 0)
    return bytes(body)


def test_a_tiff_that_leads_in_circles_has_one_page(workers: MediaWorkers) -> None:
    found = page(workers, endless_tiff())
    assert (found.pages, found.problem) == (1, None)


@pytest.mark.parametrize("data", [long_tiff(20_000), pdf_of(3_000)], ids=["tiff", "pdf"])
def test_thousands_of_pages_are_counted_no_further_than_a_paper_goes(workers: MediaWorkers, data: bytes) -> None:
    found = page(workers, data, 5)
    assert (found.pages, found.problem) == (MAX_PAGES, None)
    assert page(workers, data, MAX_PAGES).problem is Problem.UNREADABLE


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%%EOF",
        pdf_of(2)[:300],
        pdf_of(1, encryption=pikepdf.Encryption(user="u", owner="o")),
        pdf_of(1, size=(14_000, 0.5)),
        b"II*\0\xff\xff\xff\xff",
        tiff_of(1)[:90],
    ],
    ids=["nothing", "cut", "encrypted", "a line", "no directory", "cut tiff"],
)
def test_broken_papers_have_no_preview_and_a_reason(workers: MediaWorkers, data: bytes) -> None:
    found = page(workers, data)
    assert found.jpeg is None
    assert found.problem is not None
    assert workers.examine_bytes(data).preview is None
    assert workers.examine_bytes(data).problem is not None


def test_a_page_that_claims_to_be_huge_is_drawn_small(workers: MediaWorkers) -> None:
    found = page(workers, pdf_of(1, size=(14_400, 14_400)), longest=300)
    with Image.open(io.BytesIO(found.jpeg or b"")) as picture:
        assert picture.size == (300, 300)


def test_other_files_have_no_pages(workers: MediaWorkers) -> None:
    assert page(workers, b"just words").problem is Problem.NOT_A_PICTURE
