"""The pages of a statement: laid out as they will print, and frozen to be signed one by one.

What is frozen is the picture of each page, with empty boxes, and its exact text. When the statement is corrected afterwards
the pages are frozen anew: a page whose text and picture are the same keeps its signatures, a page that changed and all later
ones lose them (domain §6.2 st_page_sign).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from surveyor_app.casefile import storing
from surveyor_app.casefile.blobs import StoredBlob, read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.wording_rules import Opinion, as_corrected, opinions_in, require_no_opinion
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.errors import BlobMissing
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.changes import Changes, Step, touched_by
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.progress import Progress, ReportProgress, silent
from surveyor_app.domain.statements.errors import StatementChanging, StatementIncomplete
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.statements import Statement, StatementPage
from surveyor_app.operations.editing.rights import require_open_statement, require_unsealed
from surveyor_app.operations.statements.contents import StatementContents, contents_of, names_of
from surveyor_app.operations.statements.notice import notice_as_read
from surveyor_app.operations.statements.paper import InkNames, no_inks, paper_of
from surveyor_app.operations.statements.reading import SIGNING
from surveyor_app.records import reading
from surveyor_app.report.statements.data import StatementData
from surveyor_app.report.statements.layout import PageShown, show_pages
from surveyor_app.report.typesetting import ReportFiles
from surveyor_app.wording.findings.cover_wording import load_cover_wording
from surveyor_app.wording.statement_words import paper_language, statement_words

PAGE_CHANGED = "page_changed"
"""Why pages and signatures are withdrawn when a statement is laid out anew."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A statement as it was read, and what its paper says."""

    contents: StatementContents
    data: StatementData


def read_sheet(
    case: CaseFile, statement_id: str, ink_of: InkNames = no_inks, head: Mapping[str, Any] | None = None
) -> Sheet:
    """Read a statement and put its paper together, with ``head`` fields as they are about to be.

    Raises:
        NotFound: there is none with this id.
    """
    with case.read() as session:
        contents = contents_of(session, case.case_id, statement_id)
        before = contents.statement.supplement_of
        origin = contents_of(session, case.case_id, before) if before else None
        claims = reading.list_records(session, case.case_id, Claim)
    told = replace(contents, statement=replace(contents.statement, **head)) if head else contents
    words = statement_words(resources_dir(), paper_language(contents.statement))
    claim = claims[0] if claims else None
    return Sheet(contents, paper_of(told, claim, words, notice_as_read(case, contents, claim), origin, ink_of))


def lay_out(case: CaseFile, statement_id: str, progress: ReportProgress = silent) -> tuple[PageShown, ...]:
    """Return the pages as they would be signed now; nothing is written.

    Raises:
        NotFound: there is no such statement. FontMissing, LayoutFailed: it could not be laid out.
    """
    return _shown(read_sheet(case, statement_id).data, progress)


def freeze_pages(
    case: CaseFile,
    statement_id: str,
    progress: ReportProgress = silent,
    head: Mapping[str, Any] | None = None,
) -> Changes:
    """Lay the statement out and keep its pages to be signed; its signing cannot be undone as an edit is.

    ``head`` are fields of the statement that are set with it, in the one operation: that it is refused, and why.

    Raises:
        NotFound, StatementSigned, Sealed.
        StatementIncomplete: something without which it cannot be signed is missing; ``missing`` says what.
        CoverWordingFound: a question says something on cover. Whoever refuses signs nothing, and is not kept waiting by it.
        StatementChanging: it was edited while it was laid out. FontMissing, LayoutFailed: it could not be laid out.
        DiskFull, StorageFailed: nothing was kept.
    """
    sheet = read_sheet(case, statement_id, head=head)
    _require_whole(sheet.contents)
    told = head or {}
    if (told.get("refused_at") or sheet.contents.statement.refused_at) is None:
        require_no_opinion(opinions_of(sheet.contents))
    pages = _shown(sheet.data, progress)
    steps = _freezing(sheet.contents, pages, head or {})
    _store(case, sheet.contents, pages, steps)
    reach("pages.after_frozen")
    return Changes(touched_by(tuple(steps)), "freeze_statement")


def opinions_of(contents: StatementContents) -> list[Opinion]:
    """Return where the surveyor's words in a statement say something on cover: its head, questions, reasons of corrections.

    What the person answered stands in that person's words, whatever they are.
    """
    questions = as_corrected(contents.asked, contents.corrections)
    wording = load_cover_wording(resources_dir())
    return list(opinions_in([contents.statement, *questions, *contents.corrections], wording))


def page_picture(case: CaseFile, page: StatementPage) -> bytes:
    """Return the picture (PNG) of a page as it is signed.

    Raises:
        BlobMissing, BlobDamaged: it is not here, or not what was stored.
    """
    if page.sha256 is None:
        raise BlobMissing(sha256="")
    return b"".join(read_blob(case, page.sha256))


def are_current(contents: StatementContents, pages: Sequence[PageShown]) -> bool:
    """Tell whether the frozen pages are those that would be laid out now."""
    return [page.bound_sha256 for page in contents.pages] == [page.bound_sha256 for page in pages]


def unchanged_since(case: CaseFile, contents: StatementContents) -> Callable[[Any, StoredBlob], None]:
    """Return a check for the writing transaction: the statement is still what was laid out."""

    def check(session: Session, _stored: StoredBlob) -> None:
        statement = contents.statement
        require_open_statement(case, session, Statement.KIND, statement.id)
        require_unsealed(case, session, Statement.KIND, [statement.id])
        if contents_of(session, case.case_id, statement.id) != contents:
            raise StatementChanging(id=statement.id)

    return check


def _shown(data: StatementData, progress: ReportProgress) -> tuple[PageShown, ...]:
    progress(Progress(0, 2))
    pages = show_pages(data, ReportFiles.installed(), lambda: progress(Progress(1, 2)))
    progress(Progress(2, 2))
    return pages


def _require_whole(contents: StatementContents) -> None:
    """Refuse what lacks something without which nobody can sign; what merely should be there is a finding of *check*."""
    statement = contents.statement
    lacking = {
        "subject": contents.subject is None,
        "questioner": not names_of(contents, "questioner"),
        "notice": statement.notice_sha256 is None,
        "answers": not any(answer.answer for answer in contents.answers),
        "reading": statement.review_mode is None,
    }
    for name, is_missing in lacking.items():
        if is_missing:
            raise StatementIncomplete(missing=name, id=statement.id)


def _freezing(contents: StatementContents, pages: Sequence[PageShown], head: Mapping[str, Any]) -> list[Step]:
    """Return the steps: pages that are the same stay, the first that differs and all later ones are made anew."""
    kept = 0
    while (
        kept < min(len(contents.pages), len(pages))
        and contents.pages[kept].bound_sha256 == pages[kept].bound_sha256
    ):  # fmt: skip
        kept += 1
    gone = contents.pages[kept:]
    is_new = bool(gone) or kept < len(pages)
    # The closing sentence, the refusal and whoever signs once at the end speak of the whole.
    lost = [ink for ink in contents.inks if ink.target_uid in {page.id for page in gone}]
    lost += [ink for ink in contents.inks if is_new and ink.purpose in ("closing", "refusal")]
    steps = [Step(Action.WITHDRAW, StatementPage.KIND, page.id, reason=PAGE_CHANGED) for page in gone]
    steps += [Step(Action.WITHDRAW, Ink.KIND, ink.id, reason=PAGE_CHANGED) for ink in lost]
    steps += [_page_step(contents.statement.id, page) for page in pages[kept:]]
    wanted = {"status": SIGNING, **head}
    different = {name: value for name, value in wanted.items() if getattr(contents.statement, name) != value}
    if different:
        values = encode_fields(Statement.KIND, different)
        steps.append(Step(Action.CHANGE, Statement.KIND, contents.statement.id, values))
    return steps


def _page_step(statement_id: str, page: PageShown) -> Step:
    values = {
        "statement_uid": statement_id,
        "no": page.no,
        "total": page.total,
        "content_sha256": page.content_sha256,
        "sha256": page.picture_sha256,
        "size_bytes": len(page.png),
        "bound_sha256": page.bound_sha256,
    }
    return Step(Action.CREATE, StatementPage.KIND, new_record_id(), encode_fields(StatementPage.KIND, values))


def _store(case: CaseFile, contents: StatementContents, pages: Sequence[PageShown], steps: Sequence[Step]) -> None:
    """Keep the pictures first; all entries come with the last of them, in one transaction."""
    wanted: Mapping[str, bytes] = {page.picture_sha256: page.png for page in pages}
    *first, last = wanted.values()
    for _ in storing.store_many(case, [storing.Incoming(lambda png=png: (png,)) for png in first]):  # type: ignore[misc]  # bound now
        reach("pages.picture_stored")
    naming = storing.Incoming(lambda: (last,), lambda _stored: steps, unchanged_since(case, contents))
    storing.store_blob(case, (last,), naming)
