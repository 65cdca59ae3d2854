"""Ends a Qt program right after its window was painted for the first time, and prints when that was."""

from __future__ import annotations

import json
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Filters the events of a whole application until a window has been painted."""

    def __init__(self, qt: QApplication) -> None:
        super().__init__(qt)
        self._qt = qt
        self._seen = False
        qt.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._seen and event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self._seen = True
            # After this paint and those queued with it: then the whole window is there.
            QTimer.singleShot(0, self._on_painted)
        return False

    def _on_painted(self) -> None:
        print(json.dumps({"painted": time.monotonic()}), flush=True)
        self._qt.removeEventFilter(self)
        # Not quit(): that asks the window first, which has its own way of closing.
        self._qt.exit(0)
