"""Editing records: what is written, what is refused before anything is, order and conflicts."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.profiles.enrolment import Enrolment
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.errors import InputError, NotFound, Sealed
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.losses.vehicles import DamageMark
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.wire_errors import NotOwner
from surveyor_app.operations.cases.verifying import verify_case
from surveyor_app.operations.editing import records
from tests.operations.office import OfficeDesk, OtherDesk
from tests.operations.worlds import entries, listed, only


def seal(case: CaseFile) -> None:
    case.apply([Step(Action.SEAL, Task.KIND, only(case, Task).id)], "seal")


def test_a_record_is_made_and_can_be_read(case: CaseFile) -> None:
    made = records.create(case, Person, {"name": "  王五 ", "phone": " ", "roles": ()})
    assert only(case, Person) == Person(id=made.id, name="王五")
    assert made.changes.touched == {"person": frozenset({made.id})}
    assert made.changes.label == "create_person"


@pytest.mark.parametrize("fields", [{"nickname": "x"}, {"name": 7}])
def test_a_record_with_a_wrong_field_is_refused(case: CaseFile, fields: dict[str, object]) -> None:
    before = entries(case)
    with pytest.raises(InputError):
        records.create(case, Person, fields)
    assert entries(case) == before


def test_only_differences_are_written(case: CaseFile) -> None:
    person = records.create(case, Person, {"name": "王五", "phone": "138"}).id
    records.change(case, Person, person, {"name": " 王五 ", "phone": "139", "address": ""})
    assert entries(case, "person")[-1].fields == {"phone": "139"}


def test_nothing_is_written_when_nothing_differs(case: CaseFile) -> None:
    mark = records.create(case, DamageMark, {"labour": Decimal("300.50"), "type": ("scratch", "dent")}).id
    before = entries(case)
    changes = records.change(case, DamageMark, mark, {"labour": Decimal("300.5"), "type": ("dent", "scratch")})
    assert not changes.touched
    assert entries(case) == before


def test_an_emptied_field_is_none(case: CaseFile) -> None:
    person = records.create(case, Person, {"name": "王五", "roles": ("driver",)}).id
    records.change(case, Person, person, {"name": "  ", "roles": ()})
    assert only(case, Person) == Person(id=person)


def test_a_record_that_is_not_there_cannot_be_edited(case: CaseFile) -> None:
    missing = new_record_id()
    refused: tuple[Callable[[], object], ...] = (
        lambda: records.change(case, Person, missing, {"name": "x"}),
        lambda: records.settle(case, Person, missing, "name", "x"),
        lambda: records.withdraw(case, Person, [missing], "x"),
        lambda: records.restore(case, Person, [missing]),
        lambda: records.move(case, Evidence, missing, None),
    )
    for work in refused:
        with pytest.raises(NotFound):
            work()


def test_what_a_signed_report_rests_on_is_refused_before_anything_is_written(filled: CaseFile) -> None:
    photos = listed(filled, Evidence)
    person = only(filled, Person)
    withdrawn = records.create(filled, Person, {"name": "x"}).id
    records.withdraw(filled, Person, [withdrawn], "twice")
    seal(filled)
    before = entries(filled)
    refused: tuple[Callable[[], object], ...] = (
        lambda: records.change(filled, Person, person.id, {"name": "x"}),
        lambda: records.settle(filled, Person, person.id, "name", "x"),
        lambda: records.withdraw(filled, Person, [person.id], "x"),
        lambda: records.restore(filled, Person, [withdrawn]),
        lambda: records.move(filled, Evidence, photos[0].id, None),
    )
    for work in refused:
        with pytest.raises(Sealed):
            work()
    assert entries(filled) == before


def test_an_unchanged_value_of_a_sealed_record_is_no_error(filled: CaseFile) -> None:
    seal(filled)
    assert not records.change(filled, Person, only(filled, Person).id, {"name": "王五"}).touched


def test_the_offices_fields_are_refused_before_anything_is_written(case: CaseFile) -> None:
    office = OfficeDesk(case)
    claim, task = office.gives_out({"report_no": "RD9"}, {"task_kind": "resurvey"})
    before = entries(case)
    refused: tuple[Callable[[], object], ...] = (
        lambda: records.change(case, Claim, claim, {"insured_phone": "1", "report_no": "x"}),
        lambda: records.settle(case, Claim, claim, "report_no", "x"),
        lambda: records.withdraw(case, Claim, [claim], "x"),
        lambda: records.change(case, Task, task, {"owner": "zhang"}),
    )
    for work in refused:
        with pytest.raises(NotOwner):
            work()
    assert entries(case) == before
    assert records.change(case, Claim, claim, {"insured_phone": "138"}).touched
    assert records.change(case, Task, task, {"weather": "rain"}).touched


def test_another_surveyors_findings_are_refused_before_anything_is_written(case: CaseFile) -> None:
    wang = OtherDesk(case, "wang")
    photo, mark = wang.makes(Evidence, {"caption": "theirs", "rank": "1"}), wang.makes(DamageMark, {"part_text": "x"})
    person = wang.makes(Person, {"name": "王"})
    records.create(case, Evidence, {"caption": "mine"})
    before = entries(case)
    refused: tuple[Callable[[], object], ...] = (
        lambda: records.change(case, Evidence, photo, {"caption": "x"}),
        lambda: records.change(case, DamageMark, mark, {"part_text": "y"}),
        lambda: records.withdraw(case, Evidence, [photo], "x"),
        lambda: records.move(case, Evidence, photo, None),
    )
    for work in refused:
        with pytest.raises(NotOwner):
            work()
    assert entries(case) == before
    assert records.change(case, Person, person, {"name": "王五"}).touched
    assert records.move(case, Evidence, listed(case, Evidence)[1].id, photo).touched


@pytest.mark.parametrize("holder", ["wang", "zhang"])
def test_the_visit_of_a_task_is_its_holders(case: CaseFile, holder: str) -> None:
    _, task = OfficeDesk(case).gives_out({"report_no": "RD9"}, {"task_kind": "resurvey", "owner": holder})
    _certify(case.profile)
    if holder == case.profile.user:
        assert records.change(case, Task, task, {"weather": "rain"}).touched
    else:
        with pytest.raises(NotOwner):
            records.change(case, Task, task, {"weather": "rain"})


def test_a_second_device_of_the_same_person_goes_on_once_both_are_certified(case: CaseFile) -> None:
    photo = OtherDesk(case, case.profile.user).makes(Evidence, {"caption": "from the other laptop"})
    with pytest.raises(NotOwner):
        records.change(case, Evidence, photo, {"caption": "x"})
    _certify(case.profile)
    assert records.change(case, Evidence, photo, {"caption": "x"}).touched
    assert next(item for item in listed(case, Evidence) if item.id == photo).caption == "x"
    case.close()
    assert verify_case(case.profile, case.path) == []


def _certify(profile: Profile) -> None:
    profile.save_enrolment(Enrolment("http://x", profile.user, b"ca", b"certificate", b"p12", "secret", "token"))


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_withdrawal_needs_a_reason(filled: CaseFile, reason: str) -> None:
    with pytest.raises(InputError):
        records.withdraw(filled, Evidence, [listed(filled, Evidence)[0].id], reason)
    assert len(listed(filled, Evidence)) == 3


def test_a_withdrawn_record_stays_in_the_case(filled: CaseFile) -> None:
    first, second, third = (item.id for item in listed(filled, Evidence))
    records.withdraw(filled, Evidence, [first, third, first], " out of focus ")
    assert [item.id for item in listed(filled, Evidence)] == [second]
    kept = listed(filled, Evidence, withdrawn=True)
    assert [item.withdrawn_reason for item in kept] == ["out of focus", None, "out of focus"]
    records.restore(filled, Evidence, [first, second])
    assert [item.id for item in listed(filled, Evidence)] == [first, second]


def test_withdrawing_twice_writes_once_and_keeps_the_first_reason(filled: CaseFile) -> None:
    person = only(filled, Person).id
    records.withdraw(filled, Person, [person], "first")
    before = entries(filled)
    assert not records.withdraw(filled, Person, [person], "second").touched
    assert entries(filled) == before


def test_several_records_are_withdrawn_as_one_operation(filled: CaseFile) -> None:
    photos = [item.id for item in listed(filled, Evidence)]
    records.withdraw(filled, Evidence, photos, "wrong case")
    assert len({line.op for line in entries(filled)[-3:]}) == 1


# ------------------------------------------------------------------------------------------------ order


def order(case: CaseFile, names: dict[str, str]) -> str:
    return "".join(names[item.id] for item in listed(case, DamageMark))


@pytest.mark.parametrize(
    ("moved", "before", "expected"),
    [("a", "c", "bacd"), ("d", "a", "dabc"), ("a", None, "bcda"), ("b", "a", "bacd"), ("c", "b", "acbd")],
)
def test_a_record_moves_with_one_entry(case: CaseFile, moved: str, before: str | None, expected: str) -> None:
    names: dict[str, str] = {records.create(case, DamageMark, {"label_no": letter}).id: letter for letter in "abcd"}
    ids = {letter: record_id for record_id, letter in names.items()}
    count = len(entries(case))
    records.move(case, DamageMark, ids[moved], ids[before] if before else None)
    assert order(case, names) == expected
    assert len(entries(case)) == count + 1


@pytest.mark.parametrize(("moved", "before"), [("b", "b"), ("b", "c"), ("d", None)])
def test_a_record_that_stands_there_already_is_not_written(case: CaseFile, moved: str, before: str | None) -> None:
    names: dict[str, str] = {records.create(case, DamageMark, {"label_no": letter}).id: letter for letter in "abcd"}
    ids = {letter: record_id for record_id, letter in names.items()}
    count = len(entries(case))
    assert not records.move(case, DamageMark, ids[moved], ids[before] if before else None).touched
    assert order(case, names) == "abcd"
    assert len(entries(case)) == count


def test_records_that_two_devices_gave_the_same_rank_move_too(case: CaseFile) -> None:
    names: dict[str, str] = {}
    for letter in "abcd":
        names[record_id := new_record_id()] = letter
        case.apply([Step(Action.CREATE, "damage_mark", record_id, {"rank": "1001"})], "create")
    ids = {letter: record_id for record_id, letter in names.items()}
    records.move(case, DamageMark, ids["d"], ids["b"])
    assert order(case, names) == "adbc"
    assert len({line.op for line in entries(case)[-3:]}) == 1


def test_a_kind_without_order_cannot_be_moved_in(filled: CaseFile) -> None:
    with pytest.raises(InputError):
        records.move(filled, Person, only(filled, Person).id, None)


def test_a_record_cannot_move_before_one_that_is_not_listed(filled: CaseFile) -> None:
    first, second, third = (item.id for item in listed(filled, Evidence))
    records.withdraw(filled, Evidence, [third], "x")
    with pytest.raises(NotFound):
        records.move(filled, Evidence, first, third)
    assert [item.id for item in listed(filled, Evidence)] == [first, second]


def test_later_records_move_only_behind_those_a_report_numbered(case: CaseFile) -> None:
    sealed = [records.create(case, DamageMark, {"label_no": "sealed"}).id for _ in range(2)]
    seal(case)
    later = [records.create(case, DamageMark, {"label_no": "later"}).id for _ in range(2)]
    with pytest.raises(Sealed):
        records.move(case, DamageMark, later[1], sealed[1])
    records.move(case, DamageMark, later[1], later[0])
    assert [item.id for item in listed(case, DamageMark)] == [*sealed, later[1], later[0]]


# ------------------------------------------------------------------------------------------------ conflicts


def test_a_conflict_is_settled_by_writing_the_value_that_is_shown(case: CaseFile) -> None:
    phone = OfficeDesk(case).disagrees_about_the_phone()
    assert only(case, Claim).conflicts == ("insured_phone",)
    assert not records.change(case, Claim, only(case, Claim).id, {"insured_phone": phone}).touched
    records.settle(case, Claim, only(case, Claim).id, "insured_phone", phone)
    assert (only(case, Claim).conflicts, only(case, Claim).insured_phone) == ((), phone)
    assert entries(case)[-1].reason == "settled"


def test_a_conflict_is_settled_by_a_third_value(case: CaseFile) -> None:
    OfficeDesk(case).disagrees_about_the_phone()
    records.settle(case, Claim, only(case, Claim).id, "insured_phone", " 137 ")
    assert (only(case, Claim).conflicts, only(case, Claim).insured_phone) == ((), "137")


def test_a_conflict_that_came_after_the_report_can_be_settled(case: CaseFile) -> None:
    phone = OfficeDesk(case).disagrees_about_the_phone()
    seal(case)
    records.settle(case, Claim, only(case, Claim).id, "insured_phone", phone)
    assert only(case, Claim).conflicts == ()
