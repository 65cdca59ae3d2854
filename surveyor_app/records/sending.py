"""Reads entries for the other side: what came after a number, what of ours has none yet, and what the centre lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, takewhile
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from surveyor_app.domain.journal.entries import SignedEntry
from surveyor_app.domain.ownership import Role
from surveyor_app.records.branches.forks import BRANCH
from surveyor_app.records.erasing import Erasures, read_erasures
from surveyor_app.records.lines import body_of
from surveyor_app.records.schema import LOST, bodies, devices, journal, quarantine

PAGE = 500


def _signed_entries() -> Select[Any]:
    return select(
        journal.c.line,
        journal.c.signature,
        journal.c.number,
        journal.c.device,
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
    branch = select(quarantine.c.hash).where(quarantine.c.case_id == case_id, quarantine.c.reason == BRANCH)
    query = _signed_entries().where(
        journal.c.case_id == case_id,
        journal.c.device == device,
        journal.c.number.is_(None),
        journal.c.hash.not_in(branch),
    )
    # Not the whole journal of a new case at once: entries are rarely smaller than 400 bytes.
    rows = session.execute(query.order_by(journal.c.epoch, journal.c.seq)).yield_per(PAGE)
    return _first_run(rows, limit_bytes, read_erasures(session, case_id))


def numbered_run(session: Session, case_id: str, after: int, limit_bytes: int) -> list[SignedEntry]:
    """Return the entries that the centre numbered ``after`` + 1 and on: one chain, whole operations, no number left out.

    At most ``limit_bytes``, but at least one operation; empty when the next number is not here.
    """
    query = _signed_entries().where(journal.c.case_id == case_id, journal.c.number > after)
    rows = session.execute(query.order_by(journal.c.number, journal.c.pos)).yield_per(PAGE)
    run = _first_run(rows, limit_bytes, read_erasures(session, case_id))
    return [entry for place, entry in enumerate(run, start=after + 1) if entry.number == place]


def lost_runs(
    session: Session, case_id: str, device: str, common: int, limit_bytes: int
) -> Iterator[list[SignedEntry]]:
    """Yield what the centre lost of other devices than ``device``, chain by chain in runs of at most ``limit_bytes``.

    Of a surveyor's chain nothing is given from the first line on that had seen more than number ``common``: above it numbers
    mean something else by now, and only that surveyor's own device may say so. The office's centre knows its own lines.
    """
    query = (
        _signed_entries()
        .add_columns(journal.c.base, devices.c.role)
        .join(devices, devices.c.id == journal.c.device)
        .where(journal.c.case_id == case_id, journal.c.device != device, journal.c.number == LOST)
        .order_by(journal.c.device, journal.c.epoch, journal.c.seq)
    )
    erasures = read_erasures(session, case_id)
    for _, chain in groupby(session.execute(query), key=lambda row: (row.device, row.epoch)):
        rest = list(takewhile(lambda row: row.role == Role.OFFICE.value or row.base <= common, chain))
        while run := _first_run(rest, limit_bytes, erasures):
            yield run
            rest = rest[len(run) :]


def _first_run(rows: Iterable[Row[Any]], limit_bytes: int, erasures: Erasures) -> list[SignedEntry]:
    """Return the first whole operations, as far as one chain and ``limit_bytes`` go; at least one, if there is any.

    With a body that its author erased all up to the erasure: the centre takes neither without the other.
    """
    taken: list[SignedEntry] = []
    size = needed = seq = 0
    chain: tuple[str, int] | None = None
    for (device, epoch, _), parts in groupby(rows, key=lambda row: (row.device, row.epoch, row.op)):
        operation = list(parts)
        size += sum(len(row.line) + len(row.signature) + len(row.content or b"") for row in operation)
        if taken and ((device, epoch) != chain or (size > limit_bytes and seq >= needed)):
            break
        chain, seq = (device, epoch), operation[-1].seq
        spots = [erasures.first_after(device, (epoch, row.seq), row.body_hash) for row in operation if row.salt is None]
        needed = max([needed, *(spot[1] for spot in spots if spot is not None and spot[0] == epoch)])
        taken += [_signed(row) for row in operation]
    return taken


def all_entries(session: Session, case_id: str) -> list[SignedEntry]:
    """Return every entry of a case in the order it was applied here, branches included: what a bag carries."""
    query = _signed_entries().where(journal.c.case_id == case_id)
    return [_signed(row) for row in session.execute(query.order_by(journal.c.pos))]


def _signed(row: Row[Any]) -> SignedEntry:
    return SignedEntry(row.line, row.signature, body_of(row.salt, row.content), row.number or None)
