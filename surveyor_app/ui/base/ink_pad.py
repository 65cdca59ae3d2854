"""A pad to write on by pen, finger or mouse: strokes with pressure and time.

They are kept as :mod:`surveyor_app.domain.statements.strokes` has them. Always dark ink on white paper, whatever the
theme: it is a piece of paper. While a pen is near, touches are the palm; a palm that lay down before the pen did leaves
nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEventPoint,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from surveyor_app.domain.statements.strokes import FULL_PRESSURE, Drawing, Point
from surveyor_app.wording.translation import tr

INK = QColor("#101820")
PAPER = QColor("#FFFFFF")
GUIDE = QColor("#9AA5B1")
CAPTION = QColor("#52606D")
TENTHS = 10
"""Of a logical pixel: the unit of the strokes."""
PEN_PX = 2.4
PALM_MS = 700
"""So long after the pen was near, a touch is taken for the palm."""


class InkPad(QWidget):
    """One piece of paper. ``caption`` stands small at its upper edge: who writes here."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(tr("Pad to sign on"))
        self.setAccessibleDescription(tr("Write by pen, finger or mouse; Ctrl+Z takes the last stroke back"))
        self._strokes: list[list[Point]] = []
        self._open: list[Point] | None = None
        self._writes_with: str | None = None
        self._finger: int | None = None
        self._pointer = "mouse"
        self._caption = ""
        self._is_turned = False
        self._clock = QElapsedTimer()
        self._pen_seen = QElapsedTimer()
        self._ink = QPixmap()

    def sizeHint(self) -> QSize:
        return QSize(640, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 140)

    # --------------------------------------------------------------------------------------- what is on it

    def drawing(self) -> Drawing:
        """Return what was written."""
        strokes = tuple(tuple(stroke) for stroke in self._strokes)
        return Drawing(max(1, self.width() * TENTHS), max(1, self.height() * TENTHS), strokes)

    def pointer(self) -> str:
        """Return what was written with: ``pen``, ``touch`` or ``mouse``."""
        return self._pointer

    def is_blank(self) -> bool:
        """Tell whether nothing was written."""
        return not self._strokes

    def clear(self) -> None:
        """Take a fresh piece of paper."""
        self._strokes, self._open, self._writes_with = [], None, None
        self._redraw()
        self.changed.emit()

    def take_back(self) -> None:
        """Take the last stroke back."""
        if self._strokes:
            self._strokes.pop()
            self._open = self._writes_with = None
            self._redraw()
            self.changed.emit()

    def set_caption(self, text: str) -> None:
        """Say who writes here, for eyes and for screen readers."""
        self._caption = text
        self.setAccessibleName(text or tr("Pad to sign on"))
        self.update()

    def set_turned(self, is_turned: bool) -> None:
        """Turn the paper round for the person opposite; what is written stays as that person sees it."""
        self._is_turned = is_turned
        self.update()

    # ---------------------------------------------------------------------------------------------- writing

    def tabletEvent(self, event: QTabletEvent) -> None:
        self._pen_seen.start()
        self._lift_palm()
        kind, at = event.type(), event.position()
        measures = event.pointingDevice().hasCapability(QInputDevice.Capability.Pressure)
        pressure = round(event.pressure() * FULL_PRESSURE) if measures else FULL_PRESSURE
        if kind == QEvent.Type.TabletPress and event.button() == Qt.MouseButton.LeftButton:
            self._press("pen", at, pressure)
        elif kind == QEvent.Type.TabletMove and self._writes_with == "pen":
            self._move(at, pressure)
        elif kind == QEvent.Type.TabletRelease and self._writes_with == "pen":
            self._release()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # What Qt makes out of a pen or a finger came here as itself already.
        if (
            event.source() == Qt.MouseEventSource.MouseEventNotSynthesized
            and event.button() == Qt.MouseButton.LeftButton
        ):
            self._press("mouse", event.position(), FULL_PRESSURE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._writes_with == "mouse":
            self._move(event.position(), FULL_PRESSURE)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._writes_with == "mouse":
            self._release()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._touch(event)
            event.accept()
            return True
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> None:
        if self._pen_seen.isValid() and self._pen_seen.elapsed() < PALM_MS:
            return
        if event.type() == QEvent.Type.TouchCancel:
            if self._writes_with == "touch":
                self._release()
            return
        # One finger writes; further ones rest.
        for point in event.points():
            pressure = round((point.pressure() or 1.0) * FULL_PRESSURE)
            if point.state() == QEventPoint.State.Pressed and self._writes_with is None:
                self._finger = point.id()
                self._press("touch", point.position(), pressure)
            elif self._writes_with != "touch" or point.id() != self._finger:
                continue
            elif point.state() == QEventPoint.State.Updated:
                self._move(point.position(), pressure)
            elif point.state() == QEventPoint.State.Released:
                self._release()

    def _lift_palm(self) -> None:
        """Take away what the palm left: it lies down before the pen does."""
        if self._writes_with == "touch":
            self.take_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Z and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.take_back()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        else:
            super().keyPressEvent(event)

    def _press(self, pointer: str, at: QPointF, pressure: int) -> None:
        if self._writes_with is not None:
            return
        if not self._strokes:
            self._clock.start()
        self._writes_with = self._pointer = pointer
        self._open = [self._point(at, pressure)]
        self._strokes.append(self._open)
        self._draw_last()
        self.changed.emit()

    def _move(self, at: QPointF, pressure: int) -> None:
        if self._open is not None:
            point = self._point(at, pressure)
            if (point.x, point.y) != (self._open[-1].x, self._open[-1].y):
                self._open.append(point)
                self._draw_last()

    def _release(self) -> None:
        self._open = self._writes_with = None
        self.changed.emit()

    def _point(self, at: QPointF, pressure: int) -> Point:
        """Return where the pen is on the paper as its writer sees it; what leaves the pad stops at its edge."""
        x = min(max(at.x(), 0.0), float(self.width()))
        y = min(max(at.y(), 0.0), float(self.height()))
        if self._is_turned:
            x, y = self.width() - x, self.height() - y
        within = min(max(pressure, 0), FULL_PRESSURE)
        return Point(round(x * TENTHS), round(y * TENTHS), within, int(self._clock.elapsed()))

    # --------------------------------------------------------------------------------------------- painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), PAPER)
        if self._is_turned:
            painter.translate(self.width(), self.height())
            painter.rotate(180)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(GUIDE, 1, Qt.PenStyle.DashLine))
        line = self.height() * 0.78
        painter.drawLine(QPointF(16, line), QPointF(self.width() - 16, line))
        painter.setPen(CAPTION)
        painter.drawText(QRectF(14, 8, self.width() - 28, 26), int(Qt.AlignmentFlag.AlignLeft), self._caption)
        painter.drawPixmap(0, 0, self._paper())
        painter.setPen(QPen(GUIDE, 2 if self.hasFocus() else 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _paper(self) -> QPixmap:
        """Return the ink drawn so far; drawing it stroke by stroke at each paint would slow down a long sentence."""
        ratio = self.devicePixelRatioF()
        wanted = self.size() * ratio
        if self._ink.size() != wanted:
            self._ink = QPixmap(wanted)
            self._ink.setDevicePixelRatio(ratio)
            self._ink.fill(Qt.GlobalColor.transparent)
            painter = self._painter()
            for stroke in self._strokes:
                for place in range(len(stroke)):
                    _draw(painter, stroke, place)
            painter.end()
        return self._ink

    def _redraw(self) -> None:
        self._ink = QPixmap()
        self.update()

    def _draw_last(self) -> None:
        if not self._ink.isNull() and self._open is not None:
            painter = self._painter()
            _draw(painter, self._open, len(self._open) - 1)
            painter.end()
        self.update()

    def _painter(self) -> QPainter:
        painter = QPainter(self._ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter


def _draw(painter: QPainter, stroke: list[Point], place: int) -> None:
    """Draw one step of a stroke, as wide as it was pressed; a stroke of one point is a dot."""
    point = stroke[place]
    width = PEN_PX * (0.35 + 0.65 * point.pressure / FULL_PRESSURE)
    before = stroke[place - 1] if place else point
    painter.setPen(QPen(INK, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    if place:
        painter.drawLine(QPointF(before.x / TENTHS, before.y / TENTHS), QPointF(point.x / TENTHS, point.y / TENTHS))
    else:
        painter.drawPoint(QPointF(point.x / TENTHS, point.y / TENTHS))
