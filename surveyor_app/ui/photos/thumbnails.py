"""Thumbnails of originals: read and decoded off the UI thread, the newest asked for first, a bounded number kept.

Where ours is not made yet, the thumbnail that the camera put into the photo is painted until it is.
"""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.intake.first_looks import first_look
from surveyor_app.ui.base.jobs import Jobs

KEPT = 400
"""At 208 by 156 pixels 400 pictures take 52 MB."""
AT_ONCE = 2
WAITING = 120
"""More than two screens full; what was scrolled past long ago is asked for again when it comes back."""


class Thumbnails(QObject):
    """A cache by hash of the original. Asking for what is not there yet starts its reading."""

    arrived = Signal(str)
    """The hash whose picture can be painted now, or is known to have none."""

    def __init__(self, case: CaseFile, workers: MediaWorkers, jobs: Jobs, size: QSize, parent: QObject) -> None:
        super().__init__(parent)
        self._case = case
        self._workers = workers
        self._jobs = jobs
        self._size = size
        self._kept: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._first_looks: set[str] = set()
        """Kept, but not our own: another one is being made."""
        self._waiting: OrderedDict[str, None] = OrderedDict()
        self._running: set[str] = set()
        self._outdated: set[str] = set()
        """Being read, perhaps from before a picture was made."""

    def find(self, sha256: str) -> QPixmap | None:
        """Return the picture, or ``None`` while it is read and where there is none."""
        if sha256 in self._kept:
            self._kept.move_to_end(sha256)
            return self._kept[sha256]
        if sha256 not in self._running:
            self._waiting[sha256] = None
            self._waiting.move_to_end(sha256)
            while len(self._waiting) > WAITING:
                self._waiting.popitem(last=False)
            self._start()
        return None

    def forget_missing(self, sha256: str) -> None:
        """Ask again the next time where there was no picture of our own: one may have been made meanwhile."""
        if self._kept.get(sha256) is None or sha256 in self._first_looks:
            self._kept.pop(sha256, None)
            self._first_looks.discard(sha256)
        if sha256 in self._running:
            self._outdated.add(sha256)

    def is_idle(self) -> bool:
        """Tell whether nothing is being read."""
        return not self._waiting and not self._running

    def _start(self) -> None:
        while self._waiting and len(self._running) < AT_ONCE:
            sha256, _ = self._waiting.popitem()
            self._running.add(sha256)
            self._jobs.run(
                lambda _report, sha256=sha256: self._read(sha256),  # type: ignore[misc]  # bound now
                self,
                lambda found, sha256=sha256: self._on_read(sha256, *found),  # type: ignore[misc]  # bound now
                lambda _error, sha256=sha256: self._on_read(sha256, QImage(), False),  # type: ignore[misc]  # bound now
            )

    def _read(self, sha256: str) -> tuple[QImage, bool]:
        """Return the scaled picture, a null one where there is none, and whether it is our own. On the pool's thread."""
        data = evidence.thumbnail(self._case, sha256)
        image = QImage.fromData(data) if data else QImage()
        is_own = not image.isNull()
        if not is_own:
            look = evidence.sent_thumbnail(self._case, sha256) or first_look(self._case, sha256, self._workers)
            image = QImage.fromData(look) if look else QImage()
        if not image.isNull():
            image = image.scaled(
                self._size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        return image, is_own

    def _on_read(self, sha256: str, image: QImage, is_own: bool) -> None:
        self._running.discard(sha256)
        if is_own or sha256 not in self._outdated:
            self._kept[sha256] = None if image.isNull() else QPixmap.fromImage(image)
            (self._first_looks.discard if is_own else self._first_looks.add)(sha256)
        self._outdated.discard(sha256)
        while len(self._kept) > KEPT:
            forgotten, _ = self._kept.popitem(last=False)
            self._first_looks.discard(forgotten)
        self.arrived.emit(sha256)
        self._start()
