"""What lists of many cases show: some fields of the records of several cases, asked for together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, func, or_, select
from sqlalchemy.orm import Session

from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.kinds import R
from surveyor_app.records.rows import record_of
from surveyor_app.records.schema import PROJECTIONS, cases, journal


def fields_of(
    session: Session, record_class: type[Record], case_ids: Collection[str], names: Sequence[str]
) -> Mapping[str, Sequence[Row[Any]]]:
    """Return columns of the records of a kind that are not withdrawn, by case, sorted by id: the order they were made in."""
    table = PROJECTIONS[record_class.KIND]
    query = select(table.c.case_id, table.c.id, *(table.c[name] for name in names))
    query = query.where(table.c.case_id.in_(list(case_ids)), table.c.withdrawn.is_(False))
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    # Sorted here and not by the database: PostgreSQL's order of texts depends on the locale of the cluster.
    for row in sorted(session.execute(query), key=lambda row: str(row.id)):
        found[row.case_id].append(row)
    return found


def records_of(session: Session, record_class: type[R], case_ids: Collection[str]) -> Mapping[str, Sequence[R]]:
    """Return the records of a kind that are not withdrawn, by case, each case's in the order they were made in."""
    table = PROJECTIONS[record_class.KIND]
    rows = session.execute(
        select(table).where(table.c.case_id.in_(list(case_ids)), table.c.withdrawn.is_(False))
    ).mappings()
    found: dict[str, list[R]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: str(row["id"])):
        found[row["case_id"]].append(record_of(record_class, dict(row)))
    return found


def creation_numbers_of(session: Session, record_class: type[Record], case_ids: Collection[str]) -> Mapping[str, int]:
    """Return the centre's number of the entry that made each record of a kind in some cases; one without is left out."""
    query = select(journal.c.record_id, func.min(journal.c.number)).where(
        journal.c.case_id.in_(list(case_ids)),
        journal.c.kind == record_class.KIND,
        journal.c.action == Action.CREATE.value,
        journal.c.number.is_not(None),
    )
    return {row[0]: int(row[1]) for row in session.execute(query.group_by(journal.c.record_id))}


def standings(session: Session, case_ids: Collection[str]) -> tuple[Mapping[str, int], Mapping[str, set[str]]]:
    """Return of each case how many numbers are known without a gap, and the other ids under which it is known."""
    listed = list(case_ids)
    query = select(cases.c.id, cases.c.alias_of, cases.c.number_known)
    numbers: dict[str, int] = {}
    others: dict[str, set[str]] = defaultdict(set)
    for row in session.execute(query.where(or_(cases.c.id.in_(listed), cases.c.alias_of.in_(listed)))):
        numbers[row.id] = row.number_known
        if row.alias_of is not None:
            others[row.id].add(row.alias_of)
            others[row.alias_of].add(row.id)
    return numbers, others
