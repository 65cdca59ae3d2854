"""What holds of compulsory cover whatever the accident, and a second implementation that has to agree.

Each property is tried on a few accidents that shrink to the smallest one that fails, and in the long campaign on 20,000 more
that are told by their seed alone (``seeded``).
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings

from surveyor_app.domain.calculation.compulsory.parties import Item, Loss, Vehicle
from surveyor_app.domain.calculation.compulsory.paying import pay_compulsory
from surveyor_app.domain.calculation.results import Result
from surveyor_app.domain.calculation.rounding import to_cents
from tests.domain.calculation.accidents import Case, Dice, loss_amount, seeded, thrown_with_dice
from tests.domain.calculation.packs import TODAY, ctpl, vehicles_of
from tests.domain.calculation.printed import counted
from tests.domain.calculation.simulation import FULL, SCALE, WITHOUT, simulated
from tests.faults.campaigns import LONG

pytestmark = [pytest.mark.faults, pytest.mark.timeout(1800)]
T = TypeVar("T")


def paid(case: Case) -> Result:
    return pay_compulsory(ctpl(TODAY, roadside=case.roadside), case.vehicles, case.losses, TODAY)


def no_line_is_a_cent_off_and_nobody_gets_or_pays_too_much(case: Case, _dice: Dice) -> None:
    result = paid(case)
    by_payer: dict[tuple[str | None, str], Decimal] = defaultdict(Decimal)
    by_victim: dict[tuple[str | None, str], Decimal] = defaultdict(Decimal)
    proxies = Decimal(0)
    for line in result.lines:
        assert abs(Fraction(line.amount) - line.exact) < Fraction(1, 100)
        assert line.amount >= 0
        by_victim[line.payee, line.item] += line.amount
        if line.mark == "proxy":
            proxies += line.amount
        else:
            by_payer[line.payer, line.item] += line.amount
    fault = {vehicle.id: vehicle.at_fault for vehicle in case.vehicles}
    for (payer, item), amount in by_payer.items():
        assert amount <= (FULL if fault[payer or ""] else WITHOUT)[Item(item)], payer
    free = sum(1 for vehicle in case.vehicles if vehicle.insured and not vehicle.at_fault and vehicle.towed_by is None)
    roadside = sum(
        amount for (payer, item), amount in by_payer.items() if item == Item.PROPERTY.value and not fault[payer or ""]
    )
    assert proxies + roadside <= 100 * free
    lost = {(loss.victim, loss.item.value): loss.amount for loss in case.losses}
    for key, amount in by_victim.items():
        assert amount <= lost[key[0] or "", key[1]]


def the_lines_of_a_victim_add_up_to_the_rounded_sum_unless_a_limit_takes_cents(case: Case, _dice: Dice) -> None:
    exact: dict[tuple[str | None, str], Fraction] = defaultdict(Fraction)
    amount: dict[tuple[str | None, str], int] = defaultdict(int)
    result = paid(case)
    for line in result.lines:
        exact[line.payee, line.item] += line.exact
        amount[line.payee, line.item] += to_cents(Fraction(line.amount))
    lapsed = sum(to_cents(exact[key]) - amount[key] for key in exact)
    assert all(amount[key] <= to_cents(exact[key]) for key in exact)
    assert lapsed <= len(result.lines)
    if lapsed:
        assert any(is_used_up(result, case))


def is_used_up(result: Result, case: Case) -> list[bool]:
    """Tell of each payer and item whether the exact lines come to its limit."""
    sums: dict[tuple[str | None, str], Fraction] = defaultdict(Fraction)
    for line in result.lines:
        sums["pool" if line.mark == "proxy" else line.payer, line.item] += line.exact
    limits = {limit for table in (FULL, WITHOUT) for limit in table.values()} | {100 * n for n in range(6)}
    return [value in limits or value <= 100 for value in sums.values()]


def no_order_matters(case: Case, dice: Dice) -> None:
    vehicles, losses = shuffled(case.vehicles, dice), shuffled(case.losses, dice)

    def lines(result: Result) -> set[object]:
        return {(line.payer, line.payee, line.item, line.mark, line.amount, line.exact) for line in result.lines}

    assert lines(paid(case)) == lines(paid(Case(vehicles, losses, case.roadside)))


def more_loss_never_pays_less_in_sum(case: Case, dice: Dice) -> None:
    losses = list(case.losses)
    more, place = loss_amount(dice), dice.randint(0, len(losses) - 1)
    old = losses[place]
    losses[place] = Loss(old.victim, old.item, old.amount + more, old.vehicle, old.not_by, old.is_emergency)
    before, after = paid(case), paid(Case(case.vehicles, losses, case.roadside))
    slack = Fraction(2 * len(losses) * len(case.vehicles), 1000)  # rounds stop where less than 0.001 is offered
    assert exact(after) >= exact(before) - slack


def shuffled(values: Sequence[T], dice: Dice) -> list[T]:
    left = list(values)
    return [left.pop(dice.randint(0, len(left) - 1)) for _ in values]


def exact(result: Result) -> Fraction:
    return sum((line.exact for line in result.lines), Fraction(0))


def test_a_no_fault_vehicle_whose_limit_is_gone_by_proxy_pays_nobody_else() -> None:
    losses = [
        Loss("A", Item.PROPERTY, Decimal(5000), "A"),
        Loss("pole", Item.PROPERTY, Decimal(400), not_by=("A",)),
    ]
    result = paid(Case(vehicles_of(["A", "b"]), losses, roadside=True))
    assert [(line.payer, line.payee, line.amount) for line in result.lines] == [("A", "A", Decimal(100))]
    assert [(note.code, note.values["victim"]) for note in result.warnings] == [
        ("ctpl_unpaid", "A"),
        ("ctpl_unpaid", "pole"),
    ]


def test_cents_take_a_no_fault_vehicle_above_its_limit_neither_by_proxy_nor_beside_it() -> None:
    vehicles = [*vehicles_of(["A", "B", "e"]), Vehicle("C", True, insured=False), Vehicle("D", True, insured=False)]
    losses = [Loss(name, Item.PROPERTY, Decimal(amount), "A") for name, amount in (("v0", "593.53"), ("v2", "1949.27"))]
    losses.append(Loss("pole", Item.PROPERTY, Decimal("39348.37")))
    result = paid(Case(vehicles, losses, roadside=True))
    assert sum(line.amount for line in result.lines if line.mark == "proxy" or line.payer == "e") == 100


def a_second_implementation_agrees(case: Case, _dice: Dice) -> None:
    shown = {(loss.victim, loss.item): place for place, loss in enumerate(case.losses)}
    ours: Mapping[tuple[str, int], Fraction] = {
        ("proxy" if line.mark == "proxy" else line.payer or "", shown[line.payee or "", Item(line.item)]): line.exact
        for line in paid(case).lines
    }
    theirs = simulated(case.vehicles, case.losses, case.roadside)
    for key in ours.keys() | theirs.keys():
        assert abs(ours.get(key, Fraction(0)) - Fraction(theirs.get(key, 0), SCALE)) < Fraction(1, 200), key


def what_is_printed_counts_to_the_exact_figure(case: Case, _dice: Dice) -> None:
    result = paid(case)
    for step in result.steps:
        assert counted(step.tree.figures(), result.steps) == step.value, step.id


PROPERTIES: Mapping[Callable[[Case, Dice], None], tuple[int, int]] = {
    no_line_is_a_cent_off_and_nobody_gets_or_pays_too_much: (60, 20_000),
    the_lines_of_a_victim_add_up_to_the_rounded_sum_unless_a_limit_takes_cents: (60, 20_000),
    no_order_matters: (60, 20_000),
    more_loss_never_pays_less_in_sum: (60, 20_000),
    a_second_implementation_agrees: (15, 5_000),
    what_is_printed_counts_to_the_exact_figure: (15, 1_000),
}
"""Each property with how many accidents it is tried on: with all tests, and in the long campaign."""
EACH = pytest.mark.parametrize("holds", PROPERTIES, ids=[holds.__name__ for holds in PROPERTIES])


@EACH
def test_it_holds_of_accidents_that_shrink(holds: Callable[[Case, Dice], None]) -> None:
    @settings(max_examples=PROPERTIES[holds][0], deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(thrown_with_dice())
    def tried(throw: tuple[Case, Dice]) -> None:
        holds(*throw)

    tried()


@LONG
@EACH
def test_it_holds_of_all_accidents_of_the_campaign(holds: Callable[[Case, Dice], None]) -> None:
    first = random.SystemRandom().randrange(10**12)
    for seed in range(first, first + PROPERTIES[holds][1]):
        case, dice = seeded(seed)
        try:
            holds(case, dice)
        except Exception as error:
            raise AssertionError(f"seed {seed}: {case}") from error
