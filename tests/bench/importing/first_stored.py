"""Time from the start of an import of many photos until the first is stored with its thumbnail; workers start cold.

The part of "first thumbnails on screen" that does not need a screen; ``import_window`` measures the rest.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.errors import Cancelled
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.intake.evidence import import_files, thumbnail
from surveyor_app.records import reading
from tests.bench.cases import made_case
from tests.bench.figures import Figure, Goal
from tests.bench.importing.bulk_import_job import WORKERS
from tests.bench.pictures import distinct_photos
from tests.bench.place import Place

ROUNDS = 5


def measure(place: Place) -> list[Figure]:
    """Measure the first of many."""
    count = place.sized(300, 60)
    photos = distinct_photos(place, count)
    seconds = [_first(place.folder(f"first-{number}"), photos) for number in range(ROUNDS)]
    what = f"first of {count} photos stored with its thumbnail"
    note = " / ".join(f"{one:.2f}" for one in seconds) + " s"
    return [Figure(what, statistics.median(seconds), "s", Goal.AT_MOST, 1.0, note)]


def _first(folder: Path, photos: Sequence[Path]) -> float:
    with made_case(folder) as case, MediaWorkers(WORKERS) as workers:
        started = time.monotonic()
        seconds: list[float] = []

        def stop(changes: Changes) -> None:
            (evidence_id,) = changes.touched[Evidence.KIND]
            if _thumbnail(case, evidence_id) is None:
                raise SystemExit("the first photo was stored without a thumbnail")
            seconds.append(time.monotonic() - started)
            raise Cancelled

        try:
            import_files(case, photos, workers, on_stored=stop)
        except Cancelled:
            return seconds[0]
    raise SystemExit("the import stored nothing")


def _thumbnail(case: CaseFile, evidence_id: str) -> bytes | None:
    with case.read() as session:
        found = reading.get(session, case.case_id, Evidence, evidence_id)
    return thumbnail(case, found.sha256) if found is not None and found.sha256 else None
