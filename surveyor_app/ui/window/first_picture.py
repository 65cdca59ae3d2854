"""Waits for the first picture of the window, so that loading the rest does not take half of the processor from it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

LONGEST_WAIT_MS = 1000
"""A window that starts minimised or behind others is not painted; what waits for it goes on all the same."""


class FirstPicture(QObject):
    """Calls ``then`` once: after ``window`` was painted for the first time, or when that takes too long."""

    def __init__(self, window: QWidget, then: Callable[[], object]) -> None:
        super().__init__(window)
        self._then: Callable[[], object] | None = then
        window.installEventFilter(self)
        QTimer.singleShot(LONGEST_WAIT_MS, self, self._go_on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # After this picture is whole and on the screen.
            QTimer.singleShot(0, self, self._go_on)
        return False

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()
            self.deleteLater()
