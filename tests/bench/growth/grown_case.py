"""Cases of many tiny photos, each another picture; made once and kept for the next run."""

from __future__ import annotations

import io
import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from surveyor_app.domain.errors import SurveyorError
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.intake.evidence import import_files
from tests.bench.cases import made_case, opened_case
from tests.bench.place import Place

WIDTH_PX, HEIGHT_PX = 200, 150


def sizes(place: Place) -> tuple[int, ...]:
    """Return the numbers of photos that are compared."""
    return (30, 100) if place.is_quick else (100, 1_000, 10_000)


def grown_case(place: Place, count: int) -> Path:
    """Return the folder of a profile with a case of so many photos; what is measured on it is measured on a copy."""
    folder = place.cache / f"grown-{count}"
    if not _is_usable(folder):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        place.say(f"making a case of {count} photos, once")
        _make(place, folder, count)
    return folder


def small_pictures(count: int, seed: int = 0) -> Iterator[bytes]:
    """Yield pictures that are like no other: a few coarse squares of chance; those of another seed are others again."""
    chance = random.Random(seed)
    made = Image.Exif()
    made[0x010F], made[0x0110] = "Acme", "X1"
    made.get_ifd(0x8769)[0x9003] = "2026:11:20 10:00:00"
    for _number in range(count):
        coarse = Image.frombytes("L", (8, 6), chance.randbytes(48)).resize(
            (WIDTH_PX, HEIGHT_PX), Image.Resampling.BICUBIC
        )
        target = io.BytesIO()
        coarse.convert("RGB").save(target, "JPEG", quality=75, exif=made)
        yield target.getvalue()


def _is_usable(folder: Path) -> bool:
    try:
        with opened_case(folder):
            return (folder / "complete").exists()
    except SurveyorError:
        return False


def _make(place: Place, folder: Path, count: int) -> None:
    with tempfile.TemporaryDirectory(dir=place.scratch) as scratch, made_case(folder) as case:
        for number, data in enumerate(small_pictures(count)):
            (Path(scratch) / f"IMG_{number:05}.jpg").write_bytes(data)
        with MediaWorkers() as workers:
            result = import_files(case, [Path(scratch)], workers)
    if any(item.outcome != "stored" for item in result.items):
        raise SystemExit("the case for the bench could not be made")
    (folder / "complete").touch()
