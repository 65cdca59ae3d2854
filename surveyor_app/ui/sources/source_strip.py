"""Lines above the photos: a card that is there, a folder that is watched, each with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from surveyor_app.ui.base import icons, looks
from surveyor_app.wording.translation import tr

MOST_OFFERS = 2
_TOKENS = {"": "accent", "ok": "ok", "warn": "warn", "bad": "bad"}


@dataclass(frozen=True, slots=True)
class Offer:
    """A button: its words, what it does, and whether it can be pressed now."""

    text: str
    act: Callable[[], None]
    is_enabled: bool = True


@dataclass(frozen=True, slots=True)
class LineContent:
    """What a line shows; without ``close`` it cannot be taken away by itself."""

    icon: str
    text: str
    tone: str = ""
    offers: tuple[Offer, ...] = ()
    close: Callable[[], None] | None = None


class SourceLine(QFrame):
    """One line; keeps its buttons, and so the keyboard's place, when its words change."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "note")
        self._content: LineContent | None = None
        self._sign = looks.label()
        self.label = looks.label("", wrap=True)
        self.buttons = [looks.button("", self._pressing(place)) for place in range(MOST_OFFERS)]
        self.close_button = looks.tool(self._on_close)
        line = looks.row(self._sign, self.label, *self.buttons, self.close_button, spacing=10)
        line.setContentsMargins(12, 3, 6, 3)
        line.setStretch(1, 1)
        line.setAlignment(self._sign, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        self.setMinimumHeight(46)

    def show_content(self, content: LineContent) -> None:
        """Show this in place of what was there."""
        self._content = content
        looks.set_tone(self, content.tone)
        self._sign.setPixmap(icons.icon(content.icon, _TOKENS[content.tone]).pixmap(20, 20))
        self.label.setText(content.text)
        for place, button in enumerate(self.buttons):
            is_shown = place < len(content.offers)
            button.setVisible(is_shown)
            if is_shown:
                looks.face(button, content.offers[place].text)
                button.setEnabled(content.offers[place].is_enabled)
        self.close_button.setVisible(content.close is not None)
        looks.name(self.close_button, tr("Close"), "close")

    def _pressing(self, place: int) -> Callable[[], None]:
        def press() -> None:
            if self._content is not None and place < len(self._content.offers):
                self._content.offers[place].act()

        return press

    def _on_close(self) -> None:
        if self._content is not None and self._content.close is not None:
            self._content.close()


class SourceStrip(QWidget):
    """The lines, each known by a key; no height at all while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[str, SourceLine] = {}
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self.hide()

    def show_lines(self, kind: str, contents: dict[str, LineContent]) -> None:
        """Show these lines in place of those of the same ``kind``; the keys of all kinds are different."""
        for key in [key for key in self.lines if key.startswith(f"{kind}:") and key not in contents]:
            line = self.lines.pop(key)
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        for key, content in contents.items():
            if key not in self.lines:
                self.lines[key] = SourceLine()
                self._list.addWidget(self.lines[key])
            self.lines[key].show_content(content)
        self.setVisible(bool(self.lines))
