"""Rescue cost (施救费) and salvage (损余): domain §8.3."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from surveyor_app.domain.journal.fields import decimal, enum, instant, money, multi, ref, text
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class RescueCost(Record):
    """What was paid to keep the loss small. ``subject_uid`` is a vehicle or an item; what else was saved shares the cost."""

    KIND: ClassVar[str] = "rescue_cost"

    rank: str | None = text(60)
    rescue_kind: str | None = enum("rescue_kind")
    subject_uid: str | None = ref("vehicle")
    payee: str | None = text(100)
    from_at: Instant | None = instant()
    to_at: Instant | None = instant()
    km: Decimal | None = decimal(1, "km")
    amount: Decimal | None = money()
    receipts: tuple[str, ...] | None = multi()
    necessary: str | None = enum("tri")
    insured_property_value: Decimal | None = money()
    uninsured_property: str | None = text(500)
    uninsured_property_value: Decimal | None = money()
    cover: str | None = enum("cover")
    note: str | None = text(500)


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvage(Record):
    """What is left of a damaged thing, what it is worth and who has it."""

    KIND: ClassVar[str] = "salvage"

    rank: str | None = text(60)
    subject_uid: str | None = ref("vehicle")
    item: str | None = text(100)
    quantity: Decimal | None = decimal(3)
    unit: str | None = text(20)
    value: Decimal | None = money()
    disposal: str | None = enum("salvage_disposal")
    handled_by: str | None = text(60)
    at: Instant | None = instant()
    photos: tuple[str, ...] | None = multi()
    note: str | None = text(500)
