"""The SQLCipher engine: one way to open a connection, for case files, the profile's database and mirrors.

SQLAlchemy's own pysqlcipher dialect keeps the key in a URL and refuses a keyed creator, so the plain SQLite dialect is used
with SQLCipher's driver. Transactions are begun by us: with the driver's default a table made in a failed transaction stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool
from sqlcipher3 import dbapi2

from surveyor_app.records.engines import compiled

PAGE_BYTES = 16 * 1024
_BUSY_TIMEOUT_MS = 10_000
_WAL_PAGES = 8_192
"""Pages after which a commit moves the WAL into the file: 128 MiB. What is in the WAL is as safe as what was moved; moving it
in the middle of an import is a second writing and a second fsync that whoever waits for "stored" waits for, so it is done
when nothing else is going on and when the case is closed. The bound is what a disk must have free beside the file."""

_WRITE = "surveyor_write"


@dataclass(frozen=True, slots=True, repr=False)
class FileKey:
    """What opens one SQLCipher file: its key and its salt. Never printed."""

    key: bytes
    salt: bytes

    def pragma(self) -> str:
        """Return the statement that hands the raw key over."""
        return f"PRAGMA key = \"x'{self.key.hex()}{self.salt.hex()}'\""


class Durability(StrEnum):
    """How hard a commit is pressed to disk: FULL for evidence, NORMAL for what may fall back by a moment."""

    FULL = "FULL"
    NORMAL = "NORMAL"


def connect_bare(path: Path, key: FileKey, *, create: bool = False, as_it_is: bool = False) -> Any:
    """Open one driver connection that has read nothing yet: what the check of a damaged file needs.

    ``as_it_is`` reads a closed file without writing anything, not even beside it: on a full disk there is no room for that.
    """
    mode = "ro&immutable=1" if as_it_is else "rwc" if create else "rw"
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        # Connections are handed from lane to lane, never used by two at once.
        check_same_thread=False,
        timeout=_BUSY_TIMEOUT_MS / 1000,
    )
    # SQLCipher otherwise prints every damaged page to standard error; we report them as findings.
    _send(connection, "PRAGMA cipher_log_level = NONE", key.pragma(), f"PRAGMA cipher_page_size = {PAGE_BYTES}")
    return connection


def connect(
    path: Path, key: FileKey, durability: Durability = Durability.FULL, *, create: bool = False, as_it_is: bool = False
) -> Any:
    """Open one driver connection with key and pragmas; the first statement that reads tells whether the key fits.

    The file must exist unless ``create``. The caller closes it. Errors are the driver's.
    """
    connection = connect_bare(path, key, create=create, as_it_is=as_it_is)
    _send(
        connection,
        f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}",
        "PRAGMA trusted_schema = OFF",
        "PRAGMA cell_size_check = ON",
        "PRAGMA mmap_size = 0",
        "PRAGMA recursive_triggers = ON",
        "PRAGMA foreign_keys = ON",
        "PRAGMA temp_store = MEMORY",
        f"PRAGMA wal_autocheckpoint = {_WAL_PAGES}",
        f"PRAGMA synchronous = {durability.value}",
        "PRAGMA secure_delete = ON",
    )
    return connection


def _send(connection: Any, *statements: str) -> None:
    try:
        for statement in statements:
            connection.execute(statement)
    except BaseException:
        connection.close()
        raise


def make_engine(path: Path, key: FileKey) -> Engine:
    """Return an engine for readers: every checkout is a connection of its own (opening one costs about a millisecond).

    The caller keeps one more connection open beside it: closing the last one would checkpoint every time.
    """
    return _engine(path, key, Durability.FULL, poolclass=NullPool)


def make_reader(path: Path, key: FileKey, *, as_it_is: bool = False) -> Engine:
    """Return an engine for the readers of an open case, which keeps one idle connection for whoever reads next.

    More than one may read at once; what is returned beside the idle one is closed. A connection on which anything failed is
    never used again: one damaged page makes a SQLCipher connection useless. ``engine.pool.dispose()`` closes the idle one.
    """
    engine = _engine(path, key, Durability.FULL, as_it_is=as_it_is, poolclass=QueuePool, pool_size=1, max_overflow=-1)
    event.listen(engine, "handle_error", _give_up_connection)
    return engine


def make_writer(path: Path, key: FileKey, durability: Durability = Durability.FULL) -> Engine:
    """Return an engine for writers, who take turns on one connection that is kept until ``dispose()``.

    Its transactions take SQLite's write lock at their start.
    """
    engine = _engine(path, key, durability, poolclass=QueuePool, pool_size=1, max_overflow=0)
    return engine.execution_options(**{_WRITE: True})


@contextmanager
def transaction(path: Path, key: FileKey) -> Iterator[Connection]:
    """Yield a connection in one write transaction on a file that nothing else has open."""
    engine = make_writer(path, key)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def _engine(path: Path, key: FileKey, durability: Durability, *, as_it_is: bool = False, **pool: Any) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, key, durability, as_it_is=as_it_is),
        execution_options=compiled.SHARED,
        **pool,
    )
    event.listen(engine, "begin", _begin)
    return engine


def is_closed(path: Path) -> bool:
    """Tell whether nothing was left beside a file: then it can be read as it is."""
    left = path.with_name(f"{path.name}-wal")
    return not left.exists() or left.stat().st_size == 0


def _give_up_connection(context: ExceptionContext) -> None:
    context.is_disconnect = True


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get(_WRITE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
