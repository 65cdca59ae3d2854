"""The survey accepted or returned (查勘通过, 退回) by a reviewer who is not its surveyor (domain §18.2).

The review rules are asked when a first reviewer accepts; what they said is kept beside, and where one chose, another person
reads the survey too.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.drawing import drawn_for, read_again
from surveyor_app.central.claims.fitting import require_fields
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.central.claims.open_musts import unexplained
from surveyor_app.central.claims.remark_acts import tell
from surveyor_app.central.claims.standing import process_facts
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.claim.reviews import PASSED, RETURNED, SUBMITTED_UP, Review
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.process.facts import ProcessFacts
from surveyor_app.domain.process.reviewing import Bar, ReviewAct, ReviewState, TaskReview, bars, review_of
from surveyor_app.domain.wire_errors import ActBarred
from surveyor_app.records import reading
from surveyor_app.records.cases import lock_case


def accept(centre: Centre, actor: str, case: str, task: str, reason: str = "") -> None:
    """Accept the survey of a task as it was last submitted.

    Raises:
        NotFound: there is no such task. ActBarred: something is in the way; ``bars`` names it: also that something that must
            be there is not, and neither surveyor nor reviewer says why.
    """
    with centre.database.write() as session:
        facts, review = _allowed(session, case, task, ReviewAct.ACCEPT, actor)
        if not reason.strip() and unexplained(session, case, review.task):
            raise ActBarred(act=ReviewAct.ACCEPT.value, bars=Bar.OPEN_MUST.value)
        if review.state is ReviewState.SECOND_REVIEW:
            steps, status = read_again(facts, review, actor, PASSED), PASSED
        else:
            steps = drawn_for(session, case, facts, review)
            is_chosen = any((step.fields or {}).get("chosen") for step in steps)
            status = SUBMITTED_UP if is_chosen else PASSED
        _say(centre, session, case, actor, review, status, reason, steps)


def give_back(centre: Centre, actor: str, case: str, task: str, reason: str) -> None:
    """Return the survey of a task to its surveyor, who is told why.

    Raises:
        NotFound: there is no such task. ActBarred: something is in the way; ``bars`` names it.
        InputError: no reason is given.
    """
    if not reason.strip():
        raise InputError(field="reason", reason="empty")
    with centre.database.write() as session:
        facts, review = _allowed(session, case, task, ReviewAct.RETURN, actor)
        steps = read_again(facts, review, actor, RETURNED) if review.state is ReviewState.SECOND_REVIEW else []
        _say(centre, session, case, actor, review, RETURNED, reason, steps)


def _allowed(session: Session, case: str, task: str, act: ReviewAct, actor: str) -> tuple[ProcessFacts, TaskReview]:
    # Before anything is read: a remark written at the same moment is seen, or waits.
    lock_case(session, case)
    found = reading.get(session, case, Task, RecordId(task))
    if found is None or found.withdrawn:
        raise NotFound(what=Task.KIND, id=task)
    facts = process_facts(session, case)
    review = review_of(facts, found)
    in_the_way = bars(facts, review, act, actor)
    if in_the_way:
        raise ActBarred(act=act.value, bars=",".join(in_the_way))
    return facts, review


def _say(
    centre: Centre,
    session: Session,
    case: str,
    actor: str,
    review: TaskReview,
    status: str,
    reason: str,
    steps: Sequence[Step],
) -> None:
    now = centre.now()
    fields: dict[str, Json] = {
        "task_uid": review.task.id,
        "report_uid": review.report.id if review.report else None,
        "status": status,
        "reason": reason.strip() or None,
        "reviewed_by": actor,
        "reviewed_at": Instant(now, 0, Trust.CENTRE).to_json(),
    }
    given = {name: value for name, value in fields.items() if value is not None}
    require_fields(Review.KIND, given)
    said = Step(Action.CREATE, Review.KIND, new_record_id(), given)
    write_entries(session, case, [said, *steps], actor, now)
    tell(centre, session, case, [review.task])
