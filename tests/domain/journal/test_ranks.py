"""Fractional ranks: between any two there is another, and appending stays short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.ranks import DIGITS, is_rank, rank_between, ranks_after

RANKS = st.text(alphabet=DIGITS, min_size=1, max_size=6).filter(is_rank)


@given(RANKS, RANKS)
def test_between_two_ranks_lies_another(one: str, other: str) -> None:
    if one == other:
        return
    low, high = sorted([one, other])
    middle = rank_between(low, high)
    assert low < middle < high
    assert is_rank(middle)


@given(RANKS)
def test_before_and_after_every_rank_lies_another(rank: str) -> None:
    assert rank_between(None, rank) < rank < rank_between(rank, None)


def test_two_thousand_appended_ranks_rise_and_stay_short() -> None:
    ranks = ranks_after(None, 2000)
    assert ranks == sorted(set(ranks))
    assert all(is_rank(rank) and len(rank) <= 4 for rank in ranks)


def test_bounds_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(InputError):
        rank_between("b", "a")
