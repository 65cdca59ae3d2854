"""How hard a passphrase is to guess."""

from __future__ import annotations

import pytest

from surveyor_app.domain.passphrases import Strength, strength


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "short1!",
        "aaaaaaaaaaaaaaaa",
        "12345678",
        "abcdefgh",
        "abababababab",
        "11223344",
        "８７６５４３２１",
        "abcabcabcabc",
    ],
)
def test_what_follows_from_its_beginning_is_weak(typed: str) -> None:
    assert strength(typed) is Strength.WEAK


@pytest.mark.parametrize("typed", ["正确的口令很长很长", "kind-otter-41-velvet", "现场查勘 2026 秋天的雨"])
def test_a_sentence_is_good(typed: str) -> None:
    assert strength(typed) is Strength.GOOD


def test_more_of_the_same_kind_is_never_weaker() -> None:
    order = list(Strength)
    steps = [order.index(strength("qxmzkwvprtbn"[:length])) for length in range(13)]
    assert steps == sorted(steps)
