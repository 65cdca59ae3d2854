"""A QR code on the screen, to be read by a phone or photographed by a camera."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from surveyor_app.media.clock_code import Modules

QUIET_MODULES = 4
"""White around a QR code, ISO/IEC 18004 §6.3.8."""


class CodeView(QWidget):
    """Paints a code as large as there is room, in whole pixels."""

    def __init__(self) -> None:
        super().__init__()
        self.modules: Modules = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_modules(self, modules: Modules) -> None:
        """Show another code."""
        self.modules = modules
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        count = len(self.modules) + 2 * QUIET_MODULES
        scale = max(1, min(self.width(), self.height()) // count)
        side = scale * count
        left, top = (self.width() - side) // 2, (self.height() - side) // 2
        # Black on white in every theme: cameras and readers expect it so.
        painter.fillRect(QRect(left, top, side, side), Qt.GlobalColor.white)
        for y, row in enumerate(self.modules, start=QUIET_MODULES):
            for x, is_dark in enumerate(row, start=QUIET_MODULES):
                if is_dark:
                    painter.fillRect(left + x * scale, top + y * scale, scale, scale, Qt.GlobalColor.black)
