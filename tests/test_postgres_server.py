"""The throw-away PostgreSQL server gives every test a database of its own."""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from tests.postgres_server import PostgresServer


@pytest.mark.postgres
def test_every_database_is_empty_and_speaks_utf8(postgres_server: PostgresServer) -> None:
    for _ in range(2):
        with postgres_server.fresh_database() as url:
            engine = create_engine(url, poolclass=NullPool)
            with engine.begin() as connection:
                connection.execute(text("CREATE TABLE note (words text)"))
                connection.execute(text("INSERT INTO note VALUES ('查勘员')"))
                assert connection.scalar(text("SELECT words FROM note")) == "查勘员"


@pytest.mark.postgres
def test_fixture_names_a_reachable_database(postgres_url: str) -> None:
    with create_engine(postgres_url, poolclass=NullPool).connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")) == 0
