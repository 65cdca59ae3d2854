"""External enquiries (外部调查): what was asked of police, hospital, camera owners …, and what came back (domain §11)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from surveyor_app.domain.journal.fields import decimal, enum, instant, money, multi, ref, text
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record

OPEN_STATES = frozenset({"planned", "sent", "waiting", "partial"})
"""States in which something is still to come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enquiry(Record):
    """One enquiry. ``clock_offset_s``: by how much the clock of a camera or recorder is ahead of the right time."""

    KIND: ClassVar[str] = "enquiry"

    rank: str | None = text(60)
    kind: str | None = enum("enquiry_kind")
    authority: str | None = text(100)
    contact: str | None = text(100)
    reference_no: str | None = text(60)
    purpose: str | None = text(1000)
    legal_basis: str | None = text(500)
    consent_uid: str | None = ref("consent")
    person_uid: str | None = ref("person")
    asked_at: Instant | None = instant()
    asked_by: str | None = text(60)
    channel: str | None = enum("enquiry_channel")
    due_at: Instant | None = instant()
    state: str | None = enum("enquiry_state")
    refusal_reason: str | None = text(500)
    answered_at: Instant | None = instant()
    answer_summary: str | None = text(4000)
    media: tuple[str, ...] | None = multi()
    clock_offset_s: Decimal | None = decimal(1, "s")
    made_how: str | None = text(500)
    original_location: str | None = text(200)
    holder_sig: str | None = text(36)
    collector_sig: str | None = text(36)
    cost: Decimal | None = money()

    @property
    def is_open(self) -> bool:
        """Tell whether something is still to come."""
        return self.state is None or self.state in OPEN_STATES
