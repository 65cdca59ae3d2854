"""What the office and colleagues wrote, and a restored centre lost or has under other numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveyor_app.central.claims import office
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.wire_errors import NotComplete
from surveyor_app.operations.cases.delivering import fetch_case
from surveyor_app.operations.cases.delivery_states import (
    only_here_count,
)
from surveyor_app.operations.editing import records
from surveyor_app.records import reading
from tests.integration.restoring import (
    OFFICE,
    RECEIPTED,
    Insurer,
    Surveyor,
    numbers,
    require_same_on_both_sides,
    states,
)
from tests.operations.worlds import listed, only


def test_what_the_office_wrote_and_lost_is_handed_back(insurer: Insurer, zhang: Surveyor) -> None:
    case_id = insurer.assigned_case("zhang")
    zhang.fetches(case_id)
    zhang.delivers()
    insurer.keep_copy()
    with insurer.office() as centre:
        office.assign(centre, OFFICE, case_id, "zhang", task_kind="resurvey")
    photo = zhang.takes_photo("photo")
    zhang.delivers()
    given = numbers(zhang)
    insurer.restore_copy()
    zhang.enrol()
    zhang.delivers()
    assert numbers(zhang) == given
    require_same_on_both_sides(insurer, zhang, photo)
    with zhang.case() as case:
        assert [task.task_kind for task in listed(case, Task)] == ["scene", "resurvey"]
        assert only_here_count(case) == 0


def test_a_case_the_copy_never_knew_comes_back_whole(insurer: Insurer, zhang: Surveyor) -> None:
    insurer.keep_copy()
    zhang.fetches(insurer.assigned_case("zhang"))
    photo = zhang.takes_photo("photo")
    zhang.delivers()
    insurer.restore_copy()
    zhang.enrol()
    zhang.delivers()
    require_same_on_both_sides(insurer, zhang, photo)


def test_the_office_worked_on_and_nobody_seems_to_have_seen_it_before(insurer: Insurer, zhang: Surveyor) -> None:
    """The centre gives a number a second time; a line that had seen the first must not cover the second."""
    case_id = insurer.assigned_case("zhang")
    zhang.fetches(case_id)
    zhang.delivers()
    insurer.keep_copy()
    photo = zhang.takes_photo("photo")
    zhang.delivers()
    with zhang.case() as case:
        claim = only(case, Claim).id
        records.change(case, Claim, claim, {"insured_phone": "131"})
    zhang.delivers()
    insurer.restore_copy()
    with insurer.office() as centre, centre.database.write() as session:
        step = Step(Action.CHANGE, Claim.KIND, claim, {"insured_phone": "139", "insured_name": "李四"})
        write_entries(session, case_id, [step], OFFICE, centre.now())
    zhang.enrol()
    outcome = zhang.delivers().outcome
    assert outcome.lost == 2
    require_same_on_both_sides(insurer, zhang, photo)
    with zhang.case() as case, case.read() as session:
        (conflict,) = reading.conflicts_of(session, case_id)
        assert sorted(str(value) for _, value in conflict.values) == ["131", "139"]
        assert only(case, Claim).insured_name == "李四"
    assert zhang.delivers().outcome.lost is None


def test_the_office_went_on_another_way_and_says_again_what_it_lost(insurer: Insurer, zhang: Surveyor) -> None:
    case_id = insurer.assigned_case("zhang")
    zhang.fetches(case_id)
    zhang.delivers()
    insurer.keep_copy()
    with insurer.office() as centre:
        office.assign(centre, OFFICE, case_id, "zhang", task_kind="resurvey")
    zhang.delivers()
    with zhang.case() as case:
        resurvey = next(task for task in listed(case, Task) if task.task_kind == "resurvey")
        records.change(case, Task, resurvey.id, {"survey_place": "人民路"})
    zhang.delivers()
    insurer.restore_copy()
    with insurer.office() as centre:
        office.assign(centre, OFFICE, case_id, "zhang", task_kind="injury")
    zhang.enrol()
    zhang.delivers()
    require_same_on_both_sides(insurer, zhang)
    with zhang.case() as case:
        places = {task.task_kind: task.survey_place for task in listed(case, Task)}
        assert places == {"scene": None, "resurvey": "人民路", "injury": None}
        assert only_here_count(case) == 0


def test_a_colleagues_entries_are_handed_back_and_the_colleague_brings_the_originals(
    insurer: Insurer, zhang: Surveyor, tmp_path: Path
) -> None:
    case_id = insurer.assigned_case("zhang", "wang")
    wang = Surveyor(insurer, tmp_path, "wang")
    wang.enrol()
    zhang.fetches(case_id)
    wang.fetches(case_id)
    insurer.keep_copy()
    hers = wang.takes_photo("hers")
    wang.notes_person("hers")
    wang.delivers()
    his = zhang.takes_photo("his")
    zhang.delivers()
    insurer.restore_copy()
    zhang.enrol()
    with pytest.raises(NotComplete):
        zhang.delivers()  # her original counts too, and only she has it
    with zhang.case() as case:
        assert insurer.differences(case) == []
        assert [person.name for person in listed(case, Person)] == ["hers"]
    # To her laptop all seems well: the entries are there, under the numbers they had. The originals are not.
    wang.enrol()
    wang.delivers()
    zhang.delivers()
    for surveyor in (wang, zhang):
        assert states(surveyor) == RECEIPTED
    with zhang.case() as case:
        assert insurer.differences(case) == []
        assert insurer.holds(case_id, his)
        assert insurer.holds(case_id, hers)
    wang.close()


def test_fetching_from_a_restored_centre_opens_the_case_and_leaves_the_numbers_to_the_delivery(
    insurer: Insurer, zhang: Surveyor
) -> None:
    case_id = insurer.assigned_case("zhang")
    zhang.fetches(case_id)
    insurer.keep_copy()
    zhang.notes_person("王五")
    zhang.delivers()
    insurer.restore_copy()
    with insurer.office() as centre:
        office.assign(centre, OFFICE, case_id, "zhang", task_kind="injury")
    zhang.enrol()
    with fetch_case(zhang.profile, case_id) as case:
        assert [person.name for person in listed(case, Person)] == ["王五"]
    zhang.delivers()
    require_same_on_both_sides(insurer, zhang)
