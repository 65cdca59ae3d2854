"""Injured persons (人伤): injury, visits and fees, each for a person of the case (domain §3.2, §8.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from surveyor_app.domain.journal.fields import boolean, day, decimal, enum, instant, integer, money, multi, ref, text
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Injury(Record):
    """What is known of one person's injury. Who it is, the position and the severity stand in the person."""

    KIND: ClassVar[str] = "injury"

    rank: str | None = text(60)
    person_uid: str | None = ref("person")
    vehicle_uid: str | None = ref("vehicle")
    on_site_mediation: bool | None = boolean()
    case_handling_kind: str | None = enum("case_handling_kind")
    survey_handling: str | None = enum("survey_handling")
    estimate: Decimal | None = money()
    body_parts: tuple[str, ...] | None = multi("body_part")
    treatment: str | None = enum("treatment")
    hospital: str | None = text(100)
    diagnosis: str | None = text(2000)
    admitted_on: date | None = day()
    discharged_on: date | None = day()
    bed: str | None = text(30)
    nursing: str | None = text(500)
    medical_history: str | None = text(1000)
    disability_grade: int | None = integer()
    died_at: Instant | None = instant()
    cover: str | None = enum("cover")
    photos: tuple[str, ...] | None = multi()
    note: str | None = text(1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class InjuryVisit(Record):
    """One visit or call: the first, then follow-ups, each with its date."""

    KIND: ClassVar[str] = "injury_visit"

    rank: str | None = text(60)
    injury_uid: str | None = ref("injury")
    visit_kind: str | None = enum("visit_kind")
    channel: str | None = enum("enquiry_channel")
    visited_at: Instant | None = instant()
    visited_by: str | None = text(60)
    place: str | None = text(200)
    condition: str | None = text(2000)
    treatment: str | None = enum("treatment")
    cost_so_far: Decimal | None = money()
    next_at: Instant | None = instant()
    media: tuple[str, ...] | None = multi()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee(Record):
    """One fee of an injured person. ``within_insurance`` is the part of ``amount`` that public insurance would recognise."""

    KIND: ClassVar[str] = "fee"

    rank: str | None = text(60)
    injury_uid: str | None = ref("injury")
    code: str | None = enum("fee_code")
    amount: Decimal | None = money()
    within_insurance: Decimal | None = money()
    days: Decimal | None = decimal(1)
    daily_rate: Decimal | None = money()
    paid_by: str | None = text(100)
    paid_on: date | None = day()
    receipts: tuple[str, ...] | None = multi()
    note: str | None = text(500)
