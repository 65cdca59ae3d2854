"""What a surveyor does to a large case, without the window: ``working_job FOLDER``."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.people.people import Person
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.checking import check, load_checks
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake.evidence import import_files
from tests.bench.cases import opened_case
from tests.bench.growth.grown_case import small_pictures

ROUNDS = 5


def main() -> None:
    """Measure and print the medians, in milliseconds."""
    folder = Path(sys.argv[1])
    started = time.monotonic()
    with opened_case(folder) as case, MediaWorkers() as workers:
        found = {"open_ms": 1000 * (time.monotonic() - started)}
        rules = load_checks(resources_dir())
        pictures = small_pictures(ROUNDS + 1, seed=1)
        # The first starts a decoder.
        _one_more(case, workers, folder, next(pictures))
        found["edit_ms"] = _median(lambda: _edit(case))
        found["one_more_ms"] = _median(lambda: _one_more(case, workers, folder, next(pictures)))
        check(case, rules)

        def checked() -> None:
            check(case, rules)

        def after_one_change() -> float:
            _edit(case)
            return _timed(checked)

        found["checks_ms"] = _median(after_one_change)
    print(json.dumps(found))


def _median(measure: Callable[[], float]) -> float:
    return statistics.median(measure() for _ in range(ROUNDS))


def _timed(work: Callable[[], object]) -> float:
    started = time.monotonic()
    work()
    return 1000 * (time.monotonic() - started)


def _edit(case: CaseFile) -> float:
    return _timed(lambda: records.create(case, Person, {"name": "王小明"}))


def _one_more(case: CaseFile, workers: MediaWorkers, folder: Path, data: bytes) -> float:
    path = folder / "one-more.jpg"
    path.write_bytes(data)
    return _timed(lambda: import_files(case, [path], workers))


if __name__ == "__main__":
    main()
