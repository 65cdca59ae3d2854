"""A choice that may be long: its words go on in the next line instead of beyond the edge."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from surveyor_app.ui.base.looks import CHIP_SIDE_PX

TICK_PX = 28
"""What the tick of a chosen one takes, with the space beside it."""
LEAST_PX = 96
HEIGHT_PX = 32
"""Of one line."""


class WrappingChip(QPushButton):
    """Checkable; ``say`` sets what it says. It is as high as its words are in its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "chip")
        self.setCheckable(True)
        self.setIconSize(QSize(20, 20))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._words = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, words: str) -> None:
        """Set the words; an ampersand is one."""
        self._words = words
        self._wrap()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(LEAST_PX, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_PX, HEIGHT_PX)

    def heightForWidth(self, width: int) -> int:
        lines = len(self._lines(width))
        return HEIGHT_PX + (lines - 1) * self._metrics().lineSpacing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()

    def _wrap(self) -> None:
        self.setText("\n".join(self._lines(self.width())).replace("&", "&&"))

    def _lines(self, width: int) -> list[str]:
        """Break the words: at a blank where there is one, or else at any character, as Chinese is."""
        metrics, room = self._metrics(), max(1, width - 2 * CHIP_SIDE_PX - TICK_PX)
        lines, line = [], ""
        for char in self._words:
            if line and metrics.horizontalAdvance(line + char) > room:
                at = line.rfind(" ") + 1
                kept = at if at > len(line) // 2 else len(line)
                lines.append(line[:kept].rstrip())
                line = line[kept:]
            line += char
        return [*lines, line]

    def _metrics(self) -> QFontMetrics:
        # Chosen, the words are bold.
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(bold)
