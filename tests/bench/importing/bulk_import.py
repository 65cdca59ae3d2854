"""Bulk import of 300 photos with hash, EXIF, preview, thumbnail, encrypted store and read-back, by two workers.

Against per file ``cp``, fsync and ``sha256sum``, then ``vipsthumbnail`` 320 and 1600 by two processes, of the same files. In
rounds of 100 photos, ours and the baseline in turn; all rounds go into one case. Its file then is the figure of size, the
importing process that of memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.bench.cases import CASE_NAME, made_case
from tests.bench.figures import Figure, Goal, in_turn
from tests.bench.pictures import distinct_photos
from tests.bench.place import Place
from tests.bench.processes import MB, has_programs, run_job, shell_seconds

ROUNDS = 3


def measure(place: Place) -> list[Figure]:
    """Measure rate, memory and size."""
    per_round = place.sized(100, 12)
    lists = write_lists(place, distinct_photos(place, per_round * ROUNDS), per_round)
    folder = place.folder("import")
    with made_case(folder):
        pass
    peaks: list[int] = []

    def ours(number: int) -> float:
        done = run_job("importing.bulk_import_job", folder, lists[number])
        peaks.append(done["peak_bytes"])
        return float(done["seconds"])

    def baseline(number: int) -> float:
        return shell_seconds("importing/bulk_import_baseline.sh", lists[number], place.scratch / f"baseline-{number}")

    count = f"{per_round * ROUNDS} photos"
    what = f"bulk import of {count}: rate over cp, fsync, sha256sum, vipsthumbnail"
    if has_programs("vipsthumbnail", "sha256sum", "xargs", "awk"):
        turns = in_turn(ROUNDS, ours, baseline)
        rate = Figure(what, turns.rate_ratio, "x", Goal.AT_LEAST, 1.5, turns.seconds())
    else:
        alone = [ours(number) for number in range(ROUNDS)]
        rate = Figure(what, None, "x", Goal.AT_LEAST, 1.5, f"vipsthumbnail is not installed; ours {sum(alone):.1f} s")
    return [
        rate,
        Figure(f"memory of the process that imports {count}", max(peaks) / MB, "MB", Goal.AT_MOST, 600),
        _size(folder / CASE_NAME, lists, count),
    ]


def write_lists(place: Place, photos: Sequence[Path], per_round: int) -> list[Path]:
    """Write the paths of each round into a file of its own, one a line."""
    lists = []
    for number in range(len(photos) // per_round):
        path = place.scratch / f"list-{number}"
        chosen = photos[number * per_round : (number + 1) * per_round]
        path.write_text("".join(f"{photo}\n" for photo in chosen))
        lists.append(path)
    return lists


def _size(case: Path, lists: Sequence[Path], count: str) -> Figure:
    paths = [Path(line) for listed in lists for line in listed.read_text().splitlines()]
    originals = sum(path.stat().st_size for path in paths)
    held = case.stat().st_size
    note = f"{held / MB:.0f} MB for {originals / MB:.0f} MB"
    what = f"case file of {count} over its originals, previews included"
    return Figure(what, held / originals, "x", Goal.AT_MOST, 1.10, note)
