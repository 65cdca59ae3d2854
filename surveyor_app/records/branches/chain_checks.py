"""The centre's check of a push: does it continue the chain that is held?"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.domain.errors import BadEntry
from surveyor_app.domain.journal.entries import SignedEntry
from surveyor_app.domain.journal.identifiers import EntryHash
from surveyor_app.domain.wire_errors import ChainFork, ChainGap
from surveyor_app.records.branches.chains import head_of
from surveyor_app.records.cases import number_known
from surveyor_app.records.chunks import chunked
from surveyor_app.records.lines import Parsed, parse
from surveyor_app.records.ordering import Link, follows, link_of
from surveyor_app.records.schema import journal


def check_chain(
    session: Session, case_id: str, entries: Sequence[SignedEntry], *, bases: bool = True
) -> list[SignedEntry]:
    """Check that the entries are consecutive in one chain, whole operations, and continue what is held.

    ``bases`` says that they were written under the numbers given here, so that none may have seen more of them.

    Returns:
        Those that are not held yet; the ones before them were sent twice.

    Raises:
        BadEntry: when they are not one chain of whole operations, or claim to have seen numbers that were never given.
        BadHash: when a body is not the one its line names.
        ChainGap: when entries before them are missing; with the head that is held.
        ChainFork: when another entry is held in their place; with the head that is held.
    """
    parsed = [parse(signed, case_id) for signed in entries]
    held = _held(session, [item.hash for item in parsed])
    count = next((n for n, item in enumerate(parsed) if item.hash not in held), len(parsed))
    new = parsed[count:]
    if not new:
        return []
    first = new[0].entry
    before = None if first.prev is None else _link(session, first.prev)
    if (before is None and first.prev is not None) or not follows(before, first):
        raise _misfit(session, case_id, new[0], before)
    head = head_of(session, case_id, first.device, first.epoch)
    if head is not None and head.hash != first.prev:
        raise ChainFork(head_seq=head.seq, head_hash=head.hash)
    _check_run(new)
    known = number_known(session, case_id)
    if bases and any(item.entry.base > known for item in new):
        raise BadEntry(reason="base")
    return list(entries[count:])


def _check_run(new: Sequence[Parsed]) -> None:
    last = link_of(new[0].entry)
    previous = new[0]
    for item in new[1:]:
        if item.entry.prev != previous.hash or item.entry.epoch != last.epoch or not follows(last, item.entry):
            raise BadEntry(reason="not one chain")
        last, previous = link_of(item.entry), item
    if last.op_n != last.op_of:
        raise BadEntry(reason="operation is not whole")


def _misfit(session: Session, case_id: str, item: Parsed, before: Link | None) -> ChainGap | ChainFork | BadEntry:
    """Return the error for a first entry that does not follow what is held."""
    entry = item.entry
    head = head_of(session, case_id, entry.device, entry.epoch) or head_of(session, case_id, entry.device)
    if before is not None:
        return BadEntry(reason="does not follow")
    seq, digest = (0, "") if head is None else (head.seq, head.hash)
    if head is not None and entry.epoch <= head.epoch and entry.seq <= head.seq + 1:
        return ChainFork(head_seq=seq, head_hash=digest)
    return ChainGap(head_seq=seq, head_hash=digest)


def _held(session: Session, hashes: Sequence[EntryHash]) -> set[str]:
    found: set[str] = set()
    for chunk in chunked(hashes):
        found |= set(session.scalars(select(journal.c.hash).where(journal.c.hash.in_(chunk))))
    return found


def _link(session: Session, item: str) -> Link | None:
    columns = (journal.c[name] for name in ("device", "epoch", "seq", "op", "op_n", "op_of"))
    row = session.execute(select(*columns).where(journal.c.hash == item)).one_or_none()
    return None if row is None else Link(*row)
