"""Open a case of 2,000 photos and read its first page of thumbnails, without the window; ``open_window`` is with it.

The file lies in the system's cache: what is measured is the program, not the disk.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.intake.evidence import thumbnail
from surveyor_app.records import reading
from tests.bench.cases import CASE_NAME, PASSPHRASE
from tests.bench.figures import Figure, Goal
from tests.bench.opening.big_case import big_case
from tests.bench.place import Place

ROUNDS = 7
PAGE = 30
"""A first page: more than the grid shows at 1280 by 720."""


def measure(place: Place) -> list[Figure]:
    """Measure opening, listing and the first page."""
    folder, count = big_case(place)
    with Profile.unlock(folder / "profile", PASSPHRASE) as profile:
        _open(profile, folder / CASE_NAME)
        milliseconds = [1000 * _open(profile, folder / CASE_NAME) for _ in range(ROUNDS)]
    what = f"open a case of {count} photos, its list and the first {PAGE} thumbnails read"
    note = " / ".join(f"{one:.0f}" for one in milliseconds) + " ms"
    return [Figure(what, statistics.median(milliseconds), "ms", Goal.AT_MOST, 300, note)]


def _open(profile: Profile, path: Path) -> float:
    started = time.monotonic()
    with open_case(profile, path) as case:
        with case.read() as session:
            first = reading.ids(session, case.case_id, Evidence)[:PAGE]
            records = [reading.get(session, case.case_id, Evidence, record_id) for record_id in first]
        pictures = [thumbnail(case, found.sha256) for found in records if found is not None and found.sha256]
        seconds = time.monotonic() - started
    if len(pictures) != PAGE or None in pictures:
        raise SystemExit("not every photo of the first page has a thumbnail")
    return seconds
