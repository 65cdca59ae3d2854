"""Answers to the checks of the record form (查验事项): domain §3.3. What is asked lies in ``resources/record_checks.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from surveyor_app.domain.journal.fields import boolean, enum, integer, multi, text
from surveyor_app.domain.journal.record import Record

YES, NO, UNKNOWN, NOT_APPLICABLE = "yes", "no", "unknown", "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckAnswer(Record):
    """The answer to one check; which of the fields are used follows from the check's kind.

    ``answer`` is for tri, ``choice`` for one value of the check's enumeration, ``choices`` for several; ``none_apply`` says
    that of several none does. ``other_text`` goes with *other* or *pending*.
    """

    KIND: ClassVar[str] = "check_answer"

    check_id: str | None = text(40)
    answer: str | None = enum("check_reply")
    choice: str | None = text(40)
    choices: tuple[str, ...] | None = multi()
    none_apply: bool | None = boolean()
    other_text: str | None = text(500)
    injured_n: int | None = integer()
    dead_n: int | None = integer()
    note: str | None = text(1000)
