"""Pages of a centre with many claims, answered to the office: the first, one far down, one looked for; and an inbox.

Each claim has a task of one surveyor's, and is told in their inbox. Ten thousand on either engine, two hundred thousand on
PostgreSQL. Measured at the application itself, without a network, the median of several.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert, select, text
from sqlalchemy.orm import Session

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.claim_lists import Wanted, read_page
from surveyor_app.central.claims.inbox import read_inbox
from surveyor_app.central.claims.work_list import finding, lines
from surveyor_app.central.claims.work_list.filters import Due, Sort, WorkFilter
from surveyor_app.central.claims.work_list.finding import Reader
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.work_list.listing import DESK_CLAIMS, work_lines
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.storage.schema import inbox, opened_cases, work_marks
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.journal.identifiers import new_case_id, new_record_id
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.process.permissions import EVERYDAY
from surveyor_app.protocol.decoding import message_to_json
from surveyor_app.records.schema import PROJECTIONS, cases
from surveyor_app.wording.languages import chinese
from tests.bench.figures import Figure, Goal
from tests.bench.place import Place
from tests.postgres_server import DURABLE, find_binaries, running_server

USER = "bench"
TURNS = 9
AT_ONCE = 2_000
FIRST = datetime(2026, 1, 1, tzinfo=UTC)
DUE = ("due_at_utc", "due_at_offset", "due_at_trust")
LATE = WorkFilter(holder=USER, due=Due.OVERDUE, sort=Sort.DUE)


def measure(place: Place) -> list[Figure]:
    """Measure both engines."""
    few = place.sized(10_000, 2_000)
    figures = _on(place, "SQLite", None, few, 100)
    binaries = find_binaries()
    if binaries is None:
        place.say("no PostgreSQL here")
        return figures
    with running_server(binaries, DURABLE) as server:
        for count, goal in ((few, 100), (place.sized(200_000, 20_000), 200)):
            with server.fresh_database() as database:
                figures += _on(place, "PostgreSQL", database, count, goal)
    return figures


def _on(place: Place, engine: str, database: str | None, count: int, goal: float) -> list[Figure]:
    with closing(Centre(CentreConfig(place.folder(f"{engine}-{count}"), database))) as centre:
        for start in range(0, count, AT_ONCE):
            with centre.database.write() as session:
                for table, rows in _rows(start, min(start + AT_ONCE, count)).items():
                    session.execute(insert(table), rows)
        lines.bring_up_to_date(centre)
        if database is not None:
            with centre.database.write() as session:
                session.execute(text("ANALYZE"))
        with centre.database.read() as session:
            middle = session.scalar(
                select(opened_cases.c.case_id).order_by(opened_cases.c.opened_at).offset(count // 2)
            )
        asked: Mapping[str, Callable[[Session], Any]] = {
            "first page of the list": lambda session: read_page(session, Wanted()).lines,
            "page in the middle of the list": lambda session: read_page(session, Wanted(before=middle)).lines,
            "one claim found by its plate": lambda session: read_page(session, Wanted(find=f"A{count // 3:05}")).lines,
            "first page of the work list, counted": lambda session: _work(session, WorkFilter(), None),
            "overdue claims of one surveyor, due first": lambda session: _work(session, LATE, None),
            "middle of the work list, due first": lambda session: _work(session, WorkFilter(sort=Sort.DUE), middle),
            "page of an inbox": lambda session: read_inbox(session, USER, count // 2).assignments,
        }
        times = {name: list(_times(centre, ask)) for name, ask in asked.items()}
    return [
        Figure(f"{name}, {count:,} claims, {engine}", 1000 * statistics.median(found), "ms", Goal.AT_MOST, goal, _note(found))
        for name, found in times.items()
    ]  # fmt: skip


def _work(session: Session, wanted: WorkFilter, before: str | None) -> Any:
    """Ask all that the desk asks for one page of the work list."""
    reader = Reader(EVERYDAY, FIRST + timedelta(days=1))
    page = finding.read_work(session, wanted, reader, DESK_CLAIMS, before=before, after=None)
    shown = work_lines(session, DeskPages(chinese(), "bench"), page.found, reader)
    counts = finding.read_counts(session, reader)
    return [line.claim for line in shown] if counts.total else []


def _times(centre: Centre, ask: Callable[[Session], Any]) -> Iterator[float]:
    for _ in range(TURNS):
        started = time.monotonic()
        with centre.database.read() as session:
            answer = message_to_json(ask(session))
        yield time.monotonic() - started
        if not answer:
            raise SystemExit("the page is empty")


def _note(found: Sequence[float]) -> str:
    return f"from {1000 * min(found):.0f} to {1000 * max(found):.0f} ms"


def _rows(start: int, end: int) -> Mapping[Any, list[dict[str, Any]]]:
    """Return what the tables show of claims opened by the office, each with its task."""
    claims, tasks = PROJECTIONS[Claim.KIND], PROJECTIONS[Task.KIND]
    tables = (opened_cases, work_marks, cases, claims, tasks, inbox)
    rows: dict[Any, list[dict[str, Any]]] = {table: [] for table in tables}
    for number in range(start, end):
        case, task = new_case_id(), new_record_id()
        at = utc_text(FIRST + timedelta(minutes=number))
        shown = {"case_id": case, "withdrawn": False, "sealed": False, "conflicts": []}
        is_due = number % 3 > 0
        due = {"due_at_utc": at, "due_at_offset": 480, "due_at_trust": "centre"} if is_due else dict.fromkeys(DUE)
        called = {"report_no": f"RD2026{number:09}", "insured_name": f"李{number}", "plate_no": f"沪A{number:05}"}
        rows[opened_cases].append({"case_id": case, "opened_by": "office", "opened_at": at})
        rows[work_marks].append({"mark": case, "case_id": case})
        rows[cases].append({"id": case, "alias_of": None, "number_known": 3})
        rows[claims].append({**shown, "id": new_record_id(), **called})
        rows[tasks].append({**shown, "id": task, "task_kind": "scene", "task_status": "new", "owner": USER, **due})
        rows[inbox].append({"user": USER, "number": number + 1, "case_id": case, "task_id": task, "given_at": at})
    return rows
