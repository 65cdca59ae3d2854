"""How bright a picture is: counts of brightness and of the three colours, as a small overlay."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from surveyor_app.ui.base import fonts, theme
from surveyor_app.wording.translation import tr

SAMPLED = 256
"""The picture is counted at so many pixels a side; a multiple of four, so that rows have no filling bytes."""
Curve = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Histogram:
    """Counts for each of 256 steps; brightness, then red, green, blue."""

    luminance: Curve
    red: Curve
    green: Curve
    blue: Curve


def count(image: QImage) -> Histogram:
    """Count a picture's pixels, thinned out; some milliseconds."""
    thinned = image.scaled(SAMPLED, SAMPLED)
    # Named: the bytes belong to the image, and are gone with it.
    coloured = thinned.convertToFormat(QImage.Format.Format_RGB888)
    shaded = thinned.convertToFormat(QImage.Format.Format_Grayscale8)
    colours, grey = bytes(coloured.constBits()), bytes(shaded.constBits())
    return Histogram(_curve(grey), _curve(colours[0::3]), _curve(colours[1::3]), _curve(colours[2::3]))


def _curve(values: bytes) -> Curve:
    counted = Counter(values)
    return tuple(counted[value] for value in range(256))


class HistogramView(QWidget):
    """The overlay; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(272, 132)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.histogram: Histogram | None = None
        self.hide()

    def show_counts(self, histogram: Histogram | None) -> None:
        """Show these counts."""
        self.histogram = histogram
        self.setAccessibleName(tr("Histogram"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.colour("surface")
        ground.setAlpha(225)
        painter.setBrush(ground)
        painter.setPen(theme.colour("line"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(fonts.sized(theme.SMALL_PX))
        painter.setPen(theme.colour("text"))
        painter.drawText(10, 18, tr("Histogram"))
        if self.histogram is None:
            return
        curves = self.histogram
        # The ends alone may hold most of a picture (a white sky): the rest would be flat.
        top = max(1, *(max(curve[1:-1]) for curve in (curves.luminance, curves.red, curves.green, curves.blue)))
        self._paint(painter, curves.luminance, top, theme.colour("secondary"), filled=True)
        # The three lights themselves and no tokens: they stand for the picture's own colours.
        for curve, hue in ((curves.red, 0), (curves.green, 120), (curves.blue, 220)):
            self._paint(painter, curve, top, QColor.fromHsv(hue, 200, 210), filled=False)

    def _paint(self, painter: QPainter, curve: Curve, top: int, colour: QColor, *, filled: bool) -> None:
        floor, height = self.height() - 8, self.height() - 36
        points = [QPointF(8 + x, floor - height * min(1.0, value / top)) for x, value in enumerate(curve)]
        if filled:
            colour.setAlpha(110)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPolygon(QPolygonF([QPointF(8, floor), *points, QPointF(263, floor)]))
        else:
            painter.setPen(QPen(colour, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF(points))
