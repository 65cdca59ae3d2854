"""From what a statement says to its paper: pictures of the pages to read and sign, and the PDF/A that holds both."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from surveyor_app.domain.errors import LayoutFailed
from surveyor_app.domain.journal.canonical import Json, canonical, sha256_hex
from surveyor_app.domain.statements.pages import Block, page_binding, page_content
from surveyor_app.report.literal_text import printable_tree
from surveyor_app.report.printed_texts import paper_words, plain_tree
from surveyor_app.report.statements.data import StatementData
from surveyor_app.report.typesetting import ReportFiles, Typesetting, page_pictures, typeset

PAGES_NAME = "statement-pages.json"
"""Name of the attachment that holds the text of each page and what the signatures on it are bound to."""

PPI = 144.0
"""Of the pictures that are read and signed: 1191 × 1684 pixels a page."""

_OURS = frozenset({"statement_id", "language", "id", "key", "ink", "kind", "page_inks", "end_inks", "fingerprints"})
"""Members of the data that are names of our own and reach the template as they are."""


@dataclass(frozen=True, slots=True)
class PageShown:
    """One page as it is shown to be signed: its picture, its exact text, and what a signature on it is bound to."""

    no: int
    total: int
    png: bytes
    content: bytes
    content_sha256: str
    picture_sha256: str
    bound_sha256: str


def show_pages(
    data: StatementData, files: ReportFiles, cancel_point: Callable[[], None] | None = None
) -> tuple[PageShown, ...]:
    """Lay out a statement and return its pages; without inks in ``data`` these are the pages that are signed.

    Raises:
        FontMissing: a font of the template is absent.
        LayoutFailed: the engine refused, was killed or took too long.
    """
    pictures, where = page_pictures(_job(data, {}, files), files, PPI, cancel_point=cancel_point)
    on_page = _blocks_by_page(data.blocks(), where, len(pictures))
    total = len(pictures)
    found = []
    for no, png in enumerate(pictures, start=1):
        content = page_content(data.statement_id, no, total, data.frame, on_page[no - 1])
        content_sha256, picture_sha256 = sha256_hex(content), sha256_hex(png)
        bound = page_binding(data.statement_id, no, total, content_sha256, picture_sha256)
        found.append(PageShown(no, total, png, content, content_sha256, picture_sha256, bound))
    return tuple(found)


def lay_out_statement(
    data: StatementData,
    drawings: Mapping[str, bytes],
    contents: Sequence[bytes],
    made_at: datetime,
    files: ReportFiles,
    cancel_point: Callable[[], None] | None = None,
) -> bytes:
    """Return the statement as PDF/A-3a with the text of its pages attached; the same data gives the same bytes.

    Args:
        data: What is printed, with the names of its inks.
        drawings: SVG of each ink by that name.
        contents: The exact text of each page, as :func:`show_pages` gave it.
        made_at: Aware; becomes the document's date.
        files: Templates and fonts.
        cancel_point: Called several times a second; it may raise ``Cancelled``.

    Raises:
        FontMissing, LayoutFailed: as :func:`show_pages`.
    """
    pages: list[Json] = [json.loads(content) for content in contents]
    job = _job(data, drawings, files, attachment=canonical(pages), made_at=made_at)
    return typeset(job, files, cancel_point=cancel_point)


def _job(
    data: StatementData,
    drawings: Mapping[str, bytes],
    files: ReportFiles,
    attachment: bytes = b"",
    made_at: datetime | None = None,
) -> Typesetting:
    languages = [data.language]
    content = printable_tree(plain_tree(data, languages), files.literal, _OURS) | paper_words(languages, files.literal)
    content["attachment"] = PAGES_NAME if attachment else ""
    return Typesetting(
        template="statement.typ",
        files={"data.json": json.dumps(content).encode(), PAGES_NAME: attachment, **drawings},
        standards=["a-3a"],
        timestamp=int(made_at.timestamp()) if made_at else 0,
    )


def _blocks_by_page(blocks: Sequence[Block], where: Any, total: int) -> list[list[Block]]:
    """Return which blocks stand on each page, by the marks the template left at their beginning and end."""
    begins: dict[str, int] = {}
    ends: dict[str, int] = {}
    try:
        for block_id, place, page in where:
            (begins if place == "begin" else ends)[block_id] = int(page)
        return [
            [block for block in blocks if begins[block.id] <= page <= max(ends[block.id], begins[block.id])]
            for page in range(1, total + 1)
        ]
    except (KeyError, TypeError, ValueError) as error:
        raise LayoutFailed(reason=f"a block has no place: {error}") from error
