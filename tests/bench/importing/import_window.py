"""Photos dropped onto the real window: until the first thumbnail is painted, and the memory of the window's process.

The drop comes as soon as the case is shown, before a decoding worker was started ahead. Without a display Qt paints into memory.
"""

from __future__ import annotations

import statistics

from tests.bench.cases import made_case
from tests.bench.figures import Figure, Goal
from tests.bench.pictures import distinct_photos
from tests.bench.place import Place
from tests.bench.processes import MB, run_job

ROUNDS = 3


def measure(place: Place) -> list[Figure]:
    """Measure the first thumbnail, blocks of the UI thread, and memory."""
    count = place.sized(100, 12)
    photos = distinct_photos(place, count)
    runs = []
    for number in range(ROUNDS):
        folder = place.folder(f"window-{number}")
        with made_case(folder):
            pass
        runs.append(run_job("importing.import_window_job", folder, photos[0].parent))
    if any(run["stored"] != count for run in runs):
        raise SystemExit("the window did not store all photos")
    first = [float(run["first_s"]) for run in runs]
    blocks = [float(run["block_ms"]) for run in runs]
    computed = " / ".join(f"{run['block_cpu_ms']:.0f}" for run in runs)
    note = " / ".join(f"{one:.2f}" for one in first) + " s; all imported after " + _listed(runs) + " s"
    return [
        Figure(f"drop {count} photos onto the window: first thumbnail painted", statistics.median(first),
               "s", Goal.AT_MOST, 1.0, note),
        Figure(f"longest block of the UI thread while {count} photos are imported", statistics.median(blocks),
               "ms", Goal.AT_MOST, 50, f"of which the thread computed {computed} ms"),
        Figure(f"memory of the window's process that imports {count} photos",
               max(float(run["peak_bytes"]) for run in runs) / MB, "MB", Goal.AT_MOST, 600),
    ]  # fmt: skip


def _listed(runs: list[dict[str, float]]) -> str:
    return " / ".join(f"{run['seconds']:.0f}" for run in runs)
