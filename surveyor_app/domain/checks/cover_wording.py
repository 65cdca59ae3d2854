"""Finds opinions on cover in what a party signs (domain §13.4, V83): the survey establishes facts, the office decides.

Which words count lies in ``resources/cover_wording.toml``. What is typed to slip past them — full-width letters, accents, blanks,
dashes or invisible characters between the characters, traditional characters — counts as the word it reads as.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

_INVISIBLE = frozenset({"Cf", "Cc", "Mn"})
_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164")
"""Letters and signs that draw nothing."""
_BETWEEN = frozenset("·•・*_-‐‑‒–—―~|/\\")
"""What is written between two characters and parts no words, as a comma does."""
_LATIN = re.compile(r"[a-z]")
_APART = r"[ _*·-]{0,3}"
"""What may stand between the letters of Latin words."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One wording: ``words`` as it reads, ``unless`` what it may be part of all the same (不计免赔 is a term of cover)."""

    words: str
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverWording:
    """The wordings with their version; ``same`` gives of characters written in another way the one that the wordings have."""

    version: str
    phrases: tuple[Phrase, ...]
    same: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wording:
    """One place of a text: ``start`` and ``end`` count its characters as they stand, for the marking while typing."""

    start: int
    end: int
    words: str


def find_cover_wording(text: str, wording: CoverWording) -> list[Wording]:
    """Return every place where a text says whether the insurer will pay, in order."""
    squeezed = _readable(text, wording.same, keep_blanks=False)
    spaced = _readable(text, wording.same, keep_blanks=True)
    found = []
    for phrase in wording.phrases:
        plain, places = spaced if _LATIN.search(phrase.words) else squeezed
        found += [Wording(places[start], places[end - 1] + 1, phrase.words) for start, end in _matches(phrase, plain)]
    return _outermost(found)


def _outermost(found: list[Wording]) -> list[Wording]:
    """Leave out what lies within another: 属于保险责任 within 不属于保险责任."""
    left: list[Wording] = []
    reached = 0
    for item in sorted(found, key=lambda item: (item.start, -item.end)):
        if item.end > reached:
            left.append(item)
            reached = item.end
    return left


def _readable(text: str, same: Mapping[str, str], *, keep_blanks: bool) -> tuple[str, list[int]]:
    """Return the text as it reads, and for each character of it which one of the text it comes from."""
    plain: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for part in _as_read(char):
            is_blank = part.isspace() or (part in _BETWEEN and not keep_blanks)
            if is_blank:
                if keep_blanks and plain and plain[-1] != " ":
                    plain.append(" ")
                    places.append(place)
            else:
                plain.append(same.get(part, part))
                places.append(place)
    return "".join(plain), places


@cache
def _as_read(char: str) -> str:
    """Return what a character reads as: no accents, no widths, nothing that draws nothing."""
    if char in _BLANK_LETTERS:
        return ""
    parts = unicodedata.normalize("NFKD", char).casefold()
    kept = (part for part in parts if part not in _BLANK_LETTERS)
    return "".join(part for part in kept if part.isspace() or unicodedata.category(part) not in _INVISIBLE)


def _matches(phrase: Phrase, plain: str) -> Iterator[tuple[int, int]]:
    words = phrase.words.casefold()
    spared = sorted(match.span() for part in phrase.unless for match in _pattern(part.casefold()).finditer(plain))
    place = reached = 0
    for match in _pattern(words).finditer(plain):
        start, end = match.span()
        # Both go up: how far what is spared reaches from here or before is known in one pass.
        while place < len(spared) and spared[place][0] <= start:
            reached = max(reached, spared[place][1])
            place += 1
        if end > reached:
            yield start, end


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """Return what finds these words: Latin ones as whole words, also where their letters stand apart."""
    letters = "".join(words.split())
    if not _LATIN.search(words):
        return re.compile(re.escape(letters))
    inner = _APART.join(map(re.escape, letters))
    return re.compile(r"(?<![a-z])" + inner + r"(?![a-z])")
