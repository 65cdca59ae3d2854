"""A framed list of lines, each with an icon and a link to where it is settled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout

from surveyor_app.ui.base import icons, looks


@dataclass(frozen=True, slots=True)
class Line:
    """One line; without ``on_open`` it is a plain text."""

    text: str
    icon: str
    token: str
    on_open: Callable[[], None] | None = None


class LinkList(QFrame):
    """A heading with lines under it; hidden while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._title = looks.label("section")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.links: list[QPushButton] = []
        body = looks.column(self._title, self._lines, spacing=6)
        body.setContentsMargins(14, 10, 14, 10)
        self.setLayout(body)

    def show_lines(self, title: str, lines: Sequence[Line]) -> None:
        """Show these lines in place of what was there."""
        self._title.setText(title)
        looks.clear(self._lines)
        self.links = []
        for line in lines:
            if line.on_open is None:
                sign = looks.label()
                sign.setPixmap(icons.icon(line.icon, line.token).pixmap(20, 20))
                sign.setFixedWidth(24)
                text = looks.label("", line.text, wrap=True)
                text.setMinimumHeight(32)
                row = looks.row(sign, text, spacing=8)
                row.setStretch(1, 1)
                row.setContentsMargins(0, 3, 0, 3)
                self._lines.addLayout(row)
                continue
            link = looks.button("link", line.on_open)
            link.setIconSize(QSize(20, 20))
            link.setIcon(icons.icon(line.icon, line.token))
            link.setText(line.text.replace("&", "&&"))
            link.setAccessibleName(line.text)
            link.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            link.setToolTip(line.text)
            link.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            self.links.append(link)
            self._lines.addWidget(link)
        self.setVisible(bool(lines))
