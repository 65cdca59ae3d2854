"""Open a case of 2,000 photos in the real window until its first screen of thumbnails is painted; then scroll through it.

From the wish to open it, over the photos page, to the paint that has a thumbnail in every cell in view. While scrolling a timer
of 5 ms beats on the UI thread: the longest block is how late a beat came. Beside it stands the same for a window at rest, which
is what the machine itself does to a thread. Without a display Qt paints into memory.
"""

from __future__ import annotations

import statistics

from tests.bench.figures import Figure, Goal
from tests.bench.opening.big_case import big_case
from tests.bench.place import Place
from tests.bench.processes import run_job


def measure(place: Place) -> list[Figure]:
    """Measure opening and scrolling."""
    folder, count = big_case(place)
    runs = [run_job("opening.open_window_job", folder) for _ in range(place.sized(5, 3))]

    def median(name: str) -> float:
        return statistics.median(float(run[name]) for run in runs)

    def listed(name: str) -> str:
        return " / ".join(f"{run[name]:.0f}" for run in runs)

    opening = f"all in view {listed('all_ms')} ms; first {listed('first_ms')} ms; longest block {listed('opening_block_ms')} ms"
    scrolling = (
        f"{listed('scrolling_ms')} ms, of which the thread computed {listed('scrolling_cpu_ms')} ms;"
        f" window at rest {listed('quiet_ms')} ms"
    )
    return [
        Figure(
            f"open a case of {count} photos in the window, first screen of thumbnails painted",
            median("all_ms"), "ms", Goal.AT_MOST, 300, opening,
        ),
        Figure(
            f"longest block of the UI thread while scrolling through {count} photos",
            median("scrolling_ms"), "ms", Goal.AT_MOST, 50, scrolling,
        ),
    ]  # fmt: skip
