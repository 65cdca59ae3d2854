"""Numbers: given in order under the case's lock, stored once, and known only without a gap."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from surveyor_app.domain.errors import InputError
from surveyor_app.records import journal, reading
from tests.records.sides import CASE, Side, author, create, sqlite_engine, upgraded

ONE, TWO = author(1), author(2)


def test_numbers_continue_in_the_order_named_and_are_given_once(side: Side) -> None:
    a, b, c = (side.write(ONE, create("person", n))[0] for n in range(3))
    assert list(side.number([a, b]).values()) == [1, 2]
    assert side.number([c, a]) == {c.hash: 3, a.hash: 1}
    with side.session() as session:
        assert journal.number_known(session, CASE) == 3
        assert [entry.number for entry in journal.entries_after(session, CASE, 1)] == [2, 3]
        assert [entry.number for entry in journal.entries_after(session, CASE, 0, limit=1)] == [1]


def test_entry_that_is_not_applied_gets_no_number(side: Side) -> None:
    with pytest.raises(InputError), side.session() as session:
        journal.assign_numbers(session, CASE, ["0" * 64])  # type: ignore[list-item]  # plain text for a hash


def test_base_counts_only_numbers_known_without_a_gap(side: Side) -> None:
    a, b = (side.write(ONE, create("person", n))[0] for n in range(2))
    with side.session() as session:
        journal.set_numbers(session, CASE, {b.hash: 2})
        assert journal.number_known(session, CASE) == 0
    assert side.write(ONE, create("person", 3))[0].entry.base == 0
    with side.session() as session:
        journal.set_numbers(session, CASE, {a.hash: 1, "f" * 64: 7})  # type: ignore[dict-item]  # plain text for a hash
        assert journal.number_known(session, CASE) == 2
    assert side.write(ONE, create("person", 4))[0].entry.base == 2


def test_waiting_entry_keeps_its_number(side: Side) -> None:
    other = Side(upgraded(sqlite_engine()))
    first, second = other.write(ONE, create("person", 1))[0], other.write(ONE, create("person", 2))[0]
    side.know(ONE)
    side.take([second])
    with side.session() as session:
        journal.set_numbers(session, CASE, {second.hash: 2})
    side.take([first])
    with side.session() as session:
        journal.set_numbers(session, CASE, {first.hash: 1})
        assert [entry.hash for entry in journal.entries_after(session, CASE, 0)] == [first.hash, second.hash]


@pytest.mark.postgres
def test_reader_never_sees_a_number_before_all_lower_ones(postgres_engine: Engine) -> None:
    """The first writer pauses with its numbers given and not committed; the second must wait for it."""
    side = Side(postgres_engine)
    one, two = side.write(ONE, create("person", 1)), side.write(TWO, create("person", 2))
    second_done = threading.Event()

    def second_writer() -> None:
        side.number(two)
        second_done.set()

    thread = threading.Thread(target=second_writer)
    with Session(postgres_engine) as first, first.begin():
        assert list(journal.assign_numbers(first, CASE, [one[0].hash]).values()) == [1]
        thread.start()
        _wait_for_a_lock(postgres_engine)
        assert not second_done.is_set()
        with side.session() as reader:
            assert journal.entries_after(reader, CASE, 0) == []
    thread.join(timeout=60)
    assert second_done.is_set()
    with side.session() as reader:
        assert [entry.hash for entry in journal.entries_after(reader, CASE, 0)] == [one[0].hash, two[0].hash]


@pytest.mark.postgres
def test_two_writers_of_one_record_see_each_other(postgres_engine: Engine) -> None:
    """Without the case's lock each would project the record from its own entry only."""
    side = Side(postgres_engine)
    side.know(ONE, TWO)
    elsewhere = [Side(upgraded(sqlite_engine())).write(by, create("person", 1, name=by.actor))[0] for by in (ONE, TWO)]
    thread = threading.Thread(target=lambda: side.take([elsewhere[1]]))
    with Session(postgres_engine) as first, first.begin():
        journal.receive(first, CASE, [elsewhere[0]])
        thread.start()
        _wait_for_a_lock(postgres_engine)
    thread.join(timeout=60)
    with side.session() as session:
        assert len(reading.conflicts_of(session, CASE)) == 1


def _wait_for_a_lock(engine: Engine) -> None:
    waiting = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    while True:
        with engine.connect() as connection:
            if connection.scalar(waiting):
                return
