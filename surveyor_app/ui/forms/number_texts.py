"""What is wrong with a number on a paper, in a sentence."""

from __future__ import annotations

from surveyor_app.domain.people.number_faults import NumberFault
from surveyor_app.wording.translation import mark, tr_marked

_SENTENCES = {
    NumberFault.RESIDENT_ID_LENGTH: mark("An identity number has 18 characters, this one {count}"),
    NumberFault.RESIDENT_ID_OLD: mark("An old number of 15 digits; please take the one of 18 from the card"),
    NumberFault.RESIDENT_ID_CHARACTERS: mark("An identity number has 17 digits and then a digit or X"),
    NumberFault.RESIDENT_ID_AREA: mark("The first six digits of this identity number are no area"),
    NumberFault.RESIDENT_ID_DATE: mark("Digits 7 to 14 of this identity number are no possible date of birth"),
    NumberFault.RESIDENT_ID_CHECK_DIGIT: mark("The check digit of this identity number does not fit"),
    NumberFault.PASSPORT_FORM: mark("A passport number has at most 9 letters and digits"),
    NumberFault.PASSPORT_LETTER: mark("Chinese passports have no letter I or O here; perhaps it is 1 or 0"),
    NumberFault.HK_MO_PERMIT_FORM: mark("This permit has H or M and 8 digits"),
    NumberFault.TW_PERMIT_FORM: mark("This permit has 8 digits"),
    NumberFault.FOREIGN_PR_FORM: mark(
        "This card has 18 digits and begins with 9, an older one 3 letters and 12 digits"
    ),
    NumberFault.FOREIGN_PR_DATE: mark("Digits 7 to 14 of this number are no possible date of birth"),
    NumberFault.FOREIGN_PR_CHECK_DIGIT: mark("The check digit of this number does not fit"),
    NumberFault.USCC_LENGTH: mark("A company code has 18 characters, this one {count}"),
    NumberFault.USCC_CHARACTERS: mark(
        "This is no company code: it has no letters I, O, S, V, Z, and digits in places 3 to 8"
    ),
    NumberFault.USCC_CHECK_DIGIT: mark("The check character of this company code does not fit"),
    NumberFault.MOBILE_FORM: mark("A mobile number has 11 digits and begins with 13 to 19; this one has {count}"),
    NumberFault.LANDLINE_FORM: mark("After the area code a landline number has 7 or 8 digits"),
    NumberFault.LANDLINE_AREA: mark("A landline number without its area code"),
    NumberFault.INTERNATIONAL_FORM: mark("After + come the country code and at most 15 digits in all"),
    NumberFault.PHONE_FORM: mark("This does not look like one phone number"),
    NumberFault.PLATE_LENGTH: mark("A plate has province, letter and 5 characters, or 6 for new energy"),
    NumberFault.PLATE_PROVINCE: mark("A Chinese plate begins with the character of its province"),
    NumberFault.PLATE_OFFICE: mark("The second character of a plate is a letter"),
    NumberFault.PLATE_CHARACTERS: mark("After the first two, plates have digits and letters, but no I or O"),
    NumberFault.PLATE_NEW_ENERGY: mark(
        "New-energy plates have the letter (D, F …) first and 4 digits last, or 5 digits and it"
    ),
    NumberFault.PLATE_SPECIAL: mark("This does not look like a plate of the kind its character says"),
    NumberFault.VIN_LENGTH: mark("A vehicle identification number has 17 characters, this one {count}"),
    NumberFault.VIN_CHARACTERS: mark("A vehicle identification number has letters and digits, but no I, O or Q"),
    NumberFault.VIN_CHECK_DIGIT: mark("The check digit of this vehicle identification number does not fit"),
}


def sentence(fault: NumberFault, number: str) -> str:
    """Return what is wrong with ``number`` in the window's language."""
    return tr_marked(_SENTENCES[fault], count=len(number))
