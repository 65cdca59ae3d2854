"""The pixels of the picture on a pane: a preview at once, finer ones when they arrive, in units of the original."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsScene

FINER = 1.05
"""The full picture is wanted when the preview is enlarged by more than this."""


class Pixels:
    """One picture in a scene whose units are pixels of the upright original, whatever pixels it is shown with."""

    def __init__(self, stage: QGraphicsScene) -> None:
        self._stage = stage
        self._item = QGraphicsPixmapItem()
        self._item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        stage.addItem(self._item)
        self.preview = QImage()
        self.size = QSize(1, 1)
        """The upright original's."""
        self._is_asked = False

    def show_preview(self, image: QImage, size: QSize) -> None:
        """Show another picture; a null image shows nothing."""
        self.preview = image
        self.size = size if not image.isNull() else QSize(1, 1)
        self._is_asked = False
        self._stage.setSceneRect(QRectF(0, 0, self.size.width(), self.size.height()))
        self._put(image)

    def show_finer(self, image: QImage) -> None:
        """Show the same picture with more pixels, where it was."""
        if not image.isNull():
            self._put(image)

    def wants_finer(self, scale: float) -> bool:
        """Tell, once for each picture, that it is shown larger than the preview's own pixels are."""
        if self._is_asked or self.preview.isNull() or scale * self.size.width() <= self.preview.width() * FINER:
            return False
        self._is_asked = True
        return True

    def _put(self, image: QImage) -> None:
        self._item.setPixmap(QPixmap.fromImage(image))
        if not image.isNull():
            self._item.setTransform(
                QTransform.fromScale(self.size.width() / image.width(), self.size.height() / image.height())
            )
