"""What holds of compulsory cover whatever the accident, and a second implementation that has to agree."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from surveyor_app.domain.calculation.compulsory.parties import Item, Loss, Vehicle
from surveyor_app.domain.calculation.compulsory.paying import pay_compulsory
from surveyor_app.domain.calculation.results import Result
from surveyor_app.domain.calculation.rounding import to_cents
from tests.domain.calculation.accidents import Case, amounts, cases
from tests.domain.calculation.packs import TODAY, ctpl, vehicles_of
from tests.domain.calculation.printed import counted
from tests.domain.calculation.simulation import FULL, SCALE, WITHOUT, simulated
from tests.faults.campaigns import IS_LONG

pytestmark = [pytest.mark.faults, pytest.mark.timeout(3600 if IS_LONG else 300)]
MANY = settings(
    max_examples=20_000 if IS_LONG else 60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=False,
)
AGREEING = settings(MANY, max_examples=5_000 if IS_LONG else 15)
CENT = Decimal("0.01")


def paid(case: Case) -> Result:
    return pay_compulsory(ctpl(TODAY, roadside=case.roadside), case.vehicles, case.losses, TODAY)


@MANY
@given(cases())
def test_no_line_is_a_cent_off_and_nobody_gets_or_pays_too_much(case: Case) -> None:
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


@MANY
@given(cases())
def test_the_lines_of_a_victim_add_up_to_the_rounded_sum_unless_a_limit_takes_cents(case: Case) -> None:
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


@MANY
@given(cases(), st.randoms(use_true_random=False))
def test_no_order_matters(case: Case, dice: random.Random) -> None:
    vehicles, losses = list(case.vehicles), list(case.losses)
    dice.shuffle(vehicles)
    dice.shuffle(losses)

    def lines(result: Result) -> set[object]:
        return {(line.payer, line.payee, line.item, line.mark, line.amount, line.exact) for line in result.lines}

    assert lines(paid(case)) == lines(paid(Case(vehicles, losses, case.roadside)))


@MANY
@given(cases(), amounts(), st.integers(0, 6))
def test_more_loss_never_pays_less_in_sum(case: Case, more: Decimal, which: int) -> None:
    losses = list(case.losses)
    place = which % len(losses)
    old = losses[place]
    losses[place] = Loss(old.victim, old.item, old.amount + more, old.vehicle, old.not_by, old.is_emergency)
    before, after = paid(case), paid(Case(case.vehicles, losses, case.roadside))
    slack = Fraction(2 * len(losses) * len(case.vehicles), 1000)  # rounds stop where less than 0.001 is offered
    assert exact(after) >= exact(before) - slack


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


@AGREEING
@given(cases())
def test_a_second_implementation_agrees(case: Case) -> None:
    shown = {(loss.victim, loss.item): place for place, loss in enumerate(case.losses)}
    ours: Mapping[tuple[str, int], Fraction] = {
        ("proxy" if line.mark == "proxy" else line.payer or "", shown[line.payee or "", Item(line.item)]): line.exact
        for line in paid(case).lines
    }
    theirs = simulated(case.vehicles, case.losses, case.roadside)
    for key in ours.keys() | theirs.keys():
        assert abs(ours.get(key, Fraction(0)) - Fraction(theirs.get(key, 0), SCALE)) < Fraction(1, 200), key


@settings(MANY, max_examples=1000 if IS_LONG else 15)
@given(cases())
def test_what_is_printed_counts_to_the_exact_figure(case: Case) -> None:
    result = paid(case)
    for step in result.steps:
        assert counted(step.tree.figures(), result.steps) == step.value, step.id
