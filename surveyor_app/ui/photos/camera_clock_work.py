"""Camera clocks in the window: shows the clock page, reads a photo of it, and tries the photos of a new camera by itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.photos import camera_clocks
from surveyor_app.operations.photos.camera_clocks import Measured
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.photos.clock_view import ClockView
from surveyor_app.wording.picture_rules import duration_words
from surveyor_app.wording.translation import current_language, tr

QUIET_MS = 1500
"""So long after the last photo arrived new cameras are looked at: the import goes first."""


class CameraClockWork(QObject):
    """Reads and keeps measurements of the cameras of one case."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._known: set[str] | None = None
        self._arrived: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self.try_arrived)

    def know(self, ids: set[str]) -> None:
        """Take these photos as looked at: those of a case that was just opened."""
        self._known = set(ids)

    def apply(self, changes: Changes) -> None:
        """Take note of photos that arrived."""
        if self._known is None:
            return
        new = changes.touched.get(Evidence.KIND, frozenset()) - self._known
        if new:
            self._known |= new
            self._arrived |= new
            self._timer.start()

    def show_page(self) -> ClockView:
        """Show the clock page over the whole screen."""
        view = ClockView(self._page, self._desk.case.author.clock, str(self._desk.profile.device_key.device_id))
        view.showFullScreen()
        return view

    def read_from(self, evidence_id: str) -> None:
        """Read the clock from a photo of the clock page, and keep the measurement."""
        desk = self._desk
        desk.jobs.run(
            lambda _report: camera_clocks.measure_clock(desk.case, evidence_id, desk.workers),
            self,
            self._keep,
            lambda error: desk.messages.tell(words(error), tone="warn"),
            title=tr("Reading the clock"),
        )

    def try_arrived(self) -> None:
        """Look for the clock page in the newest photos of cameras that were not measured yet; while imports run, later."""
        desk = self._desk
        if desk.jobs.running():
            self._timer.start()
            return
        ids, self._arrived = self._arrived, set()

        def keep_all(found: list[Measured]) -> None:
            for measured in found:
                self._keep(measured)

        # Nobody asked for it: what cannot be read is no news.
        desk.jobs.run(
            lambda _report: camera_clocks.find_measurements(desk.case, ids, desk.workers),
            self,
            keep_all,
            lambda _: None,
        )

    def _keep(self, measured: Measured) -> None:
        case = self._desk.case
        self._desk.edits.do(
            lambda: camera_clocks.keep_measurement(case, measured), partial(self._tell, measured), receiver=self
        )

    def _tell(self, measured: Measured, changes: Changes) -> None:
        off = duration_words(round(measured.error_ms / 1000)).in_(current_language())
        name = measured.camera.name
        text = (
            tr(
                "The clock of {camera} is {off} slow. Corrected times are shown beside the recorded ones.",
                camera=name,
                off=off,
            )
            if measured.error_ms < 0
            else tr(
                "The clock of {camera} is {off} fast. Corrected times are shown beside the recorded ones.",
                camera=name,
                off=off,
            )
        )
        if changes.touched:
            self._desk.messages.tell(text, tr("Undo"), self._desk.edits.undo, tone="ok")
        else:
            self._desk.messages.tell(text, tone="ok")
