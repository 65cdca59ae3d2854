"""Reads entries for the other side: what came after a number, and what of ours has none yet."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from surveyor_app.domain.journal.entries import SignedEntry
from surveyor_app.records.erasing import read_erasures
from surveyor_app.records.forks import BRANCH
from surveyor_app.records.lines import body_of
from surveyor_app.records.schema import bodies, journal, quarantine

PAGE = 500


def _signed_entries() -> Select[Any]:
    return select(
        journal.c.line,
        journal.c.signature,
        journal.c.number,
        journal.c.op,
        journal.c.epoch,
        journal.c.seq,
        journal.c.body_hash,
        bodies.c.salt,
        bodies.c.content,
    ).outerjoin(bodies, (bodies.c.case_id == journal.c.case_id) & (bodies.c.hash == journal.c.body_hash))


def entries_after(session: Session, case_id: str, number: int, limit: int = PAGE) -> list[SignedEntry]:
    """Return at most ``limit`` entries numbered above ``number``, in the order of their numbers, each with its body."""
    query = _signed_entries().where(journal.c.case_id == case_id, journal.c.number > number)
    return [_signed(row) for row in session.execute(query.order_by(journal.c.number, journal.c.pos).limit(limit))]


def unsent(session: Session, case_id: str, device: str, limit_bytes: int) -> list[SignedEntry]:
    """Return the device's entries that have no number: one chain, consecutive, whole operations.

    At most ``limit_bytes`` of lines and bodies, but at least one operation, and with a body that was erased all up to its
    erasure: the centre takes neither without the other. An older epoch comes before a newer one, and dead branches never: the
    centre refuses them, their content is written again in the next epoch.
    """
    erasures = read_erasures(session, case_id)
    branch = select(quarantine.c.hash).where(quarantine.c.case_id == case_id, quarantine.c.reason == BRANCH)
    query = _signed_entries().where(
        journal.c.case_id == case_id,
        journal.c.device == device,
        journal.c.number.is_(None),
        journal.c.hash.not_in(branch),
    )
    # Not the whole journal of a new case at once: entries are rarely smaller than 400 bytes.
    rows = session.execute(query.order_by(journal.c.epoch, journal.c.seq)).yield_per(PAGE)
    taken: list[SignedEntry] = []
    size = needed = seq = 0
    epoch: int | None = None
    for (of_epoch, _), parts in groupby(rows, key=lambda row: (row.epoch, row.op)):
        operation = list(parts)
        size += sum(len(row.line) + len(row.signature) + len(row.content or b"") for row in operation)
        if taken and (of_epoch != epoch or (size > limit_bytes and seq >= needed)):
            break
        epoch, seq = of_epoch, operation[-1].seq
        spots = [erasures.first_after(device, (epoch, row.seq), row.body_hash) for row in operation if row.salt is None]
        needed = max([needed, *(spot[1] for spot in spots if spot is not None and spot[0] == epoch)])
        taken += [_signed(row) for row in operation]
    return taken


def all_entries(session: Session, case_id: str) -> list[SignedEntry]:
    """Return every entry of a case in the order it was applied here, branches included: what a bag carries."""
    query = _signed_entries().where(journal.c.case_id == case_id)
    return [_signed(row) for row in session.execute(query.order_by(journal.c.pos))]


def _signed(row: Row[Any]) -> SignedEntry:
    return SignedEntry(row.line, row.signature, body_of(row.salt, row.content), row.number)
