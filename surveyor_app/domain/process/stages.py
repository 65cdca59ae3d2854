"""How far a claim is: for each of the seven stages whether it was begun, what it waits for and whom, and since when.

The guards are those of domain §18.2: a claim may be opened once loss time, place and cause are there, the survey waits for
whoever holds a task, papers wait for the customer once the one-time notice was delivered. A stage that waits names whom.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from surveyor_app.domain.claim.claims import GIVEN_AWAY, Task
from surveyor_app.domain.documents.documents import NOT_REQUESTED, RECEIVED, Document
from surveyor_app.domain.documents.notices import ONE_TIME
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.process.facts import ProcessFacts


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
    DONE = "done"


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
    return tuple(_STAGES[stage](facts) for stage in Stage)


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
        # Until it was told, nobody can wait for the customer: the notice is what is due.
        whom = Waits.CUSTOMER if since is not None else Waits.HANDLER
        return Standing(Stage.DOCUMENTS, State.WAITING, whom, since=since, count=len(lacking))
    unread = [document for document in taken_up if _is_unread(document)]
    if unread:
        return Standing(Stage.DOCUMENTS, State.WAITING, Waits.HANDLER, since=_first(unread), count=len(unread))
    return Standing(Stage.DOCUMENTS, State.DONE)


def _survey(facts: ProcessFacts) -> Standing:
    held = _held(facts.tasks)
    if not held:
        return Standing(Stage.SURVEY, State.NOT_BEGUN)
    open_tasks = [task for task in held if task.id not in facts.received]
    if not open_tasks:
        return Standing(Stage.SURVEY, State.DONE)
    first = min(open_tasks, key=lambda task: (task.due_at is None, task.due_at.utc if task.due_at else None, task.id))
    return Standing(
        Stage.SURVEY,
        State.WAITING,
        Waits.SURVEYOR,
        who=first.owner_name or first.owner,
        since=first.arrived_at or first.dispatched_at,
        due=first.due_at,
        count=len(open_tasks),
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
    moments = [document.received_at for document in documents if document.received_at is not None]
    return min(moments, key=lambda moment: moment.utc, default=None)
