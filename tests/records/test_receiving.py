"""Receiving: whole operations, waiting parts, late bodies, unknown devices, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.errors import BadEntry, InputError
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, Body, SignedEntry
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.domain.wire_errors import BadHash, BadMessage, BadSignature
from surveyor_app.records import journal, reading
from surveyor_app.records.appending import ChainWriter, new_salt
from tests.records.sides import CASE, Side, author, change, create, record_id, sqlite_engine, upgraded

ONE, TWO, OFFICE = author(1), author(2), author(9, Role.OFFICE)


def _elsewhere() -> Side:
    return Side(upgraded(sqlite_engine()))


def test_operation_is_applied_when_its_last_part_is_in(side: Side) -> None:
    entries = _elsewhere().write(ONE, *(create("person", n, name=str(n)) for n in range(3)))
    side.know(ONE)
    for part in (entries[2], entries[0]):
        received = side.take([part])
        assert (received.applied, part.hash in received.waiting) == ([], True)
    with side.session() as session:
        assert reading.count(session, CASE, Person) == 0
        assert journal.heads(session, CASE) == []
    # The waiting rows are in the database: nothing else remembers them.
    received = Side(side.engine).take([entries[1]])
    assert set(received.applied) == {entry.hash for entry in entries}
    assert (received.waiting, received.touched) == ([], {"person": frozenset(map(record_id, range(3)))})
    with side.session() as session:
        assert reading.count(session, CASE, Person) == 3


def test_entry_waits_for_the_one_before_it(side: Side) -> None:
    other = _elsewhere()
    first, second = other.write(ONE, create("claim", 1)), other.write(ONE, change("claim", 1, insurer="甲"))
    side.know(ONE)
    assert side.take(second).applied == []
    assert side.take(first).applied == [first[0].hash, second[0].hash]


def test_receiving_twice_changes_nothing(side: Side) -> None:
    entries = _elsewhere().write(ONE, create("claim", 1, insurer="甲"))
    side.know(ONE)
    side.take(entries)
    before = side.dump()
    received = side.take([*entries, *entries])
    assert (received.known, received.applied, received.touched) == ([entries[0].hash], [], {})
    assert side.dump() == before


def test_both_sides_show_the_same(side: Side) -> None:
    """Written on one side and received on the other."""
    other = _elsewhere()
    office = other.write(OFFICE, create("claim", 1, insurer="甲"), create("task", 2, task_kind="scene"))
    mine = other.write(ONE, change("task", 2, weather="rain"), create("person", 3, name="张三"))
    late = other.write(ONE, Step(Action.SEAL, "task", record_id(2)), change("claim", 1, insurer="乙"))
    side.know(ONE, OFFICE)
    side.take([*late, *mine, *office])
    assert side.dump() == other.dump()
    with side.session() as session:
        task, claim = reading.get(session, CASE, Task, record_id(2)), reading.get(session, CASE, Claim, record_id(1))
        assert task is not None
        assert claim is not None
        assert (task.weather, task.sealed, claim.insurer) == ("rain", True, "甲")
        assert [(item.hash, item.reason) for item in reading.quarantine_of(session, CASE)] == [
            (late[1].hash, "not_owner")
        ]


def test_conflict_shows_both_values_until_someone_who_saw_both_settles_it(side: Side) -> None:
    other = _elsewhere()
    base = side.write(ONE, create("person", 1, name="张三"))
    other.know(ONE)
    other.take(base)
    mine = side.write(ONE, change("person", 1, name="张山"))
    side.know(TWO)
    theirs = other.write(TWO, change("person", 1, name="章三"))
    side.take(theirs)
    side.number([*base, *theirs, *mine])
    with side.session() as session:
        [conflict] = reading.conflicts_of(session, CASE)
        person = reading.get(session, CASE, Person, record_id(1))
    assert (conflict.field, {value for _, value in conflict.values}) == ("name", {"张山", "章三"})
    assert person is not None
    assert person.conflicts == ("name",)
    side.write(ONE, change("person", 1, name="章三"))
    with side.session() as session:
        assert reading.conflicts_of(session, CASE) == []
        person = reading.get(session, CASE, Person, record_id(1))
    assert person is not None
    assert (person.name, person.conflicts) == ("章三", ())


def test_number_given_later_settles_what_its_author_had_seen(side: Side) -> None:
    """The other author wrote after number 1; only when number 1 arrives is it known that theirs came later."""
    mine = side.write(ONE, create("person", 1, name="甲"))
    writer = ChainWriter(CASE, TWO, 0, 0, None, new_salt)
    theirs = [parsed.signed() for parsed in writer.operation([change("person", 1, name="乙")], base=1)]
    side.know(TWO)
    side.take(theirs)
    with side.session() as session:
        assert len(reading.conflicts_of(session, CASE)) == 1
        journal.set_numbers(session, CASE, {mine[0].hash: 1})
        assert reading.conflicts_of(session, CASE) == []
        assert journal.number_known(session, CASE) == 1
        person = reading.get(session, CASE, Person, record_id(1))
    assert person is not None
    assert person.name == "乙"


def test_unknown_device_waits_until_its_key_is_known(side: Side) -> None:
    entries = _elsewhere().write(ONE, create("claim", 1))
    received = side.take(entries)
    assert received.quarantined == {entries[0].hash: "unknown_device"}
    assert received.waiting == [entries[0].hash]
    side.know(ONE)
    with side.session() as session:
        assert reading.count(session, CASE, Claim) == 1


def test_entry_that_an_unknown_device_did_not_sign_is_dropped_with_its_key(side: Side) -> None:
    entries = _elsewhere().write(ONE, create("claim", 1))
    side.take([replace(entries[0], signature=bytes(64))])
    side.know(ONE)
    assert side.dump()["waiting"] == []
    assert side.take(entries).applied == [entries[0].hash]


def test_late_body_is_filled_in(side: Side) -> None:
    entries = _elsewhere().write(ONE, create("person", 1, name="张三"))
    side.know(ONE)
    side.take([replace(entries[0], body=None)])
    with side.session() as session:
        person = reading.get(session, CASE, Person, record_id(1))
        assert person is not None
        assert person.name is None
    assert side.take(entries).touched == {"person": frozenset({record_id(1)})}
    with side.session() as session:
        person = reading.get(session, CASE, Person, record_id(1))
        assert person is not None
        assert person.name == "张三"


def test_lines_of_a_newer_version_are_kept_and_named(side: Side) -> None:
    writer = ChainWriter(CASE, ONE, 0, 0, None, new_salt)
    [known] = writer.operation([create("claim", 1)], 0)
    lines: list[SignedEntry] = [known.signed()]
    for changes in ({"v": 2}, {"kind": "spaceship"}):
        body = Body(new_salt(), {"x": 1})
        entry = replace(
            known.entry, seq=len(lines) + 1, prev=lines[-1].hash, body=body.digest(), op=f"op{len(lines)}", **changes
        )
        lines.append(SignedEntry(entry.to_bytes(), ONE.signer.sign(entry.to_bytes()), body))
    side.know(ONE)
    received = side.take(lines)
    assert received.quarantined == {lines[1].hash: "newer_version", lines[2].hash: "newer_version"}
    numbers = side.number(lines)
    with side.session() as session:
        assert [entry.hash for entry in journal.entries_after(session, CASE, 0)] == list(numbers)


def test_bad_signature_body_case_and_number_are_refused_before_anything_is_stored(side: Side) -> None:
    good, bad = _elsewhere().write(ONE, create("claim", 1), create("claim", 2))
    side.know(ONE)
    before = side.dump()
    with pytest.raises(BadSignature):
        side.take([good, replace(bad, signature=good.signature)])
    with pytest.raises(BadHash):
        side.take([good, replace(bad, body=good.body)])
    with pytest.raises(BadEntry):
        side.take([good, replace(bad, body=Body(b"salt", {"f": 1.5}))])  # type: ignore[dict-item]  # hostile input
    with pytest.raises(BadEntry):
        side.take([good, replace(bad, number=0)])
    with pytest.raises(BadEntry), side.session() as session:
        journal.receive(session, "another case", [good])
    with pytest.raises(BadMessage):
        side.take([good, replace(bad, number=1), replace(bad, number=2)])
    after = side.dump()
    assert {name: rows for name, rows in after.items() if name != "cases"} == {
        name: rows for name, rows in before.items() if name != "cases"
    }


def test_other_number_for_a_numbered_entry_is_refused(side: Side) -> None:
    entries = side.write(ONE, create("claim", 1))
    side.number(entries)
    with pytest.raises(BadMessage):
        side.take([replace(entries[0], number=2)])


def test_device_must_have_the_id_of_its_key(side: Side) -> None:
    with pytest.raises(InputError), side.session() as session:
        journal.register_device(session, "0" * 64, ONE.signer.public_key, Role.SURVEYOR, "x")


def test_new_role_of_a_device_is_applied_to_its_old_lines(side: Side) -> None:
    other = _elsewhere()
    entries = other.write(OFFICE, create("witness", 1))
    side.know(author(9))
    side.take(entries)
    with side.session() as session:
        assert len(reading.ids(session, CASE, Witness)) == 1
    side.know(OFFICE)
    with side.session() as session:
        assert reading.ids(session, CASE, Witness) == []
    assert side.dump()["quarantine"] == other.dump()["quarantine"] != []
