"""Resident identity numbers (公民身份号码, GB 11643): area, date of birth, order code, check digit.

The residence permits of people from Hong Kong, Macao and Taiwan (area 81, 82, 83) have numbers of the same form.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from stdnum import numdb
from stdnum.cn import ric

from surveyor_app.domain.people.number_faults import NumberFault

LONGEST_LIFE_YEARS = 122
"""The longest life that is documented; a date of birth before that was misread."""


@dataclass(frozen=True, slots=True)
class FactsOfId:
    """What a valid number says of its holder; ``sex`` is of the enumeration ``sex``."""

    birth: date
    sex: str


def resident_id_fault(number: str, today: date) -> NumberFault | None:
    """Return what is wrong with a number as it is stored (capitals, no blanks); a birth after ``today`` is wrong too."""
    if len(number) == 15 and _are_digits(number):
        return NumberFault.RESIDENT_ID_OLD
    if len(number) != 18:
        return NumberFault.RESIDENT_ID_LENGTH
    if not _are_digits(number[:17]) or number[17] not in "0123456789X":
        return NumberFault.RESIDENT_ID_CHARACTERS
    if not is_birth(number[6:14], today):
        return NumberFault.RESIDENT_ID_DATE
    if number[17] != ric.calc_check_digit(number):
        return NumberFault.RESIDENT_ID_CHECK_DIGIT
    return None if _is_area(number[:6]) else NumberFault.RESIDENT_ID_AREA


def facts_of_id(number: str, today: date) -> FactsOfId | None:
    """Return date of birth and sex (an odd order code is a man's), ``None`` for a number with a fault."""
    if resident_id_fault(number, today) is not None:
        return None
    return FactsOfId(ric.get_birth_date(number), "male" if int(number[16]) % 2 else "female")


def check_digit_of(number: str) -> str:
    """Return the check digit that 18 characters should end with."""
    return ric.calc_check_digit(number)


def passes_check_digit(number: str) -> bool:
    """Tell whether 18 characters end with the digit that the others ask for, whatever they say of the holder."""
    if len(number) != 18 or not _are_digits(number[:17]):
        return False
    return number[17] == ric.calc_check_digit(number)


def is_birth(digits: str, today: date) -> bool:
    """Tell whether YYYYMMDD is a date of birth of somebody who can be alive."""
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return day <= today and today.year - day.year <= LONGEST_LIFE_YEARS


def _is_area(code: str) -> bool:
    """Tell whether an area code was ever given out (GB/T 2260).

    When is not asked: a number is given once and for life, sometimes long after the birth, and counties come and go.
    """
    if code == "830000":
        return True  # people from Taiwan; the table names Hong Kong and Macao alone
    found = [properties for _part, properties in numdb.get("cn/loc").info(code)]
    return bool(found) and all(found)


def _are_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
