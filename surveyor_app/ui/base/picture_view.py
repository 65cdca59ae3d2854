"""Shows one picture as large as there is room, keeping its proportions; what it shows is decoded off the UI thread."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.photos.shapes import Drawn
from surveyor_app.operations.intake import evidence
from surveyor_app.ui.base import icons, theme
from surveyor_app.ui.base.jobs import Jobs
from surveyor_app.ui.base.shape_painting import paint_layer


class PictureView(QWidget):
    """One picture; a click or Enter asks for it larger."""

    opened = Signal()

    def __init__(self, case: CaseFile, jobs: Jobs, height: int) -> None:
        super().__init__()
        self._case = case
        self._jobs = jobs
        self._sha256 = ""
        self._is_missing = False
        """Looked for and not found: a preview may be made later."""
        self._icon = "photos"
        self._pixmap = QPixmap()
        self._image = QImage()
        self._layer: tuple[Drawn, ...] = ()
        self.setMinimumHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_original(self, sha256: str, icon: str) -> None:
        """Show the preview of an original; ``icon`` stands there while and where there is none."""
        self._icon = icon
        if sha256 == self._sha256 and not self._is_missing:
            return
        self._sha256 = sha256
        self._is_missing = False
        self._pixmap = QPixmap()
        self.update()
        if sha256:
            self._jobs.run(lambda _report: self._read(sha256), self, lambda image: self._on_read(sha256, image))

    def show_layer(self, layer: tuple[Drawn, ...]) -> None:
        """Show shapes over the picture."""
        self._layer = layer
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self.minimumHeight())

    def _read(self, sha256: str) -> QImage:
        data = evidence.preview(self._case, sha256)
        return QImage.fromData(data) if data else QImage()

    def _on_read(self, sha256: str, image: QImage) -> None:
        if sha256 == self._sha256:
            self._pixmap = QPixmap.fromImage(image)
            self._image = image
            self._is_missing = image.isNull()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), theme.colour("page"))
        if self._pixmap.isNull():
            side = min(64, self.height() // 2)
            box = self.rect()
            icons.icon(self._icon, "disabled").paint(
                painter, box.center().x() - side // 2, box.center().y() - side // 2, side, side
            )
        else:
            fitted = self._pixmap.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (self.width() - fitted.width()) // 2, (self.height() - fitted.height()) // 2
            painter.drawPixmap(left, top, fitted.width(), fitted.height(), self._pixmap)
            if self._layer:
                painter.save()
                painter.translate(left, top)
                painter.setClipRect(0, 0, fitted.width(), fitted.height())
                paint_layer(painter, self._layer, (fitted.width(), fitted.height()), self._image)
                painter.restore()
        if self.hasFocus():
            painter.setPen(theme.colour("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)
