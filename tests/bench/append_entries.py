"""Entries appended to a real case file: many in one transaction, as an import does, and one alone, as an edit does.

One alone counts beyond its fsync: against a plain file on the same disk to which as many bytes are appended and pressed to disk,
in turn.
"""

from __future__ import annotations

import os
import statistics
import time
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.people.people import Person
from tests.bench.cases import CASE_NAME, made_case
from tests.bench.figures import Figure, Goal, in_turn
from tests.bench.place import Place

BATCH = 1000


def measure(place: Place) -> list[Figure]:
    """Measure both."""
    folder = place.folder("entries")
    with made_case(folder) as case:
        rates = [_batch(case) for _ in range(place.sized(5, 3))]
        wal = Path(f"{folder / CASE_NAME}-wal")
        case.checkpoint()
        _alone(case)
        size = wal.stat().st_size
        with (folder / "plain").open("wb", buffering=0) as plain:
            turns = in_turn(place.sized(100, 30), lambda _: _alone(case), lambda _: _pressed(plain.fileno(), size))
    beyond = [1000 * (ours - baseline) for ours, baseline in zip(turns.ours, turns.baseline, strict=True)]
    whole, fsync = 1000 * statistics.median(turns.ours), 1000 * statistics.median(turns.baseline)
    return [
        Figure(
            f"entries appended a second, {BATCH} operations in a transaction",
            statistics.median(rates), "/s", Goal.AT_LEAST, 2000, " / ".join(f"{rate:,.0f}" for rate in rates) + " /s",
        ),
        Figure(
            "one entry alone, beyond its fsync",
            statistics.median(beyond), "ms", Goal.AT_MOST, 5,
            f"medians: {whole:.1f} ms whole, {fsync:.1f} ms to append {size / 1000:.0f} kB to a plain file and press it to disk",
        ),
    ]  # fmt: skip


def _steps() -> list[Step]:
    fields = encode_fields(
        Person.KIND, {"name": "王小明", "phone": "13800138000", "address": "上海市浦东新区世纪大道100号"}
    )
    return [Step(Action.CREATE, Person.KIND, new_record_id(), fields)]


def _batch(case: CaseFile) -> float:
    operations = [_steps() for _ in range(BATCH)]
    started = time.monotonic()
    with case.write() as session:
        case.append_all(session, operations)
    return BATCH / (time.monotonic() - started)


def _alone(case: CaseFile) -> float:
    steps = _steps()
    started = time.monotonic()
    case.apply(steps, "bench")
    return time.monotonic() - started


def _pressed(descriptor: int, size: int) -> float:
    data = os.urandom(size)
    started = time.monotonic()
    os.write(descriptor, data)
    os.fsync(descriptor)
    return time.monotonic() - started
