"""Watched folders in the window: new files come in, a folder that is away says so, Stop stops."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.window.case_view import CaseView
from surveyor_app.ui.window.toasts import ToastHost
from tests.operations.worlds import photos_in
from tests.ui.conftest import TIMEOUT_MS, Settle
from tests.ui.sources.source_lines import (
    choose_folder,
    evidence_of,
    menu_entries,
    only_line,
    press_offer,
)


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
    choose_folder(monkeypatch, hot)
    page.sources.choose_watched()
    settle()
    line = only_line(page)
    assert line.label.text() == "Watching hot · 0 taken in · 1 was there before"
    (hot / "new.jpg").write_bytes((hot / "IMG_0001.jpg").read_bytes() + b"other")
    _until_taken(view, qtbot, "watched_folder", 1)
    settle()
    assert [(record.file_name, record.origin) for record in evidence_of(desk)] == [("new.jpg", "watched_folder")]
    assert "1 taken in" in line.label.text()
    press_offer(line, "Import 1")
    settle()
    assert line.label.text() == "Watching hot · 2 taken in"
    press_offer(line, "Stop")
    assert page.sources.strip.isHidden()


def test_a_file_that_stays_empty_is_named_and_taken_in_when_asked(
    view: CaseView,
    page: PhotosPage,
    desk: Desk,
    hot: Path,
    toasts: ToastHost,
    settle: Settle,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose_folder(monkeypatch, hot)
    page.sources.choose_watched()
    settle()
    (hot / "Scan.pdf").touch()

    def is_named() -> bool:
        view.folders.look()
        return "1 empty" in only_line(page).label.text()

    qtbot.waitUntil(is_named, timeout=TIMEOUT_MS)
    settle()
    assert only_line(page).label.text() == "Watching hot · 0 taken in · 1 empty: Scan.pdf"
    assert only_line(page).property("tone") == "warn"
    press_offer(only_line(page), "Take in 1 empty")
    settle()
    assert [(record.file_name, record.size_bytes) for record in evidence_of(desk)] == [("Scan.pdf", 0)]
    assert toasts.texts()[-1] == "1 empty, kept by name"
    assert only_line(page).label.text() == "Watching hot · 1 taken in"


def test_the_scanners_folder_says_scanner_and_is_stopped_in_the_menu(
    view: CaseView,
    page: PhotosPage,
    desk: Desk,
    hot: Path,
    settle: Settle,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose_folder(monkeypatch, hot)
    menu_entries(page)["The scanner's folder…"].trigger()
    settle()
    (hot / "Scan.pdf").write_bytes(b"%PDF-1.7 scan")
    _until_taken(view, qtbot, "scanner", 1)
    settle()
    (record,) = evidence_of(desk)
    assert (record.origin, record.evidence_class) == ("scanner", "paper")
    assert only_line(page).label.text() == "Scanner's folder hot · 1 taken in"
    menu_entries(page)["Stop watching the scanner's folder"].trigger()
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
    assert "hot cannot be reached" in only_line(page).label.text()
    assert only_line(page).property("tone") == "warn"
    photos_in(away, 1)
    away.rename(hot)
    _until_taken(view, qtbot, "watched_folder", 1)
    settle()
    assert only_line(page).label.text() == "Watching hot · 1 taken in"


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
    assert evidence_of(desk) == []
