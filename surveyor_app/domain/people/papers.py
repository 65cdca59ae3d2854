"""Numbers of papers other than the resident identity card: passports, permits, company codes."""

from __future__ import annotations

import re
from datetime import date

from stdnum.cn import uscc

from surveyor_app.domain.people.number_faults import NumberFault
from surveyor_app.domain.people.resident_ids import check_digit_of, is_birth

_PASSPORT = re.compile(r"(?=.*[0-9])[A-Z0-9]{5,9}")
_MISREAD_PASSPORT = re.compile(r"E[IO][0-9]{7}")
_HK_MO_PERMIT = re.compile(r"[HM][0-9]{8}(?:[0-9]{2})?")
_TW_PERMIT = re.compile(r"[0-9]{8}|[0-9]{10}(?:\(?[A-Z]\)?)?")
_FOREIGN_PR = re.compile(r"9[0-9]{16}[0-9X]")
_OLD_FOREIGN_PR = re.compile(r"[A-Z]{3}[0-9]{12}")
_USCC = re.compile(r"[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}")


def passport_fault(number: str) -> NumberFault | None:
    """Return what is wrong with a passport number, of whatever country: there is no check digit in it.

    At most nine letters and digits (ICAO Doc 9303 part 4). Ordinary passports of the PRC: E and eight digits, since April 2017
    E, a letter but I and O, seven digits; earlier G and eight digits. So an I or O in second place is a misread 1 or 0.
    """
    if _MISREAD_PASSPORT.fullmatch(number):
        return NumberFault.PASSPORT_LETTER
    return None if _PASSPORT.fullmatch(number) else NumberFault.PASSPORT_FORM


def hk_mo_permit_fault(number: str) -> NumberFault | None:
    """Return what is wrong: H (Hong Kong) or M (Macao), eight digits for life, on old cards two more for the times of issue."""
    return None if _HK_MO_PERMIT.fullmatch(number) else NumberFault.HK_MO_PERMIT_FORM


def tw_permit_fault(number: str) -> NumberFault | None:
    """Return what is wrong: eight digits on the card, ten and a letter in the old booklet."""
    return None if _TW_PERMIT.fullmatch(number) else NumberFault.TW_PERMIT_FORM


def foreign_pr_fault(number: str, today: date) -> NumberFault | None:
    """Return what is wrong with the number of a foreigner's permanent residence card (外国人永久居留身份证).

    Since December 2023 (2023 版) 18 characters after the model of the resident identity number, the first a 9; before that three
    letters of the country and twelve digits.
    """
    if _OLD_FOREIGN_PR.fullmatch(number):
        return None
    if not _FOREIGN_PR.fullmatch(number):
        return NumberFault.FOREIGN_PR_FORM
    if not is_birth(number[6:14], today):
        return NumberFault.FOREIGN_PR_DATE
    return None if number[17] == check_digit_of(number) else NumberFault.FOREIGN_PR_CHECK_DIGIT


def uscc_fault(number: str) -> NumberFault | None:
    """Return what is wrong with a company code (统一社会信用代码, GB 32100): 18 characters without I, O, S, V, Z."""
    if len(number) != 18:
        return NumberFault.USCC_LENGTH
    if not _USCC.fullmatch(number):
        return NumberFault.USCC_CHARACTERS
    return None if number[17] == uscc.calc_check_digit(number[:17]) else NumberFault.USCC_CHECK_DIGIT
