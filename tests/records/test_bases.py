"""A ``base`` written under other numbers claims no more than both numberings share, once its author has said so."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Role
from surveyor_app.records import journal, reading
from surveyor_app.records.bases import AGREED_TO, Limit, agreement, believed
from surveyor_app.records.replay import compare, replay
from tests.records.sides import CASE, DEMAND, Side, author, change, create, record_id, sqlite_engine, upgraded

MINE, OFFICE = author(1), author(3, Role.OFFICE)


def phones(side: Side) -> Sequence[str | None]:
    """The values that stand side by side, or the one that is shown."""
    with side.session() as session:
        for conflict in reading.conflicts_of(session, CASE):
            return sorted(str(value) for _, value in conflict.values)
        claim = reading.get(session, CASE, Claim, RecordId(record_id(1)))
        return [None if claim is None else claim.insured_phone]


@pytest.fixture
def restored(side: Side) -> Side:
    """A side whose own line has seen number 3, where number 3 is a line of the office that was written after it."""
    start = side.write(OFFICE, create("claim", 1, insured_phone="130"))
    side.number(start)
    seen = side.write(MINE, create("person", 2), create("person", 3))
    side.number(seen)
    mine = side.write(MINE, change("claim", 1, insured_phone="mine"))
    office = Side(upgraded(sqlite_engine()))
    office.know(OFFICE)
    office.take([*start])
    office.number(start)
    later = office.write(OFFICE, change("claim", 1, insured_phone="theirs"))
    with side.session() as session:
        assert mine[0].entry.base == 3
        journal.renumber(session, CASE, MINE.signer.device_id, 1, [])
        journal.receive(session, CASE, later)
        journal.set_numbers(session, CASE, {later[0].hash: 2, seen[0].hash: 3, seen[1].hash: 4, mine[0].hash: 5})
    return side


def test_without_a_word_a_line_seems_to_have_seen_what_came_after_it(restored: Side) -> None:
    assert phones(restored) == ["mine"]


def test_the_note_makes_both_values_stand_side_by_side(restored: Side) -> None:
    restored.write(MINE, agreement(CASE, 1, "the centre numbers anew"))
    assert phones(restored) == ["mine", "theirs"]
    # What is written after it has seen what it says.
    with restored.session() as session:
        number = journal.number_known(session, CASE)
    assert restored.write(MINE, change("claim", 1, insured_phone="settled"))[0].entry.base == number
    assert phones(restored) == ["settled"]


def test_it_holds_whatever_comes_first_and_after_a_replay(restored: Side) -> None:
    note = restored.write(MINE, agreement(CASE, 1, "the centre numbers anew"))
    with restored.session() as session:
        everything = journal.all_entries(session, CASE)
    other = Side(upgraded(sqlite_engine()))
    other.know(MINE, OFFICE)
    bare = [
        entry if entry.hash != note[0].hash else type(entry)(entry.line, entry.signature, None) for entry in everything
    ]
    other.take(list(reversed(bare)))
    assert phones(other) == ["mine"]
    other.take(note)
    assert phones(other) == phones(restored) == ["mine", "theirs"]
    again = Side(upgraded(sqlite_engine()))
    with restored.session() as source, again.session() as target:
        replay(source, target, CASE)
        assert compare(source, target, CASE) == []


def test_a_note_that_was_erased_limits_nothing_any_more(restored: Side) -> None:
    note = restored.write(MINE, agreement(CASE, 1, "the centre numbers anew"))
    erase = Step(Action.ERASE, CASE_KIND, CASE, {"bodies": [note[0].entry.body], **DEMAND})
    restored.write(OFFICE, erase)
    again = Side(upgraded(sqlite_engine()))
    with restored.session() as source, again.session() as target:
        replay(source, target, CASE)
        assert compare(source, target, CASE) == []


@pytest.mark.parametrize("said", [None, "1", True, -1, 1.5])
def test_a_note_that_says_something_else_limits_nothing(restored: Side, said: object) -> None:
    if isinstance(said, float):
        said = str(said)
    restored.write(MINE, Step(Action.NOTE, CASE_KIND, CASE, {AGREED_TO: said}))  # type: ignore[dict-item]
    assert phones(restored) == ["mine"]


def test_a_line_is_limited_by_every_later_note_of_its_chain() -> None:
    limits = [Limit(0, 5, 7), Limit(0, 9, 3), Limit(1, 12, 4)]
    assert believed(10, 0, 4, limits) == 3
    assert believed(10, 0, 9, limits) == 4
    assert believed(2, 0, 4, limits) == 2
    assert believed(10, 1, 12, limits) == 10
    assert believed(10, 1, 13, []) == 10
