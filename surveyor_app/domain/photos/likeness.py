"""Which pictures look alike: distances between perceptual hashes of 64 bits, written as 16 hexadecimal digits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

NOTHING_TO_COMPARE = "0" * 16
"""The hash of a picture without content (a covered lens, a white page): it is like no other."""

NEAR = 7
"""Up to so many different bits two pictures count as near-duplicates: resized, recompressed or slightly changed copies."""

_QUARTERS = (0, 16, 32, 48)
_T = TypeVar("_T")


def distance(one: str, other: str) -> int:
    """Return how many of 64 bits differ; 64 when one of the pictures has nothing to compare."""
    if NOTHING_TO_COMPARE in (one, other):
        return 64
    return (int(one, 16) ^ int(other, 16)).bit_count()


class Likenesses(Generic[_T]):
    """Pictures by their hashes, asked for what is near to one without comparing each with each.

    Two hashes that differ in at most seven bits differ in at most one bit in one of their four quarters. So each quarter is
    looked up as it is and with each of its sixteen bits turned: 68 look-ups a picture, however many are known. Pictures with
    the same hash are kept together.
    """

    def __init__(self, known: Iterable[tuple[str, _T]] = ()) -> None:
        self._items: dict[int, list[_T]] = {}
        self._by_quarter: dict[int, dict[int, list[int]]] = {shift: {} for shift in _QUARTERS}
        for phash, item in known:
            self.add(phash, item)

    def add(self, phash: str, item: _T) -> None:
        """Add a picture; one without content is left out."""
        if phash == NOTHING_TO_COMPARE:
            return
        value = int(phash, 16)
        if value in self._items:
            self._items[value].append(item)
            return
        self._items[value] = [item]
        for shift, bucket in self._by_quarter.items():
            bucket.setdefault(value >> shift & 0xFFFF, []).append(value)

    def near(self, phash: str, max_distance: int = NEAR) -> list[tuple[int, _T]]:
        """Return distance and picture of all that differ in at most ``max_distance`` (0 to 7) bits, the nearest first."""
        if not 0 <= max_distance <= NEAR:
            raise ValueError(max_distance)
        if phash == NOTHING_TO_COMPARE:
            return []
        value = int(phash, 16)
        turned = _TURNED if max_distance >= len(_QUARTERS) else _TURNED[:1]
        found: dict[int, int] = {}
        for shift, bucket in self._by_quarter.items():
            quarter = value >> shift & 0xFFFF
            for mask in turned:
                for other in bucket.get(quarter ^ mask, ()):
                    if other not in found and (differing := (other ^ value).bit_count()) <= max_distance:
                        found[other] = differing
        nearest = sorted(found, key=found.__getitem__)
        return [(found[other], item) for other in nearest for item in self._items[other]]


_TURNED = (0, *(1 << bit for bit in range(16)))
