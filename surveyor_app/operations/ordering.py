"""Where a record comes to stand in its list: the ranks that putting it there takes."""

from __future__ import annotations

from collections.abc import Sequence

from surveyor_app.domain.ranks import is_rank, rank_between

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
