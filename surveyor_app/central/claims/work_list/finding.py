"""Finds claims in the work list: a page of those that a filter asks for, how many there are, and the neighbours of one.

A page begins after a claim that was shown, as in :mod:`surveyor_app.central.claims.claim_lists`: it costs the same far down.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from sqlalchemy import ColumnElement, Select, func, or_, select, tuple_
from sqlalchemy import case as case_of
from sqlalchemy.orm import Session

from surveyor_app.central.claims.claim_lists import matching
from surveyor_app.central.claims.work_list.filters import Due, Sort, WorkFilter
from surveyor_app.central.claims.work_list.lines import COMPLAINED, NEVER, STOPPED
from surveyor_app.central.storage.schema import work_list
from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.journal.identifiers import is_uuid
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.process.permissions import OfficeRole
from surveyor_app.domain.process.stages import Stage, Waits
from surveyor_app.domain.wire_errors import BadMessage

_ZONE = timezone(timedelta(minutes=480))
"""Where a day of the office begins: China's (UTC+08:00)."""
_COLUMN = {Sort.NEWEST: "opened_at", Sort.OLDEST: "opened_at", Sort.DUE: "due_at", Sort.REPORT_NO: "report_no"}


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks, and when."""

    roles: Collection[OfficeRole]
    now: datetime

    @property
    def waits(self) -> list[str]:
        """Return as whom claims wait for them."""
        return [whom.value for whom in Waits if whom.value in self.roles]


@dataclass(frozen=True, slots=True)
class WorkPage:
    """Some claims in the order asked for, whether there are others before and after them, and how many there are in all."""

    found: Sequence[str]
    has_before: bool
    has_after: bool
    total: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many claims there are, of all that the reader may see."""

    total: int
    mine: int
    overdue: int
    unassigned: int
    returned: int
    cancelled: int
    complained: int
    stages: Mapping[str, int]


def read_work(
    session: Session, wanted: WorkFilter, reader: Reader, limit: int, *, before: str | None, after: str | None
) -> WorkPage:
    """Return a page: what follows the claim ``before``, or precedes the claim ``after``, or the first.

    Raises:
        BadMessage: both ends are named, or one is no id of a case.
        NotFound: the case named is not in the list.
    """
    if before is not None and after is not None:
        raise BadMessage(reason="page")
    conditions = conditions_of(session, wanted, reader)
    backwards = after is not None
    end = before if before is not None else after
    query = _ordered(
        _beyond(session, select(work_list.c.case_id).where(*conditions), wanted, end, backwards), wanted, backwards
    )
    rows = session.scalars(query.limit(limit + 1)).all()
    is_cut, found = len(rows) > limit, list(rows[:limit])
    total = session.scalar(select(func.count()).select_from(work_list).where(*conditions)) or 0
    if backwards:
        return WorkPage(found[::-1], has_before=is_cut, has_after=True, total=total)
    return WorkPage(found, has_before=before is not None, has_after=is_cut, total=total)


def all_found(session: Session, wanted: WorkFilter, reader: Reader, limit: int) -> list[str]:
    """Return the cases of all claims that a filter asks for, in its order, at most ``limit``."""
    query = select(work_list.c.case_id).where(*conditions_of(session, wanted, reader))
    return list(session.scalars(_ordered(query, wanted, backwards=False).limit(limit)))


def neighbours(session: Session, wanted: WorkFilter, reader: Reader, case: str) -> tuple[str | None, str | None]:
    """Return the claims before and after one, as the list has them; it need not be in the list any more."""
    conditions = conditions_of(session, wanted, reader)
    found = []
    for backwards in (True, False):
        query = _beyond(session, select(work_list.c.case_id).where(*conditions), wanted, case, backwards)
        found.append(session.scalar(_ordered(query, wanted, backwards).limit(1)))
    return found[0], found[1]


def read_counts(session: Session, reader: Reader) -> Counts:
    """Count all claims in one go: by what they wait for there are only few kinds of lines."""
    late_ones = func.sum(case_of((work_list.c.due_at < utc_text(reader.now), 1), else_=0))
    kinds = (work_list.c.waiting, work_list.c.waits_for, work_list.c.is_unassigned, work_list.c.is_returned)
    stages: Counter[str] = Counter()
    sums: Counter[str] = Counter()
    # By the index of just these columns.
    for waiting, whom, unassigned, returned, late, number in session.execute(
        select(*kinds, late_ones, func.count()).group_by(*kinds)
    ):
        sums["total"] += number
        sums["overdue"] += late
        sums["unassigned"] += number if unassigned else 0
        sums["returned"] += number if returned else 0
        sums["cancelled"] += number if STOPPED in waiting.split() else 0
        sums["complained"] += number if COMPLAINED in waiting.split() else 0
        sums["mine"] += number if set(whom.split()) & set(reader.waits) else 0
        stages.update(dict.fromkeys(waiting.split(), number))
    return Counts(
        sums["total"],
        sums["mine"],
        sums["overdue"],
        sums["unassigned"],
        sums["returned"],
        sums["cancelled"],
        sums["complained"],
        {stage.value: stages[stage.value] for stage in Stage},
    )


def conditions_of(session: Session, wanted: WorkFilter, reader: Reader) -> list[ColumnElement[bool]]:
    """Return what a line must be for a filter."""
    line = work_list.c
    found: list[ColumnElement[bool]] = []
    if wanted.find:
        found.append(line.case_id.in_(matching(session, wanted.find)))
    for column, value in (
        (line.waiting, wanted.stage),
        (line.waiting, wanted.cancelled and STOPPED),
        (line.waiting, wanted.complained and COMPLAINED),
        (line.waits_for, wanted.waits_for),
        (line.holders, wanted.holder),
    ):
        if value:
            found.append(_has(column, value))
    if wanted.cause:
        found.append(line.loss_cause == wanted.cause)
    if wanted.unassigned:
        found.append(line.is_unassigned.is_(True))
    if wanted.returned:
        found.append(line.is_returned.is_(True))
    if wanted.mine:
        found.append(
            or_(*(_has(line.waits_for, whom) for whom in reader.waits)) if reader.waits else line.case_id == ""
        )
    if wanted.due:
        found.append(line.due_at < utc_text(_end(Due(wanted.due), reader.now)))
        found.append(line.due_at < NEVER)
    return found


def _has(column: ColumnElement[str], word: str) -> ColumnElement[bool]:
    return column.contains(f" {word} ", autoescape=True)


def _end(due: Due, now: datetime) -> datetime:
    if due is Due.OVERDUE:
        return now
    midnight = now.astimezone(_ZONE).replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + timedelta(days=1 if due is Due.TODAY else 7)


def _beyond(session: Session, query: Select[str], wanted: WorkFilter, end: str | None, backwards: bool) -> Select[str]:
    if end is None:
        return query
    if not is_uuid(end):
        raise BadMessage(reason="case")
    column = work_list.c[_COLUMN[Sort(wanted.sort)]]
    spot = session.execute(select(column, work_list.c.case_id).where(work_list.c.case_id == end)).one_or_none()
    if spot is None:
        raise NotFound(what="case", id=end)
    place = tuple_(column, work_list.c.case_id)
    return query.where(place < tuple_(*spot) if _descends(wanted) != backwards else place > tuple_(*spot))


def _ordered(query: Select[str], wanted: WorkFilter, backwards: bool) -> Select[str]:
    columns = (work_list.c[_COLUMN[Sort(wanted.sort)]], work_list.c.case_id)
    return query.order_by(*(column.desc() if _descends(wanted) != backwards else column for column in columns))


def _descends(wanted: WorkFilter) -> bool:
    return wanted.sort == Sort.NEWEST
