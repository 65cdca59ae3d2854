"""Random accidents for compulsory cover: vehicles with and without fault, insured or not, trailers, victims in and outside."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from hypothesis import strategies as st

from surveyor_app.domain.calculation.compulsory.parties import Item, Loss, Vehicle

NAMES = "ABCDEFGHIJ"


@dataclass(frozen=True, slots=True)
class Case:
    """One accident."""

    vehicles: list[Vehicle]
    losses: list[Loss]
    roadside: bool


def amounts() -> st.SearchStrategy[Decimal]:
    """Small and large, round and not: limits and their fractions are met often."""
    round_ = st.sampled_from([0, 100, 200, 1000, 2000, 2100, 4000, 10000, 18000, 18001, 36000, 54000, 180000, 1000000])
    cents = st.integers(0, 6_000_000).map(lambda value: Decimal(value) / 100)
    return st.one_of(round_.map(Decimal), cents)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    number = draw(st.integers(1, 5))
    vehicles = [
        Vehicle(NAMES[place], draw(st.booleans()), draw(st.integers(0, 9)) > 0, draw(st.integers(0, 19)) == 0)
        for place in range(number)
    ]
    if draw(st.integers(0, 9)) == 0:
        vehicles.append(Vehicle("T", True, draw(st.booleans()), towed_by="A"))
    names = [vehicle.id for vehicle in vehicles]
    items = draw(st.sampled_from([[Item.MEDICAL], [Item.PROPERTY], list(Item)]))
    losses = [
        Loss(
            f"v{place}",
            draw(st.sampled_from(items)),
            draw(amounts()),
            draw(st.sampled_from([None, *names])),
            tuple(draw(st.sampled_from([(), (), (), (names[0],)]))),
            draw(st.integers(0, 9)) == 0,
        )
        for place in range(draw(st.integers(1, 7)))
    ]
    return Case(vehicles, losses, draw(st.booleans()))
