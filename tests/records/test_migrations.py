"""The chain of migrations makes exactly the tables of the models, and the triggers that guard the journal."""

from __future__ import annotations

import ast
import sqlite3
from pathlib import Path
from types import ModuleType

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from surveyor_app.data_files import migrations_dir
from surveyor_app.records import replay
from surveyor_app.records.engines import migrating
from surveyor_app.records.schema import TRIGGERS, metadata
from tests.records.sides import CASE, Side, author, create


def test_upgraded_tables_equal_the_models(engine: Engine) -> None:
    with engine.connect() as connection:
        options = {"version_table": migrating.VERSION_TABLE, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_constraints_and_indexes_have_names_by_the_convention(engine: Engine) -> None:
    inspector = inspect(engine)
    for table in metadata.tables:
        # SQLite counts up only a nameless primary key.
        counted = table == "journal" and engine.dialect.name == "sqlite"
        assert inspector.get_pk_constraint(table)["name"] == (None if counted else f"pk_{table}")
        assert inspector.get_foreign_keys(table) == []
        assert all((index["name"] or "").startswith(("ix_", "uq_")) for index in inspector.get_indexes(table))


def test_revision_is_told(empty_engine: Engine) -> None:
    with empty_engine.begin() as connection:
        assert migrating.current_revision(connection) is None
        migrating.upgrade(connection)
        assert migrating.current_revision(connection) == migrating.head_revision()
        migrating.upgrade(connection)


@pytest.mark.parametrize("driver", [sqlite3, dbapi2])
def test_an_empty_database_gets_what_the_steps_would_make(driver: ModuleType) -> None:
    """The second time too, when the steps do not run."""

    def made(*revisions: str) -> list[tuple[object, ...]]:
        engine = create_engine("sqlite://", module=driver, poolclass=StaticPool)
        with engine.connect() as connection:
            for revision in revisions:
                migrating.upgrade(connection, revision)
            things = connection.exec_driver_sql(
                "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2"
            ).all()
            rows = [
                (name, tuple(row))
                for (name,) in connection.exec_driver_sql(
                    "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1"
                ).all()
                for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()
            ]
        engine.dispose()
        return [*map(tuple, things), *rows]

    by_steps = made("r001", "heads")
    assert ("alembic_version_records", (migrating.head_revision(),)) in by_steps
    assert made("head") == by_steps
    assert made("head") == by_steps


def test_failed_upgrade_leaves_nothing(empty_engine: Engine) -> None:
    with empty_engine.connect() as connection, connection.begin() as transaction:
        migrating.upgrade(connection)
        assert len(inspect(connection).get_table_names()) > len(metadata.tables)
        transaction.rollback()
    assert inspect(empty_engine).get_table_names() == []


def test_migrations_import_nothing_of_ours() -> None:
    for path in Path(migrations_dir() / "records").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
            if isinstance(node, ast.ImportFrom):
                names.append(node.module or "")
            assert not any(name.startswith("surveyor_app") for name in names), path


def test_every_trigger_is_there(engine: Engine) -> None:
    with Session(engine) as session:
        assert replay.missing_triggers(session) == []
        if engine.dialect.name == "sqlite":
            listed = session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
            assert set(listed) == set(TRIGGERS)


FORBIDDEN = {
    "journal_no_delete": "DELETE FROM journal",
    "journal_no_update": "UPDATE journal SET line = signature",
    "journal_no_update of the hash": "UPDATE journal SET hash = 'x', number = 9",
    "journal_no_update beside a number": "UPDATE journal SET number = 9, base = 9 WHERE number IS NOT NULL",
    "journal_no_update of the place": "UPDATE journal SET pos = pos + 100, number = 9",
    "bodies_no_delete": "DELETE FROM bodies",
    "bodies_no_update": "UPDATE bodies SET content = salt",
    "erased_no_delete": "DELETE FROM erased",
    "erased_no_update": "UPDATE erased SET body_hash = 'x'",
}


def test_every_trigger_refuses_what_it_guards_against(side: Side) -> None:
    _fill(side)
    statements = list(FORBIDDEN.values())
    for table in ("journal", "bodies", "erased"):
        if side.engine.dialect.name == "postgresql":
            statements.append(f"TRUNCATE {table}")
        else:
            # With recursive_triggers the replaced row counts as deleted.
            statements.append(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
    before = side.dump()
    for statement in statements:
        with pytest.raises(DBAPIError, match=r"never|only when"), side.session() as session:
            session.execute(text(statement))
        assert side.dump() == before, statement


def test_a_number_is_the_centres_to_change_and_an_erased_body_may_be_deleted(side: Side) -> None:
    _fill(side)
    with side.session() as session:
        session.execute(text("UPDATE journal SET number = 7 WHERE number IS NULL"))
        session.execute(text("UPDATE journal SET number = 8 WHERE number = 7"))
        session.execute(text("UPDATE journal SET number = NULL WHERE number = 8"))
        session.execute(text("INSERT INTO erased (case_id, body_hash) SELECT case_id, hash FROM bodies"))
        session.execute(text("DELETE FROM bodies"))


def _fill(side: Side) -> None:
    entries = side.write(author(1), create("claim", 1))
    side.write(author(1), create("person", 2))
    side.number(entries)
    with side.session() as session:
        session.execute(text(f"INSERT INTO erased (case_id, body_hash) VALUES ('{CASE}', 'gone')"))
