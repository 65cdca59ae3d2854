"""What a measurement comes to: a figure beside its goal."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Goal(StrEnum):
    """Which side of the goal is the good one."""

    AT_LEAST = "≥"
    AT_MOST = "≤"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. ``measured`` is ``None`` where it could not be measured here, ``note`` then says why.

    ``unit`` is printed behind both numbers: ``x`` for a ratio, else s, ms, MB, /s.
    """

    what: str
    measured: float | None
    unit: str
    direction: Goal
    goal: float
    note: str = ""

    @property
    def is_reached(self) -> bool | None:
        """Tell whether the goal is reached; ``None`` where nothing was measured."""
        if self.measured is None:
            return None
        if self.direction is Goal.AT_LEAST:
            return self.measured >= self.goal
        return self.measured <= self.goal


@dataclass(frozen=True, slots=True)
class InTurn:
    """Two sides measured in turn: what each round gave."""

    ours: Sequence[float]
    baseline: Sequence[float]

    @property
    def ratio(self) -> float:
        """Return the median over the rounds of ours divided by the baseline."""
        return statistics.median(a / b for a, b in zip(self.ours, self.baseline, strict=True))

    @property
    def rate_ratio(self) -> float:
        """Return how many times faster ours is: the median over the rounds of the baseline divided by ours."""
        return statistics.median(b / a for a, b in zip(self.ours, self.baseline, strict=True))

    def seconds(self) -> str:
        """Return the rounds as text, in seconds."""
        return f"{_listed(self.ours)} s, baseline {_listed(self.baseline)} s"


def in_turn(rounds: int, ours: Callable[[int], float], baseline: Callable[[int], float]) -> InTurn:
    """Measure ours, the baseline, ours, the baseline …; each is given the number of its round, from 0."""
    pairs = [(ours(number), baseline(number)) for number in range(rounds)]
    return InTurn([a for a, _ in pairs], [b for _, b in pairs])


def _listed(values: Sequence[float]) -> str:
    return " / ".join(f"{value:.3g}" for value in values)
