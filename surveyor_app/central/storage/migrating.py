"""Brings a centre's database to the version this program needs: the records' tables first, then the centre's own.

What the records' tables show is worked out anew from the journal whenever their chain has moved on, and when this program
understands other lines of the journal than the one before it.
"""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from surveyor_app.data_files import migrations_dir
from surveyor_app.records.catching_up import catch_up, is_caught_up
from surveyor_app.records.engines import migrating as records_migrating

VERSION_TABLE = "alembic_version_central"
_LOCK = 0x5375727665796F72 % 2**62
"""An arbitrary number that all nodes agree on, so that only one of them migrates."""


def is_current(connection: Connection) -> bool:
    """Tell whether both chains are at the heads that this program knows."""
    if records_migrating.current_revision(connection) != records_migrating.head_revision():
        return False
    known = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    return known.get_current_revision() == ScriptDirectory.from_config(_config()).get_current_head()


def upgrade(connection: Connection) -> None:
    """Bring both chains to their heads within the connection's transaction."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    before = records_migrating.current_revision(connection)
    records_migrating.upgrade(connection)
    session = Session(connection)
    if before != records_migrating.head_revision() or not is_caught_up(session):
        catch_up(session)
        session.flush()
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(migrations_dir() / "central").replace("%", "%%"))
    return config
