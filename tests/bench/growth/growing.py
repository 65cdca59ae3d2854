"""Working on cases of 100, 1,000 and 10,000 photos: each figure over the sizes, its goal at the largest."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.bench.figures import Figure
from tests.bench.growth.grown_case import grown_case, sizes
from tests.bench.growth.law import grown
from tests.bench.place import Place
from tests.bench.processes import run_job

WORKING = {
    "open_ms": ("open a case", 300.0),
    "edit_ms": ("one edit, fsync included", 50.0),
    "one_more_ms": ("import one more photo", 120.0),
    "checks_ms": ("all checks after one change", 300.0),
}
WINDOW = {
    "delivery_ms": ("UI thread blocked: Delivery", 50.0),
    "people_ms": ("UI thread blocked: People", 50.0),
    "home_ms": ("UI thread blocked: Home after leaving", 50.0),
    "thumbnails_ms": ("first screen of thumbnails, the page's build included", 250.0),
}


def measure(place: Place) -> list[Figure]:
    """Measure all sizes, each on a copy of its case."""
    found: dict[int, dict[str, Any]] = {}
    for count in sizes(place):
        folder = _copied(place, count)
        found[count] = dict(run_job("growth.working_job", folder)) | dict(run_job("growth.window_job", folder))
        target = place.scratch / f"mirror-{count}.survey"
        run_job("growth.backup_job", folder, target)
        again = run_job("growth.backup_job", folder, target)
        found[count] |= {"backup_s": again["seconds"], "backup_mb": again["memory_mb"]}
        shutil.rmtree(folder)
    computed = {name: _of(found, name.replace("_ms", "_cpu_ms")) for name in WINDOW if name != "thumbnails_ms"}
    return [
        *(
            grown(what, _of(found, name), "ms", goal, computed.get(name))
            for name, (what, goal) in (WORKING | WINDOW).items()
        ),
        grown("memory of the window, all pages shown", _of(found, "memory_mb"), "MB", 600),
        grown("second copy with nothing new", _of(found, "backup_s"), "s", 2),
        grown("memory of a second copy with nothing new", _of(found, "backup_mb"), "MB", 250),
    ]


def _of(found: Mapping[int, Mapping[str, Any]], name: str) -> dict[int, float]:
    return {count: float(values[name]) for count, values in found.items()}


def _copied(place: Place, count: int) -> Path:
    """Return a copy: what is measured adds to the case. The window, which only looks, finds the first one by its profile."""
    kept = grown_case(place, count)
    folder = place.scratch / f"grown-{count}"
    shutil.copytree(kept, folder)
    return folder
