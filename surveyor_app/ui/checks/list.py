"""A list of questions: the keyboard walks through it and answers, and so does a touch on a reply."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from surveyor_app.ui.checks.delegate import QuestionDelegate

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class QuestionList(QListView):
    """One row a question; what is pressed in it is told, never done here."""

    key_pressed = Signal(str)
    """A digit or a letter, as it answers the current question."""
    entered = Signal()
    replied = Signal(int, str)
    """A reply was hit: the row, and which."""
    current_changed = Signal(int)

    def __init__(self, model: QAbstractItemModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.painter = QuestionDelegate(self)
        self.setItemDelegate(self.painter)
        self.setModel(model)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(False)
        # Keys are answers: an input method must not turn them into words.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self.current_changed.emit(now.row()))

    def select(self, row: int) -> None:
        """Make a row current and bring it into view."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.text().lower()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _COMMANDS:
            self.entered.emit()
        elif len(key) == 1 and key.isascii() and key.isalnum() and not event.modifiers() & _COMMANDS:
            self.key_pressed.emit(key)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        reply = self.painter.reply_at(index, self.visualRect(index), at, self.font()) if index.isValid() else ""
        if reply and event.button() is Qt.MouseButton.LeftButton:
            self.replied.emit(index.row(), reply)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # questions wrap anew
