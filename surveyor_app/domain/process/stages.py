"""How far a claim is: for each of the seven stages whether it was begun, what it waits for and whom, and since when.

The guards are those of domain §18.2: a claim may be opened once loss time, place and cause are there, the survey waits for
whoever holds a task and then for its reviewer, papers wait for the customer once the one-time notice was delivered. A stage
that waits names whom, and until when as soon as anything says since when. In a cancelled claim nobody is waited for: what was not
done stays as it was until the claim is opened again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from surveyor_app.domain.claim.claims import GIVEN_AWAY, Claim, Task
from surveyor_app.domain.claim.remarks import RESUBMITTED as REMARK_RESUBMITTED
from surveyor_app.domain.documents.documents import NOT_REQUESTED, RECEIVED, Document
from surveyor_app.domain.documents.notices import ONE_TIME
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.process.facts import ProcessFacts
from surveyor_app.domain.process.reviewing import FOR_REVIEWER, ReviewState, TaskReview, reviews_of, unsettled


class Stage(StrEnum):
    """The stages in order (domain §1.2)."""

    REPORT_INTAKE = "report_intake"
    REGISTRATION = "registration"
    DOCUMENTS = "documents"
    SURVEY = "survey"
    ASSESSMENT = "assessment"
    ADJUSTMENT = "adjustment"
    PAYMENT = "payment"


class State(StrEnum):
    """How far a stage is."""

    NOT_BEGUN = "not_begun"
    WAITING = "waiting"
    RETURNED = "returned"
    RESUBMITTED = "resubmitted"
    DONE = "done"
    CANCELLED = "cancelled"


UNDER_WAY = frozenset({State.WAITING, State.RETURNED, State.RESUBMITTED})
"""States in which somebody is waited for."""


class Waits(StrEnum):
    """Whom a stage waits for."""

    INTAKE = "intake"
    HANDLER = "handler"
    DISPATCHER = "dispatcher"
    SURVEYOR = "surveyor"
    CUSTOMER = "customer"
    VERIFIER = "verifier"


@dataclass(frozen=True, slots=True)
class Standing:
    """One stage: how far it is; where it is not done, whom it waits for (``who`` by name, where known) and which fields lack."""

    stage: Stage
    state: State
    waits_for: Waits | None = None
    who: str | None = None
    since: Instant | None = None
    due: Instant | None = None
    lacks: tuple[str, ...] = ()
    count: int = 0
    """How many things are waited for: papers, tasks."""


NEEDED_TO_OPEN = ("accident_at", "accident_place", "loss_cause")
"""Fields of the claim without which it is not opened (domain §18.2, open_claim)."""


def standings(facts: ProcessFacts) -> tuple[Standing, ...]:
    """Return the seven stages in order."""
    claim = facts.claim
    if claim is not None and claim.is_cancelled:
        return tuple(_stopped(_STAGES[stage](facts), claim) for stage in Stage)
    return tuple(_with_due(_STAGES[stage](facts), facts) for stage in Stage)


def _stopped(standing: Standing, claim: Claim) -> Standing:
    """Return a stage of a cancelled claim: what was done is done, all else ended when it was cancelled."""
    return standing if standing.state is State.DONE else Standing(standing.stage, State.CANCELLED, since=claim.flow_at)


def _with_due(standing: Standing, facts: ProcessFacts) -> Standing:
    """Say until when, where no record names a moment: so long after it began to wait."""
    if standing.waits_for is None or standing.due is not None or standing.since is None:
        return standing
    time = facts.times.get((standing.stage.value, standing.waits_for.value))
    return standing if time is None else replace(standing, due=replace(standing.since, utc=standing.since.utc + time))


def _report(facts: ProcessFacts) -> Standing:
    claim = facts.claim
    if claim is None:
        return Standing(Stage.REPORT_INTAKE, State.NOT_BEGUN)
    lacks = tuple(name for name in ("report_no", *NEEDED_TO_OPEN) if getattr(claim, name) in (None, ""))
    if lacks:
        return Standing(Stage.REPORT_INTAKE, State.WAITING, Waits.INTAKE, since=claim.reported_at, lacks=lacks)
    return Standing(Stage.REPORT_INTAKE, State.DONE, since=claim.reported_at)


def _registration(facts: ProcessFacts) -> Standing:
    claim = facts.claim
    if claim is None:
        return Standing(Stage.REGISTRATION, State.NOT_BEGUN)
    if not _held(facts.tasks):
        return Standing(Stage.REGISTRATION, State.WAITING, Waits.DISPATCHER, since=claim.reported_at)
    if not claim.claim_no:
        return Standing(Stage.REGISTRATION, State.WAITING, Waits.HANDLER, since=claim.reported_at, lacks=("claim_no",))
    return Standing(Stage.REGISTRATION, State.DONE)


def _documents(facts: ProcessFacts) -> Standing:
    taken_up = [document for document in facts.documents if document.state not in (None, NOT_REQUESTED)]
    if not taken_up:
        return Standing(Stage.DOCUMENTS, State.NOT_BEGUN)
    lacking = [document for document in taken_up if document.is_lacking]
    if lacking:
        told = [
            notice.delivered_at
            for notice in facts.notices
            if notice.kind == ONE_TIME and notice.delivered_at is not None
        ]
        since = max(told, key=lambda moment: moment.utc, default=None)
        if since is not None:
            return Standing(Stage.DOCUMENTS, State.WAITING, Waits.CUSTOMER, since=since, count=len(lacking))
        # Until it was told, nobody can wait for the customer: the notice is what is due.
        asked = _earliest(document.requested_at for document in lacking)
        return Standing(Stage.DOCUMENTS, State.WAITING, Waits.HANDLER, since=asked, count=len(lacking))
    unread = [document for document in taken_up if _is_unread(document)]
    if unread:
        return Standing(Stage.DOCUMENTS, State.WAITING, Waits.HANDLER, since=_first(unread), count=len(unread))
    return Standing(Stage.DOCUMENTS, State.DONE)


def _survey(facts: ProcessFacts) -> Standing:
    held = _held(facts.tasks)
    if not held:
        return Standing(Stage.SURVEY, State.NOT_BEGUN)
    reviews = reviews_of(facts)
    returned = [review for review in reviews if review.state is ReviewState.RETURNED]
    working = [review.task for review in reviews if review.state is ReviewState.OPEN]
    if working:
        first = min(working, key=lambda task: (task.due_at is None, task.due_at.utc if task.due_at else None, task.id))
        return Standing(
            Stage.SURVEY,
            State.WAITING,
            Waits.SURVEYOR,
            who=first.owner_name or first.owner,
            since=first.arrived_at or first.dispatched_at,
            due=first.due_at,
            count=len(working),
        )
    if returned:
        back = min(returned, key=lambda review: review.task.id)
        return Standing(
            Stage.SURVEY,
            State.RETURNED,
            Waits.SURVEYOR,
            who=back.task.owner_name or back.task.owner,
            since=back.last.reviewed_at if back.last else None,
            count=len(returned),
        )
    return _asked_or_reviewed(facts, reviews)


def _asked_or_reviewed(facts: ProcessFacts, reviews: Sequence[TaskReview]) -> Standing:
    """All is here: whoever was asked for more is waited for, then the reviewer."""
    open_threads = unsettled(facts)
    asked = [thread for thread in open_threads if thread.waits_for_answer]
    if asked:
        first = min(asked, key=lambda thread: (_utc(thread.remark.due_at), thread.remark.id)).remark
        return Standing(
            Stage.SURVEY,
            State.WAITING,
            next((role for role in Waits if role.value == first.to_role), Waits.HANDLER),
            who=first.to_user,
            since=first.written_at,
            due=first.due_at,
            count=len(asked),
        )
    waiting = [review for review in reviews if review.state in FOR_REVIEWER]
    if not waiting and not open_threads:
        return Standing(Stage.SURVEY, State.DONE)
    is_again = any(review.state is ReviewState.RESUBMITTED for review in waiting)
    is_again = is_again or any(thread.state == REMARK_RESUBMITTED for thread in open_threads)
    since = [review.report.issued_at for review in waiting if review.report is not None]
    since += [thread.answers[-1].written_at for thread in open_threads if thread.answers]
    return Standing(
        Stage.SURVEY,
        State.RESUBMITTED if is_again else State.WAITING,
        Waits.VERIFIER,
        since=_earliest(since),
        count=len(waiting) or len(open_threads),
    )


def _later(stage: Stage) -> Callable[[ProcessFacts], Standing]:
    """Return a stage of which no record tells anything yet."""
    return lambda _: Standing(stage, State.NOT_BEGUN)


_STAGES: dict[Stage, Callable[[ProcessFacts], Standing]] = {
    Stage.REPORT_INTAKE: _report,
    Stage.REGISTRATION: _registration,
    Stage.DOCUMENTS: _documents,
    Stage.SURVEY: _survey,
    Stage.ASSESSMENT: _later(Stage.ASSESSMENT),
    Stage.ADJUSTMENT: _later(Stage.ADJUSTMENT),
    Stage.PAYMENT: _later(Stage.PAYMENT),
}


def _held(tasks: Sequence[Task]) -> list[Task]:
    return [task for task in tasks if task.task_status not in GIVEN_AWAY and not task.withdrawn]


def _is_unread(document: Document) -> bool:
    return document.state == RECEIVED and document.reviewed_at is None


def _first(documents: Sequence[Document]) -> Instant | None:
    return _earliest(document.received_at for document in documents)


def _earliest(moments: Iterable[Instant | None]) -> Instant | None:
    return min((moment for moment in moments if moment is not None), key=lambda moment: moment.utc, default=None)


def _utc(moment: Instant | None) -> datetime:
    return moment.utc if moment is not None else datetime.max.replace(tzinfo=UTC)
