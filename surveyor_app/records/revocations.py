"""Which lines count for nothing because their device was locked out: its keys may be in anybody's hands.

When a laptop is lost, the office says so in every case the laptop has written to, by a ``revoke`` entry about the case that names
the device and the last of its lines that had been accepted until then. Those and all lines before them stand. Whatever else the
device signs is kept, numbered and passed on like any other line and has no effect, whoever hands it over and whenever it says it
was written: a lost laptop's clock says what its finder likes. All of that follows from the lines alone, so all sides agree.

Where there are several revocations of a device, a line stands that each of them had accepted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, Entry, is_hash
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Role, Writer, may_revoke
from surveyor_app.domain.projection import REVOKED
from surveyor_app.records.bases import records_limited_by
from surveyor_app.records.branches.forks import BRANCH
from surveyor_app.records.chunks import chunked
from surveyor_app.records.devices import writers
from surveyor_app.records.lines import Key, load_content
from surveyor_app.records.newer import hashes_of_newer
from surveyor_app.records.read_once import has_lines
from surveyor_app.records.schema import LOST, bodies, journal, quarantine

MOST_ACCEPTED = 300
"""As many ends of forks as an entry has room for; a chain that nobody tampered with has one an epoch."""


@dataclass(frozen=True, slots=True)
class Revocation:
    """A device and the last of its lines that had been accepted when it was locked out."""

    device: str
    accepted: frozenset[str]


def revocation(case_id: str, device: str, accepted: Sequence[str], why: str) -> Step:
    """Return the entry that says so; ``why`` is a code."""
    fields: dict[str, Json] = {"device": device, "accepted": list(accepted[:MOST_ACCEPTED]), "why": why}
    return Step(Action.REVOKE, CASE_KIND, case_id, fields)


def is_revocation(entry: Entry) -> bool:
    """Tell whether an entry locks a device out, if its author may: one about the case itself."""
    return entry.action is Action.REVOKE and entry.kind == CASE_KIND and str(entry.id) == entry.case


def revocation_of(fields: Mapping[str, Json] | None) -> Revocation | None:
    """Return what an entry with these fields says, ``None`` when that names no device."""
    device, accepted = (fields or {}).get("device"), (fields or {}).get("accepted")
    if not isinstance(device, str) or not isinstance(accepted, list):
        return None
    return Revocation(device, frozenset(item for item in accepted if isinstance(item, str) and is_hash(item)))


def effective(said: Iterable[tuple[str, Revocation | None]], writer_of: Mapping[str, Writer]) -> list[Revocation]:
    """Return which of the revocations count; each comes with the device that wrote it."""
    return [
        found
        for by, found in said
        if found is not None and may_revoke(_known(by, writer_of), _known(found.device, writer_of))
    ]


def _known(device: str, writer_of: Mapping[str, Writer]) -> Writer:
    return writer_of.get(device, Writer(device, Role.SURVEYOR))


def revoked_among(before: Mapping[str, str | None], revocations: Iterable[Revocation]) -> set[str]:
    """Return which lines of one device count for nothing; ``before`` names the line before each of them."""
    found: set[str] = set()
    for item in revocations:
        accepted: set[str] = set()
        for end in item.accepted:
            at: str | None = end
            while at is not None and at in before and at not in accepted:
                accepted.add(at)
                at = before[at]
        found |= before.keys() - accepted
    return found


def last_lines(session: Session, case_id: str, device: str) -> list[str]:
    """Return the lines of a device with a number that no other such line follows, those first that stand furthest."""
    columns = (journal.c.hash, journal.c.prev, journal.c.epoch, journal.c.seq)
    mine = (journal.c.case_id == case_id, journal.c.device == device, journal.c.number > LOST)
    rows = session.execute(select(*columns).where(*mine).order_by(journal.c.epoch.desc(), journal.c.seq.desc())).all()
    followed = {row.prev for row in rows}
    return [row.hash for row in rows if row.hash not in followed]


def revocations_of(session: Session, case_id: str) -> list[Revocation]:
    """Return the revocations of a case that count."""
    if not has_lines(session, case_id, Action.REVOKE):
        return []
    # Through the few entries about the case itself: the journal has an index by record and none by action.
    query = (
        select(journal.c.device, bodies.c.content)
        .join(bodies, (bodies.c.case_id == journal.c.case_id) & (bodies.c.hash == journal.c.body_hash))
        .where(journal.c.case_id == case_id, journal.c.record_id == case_id, journal.c.kind == CASE_KIND)
        .where(journal.c.action == Action.REVOKE.value, journal.c.hash.not_in(hashes_of_newer(case_id)))
    )
    rows = session.execute(query).all()
    said = [(row.device, revocation_of(load_content(row.content)[0])) for row in rows]
    return effective(said, writers(session)) if said else []


def revoked_lines(session: Session, case_id: str) -> frozenset[str]:
    """Return the hashes of all lines of a case that count for nothing."""
    by_device: dict[str, list[Revocation]] = defaultdict(list)
    for item in revocations_of(session, case_id):
        by_device[item.device].append(item)
    found: set[str] = set()
    for device, revocations in by_device.items():
        query = select(journal.c.hash, journal.c.prev)
        rows = session.execute(query.where(journal.c.case_id == case_id, journal.c.device == device))
        found |= revoked_among({row.hash: row.prev for row in rows}, revocations)
    return frozenset(found)


def records_turned(session: Session, case_id: str) -> set[Key]:
    """Return the records of lines that count for nothing since they were projected last, or do so no more."""
    if not has_lines(session, case_id, Action.REVOKE):
        return set()
    rows = session.execute(select(quarantine.c.hash, quarantine.c.reason).where(quarantine.c.case_id == case_id)).all()
    branch = {row.hash for row in rows if row.reason == BRANCH}
    turned = (revoked_lines(session, case_id) - branch) ^ {row.hash for row in rows if row.reason == REVOKED}
    keys: set[Key] = set()
    for chunk in chunked(sorted(turned)):
        columns = (journal.c.kind, journal.c.record_id, journal.c.action, journal.c.body_hash)
        found = session.execute(select(*columns).where(journal.c.hash.in_(chunk))).all()
        keys |= {(row.kind, row.record_id) for row in found}
        notes = {row.body_hash for row in found if row.action == Action.NOTE.value}
        keys |= records_limited_by(session, case_id, notes)
    return keys


def records_of_revoked(session: Session, case_id: str) -> set[str]:
    """Return the ids of the records with lines that count for nothing: a program too old to know that shows more of them."""
    found: set[str] = set()
    for chunk in chunked(sorted(revoked_lines(session, case_id))):
        found |= set(session.scalars(select(journal.c.record_id).where(journal.c.hash.in_(chunk))))
    return found
