"""Hashes of 64 bits are compared bit by bit, and the index finds what a full comparison finds."""

from __future__ import annotations

import random

import pytest

from surveyor_app.domain.photos.likeness import NEAR, NOTHING_TO_COMPARE, Likenesses, distance


def test_distance_counts_bits() -> None:
    assert distance("00000000000000ff", "00000000000000f0") == 4
    assert distance("ffffffffffffffff", "ffffffffffffffff") == 0


def test_a_picture_without_content_is_like_no_other() -> None:
    assert distance(NOTHING_TO_COMPARE, NOTHING_TO_COMPARE) == 64
    index = Likenesses([(NOTHING_TO_COMPARE, 1)])
    assert index.near(NOTHING_TO_COMPARE) == []
    assert index.near("0000000000000001") == []


def test_the_index_finds_what_comparing_all_finds() -> None:
    chance = random.Random(7)
    hashes = [chance.getrandbits(64) for _ in range(200)]
    # Near ones, one to nine bits apart.
    hashes += [value ^ sum(1 << bit for bit in chance.sample(range(64), chance.randint(1, 9))) for value in hashes]
    texts = [f"{value:016x}" for value in hashes]
    index = Likenesses((text, number) for number, text in enumerate(texts))
    for text in texts:
        expected = sorted((distance(text, other), n) for n, other in enumerate(texts) if distance(text, other) <= NEAR)
        assert sorted(index.near(text)) == expected


@pytest.mark.parametrize("wrong", [-1, 8])
def test_distances_the_index_cannot_find_are_refused(wrong: int) -> None:
    with pytest.raises(ValueError, match=str(wrong)):
        Likenesses[int]().near("00ff00ff00ff00ff", wrong)
