"""Reading a statement back to the person (核对), and the corrections (更正) that come of it.

Once reading began, the words taken down are never typed over: a correction keeps the old text and the new.
"""

from __future__ import annotations

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.changes import Changes, Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.journal.ranks import rank_between
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.statements.statements import Answer, Correction, Statement
from surveyor_app.operations.editing.correction_drafts import remove_typed
from surveyor_app.operations.editing.records import Created
from surveyor_app.operations.editing.rights import require_open_statement, require_unsealed
from surveyor_app.operations.statements.contents import StatementContents, contents_of, text_now
from surveyor_app.records import reading

DRAFT, READING, SIGNING = "draft", "reading", "signing"


def begin_reading(case: CaseFile, statement_id: str, mode: str, read_aloud_by: str | None = None) -> Changes:
    """Begin to read it back; the end of the interview is now, to the minute, unless it is known already.

    ``mode`` is of the enumeration ``review_mode``; who reads aloud is named (domain §6.2 st_read_back).

    Raises:
        NotFound, StatementSigned.
    """

    def plan(session: Session) -> list[Step]:
        statement = _open(case, session, statement_id).statement
        values: dict[str, object] = {"review_mode": mode, "read_aloud_by": read_aloud_by or None}
        if statement.status != SIGNING:
            values["status"] = READING
        if statement.ended_at is None:
            values["ended_at"] = case.author.clock().instant()
        return _change(statement, values)

    return case.apply_planned(plan, "read_statement")


def back_to_draft(case: CaseFile, statement_id: str) -> Changes:
    """Go on asking; only while nothing was corrected or signed on its pages.

    Raises:
        NotFound, StatementSigned. InputError: something was.
    """

    def plan(session: Session) -> list[Step]:
        contents = _open(case, session, statement_id)
        if not may_go_back(contents):
            raise InputError(field="statement.status", reason="corrected or signed already")
        pages = [Step(Action.WITHDRAW, page.KIND, page.id, reason="back_to_draft") for page in contents.pages]
        return [*pages, *_change(contents.statement, {"status": DRAFT, "ended_at": None, "review_mode": None})]

    return case.apply_planned(plan, "draft_statement")


def may_go_back(contents: StatementContents) -> bool:
    """Tell whether more may be asked: nothing was corrected or signed on its pages."""
    return not contents.corrections and all(ink.purpose == "notice" for ink in contents.inks)


def correct(case: CaseFile, answer_id: str, part: str, new: str, reason: str | None = None) -> Created:
    """Correct a question or an answer as it stands now; old and new text are kept whole.

    Pages that were laid out to be signed are laid out anew afterwards.

    Raises:
        NotFound, StatementSigned. InputError: the text is the same, or the statement is not being read.
    """
    correction_id = new_record_id()

    def plan(session: Session) -> list[Step]:
        answer = reading.get(session, case.case_id, Answer, RecordId(answer_id))
        if answer is None or answer.statement_uid is None:
            raise NotFound(what=Answer.KIND, id=answer_id)
        contents = _open(case, session, answer.statement_uid)
        if contents.statement.status not in (READING, SIGNING):
            raise InputError(field="statement.status", reason="not being read")
        old, wanted = text_now(answer, part, contents.corrections), new.strip()
        if wanted == old:
            raise InputError(field=f"answer.{part}", reason="unchanged")
        last = max((item.rank for item in contents.corrections if item.rank), default=None)
        values = {
            "rank": rank_between(last, None),
            "statement_uid": answer.statement_uid,
            "answer_uid": answer_id,
            "part": part,
            "old": old or None,
            "new": wanted or None,
            "at": case.author.clock().instant(),
            "reason": (reason or "").strip() or None,
        }
        present = {name: value for name, value in values.items() if value is not None}
        remove_typed(session, answer_id, part)
        made = Step(Action.CREATE, Correction.KIND, correction_id, encode_fields(Correction.KIND, present))
        return [made, *_change(contents.statement, {"status": READING})]

    return Created(correction_id, case.apply_planned(plan, "correct_statement"))


def _open(case: CaseFile, session: Session, statement_id: str) -> StatementContents:
    require_open_statement(case, session, Statement.KIND, statement_id)
    require_unsealed(case, session, Statement.KIND, [statement_id])
    return contents_of(session, case.case_id, statement_id)


def _change(statement: Statement, values: dict[str, object]) -> list[Step]:
    different = {name: value for name, value in values.items() if getattr(statement, name) != value}
    if not different:
        return []
    return [Step(Action.CHANGE, Statement.KIND, statement.id, encode_fields(Statement.KIND, different))]
