"""Once the program is updated, what waited is there, with the rights of those who wrote it and no more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.journal.entries import SignedEntry
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.records import journal, reading
from surveyor_app.records.catching_up import catch_up, is_caught_up
from surveyor_app.records.provenance import is_under_seal
from surveyor_app.records.remembering import last_operations
from surveyor_app.records.schema import bodies
from tests.records.conftest import Blank, Findings
from tests.records.newer_program import (
    OFFICE,
    ONE,
    TWO,
    NewerDevice,
    Said,
    creation,
    erasure,
    learnt,
    person_of,
    set_aside,
    update,
)
from tests.records.sides import CASE, Side, change, create, record_id

NAMED = {"name": "乙"}
LEARNABLE = [Said(fields=NAMED, v=2), Said(fields=NAMED, members={"witness": "li"})]


# -------------------------------------------------------------------------------------------- after the update


def test_the_database_knows_what_was_understood(side: Side) -> None:
    with side.session() as session:
        assert not is_caught_up(session)
        catch_up(session)
        assert is_caught_up(session)
        with learnt():
            assert not is_caught_up(session)
            catch_up(session)
            assert is_caught_up(session)
        assert not is_caught_up(session)


@pytest.mark.parametrize("newer", LEARNABLE)
def test_after_the_update_everything_is_there(
    side: Side, device: NewerDevice, newer: Said, findings: Findings, blank: Blank
) -> None:
    entries = [*device.says(creation()), *device.says(newer, Said("create", id=record_id(2), fields={"name": "丙"}))]
    side.take(entries)
    before = side.dump()
    with learnt():
        update(side)
        assert (person_of(side).name, person_of(side, 2).name, set_aside(side)) == ("乙", "丙", {})
        fresh = blank()
        fresh.know(ONE, TWO, OFFICE)
        fresh.take(entries)
        assert fresh.dump() == side.dump()
        assert findings(side) == []
    # And an older program that gets hold of the database lets them wait again.
    update(side)
    assert side.dump() == before


@pytest.mark.parametrize("place", [0, 1])
def test_an_erasure_takes_effect_once_its_operation_is_understood(
    side: Side, device: NewerDevice, findings: Findings, place: int
) -> None:
    """Either the erasure itself is of a newer version, or what comes with it."""
    made, other = device.says(creation()), device.says(Said(fields={"phone": "139"}))
    side.take([*made, *other])
    office = NewerDevice(OFFICE)
    side.take(office.says(erasure(*made, v=2 - place), Said("note", CASE_KIND, CASE, v=1 + place)))
    # One that is understood by now must not carry out the other.
    side.take(office.says(erasure(*other)))
    assert (person_of(side).name, person_of(side).phone) == ("甲", None)
    side.take(made)
    assert findings(side) == []
    with learnt():
        update(side)
        assert person_of(side).name is None
        side.take(made)
        assert findings(side) == []
        with side.session() as session:
            assert session.scalar(select(bodies.c.hash).where(bodies.c.hash == made[0].entry.body)) is None


def test_an_erasure_that_is_understood_reaches_bodies_of_lines_that_are_not(
    side: Side, device: NewerDevice, findings: Findings
) -> None:
    entries = [*device.says(creation()), *device.says(Said("transfer", fields={"name": "私"}))]
    side.take(entries)
    side.take(NewerDevice(OFFICE).says(erasure(entries[1])))
    side.take(entries)
    assert "私" not in str(side.dump())
    assert findings(side) == []


def test_nobody_gains_a_right_by_writing_ahead_of_the_update(
    side: Side, device: NewerDevice, findings: Findings
) -> None:
    office = NewerDevice(OFFICE)
    given = office.says(
        Said("create", "claim", record_id(1), {"insurer": "甲"}),
        Said("create", "task", record_id(2), {"owner": "actor2", "weather": "rain"}),
    )
    evidence = NewerDevice(TWO).says(Said("create", "evidence", record_id(3), {"caption": "左前门"}))
    side.take([*given, *evidence])
    side.number([*given, *evidence])
    attempts = [
        Said("change", "claim", record_id(1), {"insurer": "乙"}, 2),
        Said("change", "task", record_id(2), {"owner": "actor1"}, 2),
        Said("change", "evidence", record_id(3), {"caption": "x"}, members={"witness": "li"}),
        Said("withdraw", "evidence", record_id(3), v=2),
        Said("withdraw", "claim", record_id(1), v=2),
        Said("seal", "evidence", record_id(3), v=2),
        Said("alias", CASE_KIND, CASE, {"alias_of": "another"}, 2),
        erasure(*given, *evidence, v=2),
    ]
    lines: list[SignedEntry] = [entry for said in attempts for entry in device.says(said, base=3)]
    side.take(lines)
    assert set(set_aside(side).values()) == {"newer_version"}
    with learnt():
        update(side)
        assert set_aside(side) == {entry.hash: "not_owner" for entry in lines}
        with side.session() as session:
            claim, task = (
                reading.get(session, CASE, Claim, record_id(1)),
                reading.get(session, CASE, Task, record_id(2)),
            )
            photo = reading.get(session, CASE, Evidence, record_id(3))
            assert journal.resolve(session, CASE) == [CASE]
        assert claim is not None
        assert (claim.insurer, claim.withdrawn) == ("甲", False)
        assert task is not None
        assert (task.owner, task.weather) == ("actor2", "rain")
        assert photo is not None
        assert (photo.caption, photo.withdrawn, photo.sealed) == ("左前门", False, False)
        assert findings(side) == []


def test_a_seal_that_nobody_understands_yet_seals_nothing(side: Side, device: NewerDevice) -> None:
    entries = [
        *device.says(Said("create", "task")),
        *device.says(Said("seal", "task", v=2)),
        *device.says(Said(kind="task", fields={"weather": "fog"})),
    ]
    side.take(entries)
    with side.session() as session:
        task = reading.get(session, CASE, Task, record_id(1))
    assert task is not None
    assert (task.sealed, task.weather) == (False, "fog")


def test_a_line_ahead_of_a_record_puts_it_under_no_seal(side: Side, device: NewerDevice) -> None:
    """What was made after the sealing is an addendum, whatever a newer version said of it before."""
    side.take([*device.says(Said("create", "task")), *device.says(Said("create", id=record_id(2), v=2))])
    side.take([*device.says(Said("seal", "task")), *device.says(Said("create", id=record_id(2)))])
    with side.session() as session:
        assert is_under_seal(session, CASE, "task", record_id(1))
        assert not is_under_seal(session, CASE, "person", record_id(2))


# --------------------------------------------------------------------------------------------------- on one's own


def test_numbers_that_a_newer_note_explains_are_no_fault(side: Side, device: NewerDevice, findings: Findings) -> None:
    """The note says how far the lines before it had seen, in a way that only a newer version reads."""
    entries = [
        *device.says(creation(), base=7),
        *device.says(Said("note", CASE_KIND, CASE, {"numbers_agree_to": 0}, 2)),
    ]
    side.take([replace(entry, number=n) for n, entry in enumerate(entries, start=1)])
    assert findings(side) == []
    with learnt():
        update(side)
        assert findings(side) == []


def test_own_lines_that_are_not_understood_are_not_undone(side: Side, device: NewerDevice) -> None:
    side.take([*device.says(creation()), *device.says(Said("transfer"))])
    with side.session() as session:
        assert last_operations(session, CASE, ONE.signer.device_id, 100) == []
    side.write(ONE, change("person", 1, name="丁"))
    with side.session() as session:
        (operation,) = last_operations(session, CASE, ONE.signer.device_id, 100)
    assert [step.fields for step in operation.steps] == [{"name": "丁"}]


def test_what_stands_on_a_branch_is_written_again_as_it_was(side: Side, tmp_path: Path, findings: Findings) -> None:
    start = side.write(ONE, create("person", 1, name="甲"))
    newer = NewerDevice(ONE, after=start[-1])
    lost = newer.says(Said("change", fields=NAMED, members={"witness": "li"}), Said("transfer", "sketch"))
    alone = newer.says(Said(fields={"phone": "139"}, v=2, beside={"far": "x"}))
    kept = side.write(ONE, change("person", 1, occupation="driver"))
    side.number([*start, *kept])
    side.take([*lost, *alone])
    with side.session() as session:
        written = journal.open_epoch(session, CASE, ONE, None, "restored")
    assert [_meaning(entry) for entry in written[1:]] == [_meaning(entry) for entry in [*lost, *alone]]
    assert [entry.entry.op_n for entry in written[1:]] == [1, 2, 1]
    assert person_of(side).phone is None
    assert findings(side) == []
    with side.session() as session:
        # Nothing is left to be written a second time.
        assert len(journal.open_epoch(session, CASE, ONE, None, "again")) == 1
    with learnt():
        update(side)
        assert (person_of(side).name, person_of(side).phone) == ("甲", "139")


def test_an_own_erasure_that_waits_and_is_written_again_forgets_nothing(side: Side, device: NewerDevice) -> None:
    start = side.write(ONE, create("person", 1, name="甲"))
    lost = NewerDevice(ONE, after=start[-1]).says(erasure(*start), Said("transfer"))
    side.number(side.write(ONE, change("person", 1, phone="139")))
    side.take(lost)
    with side.session() as session:
        assert len(journal.open_epoch(session, CASE, ONE, None, "restored")) == 3
    assert (person_of(side).name, person_of(side).phone) == ("甲", "139")


def _meaning(entry: SignedEntry) -> Sequence[object]:
    line = entry.entry
    assert entry.body is not None
    return line.v, line.action, line.kind, line.id, line.more, entry.body.fields, entry.body.more
