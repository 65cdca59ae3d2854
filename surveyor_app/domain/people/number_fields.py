"""Which fields of records hold numbers: how a pasted one becomes what is stored, and what is wrong with it.

What is wrong is a warning everywhere: the paper may say so all the same, and capture never waits.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date

from surveyor_app.domain.people.number_faults import NumberFault
from surveyor_app.domain.people.papers import (
    foreign_pr_fault,
    hk_mo_permit_fault,
    passport_fault,
    tw_permit_fault,
    uscc_fault,
)
from surveyor_app.domain.people.phones import cleaned_phone, phone_fault
from surveyor_app.domain.people.plates import plate_fault
from surveyor_app.domain.people.resident_ids import resident_id_fault
from surveyor_app.domain.people.vins import vin_fault

_PAPERS = frozenset({"plate_no", "frame_no", "engine_no", "licence_no", "id_no"})
_PHONES = frozenset({"phone", "insured_phone", "reporter_phone"})
_OFFICE = frozenset({"report_no", "claim_no", "policy_no"})
"""Numbers that the office gives: their hyphens and dots may belong to them."""
NUMBERS = _PAPERS | _PHONES
"""Names of the fields that hold numbers, in whatever record."""
_SEPARATORS = frozenset(" \t\r\n\u3000\u200b\ufeff.·•・‧∙⋅-‐‑‒–—―_")
_BY_ID_TYPE: Mapping[str, Callable[[str, date], NumberFault | None]] = {
    "id_card": resident_id_fault,
    "passport": lambda number, _today: passport_fault(number),
    "hk_mo_permit": lambda number, _today: hk_mo_permit_fault(number),
    "tw_permit": lambda number, _today: tw_permit_fault(number),
    "foreign_pr": foreign_pr_fault,
    "uscc": lambda number, _today: uscc_fault(number),
}
"""By ``id_type``; of a military card and other papers nothing is known."""


def cleaned(name: str, text: str) -> str:
    """Return what is stored of a typed or pasted text in the field ``name``: 沪A·12345 becomes 沪A12345.

    Full-width characters become plain ones; numbers on papers lose blanks, dots and hyphens and are in capitals. Texts of
    other fields only lose the blanks around them.
    """
    if name in _PHONES:
        return cleaned_phone(text)
    if name in _PAPERS:
        # Before and after: some dots change into others.
        plain = unicodedata.normalize("NFKC", _without_separators(text)).upper()
        return _without_separators(plain)
    if name in _OFFICE:
        return "".join(unicodedata.normalize("NFKC", text).split())
    return text.strip()


def folded(text: str) -> str:
    """Return a text as it is searched: wide and narrow, capital and small, with and without separators are one."""
    return _without_separators(unicodedata.normalize("NFKC", _without_separators(text)).casefold())


def fault_of(name: str, number: str, today: date, id_type: str | None = None) -> NumberFault | None:
    """Return what is wrong with a stored number in the field ``name``; ``id_type`` says what paper an ``id_no`` is of."""
    if name in _PHONES:
        return phone_fault(number)
    if name == "plate_no":
        return plate_fault(number)
    if name == "frame_no":
        return vin_fault(number)
    if name == "licence_no":
        return licence_fault(number, today)
    if name == "id_no":
        return _id_fault(number, today, id_type)
    return None


def licence_fault(number: str, today: date) -> NumberFault | None:
    """Return what is wrong with a driving licence number: the holder's identity number, a resident's or a foreigner's."""
    if len(number) == 18 and number[0] == "9":
        return foreign_pr_fault(number, today)
    if len(number) in (15, 18) and number[:-1].isdigit():
        return resident_id_fault(number, today)
    papers = (hk_mo_permit_fault(number), tw_permit_fault(number), passport_fault(number))
    return None if None in papers else resident_id_fault(number, today)


def _id_fault(number: str, today: date, id_type: str | None) -> NumberFault | None:
    if id_type is not None and id_type in _BY_ID_TYPE:
        return _BY_ID_TYPE[id_type](number, today)
    # No type chosen yet: what looks like a resident's number is checked as one.
    is_resident = id_type is None and len(number) in (15, 18) and number[:-1].isdigit() and number[0] != "9"
    return resident_id_fault(number, today) if is_resident else None


def _without_separators(text: str) -> str:
    return "".join(char for char in text if char not in _SEPARATORS)
