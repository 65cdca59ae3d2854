"""Risk prompts in the window: internal, with what raised each, answered by keyboard, one record each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.survey.prompt_answers import PromptAnswer
from surveyor_app.operations.editing import records
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.checks.delegate import ROW_ROLE
from surveyor_app.ui.checks.page import PROMPTS, RECORD, ChecksPage
from surveyor_app.ui.checks.rows import Row
from surveyor_app.ui.forms import record_access
from surveyor_app.wording.languages import chinese
from tests.ui.conftest import OpenPage, Settle
from tests.ui.keyboard import press, write


@pytest.fixture
def page(open_page: OpenPage, desk: Desk, settle: Settle) -> ChecksPage:
    task = record_access.visit_task(desk.case)
    assert task is not None
    records.change(desk.case, Task, task.id, {"driver_on_scene": "no", "scene_class": "second_place"})
    made = open_page(ChecksPage)
    assert isinstance(made, ChecksPage)
    made.tabs.setCurrentIndex(PROMPTS)
    made.prompts.list.setFocus()
    settle()
    return made


def answers(desk: Desk) -> dict[str | None, PromptAnswer]:
    return {answer.prompt_id: answer for answer in record_access.list_all(desk.case, PromptAnswer)}


def current(page: ChecksPage) -> str:
    line = page.prompts.current()
    assert line is not None
    return line.prompt.id


def test_what_the_case_raises_stands_first_with_its_fact_and_leads_there(page: ChecksPage, desk: Desk) -> None:
    raised = [line.prompt.id for line in page.prompts.model.lines if line.is_raised]
    assert raised == ["rf_left_scene", "rf_moved_first"]
    assert [line.prompt.id for line in page.prompts.model.lines[:2]] == raised
    assert page.tabs.tabText(PROMPTS) == "Risk prompts (internal) · 2"
    wanted: list[tuple[str, str, str]] = []
    page.record_wanted.connect(lambda *place: wanted.append(place))
    (link,) = page.prompts.panel.facts.links
    assert link.text() == "Driver on scene: No"
    link.click()
    task = record_access.visit_task(desk.case)
    assert task is not None
    assert wanted == [("task", task.id, "driver_on_scene")]


def test_every_prompt_is_answered_by_keyboard_alone(page: ChecksPage, desk: Desk, settle: Settle) -> None:
    count = len(page.prompts.model.lines)
    for number in range(count):
        write(page.prompts.list, "132"[number % 3])
        settle()
        press(page.prompts.list, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    kept = answers(desk)
    assert len(kept) == count
    assert {answer.answer for answer in kept.values()} == {"seen", "not_seen", "unclear"}
    assert page.state_label.text().startswith(f"{count} of {count} answered")
    assert page.tabs.tabText(PROMPTS) == "Risk prompts (internal)"
    assert not page.next_button.isEnabled()


def test_a_note_is_written_beside_the_answer_and_enter_goes_on(page: ChecksPage, desk: Desk, settle: Settle) -> None:
    assert current(page) == "rf_left_scene"
    write(page.prompts.list, "1")
    settle()
    press(page.prompts.list, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.prompts.panel.note.control
    write(page.prompts.panel.note.control, "医院复诊")
    press(page.prompts.panel.note.control, Qt.Key.Key_Return)
    settle()
    answer = answers(desk)["rf_left_scene"]
    assert (answer.answer, answer.note) == ("seen", "医院复诊")
    assert current(page) == "rf_moved_first"
    assert QApplication.focusWidget() is page.prompts.list


def test_a_note_on_a_prompt_may_speak_of_cover_for_no_party_sees_it(page: ChecksPage, settle: Settle) -> None:
    write(page.prompts.list, "3")
    settle()
    page.prompts.panel.note.area.insertPlainText("不属于保险责任?")
    shown = page.prompts.panel.note._note
    assert shown is None or shown.isHidden() or "cover" not in shown.text()


def test_keys_that_are_no_answer_do_nothing(page: ChecksPage, desk: Desk, settle: Settle) -> None:
    for key in ("4", "0", "a"):
        write(page.prompts.list, key)
    settle()
    assert answers(desk) == {}


def test_a_record_that_changes_raises_and_lowers_while_the_answer_stays(
    page: ChecksPage, desk: Desk, settle: Settle
) -> None:
    write(page.prompts.list, "2")
    settle()
    task = record_access.visit_task(desk.case)
    assert task is not None
    page.apply(records.change(desk.case, Task, task.id, {"driver_on_scene": "yes"}))
    page.prompts.load()
    settle()
    line = next(line for line in page.prompts.model.lines if line.prompt.id == "rf_left_scene")
    assert not line.is_raised
    assert line.answer is not None
    assert line.answer.answer == "not_seen"


def test_an_answer_is_found_from_elsewhere_and_the_other_tab_is_left_alone(
    page: ChecksPage, desk: Desk, settle: Settle
) -> None:
    write(page.prompts.list, "1")
    settle()
    made = answers(desk)["rf_left_scene"]
    page.show_kind("check_answer", "chk_drink_driving")
    assert page.tabs.currentIndex() == RECORD
    page.show_record(made.id, "note")
    assert page.tabs.currentIndex() == PROMPTS
    assert current(page) == "rf_left_scene"
    undone = desk.edits.undo
    undone()
    settle()
    assert answers(desk) == {}


def test_after_the_report_is_signed_nothing_can_be_answered(page: ChecksPage, desk: Desk, settle: Settle) -> None:
    write(page.prompts.list, "1")
    settle()
    task = record_access.visit_task(desk.case)
    assert task is not None
    desk.case.apply([Step(Action.SEAL, Task.KIND, task.id)], "sign_report")
    page.prompts.load()
    settle()
    write(page.prompts.list, "2")
    page.prompts.list.select(1)
    write(page.prompts.list, "2")
    settle()
    assert {id_: answer.answer for id_, answer in answers(desk).items()} == {"rf_left_scene": "seen"}
    assert page.prompts.panel.why.text() == "The report was signed without this answer."
    assert not page.next_button.isVisible()


def test_nothing_is_counted_together(page: ChecksPage, translation: Translation) -> None:
    """Neither a row nor the head of the page is a score: what is told is how many were asked, answered and raised."""
    translation.switch(chinese())
    page.retranslate()
    for row in range(page.prompts.model.rowCount()):
        painted = page.prompts.model.index(row).data(ROW_ROLE)
        assert isinstance(painted, Row)
        assert painted.number == ""
    assert page.state_label.text().startswith("已填 0 / ")


def test_the_model_keeps_qts_rules(page: ChecksPage) -> None:
    tester = QAbstractItemModelTester(page.prompts.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.prompts.model.touch_all()
    assert tester.model() is page.prompts.model
