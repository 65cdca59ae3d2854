"""The office's list of claims, newest first, a page at a time: however many there are, a page asks for no more than it shows.

A page begins after a case that was shown, not after a number of lines: so it costs the same far down the list, and nothing is
passed over or shown twice when claims are opened meanwhile.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, Text, cast, func, or_, select, tuple_
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from surveyor_app.central.claims.task_standing import standing_of
from surveyor_app.central.storage.schema import opened_cases, receipts
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.journal.identifiers import is_uuid
from surveyor_app.domain.wire_errors import BadMessage
from surveyor_app.protocol.limits import MAX_CLAIMS
from surveyor_app.protocol.messages import ClaimLine, TaskLine
from surveyor_app.records.schema import PROJECTIONS
from surveyor_app.records.summaries.overviews import fields_of, standings

LONGEST_SEARCH = 100
MOST_FEW = 2_000
"""So many cases with a text are put in order; where there are more, the list is gone along until a page is full."""

_CLAIMS = PROJECTIONS[Claim.KIND]
_NAMES = ("report_no", "insured_name", "plate_no")
_ORDER = (opened_cases.c.opened_at, opened_cases.c.case_id)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which page: the claims opened before a case, or after it, or the newest; with a text to find only those that have it."""

    before: str | None = None
    after: str | None = None
    find: str = ""
    limit: int = MAX_CLAIMS


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """Some claims, newest first, and whether there are older and newer ones."""

    lines: tuple[ClaimLine, ...]
    has_older: bool
    has_newer: bool


def read_page(session: Session, wanted: Wanted) -> ClaimPage:
    """Return a page.

    Raises:
        BadMessage: both ends are named, or one is no id of a case, or the text is too long.
        NotFound: the case named was never opened here.
    """
    if (wanted.before is not None and wanted.after is not None) or not 1 <= wanted.limit <= MAX_CLAIMS:
        raise BadMessage(reason="page")
    query = matching(session, wanted.find.strip())
    end = wanted.before or wanted.after
    if end is not None:
        place, spot = tuple_(*_ORDER), _place_of(session, end)
        query = query.where(place < spot if wanted.before is not None else place > spot)
    upwards = wanted.after is not None
    query = query.order_by(*(column if upwards else column.desc() for column in _ORDER))
    rows = session.scalars(query.limit(wanted.limit + 1)).all()
    is_cut, found = len(rows) > wanted.limit, list(rows[: wanted.limit])
    lines = lines_of(session, found[::-1] if upwards else found)
    return ClaimPage(lines, has_older=upwards or is_cut, has_newer=is_cut if upwards else wanted.before is not None)


def read_all(session: Session) -> Iterator[ClaimLine]:
    """Give out all claims, page by page."""
    before: str | None = None
    while True:
        page = read_page(session, Wanted(before))
        yield from page.lines
        if not page.has_older:
            return
        before = page.lines[-1].case


def matching(session: Session, text: str) -> Select[str]:
    """Return the query for the cases with a text in number, name or plate, or of that id.

    Raises:
        BadMessage: the text is too long.
    """
    query = select(opened_cases.c.case_id)
    if len(text) > LONGEST_SEARCH:
        raise BadMessage(reason="find")
    if not text:
        return query
    contains: list[ColumnElement[bool]] = [_CLAIMS.c[name].icontains(text, autoescape=True) for name in _NAMES]
    named = select(_CLAIMS.c.case_id).where(_CLAIMS.c.withdrawn.is_(False), or_(*contains))
    called = opened_cases.c.case_id == text.lower()
    if session.get_bind().dialect.name != "postgresql":
        return query.where(or_(opened_cases.c.case_id.in_(named), called))
    # Left to itself the server looks through all claims wherever it takes many of them to have the text.
    session.execute(sql("SET LOCAL enable_seqscan = off"))
    session.execute(sql("SET LOCAL jit = off"))
    few = _few(session, named, text)
    if few is not None:
        return query.where(opened_cases.c.case_id.in_([*few, text.lower()]))
    # Many have it: then a page is full soon, whichever it is.
    return query.where(or_(named.where(_CLAIMS.c.case_id == opened_cases.c.case_id).exists(), called))


def _few(session: Session, named: Select[str], text: str) -> Sequence[str] | None:
    """Return the cases with claims that have a text, by the index of what they have (central 0008); ``None`` for many."""
    if len(text) < 2:
        return None
    held = func.surveyor_grams(*(_CLAIMS.c[name] for name in _NAMES), type_=ARRAY(Text))
    wanted = func.surveyor_grams(cast(text, Text), type_=ARRAY(Text))
    found = session.scalars(named.where(held.contains(wanted)).limit(MOST_FEW + 1)).all()
    return found if len(found) <= MOST_FEW else None


def _place_of(session: Session, case: str) -> tuple[str, str]:
    if not is_uuid(case):
        raise BadMessage(reason="case")
    opened_at = session.scalar(select(opened_cases.c.opened_at).where(opened_cases.c.case_id == case))
    if opened_at is None:
        raise NotFound(what="case", id=case)
    return opened_at, case


def lines_of(session: Session, found: Sequence[str]) -> tuple[ClaimLine, ...]:
    """Return what a list shows of some cases, in their order."""
    claims = fields_of(session, Claim, found, _NAMES)
    tasks = fields_of(session, Task, found, ("task_kind", "owner", "task_status", "sealed"))
    numbers, others = standings(session, found)
    kinds: dict[str, set[str]] = defaultdict(set)
    given = select(receipts.c.case_id, receipts.c.kind).where(receipts.c.case_id.in_(found)).distinct()
    for row in session.execute(given):
        kinds[row.case_id].add(row.kind)
    lines = []
    for case in found:
        claim = next(iter(claims.get(case, ())), None)
        own = tasks.get(case, ())
        line = ClaimLine(
            case=case,
            number=numbers.get(case, 0),
            report_no=claim.report_no if claim else None,
            insured_name=claim.insured_name if claim else None,
            plate_no=claim.plate_no if claim else None,
            owner=own[0].owner if own else None,
            tasks=tuple(
                TaskLine(task.id, task.task_kind, task.owner, standing_of(session, case, task), task.sealed)
                for task in own
            ),
            # "full" sorts before "partial": the better of the two.
            receipt=min(kinds[case], default=None),
            joined=tuple(sorted(others.get(case, set()) - {case})),
        )
        lines.append(line)
    return tuple(lines)
