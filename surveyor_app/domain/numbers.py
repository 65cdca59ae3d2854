"""Numbers with check digits: vehicle identification number (VIN) and resident identity card (居民身份证)."""

from __future__ import annotations

from stdnum.cn import ric
from stdnum.exceptions import ValidationError

_VIN_VALUES = {
    **{letter: value for value, letter in enumerate("ABCDEFGH", start=1)},
    **{letter: value for value, letter in enumerate("JKLMN", start=1)},
    "P": 7,
    "R": 9,
    **{letter: value for value, letter in enumerate("STUVWXYZ", start=2)},
    **{str(digit): digit for digit in range(10)},
}
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def is_valid_vin(number: str) -> bool:
    """Tell whether ``number`` has 17 characters without I, O, Q and the check digit at position 9 (49 CFR 565.15).

    Imported cars may lack the check digit: a failure is a warning, never an error.
    """
    if len(number) != 17 or any(char not in _VIN_VALUES for char in number):
        return False
    remainder = sum(_VIN_VALUES[char] * weight for char, weight in zip(number, _VIN_WEIGHTS, strict=True)) % 11
    return number[8] == "0123456789X"[remainder]


def is_valid_resident_id(number: str) -> bool:
    """Tell whether an 18-character resident ID number has a real date and the right check digit (GB 11643)."""
    try:
        ric.validate(number)
    except ValidationError:
        return False
    return True
