"""Reviews (审核) of a survey, and the draws (抽查) that send one to a second reviewer: domain §1.5, §18.1, §18.2, §18.6.

A review is about one submission: a task's report as it was signed. Nothing is replaced: a survey that was returned and comes
again gets another review, and both stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from surveyor_app.domain.journal.fields import boolean, enum, instant, ref, text
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record

PASSED, SUBMITTED_UP, RETURNED = "passed", "submitted_up", "returned_for_change"
"""What a reviewer makes of a survey; ``submitted_up``: it is good, and the rules want a second reviewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Record):
    """What one reviewer made of one submission."""

    KIND: ClassVar[str] = "review"

    task_uid: str | None = ref("task")
    report_uid: str | None = ref("report")
    status: str | None = enum("review_status")
    reason: str | None = text(2000)
    reviewed_by: str | None = text(60)
    reviewed_at: Instant | None = instant()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample(Record):
    """Whether a rule chose a submission for a second reviewer, and from what it was drawn, so that anybody can draw again."""

    KIND: ClassVar[str] = "sample"

    rule_id: str | None = text(60)
    drawn_from: str | None = text(64)
    chosen: bool | None = boolean()
    reviewer: str | None = text(60)
    result: str | None = enum("review_status")
