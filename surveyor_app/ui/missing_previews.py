"""Makes previews that a case lacks (it is of an older program, or came from elsewhere) once its first screen is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from surveyor_app.operations.deriving import derive_missing, underived
from surveyor_app.ui.desk import Desk
from surveyor_app.ui.models.thumbnails import Thumbnails
from surveyor_app.ui.translation import tr

WAIT_MS = 2_500
"""After the page was built: whoever opens a case sees its photos first."""


class MissingPreviews(QObject):
    """Looks once for what is missing, makes it beside everything else, and has the cells painted anew."""

    def __init__(self, desk: Desk, thumbnails: Thumbnails, made: Callable[[], None], parent: QObject) -> None:
        """``made`` is called when something was made: measures came with it."""
        super().__init__(parent)
        self._desk, self._thumbnails, self._made = desk, thumbnails, made
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look for what is missing now."""
        self._timer.stop()
        case = self._desk.case
        self._desk.jobs.run(lambda _report: underived(case), self, self._on_found)

    def _on_found(self, missing: list[str]) -> None:
        if missing:
            case, workers = self._desk.case, self._desk.workers
            self._desk.jobs.run(
                lambda report: derive_missing(case, workers, report),
                self,
                self._on_made,
                title=tr("Making missing previews"),
            )

    def _on_made(self, made: list[str]) -> None:
        for sha256 in made:
            self._thumbnails.forget(sha256)
            self._thumbnails.arrived.emit(sha256)
        if made:
            self._made()
