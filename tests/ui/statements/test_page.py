"""Taking a statement down as a person would: by keyboard, with the notice, those present, and the question bank."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.statements import Answer, Participant, Statement
from surveyor_app.operations.editing import records
from surveyor_app.operations.statements.answers import Wording, ask
from surveyor_app.operations.statements.contents import load_contents, numbers_of
from surveyor_app.operations.statements.reading import begin_reading, correct
from surveyor_app.operations.statements.taking import begin_statement, set_subject
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.statements.language_editor import LanguageEditor
from surveyor_app.ui.statements.notice_dialog import NoticeDialog
from surveyor_app.ui.statements.page import StatementsPage
from surveyor_app.wording.languages import chinese
from tests.operations.statement_world import take
from tests.ui.conftest import OpenPage, Settle
from tests.ui.keyboard import press, write

ENTER, CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def statement(desk: Desk) -> str:
    task = record_access.visit_task(desk.case)
    assert task is not None
    records.change(desk.case, Task, task.id, {"second_surveyor": "王协办", "survey_place": "张江路 100 号"})
    return begin_statement(desk.case, "zh_CN").id


@pytest.fixture
def page(statement: str, open_page: OpenPage) -> StatementsPage:
    """The page with one statement that was just begun."""
    made = open_page(StatementsPage)
    assert isinstance(made, StatementsPage)
    return made


def answers(desk: Desk) -> list[Answer]:
    return record_access.list_all(desk.case, Answer)


def numbered(desk: Desk) -> list[tuple[str, str]]:
    found = answers(desk)
    numbers = numbers_of(found)
    return [(numbers[item.id], item.question or "") for item in found]


def first_statement(desk: Desk) -> Statement:
    return record_access.list_all(desk.case, Statement)[0]


def present(desk: Desk) -> list[tuple[str | None, str | None, str | None]]:
    found = record_access.list_all(desk.case, Participant)
    people = {person.id: person.name for person in record_access.list_all(desk.case, Person)}
    return [(item.role, item.name or people.get(item.person_uid or ""), item.credential_shown) for item in found]  # type: ignore[call-overload]  # ids are texts


def words(page: StatementsPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


# ------------------------------------------------------------------------------------------- who is there


def test_both_surveyors_are_there_and_their_credentials_are_noted(
    page: StatementsPage, desk: Desk, settle: Settle
) -> None:
    assert present(desk) == [("questioner", "张查勘", None), ("questioner", "王协办", None)]
    for row, text in zip(page.people.rows, ("查勘证 12", "查勘证 34"), strict=True):
        write(row.credential.control, text)
    page.commit()
    settle()
    assert present(desk) == [("questioner", "张查勘", "查勘证 12"), ("questioner", "王协办", "查勘证 34")]


def test_a_typed_name_becomes_the_person_questioned(page: StatementsPage, desk: Desk, settle: Settle) -> None:
    write(page.people.subject.line, "李国强")
    press(page.people.subject.line, ENTER)
    settle()
    (person,) = record_access.list_all(desk.case, Person)
    assert (person.name, person.roles) == ("李国强", ("driver",))
    assert first_statement(desk).subject_uid == person.id
    assert present(desk)[-1] == ("subject", "李国强", None)
    assert page.people.subject.currentText() == "李国强"


def test_the_person_questioned_is_chosen_among_the_people(page: StatementsPage, desk: Desk, settle: Settle) -> None:
    person = records.create(desk.case, Person, {"name": "李国强"}).id
    page.people.reload()
    page.people.subject.setCurrentIndex(page.people.subject.findText("李国强"))
    page.people.subject.activated.emit(page.people.subject.currentIndex())
    settle()
    assert first_statement(desk).subject_uid == person
    assert [item.name for item in record_access.list_all(desk.case, Person)] == ["李国强"]


def test_staff_are_added_by_name_and_others_become_people(page: StatementsPage, desk: Desk, settle: Settle) -> None:
    for role, name in (("recorder", "孙记录"), ("interpreter", "Ann Lee")):
        page.people.role.setCurrentIndex(page.people.role.findData(role))
        write(page.people.name.line, name)
        page.people.add_button.click()
        settle()
    assert present(desk)[2:] == [("recorder", "孙记录", None), ("interpreter", "Ann Lee", None)]
    assert [item.name for item in record_access.list_all(desk.case, Person)] == ["Ann Lee"]
    assert len(page.people.rows) == 4


def test_whoever_was_not_there_is_removed_and_brought_back(page: StatementsPage, desk: Desk, settle: Settle) -> None:
    page.people.rows[1].remove_button.click()
    settle()
    assert [name for _, name, _ in present(desk)] == ["张查勘"]
    desk.edits.undo()
    settle()
    assert [name for _, name, _ in present(desk)] == ["张查勘", "王协办"]
    assert len(page.people.rows) == 2


def test_staff_of_an_older_version_are_shown(open_page: OpenPage, desk: Desk, settle: Settle) -> None:
    records.create(desk.case, Statement, {"questioner_1": "老查勘", "recorder": "老记录", "status": "draft"})
    page = open_page(StatementsPage)
    assert isinstance(page, StatementsPage)
    settle()
    assert page.people._old.text() == "Questioner: 老查勘\nRecorder: 老记录"


def test_a_language_is_chosen_or_named(page: StatementsPage, desk: Desk, settle: Settle) -> None:
    editor = page.form.editors["language"]
    assert isinstance(editor, LanguageEditor)
    assert editor.combo.currentText() == "中文"
    for typed, stored in (("English", "en"), ("日语", "日语"), ("中文", "zh_CN")):
        editor.combo.setEditText("")
        write(editor.combo.lineEdit(), typed)  # type: ignore[arg-type]  # an editable box has one
        page.commit()
        settle()
        assert first_statement(desk).language == stored


# ------------------------------------------------------------------------------------------------- notice


def dialog_of(page: StatementsPage) -> NoticeDialog:
    (found,) = [item for item in page.findChildren(NoticeDialog) if item.isVisible()]
    return found


def test_the_notice_is_read_and_signed(page: StatementsPage, desk: Desk, settle: Settle, statement: str) -> None:
    person = records.create(desk.case, Person, {"name": "李国强"}).id
    set_subject(desk.case, statement, person)
    page.load()
    assert page.notice.label.text() == "The notice was not read yet"
    page.notice.button.click()
    dialog = dialog_of(page)
    assert "张查勘、王协办" in dialog.text.text()
    assert dialog.accept_button.text() == "Was read; sign later"
    QTest.mousePress(dialog.pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    QTest.mouseMove(dialog.pad, QPoint(90, 60))
    QTest.mouseRelease(dialog.pad, Qt.MouseButton.LeftButton, pos=QPoint(90, 60))
    assert dialog.accept_button.text() == "Was read and signed"
    dialog.mode_buttons[1].click()
    dialog.accept_button.click()
    settle()
    head = first_statement(desk)
    assert (head.notice_id, head.notice_mode, head.notice_language) == ("notice_insured", "read", "zh_CN")
    (ink,) = record_access.list_all(desk.case, Ink)
    assert (ink.purpose, ink.person_uid, ink.bound_sha256) == ("notice", person, head.notice_sha256)
    assert page.notice.label.text().endswith("; signed")


def test_a_notice_read_aloud_is_signed_later(page: StatementsPage, desk: Desk, settle: Settle) -> None:
    page.read_notice()
    dialog_of(page).accept_button.click()
    settle()
    assert first_statement(desk).notice_mode == "read_aloud"
    assert record_access.list_all(desk.case, Ink) == []
    assert page.notice.label.text().endswith("; not signed yet")
    page.read_notice()
    dialog = dialog_of(page)
    assert not dialog.mode_buttons[0].isVisible()
    assert (dialog.accept_button.text(), dialog.accept_button.isEnabled()) == ("Signed", False)
    dialog.reject()


def test_a_notice_that_would_read_otherwise_now_is_pointed_out(
    page: StatementsPage, desk: Desk, settle: Settle
) -> None:
    page.read_notice()
    dialog_of(page).accept_button.click()
    settle()
    claim = record_access.first_claim(desk.case)
    assert claim is not None
    desk.edits.do(lambda: records.change(desk.case, Claim, claim.id, {"insurer": "另一家保险公司"}))
    settle()
    assert "would read otherwise now" in page.notice.label.text()


def test_nothing_signed_without_knowing_by_whom(page: StatementsPage, desk: Desk, settle: Settle) -> None:
    page.read_notice()
    dialog = dialog_of(page)
    QTest.mousePress(dialog.pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    QTest.mouseRelease(dialog.pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    errors: list[object] = []
    desk.edits.failed.connect(errors.append)
    dialog.accept_button.click()
    settle()
    assert len(errors) == 1
    assert first_statement(desk).notice_read_at is None


# -------------------------------------------------------------------------------------------- the question bank


def test_a_question_is_found_by_any_part_and_put_with_enter(page: StatementsPage, desk: Desk, settle: Settle) -> None:
    page._on_bank_wanted()
    assert QApplication.focusWidget() is page.bank.filter
    assert page.bank.shown[0].kind == "driver"
    assert {question.kind for question in page.bank.shown} > {"driver", "keeper", "eyewitness"}
    write(page.bank.filter, "安全带")
    assert [question.id for question in page.bank.shown] == ["drv07", "pas07"]
    press(page.bank.filter, Qt.Key.Key_Down)
    press(page.bank.filter, Qt.Key.Key_Up)
    press(page.bank.filter, ENTER)
    settle()
    (answer,) = answers(desk)
    assert (answer.question_id, answer.question) == ("drv07", "车上有几人，各坐什么位置，谁系了安全带？")
    assert answer.asked_at is not None
    assert QApplication.focusWidget() is page.answers.rows[0].answer.control


def test_a_digit_puts_the_question_it_stands_at(page: StatementsPage, desk: Desk, settle: Settle) -> None:
    page._on_bank_wanted()
    write(page.bank.filter, "3")
    settle()
    assert [answer.question_id for answer in answers(desk)] == ["drv03"]


def test_what_was_asked_is_marked_with_a_tick_and_a_word(page: StatementsPage, settle: Settle) -> None:
    page._on_bank_wanted()
    write(page.bank.filter, "2")
    settle()
    asked = [
        item.data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(page.bank.list.count())
        if (item := page.bank.list.item(row)).data(Qt.ItemDataRole.UserRole + 1)
    ]
    assert asked == ["请说明您的姓名、住址、工作和联系方式。 · asked"]


def test_questions_are_put_in_the_language_of_the_statement(page: StatementsPage, desk: Desk, settle: Settle) -> None:
    desk.edits.do(lambda: records.change(desk.case, Statement, first_statement(desk).id, {"language": "en"}))
    settle()
    page._on_bank_wanted()
    write(page.bank.filter, "1")
    settle()
    assert [answer.question for answer in answers(desk)] == [
        "Have you heard and understood the notice I have just read to you?"
    ]


def test_escape_leads_back_to_the_answers(page: StatementsPage, settle: Settle) -> None:
    page.answers.asking.add_at_end()
    settle()
    page._on_bank_wanted()
    press(page.bank.filter, Qt.Key.Key_Escape)
    assert page.answers.isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]  # something has it


def test_the_bank_of_the_statements_kind_comes_first(page: StatementsPage, desk: Desk, settle: Settle) -> None:
    desk.edits.do(lambda: records.change(desk.case, Statement, first_statement(desk).id, {"kind": "eyewitness"}))
    settle()
    assert page.bank.shown[0].id == "eye01"


def test_a_wording_of_the_bank_that_was_typed_counts_as_asked(page: StatementsPage, desk: Desk, settle: Settle) -> None:
    page.answers.asking.add_at_end()
    settle()
    row = page.answers.rows[0]
    write(row.question.control, "安全带")
    assert row.question.is_choosing()
    row.question._completer.activated.emit("车上有几人，各坐什么位置，谁系了安全带？")
    row.question._completer.popup().hide()  # type: ignore[union-attr]  # it is open
    press(row.question.control, ENTER)
    settle()
    (answer,) = answers(desk)
    assert (answer.question_id, answer.question) == ("drv07", "车上有几人，各坐什么位置，谁系了安全带？")
    assert page.answers.asking.asked_ids() == {"drv07"}


# ----------------------------------------------------------------------------------------------- the editor


def test_a_follow_up_is_numbered_below_its_question(page: StatementsPage, desk: Desk, settle: Settle) -> None:
    page.answers.asking.add_at_end()
    settle()
    write(page.answers.rows[0].question.control, "一")
    press(page.answers.rows[0].question.control, ENTER)
    press(page.answers.rows[0].answer.control, ENTER, CONTROL)
    settle()
    write(page.answers.rows[1].question.control, "二")
    page.answers.rows[0].answer.control.setFocus()
    press(page.answers.rows[0].answer.control, ENTER, CONTROL | SHIFT)
    settle()
    follow_up = page.answers.rows[1]
    assert QApplication.focusWidget() is follow_up.question.control
    write(follow_up.question.control, "一甲")
    page.commit()
    settle()
    assert numbered(desk) == [("1", "一"), ("1.1", "一甲"), ("2", "二")]
    assert follow_up.contentsMargins().left() > 0
    assert follow_up.question.control.accessibleName() == "Question 1.1"


def test_a_question_moves_with_the_keyboard(page: StatementsPage, desk: Desk, settle: Settle) -> None:
    statement = first_statement(desk).id
    first = ask(desk.case, statement, Wording("一")).id
    ask(desk.case, statement, Wording("一甲"), first, is_follow_up=True)
    ask(desk.case, statement, Wording("二"))
    page.load()
    page.answers.rows[2].question.control.setFocus()
    press(page.answers.rows[2].question.control, Qt.Key.Key_Up, ALT)
    settle()
    assert numbered(desk) == [("1", "二"), ("2", "一"), ("2.1", "一甲")]
    assert [row.question.value() for row in page.answers.rows] == ["二", "一", "一甲"]
    press(page.answers.rows[0].question.control, Qt.Key.Key_Down, ALT)
    settle()
    assert numbered(desk) == [("1", "一"), ("1.1", "一甲"), ("2", "二")]


def test_the_time_of_a_question_is_noted_when_its_answer_begins(
    page: StatementsPage, desk: Desk, settle: Settle
) -> None:
    page.answers.asking.add_bank()
    settle()
    assert {answer.asked_at for answer in answers(desk)} == {None}
    first, second = page.answers.rows[:2]
    write(first.answer.control, "听")
    settle()
    assert [answer.asked_at is not None for answer in answers(desk)[:2]] == [True, False]
    write(first.answer.control, "清楚了。")
    press(first.answer.control, ENTER)
    settle()
    found = answers(desk)
    assert found[0].answer == "听清楚了。"
    assert [answer.asked_at is not None for answer in found[:3]] == [True, True, False]
    assert QApplication.focusWidget() is second.answer.control


def test_typing_goes_on_while_other_rows_come(page: StatementsPage, desk: Desk, settle: Settle) -> None:
    page.answers.asking.add_at_end()
    settle()
    row = page.answers.rows[0]
    write(row.question.control, "未完")
    desk.edits.do(lambda: ask(desk.case, first_statement(desk).id, Wording("别处来的")))
    settle()
    write(row.question.control, "成的")
    page.commit()
    settle()
    assert page.answers.rows[0] is row
    assert [question for _, question in numbered(desk)] == ["未完成的", "别处来的"]


def test_what_is_being_read_is_no_more_typed_over_and_shows_its_corrections(
    page: StatementsPage, desk: Desk, settle: Settle
) -> None:
    statement = first_statement(desk).id
    answer = ask(desk.case, statement, Wording("多远？"), is_put=True).id
    records.change(desk.case, Answer, answer, {"answer": "十米。"})
    desk.edits.do(lambda: begin_reading(desk.case, statement, "self_read"))
    desk.edits.do(lambda: correct(desk.case, answer, "answer", "十五米。", "记错了"))
    settle()
    assert page.answers.rows == []
    (text,) = page.answers.texts
    said = [label.text() for label in text.findChildren(QLabel)]
    assert "十五米。" in said
    assert any("“十米。” became “十五米。” · 记错了" in line for line in said)
    assert "the words taken down are not typed over" in words(page)
    assert not page.answers.add_button.isVisible()
    page.answers.asking.add_at_end()
    settle()
    assert len(load_contents(desk.case, statement).answers) == 1


def test_a_finding_leads_to_where_it_is_mended(page: StatementsPage, desk: Desk) -> None:
    statement = first_statement(desk).id
    for field, control in (
        ("questioner_1", page.people.rows[0].credential.control),
        ("questioner_2", page.people.name),
        ("subject_uid", page.people.subject),
        ("place", page.form.editors["place"].control),
        ("notice_read_at", page.notice.button),
    ):
        page.show_record(statement, field)
        focused = QApplication.focusWidget()
        assert focused is control or (focused is not None and control.isAncestorOf(focused)), field


def test_the_page_speaks_both_languages(page: StatementsPage, translation: Translation) -> None:
    translation.switch(chinese())
    QApplication.processEvents()
    assert page.notice.label.text() == "尚未告知"
    assert page.people.role.itemText(0) == "询问人"
    assert page.strip.sign.text() == "未录制"


def test_a_finding_about_a_question_leads_into_it_and_one_that_is_read_is_shown(
    page: StatementsPage, desk: Desk, settle: Settle
) -> None:
    taken = take(desk.case, questions=2)
    page.load()
    settle()
    page.show_record(taken.answers[1], "question")
    settle()
    row = next(row for row in page.answers.rows if row.answer_id == taken.answers[1])
    assert row.question.control.hasFocus()
    begin_reading(desk.case, taken.statement, "self_read")
    made = correct(desk.case, taken.answers[0], "question", "What then?", "slip")
    page.load()
    settle()
    page.show_record(made.id, "reason")
    settle()
    current = page.current()
    assert current is not None
    assert current.id == taken.statement
    assert [text.answer_id for text in page.answers.texts] == list(taken.answers)
