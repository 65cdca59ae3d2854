"""Long names and numbers: printed whole, inside their column, and without a character that the original does not have."""

from __future__ import annotations

import html
import io
import itertools
import re
import subprocess
from dataclasses import dataclass, replace

import pikepdf
import pytest

from surveyor_app.domain.statements.text_changes import Piece, PieceKind
from surveyor_app.report.data import Row
from surveyor_app.report.layout import lay_out
from surveyor_app.report.signatures.signing import draw_stamp
from surveyor_app.report.statements.data import HeadGroup, HeadRow, PaperAnswer, StatementData
from surveyor_app.report.statements.layout import lay_out_statement
from surveyor_app.report.typesetting import ReportFiles
from surveyor_app.wording.languages import chinese
from tests.report.keys import person
from tests.report.samples import ISSUED_AT, both, sample

UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
FILE = "Screenshot_20261103142355123_com.tencent.mm_" + "abcdefghijklmnopqrstuvwxyz0123456789" * 4 + ".jpg"
CAMERA = "EXILIMEX-ZR5100PROMAX"
NUMBER = "PDAA2025310000007788990123456789012345678901"
PART = "BUMPERASSEMBLYFRONTLEFTHAND"
PRICE = "1,234,567,890.00"
LONG = (FILE, CAMERA, NUMBER, PART, PRICE)
MM = 72 / 25.4
FILE_COLUMN = ((18 + 11 + 17) * MM, (18 + 174 - 19 - 35 - 31) * MM)
SOURCE_COLUMN = ((18 + 174 - 31) * MM, (18 + 174) * MM)


@dataclass(frozen=True, slots=True)
class Printed:
    """One run of characters on a page, with where it begins and ends, in points from the left."""

    left: float
    right: float
    text: str


def printed(pdf: bytes) -> list[Printed]:
    """Return the words of a PDF as poppler places them."""
    boxes = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    found = re.findall(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">(.*)</word>', boxes)
    return [Printed(float(left), float(right), html.unescape(text)) for left, right, text in found]


def text_of(pdf: bytes, *options: str) -> str:
    """Return the text layer as poppler reads it, with nothing taken out."""
    return subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


@pytest.fixture(scope="module")
def report(files: ReportFiles) -> bytes:
    """A report with a long name wherever one may stand."""
    data, pictures, manifest = sample(1)
    assert data.damage is not None
    cells = ("1", PART, "更换 Replace", "2, 5", PRICE, PRICE, PRICE)
    data = replace(
        data,
        doc_no=NUMBER,
        report_no=NUMBER,
        claim=(Row(both("保单号", "Policy number"), NUMBER),),
        evidence=(replace(data.evidence[0], file_name=FILE, source=CAMERA),),
        damage=replace(data.damage, rows=(cells,)),
        photos=(replace(data.photos[0], caption=f"前保险杠 {NUMBER}"),),
    )
    return lay_out(data, pictures, manifest, files)


@pytest.fixture(scope="module")
def statement(files: ReportFiles) -> bytes:
    """A statement with long names in its head, a question and an answer."""
    data = StatementData(
        statement_id="st",
        language=chinese(),
        title="询问笔录",
        subtitle="1",
        report_no=NUMBER,
        insurer="",
        draft=False,
        head=(HeadGroup("head", "被询问人", (HeadRow("保单号", NUMBER),)),),
        notice=None,
        answers=(
            PaperAnswer("a", "1", 0, (Piece(PieceKind.SAME, f"{FILE}？"),), (Piece(PieceKind.SAME, f"是 {NUMBER}。"),)),
        ),
        endings=(),
        page_signers=(),
        end_signers=(),
    )
    return lay_out_statement(data, {}, (b"{}",), ISSUED_AT, files)


@pytest.mark.parametrize("options", [(), ("-raw",), ("-layout",)])
@pytest.mark.parametrize("paper", ["report", "statement", "stamp"])
def test_no_character_that_nobody_sees_is_copied(
    paper: str, options: tuple[str, ...], request: pytest.FixtureRequest
) -> None:
    if paper == "stamp":
        pdf = draw_stamp(person().credential, at=ISSUED_AT, reason=NUMBER, location=FILE)
    else:
        pdf = request.getfixturevalue(paper)
    text = text_of(pdf, *options)
    assert NUMBER[:20] in text
    assert not UNSEEN.findall(text)


def test_document_properties_and_alternative_texts_hold_the_name_as_it_is(report: bytes) -> None:
    with pikepdf.open(io.BytesIO(report)) as pdf:
        assert NUMBER in str(pdf.docinfo["/Title"])
        found = [
            str(value) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and (value := item.get("/Alt"))
        ]
    assert [text for text in found if NUMBER in text]
    assert not UNSEEN.findall("".join(found))


@pytest.mark.parametrize("options", [(), ("-raw",)])
def test_long_names_come_out_whole_but_for_ends_of_lines(
    options: tuple[str, ...], report: bytes, statement: bytes
) -> None:
    text = text_of(report, *options).replace("\n", "")
    assert [name for name in LONG if name not in text] == []
    assert FILE in text_of(statement, *options).replace("\n", "")


def test_a_long_number_that_fits_its_line_is_one_word(report: bytes) -> None:
    assert NUMBER in {word.text for word in printed(report)}


def test_a_long_name_stays_in_its_column(report: bytes) -> None:
    for name, (left, right) in ((FILE, FILE_COLUMN), (CAMERA, SOURCE_COLUMN)):
        pieces = [word for word in printed(report) if len(word.text) > 3 and word.text in name]
        assert len(pieces) > 1
        assert all(left < piece.left and piece.right < right for piece in pieces), name


def test_an_amount_stays_in_its_cell(report: bytes) -> None:
    # Columns of the damage table by their weights, the last three from the right edge.
    edges = [(18 + 174) * MM - weight / 9.5 * 174 * MM for weight in (0, 1.4, 2.7, 4.0)]
    pieces = [word for word in printed(report) if re.fullmatch(r"[\d,.]{2,}", word.text) and word.text in PRICE]
    cells = list(itertools.pairwise(edges))
    inside = [word for word in pieces if any(left < word.left and word.right < right for right, left in cells)]
    assert len(inside) >= 6


def test_a_word_that_fits_is_not_broken(files: ReportFiles) -> None:
    data, pictures, manifest = sample(1)
    line = replace(data.evidence[0], source="Canon Incorporated EOS")
    pdf = lay_out(replace(data, evidence=(line,)), pictures, manifest, files)
    assert "Incorporated" in {word.text for word in printed(pdf)}
