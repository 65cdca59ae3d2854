"""Photo, video and sound with the laptop's own devices: what they see and hear, and a red sign while it is recorded.

There is no recording without this window and its sign (evidence got in secret is excluded: 民诉法解释 2022 art. 106), and
a line that reminds of telling the person.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtMultimedia import QVideoFrame
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtWidgets import QDialog, QProgressBar, QSizePolicy, QStackedWidget, QWidget

from surveyor_app.ui.base import formats, icons, looks
from surveyor_app.ui.base.notes import EmptyState, Note
from surveyor_app.ui.recording.capture_devices import CaptureDevices, DeviceKind
from surveyor_app.ui.recording.capturing import Capturing, level_of
from surveyor_app.ui.recording.chosen_devices import ChosenDevices
from surveyor_app.wording.translation import tr

TICK_MS = 200
_CAMERA, _MICROPHONE = DeviceKind.CAMERA, DeviceKind.MICROPHONE


class CaptureView(QDialog):
    """Takes photos and videos with a camera, or sound with a microphone alone."""

    def __init__(
        self, parent: QWidget, capturing: Capturing, devices: CaptureDevices, *, with_camera: bool = True
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._capturing = capturing
        self._with_camera = with_camera
        self._kinds = (_CAMERA, _MICROPHONE) if with_camera else (_MICROPHONE,)
        self.devices = ChosenDevices(devices, self._kinds, lambda: capturing.is_recording, self)
        self._is_stopping = False
        self.preview = QVideoWidget()
        self.absent = EmptyState("video" if with_camera else "sound")
        self.listening = EmptyState("sound")
        self._pile = QStackedWidget()
        self.sign = looks.label("heading")
        self._sign_picture = looks.label()
        self.elapsed = looks.label("title")
        self.level = QProgressBar()
        self.note = Note()
        self.consent = looks.label("secondary", wrap=True)
        self.photo_button = looks.button("primary" if with_camera else "", self.photograph)
        self.record_button = looks.button("" if with_camera else "primary", self.toggle)
        self.close_button = looks.button("", self.reject)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._say_state)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.devices.ask_leave()

    def sizeHint(self) -> QSize:
        return QSize(860, 660) if self._with_camera else QSize(560, 440)

    def _lay_out(self) -> None:
        for widget in (self.preview, self.absent, self.listening):
            self._pile.addWidget(widget)
        self._pile.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._pile.setMinimumHeight(160)
        self.level.setRange(0, 100)
        self.level.setTextVisible(False)
        policy = self.level.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.level.setSizePolicy(policy)
        self.photo_button.setVisible(self._with_camera)
        boxes, names = self.devices.boxes, self.devices.names
        chosen = looks.row(*(looks.column(names[kind], boxes[kind], spacing=4) for kind in self._kinds))
        state = looks.row(self._sign_picture, self.sign, 12, self.elapsed, 12, self.level, spacing=8)
        state.setStretch(5, 1)
        deeds = looks.row(self.photo_button, self.record_button, None, self.close_button)
        layout = looks.column(chosen, self._pile, self.note, state, self.consent, deeds, spacing=12)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        room = self.screen().availableSize()
        self.resize(self.sizeHint().boundedTo(QSize(room.width() * 9 // 10, room.height() * 9 // 10)))

    def _connect(self) -> None:
        self.devices.pictured.connect(self._on_pictured)
        self.devices.heard.connect(self._on_heard)
        self.devices.lost.connect(lambda: self._capturing.end(is_lost=True))
        self.devices.changed.connect(self._say_state)
        self._capturing.ended.connect(self._on_ended)

    def retranslate(self) -> None:
        """Write all texts in the window's language and theme."""
        self.setWindowTitle(tr("Webcam") if self._with_camera else tr("Record sound"))
        looks.face(self.photo_button, tr("Take photo"), "photos", "on_accent")
        looks.face(self.close_button, tr("Close"))
        looks.name(self.level, tr("Level"))
        self.preview.setAccessibleName(tr("Live picture"))
        self.consent.setText(tr("Tell the people present that you are recording, and note their consent."))
        self._say_state()

    # ------------------------------------------------------------------------------------------ doing

    def photograph(self) -> None:
        """Take a photo of what is seen now."""
        if self.devices.frame is not None:
            self._capturing.photograph(self.devices.frame, self.devices.chosen_name(_CAMERA))

    def toggle(self) -> None:
        """Begin to record, or end it."""
        if self._capturing.is_recording:
            self._is_stopping = True
            self._capturing.end()
        elif self._can_record():
            self._begin()
        self._say_state()

    def done(self, result: int) -> None:
        self._timer.stop()
        self._capturing.end()
        for kind in self._kinds:
            self.devices.close(kind)
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._with_camera:
            self.photograph()
        elif event.key() in (Qt.Key.Key_R, Qt.Key.Key_Space):
            self.toggle()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _begin(self) -> None:
        frame = self.devices.frame if self._with_camera else None
        if self._with_camera:
            self.devices.start(_MICROPHONE)
        microphone = self.devices.source(_MICROPHONE)
        size = (frame.width(), frame.height()) if frame is not None else None
        device = self.devices.chosen_name(self._kinds[0])
        self._is_stopping = False
        self._capturing.begin(size, microphone.shape if microphone else None, device)
        self._timer.start()

    def _can_record(self) -> bool:
        if self._with_camera:
            return self.devices.frame is not None
        return self.devices.source(_MICROPHONE) is not None

    # -------------------------------------------------------------------------------------- following

    def _on_pictured(self, frame: QVideoFrame) -> None:
        self.preview.videoSink().setVideoFrame(frame)
        self._capturing.see(frame)

    def _on_heard(self, samples: bytes) -> None:
        self.level.setValue(level_of(samples))
        self._capturing.hear(samples)

    def _on_ended(self) -> None:
        self._timer.stop()
        self._is_stopping = False
        if self._with_camera:
            self.devices.close(_MICROPHONE)
            self.level.setValue(0)
        self._say_state()

    def _say_state(self) -> None:
        recording = self._capturing.is_recording
        self.sign.setText(tr("Recording now") if recording else tr("Not recording"))
        looks.set_tone(self.sign, "bad" if recording else "")
        self._sign_picture.setPixmap(icons.icon("record", "bad" if recording else "disabled").pixmap(20, 20))
        self.elapsed.setText(formats.duration(self._capturing.elapsed_s))
        self.level.setVisible(self.devices.source(_MICROPHONE) is not None)
        start = tr("Record video") if self._with_camera else tr("Record sound")
        looks.face(self.record_button, tr("Stop") if recording else start)
        token = "text" if self._with_camera else "on_accent"
        self.record_button.setIcon(icons.icon("stop" if recording else "record", token))
        self.record_button.setEnabled(not self._is_stopping and (recording or self._can_record()))
        self.photo_button.setEnabled(self.devices.frame is not None)
        self.devices.say()
        self._say_device()

    def _say_device(self) -> None:
        first = self._kinds[0]
        if self.devices.is_refused(first):
            self._say_absent(
                tr("Not allowed"),
                tr("The system does not allow this program to use the device. Allow it in the system's privacy settings, "
                   "then open this window again."),
            )  # fmt: skip
        elif not self.devices.is_there(first):
            title = tr("No camera found") if self._with_camera else tr("No microphone found")
            self._say_absent(title, tr("Plug one in; it is found by itself. Files of other devices come in by Import."))
        elif self._with_camera and self.devices.frame is None:
            self._say_absent(tr("Waiting for the camera"), tr("If nothing shows, another program may be using it."))
        else:
            self._say_listening()
            self._pile.setCurrentWidget(self.preview if self._with_camera else self.listening)
        silent = self._with_camera and self.devices.frame is not None and not self.devices.is_there(_MICROPHONE)
        self.note.say(tr("No microphone found: a video will have no sound.") if silent else "", "warn")

    def _say_listening(self) -> None:
        if self._capturing.is_recording:
            self.listening.say(
                tr("Recording now"), tr("It is stored in the case while it is made: a crash costs a second at most.")
            )
        else:
            self.listening.say(tr("Ready to record"), tr("The level below moves when the microphone hears something."))

    def _say_absent(self, title: str, why: str) -> None:
        self.absent.say(title, why)
        self._pile.setCurrentWidget(self.absent)
