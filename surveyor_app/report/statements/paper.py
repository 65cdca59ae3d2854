"""Reads what a paper of a statement says of itself: which statement, and the text of its pages. None of it is trusted."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from surveyor_app.domain.errors import PdfUnreadable, SurveyorError
from surveyor_app.domain.journal.canonical import Json, canonical, sha256_hex
from surveyor_app.report.attachments import attachments, page_count
from surveyor_app.report.statements.layout import PAGES_NAME

SEAL_NAME = "statement-seal.json"
"""Name of the attachment with the signed lines that seal the paper (:mod:`surveyor_app.report.statements.seal`)."""

_KEYWORD = re.compile(r"statement:([0-9a-f-]{36})\b")


@dataclass(frozen=True, slots=True)
class StatementPaper:
    """What stands in the file. ``id`` is the statement's: of its properties, else of the attached text.

    ``title``, ``subtitle`` and ``report_no`` are as printed on every page; ``texts`` are the hashes of the attached texts, first
    page first; ``seal`` is the attachment of that name as it is. ``is_consistent`` tells whether properties, attached text and
    number of pages speak of the same statement.
    """

    id: str
    title: str
    subtitle: str
    report_no: str
    pages: int
    texts: tuple[str, ...]
    seal: bytes | None
    is_consistent: bool


def read_paper(pdf: bytes) -> StatementPaper | None:
    """Return what a PDF says of itself as a statement, ``None`` where it claims to be none.

    Raises:
        PdfUnreadable: it is no PDF, or so damaged or encrypted that it cannot be read.
    """
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        if reader.encrypted:
            raise PdfUnreadable(path="", reason="encrypted")
        named = _KEYWORD.search(_keywords(reader))
        files = dict(attachments(reader))
        count = page_count(reader)
    except PdfUnreadable:
        raise
    except Exception as error:  # the library raises many kinds on hostile files, each means the same to us
        raise PdfUnreadable(path="", reason=f"{type(error).__name__}: {error}") from error
    if named is None and PAGES_NAME not in files:
        return None
    attached = _pages(files.get(PAGES_NAME))
    ids = {str(page.get("statement")) for page in attached}
    frame = _frame(attached)
    return StatementPaper(
        id=named[1] if named else next(iter(sorted(ids)), ""),
        title=frame[0],
        subtitle=frame[1],
        report_no=frame[2],
        pages=count,
        texts=tuple(sha256_hex(canonical(page)) for page in attached),
        seal=files.get(SEAL_NAME),
        is_consistent=named is not None and ids == {named[1]} and len(attached) == count,
    )


def _keywords(reader: PdfFileReader) -> str:
    try:
        return str(reader.trailer["/Info"]["/Keywords"])
    except (KeyError, TypeError, PdfError):
        return ""


def _pages(content: bytes | None) -> list[Mapping[str, Json]]:
    """Return the attached texts; none where they are not what we attach."""
    try:
        pages = json.loads(content or b"[]")
        if not isinstance(pages, list) or not all(isinstance(page, dict) for page in pages):
            return []
        canonical(pages)
    except (ValueError, RecursionError, SurveyorError):
        return []
    return pages


def _frame(pages: list[Mapping[str, Json]]) -> tuple[str, str, str]:
    frame = pages[0].get("frame") if pages else None
    texts = [str(text) for text in frame] if isinstance(frame, list) else []
    title, subtitle, report_no = (*texts[:3], "", "", "")[:3]
    return title, subtitle, report_no
