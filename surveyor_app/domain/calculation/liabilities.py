"""Liability (责任): whose share is how much, on what basis (domain §12.3, §18.1), and which of several records counts.

What a surveyor writes is a provisional opinion, or what a paper says that they saw. The office decides. Nothing is replaced: each
word stands in the journal, and a record that counts no more is still there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from surveyor_app.domain.journal.fields import decimal, enum, instant, ref, text
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record

WHOLE = Decimal(100)
OPINION, OFFICE_DECISION = "surveyor_opinion", "office_decision"
_STRENGTH = {OPINION: 1, "agreement": 2, "police_certificate": 3, "judgment": 4, OFFICE_DECISION: 5}
"""The police certificate or a judgment replaces a provisional grade (§12.3); what the office decides comes last (§18.2)."""

DEFAULT_RATIOS: Mapping[str, Decimal] = {
    "full": Decimal(100),
    "primary": Decimal(70),
    "equal": Decimal(50),
    "secondary": Decimal(30),
    "none": Decimal(0),
}
"""Where neither police nor court gave a ratio (clause art. 23)."""
NO_FAULT_MOST = Decimal(10)
"""What a motor vehicle without fault bears at most towards people outside vehicles (道路交通安全法 art. 76)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Liability(Record):
    """A party's share. ``decided_by`` and ``decided_at`` are the office's; without them the share is provisional."""

    KIND: ClassVar[str] = "liability"

    rank: str | None = text(60)
    party_uid: str | None = ref("vehicle")
    grade: str | None = enum("liability")
    ratio: Decimal | None = decimal(2, "%")
    basis: str | None = enum("liability_basis")
    basis_document: str | None = ref("document")
    decided_by: str | None = text(60)
    decided_at: Instant | None = instant()
    note: str | None = text(1000)

    @property
    def share(self) -> Decimal | None:
        """Return the ratio, where none is written the usual one of the grade."""
        return self.ratio if self.ratio is not None else DEFAULT_RATIOS.get(self.grade or "")

    @property
    def is_provisional(self) -> bool:
        """Tell whether it is a surveyor's opinion, which the office has not decided."""
        return self.decided_at is None and self.basis in (None, OPINION)


DECIDED_BY_OFFICE = frozenset({"decided_by", "decided_at"})
"""Fields of a liability that only the office writes."""


def that_count(found: Iterable[Liability]) -> Sequence[Liability]:
    """Return one record a party: the strongest basis, decided before undecided, the last written of equals."""
    best: dict[str, Liability] = {}
    for item in found:
        if item.party_uid is None or item.withdrawn:
            continue
        before = best.get(item.party_uid)
        if before is None or _strength(item) >= _strength(before):
            best[item.party_uid] = item
    return list(best.values())


def sum_of_shares(found: Iterable[Liability]) -> Decimal | None:
    """Return what the shares that count come to; ``None`` where nobody has one or one is not known yet."""
    shares = [item.share for item in that_count(found)]
    known = [share for share in shares if share is not None]
    return sum(known, Decimal(0)) if shares and len(known) == len(shares) else None


def adds_up(found: Iterable[Liability]) -> bool:
    """Tell whether the shares come to the whole, or nobody was at fault."""
    found = list(found)
    total = sum_of_shares(found)
    return total in (None, WHOLE) or (total == 0 and all(item.grade == "none" for item in that_count(found)))


def _strength(item: Liability) -> tuple[bool, int]:
    return item.decided_at is not None, _STRENGTH.get(item.basis or "", 0)
