"""The layer over a picture in the scene: all shapes of it, the one being drawn, and the handles of the selected one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from surveyor_app.domain.photos import shape_geometry as geometry
from surveyor_app.domain.photos.shapes import Drawn, Shape
from surveyor_app.ui.base import shape_painting, theme

HANDLE_PX = 7.0
OVER = 2
"""Above the picture."""

Placed = tuple[str, Drawn]
"""Id of the record and what it draws."""


class LayerItem(QGraphicsItem):
    """Paints shapes as vectors: sharp at any zoom. One item for all, so that their order is that of the layer."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(OVER)
        self._rect = QRectF()
        self._picture = QImage()
        self._shapes: list[Placed] = []
        self._draft: Drawn | None = None
        self._selected = ""
        self._blocks: dict[tuple[tuple[int, int], ...], QImage] = {}

    @property
    def size(self) -> geometry.Size:
        """Width and height of the scene."""
        return max(1.0, self._rect.width()), max(1.0, self._rect.height())

    def cover(self, rect: QRectF, picture: QImage) -> None:
        """Lie over another picture; ``picture`` gives the pixels that pixelations show in blocks."""
        self.prepareGeometryChange()
        self._rect = rect
        self._picture = picture
        self._blocks.clear()
        self._draft, self._selected = None, ""

    def show_shapes(self, shapes: Sequence[Placed]) -> None:
        """Show these shapes in their order."""
        self._shapes = list(shapes)
        self._blocks = {points: image for points, image in self._blocks.items() if len(self._blocks) < 200}
        self.update()

    def show_draft(self, draft: Drawn | None) -> None:
        """Show a shape that is being drawn."""
        self._draft = draft
        self.update()

    def show_selected(self, id_: str) -> None:
        """Show the handles of a shape, none for an empty id."""
        self._selected = id_
        self.update()

    def boundingRect(self) -> QRectF:
        # Strokes and handles at the edge reach over it.
        margin = max(self._rect.width(), self._rect.height()) * 0.06
        return self._rect.adjusted(-margin, -margin, margin, margin)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        shown = [drawn for _, drawn in self._shapes]
        if self._draft is not None:
            shown.append(self._draft)
        for drawn in sorted(shown, key=lambda item: item.shape is not Shape.PIXELATE):
            if drawn.shape is Shape.PIXELATE:
                shape_painting.paint_blocks(painter, drawn, self.size, self._averages(drawn))
            else:
                shape_painting.paint_shape(painter, drawn, self.size)
        chosen = next((drawn for id_, drawn in self._shapes if id_ == self._selected), None)
        if chosen is not None:
            self._paint_handles(painter, chosen)

    def _averages(self, drawn: Drawn) -> QImage:
        if drawn.points not in self._blocks:
            self._blocks[drawn.points] = shape_painting.blocks(drawn, self._picture)
        return self._blocks[drawn.points]

    def _paint_handles(self, painter: QPainter, drawn: Drawn) -> None:
        scale = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform()) or 1.0
        accent, ground = theme.colour("accent"), theme.colour("surface")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = self._frame(drawn)
        for colour, style in ((ground, Qt.PenStyle.SolidLine), (accent, Qt.PenStyle.DashLine)):
            pen = QPen(colour, 2, style)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawRect(frame)
        painter.setBrush(ground)
        pen = QPen(accent, 3)
        pen.setCosmetic(True)
        painter.setPen(pen)
        for x, y in geometry.spots(drawn.points, self.size):
            painter.drawEllipse(QPointF(x, y), HANDLE_PX / scale, HANDLE_PX / scale)
        painter.restore()

    def _frame(self, drawn: Drawn) -> QRectF:
        if drawn.shape is Shape.TEXT:
            return shape_painting.label_rect(drawn, self.size)
        left, top, right, bottom = geometry.box_of(drawn.points, self.size)
        if drawn.shape is Shape.NUMBER:
            grown = geometry.number_radius(drawn.label, geometry.text_px(drawn.width, self.size)) * 1.1
        else:
            grown = geometry.line_px(drawn.width, self.size)
        return QRectF(left, top, right - left, bottom - top).adjusted(-grown, -grown, grown, grown)
