"""A pad to write on by pen, finger or mouse: strokes with pressure and time.

They are kept as :mod:`surveyor_app.domain.statements.strokes` has them. While a pen is near, touches are the palm; a palm
that lay down before the pen did leaves nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEventPoint,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from surveyor_app.domain.statements.strokes import FULL_PRESSURE, Drawing, Point
from surveyor_app.ui.ink.paper import TENTHS, InkPaper
from surveyor_app.ui.ink.writing import Writing
from surveyor_app.wording.translation import tr

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
        self._writing = Writing()
        self._finger: int | None = None
        self._clock = QElapsedTimer()
        self._pen_seen = QElapsedTimer()
        self._paper = InkPaper()

    def sizeHint(self) -> QSize:
        return QSize(640, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 140)

    # --------------------------------------------------------------------------------------- what is on it

    def drawing(self) -> Drawing:
        """Return what was written."""
        return self._writing.drawing(max(1, self.width() * TENTHS), max(1, self.height() * TENTHS))

    def pointer(self) -> str:
        """Return what was written with: ``pen``, ``touch`` or ``mouse``."""
        return self._writing.pointer

    def is_blank(self) -> bool:
        """Tell whether nothing was written."""
        return not self._writing.strokes

    def clear(self) -> None:
        """Take a fresh piece of paper."""
        self._writing.clear()
        self._redraw()
        self.changed.emit()

    def take_back(self) -> None:
        """Take the last stroke back."""
        if self._writing.take_back():
            self._redraw()
            self.changed.emit()

    def set_caption(self, text: str) -> None:
        """Say who writes here, for eyes and for screen readers."""
        self._paper.caption = text
        self.setAccessibleName(text or tr("Pad to sign on"))
        self.update()

    def set_turned(self, is_turned: bool) -> None:
        """Turn the paper round for the person opposite; what is written stays as that person sees it."""
        self._paper.is_turned = is_turned
        self.update()

    # ---------------------------------------------------------------------------------------------- writing

    def tabletEvent(self, event: QTabletEvent) -> None:
        self._pen_seen.start()
        if self._writing.writes_with == "touch":
            self.take_back()  # what the palm left: it lies down before the pen does
        kind, at = event.type(), event.position()
        measures = event.pointingDevice().hasCapability(QInputDevice.Capability.Pressure)
        pressure = round(event.pressure() * FULL_PRESSURE) if measures else FULL_PRESSURE
        if kind == QEvent.Type.TabletPress and event.button() == Qt.MouseButton.LeftButton:
            self._press("pen", at, pressure)
        elif kind == QEvent.Type.TabletMove and self._writing.writes_with == "pen":
            self._move(at, pressure)
        elif kind == QEvent.Type.TabletRelease and self._writing.writes_with == "pen":
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
        if self._writing.writes_with == "mouse":
            self._move(event.position(), FULL_PRESSURE)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._writing.writes_with == "mouse":
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
            if self._writing.writes_with == "touch":
                self._release()
            return
        # One finger writes; further ones rest.
        for point in event.points():
            pressure = round((point.pressure() or 1.0) * FULL_PRESSURE)
            if point.state() == QEventPoint.State.Pressed and self._writing.writes_with is None:
                self._finger = point.id()
                self._press("touch", point.position(), pressure)
            elif self._writing.writes_with != "touch" or point.id() != self._finger:
                continue
            elif point.state() == QEventPoint.State.Updated:
                self._move(point.position(), pressure)
            elif point.state() == QEventPoint.State.Released:
                self._release()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Z and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.take_back()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        else:
            super().keyPressEvent(event)

    def _press(self, pointer: str, at: QPointF, pressure: int) -> None:
        if self._writing.writes_with is not None:
            return
        if not self._writing.strokes:
            self._clock.start()
        self._writing.press(pointer, self._point(at, pressure))
        self._draw_last()
        self.changed.emit()

    def _move(self, at: QPointF, pressure: int) -> None:
        if self._writing.move(self._point(at, pressure)):
            self._draw_last()

    def _release(self) -> None:
        self._writing.release()
        self.changed.emit()

    def _point(self, at: QPointF, pressure: int) -> Point:
        """Return where the pen is on the paper as its writer sees it; what leaves the pad stops at its edge."""
        x = min(max(at.x(), 0.0), float(self.width()))
        y = min(max(at.y(), 0.0), float(self.height()))
        if self._paper.is_turned:
            x, y = self.width() - x, self.height() - y
        within = min(max(pressure, 0), FULL_PRESSURE)
        return Point(round(x * TENTHS), round(y * TENTHS), within, int(self._clock.elapsed()))

    # --------------------------------------------------------------------------------------------- painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paper.paint(painter, self.rect(), self._writing.strokes, is_chosen=self.hasFocus())
        painter.end()

    def _redraw(self) -> None:
        self._paper.forget()
        self.update()

    def _draw_last(self) -> None:
        if self._writing.open is not None:
            self._paper.add_last(self._writing.open)
        self.update()
