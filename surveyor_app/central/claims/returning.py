"""Entries of other devices that a laptop hands back, because this centre was restored from an older copy and lost them.

They are as good as when they came first: signed by a device that is certified here, in the order of its chain. The office's own
may meanwhile have got successors of another kind. Then the lost ones are a branch, and the office does what a laptop with a
restored disk does: it writes them again in its next epoch.

Lines of a laptop that was locked out are taken as well, and passed on: those that had been accepted before stand, the others have
no effect, whoever hands them over. The office's own may say that a laptop was locked out; then it is again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.central.authority.office_device import OFFICE, office_key
from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.claims import locking_out
from surveyor_app.central.claims.access import require_access
from surveyor_app.central.claims.office_entries import author_of, write_entries
from surveyor_app.central.storage.schema import certificates
from surveyor_app.domain.errors import BadEntry
from surveyor_app.domain.journal.entries import Entry, SignedEntry
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.vocabulary import Part, lines_that_wait
from surveyor_app.domain.wire_errors import BadHash, BadSignature, CertificateUnknown, ChainFork
from surveyor_app.protocol.entries import PushAnswer, ReturnRequest, from_wire
from surveyor_app.records.bases import agreement
from surveyor_app.records.branches.chain_checks import check_chain
from surveyor_app.records.branches.chains import head_of
from surveyor_app.records.cases import lock_case
from surveyor_app.records.devices import find_device
from surveyor_app.records.epochs import open_epoch
from surveyor_app.records.erasing import Erasure, Erasures, read_erasures
from surveyor_app.records.keys import verify_signature
from surveyor_app.records.lines import is_erasure
from surveyor_app.records.numbering import assign_numbers
from surveyor_app.records.receiving import receive
from surveyor_app.records.schema import journal, quarantine

RETURNED = "entries handed back after the centre lost them"


def take_back(session: Session, caller: Caller, case: str, message: ReturnRequest, now: datetime) -> PushAnswer:
    """Store entries of one chain of another device; those known already are passed over.

    Raises:
        UnknownCase: the case was never opened here.
        Forbidden: the case is someone else's.
        BadEntry: an entry is malformed, of another case or chain, or has seen numbers that do not mean here what they meant.
        BadHash: a body is missing that no erasure took, or not the one its line names.
        BadSignature: a line was not signed by its device.
        CertificateUnknown: the device was never certified here.
        ChainGap, ChainFork: they do not continue what is held. Data: ``head_seq``, ``head_hash``.
    """
    require_access(session, caller, case)
    lock_case(session, case)
    signed = [from_wire(wire) for wire in message.entries]
    if not signed:
        raise BadEntry(reason="no entries")
    parsed = [entry.entry for entry in signed]
    _check_signatures(session, signed, parsed)
    _check_bodies(session, case, signed, parsed)
    is_office = parsed[0].device == office_key(session).device_id
    beyond = any(entry.base > message.common for entry in parsed)
    if beyond and not is_office:
        # Only the device itself may say how far its lines had seen, as numbers are given now.
        raise BadEntry(reason="base")
    locking_out.tell_late(session, case, parsed[0].device, now)
    number = lock_case(session, case)
    try:
        fresh = check_chain(session, case, signed, bases=False)
    except ChainFork:
        if not is_office:
            raise
        _write_again(session, case, signed, message.common, now)
    else:
        receive(session, case, [replace(item, number=number + place) for place, item in enumerate(fresh, start=1)])
        if beyond and fresh:
            write_entries(session, case, [agreement(case, message.common, RETURNED)], OFFICE, now)
    if is_office:
        locking_out.learn(session, signed)
    return _answer(session, case, signed, parsed[0])


def _check_signatures(session: Session, signed: Sequence[SignedEntry], parsed: Sequence[Entry]) -> None:
    """All lines are by one device that was certified here, on behalf of whom it was certified for."""
    device = find_device(session, parsed[0].device)
    given = select(certificates.c.fingerprint).where(
        certificates.c.device == parsed[0].device, certificates.c.purpose == "device"
    )
    if device is None or session.scalar(given.limit(1)) is None:
        raise CertificateUnknown(device=parsed[0].device)
    for item, entry in zip(signed, parsed, strict=True):
        if entry.device != device.id:
            raise BadEntry(reason="several chains")
        if not verify_signature(device.public_key, item.line, item.signature):
            raise BadSignature(entry=item.hash)
        # At the office many people write with one device.
        if device.role is not Role.OFFICE and entry.actor != device.holder:
            raise CertificateUnknown(device=device.id, actor=entry.actor)


def _check_bodies(session: Session, case: str, signed: Sequence[SignedEntry], parsed: Sequence[Entry]) -> None:
    """Every body is there, unless an erasure that is held here or comes with it says why not, or the line waits."""
    waits = lines_that_wait(Part.of(item.hash, entry) for item, entry in zip(signed, parsed, strict=True))
    pairs = [(item, entry) for item, entry in zip(signed, parsed, strict=True) if item.hash not in waits]
    absent = [entry for item, entry in pairs if item.body is None]
    if not absent:
        return
    told = Erasures.of(
        Erasure.said(entry.device, Role.SURVEYOR, (entry.epoch, entry.seq), item.body.fields)
        for item, entry in pairs
        if item.body is not None and is_erasure(entry)
    )
    held = read_erasures(session, case)
    for entry in absent:
        place = (entry.device, (entry.epoch, entry.seq), entry.body)
        if not held.explain(*place) and not told.explain(*place):
            raise BadHash(expected=entry.body, found="")


def _write_again(session: Session, case: str, signed: Sequence[SignedEntry], common: int, now: datetime) -> None:
    """Keep the office's lost entries as the branch they have become, and say the same again in its next epoch."""
    receive(session, case, [replace(item, number=None) for item in signed])
    author = author_of(session, OFFICE, now)
    written = open_epoch(session, case, author, None, RETURNED, seen_to=common)
    assign_numbers(session, case, [entry.hash for entry in written])


def _answer(session: Session, case: str, signed: Sequence[SignedEntry], first: Entry) -> PushAnswer:
    query = select(journal.c.hash, journal.c.number).where(journal.c.case_id == case, journal.c.number.is_not(None))
    rows = session.execute(query.where(journal.c.hash.in_([item.hash for item in signed])))
    head = head_of(session, case, first.device, first.epoch)
    aside = select(quarantine.c.hash, quarantine.c.reason).where(quarantine.c.hash.in_([item.hash for item in signed]))
    return PushAnswer(
        numbers={row.hash: row.number for row in rows},
        head_seq=head.seq if head else 0,
        head_hash=head.hash if head else "",
        quarantined={row.hash: row.reason for row in session.execute(aside)},
    )
