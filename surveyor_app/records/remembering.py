"""What one device wrote last, operation by operation, and what the records looked like before each: for undo after a restart."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.projection import Projected, project
from surveyor_app.records.branches.chains import ancestry
from surveyor_app.records.lines import load_content
from surveyor_app.records.projecting import read_lines
from surveyor_app.records.provenance import last_seal
from surveyor_app.records.schema import bodies, journal, quarantine


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation as it was written; ``pos`` is where it begins in the order of application here."""

    pos: int
    steps: tuple[Step, ...]


def last_operations(session: Session, case_id: str, device: str, most_entries: int) -> list[Operation]:
    """Return the device's last whole operations since the last sealing, oldest first.

    None before one of which something was erased or set aside: it cannot be taken back, and nothing below it.
    """
    columns = ("pos", "op", "op_n", "op_of", "action", "kind", "record_id")
    query = (
        select(*(journal.c[name] for name in columns), bodies.c.content, quarantine.c.reason)
        .outerjoin(bodies, (bodies.c.case_id == journal.c.case_id) & (bodies.c.hash == journal.c.body_hash))
        .outerjoin(quarantine, quarantine.c.hash == journal.c.hash)
        .where(journal.c.case_id == case_id, journal.c.device == device)
        .where(journal.c.pos > (last_seal(session, case_id) or 0))
        .order_by(journal.c.pos.desc())
        .limit(most_entries)
    )
    found: list[Operation] = []
    for _, group in groupby(session.execute(query), key=lambda row: row.op):
        rows = list(group)[::-1]
        if len(rows) != rows[0].op_of or any(row.content is None or row.reason is not None for row in rows):
            break
        steps = []
        for row in rows:
            fields, reason = load_content(row.content)
            steps.append(Step(Action(row.action), row.kind, row.record_id, fields, reason))
        found.append(Operation(rows[0].pos, tuple(steps)))
    return found[::-1]


def state_before(session: Session, case_id: str, kind: str, record_id: str, pos: int) -> Projected:
    """Return what a record showed here before the entry at ``pos`` was applied."""
    query = select(journal.c.hash).where(
        journal.c.case_id == case_id, journal.c.kind == kind, journal.c.record_id == record_id, journal.c.pos < pos
    )
    earlier = set(session.scalars(query))
    lines = [line for line in read_lines(session, case_id, kind, record_id) if line.hash in earlier]
    return project(lines, ancestry(session, case_id))
