"""Filters of the work list that somebody keeps under a name: each account its own."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

from sqlalchemy import delete, func, select
from sqlalchemy import insert as insert_into
from sqlalchemy.orm import Session

from surveyor_app.central.claims.work_list.filters import WorkFilter, filter_of
from surveyor_app.central.storage.schema import saved_filters
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.wire_errors import BadMessage

MOST = 20
LONGEST_NAME = 40


def read_saved(session: Session, user: str) -> Mapping[str, WorkFilter]:
    """Return what an account keeps, by name; what a newer version kept and this one cannot read is left out."""
    rows = session.execute(select(saved_filters).where(saved_filters.c.user == user)).all()
    found: dict[str, WorkFilter] = {}
    for row in sorted(rows, key=lambda row: str(row.name)):
        try:
            found[row.name] = filter_of(dict(parse_qsl(row.query)))
        except BadMessage:
            continue
    return found


def save(session: Session, user: str, name: str, wanted: WorkFilter) -> None:
    """Keep a filter; one of the same name is replaced.

    Raises:
        InputError: the name is empty or too long, or there are too many.
    """
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
        raise InputError(field="name", reason="characters or length")
    forget(session, user, name)
    kept = session.scalar(select(func.count()).select_from(saved_filters).where(saved_filters.c.user == user)) or 0
    if kept >= MOST:
        raise InputError(field="name", reason="too many", limit=MOST)
    values = {"user": user, "name": name, "query": urlencode(wanted.query())}
    session.execute(insert_into(saved_filters).values(**values))


def forget(session: Session, user: str, name: str) -> None:
    """Keep a filter no more."""
    session.execute(delete(saved_filters).where(saved_filters.c.user == user, saved_filters.c.name == name))
