"""Phone numbers: mobile (手机), landline (固定电话) and service numbers of the PRC, and international ones.

Stored: mobile numbers as eleven digits, landlines as area-number with an extension after a second hyphen, those of other
countries with a plus. What is none of these stays as it was typed.
"""

from __future__ import annotations

import re
import unicodedata

from surveyor_app.domain.people.number_faults import NumberFault

_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_LANDLINE = re.compile(r"(0(?:10|2[0-9]|[3-9][0-9]{2}))([2-8][0-9]{6,7})")
_STORED_LANDLINE = re.compile(r"0(?:10|2[0-9]|[3-9][0-9]{2})-[2-8][0-9]{6,7}(?:-[0-9]{1,6})?")
_SERVICE = re.compile(r"[48]00[0-9]{7}|1[0-9]{2,5}|9[56][0-9]{3,6}")
_INTERNATIONAL = re.compile(r"\+[1-9][0-9]{6,14}")
"""ITU-T E.164: at most fifteen digits."""
_EXTENSION = re.compile(r"(?:转|分机|ext\.?|#)", re.IGNORECASE)
_LONGEST_EXTENSION = 6


def cleaned_phone(text: str) -> str:
    """Return a number as it is stored."""
    as_typed = " ".join(unicodedata.normalize("NFKC", text).split())
    typed = as_typed.replace(" ", "")
    typed = re.sub(r"[\u2010-\u2015\u2212\u30fc]", "-", typed)
    main, *extensions = _EXTENSION.split(typed)
    if not extensions and re.fullmatch(r".*[0-9)]-[0-9]{1,5}", main):
        head, tail = main.rsplit("-", 1)
        if _LANDLINE.fullmatch(_national(head)):
            main, extensions = head, [tail]
    number = _national(main)
    extension = re.sub(r"[-:]", "", extensions[0]) if len(extensions) == 1 else ""
    if extensions and not (extension.isdigit() and len(extension) <= _LONGEST_EXTENSION):
        return as_typed
    if (landline := _LANDLINE.fullmatch(number)) is not None:
        return "-".join(filter(None, (*landline.groups(), extension)))
    is_whole = any(form.fullmatch(number) for form in (_MOBILE, _SERVICE, _INTERNATIONAL))
    return number if is_whole and not extensions else as_typed


def phone_fault(number: str) -> NumberFault | None:
    """Return what is wrong with a number as it is stored."""
    forms = (_MOBILE, _STORED_LANDLINE, _SERVICE, _INTERNATIONAL)
    if any(form.fullmatch(number) for form in forms):
        return None
    if number.startswith("+"):
        return NumberFault.INTERNATIONAL_FORM
    if number.startswith("0"):
        return NumberFault.LANDLINE_FORM
    if re.fullmatch(r"1[0-9]+", number):
        return NumberFault.MOBILE_FORM
    return NumberFault.LANDLINE_AREA if re.fullmatch(r"[2-8][0-9]{6,7}", number) else NumberFault.PHONE_FORM


def _national(text: str) -> str:
    """Return digits without separators, and without the code of the PRC; other countries' with a plus."""
    digits = re.sub(r"[().·\-/]", "", text)
    digits = re.sub(r"^00", "+", digits)
    if digits.startswith("+86"):
        rest = digits[3:]
        if _MOBILE.fullmatch(rest) or _LANDLINE.fullmatch(rest):
            return rest
        return "0" + rest if _LANDLINE.fullmatch("0" + rest) else digits
    return digits[2:] if digits.startswith("86") and _MOBILE.fullmatch(digits[2:]) else digits
