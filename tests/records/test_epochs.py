"""Restored backups and cloned disks: the chain goes on in a new epoch, and no branch is ever thrown away."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.journal.entries import Action, SignedEntry
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.wire_errors import ChainFork
from surveyor_app.records import journal, reading
from tests.records.sides import CASE, Side, author, change, create, record_id, sqlite_engine, upgraded

ME, OFFICE = author(1), author(9, Role.OFFICE)


def _push(laptop: Side, centre: Side) -> list[SignedEntry]:
    """Send what has no number, as the wire does; return what was sent."""
    with laptop.session() as session:
        entries = journal.unsent(session, CASE, ME.signer.device_id, 10**6)
    with centre.session() as session:
        new = journal.check_chain(session, CASE, entries)
        journal.receive(session, CASE, new)
        numbers = journal.assign_numbers(session, CASE, [entry.hash for entry in entries])
    with laptop.session() as session:
        journal.set_numbers(session, CASE, numbers)
    return entries


def _pull(laptop: Side, centre: Side) -> journal.Received:
    with centre.session() as session:
        entries = journal.entries_after(session, CASE, 0)
    return laptop.take(entries)


def _clone(tmp_path: Path) -> tuple[Side, Side]:
    """A laptop and the copy of its disk, each in a file of its own."""
    laptop = Side(upgraded(sqlite_engine(tmp_path / "laptop.db")))
    laptop.write(ME, create("person", 1, name="张三"))
    shutil.copy(tmp_path / "laptop.db", tmp_path / "clone.db")
    return laptop, Side(sqlite_engine(tmp_path / "clone.db"))


def test_restored_file_goes_on_in_an_epoch_of_its_own(side: Side, tmp_path: Path) -> None:
    laptop, backup = _clone(tmp_path)
    laptop.write(ME, change("person", 1, phone="139"))
    side.know(ME)
    _push(laptop, side)
    with laptop.session() as session:
        known = journal.heads(session, CASE)
    with backup.session() as session:
        assert journal.restored(session, CASE, known)
        [note] = journal.open_epoch(session, CASE, ME, None, "restored", known_heads=known)
        assert journal.restored(session, CASE, known)
    entry = note.entry
    assert (entry.epoch, entry.seq, entry.action, entry.kind, entry.id) == (1, 2, Action.NOTE, "case", CASE)
    backup.write(ME, change("person", 1, employer="公司"))
    _pull(backup, side)
    with backup.session() as session:
        assert not journal.restored(session, CASE, known)
    _push(backup, side)
    _pull(laptop, side)
    assert laptop.dump() == backup.dump() == side.dump()
    with side.session() as session:
        person = reading.get(session, CASE, Person, record_id(1))
        assert [(head.epoch, head.seq) for head in journal.heads(session, CASE)] == [(0, 2), (1, 3)]
    assert person is not None
    assert (person.phone, person.employer) == ("139", "公司")


def test_branch_is_kept_set_aside_and_written_again(side: Side, tmp_path: Path) -> None:
    """Nobody noticed that the disk was cloned: both wrote on, and the centre took the other one's lines."""
    laptop, clone = _clone(tmp_path)
    laptop.write(ME, change("person", 1, name="李四"))
    side.know(ME)
    _push(laptop, side)
    dead = clone.write(ME, change("person", 1, name="王五"), create("person", 2, name="赵六"))
    with pytest.raises(ChainFork) as fork:
        _push(clone, side)
    with side.session() as session:
        head = journal.head_of(session, CASE, ME.signer.device_id)
        assert head is not None
        assert fork.value.data == {"head_seq": head.seq, "head_hash": head.hash}
    received = _pull(clone, side)
    assert {received.quarantined.get(entry.hash) for entry in dead} <= {"branch", None}
    with clone.session() as session:
        assert {(item.hash, item.reason) for item in reading.quarantine_of(session, CASE)} == {
            (entry.hash, "branch") for entry in dead
        }
        assert journal.unsent(session, CASE, ME.signer.device_id, 10**6) == []
        again = journal.open_epoch(session, CASE, ME, None, "fork")
    assert [entry.entry.action for entry in again] == ["note", "change", "create"]
    assert [entry.body.fields for entry in again[1:] if entry.body] == [
        entry.body.fields for entry in dead if entry.body
    ]
    assert _push(clone, side) == again
    _pull(laptop, side)
    with laptop.session() as session:
        [conflict] = reading.conflicts_of(session, CASE)
        assert {value for _, value in conflict.values} == {"李四", "王五"}
        assert reading.count(session, CASE, Person) == 2
    with clone.session() as session:
        assert [item.reason for item in reading.quarantine_of(session, CASE)] == ["branch", "branch"]
        second = journal.open_epoch(session, CASE, ME, None, "again")
        assert len(second) == 1, "a branch is written again once"


def test_epoch_follows_only_an_own_applied_entry(side: Side) -> None:
    with pytest.raises(NotFound), side.session() as session:
        journal.open_epoch(session, CASE, ME, None, "nothing yet")
    office = side.write(OFFICE, create("claim", 1))
    with pytest.raises(NotFound), side.session() as session:
        journal.open_epoch(session, CASE, ME, office[0].hash, "another device's")


def test_writing_goes_on_in_the_newest_epoch(side: Side) -> None:
    side.write(ME, create("person", 1))
    with side.session() as session:
        journal.open_epoch(session, CASE, ME, None, "restored")
    [entry] = side.write(ME, change("person", 1, name="张三"))
    assert (entry.entry.epoch, entry.entry.seq) == (1, 3)
    with side.session() as session:
        assert [(head.epoch, head.seq) for head in journal.heads(session, CASE)] == [(0, 1), (1, 3)]
        head = journal.head_of(session, CASE, ME.signer.device_id, 0)
        assert head is not None
        assert head.seq == 1


def test_number_decides_which_line_of_a_fork_is_the_branch(side: Side, tmp_path: Path) -> None:
    laptop, clone = _clone(tmp_path)
    one = laptop.write(ME, change("person", 1, name="甲"))
    two = clone.write(ME, change("person", 1, name="乙"))
    with laptop.session() as session:
        first = journal.all_entries(session, CASE)[:1]
    side.know(ME)
    side.take([*first, *one, *two])
    for winner, loser, number in ((one, two, 2), (two, one, 1)):
        with side.session() as session:
            journal.set_numbers(session, CASE, {winner[0].hash: number})
            assert [item.hash for item in reading.quarantine_of(session, CASE)] == [loser[0].hash]
            head = journal.head_of(session, CASE, ME.signer.device_id)
            assert head is not None
            assert head.hash == winner[0].hash
