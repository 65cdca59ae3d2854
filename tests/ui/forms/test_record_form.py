"""Forms: drafts while typing, one entry when left, nothing lost on errors, conflicts settled at the field."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from surveyor_app.casefile import drafts
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.losses.vehicles import DamageMark
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.drafting import recover_drafts
from surveyor_app.records import reading
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.field_editors import FieldEditor
from surveyor_app.ui.forms.record_form import RecordForm
from surveyor_app.ui.window.toasts import ToastHost
from surveyor_app.wording.languages import chinese
from tests.operations.office import OtherDesk
from tests.ui.conflicts import change_on_both
from tests.ui.conftest import Settle
from tests.ui.keyboard import press, write


@pytest.fixture
def form(desk: Desk, window: QWidget, settle: Settle) -> RecordForm[Claim]:
    made = RecordForm(desk, Claim, parent=window)
    made.resize(900, 700)
    desk.jobs.changed.connect(made.apply)
    made.show_record(_claim(desk.case).id)
    window.show()
    settle()
    return made


def _claim(case: CaseFile) -> Claim:
    claim = record_access.first_claim(case)
    assert claim is not None
    return claim


def _line(form: RecordForm[Claim], name: str) -> QLineEdit:
    control = form.editors[name].control
    assert isinstance(control, QLineEdit)
    return control


def _entries(case: CaseFile) -> int:
    with case.read() as session:
        return len(reading.history(session, case.case_id, Claim.KIND))


def test_leaving_a_field_writes_one_entry(form: RecordForm[Claim], desk: Desk, settle: Settle, qtbot: QtBot) -> None:
    before = _entries(desk.case)
    line = _line(form, "insured_name")
    line.setFocus()
    write(line, "王建国 ")
    assert form.binder.is_dirty()
    _line(form, "insured_phone").setFocus()
    settle()
    assert _claim(desk.case).insured_name == "王建国"
    assert _entries(desk.case) == before + 1
    assert not form.binder.is_dirty()
    assert drafts.drafts(desk.case) == []


def test_a_draft_is_kept_while_typing_and_survives_the_program(
    form: RecordForm[Claim], desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    before = _entries(desk.case)
    write(_line(form, "accident_place"), "世纪大道")
    qtbot.waitUntil(lambda: bool(drafts.drafts(desk.case)), timeout=5000)
    assert _entries(desk.case) == before, "a draft is no entry"
    recover_drafts(desk.case)
    assert _claim(desk.case).accident_place == "世纪大道"


def test_enter_ends_editing(form: RecordForm[Claim], desk: Desk, settle: Settle, qtbot: QtBot) -> None:
    line = _line(form, "report_no")
    line.clear()
    write(line, "R1")
    press(line, Qt.Key.Key_Return)
    settle()
    assert _claim(desk.case).report_no == "R1"


def test_undo_and_redo_come_back_into_the_field(
    form: RecordForm[Claim], desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    line = _line(form, "insured_name")
    write(line, "王建国")
    form.commit()
    settle()
    desk.edits.undo()
    settle()
    assert line.text() == ""
    desk.edits.redo()
    settle()
    assert line.text() == "王建国"


def test_what_cannot_be_read_stays_with_its_reason_and_is_not_written(
    form: RecordForm[Claim], desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    line = _line(form, "deductible")
    write(line, "about 5")
    form.commit()
    settle()
    assert line.text() == "about 5"
    assert "decimal places" in form.editors["deductible"].problem()
    assert _claim(desk.case).deductible is None


def test_a_pasted_plate_is_cleaned_and_a_wrong_frame_number_is_a_warning(
    form: RecordForm[Claim], desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    write(_line(form, "plate_no"), "沪a·123 45")
    write(_line(form, "frame_no"), "LSVAM4187C218484Z")
    form.commit()
    settle()
    claim = _claim(desk.case)
    assert claim.plate_no == "沪A12345"
    assert claim.frame_no == "LSVAM4187C218484Z"
    assert "check digit" in form.editors["frame_no"].warning()


def test_typing_is_not_overwritten_by_a_change_from_elsewhere(
    form: RecordForm[Claim], desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    line = _line(form, "insured_name")
    write(line, "王建")
    case, claim = desk.case, _claim(desk.case)
    desk.edits.do(lambda: records.change(case, Claim, claim.id, {"plate_no": "沪A12345"}))
    settle()
    assert line.text() == "王建"
    assert _line(form, "plate_no").text() == "沪A12345"


def test_a_record_under_a_signed_report_cannot_be_edited(form: RecordForm[Claim], desk: Desk, settle: Settle) -> None:
    task = record_access.visit_task(desk.case)
    assert task is not None
    desk.case.apply((Step(Action.SEAL, Task.KIND, task.id),), "seal")
    form.reload()
    assert all(_line(form, name).isReadOnly() for name in ("report_no", "insured_name", "reported_at"))


def test_an_edit_that_is_refused_stays_in_the_field_and_is_told(
    form: RecordForm[Claim], desk: Desk, settle: Settle, qtbot: QtBot, toasts: ToastHost
) -> None:
    line = _line(form, "insured_name")
    write(line, "王建国")
    task = record_access.visit_task(desk.case)
    assert task is not None
    desk.case.apply((Step(Action.SEAL, Task.KIND, task.id),), "seal")
    form.commit()
    settle()
    assert line.text() == "王建国"
    assert form.binder.is_dirty()
    assert any("sealed" in text for text in toasts.texts())


def test_a_conflict_shows_at_the_field_and_is_settled_there(
    form: RecordForm[Claim], desk: Desk, settle: Settle, tmp_path: Path
) -> None:
    claim = _claim(desk.case)
    here, there = {"reporter_phone": "13900000001"}, {"reporter_phone": "13900000002"}
    change_on_both(desk.case, tmp_path, Claim, claim.id, here, there)
    form.reload()
    editor = form.editors["reporter_phone"]
    assert editor.has_conflict()
    editor.conflict_opened.emit()
    (menu,) = [menu for menu in editor.conflict_anchor().findChildren(QMenu) if menu.isVisible()]
    choices = [action for action in menu.actions() if action.isEnabled()]
    assert {action.text() for action in choices} == {"13900000001", "13900000002"}
    next(action for action in choices if action.text() == "13900000002").trigger()
    menu.close()
    settle()
    assert _claim(desk.case).reporter_phone == "13900000002"
    assert not editor.has_conflict()


def _page_size(form: RecordForm[Claim]) -> int:
    return len(form.findChildren(FieldEditor))


def test_a_form_shows_its_first_group_at_once_and_builds_the_others_by_itself(
    desk: Desk, window: QWidget, qtbot: QtBot
) -> None:
    claim = _claim(desk.case)
    records.change(desk.case, Claim, claim.id, {"insured_name": "王建国"})
    made = RecordForm(desk, Claim, parent=window)
    made.show_record(claim.id)
    assert _page_size(made) == len(desk.labels.places.form(Claim.KIND)[0].names)
    wanted = sum(len(group.names) for group in desk.labels.places.form(Claim.KIND))
    qtbot.waitUntil(lambda: _page_size(made) == wanted)
    assert _line(made, "insured_name").text() == "王建国"


def test_what_is_not_built_yet_is_built_when_it_is_asked_for(desk: Desk, window: QWidget) -> None:
    made = RecordForm(desk, Claim, parent=window)
    made.show_record(_claim(desk.case).id)
    made.focus_field("accident_place")
    assert list(made.editors) == [name for group in desk.labels.places.form(Claim.KIND) for name in group.names]


def test_the_tab_key_goes_through_a_form_in_order_and_then_on(desk: Desk, window: QWidget) -> None:
    made = RecordForm(desk, Claim, parent=window)
    below = QLineEdit(window)
    controls = [stop for editor in made.editors.values() for stop in editor.stops()]
    found: list[QWidget] = []
    at: QWidget | None = controls[0]
    while at is not None and at is not below:
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.focusProxy() is None:
            found.append(at)
        at = at.nextInFocusChain()
    assert found == controls


def test_a_conflict_comes_right_after_its_field(form: RecordForm[Claim]) -> None:
    editor = form.editors["insured_phone"]
    editor.mark_conflict(True)
    assert editor.control.nextInFocusChain() is editor.conflict_anchor()


def test_anothers_finding_is_shown_and_cannot_be_edited(desk: Desk, window: QWidget, settle: Settle) -> None:
    mark = OtherDesk(desk.case, "wang").makes(DamageMark, {"part_text": "左前门"})
    made = RecordForm(desk, DamageMark, {"vehicle_uid": list, "matches_mark": list}, parent=window)
    made.show_record(mark)
    assert _line_of(made, "part_text").text() == "左前门"
    assert not made.binder.writable
    assert _line_of(made, "part_text").isReadOnly()


def _line_of(form: RecordForm[DamageMark], name: str) -> QLineEdit:
    control = form.editors[name].control
    assert isinstance(control, QLineEdit)
    return control


def test_an_amount_says_its_currency_in_the_language_of_the_window(
    form: RecordForm[Claim], translation: Translation, settle: Settle
) -> None:
    line = _line(form, "deductible")
    assert [label.text() for label in line.findChildren(QLabel)] == ["CNY"]
    translation.switch(chinese())
    settle()
    assert [label.text() for label in line.findChildren(QLabel)] == ["元"]


def test_the_tab_key_goes_through_the_form_and_comes_out_of_it_again(
    desk: Desk, window: QWidget, settle: Settle, qtbot: QtBot
) -> None:
    before = QLineEdit(window)
    form = RecordForm(desk, Claim, parent=window)
    after = QLineEdit(window)  # made before the later groups, as what stands below a form is
    form.resize(900, 700)
    form.show_record(_claim(desk.case).id)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    names = list(form.editors)
    settle()
    before.setFocus()
    passed: list[str] = []
    for _ in range(4 * len(names)):
        at = QApplication.focusWidget()
        assert at is not None
        press(at, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        passed += [name for name, editor in form.editors.items() if editor.control is here]
        if here is before:
            break
    assert QApplication.focusWidget() is before
    assert sorted(passed) == sorted(name for name in names if form.editors[name].isVisibleTo(window))
    assert after.isVisible()


@pytest.mark.parametrize(
    ("name", "value", "typed"), [("policy_from", date(2026, 3, 1), "2"), ("insurer", "东海", "甲")]
)
def test_what_arrives_in_the_field_that_has_the_keyboard_is_replaced_by_what_is_typed(
    name: str, value: object, typed: str, form: RecordForm[Claim], desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    form.window().activateWindow()
    line = _line(form, name)
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    desk.edits.do(lambda: records.change(desk.case, Claim, _claim(desk.case).id, {name: value}))
    settle()
    assert line.text() != ""
    write(line, typed)
    assert line.text() == typed


def test_the_cursor_stays_where_it_is_when_the_same_text_is_read_again(
    form: RecordForm[Claim], desk: Desk, settle: Settle
) -> None:
    desk.edits.do(lambda: records.change(desk.case, Claim, _claim(desk.case).id, {"policy_from": date(2026, 3, 1)}))
    settle()
    line = _line(form, "policy_from")
    line.setCursorPosition(4)
    form.reload()
    assert line.cursorPosition() == 4
