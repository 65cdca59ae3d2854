"""Vehicle identification numbers (车架号, VIN)."""

from __future__ import annotations

from surveyor_app.domain.people.number_faults import NumberFault

_VALUES = {
    **{letter: value for value, letter in enumerate("ABCDEFGH", start=1)},
    **{letter: value for value, letter in enumerate("JKLMN", start=1)},
    "P": 7,
    "R": 9,
    **{letter: value for value, letter in enumerate("STUVWXYZ", start=2)},
    **{str(digit): digit for digit in range(10)},
}
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def vin_fault(number: str) -> NumberFault | None:
    """Return what is wrong: 17 characters without I, O, Q and a check digit at position 9 (49 CFR 565.15).

    Imported cars may lack the check digit.
    """
    if len(number) != 17:
        return NumberFault.VIN_LENGTH
    if any(char not in _VALUES for char in number):
        return NumberFault.VIN_CHARACTERS
    remainder = sum(_VALUES[char] * weight for char, weight in zip(number, _WEIGHTS, strict=True)) % 11
    return None if number[8] == "0123456789X"[remainder] else NumberFault.VIN_CHECK_DIGIT


def is_valid_vin(number: str) -> bool:
    """Tell whether nothing is wrong with ``number``."""
    return vin_fault(number) is None
