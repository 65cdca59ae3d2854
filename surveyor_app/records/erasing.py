"""Erasure demanded by law (PIPL art. 47): bodies go, lines stay, and chain and signatures still verify.

An ``erase`` entry about the case names the hashes of the bodies, who demanded it and on what basis. An erased body is never
stored again, whoever sends it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from surveyor_app.domain.journal.entries import Action
from surveyor_app.records.chunks import chunked
from surveyor_app.records.lines import Key, Parsed, erased_by, reparse
from surveyor_app.records.schema import bodies, erased, journal, waiting


def erased_bodies(session: Session, case_id: str, digests: Iterable[str]) -> set[str]:
    """Return those of the body hashes that were erased."""
    found: set[str] = set()
    for chunk in chunked(digests):
        query = select(erased.c.body_hash).where(erased.c.case_id == case_id, erased.c.body_hash.in_(chunk))
        found |= set(session.scalars(query))
    return found


def carry_out_erasures(session: Session, case_id: str, batch: Sequence[Parsed]) -> set[Key]:
    """Erase what entries of the batch name; return the records that lost a body."""
    named: set[str] = set()
    for parsed in batch:
        named |= erased_by(parsed)
    named -= erased_bodies(session, case_id, named)
    if not named:
        return set()
    session.execute(insert(erased), [{"body_hash": item, "case_id": case_id} for item in sorted(named)])
    touched: set[Key] = set()
    for chunk in chunked(sorted(named)):
        touched |= _erase(session, case_id, chunk)
    _erase_waiting(session, case_id, named)
    return touched


def _erase(session: Session, case_id: str, digests: Sequence[str]) -> set[Key]:
    query = select(journal.c.kind, journal.c.record_id, journal.c.body_hash, journal.c.action)
    rows = session.execute(query.where(journal.c.case_id == case_id, journal.c.body_hash.in_(digests))).all()
    kept = {row.body_hash for row in rows if row.action == Action.ERASE.value}
    gone = [item for item in digests if item not in kept]
    session.execute(delete(bodies).where(bodies.c.case_id == case_id, bodies.c.hash.in_(gone)))
    return {(row.kind, row.record_id) for row in rows if row.body_hash not in kept}


def _erase_waiting(session: Session, case_id: str, digests: set[str]) -> None:
    for row in session.execute(select(waiting).where(waiting.c.case_id == case_id)).mappings().all():
        entry = reparse(dict(row)).entry
        if entry.body in digests and entry.action is not Action.ERASE:
            session.execute(update(waiting).where(waiting.c.hash == row["hash"]).values(salt=None, content=None))
