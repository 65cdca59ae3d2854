"""The centre's connections to its database."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import event, text

from surveyor_app.central.storage.database import KEPT, Database

pytestmark = pytest.mark.postgres


@pytest.fixture
def database(postgres_url: str) -> Iterator[Database]:
    found = Database(postgres_url)
    yield found
    found.close()


def crowd(database: Database, count: int) -> None:
    """Let so many hold a session each at the same moment."""
    all_there = Barrier(count)

    def ask(number: int) -> None:
        with database.read() as session:
            session.execute(text("SELECT 1"))
            all_there.wait(30)

    with ThreadPoolExecutor(count) as pool:
        list(pool.map(ask, range(count)))


def test_a_crowd_that_comes_again_finds_its_connections(database: Database) -> None:
    """Beginning one costs the server a process, which is more than most requests are worth."""
    made: list[object] = []
    event.listen(database.engine, "connect", lambda connection, record: made.append(connection))
    for _ in range(3):
        crowd(database, KEPT)
    assert len(made) == KEPT


def test_a_larger_crowd_is_let_in(database: Database) -> None:
    crowd(database, 2 * KEPT)
