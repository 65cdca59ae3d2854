"""Journals that grow: one record edited thousands of times, and the rate of adding when there are tens of thousands already."""

from __future__ import annotations

import statistics
import time

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.people.people import Person
from tests.bench.cases import made_case
from tests.bench.figures import Figure, Goal
from tests.bench.place import Place

BATCH = 500


def measure(place: Place) -> list[Figure]:
    """Measure both."""
    edits, entries = place.sized(3000, 300), place.sized(50_000, 2000)
    with made_case(place.folder("long-record")) as case:
        record = new_record_id()
        _add(case, [_step(record, 0, Action.CREATE)])
        before = statistics.median(_alone(case, record) for _ in range(10))
        for start in range(0, edits, BATCH):
            _add(case, [_step(record, start + number) for number in range(BATCH)])
        after = statistics.median(_alone(case, record) for _ in range(10))
    with made_case(place.folder("many-entries")) as case:
        rates = [_rate(case) for _ in range(entries // BATCH)]
    first, last = (statistics.median(part) for part in (rates[:4], rates[-4:]))
    return [
        Figure(
            f"one more edit of a record edited {edits:,} times, beyond its first",
            1000 * (after - before), "ms", Goal.AT_MOST, 10, f"{1000 * before:.1f} ms at first, {1000 * after:.1f} ms then",
        ),
        Figure(
            f"rate of adding at {entries:,} entries, of that at the beginning",
            last / first, "x", Goal.AT_LEAST, 0.9, f"{first:,.0f} /s at first, {last:,.0f} /s at the end",
        ),
    ]  # fmt: skip


def _step(record: RecordId, number: int, action: Action = Action.CHANGE) -> Step:
    return Step(action, Person.KIND, record, encode_fields(Person.KIND, {"name": f"王{number}"}))


def _add(case: CaseFile, steps: list[Step]) -> None:
    with case.write() as session:
        case.append_all(session, [[step] for step in steps])


def _alone(case: CaseFile, record: RecordId) -> float:
    started = time.monotonic()
    case.apply([_step(record, time.monotonic_ns())], "bench")
    return time.monotonic() - started


def _rate(case: CaseFile) -> float:
    started = time.monotonic()
    _add(case, [_step(new_record_id(), number, Action.CREATE) for number in range(BATCH)])
    return BATCH / (time.monotonic() - started)
