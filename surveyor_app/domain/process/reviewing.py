"""How far the review (审核) of a task's survey is, what bars its acceptance or return, and whom it waits for (domain §18.2).

    open ─ signed and receipted ─► submitted ─┬─► accepted
                                              ├─► second_review ─► accepted      (review rules, another reviewer)
                                              └─► returned ─ signed anew, receipted ─► resubmitted ─► as submitted

What a reviewer made of one report says nothing of the next: a report signed after the acceptance is resubmitted too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from surveyor_app.domain.claim.claims import GIVEN_AWAY, Task
from surveyor_app.domain.claim.remarks import Thread, threads
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.claim.reviews import PASSED, SUBMITTED_UP, Review
from surveyor_app.domain.claim.revisions import in_order
from surveyor_app.domain.process.facts import ProcessFacts


class ReviewState(StrEnum):
    """How far the review of one task is."""

    OPEN = "open"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    RESUBMITTED = "resubmitted"
    SECOND_REVIEW = "second_review"
    ACCEPTED = "accepted"


FOR_REVIEWER = frozenset({ReviewState.SUBMITTED, ReviewState.RESUBMITTED, ReviewState.SECOND_REVIEW})
"""States in which a reviewer is to say something."""


class ReviewAct(StrEnum):
    """What a reviewer does."""

    ACCEPT = "accept_survey"
    RETURN = "return_survey"


class Bar(StrEnum):
    """Why an act is not possible now."""

    CANCELLED = "cancelled"
    NOT_CANCELLED = "not_cancelled"
    NOT_OPENED = "not_opened"
    NOT_RECEIVED = "not_received"
    NO_REPORT = "no_report"
    OPEN_REMARK = "open_remark"
    NOT_INTACT = "not_intact"
    OPEN_MUST = "open_must"
    DONE_ALREADY = "done_already"
    OWN_WORK = "own_work"
    SAME_REVIEWER = "same_reviewer"


@dataclass(frozen=True, slots=True)
class TaskReview:
    """The review of one task: its latest report, the one submitted before, and what was said last."""

    task: Task
    state: ReviewState
    report: Report | None = None
    before: Report | None = None
    last: Review | None = None

    @property
    def first_reviewer(self) -> str | None:
        """Return who passed it on to a second reviewer."""
        return self.last.reviewed_by if self.state is ReviewState.SECOND_REVIEW and self.last is not None else None


def reviews_of(facts: ProcessFacts) -> list[TaskReview]:
    """Return the review of each task that somebody holds, in their order."""
    return [review_of(facts, task) for task in facts.tasks if task.task_status not in GIVEN_AWAY and not task.withdrawn]


def review_of(facts: ProcessFacts, task: Task) -> TaskReview:
    """Return how far the review of a task is."""
    issued = in_order(report for report in facts.reports if report.task_uid == task.id and not report.withdrawn)
    report = issued[-1] if issued else None
    said = sorted((item for item in facts.reviews if item.task_uid == task.id), key=lambda item: item.id)
    submitted_before = [item for item in issued[:-1] if item.id in facts.receipted]
    before = submitted_before[-1] if submitted_before else None
    of_latest = [item for item in said if item.report_uid == (report.id if report is not None else None)]
    last = of_latest[-1] if of_latest else None
    if task.id not in facts.received or (report is not None and report.id not in facts.receipted):
        # A report signed anew is on its way: until it is here, what was made of the one before stands.
        was_returned = bool(said) and said[-1].status not in (PASSED, SUBMITTED_UP)
        state = ReviewState.RETURNED if was_returned else ReviewState.OPEN
        return TaskReview(task, state, report, before, said[-1] if said else None)
    return TaskReview(task, _state(last, is_again=bool(said)), report, before, last)


def bars(facts: ProcessFacts, review: TaskReview, act: ReviewAct, actor: str) -> Sequence[Bar]:
    """Return why somebody may not do an act now; nothing where they may."""
    found: list[Bar] = []
    if facts.claim is not None and facts.claim.is_cancelled:
        found.append(Bar.CANCELLED)
    if review.state is ReviewState.OPEN:
        found.append(Bar.NOT_RECEIVED)
    elif review.state not in FOR_REVIEWER:
        found.append(Bar.DONE_ALREADY)
    if act is ReviewAct.ACCEPT:
        if review.report is None:
            found.append(Bar.NO_REPORT)
        if unsettled(facts):
            found.append(Bar.OPEN_REMARK)
        if not facts.is_intact:
            found.append(Bar.NOT_INTACT)
    if actor in {task.owner for task in facts.tasks}:
        found.append(Bar.OWN_WORK)
    if actor == review.first_reviewer:
        found.append(Bar.SAME_REVIEWER)
    return found


def unsettled(facts: ProcessFacts) -> list[Thread]:
    """Return the remarks about which somebody has still to do something."""
    return [thread for thread in threads(facts.remarks) if not thread.is_settled]


def _state(last: Review | None, *, is_again: bool) -> ReviewState:
    if last is None:
        return ReviewState.RESUBMITTED if is_again else ReviewState.SUBMITTED
    if last.status == PASSED:
        return ReviewState.ACCEPTED
    return ReviewState.SECOND_REVIEW if last.status == SUBMITTED_UP else ReviewState.RETURNED
