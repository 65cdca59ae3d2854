"""The sheet under a pad: its line, its caption, and the ink drawn on it so far.

Always dark ink on white paper, whatever the theme: it is a piece of paper.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from surveyor_app.domain.statements.strokes import FULL_PRESSURE, Point

INK = QColor("#101820")
PAPER = QColor("#FFFFFF")
GUIDE = QColor("#9AA5B1")
CAPTION = QColor("#52606D")
TENTHS = 10
"""Of a logical pixel: the unit of the strokes."""
PEN_PX = 2.4

Stroke = Sequence[Point]


class InkPaper:
    """Keeps the ink as one picture: drawing it stroke by stroke at each paint would slow down a long sentence."""

    def __init__(self) -> None:
        self.caption = ""
        """Stands small at the upper edge: who writes here."""
        self.is_turned = False
        """The sheet lies the other way round, for the person opposite."""
        self._ink = QPixmap()

    def paint(self, painter: QPainter, sheet: QRect, strokes: Sequence[Stroke], *, is_chosen: bool) -> None:
        """Paint the sheet with what was written; the frame of one that has the keyboard is heavier."""
        painter.fillRect(sheet, PAPER)
        if self.is_turned:
            painter.translate(sheet.width(), sheet.height())
            painter.rotate(180)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(GUIDE, 1, Qt.PenStyle.DashLine))
        line = sheet.height() * 0.78
        painter.drawLine(QPointF(16, line), QPointF(sheet.width() - 16, line))
        painter.setPen(CAPTION)
        painter.drawText(QRectF(14, 8, sheet.width() - 28, 26), int(Qt.AlignmentFlag.AlignLeft), self.caption)
        painter.drawPixmap(0, 0, self._drawn(sheet.size(), painter.device().devicePixelRatioF(), strokes))
        painter.setPen(QPen(GUIDE, 2 if is_chosen else 1))
        painter.drawRect(QRectF(sheet).adjusted(0.5, 0.5, -0.5, -0.5))

    def forget(self) -> None:
        """Draw everything again at the next paint: strokes went away, or the sheet has another size."""
        self._ink = QPixmap()

    def add_last(self, stroke: Stroke) -> None:
        """Draw the last step of a stroke to what is drawn already."""
        if not self._ink.isNull():
            painter = self._painter()
            _draw(painter, stroke, len(stroke) - 1)
            painter.end()

    def _drawn(self, size: QSize, ratio: float, strokes: Sequence[Stroke]) -> QPixmap:
        wanted = size * ratio
        if self._ink.size() != wanted:
            self._ink = QPixmap(wanted)
            self._ink.setDevicePixelRatio(ratio)
            self._ink.fill(Qt.GlobalColor.transparent)
            painter = self._painter()
            for stroke in strokes:
                for place in range(len(stroke)):
                    _draw(painter, stroke, place)
            painter.end()
        return self._ink

    def _painter(self) -> QPainter:
        painter = QPainter(self._ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter


def _draw(painter: QPainter, stroke: Stroke, place: int) -> None:
    """Draw one step of a stroke, as wide as it was pressed; a stroke of one point is a dot."""
    point = stroke[place]
    width = PEN_PX * (0.35 + 0.65 * point.pressure / FULL_PRESSURE)
    before = stroke[place - 1] if place else point
    painter.setPen(QPen(INK, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    if place:
        painter.drawLine(QPointF(before.x / TENTHS, before.y / TENTHS), QPointF(point.x / TENTHS, point.y / TENTHS))
    else:
        painter.drawPoint(QPointF(point.x / TENTHS, point.y / TENTHS))
