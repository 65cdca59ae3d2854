"""Shows a label or a button upside down, for somebody who sits opposite and reads the same screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsEffect, QWidget


class _Turned(QGraphicsEffect):
    """Turns what a widget paints by half a turn, in its place: it is pressed where it is seen."""

    def draw(self, painter: QPainter) -> None:
        offset = QPoint()
        picture = self.sourcePixmap(Qt.CoordinateSystem.LogicalCoordinates, offset, QGraphicsEffect.PixmapPadMode.NoPad)
        if picture.isNull():
            return
        box = self.sourceBoundingRect(Qt.CoordinateSystem.LogicalCoordinates)
        painter.save()
        painter.translate(box.center())
        painter.rotate(180)
        painter.translate(-box.center())
        painter.drawPixmap(box.topLeft(), picture)
        painter.restore()


def turn(widget: QWidget, is_turned: bool) -> None:
    """Turn a widget that has no children round, or back."""
    if (widget.graphicsEffect() is not None) is not is_turned:
        widget.setGraphicsEffect(_Turned(widget) if is_turned else None)  # type: ignore[arg-type]  # None takes it away
