"""The signed paper shows what the screen showed: its pages, drawn by another engine, are the pictures that were signed."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.operations.statements.closing import close, statement_pdf
from surveyor_app.operations.statements.contents import load_contents
from surveyor_app.operations.statements.pages import freeze_pages, page_picture
from surveyor_app.operations.statements.reading import begin_reading, correct
from tests.operations.statement_world import sign_all, take

WHOLE = (0.0, 0.0, 1.0, 1.0)
FOOT = (0.0, 0.87, 1.0, 0.955)
BODY = (0.0, 0.0, 1.0, 0.86)
"""Parts of a page: left, top, right, bottom as shares."""


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_signed_paper_shows_the_pages_that_were_signed(qapp: QApplication, case: CaseFile, language: str) -> None:
    taken = take(case, questions=60, language=language)
    begin_reading(case, taken.statement, "self_read")
    correct(case, taken.answers[0], "answer", "大概十二米远，第1次。")
    freeze_pages(case, taken.statement)
    sign_all(case, taken.statement)
    close(case, taken.statement)
    pages = load_contents(case, taken.statement).pages
    assert len(pages) >= 3
    pdf = statement_pdf(case, taken.statement)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert opened.check_pdf_syntax() == []
        assert len(opened.pages) == len(pages)
    for place, page in enumerate(pages):
        shown = Image.open(io.BytesIO(page_picture(case, page))).convert("L")
        printed = _drawn(pdf, place, shown.size)
        assert _darker(shown, printed, WHOLE) < 0.001, f"page {page.no}: something that was shown is not printed"
        assert _darker(printed, shown, FOOT) > 0.002, f"page {page.no}: the signatures are not printed"
        if 0 < place < len(pages) - 1:
            # Notice and closing sentence have boxes of their own, on the first and the last page.
            assert _darker(printed, shown, BODY) < 0.001, f"page {page.no}: something is printed that was not shown"


def _drawn(pdf: bytes, page: int, size: tuple[int, int]) -> Image.Image:
    """Draw a page with Qt's engine, which is not the one that laid it out."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    picture = document.render(page, QSize(*size))
    flat = picture.convertToFormat(QImage.Format.Format_RGBA8888)
    drawn = Image.frombytes("RGBA", size, bytes(flat.constBits()))
    white = Image.new("RGBA", size, "white")
    white.alpha_composite(drawn)
    return white.convert("L")


def _darker(one: Image.Image, two: Image.Image, area: tuple[float, float, float, float]) -> float:
    """Return the share of the area in which ``one`` is clearly darker than ``two``.

    Both are made coarse first: two engines never set the edge of a letter alike.
    """
    width, height = one.size
    box = tuple(round(part * side) for part, side in zip(area, (width, height, width, height), strict=True))
    left, top, right, bottom = box
    coarse = ((right - left) // 4, (bottom - top) // 4)
    first, second = (
        picture.crop((left, top, right, bottom)).resize(coarse, Image.Resampling.BOX) for picture in (one, two)
    )
    clear = ImageChops.subtract(second, first).point([0] * 70 + [255] * 186)
    return clear.histogram()[255] / (coarse[0] * coarse[1])
