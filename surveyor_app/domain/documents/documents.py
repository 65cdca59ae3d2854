"""The papers of a claim (单证) with their states: domain §10, §18.1. Which are asked for lies in ``resources/documents.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from surveyor_app.domain.journal.fields import enum, instant, integer, multi, ref, text
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record

NOT_REQUESTED, REQUESTED, RECEIVED, REJECTED, NOT_APPLICABLE = (
    *("not_requested", "requested", "received", "rejected", "not_applicable"),
)
"""States of a paper (domain §10.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Record):
    """One paper of the checklist, and the copy that was received of it.

    ``item`` is an id of the checklist, ``subject_uid`` whose it is (a vehicle, a person), ``evidence`` the scans of it.
    ``reason`` says why it is not acceptable or does not apply. Of a received copy: who made it and how, where the original is.
    """

    KIND: ClassVar[str] = "document"

    item: str | None = text(40)
    title: str | None = text(100)
    subject_uid: str | None = ref("vehicle")
    state: str | None = enum("document_state")
    form: str | None = enum("document_form")
    requested_at: Instant | None = instant()
    requested_by: str | None = text(60)
    received_at: Instant | None = instant()
    received_by: str | None = text(60)
    channel: str | None = enum("document_channel")
    pages: int | None = integer()
    evidence: tuple[str, ...] | None = multi()
    defects: tuple[str, ...] | None = multi("document_defect")
    defect_text: str | None = text(500)
    reason: str | None = text(500)
    maker: str | None = text(100)
    made_how: str | None = text(200)
    copy_holder: str | None = text(100)
    original_location: str | None = text(200)
    maker_sig: str | None = text(36)
    holder_sig: str | None = text(36)
    authentic: str | None = enum("tri")
    lawful: str | None = enum("tri")
    relevant: str | None = enum("tri")
    reviewed_by: str | None = text(60)
    reviewed_at: Instant | None = instant()
    waived_reason: str | None = text(500)
    note: str | None = text(500)

    @property
    def is_decided(self) -> bool:
        """Tell whether somebody said what becomes of it: one that was never asked for is not decided."""
        return self.state not in (None, NOT_REQUESTED)

    @property
    def is_lacking(self) -> bool:
        """Tell whether the one-time notice names it: asked for and not there, or there with defects."""
        return self.state in (REQUESTED, REJECTED) or (self.state == RECEIVED and bool(self.defects))


REVIEWED_BY_OFFICE = frozenset({"authentic", "lawful", "relevant", "reviewed_by", "reviewed_at", "waived_reason"})
"""Fields of a paper that are the office's review (domain §18.2: review_paper, waived with reason)."""
