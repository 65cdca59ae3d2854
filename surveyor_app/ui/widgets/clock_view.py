"""The clock page (时钟页): the laptop's time as a very large code over the whole screen, to be photographed by every camera."""

from __future__ import annotations

from datetime import UTC

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QSizePolicy, QWidget

from surveyor_app.domain.clock_codes import clock_code
from surveyor_app.domain.instants import Clock, ClockReading, Trust
from surveyor_app.media.clock_code import Modules, code_modules
from surveyor_app.operations.formatting import format_offset
from surveyor_app.ui import fonts
from surveyor_app.ui.translation import tr
from surveyor_app.ui.widgets import looks

TICK_MS = 250
"""A camera sees a time at most so old; it writes whole seconds itself."""
QUIET_MODULES = 4
"""White around a QR code, ISO/IEC 18004 §6.3.8."""
LARGE_PX, SMALLER_PX = 56, 22
INSTRUCTIONS = (
    "用要校准的相机对准二维码拍一张清晰的照片,然后导入本案。",
    "Take a sharp photo of this code with the camera, then import it into this case.",
)
"""In both languages always: who holds the camera may not be who uses the program."""


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


class ClockView(QDialog):
    """The page; runs until it is closed with Escape or its button."""

    def __init__(self, parent: QWidget, clock: Clock, device_id: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._clock = clock
        self._device_id = device_id
        self.code = CodeView()
        self.utc = looks.label()
        self.utc.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.local = looks.label("secondary")
        self.local.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.trust = looks.label("secondary", wrap=True)
        self.trust.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._told = [looks.label("heading", text, wrap=True) for text in INSTRUCTIONS]
        for label in self._told:
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._help = looks.label("help")
        self.close_button = looks.button("", self.reject)
        words = looks.column(*self._told, 8, self.utc, self.local, self.trust, spacing=6)
        foot = looks.row(self._help, None, self.close_button, spacing=12)
        whole = looks.column(self.code, words, foot, spacing=8, margin=16)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._timer.start(TICK_MS)
        self.retranslate()
        self.tick()

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self.setWindowTitle(tr("Clock for cameras"))
        self.code.setAccessibleName(tr("Code with the laptop's time"))
        self._help.setText(tr("One photo with each camera is enough · Esc: close"))
        looks.face(self.close_button, tr("Close"), "close")

    def tick(self) -> None:
        """Show the time as it is now."""
        now = self._clock()
        self.code.show_modules(code_modules(clock_code(now.at, self._device_id)))
        self.utc.setText(f"{now.at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC")
        self.local.setText(f"{now.instant().local:%Y-%m-%d %H:%M:%S} {format_offset(now.offset_min)}")
        self.trust.setText(trust_words(now))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        factor = max(0.5, min(self.width() / 1280, self.height() / 720))
        self.utc.setFont(fonts.sized(round(LARGE_PX * factor), bold=True))
        self.local.setFont(fonts.sized(round(SMALLER_PX * factor)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.tick()


def trust_words(now: ClockReading) -> str:
    """Return how far the laptop's own clock can be trusted."""
    if now.source is Trust.GPS:
        return tr("The laptop's clock is set by GPS.")
    if now.skew_ms is not None:
        off = f"{abs(now.skew_ms) / 1000:.1f}"
        return tr("The laptop's clock was compared with the claims centre: {seconds} s apart.", seconds=off)
    return tr("The laptop's clock has not been compared with the claims centre.")
