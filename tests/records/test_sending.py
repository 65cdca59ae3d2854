"""What goes out: whole operations of one chain, and what came after a number."""

from __future__ import annotations

import pytest

from surveyor_app.domain.errors import BadEntry
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.wire_errors import BadHash, ChainFork, ChainGap
from surveyor_app.records import journal
from surveyor_app.records.appending import ChainWriter, new_salt
from tests.records.sides import CASE, Side, author, change, create, sqlite_engine, upgraded

ONE, OFFICE = author(1), author(9, Role.OFFICE)
DEVICE = ONE.signer.device_id


def test_unsent_are_whole_operations_up_to_a_size(side: Side) -> None:
    first = side.write(ONE, create("claim", 1), create("task", 2))
    second = side.write(ONE, create("person", 3))
    side.write(OFFICE, create("claim", 4))
    with side.session() as session:
        assert journal.unsent(session, CASE, DEVICE, 10**6) == [*first, *second]
        assert journal.unsent(session, CASE, DEVICE, 1) == first
        size = sum(len(entry.line) + 64 + len(entry.body.content()) for entry in first if entry.body)
        assert journal.unsent(session, CASE, DEVICE, size) == first
    side.number(first)
    with side.session() as session:
        assert journal.unsent(session, CASE, DEVICE, 1) == second


def test_older_epoch_is_sent_before_the_newer(side: Side) -> None:
    first = side.write(ONE, create("claim", 1))
    with side.session() as session:
        note = journal.open_epoch(session, CASE, ONE, None, "restored")
        assert journal.unsent(session, CASE, DEVICE, 10**6) == first
    side.number(first)
    with side.session() as session:
        assert journal.unsent(session, CASE, DEVICE, 10**6) == note


def test_push_that_continues_the_chain_is_let_through_and_what_is_held_passed_over(side: Side) -> None:
    laptop = Side(upgraded(sqlite_engine()))
    first, second = laptop.write(ONE, create("claim", 1)), laptop.write(ONE, change("claim", 1, insurer="甲"))
    side.know(ONE)
    with side.session() as session:
        assert journal.check_chain(session, CASE, first) == first
        journal.receive(session, CASE, first)
        assert journal.check_chain(session, CASE, [*first, *second]) == second
        assert journal.check_chain(session, CASE, first) == []


def test_gap_and_fork_tell_the_head_that_is_held(side: Side) -> None:
    laptop = Side(upgraded(sqlite_engine()))
    entries = [laptop.write(ONE, create("person", n))[0] for n in range(3)]
    forked = ChainWriter(CASE, ONE, 0, 1, entries[0].hash, new_salt).operation([create("person", 9)], 0)
    side.know(ONE)
    with side.session() as session:
        with pytest.raises(ChainGap) as gap:
            journal.check_chain(session, CASE, entries[1:])
        assert gap.value.data == {"head_seq": 0, "head_hash": ""}
        journal.receive(session, CASE, entries[:2])
        head = {"head_seq": 2, "head_hash": entries[1].hash}
        with pytest.raises(ChainFork) as fork:
            journal.check_chain(session, CASE, [forked[0].signed()])
        assert fork.value.data == head
        unknown = ChainWriter(CASE, ONE, 0, 8, entries[2].hash, new_salt).operation([create("person", 9)], 0)
        with pytest.raises(ChainGap) as gap:
            journal.check_chain(session, CASE, [unknown[0].signed()])
        assert gap.value.data == head


def test_other_beginning_of_a_known_chain_is_a_fork(side: Side) -> None:
    side.write(ONE, create("person", 1))
    other = ChainWriter(CASE, ONE, 0, 0, None, new_salt).operation([create("person", 2)], 0)
    with pytest.raises(ChainFork), side.session() as session:
        journal.check_chain(session, CASE, [other[0].signed()])


def test_what_is_no_chain_of_whole_operations_is_refused(side: Side) -> None:
    side.know(ONE)
    writer = ChainWriter(CASE, ONE, 0, 0, None, new_salt)
    parts = [parsed.signed() for parsed in writer.operation([create("person", 1), create("person", 2)], 0)]
    later = [parsed.signed() for parsed in writer.operation([create("person", 3)], 0)]
    ahead = ChainWriter(CASE, ONE, 0, 0, None, new_salt).operation([create("person", 4)], base=1)
    wrong = [parts[:1], [*parts, *parts[:1]], [parts[0], *later], [ahead[0].signed()]]
    with side.session() as session:
        for entries in wrong:
            with pytest.raises(BadEntry):
                journal.check_chain(session, CASE, entries)
        with pytest.raises(BadHash):
            journal.check_chain(session, CASE, [parts[0].__class__(parts[0].line, parts[0].signature, parts[1].body)])
