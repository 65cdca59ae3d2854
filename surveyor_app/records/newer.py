"""Notes which lines of a journal wait for a newer version of the program (:mod:`surveyor_app.domain.vocabulary`).

The table ``newer`` follows from the lines alone. Whatever reads lines for the effect they have passes over those it names; the
bytes themselves lie in the journal, are numbered, sent and verified like all others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Row, Select, bindparam, delete, func, insert, select
from sqlalchemy.orm import Session

from surveyor_app.domain.errors import BadEntry
from surveyor_app.domain.journal.entries import Entry
from surveyor_app.domain.vocabulary import NEWER_VERSION, Part, is_understood, lines_that_wait
from surveyor_app.records.chunks import chunked
from surveyor_app.records.lines import Key, Parsed
from surveyor_app.records.read_once import Rare, may_have, note
from surveyor_app.records.schema import bodies, journal, newer, quarantine

_WAITING = select(newer.c.hash).where(newer.c.case_id == bindparam("case"))


@dataclass(frozen=True, slots=True)
class Turned:
    """Lines held before that wait now, or do so no more: their records and the hashes of their bodies."""

    keys: frozenset[Key] = frozenset()
    bodies: frozenset[str] = frozenset()


_Operation = tuple[str, int, str, int, int]
"""Device, epoch, op, number of parts, and where the first one stands in its chain."""


def note_newer(session: Session, case_id: str, batch: Sequence[Parsed]) -> Turned:
    """Note which lines of a batch just stored wait, and which others of their operations."""
    found = [(_operation(parsed.entry), parsed) for parsed in batch]
    parts = Counter(operation for operation, _ in found)
    # A part that comes alone belongs to a forged operation that forks; whether those before it wait may turn on it.
    doubtful = {
        operation for operation, parsed in found if not is_understood(parsed.entry) or parts[operation] != operation[3]
    }
    if not doubtful:
        return Turned()
    rows = {row.hash: row for operation in sorted(doubtful) for row in _rows_of(session, case_id, operation)}
    return _note(session, case_id, rows.values(), {parsed.hash for parsed in batch})


def note_all(session: Session, case_id: str) -> None:
    """Work out anew which lines of a case wait, as after this program has learnt more."""
    session.execute(delete(newer).where(newer.c.case_id == case_id))
    _note(session, case_id, session.execute(_lines(case_id)), set())


def hashes_of_newer(case_id: str) -> Select[tuple[str]]:
    """Return the query of the hashes of the lines of a case that wait."""
    return select(newer.c.hash).where(newer.c.case_id == case_id)


def newer_lines(session: Session, case_id: str) -> frozenset[str]:
    """Return the hashes of the lines of a case that wait."""
    return frozenset(session.scalars(_WAITING, {"case": case_id}) if may_have(session, case_id, Rare.NEWER) else ())


def records_of_newer(session: Session, case_id: str) -> set[str]:
    """Return the ids of the records that may look different to a newer version.

    Those of which a line waits, and those of whose bodies such a line speaks: it may erase them.
    """
    of_newer = (quarantine.c.case_id == case_id, quarantine.c.reason == NEWER_VERSION)
    found = set(session.scalars(select(quarantine.c.record_id).where(*of_newer).distinct()))
    for chunk in chunked(sorted(hashes_in_newer(session, case_id)) if found else ()):
        query = select(journal.c.record_id).where(journal.c.case_id == case_id, journal.c.body_hash.in_(chunk))
        found |= set(session.scalars(query))
    return found


_HASH = re.compile(rb'"([0-9a-f]{64})"')


def hashes_in_newer(session: Session, case_id: str) -> set[str]:
    """Return all hashes in the bodies of lines that wait, by which a newer version may name originals or other bodies."""
    query = (
        select(bodies.c.content)
        .join(journal, (bodies.c.case_id == journal.c.case_id) & (bodies.c.hash == journal.c.body_hash))
        .where(journal.c.case_id == case_id, journal.c.hash.in_(hashes_of_newer(case_id)))
    )
    return {found.decode() for content in session.scalars(query) for found in _HASH.findall(content)}


def count_newer(session: Session, case_id: str) -> int:
    """Return how many lines of a case wait; dead branches, whose content was written again, do not count."""
    query = select(func.count()).select_from(quarantine).where(quarantine.c.reason == NEWER_VERSION)
    return session.scalar(query.where(quarantine.c.case_id == case_id)) or 0


def _operation(entry: Entry) -> _Operation:
    return entry.device, entry.epoch, entry.op, entry.op_of, entry.seq - entry.op_n + 1


def _lines(case_id: str) -> Select[tuple[str, bytes, str, str, str]]:
    columns = (journal.c.hash, journal.c.line, journal.c.kind, journal.c.record_id, journal.c.body_hash)
    return select(*columns).where(journal.c.case_id == case_id)


def _rows_of(session: Session, case_id: str, operation: _Operation) -> Iterable[Row[tuple[str, bytes, str, str, str]]]:
    device, epoch, op, parts, first = operation
    query = _lines(case_id).where(journal.c.device == device, journal.c.epoch == epoch, journal.c.op == op)
    return session.execute(query.where(journal.c.seq.between(first, first + parts - 1)))


def _note(
    session: Session, case_id: str, rows: Iterable[Row[tuple[str, bytes, str, str, str]]], fresh: set[str]
) -> Turned:
    held = list(rows)
    waits = lines_that_wait(_parts(held))
    noted: set[str] = set()
    for chunk in chunked([row.hash for row in held]):
        noted |= set(session.scalars(hashes_of_newer(case_id).where(newer.c.hash.in_(chunk))))
    for chunk in chunked(sorted(noted - waits)):
        session.execute(delete(newer).where(newer.c.case_id == case_id, newer.c.hash.in_(chunk)))
    added = sorted(waits - noted)
    if added:
        session.execute(insert(newer), [{"case_id": case_id, "hash": item} for item in added])
        note(session, case_id, Rare.NEWER)
    turned = [row for row in held if row.hash in (waits ^ noted) - fresh]
    return Turned(frozenset((row.kind, row.record_id) for row in turned), frozenset(row.body_hash for row in turned))


def _parts(rows: Iterable[Row[tuple[str, bytes, str, str, str]]]) -> Iterator[Part]:
    for row in rows:
        try:
            yield Part.of(row.hash, Entry.from_bytes(row.line))
        except BadEntry:
            # Changed since it was stored: a finding of verification, and no reason not to open the rest.
            continue
