"""How old the claims are that still wait, by stage, and how fast the reports of a period were answered (时效统计)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from surveyor_app.central.storage.schema import opened_cases, work_list
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.journal.instants import parse_utc, utc_text
from surveyor_app.domain.process.stages import Stage
from surveyor_app.records.schema import PROJECTIONS
from surveyor_app.wording.findings.clocks import ServiceLevel, load_service_levels

AGES = (1, 3, 7, 15, 30)
"""Days up to which claims are counted together; what is older comes last."""
_CLAIMS, _TASKS = PROJECTIONS[Claim.KIND], PROJECTIONS[Task.KIND]
_OF_CLAIM, _OF_TASK = ("reported_at",), ("dispatched_at", "contacted_at", "arrived_at", "left_at")


@dataclass(frozen=True, slots=True)
class Response:
    """One standard of the insurer's own: how often it could be measured, how often it was kept, and how long it took."""

    level: ServiceLevel
    count: int
    kept: int
    median: timedelta | None
    ninth_tenth: timedelta | None


def read_ages(session: Session, now: datetime) -> Mapping[str, Sequence[int]]:
    """Return for each stage how many claims wait there, by how long ago they were opened (:data:`AGES`)."""
    opened_day = func.substr(work_list.c.opened_at, 1, 10)
    ages: dict[str, Counter[int]] = {stage.value: Counter() for stage in Stage}
    query = select(work_list.c.waiting, opened_day, func.count()).group_by(work_list.c.waiting, opened_day)
    for waiting, day, number in session.execute(query):
        days = (now.date() - datetime.fromisoformat(day).date()).days
        place = next((place for place, most in enumerate(AGES) if days < most), len(AGES))
        for stage in ages.keys() & waiting.split():
            ages[stage][place] += number
    return {stage: [counted[place] for place in range(len(AGES) + 1)] for stage, counted in ages.items()}


def read_responses(session: Session, resources: Path, since: datetime) -> Sequence[Response]:
    """Return how the standards were kept for claims opened since then; the first task of each that has the instants counts."""
    levels = [
        level
        for level in load_service_levels(resources)
        if {level.starts, level.ends} <= {*_OF_CLAIM, *_OF_TASK} and level.insurer is None and level.region is None
    ]
    times: dict[str, list[timedelta]] = {level.id: [] for level in levels}
    columns = [
        *(_CLAIMS.c[f"{name}_utc"].label(name) for name in _OF_CLAIM),
        *(_TASKS.c[f"{name}_utc"].label(name) for name in _OF_TASK),
    ]
    query = (
        select(_CLAIMS.c.case_id, _TASKS.c.id, *columns)
        .join(_TASKS, (_TASKS.c.case_id == _CLAIMS.c.case_id) & _TASKS.c.withdrawn.is_(False))
        .join(opened_cases, opened_cases.c.case_id == _CLAIMS.c.case_id)
        .where(_CLAIMS.c.withdrawn.is_(False), opened_cases.c.opened_at >= utc_text(since))
    )
    seen: set[tuple[str, str]] = set()
    for row in sorted(session.execute(query), key=lambda row: str(row.id)):
        told = row._mapping
        for level in levels:
            started, ended = told[level.starts], told[level.ends]
            if started and ended and (level.id, row.case_id) not in seen:
                seen.add((level.id, row.case_id))
                times[level.id].append(parse_utc(ended) - parse_utc(started))
    return [_response(level, times[level.id]) for level in levels]


def _response(level: ServiceLevel, found: Sequence[timedelta]) -> Response:
    kept = sum(taken <= level.time for taken in found)
    if not found:
        return Response(level, 0, 0, None, None)
    ordered = sorted(found)
    ninth = ordered[min(len(ordered) - 1, (9 * len(ordered)) // 10)]
    return Response(level, len(ordered), kept, ordered[len(ordered) // 2], ninth)
