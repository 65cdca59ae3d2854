"""Words on cover are found while they are typed, quietly, by the same function as before signing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from surveyor_app.domain.checks.wording_rules import SCANNED
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.statements.statements import Answer
from surveyor_app.operations.editing import records
from surveyor_app.operations.statements.taking import begin_statement
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.checks.page import ChecksPage
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.cover_hints import CoverHint, cover_words
from surveyor_app.ui.forms.field_editors import FieldEditor, LongTextEditor, TextEditor
from surveyor_app.ui.statements.answer_row import AnswerRow
from surveyor_app.ui.window.pages import PAGES, page_showing
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import chinese
from tests.ui.conftest import OpenPage, Settle


def long_editor(kind: str, name: str, labels: Labels, window: QWidget) -> LongTextEditor:
    made = LongTextEditor(kind, next(spec for spec in SPECS[kind] if spec.name == name), labels, window)
    made.resize(500, 200)
    window.show()
    return made


def note(editor: FieldEditor) -> str:
    shown = editor._note
    return shown.text() if shown is not None and not shown.isHidden() else ""


def type_in(area: QPlainTextEdit, text: str) -> None:
    # Chinese comes from an input method, which writes it at once.
    area.insertPlainText(text)


@pytest.mark.parametrize("typed", ["不属于保险责任", "拒 赔", "免\u200b责", "全額賠償", "ｃｏｖｅｒｅｄ"])
def test_the_hint_comes_while_typing_and_goes_with_the_words(
    labels: Labels, window: QWidget, look: None, typed: str
) -> None:
    editor = long_editor("task", "survey_text", labels, window)
    type_in(editor.area, "经核实, ")
    assert "cover" not in note(editor)
    type_in(editor.area, typed)
    assert "says something on cover" in note(editor)
    (mark,) = editor.area.extraSelections()
    assert mark.cursor.selectedText() == typed
    assert editor.value() == f"经核实, {typed}", "a hint changes nothing"
    assert editor.problem() == ""
    editor.area.undo()
    editor.area.undo()
    assert "cover" not in note(editor)
    assert editor.area.extraSelections() == []


def test_the_words_are_underlined_where_they_stand_behind_characters_of_two_units(
    labels: Labels, window: QWidget, look: None
) -> None:
    editor = long_editor("task", "survey_text", labels, window)
    type_in(editor.area, "  \n😀𠮷拒赔")
    (mark,) = editor.area.extraSelections()
    assert mark.cursor.selectedText() == "拒赔"


def test_the_hint_speaks_the_language_of_the_window(
    labels: Labels, window: QWidget, look: None, translation: Translation
) -> None:
    editor = long_editor("task", "survey_text", labels, window)
    translation.switch(chinese())
    type_in(editor.area, "拒赔")
    assert note(editor).startswith("“拒赔”")
    assert "保险责任" in note(editor)


def test_what_is_for_the_office_alone_may_speak_of_cover(labels: Labels, window: QWidget, look: None) -> None:
    editor = long_editor("task", "major_case_opinion", labels, window)
    type_in(editor.area, "建议拒赔")
    assert "cover" not in note(editor)


def test_a_line_says_it_too_and_what_stood_there_before_is_told(labels: Labels, window: QWidget, look: None) -> None:
    spec = next(spec for spec in SPECS["evidence"] if spec.name == "caption")
    editor = TextEditor("evidence", spec, labels, window)
    window.show()
    editor.set_value("左前 免责")
    editor.check()
    assert "免责" in note(editor)
    QTest.keyClick(editor.line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor.line, "left front")
    assert note(editor) == ""


def test_a_question_gets_the_hint_and_an_answer_is_asked_whose_words_it_is(
    desk: Desk, window: QWidget, qtbot: QtBot, settle: Settle
) -> None:
    statement = begin_statement(desk.case, "zh_CN").id
    answer = records.create(desk.case, Answer, {"statement_uid": statement, "question": "问", "answer": "答"}).id
    row = AnswerRow(desk, answer, {}, lambda: None, window)
    window.show()
    type_in(row.question.area, "知道拒赔吗")
    type_in(row.answer.area, "他们说拒赔")
    assert "write what happened" in note(row.question)
    assert "the person's own words" in note(row.answer)
    row.binder.commit()
    settle()
    assert record_access.get(desk.case, Answer, answer).answer is not None  # type: ignore[union-attr]  # it was just made


def test_the_internal_checks_are_left_alone(open_page: OpenPage, settle: Settle) -> None:
    page = open_page(ChecksPage)
    assert isinstance(page, ChecksPage)
    for check_id, is_told in (("chk_recovery_case", True), ("chk_ctpl_cover", False)):
        page.show_record("", check_id)
        page.reply("no")
        settle()
        area = page.panel.note.area
        type_in(area, "不属于保险责任")
        assert ("不属于保险责任" in note(page.panel.note)) is is_told, check_id


def test_a_control_that_is_no_field_says_it_below(window: QWidget, look: None) -> None:
    line = QLineEdit(window)
    hint = CoverHint(line, window)
    window.show()
    line.setText("We will pay")
    assert hint.isVisible()
    assert "we will pay" in hint.text()
    line.setText("We will write")
    assert not hint.isVisible()


def test_a_long_text_is_looked_at_as_a_whole(desk: Desk) -> None:
    task = record_access.visit_task(desk.case)
    assert task is not None
    records.change(desk.case, Task, task.id, {"survey_text": "两车相撞。" * 1500 + "拒赔"})
    found = record_access.get(desk.case, Task, task.id)
    assert found is not None
    assert [item.words for item in cover_words(found.survey_text or "")] == ["拒赔"]


@pytest.mark.parametrize("kind", sorted(SCANNED))
def test_a_finding_leads_to_a_page_of_its_own_kind(kind: str) -> None:
    assert kind in page_showing(PAGES, kind).PLACE.shows
