"""Fractional ranks: order as strings, so that moving a record between two others is one entry.

A rank is a non-empty string of the digits 0-9 A-Z a-z (in ASCII order) that does not end in the lowest digit; between any
two ranks there is always another.
"""

from __future__ import annotations

from surveyor_app.domain.errors import InputError

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def is_rank(text: str) -> bool:
    """Tell whether ``text`` is a rank."""
    return bool(text) and all(char in DIGITS for char in text) and not text.endswith(DIGITS[0])


APPEND_WIDTH = 4
"""Appending counts in this many digits (14 million steps), so that ranks of many imported photos stay short."""


def rank_between(low: str | None, high: str | None) -> str:
    """Return a rank after ``low`` and before ``high``; ``None`` means no bound.

    Raises:
        InputError: when ``low`` does not lie before ``high``.
    """
    if low is not None and high is not None and low >= high:
        raise InputError(field="rank", reason="bounds")
    if high is None:
        following = _following(low)
        if following is not None:
            return following
    return _midway(low or "", high)


def _following(low: str | None) -> str | None:
    """Return the next rank of the appending width, ``None`` when all are used up."""
    digits = [DIGITS.index(char) for char in (low or "1").ljust(APPEND_WIDTH, DIGITS[0])[:APPEND_WIDTH]]
    for position in reversed(range(APPEND_WIDTH)):
        # The last digit skips zero: a rank never ends in the lowest digit.
        if digits[position] + 1 < len(DIGITS):
            digits[position] += 1
            return "".join(DIGITS[digit] for digit in digits)
        digits[position] = 1 if position == APPEND_WIDTH - 1 else 0
    return None


def _midway(low: str, high: str | None) -> str:
    result = ""
    position = 0
    while True:
        lower = DIGITS.index(low[position]) if position < len(low) else 0
        upper = DIGITS.index(high[position]) if high is not None and position < len(high) else len(DIGITS)
        if upper - lower > 1:
            return result + DIGITS[(lower + upper) // 2]
        result += DIGITS[lower]
        if lower < upper:
            high = None
        position += 1


def ranks_after(last: str | None, count: int) -> list[str]:
    """Return ``count`` rising ranks after ``last``: what an import appends at the end of a list."""
    ranks: list[str] = []
    for _ in range(count):
        last = rank_between(last, None)
        ranks.append(last)
    return ranks
