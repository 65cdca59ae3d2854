"""Brings the journaled tables of a database to the newest form; the chain of steps lies in ``migrations/records``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from surveyor_app.data_files import migrations_dir
from surveyor_app.records.engines import fresh_tables

VERSION_TABLE = "alembic_version_records"


def _config() -> Config:
    config = Config()
    # A percent sign in the path would be read as an interpolation.
    config.set_main_option("script_location", str(migrations_dir() / "records").replace("%", "%%"))
    return config


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run all missing steps up to a revision within the connection's transaction; the caller commits.

    After a step that changed a projection table the caller rebuilds the projections (``projecting.rebuild``).
    """
    if revision != "head":
        _run(connection, revision)
    elif fresh_tables.is_empty(connection):
        fresh_tables.make_tables(connection, _run_all)
    elif current_revision(connection) != head_revision():
        _run_all(connection)


def _run_all(connection: Connection) -> None:
    _run(connection, "head")


def _run(connection: Connection, revision: str) -> None:
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def head_revision() -> str:
    """Return the newest revision this program knows."""
    return _head_in(migrations_dir())


@cache
def _head_in(_folder: Path) -> str:
    head = ScriptDirectory.from_config(_config()).get_current_head()
    assert head is not None, "the chain has a first step"
    return head


def current_revision(connection: Connection) -> str | None:
    """Return the revision of the database, ``None`` when it has no journaled tables yet."""
    return MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE}).get_current_revision()
