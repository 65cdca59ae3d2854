"""Witness records: what a new one starts with, and a witness who is nobody of the case yet."""

from __future__ import annotations

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.undoing import History
from surveyor_app.operations.people import witnesses
from tests.operations.worlds import entries, listed, only


def test_a_new_record_starts_with_an_eyewitness_who_has_none_this_surveyor_and_now(case: CaseFile) -> None:
    assert witnesses.first_fields(case)["person_uid"] is None
    records.create(case, Person, {"name": "王五", "roles": ("driver",)})
    first = records.create(case, Person, {"name": "陈", "roles": ("eyewitness",)}).id
    second = records.create(case, Person, {"name": "林", "roles": ("eyewitness", "passenger")}).id
    for expected in (first, second, None):
        made = records.create(case, Witness, witnesses.first_fields(case)).id
        record = next(item for item in listed(case, Witness) if item.id == made)
        assert record.person_uid == expected
        assert record.recorded_by == case.profile.display_name
        assert record.recorded_at is not None


def test_somebody_new_becomes_a_person_and_the_witness_as_one_operation(case: CaseFile) -> None:
    made = records.create(case, Witness, {}).id
    before = len(entries(case))
    created = witnesses.add_newcomer(case, made, " 陈证人 ", "13700000009")
    person = only(case, Person)
    assert (person.id, person.name, person.phone, person.roles) == (
        created.id,
        "陈证人",
        "13700000009",
        ("eyewitness",),
    )
    assert only(case, Witness).person_uid == person.id
    assert len({line.op for line in entries(case)[before:]}) == 1
    history = History()
    history.record(created.changes)
    history.undo(case)
    assert listed(case, Person) == []
    assert only(case, Witness).person_uid is None


def test_a_witness_without_a_name_or_without_a_record_is_refused(case: CaseFile) -> None:
    made = records.create(case, Witness, {}).id
    with pytest.raises(InputError):
        witnesses.add_newcomer(case, made, " ")
    with pytest.raises(NotFound):
        witnesses.add_newcomer(case, "no such record", "陈")
    assert listed(case, Person) == []
