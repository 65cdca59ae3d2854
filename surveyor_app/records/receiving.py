"""Receives entries written elsewhere: total, idempotent by hash, and independent of the order of arrival.

What is correctly signed is always taken. An entry waits (table ``waiting``, so it survives a restart) until the entry before
it is applied, all parts of its operation are there, and its device is known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import BindParameter, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from surveyor_app.domain.journal.entries import LASTING, SignedEntry
from surveyor_app.domain.journal.identifiers import EntryHash
from surveyor_app.domain.wire_errors import BadSignature, NumbersDiffer
from surveyor_app.records.applying import apply, records_of, store_bodies
from surveyor_app.records.bases import records_limited_by
from surveyor_app.records.cases import lock_case
from surveyor_app.records.chunks import chunked
from surveyor_app.records.devices import public_keys
from surveyor_app.records.erasing import carry_out_erasures, erased_bodies, erasure_keys
from surveyor_app.records.keys import verify_signature
from surveyor_app.records.lines import Key, Parsed, parse, reparse, waiting_row
from surveyor_app.records.numbering import set_numbers
from surveyor_app.records.ordering import LINK, Link, applicable
from surveyor_app.records.projecting import project_anew
from surveyor_app.records.read_once import Rare, may_have, note, read_once
from surveyor_app.records.revocations import records_turned
from surveyor_app.records.schema import journal, waiting

UNKNOWN_DEVICE = "unknown_device"

_HASHES: BindParameter[Any] = bindparam("hashes", expanding=True)
_STORED = select(journal.c.hash).where(journal.c.hash.in_(_HASHES))
_WAITING = select(waiting).where(waiting.c.case_id == bindparam("case"))
_LINKS = select(*(journal.c[name] for name in ("hash", *LINK))).where(journal.c.hash.in_(_HASHES))


@dataclass(frozen=True, slots=True)
class Received:
    """What became of the entries received.

    ``applied`` may name entries that had been waiting before. ``quarantined`` gives the reasons of lines that are stored but
    not shown, of all records in ``touched``, and ``unknown_device`` for waiting entries of devices not known yet.
    """

    applied: list[EntryHash] = field(default_factory=list)
    waiting: list[EntryHash] = field(default_factory=list)
    known: list[EntryHash] = field(default_factory=list)
    quarantined: dict[EntryHash, str] = field(default_factory=dict)
    touched: dict[str, frozenset[str]] = field(default_factory=dict)


def receive(session: Session, case_id: str, entries: Sequence[SignedEntry]) -> Received:
    """Take entries of a case, each with the number the centre gave it, if it has one.

    Everything is checked before anything is stored.

    Raises:
        BadEntry: when a line or a body is malformed.
        BadHash: when a body is not the one its line names.
        BadSignature: when the signature is not by the device the line names.
        NumbersDiffer: when an entry comes with another number than before, or with that of another entry.
    """
    lock_case(session, case_id)
    with read_once(session, case_id):
        return _receive(session, case_id, _merged(parse(signed, case_id) for signed in entries))


def take_new(session: Session, case_id: str, entries: Sequence[Parsed], links: Mapping[str, Link]) -> Received:
    """Take entries that the caller has checked, under the case's lock: what :func:`receive` does after its own checks.

    They are signed by their devices, none of them is in the journal, and their numbers follow those that were given. ``links``
    are those of the entries held that they follow.
    """
    with read_once(session, case_id):
        new = {parsed.hash: parsed for parsed in entries}
        if _waiting(session, case_id):
            return _receive(session, case_id, new)
        return _take(session, case_id, {}, new, set(), _Checked({parsed.entry.device for parsed in entries}, links))


def _receive(session: Session, case_id: str, arrived: dict[EntryHash, Parsed]) -> Received:
    keys = public_keys(session, {parsed.entry.device for parsed in arrived.values()})
    stored = _stored(session, arrived)
    _require_free(session, case_id, arrived)
    for item, parsed in arrived.items():
        key = keys.get(parsed.entry.device)
        if item not in stored and key is not None and not verify_signature(key, parsed.line, parsed.signature):
            raise BadSignature(entry=item)
    pending = _waiting(session, case_id)
    new = {item: parsed for item, parsed in arrived.items() if item not in stored and item not in pending}
    supplemented = _supplement(session, case_id, [arrived[item] for item in arrived if item in stored])
    pending |= _supplement_waiting(session, case_id, pending, [arrived[item] for item in arrived if item in pending])
    set_numbers(
        session, case_id, {item: parsed.number for item, parsed in arrived.items() if parsed.number and item not in new}
    )
    for item, parsed in pending.items():
        if item in arrived and arrived[item].number is not None:
            pending[item] = replace(parsed, number=arrived[item].number)
    known = [item for item in arrived if item not in new]
    return replace(_take(session, case_id, pending, new, supplemented), known=known)


def retry_waiting(session: Session, case_id: str) -> Received:
    """Apply what waits and can be applied now, because a device has become known.

    Entries of that device that it did not sign are dropped: they were never more than a claim.
    """
    lock_case(session, case_id)
    pending = _waiting(session, case_id)
    keys = public_keys(session, {parsed.entry.device for parsed in pending.values()})
    for item, parsed in list(pending.items()):
        key = keys.get(parsed.entry.device)
        if key is not None and not verify_signature(key, parsed.line, parsed.signature):
            session.execute(delete(waiting).where(waiting.c.hash == item))
            del pending[item]
    with read_once(session, case_id):
        return _take(session, case_id, pending, {}, set())


def _merged(arrived: Iterable[Parsed]) -> dict[EntryHash, Parsed]:
    """Return the entries by hash; of one that came twice, the body and the number that either brought."""
    found: dict[EntryHash, Parsed] = {}
    for parsed in arrived:
        other = found.get(parsed.hash)
        found[parsed.hash] = parsed if other is None else _merge(other, parsed)
    return found


def _merge(one: Parsed, other: Parsed) -> Parsed:
    if one.number is not None and other.number is not None and one.number != other.number:
        raise NumbersDiffer(entry=one.hash, stored=one.number, given=other.number)
    number = one.number if one.number is not None else other.number
    if one.content is not None:
        return replace(one, number=number)
    return replace(one, number=number, salt=other.salt, content=other.content)


def _stored(session: Session, hashes: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for chunk in chunked(hashes):
        found |= set(session.scalars(_STORED, {"hashes": chunk}))
    return found


def _require_free(session: Session, case_id: str, arrived: Mapping[EntryHash, Parsed]) -> None:
    """Refuse a number that another entry has: the centre began to number anew."""
    numbers = {parsed.number: item for item, parsed in arrived.items() if parsed.number is not None}
    for chunk in chunked(numbers):
        query = select(journal.c.number, journal.c.hash).where(journal.c.case_id == case_id)
        for number, item in session.execute(query.where(journal.c.number.in_(chunk))):
            if numbers[number] != item:
                raise NumbersDiffer(entry=numbers[number], stored=item, given=number)


def _waiting(session: Session, case_id: str) -> dict[EntryHash, Parsed]:
    if not may_have(session, case_id, Rare.WAITING):
        return {}
    rows = session.execute(_WAITING, {"case": case_id}).mappings().all()
    return {EntryHash(row["hash"]): reparse(dict(row)) for row in rows}


def _supplement(session: Session, case_id: str, known: Sequence[Parsed]) -> set[Key]:
    """Store bodies that were left out when these applied entries first came."""
    if not any(parsed.content is not None for parsed in known):
        return set()
    stored = store_bodies(session, case_id, known)
    touched = records_of(session, case_id, stored) | records_limited_by(session, case_id, stored)
    touched |= carry_out_erasures(session, case_id, known, None) | erasure_keys(session, case_id)
    return touched | records_turned(session, case_id)


def _supplement_waiting(
    session: Session, case_id: str, pending: Mapping[EntryHash, Parsed], known: Sequence[Parsed]
) -> dict[EntryHash, Parsed]:
    """Store bodies that were left out when these waiting entries first came, and return the entries with them."""
    absent = erased_bodies(session, case_id, [parsed.entry.body for parsed in known])
    supplemented: dict[EntryHash, Parsed] = {}
    for parsed in known:
        if parsed.content is not None and pending[parsed.hash].content is None and not _is_gone(parsed, absent):
            values = {"salt": parsed.salt, "content": parsed.content}
            session.execute(update(waiting).where(waiting.c.hash == parsed.hash).values(**values))
            supplemented[parsed.hash] = replace(pending[parsed.hash], salt=parsed.salt, content=parsed.content)
    return supplemented


def _is_gone(parsed: Parsed, absent: Collection[str]) -> bool:
    return parsed.entry.body in absent and parsed.entry.action not in LASTING


def _take(
    session: Session,
    case_id: str,
    before: dict[EntryHash, Parsed],
    new: dict[EntryHash, Parsed],
    touched: set[Key],
    checked: _Checked | None = None,
) -> Received:
    """Apply what can be; ``checked`` is what the caller of new entries has found out already."""
    pending = before | new
    devices: Collection[str] = checked.devices if checked else ()
    if checked is None:
        devices = public_keys(session, {parsed.entry.device for parsed in pending.values()})
    candidates = [parsed for parsed in pending.values() if parsed.entry.device in devices]
    links = checked.links if checked else _links(session, {parsed.entry.prev for parsed in candidates})
    ready = applicable(candidates, links)
    # Numbers that follow those given, all of them applied: then there is no gap before the last.
    is_whole = checked is not None and len(ready) == len(new)
    applied = apply(session, case_id, ready, number_known=ready[-1].number if is_whole and ready else None)
    set_aside = dict(applied.set_aside) | project_anew(session, case_id, touched - applied.touched)
    done = {parsed.hash for parsed in ready}
    for chunk in chunked(sorted(done & before.keys())):
        session.execute(delete(waiting).where(waiting.c.hash.in_(chunk)))
    rest = [parsed for item, parsed in new.items() if item not in done]
    if rest:
        absent = erased_bodies(session, case_id, [parsed.entry.body for parsed in rest])
        bare = [replace(item, salt=None, content=None) if _is_gone(item, absent) else item for item in rest]
        session.execute(insert(waiting), [waiting_row(parsed) for parsed in bare])
        note(session, case_id, Rare.WAITING)
    strangers = [item for item, parsed in pending.items() if parsed.entry.device not in devices]
    return Received(
        applied=[parsed.hash for parsed in ready],
        waiting=[item for item in pending if item not in done],
        quarantined={EntryHash(item): reason for item, reason in set_aside.items()}
        | dict.fromkeys(strangers, UNKNOWN_DEVICE),
        touched=_grouped(touched | applied.touched),
    )


@dataclass(frozen=True, slots=True)
class _Checked:
    """What is known of new entries: their devices, and the links of the entries held that they follow."""

    devices: Collection[str]
    links: Mapping[str, Link]


def _links(session: Session, hashes: Collection[str | None]) -> dict[str, Link]:
    found: dict[str, Link] = {}
    for chunk in chunked(sorted(item for item in hashes if item is not None)):
        found |= {row[0]: Link(*row[1:]) for row in session.execute(_LINKS, {"hashes": chunk})}
    return found


def _grouped(keys: Iterable[Key]) -> dict[str, frozenset[str]]:
    grouped: dict[str, set[str]] = {}
    for kind, record_id in keys:
        grouped.setdefault(kind, set()).add(record_id)
    return {kind: frozenset(ids) for kind, ids in grouped.items()}
