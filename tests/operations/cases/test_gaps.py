"""Reasons for gaps are given once, when leaving; the report is signed with them, and the seal keeps what was open then."""

from __future__ import annotations

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.findings import Level
from surveyor_app.domain.checks.gaps import Reasons, key_of, written
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.errors import NotReady
from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.operations.cases.checking import load_checks
from surveyor_app.operations.cases.gaps import Standing, standing_of
from surveyor_app.operations.cases.opening import summarise
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.visit_times import LEFT, mend_time, note_time
from surveyor_app.operations.report.reporting import ReportOptions, sign_report
from surveyor_app.wording.languages import chinese
from tests.operations.worlds import only
from tests.report.keys import person as certified

CHECKS = load_checks(resources_dir())


def standing(case: CaseFile) -> Standing:
    return standing_of(case, CHECKS)


def leave(case: CaseFile, reasons: Reasons) -> None:
    now = case.author.clock().instant()
    note_time(case, only(case, Task).id, LEFT, now, written(standing(case).open, reasons, chinese()))


def sign(case: CaseFile, despite: str | None = None) -> None:
    sign_report(case, ReportOptions(language="en", despite=despite), certified("张查勘").credential)


def test_reasons_given_when_leaving_are_not_asked_for_again(case: CaseFile) -> None:
    with pytest.raises(NotReady):
        sign(case)
    assert standing(case).unexplained
    leave(case, Reasons("天黑"))
    assert standing(case).unexplained == []
    # What leaving itself brought up is asked for: its time was not compared with another clock.
    (late,) = standing(case).wanting
    with pytest.raises(NotReady) as caught:
        sign(case)
    assert caught.value.data["count"] == 1
    sign(case, written([late], Reasons("没有网络"), chinese()))
    sealed = standing(case).sealed
    assert sealed is not None
    assert sealed.general == "没有网络"
    must = {item.id for item in CHECKS if item.level is Level.MUST}
    assert {gap.reason for gap in sealed.gaps if gap.check in must} == {"天黑"}


def test_a_gap_that_came_later_is_asked_for(case: CaseFile) -> None:
    leave(case, Reasons("天黑"))
    records.create(case, Vehicle, {"category": "third"})
    new = standing(case).wanting
    assert "vehicle" in {item.record_kind for item in new}
    with pytest.raises(NotReady) as caught:
        sign(case)
    assert caught.value.data["count"] == len(new)
    sign(case, "对方车辆已驶离")


def test_each_gap_keeps_its_own_reason_in_the_words_of_the_report(case: CaseFile) -> None:
    single = {key_of(item): f"原因 {number}" for number, item in enumerate(standing(case).wanting)}
    leave(case, Reasons(single=single))
    late = {key_of(item): "没有网络" for item in standing(case).wanting}
    sign(case, written(standing(case).wanting, Reasons(single=late), chinese()))
    single |= late
    sealed = standing(case).sealed
    assert sealed is not None
    kept = {gap.key: gap for gap in sealed.gaps}
    assert {key: gap.reason for key, gap in kept.items() if gap.reason} == single
    assert kept["V02", "survey_place", only(case, Task).id[-12:]].sentence == "Enter the survey place"


def test_after_signing_nothing_red_is_left_that_nobody_can_change(case: CaseFile) -> None:
    before = {key_of(item) for item in standing(case).open}
    sign(case, "客户要求当场出具")
    after = standing(case)
    assert after.sealed is not None
    assert {gap.key for gap in after.sealed.gaps} == before
    task = only(case, Task).id
    assert not [item for item in after.open if item.id == task]
    assert not [item for item in after.open if item.record_kind == "check_answer"]
    assert after.unexplained == []
    assert summarise(case, CHECKS).missing_count == len(after.of(Level.MUST))


def test_what_was_open_then_stays_though_a_gap_was_closed_since(case: CaseFile) -> None:
    sign(case, "客户要求当场出具")
    kept = standing(case).sealed
    vehicle = records.create(case, Vehicle, {"category": "insured", "plate_no": "沪A12345"})
    assert kept is not None
    assert "V20" in {gap.check for gap in kept.gaps}
    after = standing(case)
    assert after.sealed == kept
    # What came later is an addendum, and asks for what it lacks.
    assert {item.id for item in after.open if item.record_kind == "vehicle"} >= {vehicle.id}


def test_the_reason_for_a_mended_time_is_none_for_gaps(case: CaseFile) -> None:
    leave(case, Reasons())
    mend_time(case, only(case, Task).id, LEFT, case.author.clock().instant(), "看错表")
    assert standing(case).reasons == Reasons()
