"""Deliveries over a good line, up to the full receipt: a real case file, a centre in a process of its own on the same machine.

A first file goes before: what either side prepares once, at its first request, is said beside the figure and not counted in it.

Beside it tusd and tuspy move the same files, each flushed and read again. Ours also encrypts at one end, checks every hash and
permission, and signs a receipt over bytes read once more.
"""

from __future__ import annotations

import random
import time
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from surveyor_app.central.centre import Centre
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.cli.samples import assigned_case, open_profile
from surveyor_app.data_files import resources_dir
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.delivering import deliver_case
from surveyor_app.operations.cases.sample_story import load_story
from surveyor_app.operations.intake.evidence import import_files
from tests.bench.delivery import tusd
from tests.bench.figures import Figure, Goal
from tests.bench.place import Place
from tests.bench.processes import MB, serving_job

SMALL_BYTES, LARGE_BYTES = 100_000, 3_000_000


def measure(place: Place) -> list[Figure]:
    """Measure small blobs and large ones."""
    program = tusd.tusd_in(place.cache)
    if program is None:
        place.say("no tusd to compare with: it wants Go and its registry")
    small = _Pair(place, "small", place.sized(500, 100), SMALL_BYTES, program)
    large = _Pair(place, "large", place.sized(33, 8), LARGE_BYTES, program)
    return [
        small.figure("blobs of 100 kB a second", small.count / small.seconds, "/s", 80),
        large.figure("MB a second of 3 MB originals", large.total / MB / large.seconds, "MB/s", 40),
    ]


class _Pair:
    """The same files moved by both sides."""

    def __init__(self, place: Place, name: str, count: int, size: int, program: Path | None) -> None:
        self.count, self.total = count, count * size
        folder = place.folder(name)
        first, *files = _files(folder / "files", count + 1, size)
        self.first_s, self.seconds = _deliveries(folder, first, files)
        self.baseline: float | None = None
        if program is not None:
            stored = folder / "tusd"
            with tusd.serving(program, stored) as url:
                self.baseline = tusd.seconds_of(url, stored, files)

    def figure(self, what: str, measured: float, unit: str, goal: float) -> Figure:
        """Return the rate beside its goal, and how it compares."""
        note = f"{self.count} files in {self.seconds:.1f} s, a first one before them in {self.first_s:.1f} s"
        if self.baseline is not None:
            note += f"; tusd and tuspy {self.baseline:.1f} s, {self.baseline / self.seconds:.2f} x their rate"
        return Figure(f"delivery on a good line, receipt included: {what}", measured, unit, Goal.AT_LEAST, goal, note)


def _files(folder: Path, count: int, size: int) -> list[Path]:
    folder.mkdir()
    chance = random.Random(size)
    made = [folder / f"{number:04}.bin" for number in range(count)]
    for path in made:
        path.write_bytes(chance.randbytes(size))
    return made


def _deliveries(folder: Path, first: Path, files: list[Path]) -> tuple[float, float]:
    """Return how long the first file took, and then all others together, each up to a receipt for all that is there."""
    story = load_story(resources_dir())
    with (
        closing(Centre(CentreConfig(folder / "central"))) as centre,
        open_profile(folder / "profile", story) as profile,
        serving_job("delivery.loopback_job", folder / "central") as server,
        # The office acts beside the serving process: on the same database, as its commands do.
        assigned_case(
            cast(EmbeddedCentre, SimpleNamespace(centre=centre)), server, profile, story, folder / "case.survey"
        ) as case,
    ):
        took = []
        for group in ([first], files):
            with MediaWorkers() as workers:
                import_files(case, group, workers)
            started = time.monotonic()
            outcome = deliver_case(profile, case, server=server, patience_s=60)
            took.append(time.monotonic() - started)
            if outcome.receipt_kind != "full" or outcome.outcome.refused:
                raise SystemExit("the centre did not take the whole case")
    return took[0], took[1]
