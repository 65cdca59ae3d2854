"""The recovery code: 160 random bits as letters and digits that can be read out, written down and typed back.

Crockford's base32: no I, L, O, U; what a hand or an eye confuses is read as what was meant.
"""

from __future__ import annotations

import secrets
import unicodedata

CODE_BYTES = 20
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CONFUSED = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
_GROUP = 4


def new_code() -> bytes:
    """Return a random code."""
    return secrets.token_bytes(CODE_BYTES)


def to_text(code: bytes) -> str:
    """Return the code as eight groups of four, joined by hyphens."""
    number = int.from_bytes(code, "big")
    count = CODE_BYTES * 8 // 5
    text = "".join(_ALPHABET[number >> 5 * position & 31] for position in reversed(range(count)))
    return "-".join(text[start : start + _GROUP] for start in range(0, count, _GROUP))


def from_text(text: str) -> bytes | None:
    """Read a code as typed (any case, spaces, hyphens, full-width forms), ``None`` when it cannot be one."""
    number = 0
    count = 0
    for char in _plain(text):
        digit = _ALPHABET.find(char)
        if digit < 0:
            return None
        number = number << 5 | digit
        count += 1
    return number.to_bytes(CODE_BYTES, "big") if count == CODE_BYTES * 8 // 5 else None


def is_group(typed: str, group: str) -> bool:
    """Tell whether a group was typed as it stands in a code, in any of the forms that :func:`from_text` reads."""
    return bool(group) and _plain(typed) == _plain(group)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).upper()
    return "".join(char for char in folded if char.isalnum()).translate(_CONFUSED)
