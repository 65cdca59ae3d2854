"""Originals that records name and this file does not hold, because they were made on another laptop or before a restored backup.

What is noted here is no damage: the centre has it, or its maker will bring it there. An original that was never noted, or that
came and is gone again, is missing.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import delete, null, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from surveyor_app.casefile.schema import blob, elsewhere
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.kinds import BYTES_FOLDERS
from surveyor_app.records.chunks import chunked
from surveyor_app.records.naming import named_bytes
from surveyor_app.records.schema import PROJECTIONS, journal

_AWAY = select(elsewhere.c.sha256).where(elsewhere.c.came == 0).subquery()


@dataclass(frozen=True, slots=True)
class Absent:
    """One original, report or page that is not here: its hash, its length as far as a record tells, what it shows."""

    sha256: str
    size: int | None
    evidence_class: str | None


def note_absent(session: Session, case_id: str) -> None:
    """Note what records name and the file lacks, in the transaction that took in the entries naming it."""
    _note(session, {item.sha256 for item in named_bytes(session, case_id)} - _held(session))


def _note(session: Session, missing: set[str]) -> None:
    for chunk in chunked(sorted(missing)):
        rows = [{"sha256": sha256, "came": 0} for sha256 in chunk]
        session.execute(insert(elsewhere).on_conflict_do_nothing(), rows)


def note_absent_of_others(session: Session, case_id: str, own: str) -> None:
    """Note likewise what devices other than ``own`` took in: after an update that shows more of what had come before."""
    made = (journal.c.case_id == case_id, journal.c.action == Action.CREATE.value, journal.c.device == own)
    held = _held(session)
    missing = [item for item in named_bytes(session, case_id) if item.sha256 not in held]
    if not missing:
        return
    mine = set(session.scalars(select(journal.c.record_id).where(*made)))
    away = {item.sha256 for item in missing if item.record_id not in mine}
    _note(session, away)


def note_here(session: Session, sha256: str) -> None:
    """Forget that an original lay elsewhere: this laptop took it in itself."""
    session.execute(delete(elsewhere).where(elsewhere.c.sha256 == sha256))


def note_came(session: Session, sha256: str) -> None:
    """Note that an original came from the centre and is held from now on."""
    statement = insert(elsewhere).values(sha256=sha256, came=1)
    session.execute(statement.on_conflict_do_update(index_elements=["sha256"], set_={"came": 1}))


def absent(session: Session, case_id: str) -> list[Absent]:
    """Return what lies elsewhere: photos and papers in the order of their records, videos last."""
    away = set(session.scalars(select(_AWAY)))
    away -= _held(session) if away else set()
    found: dict[str, Absent] = {}
    if not away:
        return []
    for kind in BYTES_FOLDERS:
        table = PROJECTIONS[kind]
        told = [table.c.get(name, null()).label(name) for name in ("size_bytes", "evidence_class")]
        query = select(table.c.sha256, *told).where(table.c.case_id == case_id, table.c.sha256.in_(select(_AWAY)))
        for sha256, size, evidence_class in session.execute(query.order_by(table.c.id)):
            if sha256 in away:
                found.setdefault(sha256, Absent(sha256, size, evidence_class))
    return sorted(found.values(), key=lambda item: item.evidence_class == "video")


def absent_of(session: Session, case_id: str, devices: Collection[str]) -> set[str]:
    """Return what lies elsewhere and was taken in by one of these devices."""
    away = {item.sha256 for item in absent(session, case_id)}
    if not away:
        return set()
    made = (journal.c.case_id == case_id, journal.c.action == Action.CREATE.value, journal.c.device.in_(devices))
    mine = set(session.scalars(select(journal.c.record_id).where(*made)))
    return {item.sha256 for item in named_bytes(session, case_id) if item.sha256 in away and item.record_id in mine}


def is_absent(session: Session, sha256: str) -> bool:
    """Tell whether an original lies elsewhere, and not here."""
    away = select(elsewhere.c.sha256).where(elsewhere.c.sha256 == sha256, elsewhere.c.came == 0)
    held = select(blob.c.id).where(blob.c.sha256 == sha256, blob.c.state == "stored")
    return session.scalar(away) is not None and session.scalar(held) is None


def came(session: Session) -> set[str]:
    """Return what was fetched from the centre."""
    return set(session.scalars(select(elsewhere.c.sha256).where(elsewhere.c.came == 1)))


def _held(session: Session) -> set[str]:
    return {sha256 for sha256 in session.scalars(select(blob.c.sha256).where(blob.c.state == "stored")) if sha256}
