"""Brings a case file to the newest form when it is opened: all of it or nothing, and never from a newer version's file.

Before an older file is touched, journal and local tables (not the originals, which no migration changes) are copied aside and
compared. Then both chains run and the projections are rebuilt in one transaction; any failure leaves the file as it was. The
same happens when this program understands other lines of the journal than the one that worked the projections out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from surveyor_app.casefile.engine import FileKey, connect, make_engine, make_writer
from surveyor_app.casefile.schema import APPLICATION_ID
from surveyor_app.casefile.translation import system_translated, translated
from surveyor_app.data_files import migrations_dir
from surveyor_app.domain.errors import CaseFileError, MigrationFailed, NewerFormat, NotACaseFile
from surveyor_app.records.catching_up import catch_up, is_caught_up
from surveyor_app.records.engines import migrating as records_migrating

VERSION_TABLE = "alembic_version_casefile"
_LEFT_OUT = frozenset({"blob", "blob_part", "preview", "measure"})
"""Originals stay where they are; what was derived from them can be made again."""


_BEFORE = 5
"""Migrations that raised no format: there were eleven of both chains when the format was six."""


@cache
def file_format() -> int:
    """Return the format of the files this program writes (``user_version``): each migration of either chain raises it by one.

    Counted, so that no migration can come without its format: a forerunner that cannot open a file must say so.
    """
    chains = ("records", "casefile")
    return sum(1 for chain in chains for _ in (migrations_dir() / chain / "versions").glob("*.py")) - _BEFORE


@dataclass(frozen=True, slots=True)
class LocalChain:
    """Where the chain of the local tables lies; tests bring their own."""

    folder: Path

    def config(self) -> Config:
        """Return Alembic's configuration of the chain."""
        config = Config()
        # A percent sign in the path would be read as an interpolation.
        config.set_main_option("script_location", str(self.folder).replace("%", "%%"))
        return config

    def head(self) -> str | None:
        """Return the newest revision."""
        return ScriptDirectory.from_config(self.config()).get_current_head()

    def current(self, connection: Connection) -> str | None:
        """Return the revision of the file."""
        return MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE}).get_current_revision()

    def upgrade(self, connection: Connection) -> None:
        """Run the missing steps in the connection's transaction."""
        config = self.config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def local_chain() -> LocalChain:
    """Return the chain that comes with the program."""
    return LocalChain(migrations_dir() / "casefile")


@cache
def _head_in(folder: Path) -> str | None:
    """Return the newest revision of a chain that comes with the program: files that do not change while it runs."""
    return LocalChain(folder).head()


def make_schema(connection: Connection) -> None:
    """Make all tables of a new case file in the connection's transaction."""
    records_migrating.upgrade(connection)
    local_chain().upgrade(connection)
    _catch_up(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {file_format()}")


def bring_up_to_date(path: Path, key: FileKey, chain: LocalChain | None = None, newest: int | None = None) -> bool:
    """Check the format and upgrade an older file; tell whether anything was done.

    Raises:
        NewerFormat: a newer version wrote the file; it was not touched.
        NotACaseFile: it is some other SQLCipher database.
        MigrationFailed: the upgrade failed; the file is as it was.
    """
    head = _head_in(local_chain().folder) if chain is None else chain.head()
    chain, newest = chain or local_chain(), newest or file_format()
    engine = make_engine(path, key)
    with translated(path), engine.connect() as connection:
        application_id = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        found = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if application_id != APPLICATION_ID:
            raise NotACaseFile(path=str(path))
        if found > newest:
            raise NewerFormat(path=str(path), found=found, supported=newest)
        ours = (records_migrating.head_revision(), head, newest)
        theirs = (records_migrating.current_revision(connection), chain.current(connection), found)
        if ours == theirs and is_caught_up(Session(connection)):
            return False
    try:
        _migrate(path, key, chain, newest)
    except CaseFileError:
        raise
    except Exception as error:  # whatever a step raises, the file is as it was and the user can be told so
        raise MigrationFailed(path=str(path), reason=str(error)) from error
    return True


def _migrate(path: Path, key: FileKey, chain: LocalChain, newest: int) -> None:
    aside = path.with_name(f"{path.name}.journal-copy")
    _remove(aside)
    engine = make_writer(path, key)
    try:
        with translated(path):
            _copy_aside(path, aside, key)
            with engine.connect() as connection:
                # Without effect inside a transaction; with it on, a table that is made anew takes its children's rows along.
                connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
                connection.rollback()
                with connection.begin():
                    before = _Content.of(connection)
                    records_migrating.upgrade(connection)
                    chain.upgrade(connection)
                    _catch_up(connection)
                    _compare(path, before, _Content.of(connection))
                    connection.exec_driver_sql(f"PRAGMA user_version = {newest}")
    finally:
        engine.dispose()
        _remove(aside)


def _catch_up(connection: Connection) -> None:
    session = Session(connection)
    catch_up(session)
    session.flush()


@dataclass(frozen=True, slots=True)
class _Content:
    """What no migration changes: the rows of these tables, and the bodies but for those that an erasure takes away."""

    rows: dict[str, int]
    bodies: frozenset[tuple[str, str]]
    erased: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, connection: Connection) -> _Content:
        """Read it."""
        rows = {
            name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()
            for name in ("journal", "blob", "blob_part", "receipt")
            if connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = ?", (name,)).scalar() is not None
        }
        bodies = connection.exec_driver_sql("SELECT case_id, hash FROM bodies")
        erased = connection.exec_driver_sql("SELECT case_id, body_hash FROM erased")
        return cls(
            rows, frozenset((case, body) for case, body in bodies), frozenset((case, body) for case, body in erased)
        )


def _compare(path: Path, before: _Content, after: _Content) -> None:
    for table in before.rows.keys() | after.rows.keys():
        if before.rows.get(table) != after.rows.get(table):
            raise MigrationFailed(path=str(path), reason=f"rows of {table}")
    if not after.bodies <= before.bodies <= after.bodies | after.erased:
        raise MigrationFailed(path=str(path), reason="rows of bodies")


def _copy_aside(path: Path, aside: Path, key: FileKey) -> None:
    connection = connect(path, key)
    try:
        connection.execute(f"ATTACH DATABASE ? AS aside KEY \"x'{key.key.hex()}{key.salt.hex()}'\"", (str(aside),))
        names = connection.execute(
            "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        ).fetchall()
        for (name,) in names:
            if name not in _LEFT_OUT:
                _copy_table(connection, name, path)
    finally:
        connection.close()


def _copy_table(connection: Any, name: str, path: Path) -> None:
    connection.execute(f'CREATE TABLE aside."{name}" AS SELECT * FROM main."{name}"')
    for one, other in (("main", "aside"), ("aside", "main")):
        query = f'SELECT count(*) FROM (SELECT * FROM {one}."{name}" EXCEPT SELECT * FROM {other}."{name}")'
        if connection.execute(query).fetchone() != (0,):
            raise MigrationFailed(path=str(path), reason=f"copy of {name}")


def _remove(aside: Path) -> None:
    for suffix in ("", "-journal", "-wal", "-shm"):
        with system_translated(aside):
            aside.with_name(aside.name + suffix).unlink(missing_ok=True)
