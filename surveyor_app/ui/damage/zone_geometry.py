"""Where the zones of a vehicle from above lie in a widget: the picture as large as fits, and a row of fields below it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from surveyor_app.domain.losses.zones import BELOW, OUTSIDE, ZONES
from surveyor_app.wording.outlines import Outline, Strokes

BELOW_PX = 40
GAP_PX = 6


@dataclass(frozen=True, slots=True)
class ZoneGeometry:
    """The fields of all zones and how the drawing is laid into the widget."""

    fields: dict[str, QRectF]
    transform: QTransform

    def zone_at(self, place: QPointF) -> str | None:
        """Return the zone at a place of the widget."""
        return next((zone for zone, field in self.fields.items() if field.contains(place)), None)


def laid_out(outline: Outline, size: tuple[float, float], width: float, height: float) -> ZoneGeometry:
    """Lay a drawing of ``size`` into a widget."""
    room = max(1.0, height - BELOW_PX - GAP_PX)
    scale = min(width / size[0], room / size[1])
    left, top = (width - size[0] * scale) / 2, (room - size[1] * scale) / 2
    transform = QTransform(scale, 0, 0, scale, left, top)
    # To the side the fields reach to the edge of the widget: they are touched, not looked at.
    across = (0.0, *(left + scale * x for x in outline.columns), width)
    down = (top, *(top + scale * y for y in outline.rows), top + scale * size[1])
    fields: dict[str, QRectF] = {}
    for row, zones in enumerate(OUTSIDE):
        for column, zone in enumerate(zones):
            field = QRectF(QPointF(across[column], down[row]), QPointF(across[column + 1], down[row + 1]))
            fields[zone] = fields[zone].united(field) if zone in fields else field
    third = width / len(BELOW)
    for place, zone in enumerate(BELOW):
        fields[zone] = QRectF(place * third + 2, height - BELOW_PX, third - 4, BELOW_PX - 1)
    return ZoneGeometry({zone: fields[zone] for zone in ZONES}, transform)


def painter_path(strokes: Strokes) -> QPainterPath:
    """Return a path as Qt paints it."""
    path = QPainterPath()
    for name, numbers in strokes:
        points = [QPointF(x, y) for x, y in numbers]
        if name == "M":
            path.moveTo(points[0])
        elif name == "L":
            path.lineTo(points[0])
        elif name == "Q":
            path.quadTo(points[0], points[1])
        elif name == "C":
            path.cubicTo(points[0], points[1], points[2])
        else:
            path.closeSubpath()
    return path
