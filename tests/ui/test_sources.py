"""Cards, watched folders and imports that end early, in the window: offered, imported, checked, told exactly."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from surveyor_app.domain.evidence import Evidence
from surveyor_app.operations.labels import Language
from surveyor_app.ui import card_watch, record_access
from surveyor_app.ui.card_watch import CardWatch
from surveyor_app.ui.case_view import CaseView
from surveyor_app.ui.desk import Desk
from surveyor_app.ui.pages.photos import PhotosPage
from surveyor_app.ui.translation import Translation
from surveyor_app.ui.widgets.import_outcome import CardFiles, ImportOutcome
from surveyor_app.ui.widgets.source_strip import SourceLine
from surveyor_app.ui.widgets.toasts import Toast, ToastHost
from tests.operations.real_cards import card_in, pull_out, put_in
from tests.operations.worlds import photos_in
from tests.ui.conftest import TIMEOUT_MS, Settle
from tests.ui.keyboard import press


@pytest.fixture
def view(desk: Desk, window: QWidget, settle: Settle) -> Iterator[CaseView]:
    """An open case, as the window shows it; its timers stand still, each test looks itself."""
    made = CaseView(desk, window)
    made.resize(window.size())
    desk.jobs.changed.connect(made.apply)
    made.show()
    window.show()
    made.cards.stop()
    settle()
    yield made
    made.stop_watching()


@pytest.fixture
def page(view: CaseView) -> PhotosPage:
    view.show_page(PhotosPage.NAME)
    current = view.current()
    assert isinstance(current, PhotosPage)
    return current


@pytest.fixture
def card(tmp_path: Path) -> Iterator[Path]:
    with card_in(tmp_path / "media" / "EOS_DIGITAL") as folder:
        photos_in(folder / "DCIM" / "100CANON", 4)
        yield folder


def _evidence(desk: Desk) -> list[Evidence]:
    return record_access.list_all(desk.case, Evidence)


def _line(page: PhotosPage) -> SourceLine:
    (line,) = page.sources.strip.lines.values()
    return line


def _press(line: SourceLine, text: str) -> None:
    (button,) = [button for button in line.buttons if not button.isHidden() and button.text() == text]
    button.click()


def _offers(line: SourceLine) -> list[str]:
    return [button.text() for button in line.buttons if not button.isHidden()]


def _choose(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments, **_options: str(folder))


def _menu(page: PhotosPage) -> dict[str, QAction]:
    menu = page.import_button.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions() if action.text()}


# ------------------------------------------------------------------------------------------ cards


def test_a_card_is_offered_imported_and_checked(
    view: CaseView, page: PhotosPage, desk: Desk, card: Path, settle: Settle
) -> None:
    assert page.sources.strip.isHidden()
    view.cards.look()
    settle()
    line = _line(page)
    assert line.label.text() == "EOS_DIGITAL: 4 new of 4 files"
    _press(line, "Import 4 new")
    assert "do not take it out" in line.label.text()
    assert _offers(line) == []
    settle()
    assert [record.origin for record in _evidence(desk)] == ["card"] * 4
    assert line.label.text() == "EOS_DIGITAL: all 4 files were taken in before"
    _press(line, "Safe to format?")
    settle()
    assert line.label.text() == "EOS_DIGITAL is safe to format: all 4 files are stored and were read back."
    assert line.property("tone") == "ok"


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
    assert len(_evidence(desk)) == 4


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
    assert "2 new of 2" in _line(page).label.text()
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
    line = _line(page)
    _press(line, "Import 4 new")
    settle()
    _press(line, "Safe to format?")
    settle()
    assert line.label.text() == "EOS_DIGITAL is not safe to format: 1 of 5 files are not stored."
    _press(line, "Show them")
    (dialog,) = page.findChildren(CardFiles)
    assert dialog.lines[0] == "letters/plan.pdf: not stored"
    dialog.copy()
    assert "letters/plan.pdf: not stored" in QGuiApplication.clipboard().text()
    dialog.accept()
    _press(line, "Import 1")
    settle()
    _press(line, "Safe to format?")
    settle()
    assert "is safe to format: all 5 files" in line.label.text()


def test_a_verdict_does_not_outlive_the_card(view: CaseView, page: PhotosPage, card: Path, settle: Settle) -> None:
    view.cards.look()
    settle()
    _press(_line(page), "Import 4 new")
    settle()
    _press(_line(page), "Safe to format?")
    settle()
    (card / "DCIM" / "new.jpg").write_bytes(b"one more")
    view.cards.refresh()
    settle()
    assert "1 new of 5" in _line(page).label.text()


def test_a_line_is_closed_until_the_card_is_put_in_again(
    view: CaseView, page: PhotosPage, card: Path, settle: Settle
) -> None:
    view.cards.look()
    settle()
    press(_line(page).close_button, Qt.Key.Key_Space)
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
    assert "1 new of 1" in _line(page).label.text()


def test_the_menu_offers_cards_and_folders(view: CaseView, page: PhotosPage, card: Path, settle: Settle) -> None:
    view.cards.look()
    settle()
    entries = _menu(page)
    assert list(entries)[-4:] == [
        "EOS_DIGITAL: import 4 new of 4",
        "Camera card or phone folder…",
        "Watch a folder…",
        "The scanner's folder…",
    ]
    entries["EOS_DIGITAL: import 4 new of 4"].trigger()
    settle()
    assert page.model.total() == 4
    assert not _menu(page)["EOS_DIGITAL: import 0 new of 4"].isEnabled()


def test_a_folder_a_person_points_at_is_taken_as_a_card(
    page: PhotosPage, desk: Desk, tmp_path: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    photos_in(tmp_path / "copy" / "DCIM" / "Camera", 2)
    _choose(monkeypatch, tmp_path / "copy")
    page.sources.choose_card()
    settle()
    assert [record.origin for record in _evidence(desk)] == ["phone", "phone"]
    assert _line(page).label.text() == "copy: all 2 files were taken in before"
    # Formatting is asked of cards; a phone holds more than photos.
    assert _offers(_line(page)) == []


def test_a_folder_without_dcim_says_so_and_can_be_imported_all_the_same(
    page: PhotosPage, tmp_path: Path, toasts: ToastHost, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    photos_in(tmp_path / "stick", 2)
    _choose(monkeypatch, tmp_path / "stick")
    page.sources.choose_card()
    settle()
    toast = toasts.findChildren(Toast)[-1]
    assert "no DCIM folder in stick" in toast.text
    toast.button.click()
    settle()
    assert page.model.total() == 2


# ------------------------------------------------------------------------------------------ watched folders


@pytest.fixture
def hot(tmp_path: Path) -> Path:
    folder = tmp_path / "hot"
    folder.mkdir()
    return folder


def _until_taken(view: CaseView, qtbot: QtBot, origin: str, count: int) -> None:
    def taken() -> bool:
        view.folders.look()
        return view.folders.watches[origin].taken_in == count

    qtbot.waitUntil(taken, timeout=TIMEOUT_MS)


def test_new_files_of_a_watched_folder_come_in(
    view: CaseView,
    page: PhotosPage,
    desk: Desk,
    hot: Path,
    settle: Settle,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    photos_in(hot, 1)
    _choose(monkeypatch, hot)
    page.sources.choose_watched()
    settle()
    line = _line(page)
    assert line.label.text() == "Watching hot · 0 taken in · 1 was there before"
    (hot / "new.jpg").write_bytes((hot / "IMG_0001.jpg").read_bytes() + b"other")
    _until_taken(view, qtbot, "watched_folder", 1)
    settle()
    assert [(record.file_name, record.origin) for record in _evidence(desk)] == [("new.jpg", "watched_folder")]
    assert "1 taken in" in line.label.text()
    _press(line, "Import 1")
    settle()
    assert line.label.text() == "Watching hot · 2 taken in"
    _press(line, "Stop")
    assert page.sources.strip.isHidden()


def test_the_scanners_folder_says_scanner_and_is_stopped_in_the_menu(
    view: CaseView,
    page: PhotosPage,
    desk: Desk,
    hot: Path,
    settle: Settle,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _choose(monkeypatch, hot)
    _menu(page)["The scanner's folder…"].trigger()
    settle()
    (hot / "Scan.pdf").write_bytes(b"%PDF-1.7 scan")
    _until_taken(view, qtbot, "scanner", 1)
    settle()
    (record,) = _evidence(desk)
    assert (record.origin, record.evidence_class) == ("scanner", "paper")
    assert _line(page).label.text() == "Scanner's folder hot · 1 taken in"
    _menu(page)["Stop watching the scanner's folder"].trigger()
    assert page.sources.strip.isHidden()


def test_a_watched_folder_that_goes_away_says_so_and_goes_on(
    view: CaseView, page: PhotosPage, hot: Path, settle: Settle, qtbot: QtBot
) -> None:
    view.folders.start("watched_folder", hot)
    settle()
    away = hot.with_name("away")
    hot.rename(away)

    def is_gone() -> bool:
        view.folders.look()
        return view.folders.watches["watched_folder"].is_gone

    qtbot.waitUntil(is_gone, timeout=TIMEOUT_MS)
    assert "hot cannot be reached" in _line(page).label.text()
    assert _line(page).property("tone") == "warn"
    photos_in(away, 1)
    away.rename(hot)
    _until_taken(view, qtbot, "watched_folder", 1)
    settle()
    assert _line(page).label.text() == "Watching hot · 1 taken in"


def test_a_watched_folder_is_watched_again_when_the_case_is_opened_again(
    view: CaseView, desk: Desk, window: QWidget, hot: Path, settle: Settle
) -> None:
    view.folders.start("watched_folder", hot)
    view.folders.start("scanner", hot)
    view.folders.stop("scanner")
    settle()
    view.stop_watching()
    again = CaseView(desk, window)
    settle()
    assert {origin: watch.folder.folder for origin, watch in again.folders.watches.items()} == {"watched_folder": hot}
    again.stop_watching()


def test_nothing_is_imported_any_more_once_the_case_is_being_closed(
    view: CaseView, desk: Desk, hot: Path, settle: Settle
) -> None:
    view.folders.start("watched_folder", hot)
    settle()
    photos_in(hot, 1)
    view.folders.look()
    settle()
    view.folders.look()
    view.stop_watching()
    settle()
    assert _evidence(desk) == []


# ------------------------------------------------------------------------------------------ how imports end


def test_a_card_pulled_out_in_mid_import_gives_the_exact_list(
    view: CaseView, page: PhotosPage, desk: Desk, card: Path, toasts: ToastHost, settle: Settle
) -> None:
    photos_in(card / "DCIM" / "100CANON", 150)
    view.cards.look()
    settle()
    pulled: list[bool] = []

    def pull(_changes: object) -> None:
        if not pulled:
            pulled.append(True)
            pull_out(card)

    desk.jobs.changed.connect(pull)
    _press(_line(page), "Import 150 new")
    settle()
    result = page.importing.last_result
    assert result is not None
    stored = len(_evidence(desk))
    if stored == 150:
        pytest.skip("all of it was read before the card could be pulled")
    assert "was taken away" in toasts.texts()[-1]
    assert f"{stored} stored · {150 - stored} not reached" in toasts.texts()[-1]
    toasts.findChildren(Toast)[-1].button.click()
    (dialog,) = page.findChildren(ImportOutcome)
    lines = dialog.lines
    assert len(lines) == 150
    assert lines[0].endswith(": not reached, not stored (its card or folder was taken away)")
    assert sum(line.endswith(": stored") for line in lines) == stored
    dialog.accept()


def test_a_cancelled_import_says_what_is_stored_and_can_be_undone(
    page: PhotosPage, desk: Desk, tmp_path: Path, toasts: ToastHost, settle: Settle, qtbot: QtBot
) -> None:
    paths = photos_in(tmp_path / "photos", 150)
    page.importing.import_paths(paths)
    (job,) = desk.jobs.running()
    qtbot.waitUntil(lambda: job.progress is not None and job.progress.done > 0, timeout=TIMEOUT_MS)
    job.cancel()
    settle()
    stored = len(_evidence(desk))
    text = toasts.texts()[-1]
    assert text == f"Import cancelled. {stored} stored · {150 - stored} not reached"
    desk.edits.undo()
    settle()
    assert _evidence(desk) == []


def test_an_import_cancelled_before_it_began_says_so(
    page: PhotosPage, desk: Desk, tmp_path: Path, toasts: ToastHost, settle: Settle
) -> None:
    page.importing.import_paths(photos_in(tmp_path / "photos", 1))
    desk.jobs.running()[0].cancel()
    settle()
    assert toasts.texts()[-1].startswith("Import cancelled.")


# ------------------------------------------------------------------------------------------ looks


def test_lines_follow_the_language(
    view: CaseView, page: PhotosPage, card: Path, translation: Translation, settle: Settle
) -> None:
    view.cards.look()
    settle()
    translation.switch(Language.ZH)
    settle()
    assert _line(page).label.text() == "EOS_DIGITAL：共 4 个文件，其中 4 个是新的"
    assert _offers(_line(page)) == ["导入 4 个新文件", "可以格式化吗？"]


def test_a_line_keeps_the_keyboard_when_its_words_change(
    view: CaseView, page: PhotosPage, card: Path, settle: Settle
) -> None:
    view.cards.look()
    settle()
    line = _line(page)
    line.buttons[1].setFocus()
    view.cards.refresh()
    settle()
    assert _line(page) is line
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
