"""Brings a centre's database to the version this program needs: the records' tables first, then the centre's own."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from surveyor_app.data_files import migrations_dir
from surveyor_app.records.migrating import upgrade as upgrade_records

VERSION_TABLE = "alembic_version_central"
_LOCK = 0x5375727665796F72 % 2**62
"""An arbitrary number that all nodes agree on, so that only one of them migrates."""


def upgrade(connection: Connection) -> None:
    """Bring both chains to their heads within the connection's transaction."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    upgrade_records(connection)
    config = Config()
    config.set_main_option("script_location", str(migrations_dir() / "central").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
