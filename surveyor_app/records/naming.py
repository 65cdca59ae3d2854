"""Which bytes the records of a case name: originals, reports, and what belongs to signed statements."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.domain.kinds import BYTES_FOLDERS
from surveyor_app.records.schema import PROJECTIONS


@dataclass(frozen=True, slots=True)
class NamedBytes:
    """One record that names bytes; ``folder`` is where the delivery root lists them."""

    kind: str
    folder: str
    record_id: str
    sha256: str


def named_bytes(session: Session, case_id: str) -> list[NamedBytes]:
    """Return every record of the case that names bytes, withdrawn ones included, kind by kind."""
    found: list[NamedBytes] = []
    for kind, folder in BYTES_FOLDERS.items():
        table = PROJECTIONS[kind]
        query = select(table.c.id, table.c.sha256).where(table.c.case_id == case_id, table.c.sha256.is_not(None))
        found += [NamedBytes(kind, folder, row.id, row.sha256) for row in session.execute(query)]
    return found
