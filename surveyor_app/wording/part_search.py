"""Finds parts (部件) while somebody types: by Chinese, by English, by the initials of pinyin; those of the chosen zone first.

The list is never shown whole: without a zone and without a word there is nothing to choose from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from surveyor_app.wording.parts import INSIDE, Part

MOST = 40
"""So many parts of elsewhere are listed; who wants another one types a letter more."""
WHOLE = "all"
"""The zone that takes in all others."""
_NO_MATCH = 9


@dataclass(frozen=True, slots=True)
class FoundParts:
    """What fits, the best first: parts that show in the chosen zone, and parts of elsewhere, which only a word brings up."""

    here: tuple[Part, ...]
    elsewhere: tuple[Part, ...]


def find_parts(parts: Iterable[Part], typed: str, zone: str | None = None) -> FoundParts:
    """Return the parts that fit all words of ``typed``, and those of the zone where nothing is typed."""
    words = typed.casefold().split()
    ranked = [(rank, part) for part in parts if (rank := _rank(part, words)) < _NO_MATCH]
    ranked.sort(key=lambda item: item[0])  # stable: within a rank the order of the list, front to rear
    here = tuple(part for _, part in ranked if zone is not None and zone in part.areas)
    there = tuple(part for _, part in ranked if zone is None or zone not in part.areas) if words else ()
    return FoundParts(here, there[:MOST])


def areas_of_mark(part: Part | None, zone: str | None) -> tuple[str, ...]:
    """Return where a mark on ``part`` is, as far as that is known; nothing is guessed where a part shows in several zones.

    The chosen zone counts, unless the part shows elsewhere only: then somebody looked at one zone and typed a part of another.
    """
    shows = [area for area in part.areas if area != INSIDE] if part is not None else []
    if zone is not None and (not shows or zone in shows or zone == WHOLE):
        return (zone,)
    return (shows[0],) if len(shows) == 1 else ()


def _rank(part: Part, words: list[str]) -> int:
    """Return how well a part fits, 0 the best: the worst of its words counts."""
    return max((_rank_of_word(part, word) for word in words), default=0)


def _rank_of_word(part: Part, word: str) -> int:
    names = [name.casefold() for name in part.label.forms.values()]
    starts = [piece for name in names for piece in (name, *name.replace("-", " ").replace(",", " ").split())]
    if part.initials == word or word in names:
        return 0
    if part.initials.startswith(word) or any(start.startswith(word) for start in starts):
        return 1
    if part.initials[1:].startswith(word) and part.id.endswith(("_l", "_r")):
        return 1  # behind 左 or 右: who types the part means either side
    if word in part.initials or any(word in name for name in names):
        return 2
    return _NO_MATCH
