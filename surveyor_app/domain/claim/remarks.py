"""Remarks (意见) about any record, and what they ask for (补充要求): domain §18.1, §18.2 ``ask_supplement``.

A remark is its writer's. An answer is a remark of its own that names the one it answers, so that the laptop may answer offline
while the office withdraws the request: nothing is in conflict, both stand. How far a remark is follows from what was answered and
how the office closed it; only the office closes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from surveyor_app.domain.journal.fields import enum, instant, multi, ref
from surveyor_app.domain.journal.fields import text as words
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record

NOTHING, ANSWER, EVIDENCE, CORRECTION = "none", "answer", "evidence", "correction"
"""What a remark asks for; one that asks for evidence is a supplement request (补充要求)."""

OPEN, ANSWERED, RESUBMITTED, CLOSED, WITHDRAWN = "open", "answered", "resubmitted", "closed", "withdrawn"
"""How far a remark is. Only the last two are written; the first three follow from the answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark(Record):
    """One remark. ``evidence`` names what an answer brings; ``written_by`` is an account, ``to_user`` whom it is meant for."""

    KIND: ClassVar[str] = "remark"

    about_kind: str | None = words(30)
    about_uid: str | None = words(36)
    to_role: str | None = enum("process_waits")
    to_user: str | None = words(60)
    asks: str | None = enum("remark_asks")
    due_at: Instant | None = instant()
    state: str | None = enum("remark_state")
    answer_of: str | None = ref("remark")
    evidence: tuple[str, ...] | None = multi()
    written_by: str | None = words(60)
    written_at: Instant | None = instant()
    text: str | None = words(2000)

    @property
    def asks_for_something(self) -> bool:
        """Tell whether somebody has to do something about it."""
        return self.asks not in (None, NOTHING) and self.answer_of is None


CLOSED_BY_OFFICE = frozenset({"state"})
"""Fields of a remark that only the office writes: whoever asks says when it is enough."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A remark with its answers, the first one first."""

    remark: Remark
    answers: Sequence[Remark] = ()

    @property
    def state(self) -> str:
        """Return how far it is, by the ids of the list ``remark_state``."""
        if self.remark.withdrawn or self.remark.state == WITHDRAWN:
            return WITHDRAWN
        if self.remark.state == CLOSED:
            return CLOSED
        if not self.answers:
            return OPEN
        return RESUBMITTED if self.remark.asks in (EVIDENCE, CORRECTION) else ANSWERED

    @property
    def waits_for_answer(self) -> bool:
        """Tell whether whom it is addressed to has still to answer."""
        return self.remark.asks_for_something and self.state == OPEN

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is to be done about it by anybody: it asked nothing, or the office closed or withdrew it."""
        return not self.remark.asks_for_something or self.state in (CLOSED, WITHDRAWN)


def waiting_for(found: Iterable[Thread], role: str, user: str) -> list[Thread]:
    """Return the threads that wait for an answer of a role, or of this person of it; one addressed to nobody waits for all."""
    return [
        thread
        for thread in found
        if thread.waits_for_answer and thread.remark.to_role in (None, role) and thread.remark.to_user in (None, user)
    ]


def threads(remarks: Iterable[Remark]) -> list[Thread]:
    """Return the remarks that answer nothing, in their order, each with its answers; withdrawn answers count for nothing."""
    remarks = list(remarks)
    answers: dict[str, list[Remark]] = {}
    for remark in remarks:
        if remark.answer_of is not None and not remark.withdrawn:
            answers.setdefault(remark.answer_of, []).append(remark)
    return [Thread(remark, answers.get(remark.id, ())) for remark in remarks if remark.answer_of is None]
