"""Evidence is put before the page: it says in plain words what holds, faults first, and never more than is proven."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.operations.cases.examining import examine
from surveyor_app.operations.cases.verdicts import Verdict
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.verify import page as verify_page
from surveyor_app.ui.verify.page import VerifyPage
from surveyor_app.wording.languages import chinese
from tests.operations.cases.forged.forger import covers_tracks, read_lines, write_lines
from tests.operations.cases.papers.forging import reworded
from tests.operations.cases.papers.world import Papers
from tests.ui.conftest import Settle
from tests.ui.verify.conftest import OpenVerify


def said(page: VerifyPage) -> list[str]:
    return [label.text() for card in page.view.cards for label in card.findChildren(QLabel) if label.text()]


def drop(page: VerifyPage, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    page.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, none))


def test_a_bag_dropped_on_it_holds_part_by_part(
    papers: Papers, surveyor: Profile, open_verify: OpenVerify, settle: Settle
) -> None:
    page = open_verify(surveyor)
    drop(page, papers.bag)
    settle()
    assert page.view.summary.label.text().startswith("bag: Nothing speaks against it, but not all of it is proven")
    texts = said(page)
    assert "Statement 2, 1 page(s) — proven" in texts
    assert "signed by hand: 李国强 (Person questioned), 4 time(s)" in texts
    assert any("Surveyor centre authority" in text for text in texts)
    assert page.anchor.label.text().startswith("Trusted, by your profile: Surveyor centre authority")


def test_a_forged_bag_names_its_faults_first(
    papers: Papers, surveyor: Profile, open_verify: OpenVerify, settle: Settle, tmp_path: Path
) -> None:
    shutil.copytree(papers.begun, tmp_path / "bag")
    lines = read_lines(tmp_path / "bag")
    write_lines(tmp_path / "bag", lines[:-1])
    covers_tracks(tmp_path / "bag")
    page = open_verify(surveyor)
    page.check(tmp_path / "bag")
    settle()
    assert page.view.summary.property("tone") == "bad"
    title, first, *_ = said(page)
    assert title == "What speaks against it"
    assert first.startswith("The journal was cut: it lacks entry")


def test_a_copy_of_a_statement_without_any_profile(
    papers: Papers, open_verify: OpenVerify, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_verify()
    page.check(papers.folder / "copy.pdf")
    settle()
    assert "who signed it is not proven" in page.view.summary.label.text()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(papers.root), ""))
    page.anchor.choose_button.click()
    settle()
    assert page.view.summary.label.text() == "copy.pdf: Holds."
    assert page.anchor.label.text().startswith("Trusted, as chosen:")
    page.anchor.own_button.click()
    settle()
    assert "who signed it is not proven" in page.view.summary.label.text()


def test_what_is_no_certificate_is_said_and_changes_nothing(papers: Papers, open_verify: OpenVerify) -> None:
    page = open_verify()
    page.anchor.choose(papers.folder / "copy.pdf")
    assert page.anchor.roots == ()
    assert "certificate" in page.anchor.label.text()


def test_a_paper_and_its_case_are_dropped_together(
    papers: Papers, surveyor: Profile, open_verify: OpenVerify, settle: Settle, tmp_path: Path
) -> None:
    page = open_verify(surveyor)
    (tmp_path / "forged.pdf").write_bytes(reworded(papers["sealed"]))
    drop(page, papers.case, tmp_path / "forged.pdf")
    settle()
    assert said(page)[1] == "This is not statement 2 as it was sealed: on page 1 what is printed is another."
    assert page.state.text() == "forged.pdf, compared with one.survey"


def test_a_paper_is_compared_with_its_bag_afterwards(
    papers: Papers, surveyor: Profile, open_verify: OpenVerify, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_verify(surveyor)
    page.check(papers.folder / "older.pdf")
    settle()
    assert "who signed it is not proven" in page.view.summary.label.text()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(papers.bag / "bagit.txt"), ""))
    page.beside_button.click()
    settle()
    assert said(page)[1] == "This is an older revision of statement 2, not the one that was sealed."


def test_a_case_file_asks_for_the_profile(
    papers: Papers, open_verify: OpenVerify, surveyor: Profile, settle: Settle
) -> None:
    page = open_verify()
    page.check(papers.case)
    assert "unlock your cases first" in page.note.label.text()
    page.set_profile(surveyor)
    page.check(papers.case)
    settle()
    assert page.view.summary.label.text() == "one.survey: Holds."
    assert not page.beside_button.isVisible()


def test_what_is_no_evidence_is_said_and_shows_nothing(open_verify: OpenVerify, settle: Settle, tmp_path: Path) -> None:
    page = open_verify()
    page.check(tmp_path)
    settle()
    assert page.note.property("tone") == "bad"
    assert page.view.verdict is None
    page.check(tmp_path / "nowhere.pdf")
    assert page.note.isVisible()
    page.take_in([tmp_path, tmp_path])
    assert "one thing at a time" in page.note.label.text()


def test_a_check_that_is_cancelled_says_nothing(
    papers: Papers, surveyor: Profile, open_verify: OpenVerify, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even when it is cancelled as the check ends."""
    cancelled = threading.Event()

    def examined(*arguments: Any) -> Verdict:
        verdict = examine(*arguments)
        assert cancelled.wait(60)
        return verdict

    monkeypatch.setattr(verify_page, "examine", examined)
    page = open_verify(surveyor)
    page.check(papers.bag)
    (job,) = page._jobs.running()
    job.cancel()
    cancelled.set()
    settle()
    assert page.view.verdict is None
    assert page.note.label.text() == "Cancelled: nothing is said of it."


def test_the_last_thing_asked_for_is_the_one_that_is_shown(
    papers: Papers, surveyor: Profile, open_verify: OpenVerify, settle: Settle
) -> None:
    page = open_verify(surveyor)
    page.check(papers.bag)
    page.check(papers.folder / "copy.pdf")
    settle()
    assert page.view.summary.label.text() == "copy.pdf: Holds."


def test_it_is_worked_by_keyboard_and_copied_as_text(
    papers: Papers,
    surveyor: Profile,
    open_verify: OpenVerify,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
    translation: Translation,
    qtbot: QtBot,
) -> None:
    page = open_verify(surveyor)
    page.begin()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(papers.folder / "copy.pdf"), ""))
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    settle()
    translation.switch(chinese())
    settle()
    assert page.view.summary.label.text() == "copy.pdf: 成立。"
    assert page.focusWidget() is page.view
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QTest.keyClick(
        page.focusWidget(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    copied = QApplication.clipboard().text()
    assert copied.startswith("copy.pdf: 成立。\n")
    assert "手写签名：李国强（被询问人）4 处" in copied
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
