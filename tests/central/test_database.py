"""The centre's connections to its database."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import event, text

from surveyor_app.central.storage.database import KEPT, Database
from surveyor_app.domain.wire_errors import BadMessage, ServerFailed
from surveyor_app.records.engines.sending import sent_together

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


@pytest.mark.parametrize(("words", "error"), [(("1", "1"), ServerFailed), (("1", "1e30"), BadMessage)])
def test_what_is_sent_without_waiting_is_refused_before_it_is_committed(
    database: Database, words: tuple[str, ...], error: type[Exception]
) -> None:
    with database.write() as session:
        session.execute(text("CREATE TABLE numbers (number BIGINT PRIMARY KEY)"))
    add = text("INSERT INTO numbers VALUES (CAST(CAST(:word AS NUMERIC) AS BIGINT))")
    passed: list[str] = []

    def send() -> None:
        with database.write() as session:
            with sent_together(session):
                for word in (*words, "2"):
                    session.execute(add, {"word": word})
            passed.append("the end of the block")

    with pytest.raises(error):
        send()
    assert not passed
    with database.write() as session, sent_together(session):
        session.execute(add, {"word": "3"})
    with database.read() as session:
        assert list(session.scalars(text("SELECT number FROM numbers"))) == [3]


def test_a_connection_that_ends_in_the_middle_costs_one_request(database: Database) -> None:
    with database.write() as session:
        session.execute(text("CREATE TABLE words (word TEXT)"))

    def add(*, ended: bool) -> None:
        with database.write() as session:
            own = session.scalar(text("SELECT pg_backend_pid()"))
            with sent_together(session):
                session.execute(text("INSERT INTO words VALUES ('a')"))
                if ended:
                    with database.write() as other:
                        other.execute(text("SELECT pg_terminate_backend(:own)"), {"own": own})
                session.execute(text("INSERT INTO words VALUES ('b')"))

    with pytest.raises(ServerFailed):
        add(ended=True)
    add(ended=False)
    with database.read() as session:
        assert session.scalars(text("SELECT word FROM words ORDER BY word")).all() == ["a", "b"]
