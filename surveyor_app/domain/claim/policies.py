"""The policies (保单) of the case and their covers (险种): domain §18.1; the office's, or a surveyor's where it has none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from surveyor_app.domain.journal.fields import boolean, day, decimal, enum, integer, money, multi, ref, text
from surveyor_app.domain.journal.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(Record):
    """One policy: compulsory, commercial or of property. ``earlier_losses``: how often it was claimed on before."""

    KIND: ClassVar[str] = "policy"

    policy_no: str | None = text(30)
    line: str | None = enum("policy_line")
    insurer: str | None = text(60)
    insured_name: str | None = text(60)
    insured_id_type: str | None = enum("id_type")
    insured_id_no: str | None = text(30)
    clause_form: str | None = enum("clause_form")
    period_from: date | None = day()
    period_to: date | None = day()
    plate_no: str | None = text(10)
    engine_no: str | None = text(30)
    vin: str | None = text(17)
    new_price: Decimal | None = money()
    use_nature: str | None = enum("use_nature")
    named_drivers: tuple[str, ...] | None = multi()
    region: str | None = text(30)
    premium_paid: str | None = enum("tri")
    special_terms: str | None = text(4000)
    earlier_losses: int | None = integer()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover(Record):
    """One cover of a policy, with its limit or sum and what is deducted."""

    KIND: ClassVar[str] = "cover"

    rank: str | None = text(60)
    policy_uid: str | None = ref("policy")
    kind: str | None = enum("cover")
    limit: Decimal | None = money()
    sum_insured: Decimal | None = money()
    per_seat: Decimal | None = money()
    seats: int | None = integer()
    deductible_amount: Decimal | None = money()
    deductible_rate: Decimal | None = decimal(2, "%")
    waiver: bool | None = boolean()
    note: str | None = text(1000)
