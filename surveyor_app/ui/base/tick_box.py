"""A tick box drawn in the theme's colours, large enough to be hit with a glove."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from surveyor_app.ui.base import icons, theme

BOX_PX = 20
GAP_PX = 10


class TickBox(QCheckBox):
    """A box with a tick and its words; the whole of it can be hit."""

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(4 + BOX_PX + GAP_PX + width + 8, theme.TARGET_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(4, (self.height() - BOX_PX) // 2, BOX_PX, BOX_PX)
        is_on = self.isChecked()
        painter.setPen(QPen(theme.colour("accent" if is_on else "secondary"), 1.5))
        painter.setBrush(theme.colour("accent" if is_on else "surface"))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 4, 4)
        if is_on:
            icons.icon("check", "on_accent").paint(painter, box.adjusted(1, 1, -1, -1))
        painter.setPen(theme.colour("text" if self.isEnabled() else "disabled"))
        words = self.rect().adjusted(box.right() + GAP_PX, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 3, -1, -3), 6, 6)
