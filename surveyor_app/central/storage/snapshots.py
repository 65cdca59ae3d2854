"""A centre's whole database as one SQLite file, taken from SQLite or PostgreSQL, and put back into either.

Both kinds hold the same tables, so a row is a row. What was read is one moment: a reading transaction that sees no later commit,
while the centre goes on writing. A backup can thereby be restored on another kind of database than it was taken from.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Connection, Table, delete, func, insert, inspect, make_url, select, text
from sqlalchemy.exc import SQLAlchemyError

from surveyor_app.central.storage import schema
from surveyor_app.central.storage.database import make_engine
from surveyor_app.central.storage.migrating import is_current, upgrade
from surveyor_app.domain.errors import InputError, TargetExists
from surveyor_app.domain.wire_errors import ServerFailed
from surveyor_app.records import schema as records_schema

ROWS = 500
"""So many rows at a time lie in memory."""
_BUSY_S = 30


def sqlite_file(url: str) -> Path | None:
    """Return the file of an SQLite URL; ``None`` for any other database."""
    parsed = make_url(url)
    return Path(parsed.database) if parsed.get_backend_name() == "sqlite" and parsed.database else None


def require_centre(url: str) -> None:
    """See that a centre's records lie there.

    Raises:
        InputError: none do.
        ServerFailed: the database cannot be reached.
    """
    file = sqlite_file(url)
    if not (_has_centre(url) if file is None else file.exists()):
        raise InputError(field="data", reason="no centre there")


def require_free(url: str) -> None:
    """See that no centre's records lie there.

    Raises:
        TargetExists: some do.
        ServerFailed: the database cannot be reached.
    """
    file = sqlite_file(url)
    if _has_centre(url) if file is None else file.exists():
        # Without user and password.
        raise TargetExists(path=str(file or make_url(url).database))


def take(url: str, snapshot: Path) -> None:
    """Write the database as it is at one moment into an SQLite file that is not there yet; writers go on meanwhile.

    Raises:
        InputError: the database is of another version of the program.
        ServerFailed: database or disk refuse.
    """
    file = sqlite_file(url)
    if file is None:
        _copy_out(url, snapshot)
    else:
        with closing(sqlite.connect(str(file), timeout=_BUSY_S, isolation_level=None)) as connection:
            connection.execute("VACUUM INTO ?", (str(snapshot),))
    snapshot.chmod(0o600)


def put_back(snapshot: Path, url: str, scratch: Path) -> None:
    """Write a snapshot into a database that is no SQLite file, in one transaction; ``scratch`` is a file to work in.

    Raises:
        ServerFailed: the database refuses; nothing was written then.
    """
    shutil.copyfile(snapshot, scratch)
    scratch.chmod(0o600)
    try:
        # A snapshot of an older version is brought up to date first, in the copy.
        with _connected(f"sqlite:///{scratch.absolute()}") as source:
            upgrade(source)
            source.commit()
            with _connected(url) as target:
                upgrade(target)
                _copy(source, target)
                _set_counters(target)
                target.commit()
    finally:
        scratch.unlink(missing_ok=True)


def _copy_out(url: str, snapshot: Path) -> None:
    with _connected(url) as source, _connected(f"sqlite:///{snapshot.absolute()}") as target:
        source = source.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        if not is_current(source):
            raise InputError(field="database", reason="of another version")
        upgrade(target)
        _copy(source, target)
        target.commit()


def _copy(source: Connection, target: Connection) -> None:
    """Have each table hold the same rows as the other side's."""
    for table in reversed(_tables()):
        target.execute(delete(table))
    for table in _tables():
        rows = source.execution_options(stream_results=True, yield_per=ROWS).execute(select(table))
        for some in rows.mappings().partitions(ROWS):
            target.execute(insert(table), [dict(row) for row in some])


def _set_counters(connection: Connection) -> None:
    """Have the next line of the journal come after those that were written with their own places."""
    journal = records_schema.journal
    last = connection.scalar(select(func.max(journal.c.pos)))
    if connection.dialect.name == "postgresql" and last is not None:
        counter = "SELECT setval(pg_get_serial_sequence(:table, 'pos'), :last)"
        connection.execute(text(counter), {"table": journal.name, "last": last})


def _tables() -> list[Table]:
    return [*records_schema.metadata.sorted_tables, *schema.metadata.sorted_tables]


def _has_centre(url: str) -> bool:
    with _connected(url) as connection:
        if not inspect(connection).has_table(schema.keys.name):
            return False
        return bool(connection.scalar(select(func.count()).select_from(schema.keys)))


@contextmanager
def _connected(url: str) -> Iterator[Connection]:
    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            yield connection
    except SQLAlchemyError as error:
        raise ServerFailed(reason="database", detail=type(error).__name__) from error
    finally:
        engine.dispose()
