"""Keeps what is being typed in sight in an area that scrolls: when it gets the keyboard, grows, moves, or is typed in.

``QScrollArea.ensureWidgetVisible`` scrolls by where a widget lies now. A row that was just made lies nowhere before the next
pass of the layouts, and a text that grows goes on below the edge. So the place is looked up in a turn of its own, after the
layouts, and again whenever they change.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

WHOLE = "whole"
"""The property of a widget that is best seen whole: a field with its label and help, a question with its answer."""
MARGIN_PX = 8
_LAYOUT = (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show)
_MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)


def reveal(widget: QWidget) -> None:
    """Bring a widget into sight in what scrolls it, also one that was made just now and has no place yet."""
    above = widget.parentWidget()
    while above is not None:
        kept = above.findChild(KeepInView, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if kept is not None:
            kept.reveal(widget)
        above = above.parentWidget()


class KeepInView(QObject):
    """Follows the keyboard inside one area, until the person scrolls away by hand; typing leads back."""

    def __init__(self, area: QScrollArea, inner: QWidget) -> None:
        super().__init__(area)
        self._area, self._inner = area, inner
        self._target: QWidget | None = None
        self._is_followed = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show)
        inner.installEventFilter(self)
        area.viewport().installEventFilter(self)
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, _most: self._again())
        # Only what a person does is an action: the wheel, the bar itself, its keys.
        bar.actionTriggered.connect(lambda _action: self._let_go())
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def reveal(self, widget: QWidget) -> None:
        """Bring a widget into sight once it lies where it belongs, and keep it there."""
        typed_in = QApplication.focusWidget()
        self._watch(typed_in if typed_in is not None and widget.isAncestorOf(typed_in) else widget)
        self._is_followed = True
        self._later.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._target and _is_typing(event):
            self._is_followed = True
            self._later.start()
        elif event.type() in _LAYOUT:
            self._again()
        return super().eventFilter(watched, event)

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not shiboken6.isValid(self._inner) or not self._inner.isAncestorOf(now):
            return
        if before is not None and before.window() is now.window():
            self.reveal(now)
        else:
            # A window that opens or comes to the front shows what it showed, a new one its beginning.
            self._watch(now)

    def _watch(self, widget: QWidget) -> None:
        if widget is self._target:
            return
        if self._target is not None and shiboken6.isValid(self._target):
            self._target.removeEventFilter(self)
        self._target = widget
        widget.installEventFilter(self)

    def _let_go(self) -> None:
        self._is_followed = False

    def _again(self) -> None:
        if self._is_followed:
            self._later.start()

    def _show(self) -> None:
        """Scroll as little as is needed: to the whole of what is typed in, or else to the field, or else to the cursor."""
        target = self._target
        # What is pressed must not move away from under the pointer, or the click is lost.
        is_pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if target is None or not shiboken6.isValid(target) or not target.isVisible() or is_pressed:
            return
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        for place in self._places(target):
            self._scroll_to(place)

    def _places(self, target: QWidget) -> list[QRect]:
        """Return what should be seen, the most welcome first and the most needed last."""
        found = [QRect(target.mapTo(self._inner, QPoint(0, 0)), target.size())]
        above = target.parentWidget()
        while above is not None and above is not self._inner:
            if above.property(WHOLE):
                found.insert(0, QRect(above.mapTo(self._inner, QPoint(0, 0)), above.size()))
            above = above.parentWidget()
        cursor = target.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        if isinstance(cursor, QRect) and target.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            found.append(QRect(target.mapTo(self._inner, cursor.topLeft()), cursor.size()))
        height = self._area.viewport().height()
        return [place for place in found if place.height() <= height]

    def _scroll_to(self, place: QRect) -> None:
        bar, height = self._area.verticalScrollBar(), self._area.viewport().height()
        margin = min(MARGIN_PX, (height - place.height()) // 2)
        top, bottom = place.top() - margin, place.bottom() + 1 + margin
        if bottom > bar.value() + height:
            bar.setValue(bottom - height)
        if top < bar.value():
            bar.setValue(top)


def _is_typing(event: QEvent) -> bool:
    if isinstance(event, QKeyEvent):
        return event.type() == QEvent.Type.KeyPress and event.key() not in _MODIFIERS
    return event.type() == QEvent.Type.InputMethod
