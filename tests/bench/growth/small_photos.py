"""A case of photos as a phone's messages carry them (some 90 KB each): its file beside the originals."""

from __future__ import annotations

from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.intake.evidence import import_files
from tests.bench.cases import CASE_NAME, made_case
from tests.bench.figures import Figure, Goal
from tests.bench.pictures import distinct_pictures
from tests.bench.place import Place

WIDTH_PX, HEIGHT_PX, QUALITY = 1080, 810, 62


def measure(place: Place) -> list[Figure]:
    """Import, close, weigh."""
    folder, photos = place.folder("small"), place.folder("small-photos")
    count = place.sized(200, 20)
    for number, data in enumerate(distinct_pictures(place, count, WIDTH_PX, HEIGHT_PX, QUALITY)):
        (photos / f"IMG_{number:04}.jpg").write_bytes(data)
    originals = sum(path.stat().st_size for path in photos.iterdir())
    with made_case(folder) as case:
        empty = case.path.stat().st_size
        with MediaWorkers() as workers:
            import_files(case, [photos], workers)
    size = (folder / CASE_NAME).stat().st_size - empty
    what = f"case file beside its originals, {count} photos of {originals / count / 1000:.0f} KB"
    return [Figure(what, size / originals, "x", Goal.AT_MOST, 1.35)]
