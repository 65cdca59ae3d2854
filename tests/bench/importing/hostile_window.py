"""Hostile files dropped onto the real window: broken, lying and swollen ones must never make it stop.

The files are those of a folder beside the checkout (or SURVEYOR_HOSTILE_FILES); without it nothing is measured.
"""

from __future__ import annotations

import os
import statistics
from pathlib import Path

from tests.bench.cases import made_case
from tests.bench.figures import Figure, Goal
from tests.bench.place import REPOSITORY, Place
from tests.bench.processes import run_job

ROUNDS = 3


def measure(place: Place) -> list[Figure]:
    """Measure the longest block of the UI thread."""
    folder = Path(os.environ.get("SURVEYOR_HOSTILE_FILES", REPOSITORY.parent / "shared" / "corpus" / "hostile"))
    count = sum(1 for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    what = f"longest block of the UI thread while {count or 'hostile'} hostile files are imported"
    if not count:
        return [Figure(what, None, "ms", Goal.AT_MOST, 50, f"no files in {folder.name}")]
    runs = [_run(place, number, folder) for number in range(place.sized(ROUNDS, 1))]
    blocks = " / ".join(f"{run['block_ms']:.0f}" for run in runs)
    computed = " / ".join(f"{run['block_cpu_ms']:.0f}" for run in runs)
    seconds = " / ".join(f"{run['seconds']:.0f}" for run in runs)
    note = f"{blocks} ms, of which the thread computed {computed} ms; {runs[0]['stored']} kept after {seconds} s"
    worst = statistics.median(float(run["block_ms"]) for run in runs)
    return [Figure(what, worst, "ms", Goal.AT_MOST, 50, note)]


def _run(place: Place, number: int, folder: Path) -> dict[str, float]:
    home = place.folder(f"hostile-{number}")
    with made_case(home):
        pass
    done: dict[str, float] = run_job("importing.import_window_job", home, folder)
    return done
