"""Numbers of a centre that lost what it had: taken over as a whole, nothing leaves the journal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from surveyor_app.domain.journal.entries import SignedEntry
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.wire_errors import NumbersDiffer
from surveyor_app.records import journal, reading
from surveyor_app.records.branches import counting
from surveyor_app.records.inspecting import inspect
from surveyor_app.records.naming import delivered_bytes, named_bytes
from surveyor_app.records.replay import compare, replay
from surveyor_app.records.schema import LOST
from tests.records.sides import CASE, Side, author, change, create, sqlite_engine, upgraded

MINE, OTHER, OFFICE = author(1), author(2), author(3, Role.OFFICE)
PLENTY = 10_000_000


@pytest.fixture
def numbered(side: Side) -> tuple[Side, list[SignedEntry], list[SignedEntry]]:
    """A side with three own operations and two of another device, numbered 1 to 6 in turns."""
    side.know(MINE, OTHER)
    elsewhere = Side(upgraded(sqlite_engine()))
    mine = side.write(MINE, create("person", 1, name="a"), create("person", 2, name="b"))
    theirs = elsewhere.write(OTHER, create("evidence", 3, sha256="0" * 64))
    mine += side.write(MINE, change("person", 1, name="c"))
    theirs += elsewhere.write(OTHER, create("person", 4, name="d"))
    mine += side.write(MINE, create("person", 5, name="e"))
    side.take(theirs)
    side.number([*mine[:2], theirs[0], mine[2], theirs[1], mine[3]])
    return side, mine, theirs


Numbered = tuple[Side, list[SignedEntry], list[SignedEntry]]


def numbers(side: Side, entries: list[SignedEntry]) -> list[int | None]:
    with side.session() as session:
        found = {line.hash: line.number for line in reading.history(session, CASE)}
    return [found[entry.hash] for entry in entries]


def test_runs_follow_the_numbers_in_whole_operations_of_one_chain(numbered: Numbered) -> None:
    side, mine, theirs = numbered
    with side.session() as session:
        assert [entry.hash for entry in journal.numbered_run(session, CASE, 0, 1)] == [entry.hash for entry in mine[:2]]
        assert journal.numbered_run(session, CASE, 2, PLENTY)[0].hash == theirs[0].hash
        assert journal.numbered_run(session, CASE, 6, PLENTY) == []
        # In the middle of an operation nothing whole begins, and a gap is no beginning either.
        journal.set_numbers(session, CASE, {})
        assert journal.highest_number(session, CASE) == 6
        assert journal.numbered_hashes(session, CASE, 3) == [mine[0].hash, mine[1].hash, theirs[0].hash]


def test_own_entries_lose_their_number_and_those_of_others_are_marked(numbered: Numbered) -> None:
    side, mine, theirs = numbered
    with side.session() as session:
        assert journal.renumber(session, CASE, MINE.signer.device_id, 2, []) == 4
        assert journal.number_known(session, CASE) == 2
        unsent = journal.unsent(session, CASE, MINE.signer.device_id, PLENTY)
        assert [entry.hash for entry in unsent] == [entry.hash for entry in mine[2:]]
        assert counting.count_lost(session, CASE) == 2
        people = [person.name for person in reading.list_records(session, CASE, Person)]
        assert sorted(str(name) for name in people) == ["b", "c", "d", "e"]
    assert numbers(side, [*mine, *theirs]) == [1, 2, None, None, None, None]


def test_what_the_centre_has_gets_the_numbers_it_has_there(numbered: Numbered) -> None:
    side, mine, theirs = numbered
    held = [replace(theirs[0], number=3), replace(theirs[1], number=4), replace(mine[2], number=5)]
    with side.session() as session:
        assert journal.renumber(session, CASE, MINE.signer.device_id, 2, held) == 1
        assert journal.number_known(session, CASE) == 5
    assert numbers(side, [*mine, *theirs]) == [1, 2, 5, None, 3, 4]
    side.number(mine)
    with side.session() as session:
        assert inspect(session, CASE) == []
        assert counting.count_lost(session, CASE) == 0


def test_a_replay_gives_the_same_tables(numbered: Numbered) -> None:
    side, _, theirs = numbered
    with side.session() as session:
        journal.renumber(session, CASE, MINE.signer.device_id, 2, [replace(theirs[1], number=3)])
    again = Side(upgraded(sqlite_engine()))
    with side.session() as source, again.session() as target:
        replay(source, target, CASE)
        assert compare(source, target, CASE) == []


def test_a_delivery_speaks_of_what_the_centre_can_hold(numbered: Numbered) -> None:
    side, mine, theirs = numbered
    with side.session() as session:
        assert journal.delivered_heads(session, CASE) == journal.heads(session, CASE)
        assert delivered_bytes(session, CASE) == named_bytes(session, CASE)
        journal.renumber(
            session, CASE, MINE.signer.device_id, 0, [replace(item, number=n) for n, item in enumerate(mine, 1)]
        )
        assert [head.device for head in journal.delivered_heads(session, CASE)] == [MINE.signer.device_id]
        assert delivered_bytes(session, CASE) == []
        # It is still shown here.
        assert len(reading.list_records(session, CASE, Evidence)) == 1
        journal.set_numbers(session, CASE, {theirs[0].hash: 5})
        assert {head.seq for head in journal.delivered_heads(session, CASE)} == {1, 4}
        assert len(delivered_bytes(session, CASE)) == 1


def test_a_lost_line_counts_as_seen_by_all_who_write_after(side: Side) -> None:
    """Who holds the case now has never seen it, and a value that only this side has is no second opinion."""
    side.know(MINE, OFFICE)
    elsewhere = Side(upgraded(sqlite_engine()))
    theirs = elsewhere.write(OFFICE, create("claim", 1, insured_phone="130"))
    side.take(theirs)
    side.number(theirs)
    side.write(MINE, change("claim", 1, insured_phone="mine"))
    with side.session() as session:
        journal.renumber(session, CASE, MINE.signer.device_id, 0, [])
        assert reading.conflicts_of(session, CASE) == []
        assert [row.number for row in reading.history(session, CASE)] == [None, None]


def test_of_a_chain_that_went_on_at_the_centre_the_lost_end_is_a_branch(side: Side) -> None:
    side.know(OFFICE)
    start = side.write(OFFICE, create("claim", 1))
    before = Side(upgraded(sqlite_engine()))
    before.know(OFFICE)
    before.take(start)
    lost = side.write(OFFICE, create("person", 2, name="lost"))
    side.number([*start, *lost])
    new = before.write(OFFICE, create("person", 3, name="new"))
    with side.session() as session:
        journal.renumber(session, CASE, MINE.signer.device_id, 1, [replace(new[0], number=2)])
        assert [person.name for person in reading.list_records(session, CASE, Person)] == ["new"]
        assert [(item.hash, item.reason) for item in reading.quarantine_of(session, CASE)] == [(lost[0].hash, "branch")]
        assert counting.count_lost(session, CASE) == 0
        (run,) = journal.lost_runs(session, CASE, MINE.signer.device_id, 1, PLENTY)
        assert [entry.hash for entry in run] == [lost[0].hash]


def test_a_surveyors_lines_are_handed_back_up_to_the_first_that_saw_more(side: Side) -> None:
    side.know(MINE, OTHER, OFFICE)
    mine = side.write(MINE, *(create("person", n) for n in range(1, 4)))
    side.number(mine)
    elsewhere = Side(upgraded(sqlite_engine()))
    elsewhere.know(MINE)
    early = elsewhere.write(OTHER, create("person", 5))
    elsewhere.take([replace(item, number=n) for n, item in enumerate(mine, 1)])
    late = elsewhere.write(OTHER, create("person", 6))
    office = elsewhere.write(OFFICE, create("person", 7))
    assert (early[0].entry.base, late[0].entry.base, office[0].entry.base) == (0, 3, 3)
    side.take([*early, *late, *office])
    side.number([*early, *late, *office])
    with side.session() as session:
        journal.renumber(session, CASE, MINE.signer.device_id, 2, [])
        runs = list(journal.lost_runs(session, CASE, MINE.signer.device_id, 2, 1))
    assert sorted(entry.hash for run in runs for entry in run) == sorted([early[0].hash, office[0].hash])


def test_a_number_that_is_taken_is_refused_whole(numbered: Numbered) -> None:
    side, _, _ = numbered
    elsewhere = Side(upgraded(sqlite_engine()))
    (new,) = elsewhere.write(OFFICE, create("person", 9))
    side.know(OFFICE)
    before = side.dump()
    with pytest.raises(NumbersDiffer):
        side.take([replace(new, number=4)])
    assert side.dump() == before
    assert LOST == 0
