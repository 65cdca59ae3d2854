"""Where a record comes to stand in its list: the ranks that putting it there takes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from surveyor_app.domain.journal.ranks import is_rank, rank_between, ranks_after

Ranked = tuple[str, str | None]
"""Id and rank of a record; without a rank it stands at the end."""


def ranks_for(order: Sequence[Ranked], place: int) -> dict[str, str]:
    """Return the new ranks that make ``order`` true, in which the record at ``place`` has just been put.

    That is one rank, whatever the length of the list. Only where neighbours have no rank yet, or the same one (two devices
    appended at the same time), do they get new ones too.
    """
    ranks = [rank if rank is not None and is_rank(rank) else None for _, rank in order]
    start = next((index for index in range(place) if ranks[index] is None), place)
    before = ranks[start - 1] if start else None
    new: dict[str, str] = {}
    for index in range(start, len(order)):
        rank = ranks[index]
        if index > place and rank is not None and (before is None or rank > before):
            break
        following = (rank for rank in ranks[max(index, place) + 1 :] if rank is not None)
        high = next((rank for rank in following if before is None or rank > before), None)
        before = rank_between(before, high)
        new[order[index][0]] = before
        if index >= place and all(rank is None for _, rank in order[index + 1 :]):
            break
    return new


def ranks_for_run(order: Sequence[Ranked], place: int, length: int) -> dict[str, str]:
    """Return the new ranks that make ``order`` true, in which the ``length`` records from ``place`` on were just put.

    Where their neighbours leave no room (no rank yet, or the same one twice), the list gets new ranks from there on.
    """
    end = place + length
    ranks = [rank if rank is not None and is_rank(rank) else None for _, rank in order]
    rest = [rank for index, rank in enumerate(ranks) if not place <= index < end]
    if any(rank is None for rank in rest) or any(a >= b for a, b in pairwise(rank for rank in rest if rank)):
        return _all_anew(order, ranks)
    low = ranks[place - 1] if place else None
    high = ranks[end] if end < len(ranks) else None
    names = [id_ for id_, _ in order[place:end]]
    return dict(zip(names, _spread(low, high, length), strict=True))


def _all_anew(order: Sequence[Ranked], ranks: Sequence[str | None]) -> dict[str, str]:
    """Keep the ranks from the beginning on while they rise, and count on after them."""
    kept = 0
    while (
        kept < len(ranks) and ranks[kept] is not None and (kept == 0 or (ranks[kept] or "") > (ranks[kept - 1] or ""))
    ):
        kept += 1
    rest = [id_ for id_, _ in order[kept:]]
    return dict(zip(rest, ranks_after(ranks[kept - 1] if kept else None, len(rest)), strict=True))


def _spread(low: str | None, high: str | None, count: int) -> list[str]:
    """Return ``count`` rising ranks between two; from the middle out, so that none becomes long."""
    if high is None:
        return ranks_after(low, count)
    if count == 0:
        return []
    middle = rank_between(low, high)
    before = (count - 1) // 2
    return [*_spread(low, middle, before), middle, *_spread(middle, high, count - 1 - before)]
