"""A line to type in, right where the label of a shape will stand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from surveyor_app.domain.photos.shapes import MAX_LABEL
from surveyor_app.ui.forms.cover_hints import CoverHint

WIDTH_PX = 240
HINT_PX = 64
"""Room for a hint above the line, where there is none below it."""


class LabelEntry(QLineEdit):
    """Enter, or leaving it, takes what was typed; Escape takes nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setMaxLength(MAX_LABEL)
        self.resize(WIDTH_PX, 40)
        self.hide()
        self._cover = CoverHint(self, parent)
        self._taken: Callable[[str], None] | None = None
        self._back: QWidget | None = None

    def ask(self, at: QPoint, text: str, hint: str, name: str, back: QWidget, taken: Callable[[str], None]) -> None:
        """Open at a place of the parent; ``taken`` gets the text, ``back`` the keyboard afterwards."""
        self._taken, self._back = taken, back
        self.setText(text)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        room = self._room.size()
        left = max(4, min(at.x(), room.width() - self.width() - 4))
        self.move(left, max(4, min(at.y(), room.height() - self.height() - 4)))
        self._cover.setFixedWidth(self.width())
        self._cover.move(self.x(), self.y() + self.height() if self.y() < room.height() // 2 else self.y() - HINT_PX)
        self._cover.raise_()
        self.show()
        self.raise_()
        self.selectAll()
        self.setFocus()

    def is_open(self) -> bool:
        """Tell whether something is being typed."""
        return self._taken is not None

    def take(self) -> None:
        """Close, and hand over what was typed."""
        taken, text = self._taken, self.text()
        self._close()
        if taken is not None:
            taken(text.strip())

    def drop(self) -> None:
        """Close, and forget what was typed."""
        self._close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        elif event.key() == Qt.Key.Key_Escape:
            self.drop()
        else:
            super().keyPressEvent(event)
        event.accept()  # no key typed here is one of the viewer's

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._taken is not None and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.take()

    def _close(self) -> None:
        back, self._taken, self._back = self._back, None, None
        had_focus = self.hasFocus()
        self.hide()
        self._cover.hide()
        if back is not None and had_focus:
            back.setFocus()
