"""Erasure by law: the body goes for good, the line stays and still verifies."""

from __future__ import annotations

from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, SignedEntry
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.people.people import Person
from surveyor_app.records import journal, reading, replay
from tests.records.sides import CASE, Side, author, create, record_id, sqlite_engine, upgraded

ONE = author(1)


def _erase(side: Side, *entries: SignedEntry) -> list[SignedEntry]:
    fields = {"bodies": [entry.entry.body for entry in entries], "basis": "PIPL 47"}
    return side.write(ONE, Step(Action.ERASE, CASE_KIND, CASE, fields, "demanded"))


def test_erased_body_is_gone_and_the_chain_still_holds(side: Side) -> None:
    [entry] = side.write(ONE, create("person", 1, name="张三"))
    _erase(side, entry)
    with side.session() as session:
        person = reading.get(session, CASE, Person, record_id(1))
        assert person is not None
        assert person.name is None
        assert [line.fields for line in reading.history(session, CASE, "person")] == [None]
        sent = journal.all_entries(session, CASE)
        assert sent[0].body is None
        assert sent[0].line == entry.line
        assert replay.verify(session, CASE, sqlite_engine()) == []
    assert "张三" not in str(side.dump())


def test_erased_body_is_never_stored_again(side: Side) -> None:
    other = Side(upgraded(sqlite_engine()))
    [entry] = other.write(ONE, create("person", 1, name="张三"))
    later = _erase(other, entry)
    side.know(ONE)
    side.take([entry])
    side.take(later)
    side.take([entry])
    assert side.dump() == other.dump()


def test_erasure_reaches_what_still_waits(side: Side) -> None:
    other, third = Side(upgraded(sqlite_engine())), author(3)
    parts = other.write(third, create("person", 1, name="张三"), create("person", 2))
    side.know(third)
    side.take(parts[:1])
    _erase(side, parts[0])
    with side.session() as session:
        assert "salt" not in str(session.info)
    assert all("None" in row for row in side.dump()["waiting"])
    side.take(parts)
    assert "e5bca0e4b889" not in str(side.dump()).encode().hex()


def test_body_of_an_erasure_is_not_erased(side: Side) -> None:
    [entry] = side.write(ONE, create("person", 1, name="张三"))
    first = _erase(side, entry)
    _erase(side, *first)
    with side.session() as session:
        assert [line.fields is None for line in reading.history(session, CASE)] == [True, False, False]
        assert replay.verify(session, CASE, sqlite_engine()) == []


def test_malformed_list_of_bodies_erases_nothing(side: Side) -> None:
    side.write(ONE, create("person", 1, name="张三"))
    side.write(ONE, Step(Action.ERASE, CASE_KIND, CASE, {"bodies": "all"}))
    side.write(ONE, Step(Action.ERASE, CASE_KIND, CASE, {"bodies": [1, None, "x"]}))
    assert side.dump()["erased"] == []
