"""Questions and answers of a statement being taken down: put in order, followed up (追问), moved; domain §6.1 qa.

A question is *put* once it was said aloud: then its time is noted, and where in a recording it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.changes import Changes, Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.journal.ranks import rank_between
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.statements.statements import Answer, Statement
from surveyor_app.operations.editing.moving import move_together
from surveyor_app.operations.editing.ordering import ranks_for
from surveyor_app.operations.editing.records import Created
from surveyor_app.operations.editing.rights import require_open_statement, require_unsealed, require_writable
from surveyor_app.operations.statements.contents import contents_of
from surveyor_app.operations.statements.reading import DRAFT
from surveyor_app.records import reading


@dataclass(frozen=True, slots=True)
class Heard:
    """Where in a recording something was said: the evidence it is or will be, and ms from its beginning."""

    media_uid: str
    offset_ms: int


@dataclass(frozen=True, slots=True)
class Wording:
    """A question: its words, and its id where they come from the question bank."""

    question: str = ""
    question_id: str | None = None


def ask(
    case: CaseFile,
    statement_id: str,
    wording: Wording,
    after: str | None = None,
    *,
    is_follow_up: bool = False,
    is_put: bool = False,
    heard: Heard | None = None,
) -> Created:
    """Add a question, one operation: after the question ``after`` and what follows it up, or at the end.

    Args:
        case: The open case.
        statement_id: The statement, in draft.
        wording: The question.
        after: An answer of the statement; ``None`` for the end.
        is_follow_up: Whether it follows up ``after``; what follows up a follow-up stands beside it, not below it.
        is_put: Whether it is said aloud now.
        heard: Where in the recording under way.

    Raises:
        NotFound: there is no such statement or question. InputError: the statement is no draft any more.
        StatementSigned, Sealed: it never changes again.
    """
    answer_id = new_record_id()

    def plan(session: Session) -> list[Step]:
        answers = _draft_answers(case, session, statement_id)
        before = _by_id(answers, after) if after is not None else None
        follows = (before.follows_uid or before.id) if before is not None and is_follow_up else None
        values: dict[str, object] = {
            "statement_uid": statement_id,
            "question": wording.question.strip() or None,
            "question_id": wording.question_id,
            "follows_uid": follows,
        }
        if is_put:
            values |= _put(case, heard)
        place = len(answers) if before is None else _end_of_block(answers, before)
        order: list[tuple[str, str | None]] = [(item.id, item.rank) for item in answers]
        order.insert(place, (answer_id, None))
        ranks = ranks_for(order, place) if place < len(answers) else {}
        values["rank"] = ranks.pop(answer_id, None) or _last_rank(case, session)
        for other in ranks:
            require_writable(case, session, Answer.KIND, other, ["rank"])
        present = {name: value for name, value in values.items() if value is not None}
        made = Step(Action.CREATE, Answer.KIND, answer_id, encode_fields(Answer.KIND, present))
        return [made, *(Step(Action.CHANGE, Answer.KIND, other, {"rank": rank}) for other, rank in ranks.items())]

    return Created(answer_id, case.apply_planned(plan, "create_answer"))


def put(case: CaseFile, answer_id: str, heard: Heard | None = None) -> Changes:
    """Note that a question that stood there already is said aloud now; nothing when that was noted before.

    It is no edit of anybody's words and not taken back as one. Errors as :func:`ask`.
    """

    def plan(session: Session) -> list[Step]:
        answer = reading.get(session, case.case_id, Answer, RecordId(answer_id))
        if answer is None or answer.statement_uid is None:
            raise NotFound(what=Answer.KIND, id=answer_id)
        if answer.asked_at is not None:
            return []
        _draft_answers(case, session, answer.statement_uid)
        require_writable(case, session, Answer.KIND, answer_id, ["asked_at", "media_uid", "media_offset_ms"])
        return [Step(Action.CHANGE, Answer.KIND, answer_id, encode_fields(Answer.KIND, _put(case, heard)))]

    done = case.apply_planned(plan, "change_answer")
    return Changes(done.touched)


def move_question(case: CaseFile, answer_id: str, by: int) -> Changes:
    """Move a question with what follows it up past the one before (``by`` -1) or after it (1); nothing at the ends.

    A follow-up moves among those of its question.

    Raises:
        NotFound: there is none. Others as :func:`ask`.
    """
    with case.read() as session:
        answer = reading.get(session, case.case_id, Answer, RecordId(answer_id))
        if answer is None or answer.statement_uid is None:
            raise NotFound(what=Answer.KIND, id=answer_id)
        answers = _draft_answers(case, session, answer.statement_uid)
    known = {item.id for item in answers}
    mine = _parent(_by_id(answers, answer_id), known)
    blocks = [
        [item.id for item in answers[place : _end_of_block(answers, first)]]
        for place, first in enumerate(answers)
        if _parent(first, known) == mine
    ]
    at = next(place for place, block in enumerate(blocks) if block[0] == answer_id)
    if not 0 <= at + by < len(blocks):
        return Changes()
    # Moving down is moving the next one up: then what to stand before is always known.
    moved, before = (blocks[at], blocks[at - 1][0]) if by < 0 else (blocks[at + 1], blocks[at][0])
    return move_together(case, Answer, moved, before)


def _end_of_block(answers: Sequence[Answer], first: Answer) -> int:
    """Return the place after a question and whatever follows it up."""
    inside = {first.id}
    place = next(place for place, item in enumerate(answers) if item.id == first.id) + 1
    while place < len(answers) and answers[place].follows_uid in inside:
        inside.add(answers[place].id)
        place += 1
    return place


def _parent(answer: Answer, known: set[RecordId]) -> str | None:
    return answer.follows_uid if answer.follows_uid in known else None


def _by_id(answers: Sequence[Answer], answer_id: str) -> Answer:
    found = next((item for item in answers if item.id == answer_id), None)
    if found is None:
        raise NotFound(what=Answer.KIND, id=answer_id)
    return found


def _draft_answers(case: CaseFile, session: Session, statement_id: str) -> Sequence[Answer]:
    contents = contents_of(session, case.case_id, statement_id)
    require_open_statement(case, session, Answer.KIND, statement_id)
    require_unsealed(case, session, Statement.KIND, [statement_id])
    if contents.statement.status not in (None, DRAFT):
        raise InputError(field="statement.status", reason="no draft any more")
    return contents.answers


def _put(case: CaseFile, heard: Heard | None) -> dict[str, object]:
    values: dict[str, object] = {"asked_at": case.author.clock().instant()}
    if heard is not None:
        values |= {"media_uid": heard.media_uid, "media_offset_ms": heard.offset_ms}
    return values


def _last_rank(case: CaseFile, session: Session) -> str:
    listed = reading.columns(session, case.case_id, Answer, ["rank"], include_withdrawn=True)
    return rank_between(max((rank for _, _, rank in listed if rank), default=None), None)
