"""Who saw what of a claim and when (查阅审计): one line each time, chained by hashes, which nobody changes or takes away.

There is no act that writes here but seeing something, and the database itself refuses to change or delete a line. Whoever gets
around that breaks the chain: each line's hash covers the line before it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, insert, select, text
from sqlalchemy.orm import Session

from surveyor_app.central.storage.schema import views
from surveyor_app.domain.journal.instants import utc_text

_TURN = 0x7669657773 % 2**62
"""An arbitrary number that all nodes agree on, so that lines are chained one after another."""
_FIRST = "0" * 64
AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class View:
    """One line: who saw what, of which claim, and when (UTC text)."""

    number: int
    at: str
    user: str
    case: str
    thing: str
    item: str
    hash: str


@dataclass(frozen=True, slots=True)
class ViewFilter:
    """Lines with all of this; days are UTC, both included."""

    case: str = ""
    user: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """How far the chain holds: ``broken_at`` is the first line that does not follow from the one before it."""

    count: int
    head: str
    broken_at: int | None


def note(session: Session, user: str, case: str, thing: str, item: str, now: datetime) -> None:
    """Keep that somebody saw something, before it is shown."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": _TURN})
    last = session.execute(select(views.c.number, views.c.hash).order_by(views.c.number.desc()).limit(1)).one_or_none()
    number, before = (1, _FIRST) if last is None else (last.number + 1, last.hash)
    told = {"number": number, "at": utc_text(now), "user": user, "case_id": case, "thing": thing, "item": item}
    session.execute(insert(views).values(**told, hash=_hash(before, told)))


def read_views(session: Session, wanted: ViewFilter, limit: int, before: int | None = None) -> list[View]:
    """Return lines, the newest first, those below a number."""
    query = select(views).where(*_conditions(wanted)).order_by(views.c.number.desc()).limit(limit)
    if before is not None:
        query = query.where(views.c.number < before)
    return [View(*row) for row in session.execute(query)]


def count_views(session: Session, wanted: ViewFilter) -> int:
    """Return how many lines there are."""
    return session.scalar(select(func.count()).select_from(views).where(*_conditions(wanted))) or 0


def check_chain(session: Session) -> Chain:
    """Follow the chain from its first line to its last."""
    before, count = _FIRST, 0
    for row in _all_lines(session):
        told = {name: getattr(row, name) for name in ("number", "at", "user", "case", "thing", "item")}
        told["case_id"] = told.pop("case")
        if row.number != count + 1 or row.hash != _hash(before, told):
            return Chain(count, before, row.number)
        before, count = row.hash, count + 1
    return Chain(count, before, None)


def _all_lines(session: Session) -> Iterator[View]:
    after = 0
    while True:
        query = select(views).where(views.c.number > after).order_by(views.c.number).limit(AT_ONCE)
        rows = [View(*row) for row in session.execute(query)]
        yield from rows
        if len(rows) < AT_ONCE:
            return
        after = rows[-1].number


def _hash(before: str, told: dict[str, object]) -> str:
    line = json.dumps([before, *(told[name] for name in ("number", "at", "user", "case_id", "thing", "item"))])
    return hashlib.sha256(line.encode()).hexdigest()


def _conditions(wanted: ViewFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.case:
        found.append(views.c.case_id == wanted.case)
    if wanted.user:
        found.append(views.c.user == wanted.user)
    if wanted.since:
        found.append(views.c.at >= wanted.since)
    if wanted.until:
        found.append(views.c.at < f"{wanted.until}T99")
    return found
