"""A map sheet under a cross: it is pulled and zoomed until the cross stands on the place. Its tiles come from the workers."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from surveyor_app.domain.places.datums import LatLon, from_wgs84, to_wgs84
from surveyor_app.domain.places.tiles import TILE_PX, Tile, place_at, tiles_in, world_px
from surveyor_app.domain.progress import ReportProgress
from surveyor_app.media.map_sheets import MapSheet
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.map_tiles import tile_picture
from surveyor_app.ui.base import theme
from surveyor_app.ui.base.desk import Desk
from surveyor_app.wording.translation import tr

STEP_PX = 48
AT_ONCE = 4
KEPT = 160
"""So many tiles are kept decoded: 40 MiB."""
NEAR_ZOOM = 16
"""Where a place is looked for, houses can be told apart."""
_STEPS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
_ZOOMS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_Underscore: -1}


class MapView(QWidget):
    """The place under the cross is taken by Enter; a click brings what was clicked under it, so that a slip takes nothing."""

    moved = Signal()
    taken = Signal()
    failed = Signal(object)
    """An error: the sheet cannot be read any more."""

    def __init__(self, desk: Desk, sheet: MapSheet, at: LatLon | None, parent: QWidget | None = None) -> None:
        """Show ``sheet`` around a place of WGS 84, or its middle where there is none or it lies elsewhere."""
        super().__init__(parent)
        self._desk = desk
        self._mark = at
        self._sheet = sheet
        self._zoom = 0
        self._x = self._y = 0.0
        self._tiles: OrderedDict[Tile, QPixmap] = OrderedDict()
        self._asked: set[Tile] = set()
        self._pressed: QPoint | None = None
        self._drag: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(tr("Map sheet"))
        self.setAccessibleDescription(
            tr("Arrow keys move the map, + and − zoom, Enter takes the place under the cross")
        )
        self.show_sheet(sheet)

    def sizeHint(self) -> QSize:
        return QSize(840, 420)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    def show_sheet(self, sheet: MapSheet) -> None:
        """Show another sheet, around the reported place where it holds that."""
        self._sheet = sheet
        self._tiles.clear()
        self._asked.clear()
        start = from_wgs84(*self._mark, sheet.datum) if self._mark is not None else None
        is_there = start is not None and sheet.holds(*start)
        least, most = sheet.zooms
        self._zoom = min(most, max(least, NEAR_ZOOM)) if is_there else least
        place = start if is_there and start is not None else sheet.centre or start or (35.0, 105.0)
        self._go_to(*world_px(*place, self._zoom))

    def place(self) -> LatLon:
        """Return the place under the cross, in WGS 84."""
        return to_wgs84(*place_at(self._x, self._y, self._zoom), self._sheet.datum)

    @property
    def zoom(self) -> int:
        """How near the map is shown."""
        return self._zoom

    def zoom_by(self, steps: int) -> None:
        """Go nearer or farther as far as the sheet has tiles; the place under the cross stays there."""
        least, most = self._sheet.zooms
        zoom = min(max(self._zoom + steps, least), most)
        by = 2.0 ** (zoom - self._zoom)
        self._zoom = zoom
        self._go_to(self._x * by, self._y * by)

    # --------------------------------------------------------------------------------------- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            across, down = _STEPS[key]
            self._go_to(self._x + across * STEP_PX, self._y + down * STEP_PX)
        elif key in _ZOOMS:
            self.zoom_by(_ZOOMS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.taken.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned:
            self.zoom_by(1 if turned > 0 else -1)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self._drag = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        at = event.position()
        far = (at.toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._drag is None and not far:
            return
        before = self._drag if self._drag is not None else QPointF(self._pressed)
        self._drag = at
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._go_to(self._x - at.x() + before.x(), self._y - at.y() + before.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # The second half of a double click has no press of its own, and moves nothing.
        if self._pressed is not None and self._drag is None:
            middle = self.rect().center()
            self._go_to(self._x + self._pressed.x() - middle.x(), self._y + self._pressed.y() - middle.y())
        self._pressed = self._drag = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _go_to(self, x: float, y: float) -> None:
        side = float(TILE_PX << self._zoom)
        self._x, self._y = min(max(x, 0.0), side - 1), min(max(y, 0.0), side - 1)
        self.update()
        self.moved.emit()

    # --------------------------------------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("page"))
        left, top = self._corner()
        lacking: list[Tile] = []
        for tile in tiles_in(left, top, self.width(), self.height(), self._zoom):
            pixmap = self._tiles.get(tile)
            if pixmap is None:
                lacking.append(tile)
            elif not pixmap.isNull():
                at = QPoint(round(tile.x * TILE_PX - left), round(tile.y * TILE_PX - top))
                painter.drawPixmap(at.x(), at.y(), TILE_PX, TILE_PX, pixmap)
        self._paint_mark(painter, left, top)
        self._paint_cross(painter)
        painter.end()
        self._ask_for(lacking)

    def _corner(self) -> tuple[float, float]:
        middle = self.rect().center()
        return self._x - middle.x(), self._y - middle.y()

    def _paint_mark(self, painter: QPainter, left: float, top: float) -> None:
        """Draw a ring round the reported place."""
        if self._mark is None:
            return
        x, y = world_px(*from_wgs84(*self._mark, self._sheet.datum), self._zoom)
        for colour, width in ((theme.colour("surface"), 6), (theme.colour("warn"), 3)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(QPointF(x - left, y - top), 11, 11)

    def _paint_cross(self, painter: QPainter) -> None:
        middle = self.rect().center()
        for colour, width in ((theme.colour("surface"), 5), (theme.colour("bad"), 2)):
            painter.setPen(QPen(colour, width))
            for across, down in _STEPS.values():
                near, far = QPoint(across, down) * 5, QPoint(across, down) * 20
                painter.drawLine(middle + near, middle + far)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    # ------------------------------------------------------------------------------------------------ tiles

    def _ask_for(self, lacking: list[Tile]) -> None:
        """Have the tiles nearest to the cross read, few at once: who moves on does not wait for those left behind."""
        lacking.sort(key=lambda tile: abs(tile.x + 0.5 - self._x / TILE_PX) + abs(tile.y + 0.5 - self._y / TILE_PX))
        sheet, workers = self._sheet, self._desk.workers
        for tile in lacking:
            if len(self._asked) >= AT_ONCE:
                break
            if tile not in self._asked:
                self._asked.add(tile)
                self._desk.jobs.run(
                    partial(_read, workers, sheet, tile),
                    self,
                    partial(self._on_read, sheet, tile),
                    partial(self._on_failed, sheet, tile),
                )

    def _on_read(self, sheet: MapSheet, tile: Tile, image: QImage) -> None:
        if sheet is not self._sheet:
            return
        self._asked.discard(tile)
        self._tiles[tile] = QPixmap.fromImage(image) if not image.isNull() else QPixmap()
        while len(self._tiles) > KEPT:
            self._tiles.popitem(last=False)
        self.update()

    def _on_failed(self, sheet: MapSheet, tile: Tile, error: BaseException) -> None:
        if sheet is self._sheet:
            # Nothing more is asked of it.
            self._asked.discard(tile)
            self._tiles[tile] = QPixmap()
            self.failed.emit(error)

    def has_picture(self) -> bool:
        """Tell whether any tile of the sheet is shown."""
        return any(not pixmap.isNull() for pixmap in self._tiles.values())


def _read(workers: MediaWorkers, sheet: MapSheet, tile: Tile, _report: ReportProgress) -> QImage:
    """Return a tile decoded by the workers; on the pool's thread."""
    jpeg = tile_picture(workers, sheet, tile)
    return QImage.fromData(jpeg) if jpeg else QImage()
