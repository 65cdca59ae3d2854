"""Every test that asks for ``engine`` or ``side`` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import NullPool

from tests.records.sides import Side, sqlite_engine, upgraded


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def empty_engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database without tables."""
    if request.param == "sqlite":
        engine = sqlite_engine(tmp_path / "records.db")
    else:
        engine = create_engine(request.getfixturevalue("postgres_url"), poolclass=NullPool)
    yield engine
    engine.dispose()


@pytest.fixture
def engine(empty_engine: Engine) -> Engine:
    """A database with the journaled tables."""
    return upgraded(empty_engine)


@pytest.fixture
def side(engine: Engine) -> Side:
    """One side of the wire."""
    return Side(engine)
