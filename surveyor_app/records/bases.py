"""How far the ``base`` of a line can be believed after the centre began to number anew.

A line says how far its author had seen the case: up to the centre's number ``base``. A centre that was restored from an older
copy gives the higher numbers a second time, to other lines, and a ``base`` above the last number that both numberings share
would claim to have seen what was written later elsewhere. The device that finds this out says so in its own chain, in a note
about the case: lines of that chain before the note have seen no more than the number it names. So all sides agree, whatever
came first; the lines themselves, hashes and signatures are what they were.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.records.lines import Key, Parsed, load_content
from surveyor_app.records.newer import hashes_of_newer
from surveyor_app.records.read_once import has_lines
from surveyor_app.records.schema import bodies, journal

AGREED_TO = "numbers_agree_to"
"""Field of the note: the last number that meant the same before and after."""


@dataclass(frozen=True, slots=True)
class Limit:
    """Lines of one device up to this place have seen at most number ``seen``."""

    epoch: int
    seq: int
    seen: int


Limits = Mapping[str, Sequence[Limit]]
"""By device."""


def agreement(case_id: str, common: int, reason: str) -> Step:
    """Return the note that says so."""
    return Step(Action.NOTE, CASE_KIND, case_id, {AGREED_TO: common}, reason)


def limit_of(action: Action | str, kind: str, epoch: int, seq: int, fields: Mapping[str, Json] | None) -> Limit | None:
    """Return what a line says about the lines before it, ``None`` for nearly all lines."""
    if action is not Action.NOTE or kind != CASE_KIND or fields is None:
        return None
    seen = fields.get(AGREED_TO)
    return Limit(epoch, seq, seen) if isinstance(seen, int) and not isinstance(seen, bool) and seen >= 0 else None


def limits_of(session: Session, case_id: str, revoked: Set[str]) -> Limits:
    """Return all limits of a case; notes whose body was erased, or that count for nothing, limit nothing."""
    found: dict[str, list[Limit]] = defaultdict(list)
    for row in _notes(session, case_id):
        if row.hash in revoked:
            continue
        limit = limit_of(Action.NOTE, CASE_KIND, row.epoch, row.seq, load_content(row.content)[0])
        if limit is not None:
            found[row.device].append(limit)
    return found


def _notes(session: Session, case_id: str) -> Sequence[Row[*tuple[Any, ...]]]:
    if not has_lines(session, case_id, Action.NOTE):
        return ()
    # Through the few entries about the case itself: the journal has an index by record and none by action.
    columns = (journal.c.hash, journal.c.device, journal.c.epoch, journal.c.seq, journal.c.body_hash, bodies.c.content)
    query = (
        select(*columns)
        .join(bodies, (bodies.c.case_id == journal.c.case_id) & (bodies.c.hash == journal.c.body_hash))
        .where(journal.c.case_id == case_id, journal.c.record_id == case_id, journal.c.kind == CASE_KIND)
        .where(journal.c.action == Action.NOTE.value, journal.c.hash.not_in(hashes_of_newer(case_id)))
    )
    return session.execute(query).all()


def believed(base: int, epoch: int, seq: int, limits: Iterable[Limit]) -> int:
    """Return how far the author of a line had seen, as numbers are given now."""
    return min([base, *(limit.seen for limit in limits if (epoch, seq) < (limit.epoch, limit.seq))])


def note_bodies(batch: Iterable[Parsed]) -> set[str]:
    """Return the hashes of the bodies that notes among ``batch`` name."""
    return {parsed.entry.body for parsed in batch if parsed.entry.action is Action.NOTE}


def records_limited_by(session: Session, case_id: str, digests: Collection[str]) -> set[Key]:
    """Return the records with lines that notes with these bodies limit.

    They are to be projected anew when such a body comes, or before it goes.
    """
    keys: set[Key] = set()
    for row in _notes(session, case_id) if digests else ():
        if row.body_hash in digests:
            limit = limit_of(Action.NOTE, CASE_KIND, row.epoch, row.seq, load_content(row.content)[0])
            keys |= _records_beyond(session, case_id, row.device, limit)
    return keys


def _records_beyond(session: Session, case_id: str, device: str, limit: Limit | None) -> set[Key]:
    if limit is None:
        return set()
    query = select(journal.c.kind, journal.c.record_id).where(
        journal.c.case_id == case_id, journal.c.device == device, journal.c.base > limit.seen
    )
    return {(row.kind, row.record_id) for row in session.execute(query.distinct())}
