"""Contacts (联系记录) with the customer and others, and complaints (投诉) with their answers: domain §18.1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from surveyor_app.domain.journal.fields import enum, instant, ref
from surveyor_app.domain.journal.fields import text as words
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Record):
    """A call, a message or a visit: with whom, what was said, and what was promised (``promised``) until when."""

    KIND: ClassVar[str] = "contact"

    direction: str | None = enum("contact_direction")
    channel: str | None = enum("contact_channel")
    person_uid: str | None = ref("person")
    name: str | None = words(60)
    at: Instant | None = instant()
    summary: str | None = words(2000)
    promised: str | None = words(1000)
    due_at: Instant | None = instant()


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint(Record):
    """A complaint: who complains (``from_name``), by which way, and what the office makes of it."""

    KIND: ClassVar[str] = "complaint"

    from_name: str | None = words(60)
    channel: str | None = enum("contact_channel")
    text: str | None = words(4000)
    received_at: Instant | None = instant()
    owner: str | None = words(60)
    due_at: Instant | None = instant()
    answer: str | None = words(4000)
    state: str | None = enum("complaint_state")

    @property
    def is_open(self) -> bool:
        """Tell whether nobody has answered yet."""
        return self.state in (None, "open")


ANSWERED_BY_OFFICE = frozenset({"owner", "due_at", "answer", "state"})
"""Fields of a complaint that say what the office made of it, whoever took it."""
