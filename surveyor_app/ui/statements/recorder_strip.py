"""The strip of the interview's recording: a sign whether it runs, its time and level, and start, pause and stop."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFrame, QMenu, QProgressBar, QWidget

from surveyor_app.ui.base import formats, icons, looks
from surveyor_app.ui.recording.capture_devices import DeviceKind
from surveyor_app.ui.statements.interview_recording import Absence, InterviewRecorder, RecordingState
from surveyor_app.wording.translation import tr

TICK_MS = 200


class RecorderStrip(QFrame):
    """Shows one recorder; who starts it asks for consent first, so starting is only asked for."""

    start_wanted = Signal(bool)
    """Please record: with the camera, or sound alone."""

    def __init__(self, recorder: InterviewRecorder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._recorder = recorder
        self._picture = looks.label()
        self.sign = looks.label("section")
        self.elapsed = looks.label("section")
        self.level = QProgressBar()
        self.level.setRange(0, 100)
        self.level.setTextVisible(False)
        self.level.setMinimumWidth(60)
        self.why = looks.label("help", wrap=True)
        self.sound_button = looks.button("slim", lambda: self.start_wanted.emit(False))
        self.video_button = looks.button("slim", lambda: self.start_wanted.emit(True))
        self.pause_button = looks.button("", self._on_pause_clicked)
        self.stop_button = looks.button("", recorder.stop)
        self.device_button = looks.tool(self._open_devices, "dense")
        line = looks.row(
            self._picture, self.sign, self.elapsed, self.level, None, self.sound_button, self.video_button,
            self.pause_button, self.stop_button, self.device_button, spacing=3,
        )  # fmt: skip
        line.setStretch(3, 4)
        body = looks.column(line, self.why, spacing=2)
        body.setContentsMargins(10, 3, 6, 3)
        self.setLayout(body)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._say_time)
        recorder.changed.connect(self._on_changed)
        recorder.absent.connect(self.say_absent)
        recorder.level.connect(self.level.setValue)
        self.retranslate()

    def retranslate(self) -> None:
        """Write all texts in the window's language and theme."""
        looks.face(self.sound_button, tr("Record sound"), "sound")
        looks.face(self.video_button, tr("Record video"), "video")
        looks.face(self.stop_button, tr("Stop"), "stop")
        looks.name(self.device_button, tr("Choose microphone and camera"), "settings")
        looks.name(self.level, tr("Level"))
        self.say("")
        self._say_state()

    def say_absent(self, why: Absence) -> None:
        """Say why nothing can be recorded."""
        texts = {
            Absence.NO_MICROPHONE: tr("No microphone found. Plug one in, then start again."),
            Absence.NO_CAMERA: tr("No camera found. Plug one in, then start again."),
            Absence.NOT_ALLOWED: tr("The system does not allow it; see its privacy settings."),
        }
        self.say(texts[why])

    def say(self, text: str) -> None:
        """Show why it does not run; empty for no reason."""
        looks.set_tone(self.why, "warn" if text else "")
        self.why.setText(text)
        self.why.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def devices_menu(self) -> QMenu:
        """Return a menu of what is plugged in, with what will be used ticked."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kinds = (
            (DeviceKind.MICROPHONE, tr("Microphone"), tr("No microphone found")),
            (DeviceKind.CAMERA, tr("Camera"), tr("No camera found")),
        )
        for kind, title, none in kinds:
            menu.addSection(title)
            choices, chosen = self._recorder.devices.offered.choices(kind), self._recorder.devices.chosen(kind)
            if not choices:
                menu.addAction(none).setEnabled(False)
            group = QActionGroup(menu)
            for choice in choices:
                action = menu.addAction(choice.name.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(choice == chosen)
                action.triggered.connect(partial(self._recorder.devices.choose, kind, choice.id))
                group.addAction(action)
        return menu

    def _open_devices(self) -> None:
        below = self.device_button.mapToGlobal(self.device_button.rect().bottomLeft())
        self.devices_menu().popup(below)

    def _on_pause_clicked(self) -> None:
        if self._recorder.state is RecordingState.PAUSED:
            self._recorder.resume()
        else:
            self._recorder.pause()

    def _on_changed(self) -> None:
        self.say("")
        self._say_state()

    def _say_state(self) -> None:
        state = self._recorder.state
        is_off, is_running = state is RecordingState.OFF, state is RecordingState.RUNNING
        texts = {
            RecordingState.OFF: tr("Not recording"),
            RecordingState.WAITING: tr("Waiting for the camera"),
            RecordingState.RUNNING: tr("Recording now"),
            RecordingState.PAUSED: tr("Paused: nothing is recorded"),
        }
        self.sign.setText(texts[state])
        tones = {RecordingState.RUNNING: "bad", RecordingState.PAUSED: "warn"}
        looks.set_tone(self.sign, tones.get(state, ""))
        name = "pause" if state is RecordingState.PAUSED else "record"
        self._picture.setPixmap(icons.icon(name, tones.get(state, "disabled")).pixmap(18, 18))
        self.elapsed.setVisible(not is_off)
        self.level.setVisible(is_running)
        # While it runs the device is what it is; a pause may change it.
        self.device_button.setVisible(is_off or state is RecordingState.PAUSED)
        for button in (self.sound_button, self.video_button):
            button.setVisible(is_off)
        is_paused = state is RecordingState.PAUSED
        looks.face(self.pause_button, tr("Go on") if is_paused else tr("Pause"), "record" if is_paused else "pause")
        self.pause_button.setVisible(is_running or is_paused)
        self.stop_button.setVisible(not is_off)
        (self._timer.start if is_running else self._timer.stop)()
        self._say_time()

    def _say_time(self) -> None:
        self.elapsed.setText(formats.duration(self._recorder.elapsed_s))
