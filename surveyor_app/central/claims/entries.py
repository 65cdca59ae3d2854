"""Entries in and out: everything is checked before anything is stored, and numbers are given under the case's lock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from sqlalchemy import BindParameter, bindparam, select
from sqlalchemy.orm import Session

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.claims.access import Access, last_to_see, require_access
from surveyor_app.central.claims.work_marks import note_change
from surveyor_app.central.storage.schema import certificates
from surveyor_app.domain.errors import BadEntry
from surveyor_app.domain.journal.entries import Entry, SignedEntry
from surveyor_app.domain.vocabulary import Part, lines_that_wait
from surveyor_app.domain.wire_errors import (
    TASK_TAKEN_BACK,
    BadHash,
    BadSignature,
    CertificateUnknown,
    ChainFork,
    ChainGap,
    Forbidden,
)
from surveyor_app.protocol.entries import PullAnswer, PushAnswer, PushRequest, WireDevice, from_wire, to_base64, to_wire
from surveyor_app.protocol.limits import MAX_PULL_BYTES, MAX_PULL_ENTRIES
from surveyor_app.records.branches.chains import Head, head_of
from surveyor_app.records.cases import lock_case, number_known
from surveyor_app.records.devices import known_devices
from surveyor_app.records.keys import verify_signature
from surveyor_app.records.lines import Parsed, is_erasure, named_bodies, parse
from surveyor_app.records.ordering import LINK, Link
from surveyor_app.records.receiving import take_new
from surveyor_app.records.schema import devices as devices_table
from surveyor_app.records.schema import journal as journal_table
from surveyor_app.records.schema import quarantine
from surveyor_app.records.sending import entries_after

# Made once: asking costs a quarter of what it costs to make the question.
_HASHES: BindParameter[Any] = bindparam("hashes", expanding=True)
_AUTHOR = (
    select(devices_table.c.public_key, devices_table.c.holder)
    .join(certificates, certificates.c.device == devices_table.c.id)
    .where(devices_table.c.id == bindparam("of"), certificates.c.purpose == "device")
    .where(certificates.c.revoked_at.is_(None))
    .limit(1)
)
_HELD = select(*(journal_table.c[name] for name in ("hash", "number", *LINK)))
_HELD = _HELD.where(journal_table.c.case_id == bindparam("case"), journal_table.c.hash.in_(_HASHES))
_ASIDE = select(quarantine.c.hash, quarantine.c.reason).where(quarantine.c.hash.in_(_HASHES))


def read(case: str, message: PushRequest) -> list[Parsed]:
    """Return the entries of a push, which are of one chain of the case, consecutive, each with its own body or none.

    Raises:
        BadMessage: a value of the message is malformed.
        BadEntry: an entry is malformed, of another case or chain.
        BadHash: a body is not the one its line names.
    """
    # A number is the centre's to give: what a sender says of it is not even looked at.
    parsed = [parse(replace(from_wire(wire), number=None), case) for wire in message.entries]
    first = parsed[0].entry if parsed else None
    if first is not None and any(
        (item.entry.device, item.entry.epoch) != (first.device, first.epoch) for item in parsed
    ):
        raise BadEntry(reason="several chains")
    for before, item in pairwise(parsed):
        if item.entry.prev != before.hash or item.entry.seq != before.entry.seq + 1:
            raise BadEntry(reason="not consecutive")
    return parsed


def push(session: Session, caller: Caller, case: str, parsed: Sequence[Parsed]) -> PushAnswer:
    """Store entries as :func:`read` gave them: known ones are passed over, whole operations are taken, a rest is left.

    Raises:
        UnknownCase: the case was never opened here.
        Forbidden: the case is someone else's, or their task of it was taken back and they knew.
        BadEntry: no operation is whole.
        BadHash: a body is absent without an erasure of its own that follows it.
        BadSignature: a line was not signed by its device.
        CertificateUnknown: the device is not certified for the caller, or its certificate was revoked.
        ChainGap: entries before these are missing. Data: ``head_seq``, ``head_hash``.
        ChainFork: another entry stands in this place. Data: ``head_seq``, ``head_hash``.
    """
    access = require_access(session, caller, case)
    if not parsed:
        raise BadEntry(reason="no entries")
    number = lock_case(session, case)
    _check_author(session, caller, parsed)
    hashes = [item.hash for item in parsed]
    before = parsed[0].entry.prev
    asked = hashes if before is None else [*hashes, before]
    held = {row.hash: row for row in session.execute(_HELD, {"case": case, "hashes": asked})}
    known: dict[str, int] = {item: held[item].number for item in hashes if item in held}
    fresh = [item for item in parsed if item.hash not in known]
    head = _check_chain(session, case, fresh[0].entry) if fresh else None
    fresh = _written_in_time(session, access, case, fresh) if fresh else fresh
    whole = _whole_operations(fresh)
    if fresh and not whole:
        raise BadEntry(reason="operation incomplete")
    _check_bodies(whole)
    numbered = [replace(item, number=number + place) for place, item in enumerate(whole, start=1)]
    if numbered:
        note_change(session, case)
    received = take_new(session, case, numbered, {item: Link(*row[2:]) for item, row in held.items()})
    aside: dict[str, str] = {item: reason for item, reason in received.quarantined.items() if item in set(hashes)}
    if known:
        aside |= {row.hash: row.reason for row in session.execute(_ASIDE, {"hashes": list(known)})}
    if head is not None and len(received.applied) == len(numbered):
        # The ordinary case: the chain went on by these, and by nothing that had waited.
        head = replace(head, seq=numbered[-1].entry.seq, hash=numbered[-1].hash)
    else:
        head = head_of(session, case, parsed[0].entry.device, parsed[0].entry.epoch)
    return PushAnswer(
        numbers=known | {item.hash: item.number for item in numbered if item.number is not None},
        head_seq=head.seq if head else 0,
        head_hash=head.hash if head else "",
        quarantined=aside,
    )


def pull(session: Session, caller: Caller, case: str, after: int) -> PullAnswer:
    """Return the entries numbered after ``after``, and the devices of the case.

    Raises:
        UnknownCase: the case was never opened here.
        Forbidden: the case is someone else's.
    """
    require_access(session, caller, case)
    found = _page(entries_after(session, case, after, MAX_PULL_ENTRIES))
    writers = set(session.scalars(select(journal_table.c.device).where(journal_table.c.case_id == case).distinct()))
    devices = known_devices(session, writers)
    highest = number_known(session, case)
    return PullAnswer(
        entries=tuple(to_wire(entry) for entry in found),
        devices=tuple(
            WireDevice(
                device=device.id,
                public_key=to_base64(device.public_key),
                role=device.role,
                holder=device.holder,
                certificate=None if device.certificate is None else to_base64(device.certificate),
            )
            for device in devices
        ),
        number=highest,
        more=bool(found) and (found[-1].number or highest) < highest,
    )


def _page(found: Sequence[SignedEntry]) -> Sequence[SignedEntry]:
    """Return as many of the entries as one answer carries over a bad network, and at least one."""
    size = 0
    for place, entry in enumerate(found):
        size += len(entry.line) + (0 if entry.body is None else len(entry.body.content()))
        if size > MAX_PULL_BYTES and place:
            return found[:place]
    return found


def _check_bodies(whole: Sequence[Parsed]) -> None:
    """Every body is there, unless its author erased it before anybody had it: then the erasure follows within the same push.

    Not before it, or a device could free itself once and for all from saying anything. Of what waits for a newer version
    nothing is asked, and nothing follows from it.
    """
    waits = lines_that_wait(Part.of(item.hash, item.entry) for item in whole)
    named: set[str] = set()
    for item in reversed(whole):
        if item.hash in waits:
            continue
        if item.content is None and item.entry.body not in named:
            raise BadHash(expected=item.entry.body, found="")
        if is_erasure(item.entry):
            named |= named_bodies(item.fields)


def _check_author(session: Session, caller: Caller, parsed: Sequence[Parsed]) -> None:
    """The device is certified for the caller, and both line and actor are its own."""
    device = parsed[0].entry.device
    row = session.execute(_AUTHOR, {"of": device}).one_or_none()
    if row is None or row.holder != caller.user:
        raise CertificateUnknown(device=device)
    for item in parsed:
        if not verify_signature(row.public_key, item.line, item.signature):
            raise BadSignature(entry=item.hash)
        if item.entry.actor != row.holder:
            raise CertificateUnknown(device=device, actor=item.entry.actor)


def _written_in_time(session: Session, access: Access, case: str, fresh: list[Parsed]) -> list[Parsed]:
    """Return those entries that were written before their author had seen that the task is no longer theirs.

    Raises:
        Forbidden: there are none.
    """
    taken = last_to_see(session, access, case)
    if taken is None:
        return fresh
    count = next((n for n, item in enumerate(fresh) if item.entry.base >= taken), len(fresh))
    if not count:
        raise Forbidden(case=case, reason=TASK_TAKEN_BACK)
    return fresh[:count]


def _check_chain(session: Session, case: str, first: Entry) -> Head | None:
    """Check that an entry continues what is held of its chain, and return that chain's head, if it has begun."""
    head = head_of(session, case, first.device, first.epoch)
    if head is None:
        _check_beginning(session, case, first)
    elif first.prev != head.hash:
        raise _gap_or_fork(session, case, first, head)
    elif first.seq != head.seq + 1:
        raise BadEntry(reason="seq")
    return head


def _check_beginning(session: Session, case: str, first: Entry) -> None:
    """A device begins with seq 1 after nothing, a later epoch directly after an entry of an earlier one."""
    newest = head_of(session, case, first.device)
    if first.epoch == 0:
        if first.prev is not None or first.seq != 1:
            raise ChainGap(head_seq=0, head_hash="")
        return
    query = select(journal_table.c.epoch, journal_table.c.seq).where(journal_table.c.hash == first.prev)
    mine = (journal_table.c.case_id == case, journal_table.c.device == first.device)
    parent = session.execute(query.where(*mine)).one_or_none()
    if parent is None:
        raise ChainGap(head_seq=newest.seq if newest else 0, head_hash=newest.hash if newest else "")
    if parent.epoch >= first.epoch or first.seq != parent.seq + 1:
        raise BadEntry(reason="epoch")


def _gap_or_fork(session: Session, case: str, first: Entry, head: Head) -> ChainGap | ChainFork:
    place = {"head_seq": head.seq, "head_hash": head.hash}
    return ChainGap(**place) if first.seq > head.seq + 1 else ChainFork(**place)


def _whole_operations(fresh: Sequence[Parsed]) -> list[Parsed]:
    """Return the longest beginning that ends with an operation's last entry.

    Raises:
        BadEntry: when the parts of an operation do not follow one another.
    """
    end = 0
    operation, expected = "", 1
    for place, item in enumerate(fresh, start=1):
        entry = item.entry
        if expected == 1:
            operation = entry.op
        if entry.op != operation or entry.op_n != expected:
            raise BadEntry(reason="operation")
        expected = 1 if entry.op_n == entry.op_of else expected + 1
        if expected == 1:
            end = place
    return list(fresh[:end])
