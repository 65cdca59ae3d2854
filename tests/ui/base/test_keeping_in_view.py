"""What is typed in is seen: on the smallest window, in long statements and long forms, also when the text grows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from surveyor_app.domain.statements.statements import Answer
from surveyor_app.operations.editing import records
from surveyor_app.operations.statements.answers import Wording, ask
from surveyor_app.operations.statements.taking import begin_statement
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.scrolling.scroll_area import ScrollArea
from surveyor_app.ui.statements.answer_row import AnswerRow
from surveyor_app.ui.statements.page import StatementsPage
from surveyor_app.ui.window.arrival import ArrivalPage
from surveyor_app.ui.window.case_view import CaseView
from tests.ui.conftest import Settle
from tests.ui.fits import scroller
from tests.ui.keyboard import press, write

ENTER, CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
QUESTIONS = 8
TURNS = 10
"""Layouts settle from the inside out, one turn of events a level."""
SMALLEST = QRect(0, 56, 1024, 584)
"""Of the case, below the top bar of the smallest window."""
LONG = "我当时沿世纪大道由西向东行驶，前车突然减速，我立即踩刹车，但是路面湿滑，没有来得及停住。" * 3


@pytest.fixture
def rest(settle: Settle) -> Settle:
    """Wait until every job has ended and the window has come to rest."""

    def wait() -> None:
        settle()
        for _ in range(TURNS):
            QApplication.processEvents()

    return wait


@pytest.fixture
def view(desk: Desk, window: QWidget, rest: Settle) -> CaseView:
    """A case in the smallest window."""
    window.resize(1024, 640)
    made = CaseView(desk, window)
    made.setGeometry(SMALLEST)
    desk.jobs.changed.connect(made.apply)
    made.show()
    window.show()
    rest()
    return made


@pytest.fixture
def page(view: CaseView, desk: Desk, rest: Settle) -> StatementsPage:
    """A statement with eight questions, the first of them being answered."""
    statement = begin_statement(desk.case, "zh_CN").id
    for number in range(QUESTIONS):
        made = ask(desk.case, statement, Wording(f"第 {number + 1} 问：您何时发现危险？"), is_put=True)
        records.change(desk.case, Answer, made.id, {"answer": f"大概十米远，第 {number + 1} 次。"})
    view.show_page(StatementsPage.PLACE.name)
    rest()
    found = view.current()
    assert isinstance(found, StatementsPage)
    assert len(found.answers.rows) == QUESTIONS
    rest()
    return found


def seen(widget: QWidget) -> bool:
    """Tell whether the whole of a widget is in sight in what scrolls it."""
    area = scroller(widget)
    assert area is not None
    place = QRect(widget.mapTo(area.viewport(), QPoint(0, 0)), widget.size())
    return area.viewport().rect().contains(place)


def cursor_is_seen(control: QPlainTextEdit) -> bool:
    """Tell whether the place where the next character comes is in sight."""
    area = scroller(control)
    assert area is not None
    cursor = control.cursorRect()
    at = control.viewport().mapTo(area.viewport(), cursor.center())
    return area.viewport().rect().contains(at) and control.viewport().rect().contains(cursor.center())


def focused(page: StatementsPage) -> AnswerRow:
    """Return the row that is typed in, whole in sight."""
    (row,) = [row for row in page.answers.rows if row.isAncestorOf(QApplication.focusWidget() or page)]
    return row


def wheel(area: QScrollArea, by: int) -> None:
    """Turn the mouse's wheel."""
    centre = QPointF(area.viewport().rect().center())
    event = QWheelEvent(
        centre, area.viewport().mapToGlobal(centre), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(area.viewport(), event)


# ------------------------------------------------------------------------------------------------- statements


def test_the_next_question_is_seen(page: StatementsPage, rest: Settle) -> None:
    last = page.answers.rows[-1]
    last.answer.control.setFocus()
    rest()
    press(last.answer.control, ENTER, CONTROL)
    rest()
    assert len(page.answers.rows) == QUESTIONS + 1
    assert focused(page) is page.answers.rows[-1]
    assert seen(page.answers.rows[-1])


def test_the_next_question_is_seen_in_the_middle_too(page: StatementsPage, rest: Settle) -> None:
    fifth = page.answers.rows[4]
    fifth.answer.control.setFocus()
    rest()
    press(fifth.answer.control, ENTER, CONTROL)
    rest()
    assert focused(page) is page.answers.rows[5]
    assert seen(page.answers.rows[5])


def test_a_question_of_the_bank_is_seen(page: StatementsPage, rest: Settle) -> None:
    page.answers.rows[-1].answer.control.setFocus()
    page._on_bank_wanted()
    rest()
    write(page.bank.filter, "3")
    rest()
    assert len(page.answers.rows) == QUESTIONS + 1
    row = focused(page)
    assert row.answer.control is QApplication.focusWidget()
    assert seen(row)


def test_eight_questions_written_one_after_the_other_are_each_seen(view: CaseView, desk: Desk, rest: Settle) -> None:
    view.show_page(StatementsPage.PLACE.name)
    rest()
    page = view.current()
    assert isinstance(page, StatementsPage)
    page.add()
    rest()
    rest()
    for number in range(QUESTIONS):
        row = focused(page)
        assert row is page.answers.rows[number]
        assert seen(row), number
        write(row.question.control, f"第 {number + 1} 问？")
        press(row.question.control, ENTER)
        write(row.answer.control, "不清楚。")
        rest()
        assert seen(row), number
        press(row.answer.control, ENTER, CONTROL)
        rest()


def test_an_answer_that_grows_stays_in_sight(page: StatementsPage, rest: Settle) -> None:
    for place in (QUESTIONS - 1, 3):
        row = page.answers.rows[place]
        row.answer.control.setFocus()
        row.answer.area.moveCursor(row.answer.area.textCursor().MoveOperation.End)
        rest()
        for char in LONG:
            write(row.answer.control, char)
            QApplication.processEvents()
        rest()
        assert row.answer.control.height() > 80
        assert cursor_is_seen(row.answer.area)
        assert seen(row.answer.control)


def test_typing_leads_back_to_what_is_typed(page: StatementsPage, rest: Settle) -> None:
    last = page.answers.rows[-1]
    last.answer.control.setFocus()
    press(last.answer.control, ENTER, CONTROL)
    rest()
    row = focused(page)
    assert row is page.answers.rows[-1]
    area = scroller(row)
    assert area is not None
    wheel(area, 6000)
    rest()
    assert not seen(row)
    press(row.question.control, Qt.Key.Key_Shift)
    rest()
    assert not seen(row)
    write(row.question.control, "好")
    rest()
    assert seen(row)


def test_reading_further_up_is_not_disturbed(page: StatementsPage, desk: Desk, rest: Settle) -> None:
    row = page.answers.rows[-1]
    row.answer.control.setFocus()
    rest()
    area = scroller(row)
    assert area is not None
    wheel(area, 6000)
    rest()
    before = area.verticalScrollBar().value()
    assert not seen(row)
    desk.edits.do(lambda: records.change(desk.case, Answer, page.answers.rows[2].answer_id, {"answer": LONG}))
    rest()
    assert area.verticalScrollBar().value() == before


def test_enter_in_the_last_answer_leads_to_a_new_question_in_sight(page: StatementsPage, rest: Settle) -> None:
    for place in (2, QUESTIONS - 1):
        row = page.answers.rows[place]
        row.answer.control.setFocus()
        rest()
        press(row.answer.control, ENTER)
        rest()
        assert focused(page) is page.answers.rows[place + 1]
        assert seen(page.answers.rows[place + 1])


def test_a_moved_question_stays_in_sight(page: StatementsPage, rest: Settle) -> None:
    row = page.answers.rows[-1]
    row.question.control.setFocus()
    rest()
    for _ in range(QUESTIONS - 1):
        page.answers.asking.move_current(-1)
        rest()
        assert page.answers.rows[-1] is not row
        assert seen(row)
    assert page.answers.rows[0] is row


# ------------------------------------------------------------------------------------------------------ forms


def test_a_finding_leads_to_a_field_in_sight_on_a_page_that_is_new(view: CaseView, rest: Settle) -> None:
    view.show_page(ArrivalPage.PLACE.name, "", "surveyor_opinion")
    rest()
    page = view.current()
    assert isinstance(page, ArrivalPage)
    editor = page.form.editors["surveyor_opinion"]
    assert editor.control is QApplication.focusWidget()
    assert seen(editor)


def test_a_long_text_of_a_form_grows_in_sight(view: CaseView, rest: Settle) -> None:
    view.show_page(ArrivalPage.PLACE.name, "", "surveyor_opinion")
    rest()
    page = view.current()
    assert isinstance(page, ArrivalPage)
    control = page.form.editors["surveyor_opinion"].control
    assert isinstance(control, QPlainTextEdit)
    write(control, LONG)
    rest()
    assert control.height() > 80
    assert cursor_is_seen(control)


def test_a_click_does_not_move_what_is_clicked(qtbot: QtBot, window: QWidget) -> None:
    """A button half in sight: were it moved while it is pressed, the click would be lost."""
    area = ScrollArea(window)
    area.setGeometry(0, 0, 300, 110)
    inner = QWidget(area.viewport())
    column = QVBoxLayout(inner)
    clicked: list[int] = []
    buttons = [QPushButton(f"Deed {number}", inner) for number in range(6)]
    for number, button in enumerate(buttons):
        button.setFixedHeight(40)
        button.clicked.connect(lambda _checked=False, number=number: clicked.append(number))
        column.addWidget(button)
    area.hold(inner)
    area.show()
    window.show()
    QApplication.processEvents()
    half = next(number for number, button in enumerate(buttons) if not seen(button))
    QTest.mousePress(buttons[half], Qt.MouseButton.LeftButton, pos=QPoint(20, 4))
    QApplication.processEvents()
    assert buttons[half].hasFocus()
    QTest.mouseRelease(buttons[half], Qt.MouseButton.LeftButton, pos=QPoint(20, 4))
    QApplication.processEvents()
    assert clicked == [half]
    assert area.verticalScrollBar().value() == 0
