"""Takes the tables of the records back to an older revision: what later migrations added is dropped, whatever that is by now."""

from __future__ import annotations

from sqlalchemy import Connection, create_engine, inspect, text

from surveyor_app.records.engines.migrating import VERSION_TABLE, upgrade
from surveyor_app.records.schema import metadata


def rewind(connection: Connection, revision: str) -> None:
    """Leave the database as that revision had made it, data apart."""
    before, now = tables_at(revision), inspect(connection)
    for name in metadata.tables.keys() & set(now.get_table_names()):
        if name not in before:
            connection.execute(text(f'DROP TABLE "{name}"'))
            continue
        for column in {item["name"] for item in now.get_columns(name)} - before[name]:
            connection.execute(text(f'ALTER TABLE "{name}" DROP COLUMN "{column}"'))
    connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = :revision"), {"revision": revision})


def tables_at(revision: str) -> dict[str, set[str]]:
    """Return the tables of a revision and their columns."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        upgrade(connection, revision)
        found = inspect(connection)
        tables = {name: {item["name"] for item in found.get_columns(name)} for name in found.get_table_names()}
    engine.dispose()
    return tables
