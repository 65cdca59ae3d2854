"""Cards in the window: noticed, offered, imported, checked before they are formatted."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.sources import card_watch
from surveyor_app.ui.sources.card_watch import CardWatch
from surveyor_app.ui.sources.import_outcome import CardFiles, ImportOutcome
from surveyor_app.ui.window.case_view import CaseView
from surveyor_app.ui.window.toasts import Toast, ToastHost
from surveyor_app.wording.languages import chinese
from tests.operations.real_cards import pull_out, put_in
from tests.operations.worlds import photos_in
from tests.ui.conftest import TIMEOUT_MS, Settle
from tests.ui.keyboard import press
from tests.ui.sources.source_lines import (
    choose_folder,
    evidence_of,
    menu_entries,
    offers_of,
    only_line,
    press_offer,
)


def test_a_card_is_offered_imported_and_checked(
    view: CaseView, page: PhotosPage, desk: Desk, card: Path, settle: Settle
) -> None:
    assert page.sources.strip.isHidden()
    view.cards.look()
    settle()
    line = only_line(page)
    assert line.label.text() == "EOS_DIGITAL: 4 new of 4 files"
    press_offer(line, "Import 4 new")
    assert "do not take it out" in line.label.text()
    assert offers_of(line) == []
    settle()
    assert [record.origin for record in evidence_of(desk)] == ["card"] * 4
    assert line.label.text() == "EOS_DIGITAL: all 4 files were taken in before"
    press_offer(line, "Safe to format?")
    settle()
    assert line.label.text() == "EOS_DIGITAL is safe to format: all 4 files are stored and were read back."
    assert line.property("tone") == "ok"


def test_empty_files_of_a_card_are_named_after_the_import_and_beside_safe_to_format(
    view: CaseView, page: PhotosPage, desk: Desk, card: Path, toasts: ToastHost, settle: Settle
) -> None:
    for name in ("VIDEO_0001.MP4", "VIDEO_0002.MP4"):
        (card / "DCIM" / "100CANON" / name).touch()
    view.cards.look()
    settle()
    press_offer(only_line(page), "Import 6 new")
    settle()
    toast = toasts.findChildren(Toast)[-1]
    assert toast.text == "4 stored · 2 empty, kept by name"
    toast.button.click()
    (outcome,) = page.findChildren(ImportOutcome)
    assert outcome.lines[:2] == [
        "VIDEO_0001.MP4: empty: there is nothing in it, kept by name",
        "VIDEO_0002.MP4: empty: there is nothing in it, kept by name",
    ]
    outcome.accept()
    press_offer(only_line(page), "Safe to format?")
    settle()
    line = only_line(page)
    assert line.label.text() == (
        "EOS_DIGITAL: the 4 files with content are stored and were read back, but 2 files are empty: "
        "VIDEO_0001.MP4, VIDEO_0002.MP4. If the camera should have recorded there, do not format yet."
    )
    assert line.property("tone") == "warn"
    press_offer(line, "Show them")
    (files,) = page.findChildren(CardFiles)
    assert files.lines == [
        "DCIM/100CANON/VIDEO_0001.MP4: empty, kept by name",
        "DCIM/100CANON/VIDEO_0002.MP4: empty, kept by name",
    ]
    files.accept()


def test_a_card_of_empty_files_alone_is_not_called_safe(
    view: CaseView, page: PhotosPage, desk: Desk, card: Path, settle: Settle
) -> None:
    for file in (card / "DCIM" / "100CANON").iterdir():
        file.write_bytes(b"")
    view.cards.look()
    settle()
    press_offer(only_line(page), "Import 4 new")
    settle()
    press_offer(only_line(page), "Safe to format?")
    settle()
    line = only_line(page)
    assert line.label.text() == "All 4 files of EOS_DIGITAL are empty: the card may be damaged. Do not format it yet."
    assert offers_of(line) == ["Show them"]


def test_many_empty_files_are_counted_behind_the_first(
    view: CaseView, page: PhotosPage, desk: Desk, card: Path, settle: Settle
) -> None:
    for number in range(5):
        (card / "DCIM" / "100CANON" / f"V{number}.MP4").touch()
    view.cards.look()
    settle()
    press_offer(only_line(page), "Import 9 new")
    settle()
    press_offer(only_line(page), "Safe to format?")
    settle()
    assert "5 files are empty: V0.MP4, V1.MP4, V2.MP4 and 2 more." in only_line(page).label.text()


def test_a_card_is_offered_on_other_pages_too(
    view: CaseView, desk: Desk, card: Path, toasts: ToastHost, settle: Settle
) -> None:
    view.cards.look()
    settle()
    toast = toasts.findChildren(Toast)[-1]
    assert toast.text == "EOS_DIGITAL: 4 new of 4 files"
    toast.button.click()
    settle()
    assert isinstance(view.current(), PhotosPage)
    assert len(evidence_of(desk)) == 4


def test_a_card_that_is_put_in_is_noticed_and_one_taken_out_goes(
    view: CaseView, page: PhotosPage, card: Path, settle: Settle
) -> None:
    pull_out(card)
    view.cards.look()
    settle()
    assert page.sources.strip.isHidden()
    put_in(card)
    photos_in(card / "DCIM", 2)
    view.cards.look()
    settle()
    assert "2 new of 2" in only_line(page).label.text()
    pull_out(card)
    view.cards.look()
    settle()
    assert page.sources.strip.lines == {}
    assert page.sources.strip.isHidden()


def test_cards_are_looked_for_by_themselves(
    desk: Desk, window: QWidget, card: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_watch, "EVERY_MS", 50)
    watch = CardWatch(desk, window)
    qtbot.waitUntil(lambda: bool(watch.cards()), timeout=TIMEOUT_MS)
    pull_out(card)
    qtbot.waitUntil(lambda: not watch.cards(), timeout=TIMEOUT_MS)
    watch.stop()


def test_what_is_missing_is_named_and_can_be_imported(
    view: CaseView, page: PhotosPage, card: Path, settle: Settle
) -> None:
    (card / "letters").mkdir()
    (card / "letters" / "plan.pdf").write_bytes(b"%PDF-1.7 plan")
    view.cards.look()
    settle()
    line = only_line(page)
    press_offer(line, "Import 4 new")
    settle()
    press_offer(line, "Safe to format?")
    settle()
    assert line.label.text() == "EOS_DIGITAL is not safe to format: 1 of 5 files are not stored."
    press_offer(line, "Show them")
    (dialog,) = page.findChildren(CardFiles)
    assert dialog.lines[0] == "letters/plan.pdf: not stored"
    dialog.copy()
    assert "letters/plan.pdf: not stored" in QGuiApplication.clipboard().text()
    dialog.accept()
    press_offer(line, "Import 1")
    settle()
    press_offer(line, "Safe to format?")
    settle()
    assert "is safe to format: all 5 files" in line.label.text()


def test_a_verdict_does_not_outlive_the_card(view: CaseView, page: PhotosPage, card: Path, settle: Settle) -> None:
    view.cards.look()
    settle()
    press_offer(only_line(page), "Import 4 new")
    settle()
    press_offer(only_line(page), "Safe to format?")
    settle()
    (card / "DCIM" / "new.jpg").write_bytes(b"one more")
    view.cards.refresh()
    settle()
    assert "1 new of 5" in only_line(page).label.text()


def test_a_line_is_closed_until_the_card_is_put_in_again(
    view: CaseView, page: PhotosPage, card: Path, settle: Settle
) -> None:
    view.cards.look()
    settle()
    press(only_line(page).close_button, Qt.Key.Key_Space)
    assert page.sources.strip.lines == {}
    view.cards.refresh()
    settle()
    assert page.sources.strip.lines == {}
    pull_out(card)
    view.cards.look()
    settle()
    put_in(card)
    photos_in(card / "DCIM", 1)
    view.cards.look()
    settle()
    assert "1 new of 1" in only_line(page).label.text()


def test_the_menu_offers_cards_and_folders(view: CaseView, page: PhotosPage, card: Path, settle: Settle) -> None:
    view.cards.look()
    settle()
    entries = menu_entries(page)
    assert list(entries)[-4:] == [
        "EOS_DIGITAL: import 4 new of 4",
        "Camera card or phone folder…",
        "Watch a folder…",
        "The scanner's folder…",
    ]
    entries["EOS_DIGITAL: import 4 new of 4"].trigger()
    settle()
    assert page.model.known.total() == 4
    assert not menu_entries(page)["EOS_DIGITAL: import 0 new of 4"].isEnabled()


def test_a_folder_a_person_points_at_is_taken_as_a_card(
    page: PhotosPage, desk: Desk, tmp_path: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    photos_in(tmp_path / "copy" / "DCIM" / "Camera", 2)
    choose_folder(monkeypatch, tmp_path / "copy")
    page.sources.choose_card()
    settle()
    assert [record.origin for record in evidence_of(desk)] == ["phone", "phone"]
    assert only_line(page).label.text() == "copy: all 2 files were taken in before"
    # Formatting is asked of cards; a phone holds more than photos.
    assert offers_of(only_line(page)) == []


def test_a_folder_without_dcim_says_so_and_can_be_imported_all_the_same(
    page: PhotosPage, tmp_path: Path, toasts: ToastHost, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    photos_in(tmp_path / "stick", 2)
    choose_folder(monkeypatch, tmp_path / "stick")
    page.sources.choose_card()
    settle()
    toast = toasts.findChildren(Toast)[-1]
    assert "no DCIM folder in stick" in toast.text
    toast.button.click()
    settle()
    assert page.model.known.total() == 2


def test_lines_follow_the_language(
    view: CaseView, page: PhotosPage, card: Path, translation: Translation, settle: Settle
) -> None:
    view.cards.look()
    settle()
    translation.switch(chinese())
    settle()
    assert only_line(page).label.text() == "EOS_DIGITAL：共 4 个文件，其中 4 个是新的"
    assert offers_of(only_line(page)) == ["导入 4 个新文件", "可以格式化吗？"]


def test_a_line_keeps_the_keyboard_when_its_words_change(
    view: CaseView, page: PhotosPage, card: Path, settle: Settle
) -> None:
    view.cards.look()
    settle()
    line = only_line(page)
    line.buttons[1].setFocus()
    view.cards.refresh()
    settle()
    assert only_line(page) is line
    assert page.window().focusWidget() is line.buttons[1]


def test_the_custody_of_a_photo_names_its_source(view: CaseView, page: PhotosPage, card: Path, settle: Settle) -> None:
    shutil.copy(card / "DCIM" / "100CANON" / "IMG_0001.jpg", card / "DCIM" / "IMG_9.jpg")
    page.importing.import_paths([card])
    settle()
    page.grid.select(page.model.id_at(0) or "")
    words = [label.accessibleName() for label in page.details.findChildren(QWidget) if label.accessibleName()]
    assert "Taken in from: Camera card" in words
    assert any(word.startswith("Taken in by: surveyor ") for word in words)
    assert any(word.startswith("File modified at: ") and "2026" in word for word in words)
