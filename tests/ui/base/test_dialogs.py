"""Dialogs on small screens, at every scale, in both languages, with long texts; and what Enter does in them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from surveyor_app.domain.checks.gaps import read_gaps
from surveyor_app.operations.report.reporting import ReportOptions
from surveyor_app.report.signatures.credentials import Credential
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.ui.delivery.enrol_dialog import EnrolDialog
from surveyor_app.ui.people.person_editor import NewPersonDialog
from surveyor_app.ui.report.sign_dialog import SignDialog
from surveyor_app.ui.window.pages import PAGES
from surveyor_app.wording.labels import Labels
from tests.faults.campaigns import LONG
from tests.report.keys import person
from tests.ui.conftest import Settle
from tests.ui.fits import faults
from tests.ui.keyboard import press, write
from tests.ui.small_screens import environment

ENTER = Qt.Key.Key_Return
SMALL, USUAL = (1024, 640), (1280, 720)
IS_LONG = [LONG, pytest.mark.faults]
SCREENS = [
    *(pytest.param(SMALL, scale, id=f"small-{scale}") for scale in ("1", "1.5", "2")),
    # What fits the smaller screen at the same scale fits this one.
    *(pytest.param(USUAL, scale, id=f"usual-{scale}", marks=IS_LONG) for scale in ("1", "1.5", "2")),
]


@pytest.mark.parametrize(("screen", "scale"), SCREENS)
def test_every_dialog_fits_its_screen(screen: tuple[int, int], scale: str, tmp_path: Path) -> None:
    """In a process of its own, for Qt takes the screen at start."""
    command = [sys.executable, "-m", "tests.ui.small_screens", str(tmp_path)]
    told = subprocess.run(
        command, env=environment(tmp_path, *screen, scale), capture_output=True, text=True, check=False, timeout=300
    )
    assert told.returncode == 0, told.stderr
    found = json.loads(told.stdout)
    assert len(found) >= 4 * 15
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(
    ("screen", "scale"),
    [
        pytest.param(SMALL, "1", id="small"),
        pytest.param((1920, 1080), "2", id="large-2", marks=IS_LONG),
        *(pytest.param(USUAL, scale, id=f"usual-{scale}", marks=IS_LONG) for scale in ("1", "1.5", "2")),
        *(pytest.param(SMALL, scale, id=f"small-{scale}", marks=IS_LONG) for scale in ("1.5", "2")),
    ],
)
def test_every_page_fits_its_screen(screen: tuple[int, int], scale: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.ui.small_pages", str(tmp_path)]
    told = subprocess.run(
        command, env=environment(tmp_path, *screen, scale), capture_output=True, text=True, check=False, timeout=600
    )
    assert told.returncode == 0, told.stderr
    found = json.loads(told.stdout)
    assert len(found) >= 2 * (len(PAGES) + 2)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def _come_to_rest() -> None:
    for _ in range(10):
        QApplication.processEvents()


# ----------------------------------------------------------------------------------------------------- Enter


class Signing:
    """An open dialog and what was signed."""

    def __init__(self, desk: Desk, window: QWidget, credential: Credential | None) -> None:
        self.signed: list[ReportOptions] = []
        self.dialog = SignDialog(
            window, desk, ReportOptions(), credential, lambda options, _credential: self.signed.append(options)
        )
        self.dialog.open()
        QApplication.processEvents()


def test_the_reason_is_where_signing_starts(desk: Desk, window: QWidget) -> None:
    opened = Signing(desk, window, person().credential)
    assert opened.dialog.focusWidget() is opened.dialog.reason


def test_enter_in_the_reason_signs_once_everything_is_filled(desk: Desk, window: QWidget) -> None:
    opened = Signing(desk, window, person().credential)
    press(opened.dialog.reason, ENTER)
    assert opened.signed == []
    assert opened.dialog.isVisible()
    assert opened.dialog.focusWidget() is opened.dialog.gaps.warnings, (
        "the reason for all that is only warned of comes next"
    )
    write(opened.dialog.reason, "客户已离开现场")
    press(opened.dialog.reason, ENTER)
    (options,) = opened.signed
    general, gaps = read_gaps(options.despite)
    assert (general, {gap.reason for gap in gaps}) == ("客户已离开现场", {""})
    assert not opened.dialog.isVisible()


def test_enter_in_the_reason_goes_on_to_the_certificate_that_lacks(desk: Desk, window: QWidget) -> None:
    opened = Signing(desk, window, None)
    write(opened.dialog.reason, "客户已离开现场")
    press(opened.dialog.reason, ENTER)
    assert opened.signed == []
    assert opened.dialog.focusWidget() is opened.dialog.file_button


def test_what_is_wrong_with_a_certificate_file_is_in_sight(
    desk: Desk, window: QWidget, tmp_path: Path, settle: Settle
) -> None:
    opened = Signing(desk, window, None)
    opened.dialog.resize(opened.dialog.width(), 240)
    (tmp_path / "broken.p12").write_bytes(b"no certificate")
    opened.dialog.use_file(tmp_path / "broken.p12", "x")
    settle()
    _come_to_rest()
    area, note = opened.dialog.area, opened.dialog.note
    place = note.mapTo(area.viewport(), note.rect().center())
    assert note.isVisible()
    assert area.viewport().rect().contains(place)


def test_enter_leads_through_the_lines_of_a_dialog(desk: Desk, labels: Labels, window: QWidget, settle: Settle) -> None:
    enrol = EnrolDialog(window, desk.profile, desk.jobs, "", lambda _server: None)
    enrol.open()
    QApplication.processEvents()
    write(enrol.server, "http://127.0.0.1:9")
    press(enrol.server, ENTER)
    assert enrol.focusWidget() is enrol.code
    assert enrol.note.isHidden()
    enrol.reject()
    given: list[tuple[str, str]] = []
    new = NewPersonDialog(labels, lambda name, phone: given.append((name, phone)), window)
    new.open()
    QApplication.processEvents()
    write(new.name.line, "李国强")
    press(new.name.line, ENTER)
    assert new.focusWidget() is new.phone.line
    assert given == []
    write(new.phone.line, "138 0000 0000")
    press(new.phone.line, ENTER)
    assert given == [("李国强", "13800000000")]


# ------------------------------------------------------------------------------------------------------ size


def test_a_dialog_opens_at_its_beginning_and_typing_leads_to_the_line(window: QWidget) -> None:
    dialog = ScrollingDialog(window, 300)
    line, close = QLineEdit(), looks.button("", dialog.reject)
    dialog.lay_out(looks.column(looks.label("", "a long story " * 800, wrap=True), line), None, close)
    line.setFocus()
    dialog.open()
    _come_to_rest()
    bar = dialog.area.verticalScrollBar()
    assert dialog.focusWidget() is line
    assert bar.value() == 0
    write(line, "x")
    _come_to_rest()
    assert bar.value() > 0
    assert dialog.area.viewport().rect().contains(line.mapTo(dialog.area.viewport(), line.rect().center()))


def test_a_dialog_grows_with_what_it_says_as_far_as_the_screen_goes(window: QWidget) -> None:
    dialog = ScrollingDialog(window, 300)
    words = QLabel("short")
    words.setWordWrap(True)
    close = looks.button("", dialog.reject)
    looks.face(close, "Close")
    dialog.lay_out(looks.column(words), None, close)
    dialog.open()
    QApplication.processEvents()
    before = dialog.height()
    for text in ("a sentence " * 30, "a long story " * 800):
        words.setText(text)
        _come_to_rest()
        assert dialog.height() > before
        assert list(faults(dialog)) == []
        before = dialog.height()
    assert dialog.area.verticalScrollBar().maximum() > 0
