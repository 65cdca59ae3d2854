"""The clock page (时钟页): the laptop's time as a very large code over the whole screen, to be photographed by every camera."""

from __future__ import annotations

from datetime import UTC

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from surveyor_app.domain.journal.instants import Clock, ClockReading, Trust
from surveyor_app.domain.photos.clock_codes import clock_code
from surveyor_app.media.clock_code import code_modules
from surveyor_app.ui.base import looks
from surveyor_app.ui.pairing.code_view import CodeView
from surveyor_app.wording.formatting import format_offset
from surveyor_app.wording.translation import tr

TICK_MS = 250
"""A camera sees a time at most so old; it writes whole seconds itself."""
INSTRUCTIONS = (
    "用要校准的相机对准二维码拍一张清晰的照片，然后导入本案。",
    "Take a sharp photo of this code with the camera, then import it into this case.",
)
"""In both languages always: who holds the camera may not be who uses the program."""


class ClockView(QDialog):
    """The page; runs until it is closed with Escape or its button."""

    def __init__(self, parent: QWidget, clock: Clock, device_id: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._clock = clock
        self._device_id = device_id
        self.code = CodeView()
        self.time = looks.label("clock")
        self.date = looks.label("title")
        self.local = looks.label("heading")
        self.trust = looks.label("secondary", wrap=True)
        self._told = [looks.label("heading", text, wrap=True) for text in INSTRUCTIONS]
        self._help = looks.label("help", wrap=True)
        self.close_button = looks.button("", self.reject)
        words = looks.column(
            None, *self._told, 16, self.time, self.date, self.local, self.trust, None, self._help, self.close_button,
            spacing=8,
        )  # fmt: skip
        whole = looks.row(self.code, words, spacing=24, margin=16)
        whole.setStretch(0, 5)
        whole.setStretch(1, 3)
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
        self.time.setText(f"{now.at.astimezone(UTC):%H:%M:%S} UTC")
        self.date.setText(f"{now.at.astimezone(UTC):%Y-%m-%d} UTC")
        self.local.setText(f"{now.instant().local:%Y-%m-%d %H:%M:%S} {format_offset(now.offset_min)}")
        self.trust.setText(trust_words(now))

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
