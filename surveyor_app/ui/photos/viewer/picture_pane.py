"""One picture to look at closely: zoom, pan and a turned view. The scene's units are pixels of the upright original."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGestureEvent,
    QGraphicsScene,
    QGraphicsView,
    QPinchGesture,
    QWidget,
)

from surveyor_app.ui.base import theme
from surveyor_app.ui.photos.viewer.pen import PenHolder
from surveyor_app.ui.photos.viewer.pixels import Pixels

STEP = 1.25
LARGEST = 8.0
"""Screen pixels an original's pixel is shown with at most."""


@dataclass(frozen=True, slots=True)
class Look:
    """Where a pane looks: zoom in terms of "fits", and the middle in shares of width and height."""

    zoom: float
    x: float
    y: float


class PicturePane(QGraphicsView):
    """Shows a preview at once and finer pixels when they arrive."""

    looked = Signal()
    """Zoom or place changed."""
    finer_wanted = Signal()
    """Shown larger than the preview's own pixels; once for each picture."""
    entered = Signal()
    """The keyboard or the mouse came here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.stage = QGraphicsScene()
        super().__init__(self.stage, parent)
        self.stage.setParent(self)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(200, 160)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.hand = PenHolder()
        self.pixels = Pixels(self.stage)
        self._scale = 1.0
        self._turn = 0
        self._fits = True
        self._follows = False
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(lambda _value: self._say_looked())
        self.recolour()

    # ------------------------------------------------------------------------------------ the picture

    def show_preview(self, image: QImage, size: QSize) -> None:
        """Show another picture; ``size`` is the upright original's in pixels. A null image shows nothing."""
        self._turn = 0
        self.pixels.show_preview(image, size)
        self.fit()

    def recolour(self) -> None:
        """Take the colours of the theme in use."""
        self.setBackgroundBrush(theme.colour("page"))

    # ------------------------------------------------------------------------------------- where it looks

    def zoom(self, factor: float, *, at_mouse: bool = False) -> None:
        """Show larger or smaller: around the mouse, or around the middle."""
        anchors = QGraphicsView.ViewportAnchor
        self.setTransformationAnchor(anchors.AnchorUnderMouse if at_mouse else anchors.AnchorViewCenter)
        self._fits = False
        self._set_scale(self._scale * factor)

    def fit(self) -> None:
        """Show the whole picture, small ones no larger than their own pixels."""
        self._fits = True
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self._set_scale(self._fitting())
        self.centerOn(self.stage.sceneRect().center())

    def actual(self) -> None:
        """Show each pixel of the original as one of the screen."""
        self.zoom(1 / self.devicePixelRatioF() / self._scale)

    def turn(self, degrees: int) -> None:
        """Turn the view, never the picture."""
        self._turn = (self._turn + degrees) % 360
        if self._fits:
            self.fit()
        else:
            self._set_scale(self._scale)

    def angle(self) -> int:
        """Return how far the view is turned, degrees clockwise."""
        return self._turn

    def scale_now(self) -> float:
        """Return how many screen pixels a pixel of the original takes."""
        return self._scale

    def look(self) -> Look:
        """Return where it looks now."""
        middle = self.mapToScene(self.viewport().rect().center())
        return Look(
            self._scale / self._fitting(), middle.x() / self.pixels.size.width(), middle.y() / self.pixels.size.height()
        )

    def follow(self, look: Look) -> None:
        """Look where another pane looks, in terms of its own picture; says nothing about it."""
        self._follows = True
        try:
            self._fits = False
            self._set_scale(self._fitting() * look.zoom)
            self.centerOn(look.x * self.pixels.size.width(), look.y * self.pixels.size.height())
        finally:
            self._follows = False

    def _fitting(self) -> float:
        width, height = self.pixels.size.width(), self.pixels.size.height()
        if self._turn % 180:
            width, height = height, width
        room = self.viewport().size()
        return max(1e-4, min(room.width() / width, room.height() / height, 1 / self.devicePixelRatioF()))

    def _set_scale(self, scale: float) -> None:
        self._scale = max(min(self._fitting(), 1.0) / 2, min(scale, LARGEST))
        self.setTransform(QTransform().rotate(self._turn).scale(self._scale, self._scale))
        if self.pixels.wants_finer(self._scale * self.devicePixelRatioF()):
            self.finer_wanted.emit()
        self._say_looked()

    def _say_looked(self) -> None:
        if not self._follows:
            self.looked.emit()

    # ----------------------------------------------------------------------------------------- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120
        if steps:
            self.zoom(STEP**steps, at_mouse=True)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.zoom(pinch.scaleFactor())
                return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.entered.emit()
        if not self.hand.press(event, self._at(event)):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.hand.move(self._at(event)):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.hand.release(event, self._at(event)):
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self.hand.double(event, self._at(event)):
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # all keys are the window's; scrolling by arrows would take them

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusNextPrevChild(self, next: bool) -> bool:  # Qt's name
        return self.hand.step(next) or super().focusNextPrevChild(next)

    def _at(self, event: QMouseEvent) -> QPointF:
        return self.mapToScene(QPoint(round(event.position().x()), round(event.position().y())))
