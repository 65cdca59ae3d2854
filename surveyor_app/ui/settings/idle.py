"""Says when nobody was there for a while, or the laptop slept, so that the cases are locked."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from surveyor_app.settings import Settings

TICK_MS = 5_000
SLEPT_S = 45.0
"""Ticks that lie so much further apart than they should: the laptop was asleep between them."""
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
        QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletPress, QEvent.Type.TabletMove,
    }
)  # fmt: skip


class IdleWatch(QObject):
    """Watches the whole program. ``minutes`` 0 watches for sleep alone; ``is_busy`` tells of what nobody need be there for."""

    lock_wanted = Signal()

    def __init__(
        self,
        app: QApplication,
        parent: QObject,
        is_busy: Callable[[], bool],
        ticks: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self.minutes = 0
        self.locks_after_sleep = True
        self._is_busy = is_busy
        self._ticks, self._wall = ticks, wall
        self._alive_at, self._seen_at = ticks(), wall()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(TICK_MS)
        app.installEventFilter(self)

    def follow(self, kept: Settings) -> None:
        """Watch as the settings say."""
        self.minutes, self.locks_after_sleep = kept.lock_idle_min, kept.lock_after_sleep

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self._alive_at = self._ticks()
        return False

    def look(self) -> None:
        """Compare the clocks; called now and then.

        Some systems stop the counting clock during sleep and some do not: the one on the wall tells either way. One that is set
        forward looks like sleep, and locking once too often loses nothing.
        """
        wall, before = self._wall(), self._seen_at
        self._seen_at = wall
        if wall - before > TICK_MS / 1000 + SLEPT_S:
            self._alive_at = self._ticks()
            if self.locks_after_sleep:
                self.lock_wanted.emit()
        elif self.minutes and self._ticks() - self._alive_at >= self.minutes * 60:
            self._alive_at = self._ticks()
            if not self._is_busy():
                self.lock_wanted.emit()
