"""Vehicle identification numbers: the published test number passes, every changed digit is rejected."""

from __future__ import annotations

import pytest

from surveyor_app.domain.people.number_faults import NumberFault
from surveyor_app.domain.people.vins import is_valid_vin, vin_fault

VIN = "1M8GDM9AXKP042788"


def test_published_vin_passes() -> None:
    assert is_valid_vin(VIN)


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("1M8GDM9A1KP042788", NumberFault.VIN_CHECK_DIGIT),
        ("1M8GDM9AXKP04278", NumberFault.VIN_LENGTH),
        ("1M8GDM9AXKP04278O", NumberFault.VIN_CHARACTERS),
        ("1m8gdm9axkp042788", NumberFault.VIN_CHARACTERS),
    ],
)
def test_wrong_vin_is_rejected_with_its_reason(number: str, fault: NumberFault) -> None:
    assert vin_fault(number) is fault


def test_every_digit_changed_into_another_digit_is_rejected() -> None:
    # The check digit cannot catch a letter or digit in place of another of the same value (A, J and 1; B, K, S and 2 …):
    # they weigh the same. Two digits never do, for no weight and no difference of two digits is a multiple of 11.
    for place, char in enumerate(VIN):
        for other in "0123456789":
            if char.isdigit() and other != char:
                assert vin_fault(VIN[:place] + other + VIN[place + 1 :]) is NumberFault.VIN_CHECK_DIGIT


def test_every_other_check_digit_is_rejected() -> None:
    for other in "0123456789":
        assert vin_fault(VIN[:8] + other + VIN[9:]) is NumberFault.VIN_CHECK_DIGIT


def test_characters_of_the_same_value_cannot_be_told_apart() -> None:
    assert is_valid_vin(VIN.replace("A", "J"))
