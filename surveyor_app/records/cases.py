"""The row of a case: its lock, the alias, and how many numbers of the centre are known without a gap."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from surveyor_app.records.engines.listed import listed
from surveyor_app.records.schema import cases, journal

# Made once: what is asked at every push costs less than the asking otherwise.
_KNOWN = select(cases.c.number_known).where(cases.c.id == bindparam("case"))
_LOCK = _KNOWN.with_for_update()
_LOCK_MANY = select(cases.c.id, cases.c.number_known).where(listed(cases.c.id, "cases")).order_by(cases.c.id)
_LOCK_MANY = _LOCK_MANY.with_for_update()
_BEYOND = (
    select(cases.c.number_known, journal.c.number)
    .join(journal, (journal.c.case_id == cases.c.id) & (journal.c.number > cases.c.number_known))
    .where(cases.c.id == bindparam("case"))
    .order_by(journal.c.number)
)
_MOVE = update(cases).where(cases.c.id == bindparam("case")).values(number_known=bindparam("known"))


def lock_case(session: Session, case_id: str) -> int:
    """Make everyone else who writes this case wait until the transaction ends, and return ``number_known``.

    On SQLite the caller's ``BEGIN IMMEDIATE`` has done so already. On PostgreSQL the row is locked, so that two transactions
    never project the same record from half of its entries each, and numbers become visible in their order.
    """
    known = session.scalar(_LOCK, {"case": case_id})
    if known is None:
        row = {"id": case_id, "alias_of": None, "number_known": 0}
        if session.get_bind().dialect.name == "postgresql":
            session.execute(postgresql.insert(cases).values(row).on_conflict_do_nothing())
        else:
            session.execute(sqlite.insert(cases).values(row).on_conflict_do_nothing())
        known = session.scalar(_LOCK, {"case": case_id})
    assert known is not None, "the row was just made"
    return int(known)


def lock_cases(session: Session, case_ids: Collection[str]) -> dict[str, int]:
    """Do the same for those of many cases that have their row, in the order of their ids, and return ``number_known`` of each."""
    return {row.id: row.number_known for row in session.execute(_LOCK_MANY, {"cases": case_ids})}


def number_known(session: Session, case_id: str) -> int:
    """Return the highest N for which all entries numbered 1 … N are held and applied; 0 for an unknown case."""
    return session.scalar(_KNOWN, {"case": case_id}) or 0


def refresh_number_known(session: Session, case_id: str) -> None:
    """Move ``number_known`` on over the numbers that have become known without a gap."""
    known = start = None
    for start, number in session.execute(_BEYOND, {"case": case_id}):
        known = start if known is None else known
        if number > known + 1:
            break
        known = number
    if known is not None and known != start:
        move_number_known(session, case_id, known)


def move_number_known(session: Session, case_id: str, known: int) -> None:
    """Note up to which number all entries are held; for who knows that already."""
    move_numbers_known(session, {case_id: known})


def move_numbers_known(session: Session, known: Mapping[str, int]) -> None:
    """Do the same for many cases."""
    session.connection().execute(_MOVE, [{"case": case_id, "known": number} for case_id, number in known.items()])


def set_alias(session: Session, case_id: str, alias_of: str | None) -> None:
    """Note the other id under which this case is known."""
    session.execute(update(cases).where(cases.c.id == case_id).values(alias_of=alias_of))


def case_ids(session: Session) -> list[str]:
    """Return all cases this database knows of, sorted."""
    return list(session.scalars(select(cases.c.id).order_by(cases.c.id)))


def resolve(session: Session, case_id: str) -> list[str]:
    """Return all ids under which a case is known, itself first: both ids of an alias are accepted everywhere."""
    aliases = select(cases.c.id, cases.c.alias_of).where((cases.c.id == case_id) | (cases.c.alias_of == case_id))
    found = {value for row in session.execute(aliases) for value in row if value is not None}
    return [case_id, *sorted(found - {case_id})]
