"""The longest block of the UI thread with 500 damaged parts: the page is shown, another line is read, one is changed."""

from __future__ import annotations

import statistics
from decimal import Decimal

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.operations.editing import records
from surveyor_app.wording.parts import load_parts
from tests.bench.cases import made_case
from tests.bench.figures import Figure, Goal
from tests.bench.place import Place
from tests.bench.processes import run_job

LINES = 500


def measure(place: Place) -> list[Figure]:
    """Measure in several runs; of each act the median counts."""
    folder = place.folder("many-losses")
    parts = list(load_parts(resources_dir()))
    with made_case(folder) as case:
        vehicle = records.create(case, Vehicle, {"category": "insured", "plate_no": "沪A12345"}).id
        for number in range(LINES):
            part = {"part_id": parts[number % len(parts)], "part_price": Decimal(number), "action": "replace"}
            records.create(case, DamageMark, {"vehicle_uid": vehicle, **part})
    runs = [run_job("opening.many_losses_job", folder) for _ in range(place.sized(5, 3))]
    acts = [name.removesuffix("_cpu_ms") for name in runs[0] if name.endswith("_cpu_ms")]
    names = [f"{act}{end}" for act in acts for end in ("_ms", "_cpu_ms")]
    medians = {name: statistics.median(float(run[name]) for run in runs) for name in names}
    blocks = {act: medians[f"{act}_ms"] for act in acts}
    worst = max(blocks, key=blocks.__getitem__)
    note = ", ".join(f"{name} {blocks[name]:.0f} ({medians[f'{name}_cpu_ms']:.0f} computed)" for name in blocks)
    what = f"longest block of the UI thread with {LINES} damaged parts ({worst})"
    return [Figure(what, blocks[worst], "ms", Goal.AT_MOST, 50, note)]
