"""Which pictures look alike: distances between perceptual hashes of 64 bits, written as 16 hexadecimal digits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

NOTHING_TO_COMPARE = "0" * 16
"""The hash of a picture without content (a covered lens, a white page): it is like no other."""

NEAR = 7
"""Up to so many different bits two pictures count as near-duplicates: resized, recompressed or slightly changed copies."""

_BANDS = 8
_T = TypeVar("_T")


def distance(one: str, other: str) -> int:
    """Return how many of 64 bits differ; 64 when one of the pictures has nothing to compare."""
    if NOTHING_TO_COMPARE in (one, other):
        return 64
    return (int(one, 16) ^ int(other, 16)).bit_count()


class Likenesses(Generic[_T]):
    """Pictures by their hashes, asked for what is near to one without comparing each with each.

    Two hashes that differ in at most seven bits share at least one of their eight bytes.
    """

    def __init__(self, known: Iterable[tuple[str, _T]] = ()) -> None:
        self._by_band: defaultdict[tuple[int, str], list[tuple[str, _T]]] = defaultdict(list)
        for phash, item in known:
            self.add(phash, item)

    def add(self, phash: str, item: _T) -> None:
        """Add a picture; one without content is left out."""
        if phash != NOTHING_TO_COMPARE:
            for key in _bands(phash):
                self._by_band[key].append((phash, item))

    def near(self, phash: str, max_distance: int = NEAR) -> list[tuple[int, _T]]:
        """Return distance and picture of all that differ in at most ``max_distance`` (0 to 7) bits, the nearest first."""
        if not 0 <= max_distance < _BANDS:
            raise ValueError(max_distance)
        found: list[tuple[int, _T]] = []
        for band, key in enumerate(_bands(phash)):
            for other, item in self._by_band.get(key, ()):
                differing = distance(phash, other)
                # Counted once: in the first of the bytes that both share.
                if differing <= max_distance and _first_shared(phash, other) == band:
                    found.append((differing, item))
        return sorted(found, key=lambda pair: pair[0])


def _bands(phash: str) -> list[tuple[int, str]]:
    return [(band, phash[2 * band : 2 * band + 2]) for band in range(_BANDS)]


def _first_shared(one: str, other: str) -> int:
    return next(band for band in range(_BANDS) if one[2 * band : 2 * band + 2] == other[2 * band : 2 * band + 2])
