"""Cents of compulsory cover (domain §12.7 rules 1 and 2): by victim, then no payer above its limit.

All values are whole numbers over one denominator a victim, so that thousands of lines cost little.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from surveyor_app.domain.calculation.rounding import by_largest_remainder


@dataclass(slots=True)
class Bill:
    """What a victim gets from each payer, in cents: ``parts[i]`` over ``base``, from ``payers[i]``. ``paid`` is settled."""

    payers: Sequence[str]
    parts: Sequence[int]
    base: int
    paid: list[int] = field(default_factory=list)
    floors: list[int] = field(default_factory=list)

    def round_by_victim(self) -> None:
        """Give the victim's cents to its payers: the sum rounded, floors, and what is missing to the largest remainders."""
        self.floors = [part // self.base for part in self.parts]
        target = (2 * sum(self.parts) + self.base) // (2 * self.base)
        self.paid = by_largest_remainder(target, self.floors, [part % self.base for part in self.parts])

    def remainder(self, place: int) -> Fraction:
        """Return what of a cent was cut off."""
        return Fraction(self.parts[place] % self.base, self.base)


def settle(bills: Sequence[Bill], limits: Mapping[str, int]) -> None:
    """Round every bill; then take from each payer above its limit, in cents, what is too much.

    Taken from rounded-up lines with the smallest remainder, last on a tie; given to another payer of that victim that is below
    its limit and was rounded down, largest remainder first; else it lapses.
    """
    sums = dict.fromkeys(limits, 0)
    for bill in bills:
        bill.round_by_victim()
        for payer, paid in zip(bill.payers, bill.paid, strict=True):
            sums[payer] += paid
    for payer, limit in limits.items():
        too_much = sums[payer] - limit
        if too_much > 0:
            _take_back(bills, payer, too_much, sums, limits)


def _take_back(
    bills: Sequence[Bill], payer: str, too_much: int, sums: dict[str, int], limits: Mapping[str, int]
) -> None:
    raised = [
        (bill.remainder(place), -number, bill, place)
        for number, bill in enumerate(bills)
        for place, name in enumerate(bill.payers)
        if name == payer and bill.paid[place] > bill.floors[place]
    ]
    raised.sort(key=lambda entry: entry[:2])
    for _, _, bill, place in raised[:too_much]:
        bill.paid[place] -= 1
        sums[payer] -= 1
        lowered = [
            (-bill.remainder(other), other)
            for other, name in enumerate(bill.payers)
            if name != payer
            and bill.paid[other] == bill.floors[other]
            and bill.remainder(other)
            and sums[name] < limits[name]
        ]
        if lowered:
            other = min(lowered)[1]
            bill.paid[other] += 1
            sums[bill.payers[other]] += 1
