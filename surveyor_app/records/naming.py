"""Which bytes the records of a case name: originals, reports, and what belongs to signed statements."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.kinds import BYTES_FOLDERS
from surveyor_app.records.chunks import chunked
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


def named_among(session: Session, case_id: str, hashes: Collection[str]) -> set[str]:
    """Return those of the hashes that a record of the case names, withdrawn ones included."""
    found: set[str] = set()
    for chunk in chunked(sorted(hashes)):
        for kind in BYTES_FOLDERS:
            table = PROJECTIONS[kind]
            query = select(table.c.sha256).where(table.c.case_id == case_id, table.c.sha256.in_(chunk))
            found.update(session.scalars(query))
    return found
