"""Resident identity numbers: the published test number passes, every changed digit is rejected, and why is said."""

from __future__ import annotations

from datetime import date

import pytest
from stdnum.cn import ric

from surveyor_app.domain.people.number_faults import NumberFault
from surveyor_app.domain.people.resident_ids import FactsOfId, facts_of_id, resident_id_fault

NUMBER = "11010519491231002X"
TODAY = date(2026, 11, 20)


def made(area: str, birth: str, order: str) -> str:
    """Return a number with its check digit."""
    first = area + birth + order
    return first + ric.calc_check_digit(first + "0")


def test_published_number_passes() -> None:
    assert resident_id_fault(NUMBER, TODAY) is None


def test_every_change_of_one_digit_is_rejected() -> None:
    # There is none that the check digit cannot catch: no weight and no difference of two digits is a multiple of 11.
    for place in range(17):
        for other in "0123456789":
            changed = NUMBER[:place] + other + NUMBER[place + 1 :]
            if changed != NUMBER:
                assert changed[17] != ric.calc_check_digit(changed)
                assert resident_id_fault(changed, TODAY) in {
                    NumberFault.RESIDENT_ID_CHECK_DIGIT,
                    NumberFault.RESIDENT_ID_DATE,
                }


def test_every_other_check_digit_is_rejected() -> None:
    for other in "0123456789":
        assert resident_id_fault(NUMBER[:17] + other, TODAY) is NumberFault.RESIDENT_ID_CHECK_DIGIT


def test_two_neighbours_changed_over_are_rejected() -> None:
    for place in range(17):
        changed = NUMBER[:place] + NUMBER[place + 1] + NUMBER[place] + NUMBER[place + 2 :]
        assert changed == NUMBER or resident_id_fault(changed, TODAY) is not None


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("", NumberFault.RESIDENT_ID_LENGTH),
        (NUMBER[:17], NumberFault.RESIDENT_ID_LENGTH),
        ("110105491231002", NumberFault.RESIDENT_ID_OLD),
        ("1101051949123100AX", NumberFault.RESIDENT_ID_CHARACTERS),
        ("11010519491231002x", NumberFault.RESIDENT_ID_CHARACTERS),
        ("1101051949123100２X", NumberFault.RESIDENT_ID_CHARACTERS),
        (made("110105", "19490231", "002"), NumberFault.RESIDENT_ID_DATE),
        (made("110105", "19491301", "002"), NumberFault.RESIDENT_ID_DATE),
        (made("110105", "00000101", "002"), NumberFault.RESIDENT_ID_DATE),
        (made("110105", "18991231", "002"), NumberFault.RESIDENT_ID_DATE),
        (made("110105", "20261121", "002"), NumberFault.RESIDENT_ID_DATE),
        (made("990105", "19491231", "002"), NumberFault.RESIDENT_ID_AREA),
        (made("119999", "19491231", "002"), NumberFault.RESIDENT_ID_AREA),
    ],
)
def test_why_a_number_is_rejected_is_said(number: str, fault: NumberFault) -> None:
    assert resident_id_fault(number, TODAY) is fault


@pytest.mark.parametrize(
    "number",
    [
        made("110105", "20261120", "002"),
        made("110105", "20240229", "002"),
        made("310225", "20150101", "002"),
        made("810000", "19900101", "001"),
        made("820000", "19900101", "001"),
        made("830000", "19900101", "001"),
    ],
)
def test_born_today_on_a_leap_day_or_of_a_county_that_is_no_more_passes(number: str) -> None:
    assert resident_id_fault(number, TODAY) is None


def test_birth_and_sex_are_read_from_a_valid_number_only() -> None:
    assert facts_of_id(NUMBER, TODAY) == FactsOfId(date(1949, 12, 31), "female")
    assert facts_of_id(made("110105", "19850615", "001"), TODAY) == FactsOfId(date(1985, 6, 15), "male")
    assert facts_of_id(NUMBER[:17] + "1", TODAY) is None
