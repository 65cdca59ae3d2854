"""Lines of a newer version: kept, numbered, passed on and checked; without any effect until the program is updated."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from surveyor_app.domain.journal.entries import SignedEntry
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.wire_errors import BadHash, BadSignature, ChainGap
from surveyor_app.records import journal, reading
from surveyor_app.records.newer import count_newer, hashes_in_newer, records_of_newer
from surveyor_app.records.replay import Finding
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
from tests.records.sides import CASE, Side, record_id

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


# ------------------------------------------------------------------------------------------------ what happens


@pytest.mark.parametrize("newer", NEWER)
def test_a_line_nobody_understands_is_kept_numbered_and_passed_on(
    side: Side, device: NewerDevice, newer: Said, findings: Findings, blank: Blank
) -> None:
    entries = [*device.says(creation()), *device.says(newer), *device.says(Said(fields={"phone": "139"}))]
    received = side.take(entries)
    assert received.applied == [entry.hash for entry in entries]
    assert received.quarantined == {entries[1].hash: "newer_version"}
    numbers = side.number(entries)
    person = person_of(side)
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
    side: Side, device: NewerDevice, newer: Said, place: int, findings: Findings
) -> None:
    parts = [Said(fields=NAMED), Said("create", id=record_id(2))]
    entries = [
        *device.says(creation()),
        *device.says(*parts[:place], newer, *parts[place:]),
        *device.says(Said(fields={"phone": "1"})),
    ]
    for entry in reversed(entries):
        side.take([entry])
    assert set_aside(side) == dict.fromkeys((entry.hash for entry in entries[1:4]), "newer_version")
    assert (person_of(side).name, person_of(side).phone) == ("甲", "1")
    with side.session() as session:
        assert reading.count(session, CASE, Person) == 1
    assert findings(side) == []


def test_whoever_borrows_the_id_of_an_operation_takes_no_effect_from_it(side: Side, device: NewerDevice) -> None:
    made = device.says(creation(), Said(fields={"phone": "139"}), op="the same")
    again = device.says(Said(fields=NAMED), Said(v=2), op="the same")
    side.take([*made, *again])
    assert set(set_aside(side)) == {entry.hash for entry in again}
    assert (person_of(side).name, person_of(side).phone) == ("甲", "139")


def test_a_forged_other_end_takes_no_effect_from_an_operation(
    side: Side, device: NewerDevice, findings: Findings, blank: Blank
) -> None:
    """Two last parts after the same first one: what is whole and understood along one way has its effect."""
    first, good = device.says(creation(), Said(fields={"phone": "139"}), op="forked")
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
        assert (person_of(other).name, person_of(other).phone) == ("甲", "139")
        dumps.append(other.dump())
    assert dumps == dumps[:1] * 6
    side.take([bad, first])
    assert set(set_aside(side)) == {first.hash, bad.hash}
    side.take([good])
    assert first.hash not in set_aside(side)
    assert findings(side) == []


def test_members_of_a_body_nobody_knows_change_nothing(side: Side, device: NewerDevice, findings: Findings) -> None:
    (made,) = device.says(replace(creation(), beside={"sketch": {"a": [1]}, "á": None}))
    side.take([replace(made, body=None)])
    side.take([made])
    assert (person_of(side).name, set_aside(side)) == ("甲", {})
    with side.session() as session:
        assert journal.all_entries(session, CASE) == [made]
    assert findings(side) == []


# ----------------------------------------------------------------------------------------------- what is refused


@pytest.mark.parametrize("newer", NEWER)
def test_a_line_nobody_understands_is_checked_like_any_other(side: Side, device: NewerDevice, newer: Said) -> None:
    made, line = device.says(creation()), device.says(newer)[0]
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
    side: Side, device: NewerDevice, findings: Findings, blank: Blank
) -> None:
    entries = [*device.says(creation()), *device.says(Said("transfer", members={"witness": "li"}))]
    forged = entries[1].line.replace(b'"witness":"li"', b'"witness":"wu"')
    other = blank()
    other.know(ONE)
    other.take(entries)
    with other.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_no_update")
        connection.exec_driver_sql("UPDATE journal SET line = ? WHERE seq = 2", (forged,))
    assert {item.code for item in findings(other)} >= {"entry_changed", "signature_bad", "guard_missing"}


def test_a_body_that_is_absent_is_missed_only_once_its_line_is_understood(
    side: Side, device: NewerDevice, findings: Findings
) -> None:
    entries = [*device.says(creation()), replace(device.says(Said(fields=NAMED, v=2))[0], body=None)]
    side.take(entries)
    assert findings(side) == []
    with learnt():
        update(side)
        assert findings(side) == [Finding("body_missing", {"entry": entries[1].hash})]


def test_the_records_are_known_that_a_newer_version_may_see_otherwise(side: Side, device: NewerDevice) -> None:
    photos = device.says(*(Said("create", "evidence", record_id(n), {"sha256": f"{n:064x}"}) for n in range(1, 5)))
    side.take(photos)
    with side.session() as session:
        assert records_of_newer(session, CASE) == hashes_in_newer(session, CASE) == set()
    side.take([*device.says(Said("transfer", "evidence", record_id(1))), *device.says(erasure(photos[1], v=2))])
    side.take(device.says(Said("create", "sketch", record_id(7), {"sha256": "f" * 64, "title": "f" * 63})))
    with side.session() as session:
        assert records_of_newer(session, CASE) == {record_id(1), record_id(2), record_id(7), CASE}
        assert hashes_in_newer(session, CASE) == {photos[1].entry.body, "f" * 64}
