"""The tables of an empty database, as the chain of steps leaves them: the steps run once a process, what they made is copied.

Every case file starts with all tables. Running eight steps for each takes longer than everything else that opens a case.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import cache
from typing import cast

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

Statement = tuple[str, tuple[object, ...]]
Run = Callable[[Connection], None]


def is_empty(connection: Connection) -> bool:
    """Tell whether an SQLite database holds nothing yet; of other databases nothing is said."""
    if connection.dialect.name != "sqlite":
        return False
    things: int = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    return things == 0


def make_tables(connection: Connection, run_steps: Run) -> None:
    """Make in an empty SQLite database what ``run_steps`` makes of one, within the connection's transaction."""
    driver = connection.dialect.dbapi
    assert driver is not None, "a connection has one"
    for statement, values in _made_by(run_steps, cast("Hashable", driver)):
        connection.exec_driver_sql(statement, values)


@cache
def _made_by(run_steps: Run, driver: Hashable) -> tuple[Statement, ...]:
    engine = create_engine("sqlite://", module=driver, poolclass=StaticPool)
    try:
        with engine.connect() as connection:
            run_steps(connection)
            made = connection.exec_driver_sql(
                "SELECT type, name, sql FROM sqlite_master WHERE sql NOTNULL ORDER BY rowid"
            )
            things = [tuple(row) for row in made if not row.name.startswith("sqlite_")]
            statements: list[Statement] = [(sql, ()) for kind, _name, sql in things if kind == "table"]
            for name in [name for kind, name, _sql in things if kind == "table"]:
                statements += [
                    _insertion(name, tuple(row)) for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"')
                ]
            # What guards the tables comes when their first rows are there.
            return (*statements, *((sql, ()) for kind, _name, sql in things if kind != "table"))
    finally:
        engine.dispose()


def _insertion(table: str, values: tuple[object, ...]) -> Statement:
    return f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(values))})', values
