"""What a case that was just opened lacks, made off the UI thread after its first page is shown, behind all other work."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer

from surveyor_app.domain.errors import Cancelled, SurveyorError
from surveyor_app.domain.progress import Interrupt, ReportProgress
from surveyor_app.operations.cases import pulling
from surveyor_app.operations.intake import deriving
from surveyor_app.ui.base.desk import Desk
from surveyor_app.wording.translation import tr

FIRST_MS = 1_200
"""After the case was opened: its first page and the first look at it come first."""
AGAIN_MS = 3_000
"""While an import or another long job runs, this one waits."""
_log = logging.getLogger(__name__)


class CatchingUp(QObject):
    """Starts a decoder for the first photo of the day, and makes previews and measures that are missing.

    They are missing in a case of an older program, in one that came from elsewhere, and where the disk was full.
    """

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_over = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._timer.start(FIRST_MS)

    def stop(self) -> None:
        """Start nothing any more: the case is about to be closed. What is being made is cancelled with all long work."""
        self._is_over = True
        self._timer.stop()

    def look(self) -> None:
        """Find out whether something is missing, and then make it."""
        desk = self._desk
        if desk.jobs.running():
            self._timer.start(AGAIN_MS)
            return

        def missing() -> tuple[int, int]:
            desk.workers.warm_up()
            return len(deriving.underived(desk.case)), pulling.unseen_count(desk.case)

        desk.jobs.run(lambda _report: missing(), self, self._on_counted, self._on_failed)

    def _on_counted(self, found: tuple[int, int]) -> None:
        underived, unseen = found
        if self._is_over:
            return
        if unseen and self._desk.profile.enrolment() is not None:
            self._fetch_pictures()
        if underived:
            self._make_previews()

    def _fetch_pictures(self) -> None:
        """Have the centre show what others took; without a network the next opening asks again."""
        desk, interrupt = self._desk, Interrupt()
        desk.jobs.run(
            lambda report: pulling.fetch_originals(
                desk.case, desk.workers, originals=False, progress=report, interrupt=interrupt
            ),
            self,
            None,
            self._on_failed,
            title=tr("Fetching pictures"),
            interrupt=interrupt,
        )

    def _make_previews(self) -> None:
        desk = self._desk

        def make(report: ReportProgress) -> int:
            return deriving.derive_missing(desk.case, desk.workers, report, desk.jobs.announce)

        desk.jobs.run(make, self, None, self._on_failed, title=tr("Making previews"))

    def _on_failed(self, error: BaseException) -> None:
        # Derived only: a damaged or full disk is told by whoever needs it, and the next opening tries again.
        if isinstance(error, Cancelled | SurveyorError):
            _log.info("previews are still missing: %r", error)
        else:
            self._desk.jobs.failed.emit(error)
