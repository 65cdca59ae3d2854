"""From the start of ``surveyor --version`` until it has ended, beside a Python that does nothing."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from tests.bench.figures import Figure, Goal, in_turn
from tests.bench.place import REPOSITORY, Place

ROUNDS = 15
GOAL_S = 0.25


def measure(place: Place) -> list[Figure]:
    """Measure both in turn, after one start of each that nobody counts."""
    version, nothing = ("-m", "surveyor_app", "--version"), ("-c", "pass")
    _seconds(*version)
    _seconds(*nothing)
    turns = in_turn(ROUNDS, lambda _: _seconds(*version), lambda _: _seconds(*nothing))
    note = f"a Python that does nothing: {statistics.median(turns.baseline):.3f} s"
    return [Figure("surveyor --version", statistics.median(turns.ours), "s", Goal.AT_MOST, GOAL_S, note)]


def _seconds(*arguments: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, cwd=REPOSITORY)
    return time.perf_counter() - started
