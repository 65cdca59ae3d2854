"""Drafts: what is being typed, kept encrypted while a field is edited; neither journaled nor sent."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.clocks import system_clock
from surveyor_app.casefile.schema import draft
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.journal.instants import utc_text


@dataclass(frozen=True, slots=True)
class Draft:
    """The unsaved value of one field, as it would stand in a body."""

    kind: str
    id: RecordId
    field: str
    value: Json
    saved_at: str


def save_draft(case: CaseFile, kind: str, record_id: RecordId, field: str, value: Json) -> None:
    """Keep what a field holds just now, in place of the draft before."""
    values = {"value": json.dumps(value, ensure_ascii=False), "saved_at": utc_text(system_clock().at)}
    statement = insert(draft).values(kind=kind, record_id=record_id, field=field, **values)
    with case.write() as session:
        session.execute(statement.on_conflict_do_update(index_elements=["kind", "record_id", "field"], set_=values))


def drafts(case: CaseFile) -> list[Draft]:
    """Return all drafts, the oldest first: what a crash left, when called at open."""
    with case.read() as session:
        rows = session.execute(select(draft).order_by(draft.c.saved_at, draft.c.kind, draft.c.record_id, draft.c.field))
        return [
            Draft(row.kind, RecordId(row.record_id), row.field, json.loads(row.value), row.saved_at) for row in rows
        ]


def drop_draft(case: CaseFile, kind: str, record_id: RecordId, field: str) -> None:
    """Forget a draft because its value was written or thrown away."""
    with case.write() as session:
        remove_draft(session, kind, record_id, field)


def remove_draft(session: Session, kind: str, record_id: RecordId, field: str) -> None:
    """Forget a draft in the transaction that writes its value."""
    session.execute(delete(draft).where(draft.c.kind == kind, draft.c.record_id == record_id, draft.c.field == field))
