"""Checks that signed statements say what was signed: their records, pages, papers and inks agree with each other.

The replay of the journal proves that no record was changed beside it; this proves that what the records say is what stood on
the pages when they were signed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from surveyor_app.casefile import elsewhere
from surveyor_app.casefile.health import ClosedCase
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import PdfUnreadable
from surveyor_app.domain.journal.canonical import Json, canonical, sha256_hex
from surveyor_app.domain.statements.pages import page_binding
from surveyor_app.domain.statements.statements import Statement, StatementPage
from surveyor_app.operations.statements.contents import StatementContents, contents_of
from surveyor_app.operations.statements.paper import paper_answers
from surveyor_app.operations.statements.paper_inks import valid_inks
from surveyor_app.records import reading
from surveyor_app.records.inspecting import Finding
from surveyor_app.report.statements.attachment import page_contents_of
from surveyor_app.wording.statement_words import paper_language, statement_words

CODE = "statement_differs"


def statement_findings(closed: ClosedCase) -> list[Finding]:
    """Return what does not agree in the sealed statements of a case; withdrawn ones are checked as well."""
    found = []
    away = {item.sha256 for item in elsewhere.absent(closed.session, closed.case_id)}
    for statement in reading.list_records(closed.session, closed.case_id, Statement, include_withdrawn=True):
        if not statement.sealed or statement.sha256 is None:
            continue
        if statement.sha256 in away:
            continue  # said by the check of the originals
        contents = contents_of(closed.session, closed.case_id, statement.id)
        for what in dict.fromkeys(_differences(contents, closed.read(statement.sha256))):
            found.append(Finding(CODE, {"id": statement.id, "n": statement.seq_no or 1, "what": what}))
    return found


def _differences(contents: StatementContents, pdf: bytes) -> Iterator[str]:
    try:
        pages = page_contents_of(pdf)
    except PdfUnreadable as error:
        yield f"its paper cannot be read: {error.data.get('reason', '')}"
        return
    if len(pages) != len(contents.pages):
        yield f"{len(contents.pages)} pages were signed, its paper has {len(pages)}"
    for page, content in zip(contents.pages, pages, strict=False):
        yield from _page_differences(page, content)
    yield from _word_differences(contents, pages)
    valid = {ink.id for ink in valid_inks(contents)}
    if any(ink.id not in valid for ink in contents.inks):
        yield "a signature belongs to other words or another page"


def _page_differences(page: StatementPage, content: Json) -> Iterator[str]:
    if sha256_hex(canonical(content)) != page.content_sha256:
        yield f"page {page.no} has another text"
    bound = page_binding(
        page.statement_uid or "", page.no or 0, page.total or 0, page.content_sha256 or "", page.sha256 or ""
    )
    if bound != page.bound_sha256:
        yield f"page {page.no} is bound to something else"


def _word_differences(contents: StatementContents, pages: list[Json]) -> Iterator[str]:
    """Compare every question and answer, corrections included, with what stands on the pages."""
    printed = dict(_blocks(pages))
    words = statement_words(resources_dir(), paper_language(contents.statement))
    for answer in paper_answers(contents, words):
        if not printed.get(answer.id, "").startswith(answer.words):
            yield f"question {answer.number} reads otherwise"


def _blocks(pages: list[Json]) -> Iterator[tuple[str, str]]:
    for page in pages:
        blocks = page.get("blocks") if isinstance(page, Mapping) else None
        for block in blocks if isinstance(blocks, list) else []:
            if isinstance(block, list) and len(block) == 2:
                yield str(block[0]), str(block[1])
