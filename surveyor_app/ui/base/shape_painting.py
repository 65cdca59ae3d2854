"""Paints a layer of annotations; the same geometry as in the report's pictures."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from surveyor_app.domain.photos import shape_geometry as geometry
from surveyor_app.domain.photos.shapes import Drawn, Shape
from surveyor_app.ui.base import fonts


def paint_layer(painter: QPainter, layer: Iterable[Drawn], size: geometry.Size, picture: QImage) -> None:
    """Paint shapes over a picture shown at ``size`` from the painter's origin; ``picture`` gives the pixels to hide."""
    for drawn in layer:
        if drawn.shape is Shape.PIXELATE:
            paint_blocks(painter, drawn, size, blocks(drawn, picture))
        else:
            paint_shape(painter, drawn, size)


def blocks(drawn: Drawn, picture: QImage) -> QImage:
    """Return the averages of a pixelated region, one pixel a block; a null image where there is no picture."""
    if picture.isNull():
        return QImage()
    left, top, right, bottom = geometry.box_of(drawn.points, (picture.width(), picture.height()))
    region = QRect(int(left), int(top), int(right) - int(left) + 1, int(bottom) - int(top) + 1) & picture.rect()
    across, down = geometry.blocks_of(max(1, region.width()), max(1, region.height()))
    smooth = Qt.TransformationMode.SmoothTransformation
    return picture.copy(region).scaled(across, down, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def paint_blocks(painter: QPainter, drawn: Drawn, size: geometry.Size, averages: QImage) -> None:
    """Paint a pixelated region."""
    left, top, right, bottom = geometry.box_of(drawn.points, size)
    place = QRectF(left, top, right - left, bottom - top)
    if averages.isNull():
        painter.fillRect(place, QColor(drawn.color))
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(place, averages)
    painter.restore()


def paint_shape(painter: QPainter, drawn: Drawn, size: geometry.Size) -> None:
    """Paint any shape but a pixelation: first a wider edge in a contrasting colour, then the shape itself."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if drawn.shape is Shape.TEXT:
        _paint_label(painter, drawn, size)
    elif drawn.shape is Shape.NUMBER:
        _paint_number(painter, drawn, size)
    else:
        line, edge = geometry.line_px(drawn.width, size), geometry.edge_px(drawn.width, size)
        for thick, color in ((line + 2 * edge, geometry.edge_color(drawn.color)), (line, drawn.color)):
            _paint_stroke(painter, drawn, size, thick, QColor(color))
        if drawn.shape is Shape.LINE and drawn.label:
            _paint_label(painter, drawn, size)
    painter.restore()


def label_metrics(drawn: Drawn, size: geometry.Size) -> QFontMetricsF:
    """Return the metrics of a label's font."""
    return QFontMetricsF(fonts.sized(round(geometry.text_px(drawn.width, size))))


def label_rect(drawn: Drawn, size: geometry.Size) -> QRectF:
    """Return where a label's ground lies."""
    length = label_metrics(drawn, size).horizontalAdvance(drawn.label)
    left, top, right, bottom = geometry.label_box(drawn, length, size)
    return QRectF(left, top, right - left, bottom - top)


def _paint_stroke(painter: QPainter, drawn: Drawn, size: geometry.Size, thick: float, color: QColor) -> None:
    pen = QPen(color, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    left, top, right, bottom = geometry.box_of(drawn.points, size)
    box = QRectF(left, top, right - left, bottom - top)
    if drawn.shape is Shape.ARROW:
        form = geometry.arrow(drawn.points, drawn.width, size)
        painter.drawLine(QPointF(*form.shaft[0]), QPointF(*form.shaft[1]))
        around = thick - geometry.line_px(drawn.width, size)
        painter.setPen(QPen(color, around) if around > 0 else Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPolygon(QPolygonF([QPointF(*spot) for spot in form.head]))
    elif drawn.shape is Shape.LINE:
        first, last = geometry.spots(drawn.points, size)
        painter.drawLine(QPointF(*first), QPointF(*last))
        for start, end in geometry.ticks(drawn.points, drawn.width, size):
            painter.drawLine(QPointF(*start), QPointF(*end))
    elif drawn.shape is Shape.BOX:
        painter.drawRect(box)
    else:
        painter.drawEllipse(box)


def _paint_label(painter: QPainter, drawn: Drawn, size: geometry.Size) -> None:
    em = geometry.text_px(drawn.width, size)
    ground = label_rect(drawn, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(geometry.edge_color(drawn.color)))
    painter.drawRoundedRect(ground, em * 0.2, em * 0.2)
    painter.setFont(fonts.sized(round(em)))
    painter.setPen(QColor(drawn.color))
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, drawn.label)


def _paint_number(painter: QPainter, drawn: Drawn, size: geometry.Size) -> None:
    em = geometry.text_px(drawn.width, size)
    middle = QPointF(*geometry.spots(drawn.points, size)[0])
    radius, edge = geometry.number_radius(drawn.label, em), geometry.edge_px(drawn.width, size)
    contrast = QColor(geometry.edge_color(drawn.color))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(contrast)
    painter.drawEllipse(middle, radius + edge, radius + edge)
    painter.setBrush(QColor(drawn.color))
    painter.drawEllipse(middle, radius, radius)
    painter.setFont(fonts.sized(round(em)))
    painter.setPen(contrast)
    disc = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, drawn.label)
