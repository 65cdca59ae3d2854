"""Plate numbers (号牌号码) of the PRC, as GA 36-2018 forms them."""

from __future__ import annotations

import re

from surveyor_app.domain.people.number_faults import NumberFault

PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新"
_SERIAL = "A-HJ-NP-Z0-9"
_NEW_ENERGY = "DABCEFGHJK"
"""D (electric) and F (not purely electric) come first; where they are used up A B C E and G H J K follow."""
_ORDINARY = re.compile(f"[{_SERIAL}]{{5}}")
_SMALL_NEW_ENERGY = re.compile(f"[{_NEW_ENERGY}][{_SERIAL}][0-9]{{4}}")
_LARGE_NEW_ENERGY = re.compile(f"[0-9]{{5}}[{_NEW_ENERGY}]")
_SPECIAL = re.compile(
    "|".join(
        (
            f"[{PROVINCES}][A-Z][{_SERIAL}]{{4}}[警学挂试超]",
            f"粤Z[{_SERIAL}]{{4}}[港澳]",
            "使[0-9]{6}|[0-9]{6}使",
            f"领[0-9]{{5}}|[{PROVINCES}][A-Z]?[0-9]{{4,5}}领",
            f"[{PROVINCES}]X[{_SERIAL}]{{4}}应急",
            # Airports' own, which never leave them, and tractors (NY 345.1): province, two digits for the city, five of its own.
            "民航[A-Z]?[0-9A-HJ-NP-Z]{4,5}",
            f"[{PROVINCES}][0-9]{{2}}[0-9A-HJ-NP-Z][0-9]{{4}}",
            # The army's and the armed police's, which the standard leaves out.
            f"[A-Z]{{2}}[0-9]{{5}}|WJ[{PROVINCES}]?[0-9]{{4}}[A-Z0-9]",
        )
    )
)
"""Police, driving school, trailer, trial run, oversize; Hong Kong and Macao; embassy and consulate, new and old form; rescue."""
_MARKS = "警学挂试超港澳使领急民航"


def plate_fault(number: str) -> NumberFault | None:
    """Return what is wrong with a plate number as it is stored (capitals, no dot).

    Province, letter of the office, and five characters without I and O, or six for new energy: small vehicles have the letter
    first, then a letter or digit and four digits; large ones five digits and the letter.
    """
    if not 5 <= len(number) <= 10:  # domain §4.1 V23
        return NumberFault.PLATE_LENGTH
    if _SPECIAL.fullmatch(number):
        return None
    if any(mark in number for mark in _MARKS):
        return NumberFault.PLATE_SPECIAL
    if number[0] not in PROVINCES:
        return NumberFault.PLATE_PROVINCE
    if not ("A" <= number[1] <= "Z" and number[1] != "I"):
        return NumberFault.PLATE_OFFICE
    return _serial_fault(number[2:])


def _serial_fault(serial: str) -> NumberFault | None:
    if len(serial) not in (5, 6):
        return NumberFault.PLATE_LENGTH
    if not re.fullmatch(f"[{_SERIAL}]+", serial):
        return NumberFault.PLATE_CHARACTERS
    if len(serial) == 5:
        return None if _ORDINARY.fullmatch(serial) else NumberFault.PLATE_CHARACTERS
    is_new_energy = _SMALL_NEW_ENERGY.fullmatch(serial) or _LARGE_NEW_ENERGY.fullmatch(serial)
    return None if is_new_energy else NumberFault.PLATE_NEW_ENERGY
