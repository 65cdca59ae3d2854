"""Notes inside a page: a framed word with a tone, and what an empty page says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from surveyor_app.ui.base import icons, looks

_ICONS = {"": "notice", "ok": "ok", "warn": "alert", "bad": "bad"}
WHY_WIDTH, WHY_LEAST = 420, 240
"""Pixels of the explaining text on an empty page: short lines, and narrower ones where there is no room beside them."""
MORE_THAN_ALL = 100
"""A stretch that leaves nothing to those of 1 or none."""

_TOKENS = {"": "accent", "ok": "ok", "warn": "warn", "bad": "bad"}


class Note(QFrame):
    """A framed sentence with an icon, and a button when something can be done."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "note")
        self._icon = looks.label()
        self.label = looks.label("", wrap=True)
        self.button = looks.button()
        self.button.hide()
        self._tone = ""
        layout = looks.row(self._icon, self.label, self.button, spacing=10)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.setStretch(1, 1)
        layout.setAlignment(self._icon, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(layout)
        self.setMinimumHeight(44)
        self.hide()

    def say(self, text: str, tone: str = "", action: str = "") -> None:
        """Show ``text``; an empty one hides the note. The button shows only with an ``action``."""
        looks.set_tone(self, tone)
        if text:
            # Not for nothing: a note is told on every selection that it has nothing to say.
            self._icon.setPixmap(icons.icon(_ICONS[tone], _TOKENS[tone]).pixmap(20, 20))
        self.label.setText(text)
        looks.face(self.button, action)
        self.button.setVisible(bool(action))
        self.setVisible(bool(text))


class EmptyState(QWidget):
    """What belongs here, why it matters, and the one button that starts it."""

    def __init__(self, icon: str, on_start: Callable[[], None] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = icon
        self._sign = looks.label()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = looks.label("heading", wrap=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._why = looks.label("secondary", wrap=True)
        self._why.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._why.setMinimumWidth(WHY_LEAST)
        self._why.setMaximumWidth(WHY_WIDTH)
        self.start: QPushButton = looks.button("primary", on_start)
        if on_start is None:
            self.start.hide()  # only ever hidden: shown before it has a parent, it would be a window that takes the focus
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(self._sign)
        layout.addWidget(self._title)
        # As wide as it may be, narrower where there is less room: stretches take nothing as long as it wants more.
        line = looks.row(None, self._why, None)
        line.setStretch(1, MORE_THAN_ALL)
        layout.addLayout(line)
        layout.addSpacing(4)
        layout.addWidget(self.start, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def say(self, title: str, why: str, start: str = "", icon: str = "") -> None:
        """Set the texts in the window's language."""
        self._sign.setPixmap(icons.icon(self._name, "disabled").pixmap(56, 56))
        self._title.setText(title)
        self._why.setText(why)
        looks.face(self.start, start)
        if icon:
            self.start.setIcon(icons.icon(icon, "on_accent"))
