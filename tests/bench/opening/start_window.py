"""From the start of the process until the window is painted, against a bare PySide6 ``QMainWindow``, in turn.

The program asks for the passphrase of an existing profile: that is its first screen.
"""

from __future__ import annotations

import statistics
from pathlib import Path

from tests.bench.cases import made_case
from tests.bench.figures import Figure, Goal, in_turn
from tests.bench.place import Place
from tests.bench.processes import run_job

ROUNDS = 9


def measure(place: Place) -> list[Figure]:
    """Measure both, after one start of each that nobody counts."""
    folder = place.folder("start")
    with made_case(folder):
        pass
    profile = folder / "profile"
    _seconds("opening.start_window_job", profile)
    _seconds("opening.start_window_baseline")
    turns = in_turn(
        ROUNDS,
        lambda _: _seconds("opening.start_window_job", profile),
        lambda _: _seconds("opening.start_window_baseline"),
    )
    note = f"median {statistics.median(turns.ours):.2f} s, baseline {statistics.median(turns.baseline):.2f} s"
    return [Figure("window visible after start, over a bare QMainWindow", turns.ratio, "x", Goal.AT_MOST, 2.5, note)]


def _seconds(module: str, *arguments: Path) -> float:
    done = run_job(module, *arguments)
    return float(done["painted"] - done["started"])
