"""The longest block of the UI thread while each page of a small case is shown for the first time, its build included."""

from __future__ import annotations

import statistics

from surveyor_app.data_files import resources_dir
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.sample_story import Telling, load_story
from surveyor_app.operations.intake.evidence import import_files
from surveyor_app.wording.questions import load_questions
from tests.bench.cases import made_case
from tests.bench.figures import Figure, Goal
from tests.bench.pictures import distinct_pictures
from tests.bench.place import Place
from tests.bench.processes import run_job

PHOTOS = 12


def measure(place: Place) -> list[Figure]:
    """Measure the pages in several runs; of each the median counts."""
    folder, photos = place.folder("pages"), place.folder("pages-photos")
    for number, data in enumerate(distinct_pictures(place, PHOTOS, 1600, 1200, 82)):
        (photos / f"IMG_{number:04}.jpg").write_bytes(data)
    bank = {question.id: question.text for question in load_questions(resources_dir())}
    with made_case(folder) as case, MediaWorkers() as workers:
        import_files(case, [photos], workers)
        Telling(case, load_story(resources_dir()), bank).tell()
    runs = [run_job("opening.show_pages_job", folder) for _ in range(place.sized(5, 3))]
    medians = {name: statistics.median(float(run[name]) for run in runs) for name in runs[0] if name.endswith("_ms")}
    blocks = {name.removesuffix("_ms"): value for name, value in medians.items() if not name.endswith("_cpu_ms")}
    computed = {name.removesuffix("_cpu_ms"): value for name, value in medians.items() if name.endswith("_cpu_ms")}
    worst = max(blocks, key=blocks.__getitem__)
    note = ", ".join(f"{name} {blocks[name]:.0f} ({computed[name]:.0f} computed)" for name in blocks)
    return [
        Figure(
            f"longest block of the UI thread at the first showing of a page ({worst})",
            blocks[worst], "ms", Goal.AT_MOST, 50, note,
        )
    ]  # fmt: skip
