"""Calculations as they are kept (理算书): what was put in, by which rules, line by line, and the sum (domain §12.1, §18.1).

``inputs`` is all that was put in, as one text in canonical form; with the packs in their versions the same comes out, to the
last letter, years later. A calculation is an estimate until the office approves it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from surveyor_app.domain.journal.fields import decimal, enum, instant, integer, multi, ref, text
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record

LONGEST_INPUTS = 24_000
"""Bytes of ``inputs``: the body of an entry has at most 32 KiB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculation(Record):
    """One calculation; without a state it is a draft. ``result_sha256`` is that of all its lines in canonical form."""

    KIND: ClassVar[str] = "calculation"

    version: int | None = integer()
    packs: tuple[str, ...] | None = multi()
    inputs: str | None = text(LONGEST_INPUTS)
    inputs_sha256: str | None = text(64)
    result_sha256: str | None = text(64)
    total: Decimal | None = decimal(2)
    currency: str | None = text(3)
    calculated_at: Instant | None = instant()
    state: str | None = enum("calculation_state")
    note: str | None = text(1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalculationLine(Record):
    """A line of a calculation: its rule, the formula in words and with figures, the exact value and the amount."""

    KIND: ClassVar[str] = "calculation_line"

    rank: str | None = text(60)
    calculation_uid: str | None = ref("calculation")
    pack: str | None = text(80)
    rule: str | None = text(120)
    payer: str | None = text(100)
    payee: str | None = text(100)
    formula_chinese: str | None = text(2000)
    formula_english: str | None = text(2000)
    figures: str | None = text(2000)
    exact: str | None = text(400)
    amount: Decimal | None = decimal(2)
    got_cent: int | None = integer()


STATE = "state"
"""Field of a calculation that only the office writes."""
