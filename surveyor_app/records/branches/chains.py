"""The chains of each device: their heads, and where each epoch left the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CursorResult, bindparam, insert, select, update
from sqlalchemy.orm import Session

from surveyor_app.domain.journal.identifiers import DeviceId, EntryHash
from surveyor_app.records.branches.forks import BRANCH, reanalyse
from surveyor_app.records.lines import Key, Parsed
from surveyor_app.records.read_once import Rare, may_have
from surveyor_app.records.schema import LOST, chains, journal, quarantine

_OF_DEVICE = (chains.c.case_id == bindparam("case"), chains.c.device == bindparam("of"))
_NEWEST = select(chains.c.epoch, chains.c.head_seq, chains.c.head_hash).where(*_OF_DEVICE)
_NEWEST = _NEWEST.order_by(chains.c.epoch.desc()).limit(1)
_OF_EPOCH = select(chains.c.epoch, chains.c.head_seq, chains.c.head_hash).where(*_OF_DEVICE)
_OF_EPOCH = _OF_EPOCH.where(chains.c.epoch == bindparam("in_epoch"))
_PARENTS = select(chains.c.device, chains.c.epoch, chains.c.parent_epoch, chains.c.parent_seq)
_PARENTS = _PARENTS.where(chains.c.case_id == bindparam("case"), chains.c.parent_epoch.is_not(None))
_ADVANCE = update(chains).where(*_OF_DEVICE, chains.c.epoch == bindparam("in_epoch"))
_ADVANCE = _ADVANCE.where(chains.c.head_hash == bindparam("from_hash"))
_ADVANCE = _ADVANCE.values(head_seq=bindparam("to_seq"), head_hash=bindparam("to_hash"))


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a chain's main line."""

    device: DeviceId
    epoch: int
    seq: int
    hash: EntryHash


def heads(session: Session, case_id: str) -> list[Head]:
    """Return the heads of all chains of a case, sorted by device and epoch."""
    query = select(chains).where(chains.c.case_id == case_id).order_by(chains.c.device, chains.c.epoch)
    return [
        Head(DeviceId(row.device), row.epoch, row.head_seq, EntryHash(row.head_hash)) for row in session.execute(query)
    ]


def delivered_heads(session: Session, case_id: str) -> list[Head]:
    """Return the heads as the centre may know them: of other devices only as far as it has not lost their entries."""
    found = heads(session, case_id)
    lost = select(journal.c.device, journal.c.epoch).where(journal.c.case_id == case_id, journal.c.number == LOST)
    cut = {tuple(row) for row in session.execute(lost.distinct())}
    if not cut:
        return found
    whole = [head for head in found if (head.device, head.epoch) not in cut]
    shorter = [_last_numbered(session, case_id, head) for head in found if (head.device, head.epoch) in cut]
    return sorted([*whole, *(head for head in shorter if head is not None)], key=lambda head: (head.device, head.epoch))


def _last_numbered(session: Session, case_id: str, head: Head) -> Head | None:
    branch = select(quarantine.c.hash).where(quarantine.c.case_id == case_id, quarantine.c.reason == BRANCH)
    query = select(journal.c.seq, journal.c.hash).where(
        journal.c.case_id == case_id,
        journal.c.device == head.device,
        journal.c.epoch == head.epoch,
        journal.c.number != LOST,
        journal.c.hash.not_in(branch),
    )
    row = session.execute(query.order_by(journal.c.seq.desc()).limit(1)).one_or_none()
    return None if row is None else Head(head.device, head.epoch, row.seq, EntryHash(row.hash))


def head_of(session: Session, case_id: str, device: str, epoch: int | None = None) -> Head | None:
    """Return the head of a device's chain, of its newest epoch when none is named; ``None`` when it wrote nothing."""
    if epoch is None:
        row = session.execute(_NEWEST, {"case": case_id, "of": device}).one_or_none()
    else:
        row = session.execute(_OF_EPOCH, {"case": case_id, "of": device, "in_epoch": epoch}).one_or_none()
    return None if row is None else Head(DeviceId(device), row.epoch, row.head_seq, EntryHash(row.head_hash))


def ancestry(session: Session, case_id: str) -> dict[tuple[str, int], tuple[int, int]]:
    """Return for each epoch where it left the one before: (device, epoch) → (parent epoch, parent seq)."""
    rows = session.execute(_PARENTS, {"case": case_id}) if may_have(session, case_id, Rare.EPOCHS) else ()
    return {(row.device, row.epoch): (row.parent_epoch, row.parent_seq) for row in rows}


def extend(session: Session, case_id: str, batch: Sequence[Parsed]) -> set[Key]:
    """Move the heads on over entries just stored, parents first.

    Returns:
        Records to be projected anew beside those of the batch, because a line of theirs became a branch or ceased to be one.
    """
    touched: set[Key] = set()
    for device in dict.fromkeys(parsed.entry.device for parsed in batch):
        own = [parsed for parsed in batch if parsed.entry.device == device]
        if not _advance(session, case_id, device, own):
            touched |= reanalyse(session, case_id, device)
    return touched


def _advance(session: Session, case_id: str, device: str, batch: Sequence[Parsed]) -> bool:
    """Move the head over entries that follow it directly, the ordinary case; false when there is an epoch or a fork."""
    epoch, before = batch[0].entry.epoch, batch[0].entry.prev
    expected = before
    for parsed in batch:
        if parsed.entry.epoch != epoch or parsed.entry.prev != expected:
            return False
        expected = parsed.hash
    if before is not None:
        return advance_heads(session, [Advance.over(case_id, batch)]).rowcount == 1
    if epoch > 0 or head_of(session, case_id, device, epoch) is not None:
        return False
    last = batch[-1]
    values = {"case_id": case_id, "device": device, "epoch": epoch, "head_seq": last.entry.seq, "head_hash": last.hash}
    session.execute(insert(chains).values(**values))
    return True


@dataclass(frozen=True, slots=True)
class Advance:
    """A chain that goes on: from which entry to which."""

    case_id: str
    device: str
    epoch: int
    before: str | None
    last: Parsed

    @classmethod
    def over(cls, case_id: str, entries: Sequence[Parsed]) -> Advance:
        """Return that of consecutive entries."""
        first = entries[0].entry
        return cls(case_id, first.device, first.epoch, first.prev, entries[-1])


def advance_heads(session: Session, advances: Sequence[Advance]) -> CursorResult[Any]:
    """Move the heads of chains on, each if it is where that begins: the result says how many were."""
    return session.connection().execute(
        _ADVANCE,
        [
            {
                **{"case": item.case_id, "of": item.device, "in_epoch": item.epoch, "from_hash": item.before},
                **{"to_seq": item.last.entry.seq, "to_hash": item.last.hash},
            }
            for item in advances
        ],
    )
