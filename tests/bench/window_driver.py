"""Drives the program's real window for a measurement: opens a case, watches what is painted, and listens for blocks."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication

from surveyor_app.ui.photos.evidence_model import PIXMAP_ROLE
from surveyor_app.ui.photos.grid import PhotoGrid
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.window.app import FIRST_SIZE, App
from surveyor_app.ui.window.case_view import CaseView
from surveyor_app.ui.window.running import make_application
from tests.bench.cases import PASSPHRASE

LONGEST_S = 300.0
BEAT_MS = 5


class Heartbeat(QObject):
    """Beats on the UI thread; a beat that comes late tells how long the thread was blocked."""

    def __init__(self) -> None:
        super().__init__()
        self.worst_ms = 0.0
        self.worst_cpu_ms = 0.0
        """How much of the worst block the thread itself computed; the rest it waited or others had the processor."""
        self._last = (time.monotonic(), time.thread_time())
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start(BEAT_MS)

    def restart(self) -> None:
        """Forget what was so far."""
        self.worst_ms = self.worst_cpu_ms = 0.0
        self._last = (time.monotonic(), time.thread_time())

    def _on_beat(self) -> None:
        now = (time.monotonic(), time.thread_time())
        late_ms = (now[0] - self._last[0]) * 1000 - BEAT_MS
        if late_ms > self.worst_ms:
            self.worst_ms, self.worst_cpu_ms = late_ms, (now[1] - self._last[1]) * 1000
        self._last = now


class PaintWatch(QObject):
    """Notes when the grid first painted a thumbnail, and when all that it shows had theirs; both on the monotonic clock."""

    def __init__(self, grid: PhotoGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self.first: float | None = None
        self.all: float | None = None
        grid.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.all is None:
            rows = visible_rows(self._grid)
            model = self._grid.evidence
            painted = sum(model.data(model.index(row), PIXMAP_ROLE) is not None for row in rows)
            if painted:
                # After the paint that this event only announces.
                QTimer.singleShot(0, self, lambda: self._note(is_all=painted == len(rows)))
        return False

    def _note(self, *, is_all: bool) -> None:
        now = time.monotonic()
        self.first = self.first or now
        if is_all:
            self.all = self.all or now


def visible_rows(grid: PhotoGrid) -> range:
    """Return the rows of which at least a part is in view."""
    view, model = grid.viewport().rect(), grid.evidence
    top = grid.indexAt(QPoint(grid.gridSize().width() // 2, grid.gridSize().height() // 2)).row()
    last = top = max(0, top)
    while last < model.rowCount() and grid.visualRect(model.index(last)).intersects(view):
        last += 1
    return range(top, last)


class Driver:
    """The program in this process, with a window of the size it has at first."""

    def __init__(self, qt: QApplication, app: App) -> None:
        self.qt = qt
        self.app = app
        self.heartbeat = Heartbeat()
        self._homes = 0
        self._view: CaseView | None = None
        app.home_shown.connect(self._on_home_shown)
        app.case_shown.connect(self._on_case_shown)

    def until(self, is_done: Callable[[], bool]) -> None:
        """Let the window work until something holds.

        Raises:
            SystemExit: it never did.
        """
        end = time.monotonic() + LONGEST_S
        while not is_done():
            self.qt.processEvents(
                QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
            )
            if time.monotonic() > end:
                raise SystemExit("the window did not get there in time")

    def rest(self, seconds: float) -> None:
        """Let the window work for so long."""
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() > end)

    def unlock(self) -> None:
        """Unlock the profile and wait for the list of cases."""
        self.app.gate.unlock_with(PASSPHRASE)
        self.until(lambda: self._homes > 0 and self.app.jobs.is_idle())

    def open(self, case_id: str) -> CaseView:
        """Open a case of the list, as a double click does."""
        self._view = None
        self.app.open_case(case_id)
        self.until(lambda: self._view is not None)
        assert self._view is not None
        return self._view

    def leave(self) -> None:
        """Close the open case and wait for the list."""
        before = self._homes
        self.app.go_home()
        self.until(lambda: self._homes > before)

    def photos(self, view: CaseView) -> tuple[PhotosPage, PaintWatch]:
        """Show the photos and watch them being painted."""
        view.show_page(PhotosPage.PLACE.name)
        page = view.page(PhotosPage.PLACE.name)
        assert isinstance(page, PhotosPage)
        return page, PaintWatch(page.grid)

    def _on_home_shown(self, _home: object) -> None:
        self._homes += 1

    def _on_case_shown(self, view: CaseView) -> None:
        self._view = view


@contextmanager
def running_app(profile_folder: Path) -> Iterator[Driver]:
    """Start the program on a profile; it is closed afterwards."""
    qt = make_application()
    app = App(qt, profile_folder.with_name("settings.toml"), profile_folder)
    driver = Driver(qt, app)
    app.start()
    app.window.resize(*FIRST_SIZE)
    try:
        yield driver
    finally:
        app.close()
