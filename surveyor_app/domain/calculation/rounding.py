"""From exact values to cents (domain §12.7): one final rounding, and who gets the cents that are left over."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction


def half_up(cents: Fraction) -> int:
    """Return whole cents, halves away from zero."""
    doubled, base = 2 * abs(cents.numerator) + cents.denominator, 2 * cents.denominator
    return doubled // base if cents >= 0 else -(doubled // base)


def to_cents(value: Fraction) -> int:
    """Return an amount in whole cents, halves away from zero."""
    return half_up(value * 100)


def amount_of(cents: int) -> Decimal:
    """Return whole cents as an amount."""
    return Decimal(cents).scaleb(-2)


def rounded(value: Fraction) -> Decimal:
    """Return an amount to the cent, halves away from zero."""
    return amount_of(to_cents(value))


def by_largest_remainder(
    target: int, floors: Sequence[int], remainders: Sequence[int] | Sequence[Fraction]
) -> list[int]:
    """Return whole cents that add up to ``target``: the missing ones one by one to the largest remainders, first on a tie."""
    missing = target - sum(floors)
    given = list(floors)
    if missing <= 0:
        return given
    order = sorted(range(len(floors)), key=lambda place: (-remainders[place], place))
    for place in order[:missing]:
        given[place] += 1
    return given
