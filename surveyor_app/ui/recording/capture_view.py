"""Photo, video and sound with the laptop's own devices: what they see and hear, and a red sign while it is recorded.

There is no recording without this window and its sign (evidence got in secret is excluded: 民诉法解释 2022 art. 106), and
a line that reminds of telling the person.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtMultimedia import QVideoFrame
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtWidgets import QComboBox, QDialog, QProgressBar, QSizePolicy, QStackedWidget, QWidget

from surveyor_app.ui.base import formats, icons, looks
from surveyor_app.ui.base.notes import EmptyState, Note
from surveyor_app.ui.recording.capture_devices import CaptureDevices, CaptureSource, DeviceKind
from surveyor_app.ui.recording.capturing import Capturing, level_of
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
        self._devices = devices
        self._with_camera = with_camera
        self._kinds = (_CAMERA, _MICROPHONE) if with_camera else (_MICROPHONE,)
        self._sources: dict[DeviceKind, CaptureSource] = {}
        self._refused: set[DeviceKind] = set()
        self._frame: QVideoFrame | None = None
        self._is_stopping = False
        self.boxes = {kind: QComboBox() for kind in self._kinds}
        self._box_names = {kind: looks.label("field") for kind in self._kinds}
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
        for kind in self._kinds:
            self._fill(kind)
            devices.allow(kind, self, partial(self._on_allowed, kind))

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
        chosen = looks.row(*(looks.column(self._box_names[kind], self.boxes[kind], spacing=4) for kind in self._kinds))
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
        for kind, box in self.boxes.items():
            box.activated.connect(partial(self._on_chosen, kind))
        for kind, on_changed in ((_CAMERA, self._on_cameras_changed), (_MICROPHONE, self._on_microphones_changed)):
            if kind in self._kinds:
                self._devices.watch(kind, self, on_changed)
        self._capturing.ended.connect(self._on_ended)

    def retranslate(self) -> None:
        """Write all texts in the window's language and theme."""
        self.setWindowTitle(tr("Webcam") if self._with_camera else tr("Record sound"))
        names = {_CAMERA: tr("Webcam"), _MICROPHONE: tr("Microphone")}
        for kind in self._kinds:
            self._box_names[kind].setText(names[kind])
            self.boxes[kind].setAccessibleName(names[kind])
        looks.face(self.photo_button, tr("Take photo"), "photos", "on_accent")
        looks.face(self.close_button, tr("Close"))
        looks.name(self.level, tr("Level"))
        self.preview.setAccessibleName(tr("Live picture"))
        self.consent.setText(tr("Tell the people present that you are recording, and note their consent."))
        self._say_state()

    # ------------------------------------------------------------------------------------------ doing

    def photograph(self) -> None:
        """Take a photo of what is seen now."""
        if self._frame is not None:
            self._capturing.photograph(self._frame, self.boxes[_CAMERA].currentText())

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
        for kind in list(self._sources):
            self._close_source(kind)
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
        frame = self._frame if self._with_camera else None
        if self._with_camera and self._open(_MICROPHONE):
            self._sources[_MICROPHONE].start()
        microphone = self._sources.get(_MICROPHONE)
        size = (frame.width(), frame.height()) if frame is not None else None
        device = self.boxes[self._kinds[0]].currentText()
        self._is_stopping = False
        self._capturing.begin(size, microphone.shape if microphone else None, device)
        self._timer.start()

    def _can_record(self) -> bool:
        return self._frame is not None if self._with_camera else _MICROPHONE in self._sources

    # ---------------------------------------------------------------------------------------- devices

    def _on_allowed(self, kind: DeviceKind, is_allowed: bool) -> None:
        if not is_allowed:
            self._refused.add(kind)
        elif kind is self._kinds[0]:
            self._start(kind)
        self._say_state()

    def _fill(self, kind: DeviceKind) -> None:
        box = self.boxes[kind]
        chosen = box.currentData()
        box.clear()
        for choice in self._devices.choices(kind):
            box.addItem(choice.name, choice.id)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.setEnabled(box.count() > 0)

    def _open(self, kind: DeviceKind) -> bool:
        self._close_source(kind)
        if kind in self._refused or self.boxes[kind].currentData() is None:
            return False
        source = self._devices.open(kind, self.boxes[kind].currentData(), self)
        if source is None:
            return False
        self._sources[kind] = source
        source.pictured.connect(self._on_pictured)
        source.heard.connect(self._on_heard)
        source.lost.connect(partial(self._on_lost, kind))
        return True

    def _start(self, kind: DeviceKind) -> None:
        if self._open(kind):
            self._sources[kind].start()

    def _close_source(self, kind: DeviceKind) -> None:
        source = self._sources.pop(kind, None)
        if source is not None:
            source.stop()
            source.deleteLater()

    def _on_chosen(self, kind: DeviceKind, _index: int) -> None:
        if not self._capturing.is_recording and kind is self._kinds[0]:
            self._frame = None
            self._start(kind)
            self._say_state()

    def _on_cameras_changed(self) -> None:
        self._on_devices_changed(_CAMERA)

    def _on_microphones_changed(self) -> None:
        self._on_devices_changed(_MICROPHONE)

    def _on_devices_changed(self, kind: DeviceKind) -> None:
        before = self.boxes[kind].currentData()
        self._fill(kind)
        if kind in self._sources and self.boxes[kind].findData(before) < 0:
            self._on_lost(kind)
        if kind is self._kinds[0] and kind not in self._sources and not self._capturing.is_recording:
            self._start(kind)
        self._say_state()

    def _on_lost(self, kind: DeviceKind) -> None:
        if kind not in self._sources:
            return
        self._close_source(kind)
        if kind is _CAMERA:
            self._frame = None
        # A video goes on without its sound; what it is of is the picture.
        if kind is self._kinds[0]:
            self._capturing.end(is_lost=True)
        self._say_state()

    # -------------------------------------------------------------------------------------- following

    def _on_pictured(self, frame: QVideoFrame) -> None:
        is_first = self._frame is None
        self._frame = frame
        self.preview.videoSink().setVideoFrame(frame)
        self._capturing.see(frame)
        if is_first:
            self._say_state()

    def _on_heard(self, samples: bytes) -> None:
        self.level.setValue(level_of(samples))
        self._capturing.hear(samples)

    def _on_ended(self) -> None:
        self._timer.stop()
        self._is_stopping = False
        if self._with_camera:
            self._close_source(_MICROPHONE)
            self.level.setValue(0)
        self._say_state()

    def _say_state(self) -> None:
        recording = self._capturing.is_recording
        self.sign.setText(tr("Recording now") if recording else tr("Not recording"))
        looks.set_tone(self.sign, "bad" if recording else "")
        self._sign_picture.setPixmap(icons.icon("record", "bad" if recording else "disabled").pixmap(20, 20))
        self.elapsed.setText(formats.duration(self._capturing.elapsed_s))
        self.level.setVisible(_MICROPHONE in self._sources)
        start = tr("Record video") if self._with_camera else tr("Record sound")
        looks.face(self.record_button, tr("Stop") if recording else start)
        token = "text" if self._with_camera else "on_accent"
        self.record_button.setIcon(icons.icon("stop" if recording else "record", token))
        self.record_button.setEnabled(not self._is_stopping and (recording or self._can_record()))
        self.photo_button.setEnabled(self._frame is not None)
        for box in self.boxes.values():
            box.setEnabled(box.count() > 0 and not recording)
            box.setPlaceholderText(tr("none found"))
        self._say_device()

    def _say_device(self) -> None:
        first = self._kinds[0]
        if first in self._refused:
            self._say_absent(
                tr("Not allowed"),
                tr("The system does not allow this program to use the device. Allow it in the system's privacy settings, "
                   "then open this window again."),
            )  # fmt: skip
        elif not self.boxes[first].count():
            title = tr("No camera found") if self._with_camera else tr("No microphone found")
            self._say_absent(title, tr("Plug one in; it is found by itself. Files of other devices come in by Import."))
        elif self._with_camera and self._frame is None:
            self._say_absent(tr("Waiting for the camera"), tr("If nothing shows, another program may be using it."))
        else:
            self._say_listening()
            self._pile.setCurrentWidget(self.preview if self._with_camera else self.listening)
        silent = self._with_camera and self._frame is not None and not self.boxes[_MICROPHONE].count()
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
