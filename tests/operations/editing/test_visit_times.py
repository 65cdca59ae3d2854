"""When the surveyor came and left: each noted once, mended like any field, never of a visit that is not theirs to write."""

from __future__ import annotations

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.profiles.enrolment import Enrolment
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.errors import NotFound, Sealed
from surveyor_app.domain.journal.changes import Changes, Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.wire_errors import NotOwner
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.undoing import History
from surveyor_app.operations.editing.visit_times import ARRIVED, LEFT, note_time, take_back_time
from tests.operations.office import OfficeDesk
from tests.operations.worlds import entries, moment, only


@pytest.fixture
def visit(case: CaseFile) -> str:
    return only(case, Task).id


def test_each_time_is_noted_once(case: CaseFile, visit: str) -> None:
    assert note_time(case, visit, ARRIVED, moment(10)).touches(Task.KIND)
    before = len(entries(case))
    assert note_time(case, visit, ARRIVED, moment(11)) == Changes()
    assert len(entries(case)) == before
    assert (only(case, Task).arrived_at, only(case, Task).left_at) == (moment(10), None)
    note_time(case, visit, LEFT, moment(40))
    note_time(case, visit, LEFT, moment(41))
    assert (only(case, Task).arrived_at, only(case, Task).left_at) == (moment(10), moment(40))


def test_a_time_that_was_typed_stays(case: CaseFile, visit: str) -> None:
    records.change(case, Task, visit, {"arrived_at": moment(5)})
    note_time(case, visit, ARRIVED, moment(10))
    assert only(case, Task).arrived_at == moment(5)


def test_a_time_taken_back_is_noted_anew(case: CaseFile, visit: str) -> None:
    history = History()
    history.record(note_time(case, visit, ARRIVED, moment(10)))
    history.undo(case)
    assert only(case, Task).arrived_at is None
    note_time(case, visit, ARRIVED, moment(12))
    assert only(case, Task).arrived_at == moment(12)


def test_what_was_noted_is_taken_back_and_what_was_mended_since_stays(case: CaseFile, visit: str) -> None:
    note_time(case, visit, ARRIVED, moment(10))
    note_time(case, visit, LEFT, moment(40))
    assert take_back_time(case, visit, ARRIVED, moment(10)).touches(Task.KIND)
    assert (only(case, Task).arrived_at, only(case, Task).left_at) == (None, moment(40))
    records.change(case, Task, visit, {"left_at": moment(38)})
    assert take_back_time(case, visit, LEFT, moment(40)) == Changes()
    assert only(case, Task).left_at == moment(38)


def test_nothing_is_noted_of_a_visit_that_does_not_exist(case: CaseFile) -> None:
    with pytest.raises(NotFound):
        note_time(case, new_record_id(), ARRIVED, moment(10))


def test_nothing_is_noted_once_a_signed_report_rests_on_the_visit(case: CaseFile, visit: str) -> None:
    note_time(case, visit, ARRIVED, moment(10))
    case.apply([Step(Action.SEAL, Task.KIND, visit)], "seal")
    with pytest.raises(Sealed):
        note_time(case, visit, LEFT, moment(40))
    assert only(case, Task).left_at is None


def test_nothing_is_noted_of_anothers_visit(case: CaseFile) -> None:
    _, task = OfficeDesk(case).gives_out({"report_no": "RD9"}, {"task_kind": "resurvey", "owner": "wang"})
    case.profile.save_enrolment(
        Enrolment("http://x", case.profile.user, b"ca", b"certificate", b"p12", "secret", "token")
    )
    with pytest.raises(NotOwner):
        note_time(case, task, ARRIVED, moment(10))
