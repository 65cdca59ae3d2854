"""Pictures for the viewer, read off the UI thread: the preview at once, the full resolution from the decoding worker.

Originals are never decoded in the window's own process: hostile ones could take it down.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.intake.paper_pages import page_picture
from surveyor_app.operations.photos.renditions import MAX_ORIGINAL_BYTES
from surveyor_app.ui.base.desk import Desk

KEPT = 8
"""Previews kept: those beside the current one, both ways. A preview takes 8 MB."""

OnImage = Callable[[QImage], None]
PAGE_PX = 2400
"""Longer side of a page: A4 at 205 dots an inch, small print can be read."""


@dataclass(frozen=True, slots=True)
class PageShown:
    """One page of a paper, a null image where it cannot be shown, and how many there are."""

    image: QImage
    pages: int


OnPage = Callable[[PageShown], None]


class Pictures(QObject):
    """Reads previews (a few are kept) and full pictures (none is kept)."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept: OrderedDict[str, QImage] = OrderedDict()

    def preview(self, record: Evidence, receiver: QObject, done: OnImage) -> None:
        """Hand over the preview, a null image where there is none; at once when it is kept."""
        sha256 = record.sha256 or ""
        if sha256 in self._kept:
            self._kept.move_to_end(sha256)
            done(self._kept[sha256])
            return

        def on_read(image: QImage) -> None:
            self._kept[sha256] = image
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            done(image)

        case = self._desk.case
        self._desk.jobs.run(lambda _report: read_preview(case, sha256), receiver, on_read)

    def forget(self, record: Evidence) -> None:
        """Read a preview anew the next time: the original came meanwhile."""
        self._kept.pop(record.sha256 or "", None)

    def full(self, record: Evidence, receiver: QObject, done: OnImage) -> None:
        """Hand over the picture in full resolution, at most 24 megapixels; a null image where there is none."""
        case, workers = self._desk.case, self._desk.workers
        if not record.sha256 or (record.size_bytes or 0) > MAX_ORIGINAL_BYTES:
            done(QImage())
            return
        sha256 = record.sha256
        self._desk.jobs.run(
            lambda _report: read_full(case, workers, sha256), receiver, done, lambda _error: done(QImage())
        )

    def page(self, record: Evidence, number: int, receiver: QObject, done: OnPage) -> None:
        """Hand over one page (from 0) of a paper, drawn in the decoding worker."""
        case, workers, sha256 = self._desk.case, self._desk.workers, record.sha256 or ""
        self._desk.jobs.run(
            lambda _report: read_page(case, workers, sha256, number),
            receiver,
            done,
            lambda _error: done(PageShown(QImage(), 0)),
        )


def read_preview(case: CaseFile, sha256: str) -> QImage:
    """Return the preview of an original as an image; on the pool's thread."""
    return _image(evidence.preview(case, sha256))


def read_full(case: CaseFile, workers: MediaWorkers, sha256: str) -> QImage:
    """Return an original decoded in the worker; on the pool's thread."""
    return _image(workers.full_picture(b"".join(evidence.original(case, sha256))).jpeg)


def read_page(case: CaseFile, workers: MediaWorkers, sha256: str, number: int) -> PageShown:
    """Return a page of a paper; on the pool's thread."""
    found = page_picture(case, workers, sha256, number, PAGE_PX)
    return PageShown(_image(found.jpeg), found.pages)


def _image(data: bytes | None) -> QImage:
    image = QImage.fromData(data) if data else QImage()
    # The format of the screen, converted here: showing it then copies nothing on the UI thread.
    return image if image.isNull() else image.convertToFormat(QImage.Format.Format_RGB32)
