"""Keeps what is doubtful about the photos of the open case up to date, off the UI thread."""

from __future__ import annotations

import time
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.photos.camera_clocks import CameraClock
from surveyor_app.domain.photos.capture_times import CaptureTime, capture_time
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.picture_checks import PictureResult, SceneFacts
from surveyor_app.operations.photos.doubts import PictureResults, check_photos, doubts
from surveyor_app.ui.base.desk import Desk
from surveyor_app.wording.picture_rules import load_picture_table
from surveyor_app.wording.translation import current_language

SETTLE_MS = 250
"""Changes come in bursts; one look after them is enough."""
REST = 4
"""After each look so many times its length passes before the next: an import must not wait for us."""
FOLLOWED = (Evidence.KIND, Claim.KIND, Task.KIND, CameraClock.KIND)


@dataclass(frozen=True, slots=True)
class _Looked:
    results: PictureResults
    scene: SceneFacts
    took_ms: int


class PhotoChecking(QObject):
    """The results of all photos; ``changed`` says that they were found anew."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.table = load_picture_table(desk.resources)
        self._results: PictureResults = {}
        self._scene = SceneFacts()
        self._is_looking = False
        self._is_stale = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self.refresh)

    def apply(self, changes: Changes) -> None:
        """Look again soon, where something was changed that photos are compared with."""
        if changes.touches(*FOLLOWED):
            self.look_soon()

    def look_soon(self) -> None:
        """Look again in a moment: what the page shows first goes before."""
        if not self._timer.isActive():
            self._timer.start()

    def refresh(self) -> None:
        """Look again; while one look is under way it is repeated after it."""
        if self._is_looking:
            self._is_stale = True
            return
        self._is_looking, self._is_stale = True, False
        case, rules = self._desk.case, self.table.rules

        def look() -> _Looked:
            started = time.monotonic()
            found = check_photos(case, rules)
            return _Looked(found.results, found.scene, round(1000 * (time.monotonic() - started)))

        self._desk.jobs.run(lambda _report: look(), self, self._on_looked, self._on_failed)

    def results_of(self, id_: str) -> tuple[PictureResult, ...]:
        """Return the list of a photo; empty before the first look."""
        return self._results.get(id_, ())

    def doubts(self) -> dict[str, tuple[str, ...]]:
        """Return the codes of what did not pass, of the photos that have some."""
        return doubts(self._results)

    def name(self, code: str) -> str:
        """Return what a check that did not pass is called, in the window's language."""
        return self.table.name(code).in_(current_language())

    def text(self, result: PictureResult) -> str:
        """Return a result as a sentence in the window's language."""
        return self.table.text(result).in_(current_language())

    @property
    def offset_min(self) -> int:
        """Return the offset at which times are shown at the scene."""
        return self._scene.offset_min

    def taken(self, item: Evidence) -> CaptureTime | None:
        """Return when a photo was taken, with the error of its camera where that was measured."""
        return capture_time(item, self._scene.clocks, self._scene.offset_min)

    def _on_looked(self, looked: _Looked) -> None:
        self._results, self._scene = looked.results, looked.scene
        self._rest(looked.took_ms)
        self.changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        # Hints only: a damaged file is told by whoever opens it, and the next change looks again.
        self._rest(0)

    def _rest(self, took_ms: int) -> None:
        self._is_looking = False
        if self._is_stale:
            self._timer.start(max(SETTLE_MS, REST * took_ms))
        self._timer.setInterval(max(SETTLE_MS, REST * took_ms))
