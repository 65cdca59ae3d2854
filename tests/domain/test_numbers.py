"""Check digits: the published test numbers pass, every change of one digit that the digit can catch is rejected."""

from __future__ import annotations

import pytest

from surveyor_app.domain.numbers import is_valid_resident_id, is_valid_vin


def test_published_vin_passes() -> None:
    assert is_valid_vin("1M8GDM9AXKP042788")


@pytest.mark.parametrize("number", ["1M8GDM9A1KP042788", "1M8GDM9AXKP04278", "1M8GDM9AXKP04278O", "1m8gdm9axkp042788"])
def test_wrong_vin_is_rejected(number: str) -> None:
    assert not is_valid_vin(number)


@pytest.mark.parametrize("position", [0, 2, 6, 11, 12, 13, 14, 15, 16])
def test_changed_digit_of_a_vin_is_rejected(position: int) -> None:
    # Only digits: a letter and the digit of the same value (A and 1) weigh the same and cannot be told apart.
    number = "1M8GDM9AXKP042788"
    changed = "1" if number[position] != "1" else "2"
    assert not is_valid_vin(number[:position] + changed + number[position + 1 :])


def test_published_resident_id_passes() -> None:
    assert is_valid_resident_id("11010519491231002X")
    assert not is_valid_resident_id("110105194912310021")
