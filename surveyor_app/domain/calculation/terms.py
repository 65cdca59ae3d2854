"""The words of a formula, and how the figures in it are written: exactly, so that what is printed can be counted again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from surveyor_app.domain.texts import Text

HUNDRED = 100
_CENTS = 2
_LONGEST = 15


class Unit(StrEnum):
    """How a figure is written."""

    MONEY = "money"
    PERCENT = "percent"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a formula: 责任比例, Liability ratio."""

    id: str
    name: Text
    unit: Unit = Unit.MONEY


def written(value: Fraction, unit: Unit) -> str | None:
    """Return a value exactly: decimals where they end, else as a division; ``None`` where that would be too long to read.

    70 % is the value 7/10.
    """
    if unit is Unit.PERCENT:
        digits = _decimals(value * HUNDRED, 0)
        return None if digits is None else f"{digits} %"
    digits = _decimals(value, _CENTS if unit is Unit.MONEY else 0)
    if digits is not None:
        return digits
    parts = f"{value.numerator:,}", f"{value.denominator:,}"
    return f"({parts[0]} ÷ {parts[1]})" if max(map(len, parts)) <= _LONGEST else None


def _decimals(value: Fraction, least: int) -> str | None:
    """Return a value with thousands separators and all its places, ``None`` where they do not end."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return None
    places = max(twos, fives, least)
    whole, part = divmod(abs(value.numerator) * 10**places // value.denominator, 10**places)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole:,}.{part:0{places}d}" if places else f"{sign}{whole:,}"
