"""Mutual self-pay, trailers, vehicles that only advance, uninsured ones, shares of a total, and who got the cent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveyor_app.domain.calculation.compulsory.parties import Item, Loss, Vehicle
from surveyor_app.domain.calculation.compulsory.paying import pay_compulsory
from surveyor_app.domain.calculation.errors import FigureMissing, PackMissing
from surveyor_app.domain.calculation.evaluating import Given, calculate
from surveyor_app.domain.calculation.packs import Method, RulePack, Word
from surveyor_app.domain.calculation.results import Result
from surveyor_app.domain.calculation.rounding import half_up, rounded
from surveyor_app.domain.calculation.splitting import Share, split
from surveyor_app.domain.calculation.terms import Unit, written
from surveyor_app.wording.languages import chinese, english
from tests.domain.calculation.packs import PACKS, TODAY, ctpl, losses_of, pack, vehicles_of
from tests.domain.calculation.printed import counted
from tests.faults.campaigns import IS_LONG


def lines(result: Result) -> list[tuple[str | None, str | None, str, str]]:
    return [(line.payer, line.payee, str(line.amount), line.mark) for line in result.lines]


def pay(vehicles: list[Vehicle], rows: list[list[str]], day: date = TODAY, *, agreed: bool = False) -> Result:
    return pay_compulsory(ctpl(day), vehicles, losses_of(rows), day, self_pay_agreed=agreed)


BOTH = [["A", "property", "1500", "A"], ["B", "property", "800", "B"]]


def test_mutual_self_pay_pays_each_its_own_vehicle() -> None:
    result = pay(vehicles_of(["A", "B"]), BOTH, agreed=True)
    assert lines(result) == [("A", "A", "1500.00", "self_pay"), ("B", "B", "800.00", "self_pay")]
    assert result.choices["self_pay"] == "yes"


@pytest.mark.parametrize(
    ("names", "more", "why"),
    [
        (["A", "b"], [], "not_all_at_fault"),
        (["A", "B"], [["ped", "medical", "1"]], "not_vehicles_only"),
        (["A", "B"], [["pole", "property", "1"]], "not_vehicles_only"),
        (["A", "B"], [["A", "property", "500.01", "A"]], "above_the_limit"),
    ],
)
def test_mutual_self_pay_has_conditions(names: list[str], more: list[list[str]], why: str) -> None:
    rows = [[part.lower() if part == "B" and "b" in names else part for part in row] for row in BOTH]
    result = pay(vehicles_of(names), rows + more, agreed=True)
    assert f"self_pay_{why}" in {note.code for note in result.warnings}
    assert {line.mark for line in result.lines} <= {"", "proxy"}


def test_mutual_self_pay_asks_for_insurance() -> None:
    result = pay([Vehicle("A", True), Vehicle("B", True, insured=False)], BOTH, agreed=True)
    assert "self_pay_not_all_insured" in {note.code for note in result.warnings}


def test_nobody_pays_itself_without_agreement() -> None:
    assert lines(pay(vehicles_of(["A", "B"]), BOTH)) == [("B", "A", "1500.00", ""), ("A", "B", "800.00", "")]


@pytest.mark.parametrize(("day", "amount"), [(date(2013, 2, 28), "4000.00"), (date(2013, 3, 1), "2000.00")])
def test_a_trailers_limits_counted_only_until_they_were_abolished(day: date, amount: str) -> None:
    result = pay(vehicles_of(["A"], {"T": "A"}), [["pole", "property", "9000"]], day)
    assert lines(result) == [("A", "pole", amount, "")]
    assert ("trailer_no_limit" in {note.code for note in result.warnings}) is (amount == "2000.00")


def test_a_tractor_does_not_pay_for_its_own_trailer() -> None:
    assert lines(pay(vehicles_of(["A"], {"T": "A"}), [["T", "property", "900", "T"]])) == []


def test_unlicensed_or_drunk_only_rescue_is_advanced() -> None:
    losses = [
        Loss("ped", Item.MEDICAL, Decimal(3000), is_emergency=True),
        Loss("ped", Item.MEDICAL, Decimal(4000)),
        Loss("ped", Item.DEATH, Decimal(5000)),
        Loss("pole", Item.PROPERTY, Decimal(600)),
    ]
    result = pay_compulsory(ctpl(TODAY), [Vehicle("A", True, advance_only=True)], losses, TODAY)
    assert lines(result) == [("A", "ped", "3000.00", "advance")]


def test_an_uninsured_vehicle_pays_nothing_and_its_own_victims_are_paid_by_others() -> None:
    vehicles = [Vehicle("A", True), Vehicle("B", True, insured=False)]
    assert lines(pay(vehicles, [["B", "property", "900", "B"], ["A", "property", "900", "A"]])) == [
        ("A", "B", "900.00", "")
    ]


def test_the_insured_is_no_victim_of_the_own_vehicle() -> None:
    loss = Loss("owner", Item.MEDICAL, Decimal(100), not_by=("A",))
    assert lines(pay_compulsory(ctpl(TODAY), vehicles_of(["A", "B"]), [loss], TODAY)) == [("B", "owner", "100.00", "")]


@pytest.mark.parametrize(
    ("vehicles", "loss", "reason"),
    [
        ([Vehicle("A", True)], Loss("x", Item.MEDICAL, Decimal(-1)), "below 0"),
        ([Vehicle("A", True)], Loss("x", Item.MEDICAL, Decimal(1), "B"), "no such vehicle"),
        ([Vehicle("T", True, towed_by="A")], Loss("x", Item.MEDICAL, Decimal(1)), "its tractor is missing"),
    ],
)
def test_what_cannot_be_is_refused(vehicles: list[Vehicle], loss: Loss, reason: str) -> None:
    with pytest.raises(FigureMissing) as caught:
        pay_compulsory(ctpl(TODAY), vehicles, [loss], TODAY)
    assert caught.value.data["reason"] == reason


def test_compulsory_cover_wants_its_own_pack() -> None:
    with pytest.raises(PackMissing):
        pay_compulsory(pack("tp_2014"), [], [], TODAY)


def test_the_line_that_got_the_cent_says_so() -> None:
    result = pay(vehicles_of(["A", "B", "c"]), [["ped", "medical", "4500"]])
    assert [(line.payer, line.cent) for line in result.lines] == [("A", 1), ("B", 1), ("c", 0)]


def test_steps_are_said_in_both_languages() -> None:
    step = pay(vehicles_of(["A", "B"]), [["行人", "medical", "40000"]]).steps[-1]
    assert step.name.in_(chinese()) == "医疗费用 B 赔付 行人"
    assert step.name.in_(english()) == "Medical B pays 行人"


# ------------------------------------------------------------------------------------------ shares of one total


@pytest.mark.faults
@pytest.mark.timeout(3600 if IS_LONG else 300)
@settings(max_examples=20_000 if IS_LONG else 60, deadline=None)
@given(
    st.integers(0, 10**9),
    st.lists(st.integers(0, 10**8), min_size=1, max_size=9).filter(any),
    st.one_of(st.none(), st.integers(0, 10**9)),
)
def test_shares_add_up_to_the_total(cents: int, weights: list[int], cap: int | None) -> None:
    total = Decimal(cents) / 100
    most = None if cap is None else Decimal(cap) / 100
    result = split(
        pack("double_insurance"),
        total,
        most,
        [Share(str(place), Decimal(weight)) for place, weight in enumerate(weights)],
    )
    assert result.total == (total if most is None else min(total, most))
    for line in result.lines:
        assert abs(Fraction(line.amount) - line.exact) < Fraction(1, 100)


@pytest.mark.parametrize(
    "shares", [[], [Share("one", Decimal(0))], [Share("one", Decimal(-1)), Share("two", Decimal(9))]]
)
def test_without_shares_nothing_is_split(shares: list[Share]) -> None:
    with pytest.raises(FigureMissing):
        split(pack("double_insurance"), Decimal(1), None, shares)


# ------------------------------------------------------------------------------------------ all formulas


def values_of(word: Word) -> st.SearchStrategy[object]:
    if word.choices:
        return st.sampled_from([choice.id for choice in word.choices])
    if word.is_flag:
        return st.booleans()
    if word.is_many and word.table:
        return st.lists(st.sampled_from(sorted(word.table)), unique=True)
    if word.term.unit is Unit.PERCENT:
        number: st.SearchStrategy[Decimal] = st.integers(1, 10000).map(lambda value: Decimal(value) / 100)
    else:
        number = st.integers(1, 10**10).map(lambda value: Decimal(value) / 100)
    return st.lists(number, max_size=3) if word.is_many else number


FORMULAS = [rules for rules in PACKS if rules.method is Method.FORMULAS]


@pytest.mark.faults
@pytest.mark.timeout(3600 if IS_LONG else 300)
@settings(max_examples=2000 if IS_LONG else 5, deadline=None)
@pytest.mark.parametrize("rules", FORMULAS, ids=[rules.id for rules in FORMULAS])
@given(st.data())
def test_every_printed_formula_counts_to_its_figure(rules: RulePack, data: st.DataObject) -> None:
    words = {name: word for name, word in (rules.words or {}).items() if word.is_given}
    inputs = {name: Given(data.draw(values_of(word), name)) for name, word in words.items()}  # type: ignore[arg-type]  # drawn to fit
    result = calculate(rules, inputs)
    for step in result.steps:
        assert counted(step.tree.figures(), result.steps) == step.value
        assert step.tree.words(chinese())
        assert step.tree.words(english())
    for line in result.lines:
        assert line.amount == rounded(line.exact)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (Fraction(7, 10), Unit.PERCENT, "70 %"),
        (Fraction(5, 1000), Unit.PERCENT, "0.5 %"),
        (Fraction(1, 3), Unit.PERCENT, None),
        (Fraction(1234567), Unit.MONEY, "1,234,567.00"),
        (Fraction(-5, 8), Unit.MONEY, "-0.625"),
        (Fraction(2000, 3), Unit.MONEY, "(2,000 ÷ 3)"),
        (Fraction(10**20, 3), Unit.MONEY, None),
        (Fraction(25, 2), Unit.NUMBER, "12.5"),
    ],
)
def test_figures_are_written_exactly_or_not_at_all(value: Fraction, unit: Unit, text: str | None) -> None:
    assert written(value, unit) == text


@pytest.mark.parametrize(("cents", "whole"), [("0.5", 1), ("1.5", 2), ("-0.5", -1), ("0.49", 0), ("2.51", 3)])
def test_halves_are_rounded_away_from_zero(cents: str, whole: int) -> None:
    assert half_up(Fraction(cents)) == whole
