"""Erasure: bodies go, lines stay, and chain and signatures still verify.

An ``erase`` entry about the case names the hashes of the bodies, and on what basis. The office's (demanded by law, PIPL art. 47)
takes away what is held, everywhere, and an erased body is never stored again, whoever sends it. It counts only if it says on
what basis, until when, and which two people decided it (:mod:`surveyor_app.domain.journal.demands`).

A surveyor's speaks of bodies that the same device wrote before and never delivered. The laptop that writes it forgets them then
and there, and everywhere else it is the reason why they are absent. Nowhere does it take away what is held: a body that is
there was delivered, or is someone else's, and the entry is set aside for naming it. So what an entry does never depends on what
came first, and nothing that a surveyor signs costs anybody else anything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.orm import Session

from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.demands import demand_of
from surveyor_app.domain.journal.entries import LASTING, Action
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Role, Writer, may_erase
from surveyor_app.domain.projection import NOT_OWNER, Line
from surveyor_app.records.bases import records_limited_by
from surveyor_app.records.chunks import chunked
from surveyor_app.records.devices import writers
from surveyor_app.records.lines import Key, Parsed, is_erasure, load_content, named_bodies, reparse
from surveyor_app.records.newer import hashes_of_newer, newer_lines
from surveyor_app.records.read_once import has_lines
from surveyor_app.records.schema import bodies, erased, journal, waiting

DELIVERED = "delivered"
"""Reason of quarantine for a surveyor's erasure of something that is held."""

NOT_AGREED = "not_agreed"
"""Reason of quarantine for an erasure of the office that two people did not agree to, or that names no basis or deadline."""

Spot = tuple[int, int]
"""Epoch and seq of an entry within its device's chain."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """What an erasure says: which device wrote it, whether that is the office's, where it stands, and what it names."""

    device: str
    by_office: bool
    spot: Spot
    named: Set[str]

    @classmethod
    def said(cls, device: str, role: Role, spot: Spot, fields: Mapping[str, Json] | None) -> Erasure:
        """Return what an erasure with these fields says; one of the office that was not agreed to names nothing."""
        by_office = role is Role.OFFICE
        names = not by_office or demand_of(fields) is not None
        return cls(device, by_office, spot, named_bodies(fields) if names else frozenset())


@dataclass(frozen=True, slots=True)
class Erasures:
    """What the erasures of a case name: bodies that the office erased, and where each device named which bodies."""

    by_office: Set[str]
    by_device: Mapping[tuple[str, str], Sequence[Spot]]

    @classmethod
    def of(cls, erasures: Iterable[Erasure]) -> Erasures:
        """Gather them."""
        by_office: set[str] = set()
        by_device: dict[tuple[str, str], list[Spot]] = defaultdict(list)
        for erasure in erasures:
            if erasure.by_office:
                by_office |= erasure.named
            else:
                for body in erasure.named:
                    by_device[erasure.device, body].append(erasure.spot)
        return cls(by_office, by_device)

    def explain(self, device: str, spot: Spot, body: str) -> bool:
        """Tell whether the body of a device's entry may be absent."""
        return body in self.by_office or self.first_after(device, spot, body) is not None

    def first_after(self, device: str, spot: Spot, body: str) -> Spot | None:
        """Return where the device itself erases the body of its entry, if it does."""
        return min((at for at in self.by_device.get((device, body), ()) if at > spot), default=None)


def read_erasures(session: Session, case_id: str) -> Erasures:
    """Return what the erasures of a case name, those that are set aside included, but none that waits for a newer version."""
    if not has_lines(session, case_id, Action.ERASE):
        return Erasures.of(())
    query = select(journal.c.device, journal.c.epoch, journal.c.seq, bodies.c.content).join(
        bodies, (bodies.c.case_id == journal.c.case_id) & (bodies.c.hash == journal.c.body_hash)
    )
    rows = session.execute(query.where(*_are_erasures(case_id), journal.c.hash.not_in(hashes_of_newer(case_id)))).all()
    writer_of = writers(session) if rows else {}
    return Erasures.of(
        Erasure.said(row.device, writer_of[row.device].role, (row.epoch, row.seq), load_content(row.content)[0])
        for row in rows
    )


def erasure_keys(session: Session, case_id: str) -> set[Key]:
    """Return the record under which erasures stand, if the case has any: whether they are set aside goes by what is held."""
    return {(CASE_KIND, case_id)} if has_lines(session, case_id, Action.ERASE) else set()


def _are_erasures(case_id: str) -> tuple[ColumnElement[bool], ...]:
    # Through the few entries about the case itself: the journal has an index by record and none by action.
    about_case = (journal.c.case_id == case_id, journal.c.record_id == case_id, journal.c.kind == CASE_KIND)
    return (*about_case, journal.c.action == Action.ERASE.value)


# --------------------------------------------------------------------------------------------- what is set aside


def refused_erasures(session: Session, case_id: str, lines: Iterable[Line]) -> dict[str, str]:
    """Return which erasures among the lines about the case name what is not theirs to erase: hash → reason."""
    said = [line for line in lines if line.action is Action.ERASE and not (line.waits or line.revoked)]
    # A body that was left out may say all that is needed.
    alone = [line for line in said if line.writer.role is Role.OFFICE and line.fields is not None]
    not_agreed = {line.hash: NOT_AGREED for line in alone if demand_of(line.fields) is None}
    erasures = [line for line in said if line.writer.role is not Role.OFFICE]
    named = {line.hash: named_bodies(line.fields) for line in erasures}
    written = _written_bodies(session, case_id, set().union(*named.values())) if erasures else {}
    reasons = {line.hash: _refusal(line, (written.get(body, ()) for body in named[line.hash])) for line in erasures}
    return not_agreed | {line: reason for line, reason in reasons.items() if reason is not None}


@dataclass(frozen=True, slots=True)
class _Written:
    """An entry whose body an erasure names."""

    writer: Writer
    spot: Spot
    number: int | None
    is_held: bool


def _refusal(line: Line, named: Iterable[Sequence[_Written]]) -> str | None:
    is_held = False
    for entries in named:
        before = [entry for entry in entries if entry.spot < (line.epoch, line.seq)]
        if not before or not all(may_erase(line.writer, entry.writer, is_held=False) for entry in entries):
            return NOT_OWNER
        is_held |= not all(may_erase(line.writer, entry.writer, is_held=entry.is_held) for entry in before)
    return DELIVERED if is_held else None


def _written_bodies(session: Session, case_id: str, named: Iterable[str]) -> dict[str, list[_Written]]:
    """Return the entries whose bodies these are, by the body's hash."""
    columns = [journal.c[name] for name in ("body_hash", "device", "epoch", "seq", "number")]
    query = select(*columns, bodies.c.hash.is_not(None).label("is_held")).outerjoin(
        bodies, (bodies.c.case_id == journal.c.case_id) & (bodies.c.hash == journal.c.body_hash)
    )
    writer_of = writers(session)
    found: dict[str, list[_Written]] = defaultdict(list)
    for chunk in chunked(sorted(named)):
        for row in session.execute(query.where(journal.c.case_id == case_id, journal.c.body_hash.in_(chunk))):
            entry = _Written(writer_of[row.device], (row.epoch, row.seq), row.number, row.is_held)
            found[row.body_hash].append(entry)
    return found


# ---------------------------------------------------------------------------------------------- what is erased


def erased_bodies(session: Session, case_id: str, digests: Iterable[str]) -> set[str]:
    """Return those of the body hashes that the office erased."""
    found: set[str] = set()
    if not has_lines(session, case_id, Action.ERASE):
        return found
    for chunk in chunked(digests):
        query = select(erased.c.body_hash).where(erased.c.case_id == case_id, erased.c.body_hash.in_(chunk))
        found |= set(session.scalars(query))
    return found & read_erasures(session, case_id).by_office if found else found


def carry_out_erasures(session: Session, case_id: str, batch: Sequence[Parsed], here: Writer | None) -> set[Key]:
    """Erase what entries of the batch name and may erase; return the records that lost a body.

    ``here`` is who wrote the batch when it was just written on this side: a surveyor's own laptop forgets at once.
    """
    batch = [parsed for parsed in batch if is_erasure(parsed.entry)]
    if not batch:
        return set()
    touched = erase_for_office(session, case_id)
    waits = newer_lines(session, case_id)
    batch = [parsed for parsed in batch if parsed.hash not in waits]
    if here is not None and here.role is not Role.OFFICE:
        touched |= _erase(session, case_id, _undelivered(session, case_id, batch, here))
    return touched


def erase_for_office(session: Session, case_id: str) -> set[Key]:
    """Erase whatever the office's entries name and is still here; return the records that lost a body."""
    return _erase(session, case_id, read_erasures(session, case_id).by_office)


def _undelivered(session: Session, case_id: str, batch: Sequence[Parsed], here: Writer) -> set[str]:
    """Return those of the bodies named that are of this device alone and have no number yet."""
    named = {body for parsed in batch for body in named_bodies(parsed.fields)}
    return {
        body
        for body, entries in _written_bodies(session, case_id, named).items()
        if all(may_erase(here, entry.writer, is_held=entry.number is not None) for entry in entries)
    }


def _erase(session: Session, case_id: str, named: Set[str]) -> set[Key]:
    touched: set[Key] = set()
    for chunk in chunked(sorted(named)):
        known = select(erased.c.body_hash).where(erased.c.case_id == case_id, erased.c.body_hash.in_(chunk))
        new = sorted(set(chunk) - set(session.scalars(known)))
        if new:
            session.execute(insert(erased), [{"body_hash": item, "case_id": case_id} for item in new])
        touched |= _drop(session, case_id, chunk)
    _drop_waiting(session, case_id, named)
    return touched


def _drop(session: Session, case_id: str, digests: Sequence[str]) -> set[Key]:
    held = select(bodies.c.hash).where(bodies.c.case_id == case_id, bodies.c.hash.in_(digests))
    query = select(journal.c.kind, journal.c.record_id, journal.c.body_hash, journal.c.action)
    rows = session.execute(query.where(journal.c.case_id == case_id, journal.c.body_hash.in_(held))).all()
    # The body of an erasure itself is never erased: it says why the others are gone.
    kept = {row.body_hash for row in rows if row.action in LASTING}
    gone = {row.body_hash for row in rows} - kept
    limited = records_limited_by(session, case_id, gone)
    session.execute(delete(bodies).where(bodies.c.case_id == case_id, bodies.c.hash.in_(gone)))
    return limited | {(row.kind, row.record_id) for row in rows if row.body_hash in gone}


def _drop_waiting(session: Session, case_id: str, digests: Set[str]) -> None:
    for row in session.execute(select(waiting).where(waiting.c.case_id == case_id)).mappings().all():
        entry = reparse(dict(row)).entry
        if entry.body in digests and entry.action not in LASTING:
            session.execute(update(waiting).where(waiting.c.hash == row["hash"]).values(salt=None, content=None))
