"""A case of many small photos, made once and kept for the next run."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from surveyor_app.domain.errors import SurveyorError
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.intake.evidence import import_files
from tests.bench.cases import CASE_NAME, made_case, opened_case
from tests.bench.pictures import distinct_pictures
from tests.bench.place import Place

WIDTH_PX, HEIGHT_PX, QUALITY = 640, 480, 80


def big_case(place: Place) -> tuple[Path, int]:
    """Return the folder of a profile with a case of 2,000 photos (200 in a quick run), and their number."""
    count = place.sized(2000, 200)
    folder = place.cache / f"case-of-{count}"
    if not _is_usable(folder):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        place.say(f"making a case of {count} photos, once")
        _make(place, folder, count)
    return folder, count


def _is_usable(folder: Path) -> bool:
    """An older one is brought up to date by opening it; one that was moved is made anew, its profile knows another path."""
    try:
        with opened_case(folder) as case:
            known = case.profile.registry.case(case.case_id)
            return (folder / "complete").exists() and known is not None and known.path == folder / CASE_NAME
    except SurveyorError:
        return False


def _make(place: Place, folder: Path, count: int) -> None:
    with tempfile.TemporaryDirectory(dir=place.scratch) as scratch, made_case(folder) as case:
        for number, data in enumerate(distinct_pictures(place, count, WIDTH_PX, HEIGHT_PX, QUALITY)):
            (Path(scratch) / f"IMG_{number:04}.jpg").write_bytes(data)
        with MediaWorkers() as workers:
            result = import_files(case, [Path(scratch)], workers)
    if len(result.items) != count or any(item.outcome != "stored" for item in result.items):
        raise SystemExit("the case for the bench could not be made")
    (folder / "complete").touch()
