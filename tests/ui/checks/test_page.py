"""The checks of the record form are answered by keyboard alone; each answer is one record, undone like any edit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.survey.open_checks import open_checks
from surveyor_app.operations.cases.facts import facts_of
from surveyor_app.operations.editing import records
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.checks.delegate import ROW_ROLE
from surveyor_app.ui.checks.page import ChecksPage
from surveyor_app.ui.forms import record_access
from surveyor_app.wording.findings.record_checks import load_record_checks
from tests.operations.office import OtherDesk
from tests.operations.worlds import entries
from tests.ui.conftest import OpenPage, Settle
from tests.ui.keyboard import press, write


@pytest.fixture
def page(open_page: OpenPage) -> ChecksPage:
    made = open_page(ChecksPage)
    assert isinstance(made, ChecksPage)
    made.list.setFocus()
    return made


def answers(desk: Desk) -> dict[str, CheckAnswer]:
    return {answer.check_id or "": answer for answer in record_access.list_all(desk.case, CheckAnswer)}


def to(page: ChecksPage, check_id: str) -> None:
    """Walk to a check with the arrow keys."""
    row = page.model.row_of(check_id)
    assert row is not None
    here = page.list.currentIndex().row()
    for _ in range(abs(row - here)):
        press(page.list, Qt.Key.Key_Down if row > here else Qt.Key.Key_Up)
    assert page.list.currentIndex().row() == row


def current_id(page: ChecksPage) -> str:
    line = page.current()
    return line.check.id if line is not None else ""


def focused() -> object:
    return QApplication.focusWidget()


def test_every_check_of_a_case_is_answered_by_keyboard_alone(page: ChecksPage, desk: Desk, settle: Settle) -> None:
    asked = len(page.model.lines)
    assert page.state_label.text() == f"0 of {asked} answered"
    for _ in range(2 * asked):
        line = page.current()
        assert line is not None
        if line.is_done:
            break
        if line.check.replies and "choice" in line.check.kind.value:
            write(page.list, "a")
        write(page.list, "2" if line.check.adverse == "yes" else "1")
        settle()
        press(page.list, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert page.state_label.text() == f"{len(page.model.lines)} of {len(page.model.lines)} answered"
    assert open_checks(load_record_checks(desk.resources), facts_of(desk.case)) == []
    assert not page.next_button.isEnabled()


def test_an_adverse_answer_opens_the_note_and_enter_goes_on(page: ChecksPage, desk: Desk, settle: Settle) -> None:
    to(page, "chk_within_policy_period")
    write(page.list, "2")
    settle()
    assert focused() is page.panel.notes["note"].control
    assert str(page.model.data(page.list.currentIndex())).endswith("Please explain")
    write(page.panel.notes["note"].control, "保单前一日到期")
    press(page.panel.notes["note"].control, Qt.Key.Key_Return)
    settle()
    answer = answers(desk)["chk_within_policy_period"]
    assert (answer.answer, answer.note) == ("no", "保单前一日到期")
    assert focused() is page.list
    assert current_id(page) == "chk_recovery_case"


def test_keys_that_are_no_answer_do_nothing(page: ChecksPage, desk: Desk, settle: Settle) -> None:
    to(page, "chk_within_policy_period")
    write(page.list, "4")  # not applicable is no answer here
    write(page.list, "0")
    write(page.list, "a")
    write(page.list, "是")
    settle()
    assert answers(desk) == {}


def test_an_answer_is_one_record_and_one_entry_each_time_and_is_undone(
    page: ChecksPage, desk: Desk, settle: Settle
) -> None:
    to(page, "chk_drink_driving")
    write(page.list, "2")
    write(page.list, "3")  # before the first one is written
    settle()
    made = [entry for entry in entries(desk.case) if entry.kind == CheckAnswer.KIND]
    assert [entry.action for entry in made] == [Action.CREATE, Action.CHANGE]
    assert len({entry.id for entry in made}) == 1
    assert answers(desk)["chk_drink_driving"].answer == "unknown"
    desk.edits.undo()
    settle()
    assert answers(desk)["chk_drink_driving"].answer == "no"
    assert "No" in str(page.model.data(page.list.currentIndex()))


def test_values_are_chosen_with_digits_and_letters(page: ChecksPage, desk: Desk, settle: Settle) -> None:
    to(page, "chk_loss_cause")
    write(page.list, "b")  # the eleventh
    settle()
    assert answers(desk)["chk_loss_cause"].choice == "flood"
    assert page.model.row_of("chk_accident_cause") is None
    write(page.list, "1")
    settle()
    assert answers(desk)["chk_loss_cause"].choice == "collision"
    assert page.model.row_of("chk_accident_cause") is not None  # a collision asks for its cause
    to(page, "chk_covers")
    for key in "821":
        write(page.list, key)
    write(page.list, "2")
    settle()
    assert answers(desk)["chk_covers"].choices == ("compulsory", "own_damage")
    to(page, "chk_safety_equipment")
    write(page.list, "1")
    write(page.list, "0")
    settle()
    said = answers(desk)["chk_safety_equipment"]
    assert (said.choices, said.none_apply) == (None, True)


def test_enter_opens_the_values_and_escape_leads_back(page: ChecksPage, desk: Desk, settle: Settle) -> None:
    to(page, "chk_ctpl_cover")
    assert "Internal: office copy only" in str(page.model.data(page.list.currentIndex()))
    press(page.list, Qt.Key.Key_Return)
    assert focused() is page.panel.choices
    press(page.panel.choices, Qt.Key.Key_Down)
    press(page.panel.choices, Qt.Key.Key_Down)
    press(page.panel.choices, Qt.Key.Key_Return)
    settle()
    assert answers(desk)["chk_ctpl_cover"].choice == "pending"
    assert focused() is page.panel.notes["other_text"].control  # what is pending has to be explained
    press(page.panel.notes["other_text"].control, Qt.Key.Key_Escape)
    assert focused() is page.list


def test_people_counted_are_shown_beside_the_list_of_people(page: ChecksPage, desk: Desk, settle: Settle) -> None:
    for fields in (
        {"severity": "slight", "position": "outside"},
        {"severity": "fatal", "position": "other_vehicle"},
        {"severity": "minor", "position": "own_driver"},
        {"roles": ("injured",)},
    ):
        records.create(desk.case, Person, fields)
    page.load()
    to(page, "chk_third_casualties")
    write(page.list, "1")
    settle()
    counts = page.panel.counts
    assert focused() is counts["injured_n"].control
    assert page.panel.listed.text() == (
        "List of people: 2 injured, 1 dead · 1 hurt without a position. The answer differs."
    )
    write(counts["injured_n"].control, "2")
    press(counts["injured_n"].control, Qt.Key.Key_Return)
    write(counts["dead_n"].control, "1")
    press(counts["dead_n"].control, Qt.Key.Key_Return)
    settle()
    answer = answers(desk)["chk_third_casualties"]
    assert (answer.injured_n, answer.dead_n) == (2, 1)
    assert "differs" not in page.panel.listed.text()
    page.list.setFocus()
    write(page.list, "2")
    settle()
    answer = answers(desk)["chk_third_casualties"]
    assert (answer.answer, answer.injured_n, answer.dead_n) == ("no", None, None)


def test_what_is_unknown_asks_for_other_notes_and_the_first_words_make_them(
    page: ChecksPage, desk: Desk, settle: Settle
) -> None:
    assert page.model.row_of("chk_other_notes") is None
    to(page, "chk_licence_valid")
    write(page.list, "3")
    settle()
    press(page.panel.notes["note"].control, Qt.Key.Key_Escape)
    to(page, "chk_other_notes")
    press(page.list, Qt.Key.Key_Return)
    note = page.panel.notes["note"].control
    assert focused() is note
    settle()
    assert "chk_other_notes" not in answers(desk)  # looking alone writes nothing
    write(note, "驾驶证")
    write(note, "正在核实")
    press(note, Qt.Key.Key_Return)
    settle()
    assert answers(desk)["chk_other_notes"].note == "驾驶证正在核实"


def test_a_colleagues_answer_is_shown_and_cannot_be_changed(page: ChecksPage, desk: Desk, settle: Settle) -> None:
    OtherDesk(desk.case, "wang").makes(CheckAnswer, {"check_id": "chk_recovery_case", "answer": "no"})
    page.load()
    to(page, "chk_recovery_case")
    assert page.panel.why.text() == "Answered by wang, who alone may change it."
    write(page.list, "1")
    settle()
    assert answers(desk)["chk_recovery_case"].answer == "no"
    assert page.panel.notes["note"].area.isReadOnly()


def test_under_a_seal_nothing_is_answered_any_more(page: ChecksPage, desk: Desk, settle: Settle) -> None:
    to(page, "chk_recovery_case")
    write(page.list, "2")
    settle()
    task = record_access.visit_task(desk.case)
    assert task is not None
    desk.case.apply([Step(Action.SEAL, Task.KIND, task.id)], "seal")
    page.load()
    for check_id, why in (
        ("chk_recovery_case", "The report is signed: this answer stands as it is."),
        ("chk_licence_valid", "The report was signed without this answer."),
    ):
        to(page, check_id)
        assert page.panel.why.text() == why
        write(page.list, "1")
    settle()
    assert {key: answer.answer for key, answer in answers(desk).items()} == {"chk_recovery_case": "no"}
    assert page.state_label.text().endswith("sealed with the report")
    assert not page.next_button.isVisible()


def test_a_reply_is_touched_where_it_is_painted_and_a_link_leads_to_it(
    page: ChecksPage, desk: Desk, settle: Settle
) -> None:
    row = page.model.row_of("chk_within_policy_period")
    assert row is not None
    page.list.scrollTo(page.model.index(row))
    whole = page.list.visualRect(page.model.index(row))
    painted = page.model.index(row).data(ROW_ROLE)
    places = dict(page.list.painter.replies(whole, painted, page.list.font()))
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=places["yes"].center())
    settle()
    assert answers(desk)["chk_within_policy_period"].answer == "yes"
    page.show_kind(CheckAnswer.KIND, "chk_licence_valid")
    assert current_id(page) == "chk_licence_valid"
    page.show_record(answers(desk)["chk_within_policy_period"].id, "note")
    assert current_id(page) == "chk_within_policy_period"
