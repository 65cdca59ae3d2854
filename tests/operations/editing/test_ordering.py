"""The ranks that put a record in its place, whatever ranks its neighbours have."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from surveyor_app.operations.editing.ordering import ranks_for, ranks_for_run

RANKS: list[Sequence[str | None]] = [
    ("1001", "1002", "1003", "1004"),
    ("1001", "1001", "1001", "1001"),
    ("1001", "1001", "1002", None),
    (None, None, None, None),
    ("1001", "1002", None, None),
    ("!", "1001", "1001", "zé"),
    ("zzzz", "zzzz", "zzzz", "zzzz"),
    ("1", "1001", "10011", "2"),
]


def shown(ranks: dict[str, str | None]) -> list[str]:
    """Return the ids as lists show them."""
    return sorted(ranks, key=lambda item: (ranks[item] is None, ranks[item] or "", item))


@pytest.mark.parametrize("ranks", RANKS)
@pytest.mark.parametrize("moved", range(4))
@pytest.mark.parametrize("place", range(4))
def test_the_order_asked_for_is_the_order_shown(ranks: Sequence[str | None], moved: int, place: int) -> None:
    held: dict[str, str | None] = dict(zip("abcd", ranks, strict=True))
    order = shown(held)
    name = order.pop(moved)
    order.insert(place, name)
    new = ranks_for([(item, None if item == name else held[item]) for item in order], place)
    assert shown({**held, **new}) == order


@pytest.mark.parametrize("place", range(5))
def test_one_rank_is_enough_where_ranks_rise(place: int) -> None:
    order: list[tuple[str, str | None]] = [("a", "1001"), ("b", "1002"), ("c", "1003"), ("d", "1004")]
    order.insert(place, ("new", None))
    new = ranks_for(order, place)
    assert set(new) == {"new"}
    ranks = [new.get(item, rank) or "" for item, rank in order]
    assert all(first < second for first, second in pairwise(ranks))


def test_equal_ranks_far_away_are_left_alone() -> None:
    order: list[tuple[str, str | None]] = [("a", "1001"), ("b", "1001"), ("c", "1002"), ("x", None), ("d", "1003")]
    order += [("e", "1003")]
    assert set(ranks_for(order, 3)) == {"x"}


@pytest.mark.parametrize("ranks", RANKS)
@pytest.mark.parametrize("moved", [(0, 1), (0, 2), (1, 3), (0, 1, 2), (1, 2, 3), (0, 1, 2, 3)])
@pytest.mark.parametrize("place", range(3))
def test_a_run_of_records_comes_to_stand_together(
    ranks: Sequence[str | None], moved: Sequence[int], place: int
) -> None:
    held: dict[str, str | None] = dict(zip("abcd", ranks, strict=True))
    listed = shown(held)
    run = [listed[row] for row in moved]
    staying = [name for name in listed if name not in run]
    place = min(place, len(staying))
    order = [*staying[:place], *run, *staying[place:]]
    new = ranks_for_run([(item, None if item in run else held[item]) for item in order], place, len(run))
    assert shown({**held, **new}) == order


def test_a_long_run_between_two_neighbours_keeps_ranks_short() -> None:
    names = [f"n{number:04}" for number in range(2000)]
    new = ranks_for_run([("a", "1001"), *((name, None) for name in names), ("b", "1002")], 1, 2000)
    assert list(new) == names
    assert max(len(rank) for rank in new.values()) <= 8
    assert all(first < second for first, second in pairwise(["1001", *new.values(), "1002"]))
