"""Replay: the journal is the truth, so every table must come out of it again, column by column."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, Table, insert, select, text, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from surveyor_app.domain.errors import BadEntry
from surveyor_app.domain.journal.canonical import sha256_hex
from surveyor_app.domain.journal.identifiers import EntryHash
from surveyor_app.domain.ownership import Role
from surveyor_app.records.applying import apply
from surveyor_app.records.branches.chains import Head
from surveyor_app.records.cases import lock_case
from surveyor_app.records.engines import migrating
from surveyor_app.records.inspecting import Finding, Held, held_lines, inspect
from surveyor_app.records.keys import device_id_of
from surveyor_app.records.lines import Parsed, load_content
from surveyor_app.records.schema import JOURNALED_TABLES, POSTGRESQL_TRIGGERS, TRIGGERS, cases, devices, erased, waiting

__all__ = ["Difference", "Finding", "compare", "missing_triggers", "replay", "verify"]

BATCH = 500


@dataclass(frozen=True, slots=True)
class Difference:
    """A column that does not follow from the journal; ``column`` is ``*`` when the whole row is missing or too many."""

    table: str
    key: str
    column: str


def replay(source: Session, target: Session, case_id: str) -> None:
    """Apply every line of the source's journal to an empty database, in the order of application.

    Lines that are no entries any more are passed over: they are findings of :func:`verify`.
    """
    rows = source.execute(select(devices)).mappings()
    known = [dict(row) for row in rows if device_id_of(row["public_key"]) == row["id"] and row["role"] in set(Role)]
    if known:
        target.execute(insert(devices), known)
    # What a laptop forgot before it was delivered is noted there alone; a note that no entry of the office asks for does nothing.
    _copy(source, target, erased, case_id)
    lock_case(target, case_id)
    writers = {row["id"] for row in known}
    for batch in _batches(_readable(held_lines(source, case_id), writers)):
        apply(target, case_id, batch)
    _copy(source, target, waiting, case_id)


def _batches(lines: Iterable[Parsed]) -> Iterator[list[Parsed]]:
    """Cut between operations only: whether a part has an effect turns on the others."""
    batch: list[Parsed] = []
    for parsed in lines:
        if len(batch) >= BATCH and parsed.entry.op_n == 1:
            yield batch
            batch = []
        batch.append(parsed)
    if batch:
        yield batch


def _copy(source: Session, target: Session, table: Table, case_id: str) -> None:
    rows = [dict(row) for row in source.execute(select(table).where(table.c.case_id == case_id)).mappings()]
    if rows:
        target.execute(insert(table), rows)


def _readable(lines: Iterable[Held], writers: Collection[str]) -> Iterator[Parsed]:
    seen: set[str] = set()
    for held in lines:
        digest = sha256_hex(held.line)
        try:
            entry = held.entry()
            if held.content is not None:
                load_content(held.content)
        except BadEntry:
            continue
        if digest not in seen and entry.device in writers:
            seen.add(digest)
            yield Parsed(EntryHash(digest), entry, held.line, held.signature, held.salt, held.content, held.number)


def compare(source: Session, target: Session, case_id: str) -> list[Difference]:
    """Return every column of every journaled table in which the two databases differ for this case."""
    return [difference for table in JOURNALED_TABLES for difference in _compare(source, target, table, case_id)]


def _compare(source: Session, target: Session, table: Table, case_id: str) -> Iterator[Difference]:
    here, there = _rows(source, table, case_id), _rows(target, table, case_id)
    for key in sorted(here.keys() ^ there.keys()):
        yield Difference(table.name, key, "*")
    for key in sorted(here.keys() & there.keys()):
        if here[key] != there[key]:
            for name, value in here[key].items():
                if value != there[key][name]:
                    yield Difference(table.name, key, name)


def _rows(session: Session, table: Table, case_id: str) -> dict[str, dict[str, Any]]:
    """Return the raw rows by their key; the order of application is this side's own and not compared."""
    columns = [type_coerce(column, NullType()).label(column.name) for column in table.c if column.name != "pos"]
    keys = [column.name for column in table.primary_key if column.name not in {"pos", "case_id"}] or ["hash"]
    of_case = (table.c.id if table is cases else table.c.case_id) == case_id
    rows = session.execute(select(*columns).where(of_case)).mappings()
    return {" ".join(str(row[name]) for name in keys): dict(row) for row in rows}


def missing_triggers(session: Session) -> list[str]:
    """Return the names of the triggers that should guard the journal and are not there."""
    if session.get_bind().dialect.name == "postgresql":
        query, expected = "SELECT tgname FROM pg_trigger WHERE tgenabled = 'O'", TRIGGERS | POSTGRESQL_TRIGGERS
    else:
        query, expected = "SELECT name FROM sqlite_master WHERE type = 'trigger'", TRIGGERS
    return sorted(expected - set(session.scalars(text(query))))


def verify(session: Session, case_id: str, scratch_engine: Engine, known_heads: Iterable[Head] = ()) -> list[Finding]:
    """Check everything the journal says and everything that follows from it.

    Args:
        session: Reads the database to be checked.
        case_id: The case.
        scratch_engine: An engine for an empty database, in memory because it receives the case in plain text.
        known_heads: Heads seen earlier; one that is not there any more is a finding ``head_missing``.

    Returns:
        Nothing when all holds. Codes: those of :func:`~surveyor_app.records.inspecting.inspect`, ``projection_differs`` (with
        ``table``, ``key``, ``column``), ``guard_missing`` and ``head_missing``.
    """
    findings = [Finding("guard_missing", {"trigger": name}) for name in missing_triggers(session)]
    findings += inspect(session, case_id)
    held = {line.digest for line in held_lines(session, case_id)}
    findings += [
        Finding("head_missing", {"entry": head.hash, "device": head.device, "seq": head.seq})
        for head in known_heads
        if head.hash not in held
    ]
    with scratch_engine.connect() as connection:
        migrating.upgrade(connection)
        with Session(connection) as scratch:
            replay(session, scratch, case_id)
            differences = compare(session, scratch, case_id)
    return findings + [
        Finding("projection_differs", {"table": item.table, "key": item.key, "column": item.column})
        for item in differences
    ]
