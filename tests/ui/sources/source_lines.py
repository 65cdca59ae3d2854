"""An open case with its watches standing still, and how its lines above the photos are read and pressed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.sources.source_strip import SourceLine
from surveyor_app.ui.window.case_view import CaseView
from tests.ui.conftest import Settle


@contextmanager
def watched_case(desk: Desk, window: QWidget, settle: Settle) -> Iterator[CaseView]:
    """Show an open case; cards are not looked for by themselves, each test looks itself."""
    made = CaseView(desk, window)
    made.resize(window.size())
    desk.jobs.changed.connect(made.apply)
    made.show()
    window.show()
    made.cards.stop()
    settle()
    yield made
    made.stop_watching()


def photos_page(view: CaseView) -> PhotosPage:
    """Show the photos and return their page."""
    view.show_page(PhotosPage.PLACE.name)
    current = view.current()
    assert isinstance(current, PhotosPage)
    return current


def evidence_of(desk: Desk) -> list[Evidence]:
    """Return the evidence of the case in its order."""
    return record_access.list_all(desk.case, Evidence)


def only_line(page: PhotosPage) -> SourceLine:
    """Return the one line above the photos."""
    (line,) = page.sources.strip.lines.values()
    return line


def press_offer(line: SourceLine, text: str) -> None:
    """Press the button with these words."""
    (button,) = [button for button in line.buttons if not button.isHidden() and button.text() == text]
    button.click()


def offers_of(line: SourceLine) -> list[str]:
    """Return the words of the buttons shown."""
    return [button.text() for button in line.buttons if not button.isHidden()]


def choose_folder(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Have the person choose this folder in the next dialog."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments, **_options: str(folder))


def menu_entries(page: PhotosPage) -> dict[str, QAction]:
    """Return the entries of the import menu as it opens now."""
    menu = page.import_button.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions() if action.text()}
