"""Refresh tokens between runs, and why the one before the newest is kept.

A token is replaced at each use. A centre that lies or is broken, or a proxy in its place, may hand out something that is none:
then the newest is refused by the right centre, and without the one before it the laptop could never sign in again. The right
centre in turn lets the one before count until the new one was used. So the newest comes first, and what was used before it only
where that is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

MOST_TOKENS = 4
"""Kept of one sign-in: whoever answers falsely once answers so again."""


class TokenKeeper(Protocol):
    """Where refresh tokens are kept between runs."""

    def load(self) -> Sequence[str]:
        """Return those to try, the newest first."""

    def save(self, tokens: Sequence[str]) -> None:
        """Keep them in place of the ones before, durably, before the newest is used."""


class MemoryTokens:
    """Keeps refresh tokens for as long as the process lives."""

    def __init__(self, refresh_token: str) -> None:
        self._tokens: Sequence[str] = (refresh_token,)

    @property
    def newest(self) -> str:
        """The one to try first."""
        return self._tokens[0]

    def load(self) -> Sequence[str]:
        """Return those to try, the newest first."""
        return self._tokens

    def save(self, tokens: Sequence[str]) -> None:
        """Keep them in place of the ones before."""
        self._tokens = tuple(tokens)


def kept_after(used: str, fresh: str, known: Sequence[str]) -> Sequence[str]:
    """Return what is kept when ``fresh`` came for ``used``: what was tried before that in vain is none.

    Those that were used before it stay as well: ``fresh`` and ``used`` may both come from somebody who lies.
    """
    return (fresh, used, *known[known.index(used) + 1 :])[:MOST_TOKENS]
