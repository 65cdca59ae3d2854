"""Every test that asks for ``engine`` or ``side`` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, make_url, text
from sqlalchemy.pool import NullPool

from surveyor_app.records import replay
from surveyor_app.records.engines import compiled
from surveyor_app.records.replay import Finding
from surveyor_app.records.schema import metadata
from tests.postgres_server import PostgresServer
from tests.records.newer_program import OFFICE, ONE, TWO, NewerDevice
from tests.records.sides import CASE, Side, sqlite_engine, upgraded

Blank = Callable[[], Side]
Findings = Callable[[Side], list[Finding]]

ENGINES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]
_copies = count(1)


@pytest.fixture(params=ENGINES)
def empty_engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database without tables."""
    if request.param == "sqlite":
        engine = sqlite_engine(tmp_path / "empty.db")
    else:
        engine = create_engine(
            request.getfixturevalue("postgres_url"), poolclass=NullPool, execution_options=compiled.SHARED
        )
    yield engine
    engine.dispose()


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Engine:
    """A database with the journaled tables."""
    engine: Engine = request.getfixturevalue("sqlite_database" if request.param == "sqlite" else "postgres_engine")
    return engine


@pytest.fixture
def side(engine: Engine) -> Side:
    """One side of the wire."""
    return Side(engine)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with all tables made: copying it is quicker than making them for each test."""
    path = tmp_path_factory.mktemp("template") / "records.db"
    upgraded(sqlite_engine(path))
    return path


@pytest.fixture
def sqlite_database(sqlite_template: Path, tmp_path: Path) -> Engine:
    """An SQLite database with the journaled tables."""
    return sqlite_engine(Path(shutil.copy(sqlite_template, tmp_path / "records.db")))


@pytest.fixture(scope="session")
def postgres_template(postgres_server: PostgresServer) -> Iterator[str]:
    """URL of a PostgreSQL database with all tables made, to be copied for each test."""
    with postgres_server.fresh_database() as url:
        upgraded(create_engine(url, poolclass=NullPool, execution_options=compiled.SHARED))
        yield url


@pytest.fixture(scope="session")
def postgres_database(postgres_template: str) -> Iterator[Engine]:
    """A PostgreSQL database that all tests of this process use one after the other."""
    with postgres_copy(postgres_template) as engine:
        yield engine


@pytest.fixture
def postgres_engine(postgres_database: Engine) -> Engine:
    """A PostgreSQL database whose journaled tables are there and empty."""
    tables = ", ".join(metadata.tables)
    with postgres_database.begin() as connection:
        # The triggers that guard the journal refuse this otherwise.
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(text(f"TRUNCATE {tables} RESTART IDENTITY"))
    return postgres_database


@contextmanager
def postgres_copy(template_url: str) -> Iterator[Engine]:
    """A copy of a database that nobody is connected to, dropped at the end."""
    template, name = make_url(template_url), f"records_{next(_copies)}"
    administration = create_engine(template.set(database="postgres"), isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with administration.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template.database}"))
    yield create_engine(template.set(database=name), poolclass=NullPool, execution_options=compiled.SHARED)
    with administration.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def blank(sqlite_template: Path) -> Blank:
    """Makes further sides without a line, in memory."""

    def make() -> Side:
        engine = sqlite_engine()
        with closing(sqlite3.connect(sqlite_template)) as template:
            template.backup(engine.raw_connection().dbapi_connection)  # type: ignore[arg-type]  # it is SQLite's
        return Side(engine)

    return make


@pytest.fixture
def findings(blank: Blank) -> Findings:
    """What verification finds on a side."""

    def verify(side: Side) -> list[Finding]:
        with side.session() as session:
            return replay.verify(session, CASE, blank().engine)

    return verify


@pytest.fixture
def device(side: Side) -> NewerDevice:
    """A device of a newer version that this side knows."""
    side.know(ONE, TWO, OFFICE)
    return NewerDevice(ONE)
