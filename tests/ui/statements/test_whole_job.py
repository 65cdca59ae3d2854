"""A statement of 40 questions with three people: taken, read, corrected, signed and printed, by keyboard and pen alone."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize, QPointingDevice
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.operations.cases.verifying import verify_case
from surveyor_app.operations.editing import records
from surveyor_app.operations.statements.closing import statement_pdf
from surveyor_app.operations.statements.contents import load_contents
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.signing.printing import print_paper
from surveyor_app.ui.signing.window import SigningWindow
from surveyor_app.ui.statements.notice_dialog import NoticeDialog
from surveyor_app.ui.statements.page import StatementsPage
from tests.faults.campaigns import LONG
from tests.ui.conftest import OpenPage, Settle
from tests.ui.ink.test_pad import pen, write_with_pen
from tests.ui.keyboard import press, write

__all__ = ["pen"]

QUESTIONS = 40
ENTER, CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
WORDS = {
    "zh_CN": ("当时情况怎样，第{n}点？", "我当时车速大概四十，第{n}次看到他。", "我当时车速大概五十。"),
    "en": (
        "What was it like, point {n}?",
        "I drove at about 40, when I saw him for the {n}th time.",
        "I drove at about 50.",
    ),
}


@pytest.mark.parametrize("language", ["zh_CN", pytest.param("en", marks=[LONG, pytest.mark.faults])])
def test_the_whole_job_by_keyboard_and_pen_alone(
    language: str, desk: Desk, case: CaseFile, profile: Profile, open_page: OpenPage, settle: Settle,
    pen: QPointingDevice, qtbot: QtBot, tmp_path: Path,
) -> None:  # fmt: skip
    task = record_access.visit_task(case)
    assert task is not None
    records.change(case, Task, task.id, {"second_surveyor": "王协办", "survey_place": "张江路 100 号"})
    page = open_page(StatementsPage)
    assert isinstance(page, StatementsPage)
    page.empty.start.click()
    settle()
    (statement,) = record_access.list_all(case, Statement)
    records.change(case, Statement, statement.id, {"language": language})
    page.load()
    write(page.people.subject.line, "李国强")
    press(page.people.subject.line, ENTER)
    settle()
    _read_the_notice(page, pen, settle)
    _ask(page, language, settle)
    signing = _open(page, settle, qtbot)
    _correct_and_sign(signing, WORDS[language][2], pen, settle)
    contents = load_contents(case, statement.id)
    assert (contents.statement.status, len(contents.answers), len(contents.corrections)) == ("closed", QUESTIONS, 1)
    assert {ink.role for ink in contents.inks} == {"subject", "questioner"}
    assert len([ink for ink in contents.inks if ink.purpose == "page"]) == 3 * len(contents.pages)
    assert {ink.pointer for ink in contents.inks} == {"pen"}
    pdf = statement_pdf(case, statement.id)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert opened.check_pdf_syntax() == []
        assert len(opened.pages) == len(contents.pages) >= 3
    _print(pdf, tmp_path / "printed.pdf", len(contents.pages))
    path = case.path
    signing.reject()
    settle()
    case.close()
    assert verify_case(profile, path) == []


def _read_the_notice(page: StatementsPage, pen: QPointingDevice, settle: Settle) -> None:
    page.read_notice()
    settle()
    dialog = page.findChild(NoticeDialog)
    assert dialog is not None
    write_with_pen(dialog.pad, pen, [(20, 60), (90, 40), (160, 80), (200, 50)])
    press(dialog.accept_button, Qt.Key.Key_Space)
    settle()


def _ask(page: StatementsPage, language: str, settle: Settle) -> None:
    """Type question, Enter, answer, Enter: what is empty at first is filled, and each Enter leads on."""
    question, answer, _corrected = WORDS[language]
    if not page.answers.rows:
        page.answers.asking.add_at_end()
        settle()
    for number in range(1, QUESTIONS + 1):
        row = page.answers.rows[-1]
        write(row.question.control, question.format(n=number))
        press(row.question.control, ENTER)
        settle()
        write(row.answer.control, answer.format(n=number))
        if number < QUESTIONS:
            press(row.answer.control, ENTER)
            settle()
            assert len(page.answers.rows) == number + 1
    page.commit()
    settle()


def _open(page: StatementsPage, settle: Settle, qtbot: QtBot) -> SigningWindow:
    page.read_and_sign()
    settle()
    assert page.signing is not None
    qtbot.waitExposed(page.signing)
    settle()
    return page.signing


def _correct_and_sign(signing: SigningWindow, corrected: str, pen: QPointingDevice, settle: Settle) -> None:
    mode, texts, editor = signing.correcting.mode, signing.correcting.texts, signing.correcting.editor
    QTest.keyClick(mode, Qt.Key.Key_Down)
    mode.activated.emit(mode.currentIndex())
    settle()
    texts.setFocus()
    for _ in range(5):
        QTest.keyClick(texts, Qt.Key.Key_Down)
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_A, CONTROL)
    write(editor, corrected)
    signing.correcting.button.click()
    settle()
    signing.sign_button.click()
    settle()
    while signing.state is not None and signing.state.next_need is not None:
        write_with_pen(signing.asking.pad, pen, [(20, 60), (90, 40), (160, 80), (200, 50)])
        QTest.keyClick(signing.asking.pad, ENTER)
        settle()
    signing.sign_button.click()
    settle()


def _print(pdf: bytes, path: Path, pages: int) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    assert print_paper(pdf, printer)
    QApplication.processEvents()
    with pikepdf.open(path) as printed:
        assert len(printed.pages) == pages
