"""Databases and authors for the tests: a side of the wire on either engine, devices with fixed keys, and a still clock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, select
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool, StaticPool

from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, SignedEntry
from surveyor_app.domain.journal.instants import ClockReading, Trust
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.ownership import Role
from surveyor_app.records import journal
from surveyor_app.records.engines import compiled, migrating
from surveyor_app.records.keys import DeviceKey
from surveyor_app.records.schema import JOURNALED_TABLES

CASE = "01930000-0000-7000-8000-000000000001"
DEMAND: Mapping[str, Json] = {"basis": "PIPL 47", "due_on": "2026-12-31", "asked_by": "li", "agreed_by": "wu"}
"""What an erasure by the office must say beside the bodies it names."""


def clock() -> ClockReading:
    """A clock that stands still."""
    return ClockReading(datetime(2026, 11, 20, 6, 3, 22, 5, UTC), 480, Trust.SYSTEM, 1_000_000, "boot-1")


def author(n: int, role: Role = Role.SURVEYOR) -> journal.Author:
    """The n-th device, always with the same key."""
    return journal.Author(DeviceKey.from_seed(bytes([n]) * 32), f"actor{n}", clock, role)


def record_id(n: int) -> str:
    """The n-th record's id."""
    return f"01930000-0000-7000-8000-{n:012x}"


def create(kind: str, n: int, **values: object) -> Step:
    return Step(Action.CREATE, kind, record_id(n), encode_fields(kind, values))


def change(kind: str, n: int, **values: object) -> Step:
    return Step(Action.CHANGE, kind, record_id(n), encode_fields(kind, values))


def sqlite_engine(path: Path | None = None) -> Engine:
    """An SQLite database in a file or in memory, with transactions begun by us."""
    arguments: dict[str, Any] = {"isolation_level": None, "check_same_thread": False}
    pool = StaticPool if path is None else NullPool
    engine = create_engine(
        f"sqlite:///{path or ''}", connect_args=arguments, poolclass=pool, execution_options=compiled.SHARED
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA recursive_triggers = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def upgraded(engine: Engine) -> Engine:
    """The same engine with all tables made; in memory, as a copy of those that the migrations made once."""
    if engine.url.get_backend_name() == "sqlite" and engine.url.database in {None, ""}:
        with engine.connect() as connection:
            connection.connection.driver_connection.deserialize(_migrated())  # type: ignore[union-attr]  # sqlite3's
        return engine
    with engine.begin() as connection:
        migrating.upgrade(connection)
    return engine


@cache
def _migrated() -> bytes:
    engine = sqlite_engine()
    with engine.begin() as connection:
        migrating.upgrade(connection)
    with engine.connect() as connection:
        made: bytes = connection.connection.driver_connection.serialize()  # type: ignore[union-attr]  # sqlite3's
    engine.dispose()
    return made


@dataclass
class Side:
    """One side of the wire: a database that holds the journal."""

    engine: Engine

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One transaction."""
        with Session(self.engine) as session, session.begin():
            yield session

    def know(self, *authors: journal.Author) -> None:
        """Make devices known."""
        with self.session() as session:
            for item in authors:
                signer = item.signer
                journal.register_device(
                    session, signer.device_id, signer.public_key, item.role, item.actor, item.certificate
                )

    def write(self, by: journal.Author, *steps: Step) -> list[SignedEntry]:
        """Append one operation."""
        with self.session() as session:
            return journal.append(session, CASE, steps, by)

    def take(self, entries: Sequence[SignedEntry]) -> journal.Received:
        """Receive entries."""
        with self.session() as session:
            return journal.receive(session, CASE, entries)

    def number(self, entries: Sequence[SignedEntry]) -> dict[Any, int]:
        """Give numbers, as the centre does."""
        with self.session() as session:
            return journal.assign_numbers(session, CASE, [entry.hash for entry in entries])

    def dump(self) -> dict[str, list[str]]:
        """Everything that must not depend on the order of arrival."""
        with self.session() as session:
            return dump(session)


def dump(session: Session) -> dict[str, list[str]]:
    """Every journaled table, sorted, without the order of application."""
    return {
        table.name: sorted(
            repr(tuple(row)) for row in session.execute(select(*(c for c in table.c if c.name != "pos")))
        )
        for table in JOURNALED_TABLES
    }
