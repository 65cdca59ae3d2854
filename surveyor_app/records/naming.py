"""Which bytes the records of a case name: originals, reports, and what belongs to signed statements."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select, union_all
from sqlalchemy.orm import Session

from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.kinds import BYTES_FOLDERS
from surveyor_app.records.newer import hashes_of_newer
from surveyor_app.records.schema import LOST, PROJECTIONS, journal


@dataclass(frozen=True, slots=True)
class NamedBytes:
    """One record that names bytes; ``folder`` is where the delivery root lists them."""

    kind: str
    folder: str
    record_id: str
    sha256: str


def delivered_bytes(session: Session, case_id: str) -> list[NamedBytes]:
    """Return the same without records that the centre lost: those that only lost lines of other devices make."""
    made = (
        journal.c.case_id == case_id,
        journal.c.action == Action.CREATE.value,
        journal.c.hash.not_in(hashes_of_newer(case_id)),
    )
    lost = set(session.scalars(select(journal.c.record_id).where(*made, journal.c.number == LOST)))
    found = named_bytes(session, case_id)
    if not lost:
        return found
    of_lost = journal.c.record_id.in_(select(journal.c.record_id).where(*made, journal.c.number == LOST))
    held = journal.c.number.is_(None) | (journal.c.number != LOST)
    lost -= set(session.scalars(select(journal.c.record_id).where(*made, of_lost, held)))
    return [item for item in found if item.record_id not in lost]


def named_bytes(session: Session, case_id: str) -> list[NamedBytes]:
    """Return every record of the case that names bytes, withdrawn ones included, kind by kind."""
    found: list[NamedBytes] = []
    for kind, folder in BYTES_FOLDERS.items():
        table = PROJECTIONS[kind]
        query = select(table.c.id, table.c.sha256).where(table.c.case_id == case_id, table.c.sha256.is_not(None))
        found += [NamedBytes(kind, folder, row.id, row.sha256) for row in session.execute(query)]
    return found


def names_bytes(session: Session, case_id: str, sha256: str) -> bool:
    """Tell whether a record of the case names these bytes, withdrawn ones included."""
    tables = (PROJECTIONS[kind] for kind in BYTES_FOLDERS)
    queries = (select(table.c.id).where(table.c.case_id == case_id, table.c.sha256 == sha256) for table in tables)
    return session.execute(union_all(*queries).limit(1)).first() is not None
