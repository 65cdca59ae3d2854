"""Storing originals safely alone: read once, hash, encrypt, commit, read back and hash again; no previews.

Against per file ``cp``, fsync and ``sha256sum`` of the same files, in turn.
"""

from __future__ import annotations

import time
from pathlib import Path

from surveyor_app.casefile.storing import Incoming, store_many
from surveyor_app.operations.intake.evidence_sources import Source
from tests.bench.cases import made_case
from tests.bench.figures import Figure, Goal, in_turn
from tests.bench.importing.bulk_import import write_lists
from tests.bench.pictures import distinct_photos
from tests.bench.place import Place
from tests.bench.processes import shell_seconds


def measure(place: Place) -> list[Figure]:
    """Measure the rate."""
    rounds, per_round = place.sized(5, 3), place.sized(60, 12)
    lists = write_lists(place, distinct_photos(place, rounds * per_round), per_round)
    with made_case(place.folder("store")) as case:

        def ours(number: int) -> float:
            paths = [Path(line) for line in lists[number].read_text().splitlines()]
            started = time.monotonic()
            stored = [done.stored for done in store_many(case, (Incoming(Source(path).chunks) for path in paths))]
            seconds = time.monotonic() - started
            if None in stored:
                raise SystemExit("not all were stored")
            return seconds

        turns = in_turn(
            rounds,
            ours,
            lambda number: shell_seconds(
                "importing/stored_safely_baseline.sh", lists[number], place.scratch / f"baseline-{number}"
            ),
        )
    what = f"stored safely, {rounds} times {per_round} photos without previews: rate over cp, fsync, sha256sum"
    return [Figure(what, turns.rate_ratio, "x", Goal.AT_LEAST, 0.7, turns.seconds())]
