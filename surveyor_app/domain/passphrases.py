"""How hard a passphrase is to guess, told while it is typed. An estimate that rather says too little than too much."""

from __future__ import annotations

import math
import unicodedata
from enum import Enum

SHORTEST = 8
"""Shortest passphrase; everything in the case files rests on it."""
FAIR_BITS, GOOD_BITS = 36.0, 56.0
"""Each guess costs argon2id with much memory: a fair one holds against a person, a good one against a rack of machines."""
_POOLS = ((str.isdigit, 10), (str.islower, 26), (str.isupper, 26))
_IDEOGRAPHS, _OTHER = 2500, 33
_FEWEST_DIFFERENT = 5


class Strength(Enum):
    """Three steps; more would claim to know more."""

    WEAK = "weak"
    FAIR = "fair"
    GOOD = "good"


def strength(passphrase: str) -> Strength:
    """Return how hard ``passphrase`` is to guess, by its length, its kinds of characters, and how much of it repeats."""
    text = unicodedata.normalize("NFKC", passphrase)
    if len(text) < SHORTEST or len(set(text.casefold())) < _FEWEST_DIFFERENT:
        return Strength.WEAK
    bits = len(_surprising(text)) * math.log2(sum(_pools(text)))
    if bits < FAIR_BITS:
        return Strength.WEAK
    return Strength.FAIR if bits < GOOD_BITS else Strength.GOOD


def _surprising(text: str) -> str:
    """Return the characters that do not follow from those before: 1111, 1234, dcba and a part said again count once."""
    kept: list[str] = []
    for place, char in enumerate(text):
        step = ord(char) - ord(text[place - 1]) if place else None
        is_said_again = place >= 2 and text[place - 1 : place + 1] in text[: place - 1]
        if step not in (-1, 0, 1) and not is_said_again:
            kept.append(char)
    return "".join(kept)


def _pools(text: str) -> list[int]:
    found = [size for is_in, size in _POOLS if any(char.isascii() and is_in(char) for char in text)]
    if any(unicodedata.category(char) == "Lo" for char in text):
        found.append(_IDEOGRAPHS)
    if any(not char.isalnum() for char in text):
        found.append(_OTHER)
    return found or [_OTHER]
