"""The centre's database: one engine, writing and reading sessions, on SQLite or PostgreSQL.

SQLite before 3.51.3 can corrupt a WAL database when two connections write or checkpoint at the same moment; the build that
``sqlcipher3`` carries is newer and opens plain files as well, so it is used, and an old one falls back to another journal.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from threading import Lock
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DataError, DBAPIError, DisconnectionError, SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from surveyor_app.central.storage.key_locking import KeyLock, info_for
from surveyor_app.domain.wire_errors import BadMessage, ServerFailed
from surveyor_app.records.engines import compiled

SAFE_WAL = (3, 51, 3)
"""The first SQLite without the WAL-reset bug."""

BUSY_TIMEOUT_S = 30
IDLE_S = 5.0
"""A connection to a server used within this time is taken to be there; where it is not, one request fails and is repeated."""

KEPT = 20
"""Connections to a server that stay open; as many again are opened when all are in use, and closed as soon as they are not.

Where twenty laptops found five kept, most of their requests began and ended a process of the server's: that cost more than the
request. The one used last goes first, for it remembers the statements it was sent."""

_IMMEDIATE = "surveyor_immediate"
_RETURNED = "surveyor_returned"


def journal_mode(version: tuple[int, ...]) -> str:
    """Return the journal mode that is safe for an SQLite version."""
    return "WAL" if version >= SAFE_WAL else "TRUNCATE"


def make_engine(url: str) -> Engine:
    """Return an engine for an SQLAlchemy URL whose transactions begin and roll back as written, DDL included."""
    if make_url(url).get_backend_name() != "sqlite":
        engine = create_engine(
            url, execution_options=compiled.SHARED, pool_size=KEPT, max_overflow=KEPT, pool_use_lifo=True
        )
        event.listen(engine, "checkin", _note_return)
        event.listen(engine, "checkout", lambda connection, record, proxy: _require_alive(engine, connection, record))
        return engine
    # After a commit the driver would otherwise begin by itself, and only before some statements.
    arguments = {"timeout": BUSY_TIMEOUT_S, "isolation_level": None, "check_same_thread": False}
    engine = create_engine(url, module=sqlite, connect_args=arguments, execution_options=compiled.SHARED)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _note_return(connection: Any, record: ConnectionPoolEntry) -> None:
    record.info[_RETURNED] = time.monotonic()


def _require_alive(engine: Engine, connection: Any, record: ConnectionPoolEntry) -> None:
    """Ask a connection that has lain idle whether it still is one; at every use that would be a fifth of a push."""
    returned = record.info.get(_RETURNED)
    if returned is None or time.monotonic() - returned < IDLE_S:
        return
    try:
        is_alive = engine.dialect.do_ping(connection)
    except engine.dialect.loaded_dbapi.Error:
        is_alive = False
    if not is_alive:
        raise DisconnectionError()


def _prepare_sqlite(connection: Any, record: object) -> None:
    mode = journal_mode(tuple(sqlite.sqlite_version_info))
    settings = (f"journal_mode={mode}", "synchronous=FULL", "foreign_keys=ON", "recursive_triggers=ON")
    for setting in (*settings, "trusted_schema=OFF", "mmap_size=0"):
        connection.execute(f"PRAGMA {setting}")


def _begin_sqlite(connection: Connection) -> None:
    immediate = connection.get_execution_options().get(_IMMEDIATE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


class Database:
    """Hands out sessions; each is one transaction."""

    def __init__(self, url: str, lock: KeyLock | None = None) -> None:
        self.engine = make_engine(url)
        self._info = info_for(lock)
        self._writing = self.engine.execution_options(**{_IMMEDIATE: True})
        several = self.takes_several_writers
        self._glancing = self.engine.execution_options(isolation_level="AUTOCOMMIT") if several else self.engine
        # SQLite lets one write at a time, and who waits for it asks again and again, later each time: with ten devices one
        # waited for four seconds. Within this process they wait for each other here.
        self._turn = nullcontext() if several else Lock()

    @property
    def takes_several_writers(self) -> bool:
        """Whether transactions that write can be under way at the same time."""
        return self.engine.dialect.name != "sqlite"

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session that commits at the end; on SQLite it holds the write lock from its start.

        Raises:
            ServerFailed: when the database refuses (locked, full, unreachable).
            BadMessage: when a value is none that a database can hold.
        """
        with self._turn, _translated(), self._session() as session, session.begin():
            yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one state and changes nothing.

        Raises:
            ServerFailed: when the database refuses.
        """
        with _translated(), Session(self.engine, info=dict(self._info)) as session:
            yield session
            session.rollback()

    @contextmanager
    def glance(self) -> Iterator[Session]:
        """A session for one question alone: on a server it goes without a transaction, whose beginning and end it would wait for.

        Raises:
            ServerFailed: when the database refuses.
        """
        with _translated(), Session(self._glancing, info=dict(self._info)) as session:
            yield session
            session.rollback()

    def flush_log(self) -> None:
        """Let nothing of what was written over stay behind in SQLite's log."""
        if self.engine.dialect.name == "sqlite":
            with self._turn, _translated(), self.engine.connect() as connection:
                connection.exec_driver_sql("COMMIT")
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                connection.exec_driver_sql("BEGIN")

    def _session(self) -> Session:
        return Session(self._writing, expire_on_commit=False, info=dict(self._info))

    def close(self) -> None:
        """Close all idle connections."""
        self.engine.dispose()


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (OverflowError, UnicodeError, DataError) as error:
        # No database holds such a value (a number beyond 64 bits, half a surrogate pair, NUL): it came from outside.
        raise BadMessage(reason="value") from error
    except DBAPIError as error:
        raise ServerFailed(reason="database", detail=type(error.orig).__name__) from error
    except SQLAlchemyError as error:
        raise ServerFailed(reason="database", detail=type(error).__name__) from error
