"""Random accidents for compulsory cover: vehicles with and without fault, insured or not, trailers, victims in and outside."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, TypeVar

from hypothesis import strategies as st

from surveyor_app.domain.calculation.compulsory.parties import Item, Loss, Vehicle

NAMES = "ABCDEFGHIJ"
ROUND = (0, 100, 200, 1000, 2000, 2100, 4000, 10000, 18000, 18001, 36000, 54000, 180000, 1000000)
ITEMS: Sequence[Sequence[Item]] = ([Item.MEDICAL], [Item.PROPERTY], list(Item))
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Case:
    """One accident."""

    vehicles: list[Vehicle]
    losses: list[Loss]
    roadside: bool


class Dice(Protocol):
    """Whoever decides what an accident is like: a random number generator, or one whose choices shrink."""

    def randint(self, least: int, most: int, /) -> int: ...

    def choice(self, values: Sequence[T], /) -> T: ...


class ShrinkingDice:
    """Dice of the property test library: it remembers what it threw and finds the smallest accident that fails."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def randint(self, least: int, most: int, /) -> int:
        return self._draw(st.integers(least, most))

    def choice(self, values: Sequence[T], /) -> T:
        return self._draw(st.sampled_from(values))


def loss_amount(dice: Dice) -> Decimal:
    """Small and large, round and not: limits and their fractions are met often."""
    if dice.randint(0, 1):
        return Decimal(dice.randint(0, 6_000_000)) / 100
    return Decimal(dice.choice(ROUND))


def thrown(dice: Dice) -> Case:
    """Return the accident that the dice give."""
    number = dice.randint(1, 5)
    vehicles = [
        Vehicle(NAMES[place], dice.randint(0, 1) == 1, dice.randint(0, 9) > 0, dice.randint(0, 19) == 0)
        for place in range(number)
    ]
    if dice.randint(0, 9) == 0:
        vehicles.append(Vehicle("T", True, dice.randint(0, 1) == 1, towed_by="A"))
    names = [vehicle.id for vehicle in vehicles]
    items = dice.choice(ITEMS)
    outside: Sequence[tuple[str, ...]] = ((), (), (), (names[0],))
    losses = [
        Loss(
            f"v{place}",
            dice.choice(items),
            loss_amount(dice),
            dice.choice([None, *names]),
            dice.choice(outside),
            dice.randint(0, 9) == 0,
        )
        for place in range(dice.randint(1, 7))
    ]
    return Case(vehicles, losses, dice.randint(0, 1) == 1)


@st.composite
def thrown_with_dice(draw: st.DrawFn) -> tuple[Case, Dice]:
    """Return an accident, and dice to go on with."""
    dice = ShrinkingDice(draw)
    return thrown(dice), dice


def seeded(seed: int) -> tuple[Case, Dice]:
    """Return the accident of a seed, and dice to go on with: a hundred times as quick as those that shrink."""
    dice = random.Random(seed)
    return thrown(dice), dice
