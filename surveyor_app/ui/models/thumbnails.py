"""Thumbnails of originals: read and decoded off the UI thread, the newest asked for first, a bounded number kept."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.operations import evidence
from surveyor_app.ui.jobs import Jobs

KEPT = 400
"""At 208 by 156 pixels 400 pictures take 52 MB."""
AT_ONCE = 2
WAITING = 120
"""More than two screens full; what was scrolled past long ago is asked for again when it comes back."""


class Thumbnails(QObject):
    """A cache by hash of the original. Asking for what is not there yet starts its reading."""

    arrived = Signal(str)
    """The hash whose picture can be painted now, or is known to have none."""

    def __init__(self, case: CaseFile, jobs: Jobs, size: QSize, parent: QObject) -> None:
        super().__init__(parent)
        self._case = case
        self._jobs = jobs
        self._size = size
        self._kept: OrderedDict[str, QPixmap | None] = OrderedDict()
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
        """Ask again the next time where there was no picture: one may have been made meanwhile."""
        if self._kept.get(sha256) is None:
            self._kept.pop(sha256, None)
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
                lambda image, sha256=sha256: self._on_read(sha256, image),  # type: ignore[misc]  # bound now
                lambda _error, sha256=sha256: self._on_read(sha256, QImage()),  # type: ignore[misc]  # bound now
            )

    def _read(self, sha256: str) -> QImage:
        """Return the scaled picture; a null one where there is none. On the pool's thread."""
        data = evidence.thumbnail(self._case, sha256)
        image = QImage.fromData(data) if data else QImage()
        if image.isNull():
            return image
        return image.scaled(self._size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)

    def _on_read(self, sha256: str, image: QImage) -> None:
        self._running.discard(sha256)
        if not (image.isNull() and sha256 in self._outdated):
            self._kept[sha256] = None if image.isNull() else QPixmap.fromImage(image)
        self._outdated.discard(sha256)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit(sha256)
        self._start()
