"""What waits for the first picture of the window goes on once: after it, or when there is none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from surveyor_app.ui.window import first_picture
from surveyor_app.ui.window.first_picture import FirstPicture


class Painted(QWidget):
    """Notes when it was painted."""

    def __init__(self, seen: list[str]) -> None:
        super().__init__()
        self._seen = seen

    def paintEvent(self, event: QEvent) -> None:
        self._seen.append("painted")


def test_loading_waits_for_the_first_picture(qtbot: QtBot) -> None:
    seen: list[str] = []
    window = Painted(seen)
    qtbot.addWidget(window)
    FirstPicture(window, lambda: seen.append("loading"))
    window.show()
    qtbot.waitUntil(lambda: "loading" in seen)
    assert seen[0] == "painted"
    window.repaint()
    QApplication.processEvents()
    assert seen.count("loading") == 1


def test_a_window_that_is_not_painted_loads_all_the_same(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_picture, "LONGEST_WAIT_MS", 1)
    seen: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    FirstPicture(window, lambda: seen.append("loading"))
    qtbot.waitUntil(lambda: seen == ["loading"])
