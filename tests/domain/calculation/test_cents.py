"""Left-over cents: who gets them, who gives one back, and who gets that."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from surveyor_app.domain.calculation.compulsory.parties import Item, Loss
from surveyor_app.domain.calculation.compulsory.paying import pay_compulsory
from surveyor_app.domain.calculation.compulsory.settling import Bill, settle
from surveyor_app.domain.calculation.rounding import by_largest_remainder
from tests.domain.calculation.packs import TODAY, ctpl, vehicles_of


def test_cents_go_to_the_largest_remainders_and_first_on_a_tie() -> None:
    assert by_largest_remainder(3, [0, 0, 0], [5, 9, 5]) == [1, 1, 1]
    assert by_largest_remainder(2, [0, 0, 0], [5, 9, 5]) == [1, 1, 0]
    assert by_largest_remainder(1, [0, 0, 0], [5, 9, 5]) == [0, 1, 0]
    assert by_largest_remainder(0, [0, 0, 0], [5, 9, 5]) == [0, 0, 0]


def settled(bills: list[Bill], **limits: int) -> list[list[int]]:
    settle(bills, limits)
    return [list(bill.paid) for bill in bills]


def test_a_cent_above_the_limit_goes_to_another_payer_that_was_rounded_down() -> None:
    assert settled([Bill("AB", [16, 14], 10)], A=1, B=5) == [[1, 2]]


def test_a_cent_above_the_limit_lapses_where_nobody_has_headroom() -> None:
    assert settled([Bill("AB", [16, 14], 10)], A=1, B=1) == [[1, 1]]


def test_the_smallest_remainder_gives_first_and_the_last_on_a_tie() -> None:
    bills = [Bill("A", [19], 10), Bill("A", [16], 10), Bill("A", [16], 10)]
    assert settled(bills, A=5) == [[2], [2], [1]]
    assert settled([Bill("A", [19], 10), Bill("A", [16], 10), Bill("A", [16], 10)], A=4) == [[2], [1], [1]]


@pytest.mark.parametrize("loss", ["2000.01", "2000.50", "2001"])
def test_a_single_payer_never_bears_more_than_its_limit(loss: str) -> None:
    result = pay_compulsory(ctpl(TODAY), vehicles_of(["A"]), [Loss("x", Item.PROPERTY, Decimal(loss))], TODAY)
    assert [line.exact for line in result.lines] == [Fraction(2000)]
