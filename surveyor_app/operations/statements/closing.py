"""Closing a signed (or refused) statement: its paper is made and kept, and from then on nothing of it changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from surveyor_app.casefile import storing
from surveyor_app.casefile.blobs import StoredBlob, read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.errors import LayoutFailed
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Changes, Step, touched_by
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.progress import Progress, ReportProgress, silent
from surveyor_app.domain.statements.errors import StatementChanging, StatementIncomplete, StatementPagesChanged
from surveyor_app.domain.statements.statements import Participant, Statement
from surveyor_app.operations.editing.records import Created
from surveyor_app.operations.statements.contents import StatementContents, load_contents
from surveyor_app.operations.statements.pages import are_current, lay_out, read_sheet, unchanged_since
from surveyor_app.operations.statements.paper_inks import ink_names, load_drawings, valid_inks, with_signatures
from surveyor_app.operations.statements.reading import DRAFT
from surveyor_app.operations.statements.signing import needs
from surveyor_app.records import reading
from surveyor_app.report.statements.layout import PageShown, lay_out_statement
from surveyor_app.report.typesetting import ReportFiles
from surveyor_app.report.verification import count_pages

CLOSED, REFUSED = "closed", "refused"
_CARRIED = ("kind", "subject_uid", "place", "language", "lat", "lon", "remote_channel", "far_side_identity_check_by")


@dataclass(frozen=True, slots=True)
class ReadyPaper:
    """The paper of a statement that everybody signed, as it is sealed, and the statement it was made from."""

    contents: StatementContents
    pdf: bytes


def ready_paper(case: CaseFile, statement_id: str, progress: ReportProgress = silent) -> ReadyPaper:
    """Return the paper that would be sealed now, with its signatures; whoever seals can look at it first.

    Raises:
        StatementIncomplete: a signature is missing.
        StatementPagesChanged: a page is not what would be laid out now; freezing them again keeps what is still right.
        FontMissing, LayoutFailed, BlobMissing, BlobDamaged: the paper could not be made.
    """
    contents, shown = _signed_pages(case, statement_id)
    progress(Progress(1, 3))
    return ReadyPaper(contents, _paper(case, contents, shown, is_draft=False))


def close(
    case: CaseFile, statement_id: str, progress: ReportProgress = silent, paper: ReadyPaper | None = None
) -> Changes:
    """Keep the signed paper, and seal the statement with everything that belongs to it; this is not undone.

    ``paper`` is the one that was looked at, and that one is kept; without it, it is made now.

    Raises:
        StatementChanging: it was edited meanwhile. StatementSigned, Sealed: it is closed already.
        DiskFull, StorageFailed: nothing is closed. Others as for :func:`ready_paper`; likewise.
    """
    progress(Progress(0, 3))
    contents, shown = _signed_pages(case, statement_id)
    if paper is not None and paper.contents != contents:
        raise StatementChanging(id=statement_id)
    progress(Progress(1, 3))
    pdf = paper.pdf if paper is not None else _paper(case, contents, shown, is_draft=False)
    progress(Progress(2, 3))
    steps: list[Step] = []

    def naming(stored: StoredBlob) -> Sequence[Step]:
        steps[:] = _closing(contents, stored)
        return steps

    reach("statement.before_closed")
    storing.store_blob(case, (pdf,), storing.Incoming(lambda: (pdf,), naming, unchanged_since(case, contents)))
    reach("statement.after_closed")
    progress(Progress(3, 3))
    return Changes(touched_by(tuple(steps)), "close_statement")


def statement_pdf(case: CaseFile, statement_id: str) -> bytes:
    """Return the paper: as it was signed, or a draft with a watermark while it is not closed.

    Raises:
        NotFound: there is none. BlobMissing, BlobDamaged: it is not what was stored. FontMissing, LayoutFailed.
    """
    contents = load_contents(case, statement_id)
    statement = contents.statement
    if statement.sealed and statement.sha256 is not None:
        return b"".join(read_blob(case, statement.sha256))
    return _paper(case, contents, lay_out(case, statement_id), is_draft=True)


def begin_supplement(case: CaseFile, statement_id: str) -> Created:
    """Begin a supplementary statement (补充笔录) that refers to a closed one, with the same people present.

    Raises:
        NotFound: there is none. StatementIncomplete: it is not closed, and can still be corrected.
    """
    contents = load_contents(case, statement_id)
    first = contents.statement
    if not first.sealed:
        raise StatementIncomplete(missing="signatures", id=statement_id)
    new = new_record_id()
    values = {name: getattr(first, name) for name in _CARRIED} | {
        "supplement_of": first.id,
        "status": DRAFT,
        "started_at": case.author.clock().instant(),
        "seq_no": _next_number(case),
    }
    steps = [Step(Action.CREATE, Statement.KIND, new, _present(Statement.KIND, values))]
    for item in contents.participants:
        names = ("rank", "role", "person_uid", "name", "employer", "credential_shown")
        fields = {name: getattr(item, name) for name in names} | {"statement_uid": new}
        steps.append(Step(Action.CREATE, Participant.KIND, new_record_id(), _present(Participant.KIND, fields)))
    return Created(new, case.apply(steps, "create_statement"))


def _signed_pages(case: CaseFile, statement_id: str) -> tuple[StatementContents, Sequence[PageShown]]:
    """Return a statement with its pages, all of them signed and as they would be laid out now."""
    contents = load_contents(case, statement_id)
    asked = needs(contents)
    if not asked or not all(need.is_given for need in asked):
        raise StatementIncomplete(missing="signatures", id=statement_id)
    shown = lay_out(case, statement_id)
    if not are_current(contents, shown):
        raise StatementPagesChanged(id=statement_id)
    return contents, shown


def _paper(case: CaseFile, contents: StatementContents, shown: Sequence[PageShown], *, is_draft: bool) -> bytes:
    inks = valid_inks(contents)
    drawings = load_drawings(case, inks)
    sheet = read_sheet(case, contents.statement.id, ink_names(inks, drawings))
    data = replace(with_signatures(sheet.data, contents, inks, drawings), draft=is_draft)
    made_at = case.author.clock().at
    pages = [page.content for page in shown]
    pdf = lay_out_statement(data, drawings.files, pages, made_at, ReportFiles.installed())
    if count_pages(pdf) != len(shown):
        raise LayoutFailed(reason="the signed paper breaks otherwise than its pages")
    return pdf


def _closing(contents: StatementContents, stored: StoredBlob) -> list[Step]:
    statement = contents.statement
    values = {
        "status": REFUSED if statement.refused_at is not None else CLOSED,
        "sha256": stored.sha256,
        "size_bytes": stored.size,
        "pages": len(contents.pages),
    }
    parts: list[Record] = [
        *contents.answers,
        *contents.participants,
        *contents.corrections,
        *contents.pages,
        *contents.inks,
    ]
    return [
        Step(Action.CHANGE, Statement.KIND, statement.id, encode_fields(Statement.KIND, values)),
        Step(Action.SIGN, Statement.KIND, statement.id),
        *(Step(Action.SEAL, part.KIND, part.id) for part in parts),
        Step(Action.SEAL, Statement.KIND, statement.id),
    ]


def _next_number(case: CaseFile) -> int:
    with case.read() as session:
        known = reading.list_records(session, case.case_id, Statement, include_withdrawn=True)
    return max((item.seq_no or 0 for item in known), default=0) + 1


def _present(kind: str, values: dict[str, object]) -> dict[str, Json]:
    return encode_fields(kind, {name: value for name, value in values.items() if value is not None})
