"""One photo over the whole screen: arrows go on, plus and minus or the wheel zoom, dragging pans, Escape closes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QDialog, QGraphicsScene, QGraphicsView, QWidget

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.evidence import Evidence
from surveyor_app.operations import evidence
from surveyor_app.ui import theme
from surveyor_app.ui.jobs import Jobs
from surveyor_app.ui.translation import tr
from surveyor_app.ui.widgets import looks

STEP = 1.25
Neighbour = Callable[[int], Evidence | None]
"""Moves the grid's current photo by so many places and returns it; ``None`` at the ends."""


class LargeView(QDialog):
    """Shows the preview of the current photo of the grid."""

    def __init__(self, parent: QWidget, case: CaseFile, jobs: Jobs, neighbour: Neighbour) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Photo"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._case = case
        self._jobs = jobs
        self._neighbour = neighbour
        self._sha256 = ""
        self._fits = True
        self.scene_ = QGraphicsScene(self)
        self.view = QGraphicsView(self.scene_)
        self.view.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.view.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.view.setBackgroundBrush(theme.colour("page"))
        self.view.setAccessibleName(tr("Photo"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.caption = looks.label("heading", wrap=True)
        help_text = looks.label("help", tr("Left and right: other photos · plus and minus: zoom · 0: fit · Esc: close"))
        close = looks.tool(self.reject)
        looks.name(close, tr("Close"), "close")
        head = looks.row(self.caption, None, help_text, close, spacing=12)
        head.setContentsMargins(16, 8, 8, 0)
        self.setLayout(looks.column(head, self.view, spacing=8))

    def show_record(self, record: Evidence) -> None:
        """Show a photo."""
        self.caption.setText(record.caption or record.file_name or "")
        self._sha256 = sha256 = record.sha256 or ""
        self.scene_.clear()
        self._jobs.run(lambda _report: self._read(sha256), self, lambda image: self._on_read(sha256, image))

    def _read(self, sha256: str) -> QImage:
        data = evidence.preview(self._case, sha256)
        return QImage.fromData(data) if data else QImage()

    def _on_read(self, sha256: str, image: QImage) -> None:
        if sha256 != self._sha256:
            return
        self.scene_.clear()
        if image.isNull():
            self.scene_.addText(tr("There is no preview of this file."))
        else:
            self.scene_.addPixmap(QPixmap.fromImage(image))
        self.scene_.setSceneRect(self.scene_.itemsBoundingRect())
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in moves:
            record = self._neighbour(moves[key])
            if record is not None:
                self.show_record(record)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom(STEP)
        elif key == Qt.Key.Key_Minus:
            self._zoom(1 / STEP)
        elif key == Qt.Key.Key_0:
            self._fit()
        elif key == Qt.Key.Key_Space:
            self.close()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom(STEP if event.angleDelta().y() > 0 else 1 / STEP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self._fit()

    def _zoom(self, factor: float) -> None:
        self._fits = False
        self.view.scale(factor, factor)

    def _fit(self) -> None:
        self._fits = True
        self.view.fitInView(self.scene_.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
