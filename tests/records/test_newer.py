"""Lines of a newer version: kept, numbered, passed on and checked; without any effect until the program is updated."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import select

from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.journal.entries import SignedEntry
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.wire_errors import BadHash, BadSignature, ChainGap
from surveyor_app.records import journal, reading, replay
from surveyor_app.records.catching_up import catch_up, is_caught_up
from surveyor_app.records.newer import count_newer, hashes_in_newer, records_of_newer
from surveyor_app.records.provenance import is_under_seal
from surveyor_app.records.remembering import last_operations
from surveyor_app.records.replay import Finding
from surveyor_app.records.schema import bodies
from tests.records.newer_program import NewerDevice, Said, learnt
from tests.records.sides import CASE, Side, author, change, create, record_id, sqlite_engine

Blank = Callable[[], Side]
Findings = Callable[[Side], list[Finding]]

ONE, TWO, OFFICE = author(1), author(2), author(9, Role.OFFICE)
NAMED = {"name": "乙"}
NEWER = [
    Said("transfer", fields=NAMED),
    Said(kind="sketch", fields=NAMED),
    Said(fields=NAMED, members={"witness": "li"}),
    Said(fields=NAMED, v=2),
    Said("withdraw", v=2),
    Said("erase", CASE_KIND, CASE, {"bodies": ["0" * 64]}, v=2),
]
"""An action, a kind, a member of the line and a version that nobody knows yet."""

LEARNABLE = [Said(fields=NAMED, v=2), Said(fields=NAMED, members={"witness": "li"})]


def _made(name: str = "甲") -> Said:
    return Said("create", fields={"name": name})


def _erasure(*entries: SignedEntry, v: int = 1) -> Said:
    return Said("erase", CASE_KIND, CASE, {"bodies": [entry.entry.body for entry in entries], "basis": "PIPL 47"}, v)


def _person(side: Side, n: int = 1) -> Person:
    with side.session() as session:
        found = reading.get(session, CASE, Person, record_id(n))
    assert found is not None
    return found


def _set_aside(side: Side) -> dict[str, str]:
    with side.session() as session:
        return {item.hash: item.reason for item in reading.quarantine_of(session, CASE)}


def _update(side: Side) -> None:
    """Open the database with this program; what is understood may have changed."""
    with side.session() as session:
        catch_up(session)


@pytest.fixture
def blank(sqlite_template: Path) -> Blank:
    """Makes further sides without a line, in memory."""

    def make() -> Side:
        engine = sqlite_engine()
        with closing(sqlite3.connect(sqlite_template)) as template:
            template.backup(engine.raw_connection().dbapi_connection)  # type: ignore[arg-type]  # it is SQLite's
        return Side(engine)

    return make


@pytest.fixture
def findings(blank: Blank) -> Findings:
    """What verification finds on a side."""

    def verify(side: Side) -> list[Finding]:
        with side.session() as session:
            return replay.verify(session, CASE, blank().engine)

    return verify


@pytest.fixture
def one(side: Side) -> NewerDevice:
    """A device of a newer version that this side knows."""
    side.know(ONE, TWO, OFFICE)
    return NewerDevice(ONE)


# ------------------------------------------------------------------------------------------------ what happens


@pytest.mark.parametrize("newer", NEWER)
def test_a_line_nobody_understands_is_kept_numbered_and_passed_on(
    side: Side, one: NewerDevice, newer: Said, findings: Findings, blank: Blank
) -> None:
    entries = [*one.says(_made()), *one.says(newer), *one.says(Said(fields={"phone": "139"}))]
    received = side.take(entries)
    assert received.applied == [entry.hash for entry in entries]
    assert received.quarantined == {entries[1].hash: "newer_version"}
    numbers = side.number(entries)
    person = _person(side)
    # What comes before and after it in the chain has its effect as ever.
    assert (person.name, person.phone, person.withdrawn, person.conflicts) == ("甲", "139", False, ())
    with side.session() as session:
        passed_on = journal.entries_after(session, CASE, 0)
        assert [head.hash for head in journal.heads(session, CASE)] == [entries[-1].hash]
        assert count_newer(session, CASE) == 1
        assert reading.history(session, CASE)[1].action == newer.action
    assert passed_on == [replace(entry, number=numbers[entry.hash]) for entry in entries]
    assert findings(side) == []
    other = blank()
    other.know(ONE, TWO, OFFICE)
    other.take(passed_on)
    assert other.dump() == side.dump()


@pytest.mark.parametrize(("place", "newer"), [(n % 3, said) for n, said in enumerate(NEWER)])
def test_an_operation_with_a_part_nobody_understands_waits_as_a_whole(
    side: Side, one: NewerDevice, newer: Said, place: int, findings: Findings
) -> None:
    parts = [Said(fields=NAMED), Said("create", id=record_id(2))]
    entries = [
        *one.says(_made()),
        *one.says(*parts[:place], newer, *parts[place:]),
        *one.says(Said(fields={"phone": "1"})),
    ]
    for entry in reversed(entries):
        side.take([entry])
    assert _set_aside(side) == dict.fromkeys((entry.hash for entry in entries[1:4]), "newer_version")
    assert (_person(side).name, _person(side).phone) == ("甲", "1")
    with side.session() as session:
        assert reading.count(session, CASE, Person) == 1
    assert findings(side) == []


def test_whoever_borrows_the_id_of_an_operation_takes_no_effect_from_it(side: Side, one: NewerDevice) -> None:
    made = one.says(_made(), Said(fields={"phone": "139"}), op="the same")
    again = one.says(Said(fields=NAMED), Said(v=2), op="the same")
    side.take([*made, *again])
    assert set(_set_aside(side)) == {entry.hash for entry in again}
    assert (_person(side).name, _person(side).phone) == ("甲", "139")


def test_a_forged_other_end_takes_no_effect_from_an_operation(
    side: Side, one: NewerDevice, findings: Findings, blank: Blank
) -> None:
    """Two last parts after the same first one: what is whole and understood along one way has its effect."""
    first, good = one.says(_made(), Said(fields={"phone": "139"}), op="forked")
    fork = NewerDevice(ONE, after=first)
    (bad,) = fork.says(Said(v=2), op="forked")
    entry = replace(bad.entry, op_n=2, op_of=2)
    bad = SignedEntry(entry.to_bytes(), ONE.signer.sign(entry.to_bytes()), bad.body)
    dumps = []
    for order in permutations([first, good, bad]):
        other = blank()
        other.know(ONE)
        for part in order:
            other.take([part])
        other.number([good])
        assert (_person(other).name, _person(other).phone) == ("甲", "139")
        dumps.append(other.dump())
    assert dumps == dumps[:1] * 6
    side.take([bad, first])
    assert set(_set_aside(side)) == {first.hash, bad.hash}
    side.take([good])
    assert first.hash not in _set_aside(side)
    assert findings(side) == []


def test_members_of_a_body_nobody_knows_change_nothing(side: Side, one: NewerDevice, findings: Findings) -> None:
    (made,) = one.says(replace(_made(), beside={"sketch": {"a": [1]}, "á": None}))
    side.take([replace(made, body=None)])
    side.take([made])
    assert (_person(side).name, _set_aside(side)) == ("甲", {})
    with side.session() as session:
        assert journal.all_entries(session, CASE) == [made]
    assert findings(side) == []


# ----------------------------------------------------------------------------------------------- what is refused


@pytest.mark.parametrize("newer", NEWER)
def test_a_line_nobody_understands_is_checked_like_any_other(side: Side, one: NewerDevice, newer: Said) -> None:
    made, line = one.says(_made()), one.says(newer)[0]
    side.take(made)
    before = side.dump()
    with pytest.raises(BadSignature):
        side.take([replace(line, signature=made[0].signature)])
    with pytest.raises(BadSignature):
        side.take([replace(line, line=line.line.replace(b'"base":0', b'"base":1'))])
    with pytest.raises(BadHash):
        side.take([replace(line, body=made[0].body)])
    assert side.dump() == before
    gap = NewerDevice(ONE, after=line)
    gap.prev = None
    (broken,) = gap.says(newer)
    received = side.take([broken])
    assert (received.applied, received.waiting) == ([], [broken.hash])
    with pytest.raises(ChainGap), side.session() as session:
        journal.check_chain(session, CASE, NewerDevice(ONE, after=line).says(newer))


def test_a_line_that_was_changed_in_the_tables_is_found(
    side: Side, one: NewerDevice, findings: Findings, blank: Blank
) -> None:
    entries = [*one.says(_made()), *one.says(Said("transfer", members={"witness": "li"}))]
    forged = entries[1].line.replace(b'"witness":"li"', b'"witness":"wu"')
    other = blank()
    other.know(ONE)
    other.take(entries)
    with other.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_no_update")
        connection.exec_driver_sql("UPDATE journal SET line = ? WHERE seq = 2", (forged,))
    assert {item.code for item in findings(other)} >= {"entry_changed", "signature_bad", "guard_missing"}


def test_a_body_that_is_absent_is_missed_only_once_its_line_is_understood(
    side: Side, one: NewerDevice, findings: Findings
) -> None:
    entries = [*one.says(_made()), replace(one.says(Said(fields=NAMED, v=2))[0], body=None)]
    side.take(entries)
    assert findings(side) == []
    with learnt():
        _update(side)
        assert findings(side) == [Finding("body_missing", {"entry": entries[1].hash})]


def test_the_records_are_known_that_a_newer_version_may_see_otherwise(side: Side, one: NewerDevice) -> None:
    photos = one.says(*(Said("create", "evidence", record_id(n), {"sha256": f"{n:064x}"}) for n in range(1, 5)))
    side.take(photos)
    with side.session() as session:
        assert records_of_newer(session, CASE) == hashes_in_newer(session, CASE) == set()
    side.take([*one.says(Said("transfer", "evidence", record_id(1))), *one.says(_erasure(photos[1], v=2))])
    side.take(one.says(Said("create", "sketch", record_id(7), {"sha256": "f" * 64, "title": "f" * 63})))
    with side.session() as session:
        assert records_of_newer(session, CASE) == {record_id(1), record_id(2), record_id(7), CASE}
        assert hashes_in_newer(session, CASE) == {photos[1].entry.body, "f" * 64}


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
    side: Side, one: NewerDevice, newer: Said, findings: Findings, blank: Blank
) -> None:
    entries = [*one.says(_made()), *one.says(newer, Said("create", id=record_id(2), fields={"name": "丙"}))]
    side.take(entries)
    before = side.dump()
    with learnt():
        _update(side)
        assert (_person(side).name, _person(side, 2).name, _set_aside(side)) == ("乙", "丙", {})
        fresh = blank()
        fresh.know(ONE, TWO, OFFICE)
        fresh.take(entries)
        assert fresh.dump() == side.dump()
        assert findings(side) == []
    # And an older program that gets hold of the database lets them wait again.
    _update(side)
    assert side.dump() == before


@pytest.mark.parametrize("place", [0, 1])
def test_an_erasure_takes_effect_once_its_operation_is_understood(
    side: Side, one: NewerDevice, findings: Findings, place: int
) -> None:
    """Either the erasure itself is of a newer version, or what comes with it."""
    made, other = one.says(_made()), one.says(Said(fields={"phone": "139"}))
    side.take([*made, *other])
    office = NewerDevice(OFFICE)
    side.take(office.says(_erasure(*made, v=2 - place), Said("note", CASE_KIND, CASE, v=1 + place)))
    # One that is understood by now must not carry out the other.
    side.take(office.says(_erasure(*other)))
    assert (_person(side).name, _person(side).phone) == ("甲", None)
    side.take(made)
    assert findings(side) == []
    with learnt():
        _update(side)
        assert _person(side).name is None
        side.take(made)
        assert findings(side) == []
        with side.session() as session:
            assert session.scalar(select(bodies.c.hash).where(bodies.c.hash == made[0].entry.body)) is None


def test_an_erasure_that_is_understood_reaches_bodies_of_lines_that_are_not(
    side: Side, one: NewerDevice, findings: Findings
) -> None:
    entries = [*one.says(_made()), *one.says(Said("transfer", fields={"name": "私"}))]
    side.take(entries)
    side.take(NewerDevice(OFFICE).says(_erasure(entries[1])))
    side.take(entries)
    assert "私" not in str(side.dump())
    assert findings(side) == []


def test_nobody_gains_a_right_by_writing_ahead_of_the_update(side: Side, one: NewerDevice, findings: Findings) -> None:
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
        _erasure(*given, *evidence, v=2),
    ]
    lines: list[SignedEntry] = [entry for said in attempts for entry in one.says(said, base=3)]
    side.take(lines)
    assert set(_set_aside(side).values()) == {"newer_version"}
    with learnt():
        _update(side)
        assert _set_aside(side) == {entry.hash: "not_owner" for entry in lines}
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


def test_a_seal_that_nobody_understands_yet_seals_nothing(side: Side, one: NewerDevice) -> None:
    entries = [
        *one.says(Said("create", "task")),
        *one.says(Said("seal", "task", v=2)),
        *one.says(Said(kind="task", fields={"weather": "fog"})),
    ]
    side.take(entries)
    with side.session() as session:
        task = reading.get(session, CASE, Task, record_id(1))
    assert task is not None
    assert (task.sealed, task.weather) == (False, "fog")


def test_a_line_ahead_of_a_record_puts_it_under_no_seal(side: Side, one: NewerDevice) -> None:
    """What was made after the sealing is an addendum, whatever a newer version said of it before."""
    side.take([*one.says(Said("create", "task")), *one.says(Said("create", id=record_id(2), v=2))])
    side.take([*one.says(Said("seal", "task")), *one.says(Said("create", id=record_id(2)))])
    with side.session() as session:
        assert is_under_seal(session, CASE, "task", record_id(1))
        assert not is_under_seal(session, CASE, "person", record_id(2))


# --------------------------------------------------------------------------------------------------- on one's own


def test_numbers_that_a_newer_note_explains_are_no_fault(side: Side, one: NewerDevice, findings: Findings) -> None:
    """The note says how far the lines before it had seen, in a way that only a newer version reads."""
    entries = [*one.says(_made(), base=7), *one.says(Said("note", CASE_KIND, CASE, {"numbers_agree_to": 0}, 2))]
    side.take([replace(entry, number=n) for n, entry in enumerate(entries, start=1)])
    assert findings(side) == []
    with learnt():
        _update(side)
        assert findings(side) == []


def test_own_lines_that_are_not_understood_are_not_undone(side: Side, one: NewerDevice) -> None:
    side.take([*one.says(_made()), *one.says(Said("transfer"))])
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
    assert _person(side).phone is None
    assert findings(side) == []
    with side.session() as session:
        # Nothing is left to be written a second time.
        assert len(journal.open_epoch(session, CASE, ONE, None, "again")) == 1
    with learnt():
        _update(side)
        assert (_person(side).name, _person(side).phone) == ("甲", "139")


def test_an_own_erasure_that_waits_and_is_written_again_forgets_nothing(side: Side, one: NewerDevice) -> None:
    start = side.write(ONE, create("person", 1, name="甲"))
    lost = NewerDevice(ONE, after=start[-1]).says(_erasure(*start), Said("transfer"))
    side.number(side.write(ONE, change("person", 1, phone="139")))
    side.take(lost)
    with side.session() as session:
        assert len(journal.open_epoch(session, CASE, ONE, None, "restored")) == 3
    assert (_person(side).name, _person(side).phone) == ("甲", "139")


def _meaning(entry: SignedEntry) -> Sequence[object]:
    line = entry.entry
    assert entry.body is not None
    return line.v, line.action, line.kind, line.id, line.more, entry.body.fields, entry.body.more
