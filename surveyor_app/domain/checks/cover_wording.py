"""Finds opinions on cover in what a party signs (domain §13.4, V83): the survey establishes facts, the office decides.

Which words count lies in ``resources/cover_wording.toml``. What is typed to slip past them — full-width letters, blanks or
invisible characters between Chinese ones — counts as the word it reads as.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_INVISIBLE = frozenset({"Cf", "Cc", "Mn"})
_LATIN = re.compile(r"[a-z]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One wording: ``words`` as it reads, ``unless`` what it may be part of all the same (不计免赔 is a term of cover)."""

    words: str
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverWording:
    """The wordings with their version."""

    version: str
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """One place of a text: ``start`` and ``end`` count its characters as they stand, for the marking while typing."""

    start: int
    end: int
    words: str


def find_cover_wording(text: str, wording: CoverWording) -> list[Wording]:
    """Return every place where a text says whether the insurer will pay, in order."""
    squeezed = _readable(text, keep_blanks=False)
    spaced = _readable(text, keep_blanks=True)
    found = []
    for phrase in wording.phrases:
        plain, places = spaced if _LATIN.search(phrase.words) else squeezed
        found += [Wording(places[start], places[end - 1] + 1, phrase.words) for start, end in _matches(phrase, plain)]
    found.sort(key=lambda item: (item.start, -item.end))
    return [item for place, item in enumerate(found) if not any(_covers(other, item) for other in found[:place])]


def _covers(one: Wording, other: Wording) -> bool:
    return one.start <= other.start and other.end <= one.end


def _readable(text: str, *, keep_blanks: bool) -> tuple[str, list[int]]:
    """Return the text as it reads, and for each character of it which one of the text it comes from."""
    plain: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for part in unicodedata.normalize("NFKC", char).casefold():
            if part.isspace():
                if keep_blanks and plain and plain[-1] != " ":
                    plain.append(" ")
                    places.append(place)
            elif unicodedata.category(part) not in _INVISIBLE:
                plain.append(part)
                places.append(place)
    return "".join(plain), places


def _matches(phrase: Phrase, plain: str) -> Iterator[tuple[int, int]]:
    words = phrase.words.casefold()
    allowed = [_pattern(part.casefold()) for part in phrase.unless]
    spared = [match.span() for pattern in allowed for match in pattern.finditer(plain)]
    for match in _pattern(words).finditer(plain):
        start, end = match.span()
        if not any(first <= start and end <= last for first, last in spared):
            yield start, end


def _pattern(words: str) -> re.Pattern[str]:
    """Return what finds these words: Latin ones as whole words, with any blank between them."""
    if not _LATIN.search(words):
        return re.compile(re.escape("".join(words.split())))
    return re.compile(r"(?<![a-z])" + r"\s+".join(map(re.escape, words.split())) + r"(?![a-z])")
