"""Paints a vehicle from above with its zones: filled where there are marks, with their number and the worst severity."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from surveyor_app.domain.losses.zones import BELOW, OUTSIDE, ZoneState
from surveyor_app.ui.base import fonts, theme
from surveyor_app.ui.damage.zone_geometry import ZoneGeometry, painter_path
from surveyor_app.wording.outlines import Outline

MOST_SEVERE = 5
Word = Callable[[str], str]
"""Gives the short word that stands in a zone."""


def paint_vehicle(painter: QPainter, outline: Outline, geometry: ZoneGeometry, states: Mapping[str, ZoneState]) -> None:
    """Paint the drawing, and fill what is marked of its body."""
    painter.save()
    painter.setTransform(geometry.transform, True)
    line = QPen(theme.colour("secondary"), 1.5)
    line.setCosmetic(True)
    painter.setPen(line)
    painter.setBrush(QColor(theme.current().mixed("text", 0.55)))
    for wheel in outline.wheels:
        painter.drawPath(painter_path(wheel))
    body = painter_path(outline.body)
    painter.setBrush(theme.colour("raised"))
    painter.drawPath(body)
    back, _ = geometry.transform.inverted()
    whole = body
    for wheel in outline.wheels:
        whole = whole.united(painter_path(wheel))
    for zone, field in geometry.fields.items():
        if zone in states and zone not in BELOW:
            part = QPainterPath()
            part.addRect(back.mapRect(field))
            painter.fillPath(whole.intersected(part), tone_of(states[zone], 0.45))
    painter.setBrush(QColor(theme.current().mixed("accent", 0.18)))
    painter.setOpacity(0.75)
    for pane in outline.glass:
        painter.drawPath(painter_path(pane))
    painter.setOpacity(1.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for detail in outline.details:
        painter.drawPath(painter_path(detail))
    painter.drawPath(body)
    painter.restore()


def paint_zone(painter: QPainter, field: QRectF, zone: str, state: ZoneState | None, word: Word) -> None:
    """Paint what a zone says: how many marks and how bad, or which zone it is."""
    if zone in BELOW:
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(tone_of(state, 0.45) if state else theme.colour("surface"))
        painter.drawRoundedRect(field, 6, 6)
    if zone in BELOW and state is not None:
        _paint_word(painter, field.adjusted(2, field.height() / 2, -2, 0), word(zone), "text")
        _paint_count(painter, QPointF(field.center().x(), field.top() + 15), ZoneState(state.count, None))
    elif state is not None:
        _paint_count(painter, field.center(), state)
    else:
        _paint_word(painter, _outer(field, zone), word(zone), "secondary")


def _outer(field: QRectF, zone: str) -> QRectF:
    """Return the part of a field that lies beside the vehicle, where a word is read best."""
    column = next((row.index(zone) for row in OUTSIDE if zone in row), 1)
    if column == 1:
        return field.adjusted(4, 0, -4, 0)
    third = field.width() * 2 / 3
    return field.adjusted(0, 0, -third, 0) if column == 0 else field.adjusted(third, 0, 0, 0)


def paint_frame(painter: QPainter, field: QRectF, width: int, token: str, style: Qt.PenStyle) -> None:
    """Paint the frame of the zone that is chosen, or that the keyboard is at."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour(token), width, style))
    painter.drawRoundedRect(field.adjusted(2, 2, -2, -2), 6, 6)


def tone_of(state: ZoneState, share: float) -> QColor:
    """Return the colour of a marked zone; the number and the bars say the same."""
    severity = state.severity or 0
    token = "bad" if severity >= 4 else "warn" if severity >= 2 else "accent"
    return theme.soft(token, share)


def _paint_word(painter: QPainter, place: QRectF, text: str, token: str) -> None:
    painter.setFont(fonts.sized(theme.SMALL_PX, base=painter.font()))
    painter.setPen(theme.colour(token))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), text)


def _paint_count(painter: QPainter, middle: QPointF, state: ZoneState) -> None:
    painter.setFont(fonts.sized(theme.SMALL_PX, bold=True, base=painter.font()))
    disc = QRectF(middle.x() - 12, middle.y() - 14, 24, 20)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("text"))
    painter.drawRoundedRect(disc, 10, 10)
    painter.setPen(theme.colour("surface"))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(state.count))
    if state.severity is None:
        return
    left = middle.x() - 12
    for step in range(MOST_SEVERE):
        bar = QRectF(left + step * 5, middle.y() + 9, 4, 4)
        painter.setPen(QPen(theme.colour("text"), 1))
        painter.setBrush(theme.colour("text") if step < state.severity else Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)
