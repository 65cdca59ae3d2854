"""Erasure: what the office erases is gone for good, what a laptop never delivered is its author's, and nobody takes more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from sqlalchemy import delete, text

from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, SignedEntry
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.people.people import Person
from surveyor_app.records import journal, reading, replay
from surveyor_app.records.appending import ChainWriter, new_salt
from surveyor_app.records.erasing import DELIVERED
from surveyor_app.records.projecting import rebuild
from surveyor_app.records.schema import quarantine
from tests.records.sides import CASE, DEMAND, Side, author, create, record_id, sqlite_engine, upgraded

ONE, TWO, OFFICE = author(1), author(2), author(9, Role.OFFICE)


def _erasure(*entries: SignedEntry) -> Step:
    return _erasure_of(*(entry.entry.body for entry in entries))


def _erasure_of(*digests: str) -> Step:
    return Step(Action.ERASE, CASE_KIND, CASE, {"bodies": list(digests), **DEMAND}, "demanded")


def _erase(side: Side, *entries: SignedEntry) -> list[SignedEntry]:
    return side.write(OFFICE, _erasure(*entries))


def _names(side: Side) -> list[str | None]:
    with side.session() as session:
        assert replay.verify(session, CASE, sqlite_engine()) == []
        return [person.name for person in reading.list_records(session, CASE, Person)]


def _set_aside(side: Side) -> dict[str, str]:
    with side.session() as session:
        return {item.hash: item.reason for item in reading.quarantine_of(session, CASE)}


# ------------------------------------------------------------------------------------------------- the office


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
    side.know(ONE, OFFICE)
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
    [entry] = side.write(ONE, create("person", 1, name="张三"))
    for named in ("all", [1, None, "x"]):
        side.write(OFFICE, Step(Action.ERASE, CASE_KIND, CASE, {"bodies": named}))
    side.write(OFFICE, Step(Action.ERASE, CASE_KIND, record_id(7), {"bodies": [entry.entry.body]}))
    assert side.dump()["erased"] == []
    assert _names(side) == ["张三"]


def test_an_erasure_counts_once_its_device_is_known_to_be_the_offices(side: Side) -> None:
    [entry] = side.write(ONE, create("person", 1, name="张三"))
    stranger = replace(OFFICE, role=Role.SURVEYOR)
    [erasure] = side.write(stranger, _erasure(entry))
    assert (_names(side), _set_aside(side)) == (["张三"], {erasure.hash: "not_owner"})
    side.know(OFFICE)
    assert (_names(side), _set_aside(side)) == ([None], {})


# ----------------------------------------------------------------------------------------------- the surveyors


def test_a_laptop_forgets_what_it_never_delivered(side: Side) -> None:
    [entry] = side.write(ONE, create("person", 1, name="张三"))
    later = side.write(ONE, _erasure(entry))
    assert (_names(side), _set_aside(side)) == ([None], {})
    assert "张三" not in str(side.dump())
    side.number([entry, *later])
    assert (_names(side), _set_aside(side)) == ([None], {})


def test_a_laptop_keeps_what_it_delivered(side: Side) -> None:
    [entry] = side.write(ONE, create("person", 1, name="张三"))
    side.number([entry])
    [erasure] = side.write(ONE, _erasure(entry))
    assert (_names(side), _set_aside(side)) == (["张三"], {erasure.hash: DELIVERED})
    _erase(side, entry)
    assert (_names(side), _set_aside(side)) == ([None], {})


def _foreign(victims: SignedEntry) -> list[SignedEntry]:
    """An erasure of what another device wrote."""
    return Side(upgraded(sqlite_engine())).write(TWO, _erasure(victims))


def _foreign_with_a_copy_of_the_hash(victims: SignedEntry) -> list[SignedEntry]:
    """The same, by one who first writes an entry of their own that names the same body, and leaves that out."""
    writer = ChainWriter(CASE, TWO, 0, 0, None, new_salt)
    [parsed] = writer.operation([create("person", 2)], 0)
    line = replace(parsed.entry, body=victims.entry.body).to_bytes()
    signer = TWO.signer
    copy = SignedEntry(line, signer.sign(line), None)
    writer.prev = copy.hash
    [erasure] = writer.operation([_erasure(victims)], 0)
    return [copy, erasure.signed()]


@pytest.mark.parametrize("attack", [_foreign, _foreign_with_a_copy_of_the_hash])
@pytest.mark.parametrize("is_numbered", [True, False])
def test_whatever_is_passed_on_takes_nothing_of_anybody_else(
    side: Side, attack: Callable[[SignedEntry], list[SignedEntry]], is_numbered: bool
) -> None:
    other = Side(upgraded(sqlite_engine()))
    [victims] = other.write(ONE, create("person", 1, name="张三"))
    entries = [victims, *attack(victims)]
    if is_numbered:
        entries = [replace(entry, number=n) for n, entry in enumerate(entries, start=1)]
    for order in permutations(entries):
        victim = Side(upgraded(sqlite_engine()))
        victim.know(ONE, TWO)
        for entry in order:
            victim.take([entry])
        assert _names(victim)[0] == "张三"
        assert _set_aside(victim) == {entries[-1].hash: "not_owner"}
    side.know(ONE, TWO)
    side.take(entries)
    assert _set_aside(side) == {entries[-1].hash: "not_owner"}


def _own() -> tuple[SignedEntry, SignedEntry]:
    """A person, and the erasure of it by the same device on another laptop."""
    other = Side(upgraded(sqlite_engine()))
    [entry] = other.write(ONE, create("person", 1, name="张三"))
    [erasure] = other.write(ONE, _erasure(entry))
    return replace(entry, number=1), replace(erasure, number=2)


def test_what_came_without_its_body_is_explained(side: Side) -> None:
    entry, erasure = _own()
    side.know(ONE)
    side.take([replace(entry, body=None)])
    side.take([erasure])
    assert (_names(side), _set_aside(side)) == ([None], {})


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_what_came_with_its_body_stays_whenever_it_came(side: Side, order: Sequence[int]) -> None:
    entry, erasure = _own()
    side.know(ONE)
    for n in order:
        side.take([(replace(entry, body=None), erasure, entry)[n]])
    assert (_names(side), _set_aside(side)) == (["张三"], {erasure.hash: DELIVERED})


def test_a_missing_body_that_nobody_explains_is_found(side: Side) -> None:
    [entry, later] = side.write(ONE, create("person", 1, name="张三"), create("person", 2, name="李四"))
    side.write(ONE, _erasure(entry))
    with side.session() as session:
        session.execute(
            text("INSERT INTO erased (case_id, body_hash) VALUES (:case, :body)"),
            {"case": CASE, "body": later.entry.body},
        )
        session.execute(text("DELETE FROM bodies WHERE hash = :body"), {"body": later.entry.body})
        rebuild(session, CASE)
        found = replay.verify(session, CASE, sqlite_engine())
    assert [(item.code, item.data["entry"]) for item in found] == [("body_missing", later.hash)]


def test_an_erasure_that_was_carried_out_without_right_is_mended_by_whoever_holds_the_body(side: Side) -> None:
    """As versions before this rule did: the next copy that comes is stored again, and everything verifies."""
    [entry] = side.write(ONE, create("person", 1, name="张三"))
    side.number([entry])
    [erasure] = side.write(TWO, _erasure(entry))
    with side.session() as session:
        session.execute(
            text("INSERT INTO erased (case_id, body_hash) VALUES (:case, :body)"),
            {"case": CASE, "body": entry.entry.body},
        )
        session.execute(text("DELETE FROM bodies WHERE hash = :body"), {"body": entry.entry.body})
        session.execute(delete(quarantine))
        rebuild(session, CASE)
        found = replay.verify(session, CASE, sqlite_engine())
    assert [(item.code, item.data["entry"]) for item in found] == [("body_missing", entry.hash)]
    side.take([entry])
    assert (_names(side), _set_aside(side)) == (["张三"], {erasure.hash: "not_owner"})
