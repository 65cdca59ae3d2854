"""Applies entries: stores their exact bytes and lets every table that follows from them follow.

This is the one way into the journal, for entries written here, received from elsewhere, or replayed. Callers hold the case's
lock and hand over whole operations, parents first, whose signatures were checked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, insert, select
from sqlalchemy.orm import Session

from surveyor_app.domain.journal.entries import LASTING, Action
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Writer
from surveyor_app.records.bases import note_bodies, records_limited_by
from surveyor_app.records.branches.chains import extend
from surveyor_app.records.cases import move_number_known, refresh_number_known
from surveyor_app.records.changing import bring_up_to_date
from surveyor_app.records.chunks import chunked
from surveyor_app.records.erasing import carry_out_erasures, erase_for_office, erased_bodies, erasure_keys
from surveyor_app.records.lines import Key, Parsed, journal_row, line_of
from surveyor_app.records.newer import newer_lines, note_newer
from surveyor_app.records.office_claims import claims_beside
from surveyor_app.records.projecting import project_anew, project_fresh
from surveyor_app.records.read_once import note_lines
from surveyor_app.records.revocations import records_turned, revoked_lines
from surveyor_app.records.schema import bodies, journal

_ADD_LINES = insert(journal)
_ADD_BODIES = insert(bodies)
_HELD = select(bodies.c.hash).where(bodies.c.case_id == bindparam("case"))
_HELD = _HELD.where(bodies.c.hash.in_(bindparam("hashes", expanding=True)))
_NAMING = select(journal.c.kind, journal.c.record_id).where(journal.c.case_id == bindparam("case"))
_NAMING = _NAMING.where(journal.c.body_hash.in_(bindparam("hashes", expanding=True)))


@dataclass(frozen=True, slots=True)
class Applied:
    """Records that look different now, and lines of theirs that are set aside: hash → reason."""

    touched: frozenset[Key]
    set_aside: Mapping[str, str]


NOTHING = Applied(frozenset(), {})


def apply(
    session: Session,
    case_id: str,
    batch: Sequence[Parsed],
    writer: Writer | None = None,
    *,
    number_known: int | None = None,
) -> Applied:
    """Store and project a batch.

    Args:
        session: The caller's transaction.
        case_id: The case all entries belong to.
        batch: Entries that are not in the journal yet; whole operations, parents first.
        writer: The one device that wrote the batch, when it was just written here: records that it creates
            are then projected without being read back.
        number_known: The number up to which all are held with this batch, where the caller knows.
    """
    if not batch:
        return NOTHING
    named = {parsed.key for parsed in batch}
    fresh = _fresh_records(session, case_id, batch) if writer is not None else frozenset()
    session.execute(_ADD_LINES, [journal_row(parsed) for parsed in batch])
    note_lines(session, case_id, batch)
    stored = store_bodies(session, case_id, batch)
    touched = records_of(session, case_id, stored) if writer is None else set[Key]()
    touched |= extend(session, case_id, batch) | claims_beside(session, case_id, batch)
    turned = note_newer(session, case_id, batch)
    touched |= turned.keys | records_limited_by(session, case_id, stored | note_bodies(batch) | turned.bodies)
    touched |= carry_out_erasures(session, case_id, batch, writer) | erasure_keys(session, case_id)
    touched |= records_turned(session, case_id)
    if turned.keys:
        touched |= erase_for_office(session, case_id)
    set_aside: dict[str, str] = {}
    if writer is not None and fresh:
        lines = defaultdict(list)
        waits, revoked = newer_lines(session, case_id), revoked_lines(session, case_id)
        for parsed in batch:
            if parsed.key in fresh:
                line = line_of(parsed, writer, waits=parsed.hash in waits, revoked=parsed.hash in revoked)
                lines[parsed.key].append(line)
        set_aside |= project_fresh(session, case_id, lines)
    done = fresh if writer is None else fresh | bring_up_to_date(session, case_id, batch, touched | fresh)
    new = frozenset(parsed.hash for parsed in batch)
    touched |= named
    set_aside |= project_anew(session, case_id, touched - done, new)
    if number_known is not None:
        move_number_known(session, case_id, number_known)
    elif any(parsed.number is not None for parsed in batch):
        refresh_number_known(session, case_id)
    return Applied(frozenset(touched), set_aside)


def _fresh_records(session: Session, case_id: str, batch: Sequence[Parsed]) -> frozenset[Key]:
    """Return the records that the batch creates and of which the journal holds no line yet."""
    created = {parsed.key for parsed in batch if parsed.entry.action is Action.CREATE}
    created = {key for key in created if key[0] != CASE_KIND}
    for chunk in chunked(sorted(record_id for _, record_id in created)):
        query = select(journal.c.kind, journal.c.record_id).where(journal.c.record_id.in_(chunk))
        created -= {(row.kind, row.record_id) for row in session.execute(query.where(journal.c.case_id == case_id))}
    return frozenset(created)


def store_bodies(session: Session, case_id: str, batch: Sequence[Parsed]) -> set[str]:
    """Store the bodies that are there and that the office did not erase; return the hashes of those that were missing before.

    The body of an erasure itself is never erased: it says why the others are gone. Nor is that of a revocation.
    """
    present = {parsed.entry.body: parsed for parsed in batch if parsed.content is not None}
    absent: Collection[str] = erased_bodies(session, case_id, present)
    held: set[str] = set()
    for chunk in chunked(present):
        held |= set(session.scalars(_HELD, {"case": case_id, "hashes": chunk}))
    new = [
        parsed
        for digest, parsed in present.items()
        if digest not in held and (digest not in absent or parsed.entry.action in LASTING)
    ]
    if new:
        rows = [
            {"hash": item.entry.body, "case_id": case_id, "salt": item.salt, "content": item.content} for item in new
        ]
        session.execute(_ADD_BODIES, rows)
    return {item.entry.body for item in new}


def records_of(session: Session, case_id: str, digests: Collection[str]) -> set[Key]:
    """Return the records of all lines that name these bodies: a forged line may name another's."""
    found: set[Key] = set()
    for chunk in chunked(sorted(digests)):
        rows = session.execute(_NAMING, {"case": case_id, "hashes": chunk})
        found |= {(row.kind, row.record_id) for row in rows}
    return found
