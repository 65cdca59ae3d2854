"""Two people who are one: what names them follows, what is signed stays, and all of it is taken back as a whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.claim.contacts import Contact
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.enquiries import Enquiry
from surveyor_app.domain.errors import InputError, NotFound, Sealed
from surveyor_app.domain.kinds import KINDS
from surveyor_app.domain.losses.injuries import Injury
from surveyor_app.domain.losses.rescue import RescueCost, Salvage
from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.shots import ShotState
from surveyor_app.domain.statements.consents import Consent
from surveyor_app.domain.statements.statements import Participant, Statement
from surveyor_app.operations.cases.checking import read_contents
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.undoing import History
from surveyor_app.operations.people.merging import in_order_to_merge, merge_people, reference_fields
from surveyor_app.operations.statements.closing import close
from surveyor_app.operations.statements.contents import load_contents, names_of
from surveyor_app.operations.statements.signing import needs
from tests.operations.statement_world import sign_all, take_frozen
from tests.operations.worlds import entries, listed, only


def pair(case: CaseFile) -> tuple[str, str]:
    """Return two people who are one."""
    kept = records.create(case, Person, {"name": "李国强", "roles": ("driver",)}).id
    other = records.create(case, Person, {"name": "李国強", "roles": ("injured",), "phone": "13800000000"}).id
    return kept, other


def get(case: CaseFile, person_id: str) -> Person:
    return next(item for item in listed(case, Person, withdrawn=True) if item.id == person_id)


def test_every_field_that_can_name_a_person_is_found() -> None:
    assert reference_fields() == {
        "vehicle": ("driver_uid",),
        "evidence": ("subject_uid",),
        "statement": ("subject_uid", "refusal_witness_uid"),
        "participant": ("person_uid",),
        "ink": ("person_uid",),
        "witness": ("person_uid",),
        "consent": ("person_uid", "guardian_uid"),
        "shot_state": ("subject_uid",),
        "injury": ("person_uid",),
        "document": ("subject_uid",),
        "enquiry": ("person_uid",),
        "contact": ("person_uid",),
        "rescue_cost": ("subject_uid",),
        "salvage": ("subject_uid",),
    }


def test_one_is_kept_with_what_both_knew_and_the_other_says_into_whom_it_went(case: CaseFile) -> None:
    kept, other = pair(case)
    merge_people(case, kept, other)
    one = get(case, kept)
    assert (one.name, one.phone, one.roles) == ("李国强", "13800000000", ("driver", "injured"))
    gone = get(case, other)
    assert gone.withdrawn
    assert gone.merged_into == kept
    assert [person.id for person in listed(case, Person)] == [kept]


def test_the_chosen_value_of_a_field_stands(case: CaseFile) -> None:
    kept, other = pair(case)
    merge_people(case, kept, other, ["name"])
    assert get(case, kept).name == "李国強"


def test_everything_that_named_the_other_names_the_kept_one(filled: CaseFile) -> None:
    kept, other = pair(filled)
    photo = listed(filled, Evidence)[0].id
    records.change(filled, Evidence, photo, {"subject_uid": other, "shot_key": "person.id_card"})
    records.change(filled, Vehicle, only(filled, Vehicle).id, {"driver_uid": other})
    statement = only(filled, Statement).id
    records.change(filled, Statement, statement, {"subject_uid": other, "refusal_witness_uid": other})
    records.create(filled, Participant, {"statement_uid": statement, "role": "subject", "person_uid": other})
    records.create(filled, Witness, {"person_uid": other})
    records.create(filled, Consent, {"person_uid": other, "guardian_uid": other})
    records.create(filled, Injury, {"person_uid": other})
    records.create(filled, Document, {"item": "medical_records", "subject_uid": other})
    records.create(filled, Enquiry, {"kind": "hospital", "person_uid": other})
    records.create(filled, Contact, {"person_uid": other, "summary": "called"})
    records.create(filled, RescueCost, {"subject_uid": other})
    records.create(filled, Salvage, {"subject_uid": other})
    gone = records.create(filled, ShotState, {"shot_key": "x", "subject_uid": other}).id
    records.withdraw(filled, ShotState, [gone], "wrong")
    result = merge_people(filled, kept, other)
    assert (result.followed, result.left) == (13, 0)
    for kind, names in reference_fields().items():
        named = {getattr(item, name) for item in listed(filled, KINDS[kind], withdrawn=True) for name in names}
        assert other not in named
        assert kept in named or kind == "ink"


def test_it_is_one_operation_and_taken_back_as_a_whole(case: CaseFile) -> None:
    kept, other = pair(case)
    car = records.create(case, Vehicle, {"driver_uid": other}).id
    before = {person.id: person for person in listed(case, Person)}
    history = History()
    changes = merge_people(case, kept, other, ["name"]).changes
    last = entries(case)[-4:]
    assert len({line.op for line in last}) == 1
    history.record(changes)
    history.undo(case)
    after = {person.id: replace(person, withdrawn_reason=None) for person in listed(case, Person)}
    assert after == before
    assert only(case, Vehicle).driver_uid == other
    history.redo(case)
    assert get(case, other).merged_into == kept
    assert (only(case, Vehicle).id, only(case, Vehicle).driver_uid) == (car, kept)


def test_after_a_restart_it_is_still_one_step_back(case: CaseFile) -> None:
    kept, other = pair(case)
    merge_people(case, kept, other)
    History.of(case).undo(case)
    assert [person.id for person in listed(case, Person)] == [kept, other]


def test_a_signed_statement_names_whom_it_named_and_still_knows_the_name(case: CaseFile) -> None:
    taken = take_frozen(case)
    sign_all(case, taken.statement)
    close(case, taken.statement)
    kept = records.create(case, Person, {"name": "李国強"}).id
    result = merge_people(case, kept, taken.subject)
    assert result.followed == 0
    assert result.left > 3
    contents = load_contents(case, taken.statement)
    assert contents.statement.subject_uid == taken.subject
    assert contents.subject is not None
    assert contents.subject.name == "李国强"
    assert names_of(contents, "subject") == ["李国强"]
    assert [person.id for person in read_contents(case).merged_people] == [taken.subject]


def test_a_statement_that_is_being_signed_follows_with_its_signatures(case: CaseFile) -> None:
    taken = take_frozen(case)
    sign_all(case, taken.statement)
    kept = records.create(case, Person, {}).id
    merge_people(case, kept, taken.subject)
    assert all(need.is_given for need in needs(load_contents(case, taken.statement)))


def test_what_a_signed_report_rests_on_is_kept_and_nothing_else_of_it_changes(signed: CaseFile) -> None:
    old = only(signed, Person).id
    new = records.create(signed, Person, {"roles": ("driver",)}).id
    kept, other = in_order_to_merge(signed, new, old)
    assert (kept.id, other.id) == (old, new)
    assert merge_people(signed, old, new).left == 0
    again = records.create(signed, Person, {"phone": "13800000000"}).id
    with pytest.raises(Sealed):
        merge_people(signed, old, again)
    with pytest.raises(Sealed):
        merge_people(signed, again, old)


def test_a_vehicle_under_a_seal_names_whom_it_named(signed: CaseFile) -> None:
    kept = records.create(signed, Person, {"name": "王五"}).id
    with pytest.raises(Sealed):
        merge_people(signed, kept, only(signed, Vehicle).driver_uid or "")


def test_nobody_is_merged_with_themselves_or_with_somebody_who_is_gone(case: CaseFile) -> None:
    kept, other = pair(case)
    with pytest.raises(InputError):
        merge_people(case, kept, kept)
    with pytest.raises(InputError):
        merge_people(case, kept, other, ["phone"])
    records.withdraw(case, Person, [other], "wrong")
    for attempt in (lambda: merge_people(case, kept, other), lambda: in_order_to_merge(case, kept, other)):
        with pytest.raises(NotFound):
            attempt()


def test_the_one_entered_first_is_kept(case: CaseFile) -> None:
    kept, other = pair(case)
    assert [person.id for person in in_order_to_merge(case, other, kept)] == [kept, other]
