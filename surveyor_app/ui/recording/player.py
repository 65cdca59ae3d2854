"""The player: picture or sign, a seek bar with its times, and the controls of playback."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtWidgets import QComboBox, QSizePolicy, QSlider, QStackedWidget, QStyle, QWidget

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.ui.base import formats, looks, theme
from surveyor_app.ui.base.jobs import Jobs
from surveyor_app.ui.base.picture_view import PictureView
from surveyor_app.ui.recording.playback import Playback
from surveyor_app.wording.translation import tr

JUMP_MS = 5000
SPEEDS = (0.5, 1.0, 2.0)
VOLUME = 80


class SeekBar(QSlider):
    """Position in ms; a click goes there at once, arrows go five seconds."""

    wanted = Signal(int)
    """A person chose a position."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setMinimumHeight(theme.TARGET_PX)
        self.setSingleStep(JUMP_MS)
        self.setPageStep(JUMP_MS)
        self.setEnabled(False)
        self.actionTriggered.connect(lambda _action: self.wanted.emit(self.sliderPosition()))
        self.sliderMoved.connect(self.wanted)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            at = QStyle.sliderValueFromPosition(
                self.minimum(), self.maximum(), round(event.position().x()), self.width()
            )
            self.setValue(at)
            self.wanted.emit(at)
        # The handle is under the mouse now, so that a drag goes on from here.
        super().mousePressEvent(event)


class Player(QWidget):
    """Controls over one :class:`Playback` and what it shows; the playback is the caller's to release."""

    def __init__(self, playback: Playback, record: Evidence, case: CaseFile, jobs: Jobs) -> None:
        super().__init__()
        self._playback = playback
        self._is_sound = record.evidence_class == "sound"
        self._was_running = False
        self.poster = PictureView(case, jobs, 200)
        self.poster.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.poster.show_original(
            "" if record.no_preview else record.sha256 or "", "sound" if self._is_sound else "video"
        )
        self.poster.opened.connect(self.toggle)
        self.video = QVideoWidget()
        self.video.setMinimumHeight(200)
        self._pile = QStackedWidget()
        self._pile.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._pile.addWidget(self.poster)
        self._pile.addWidget(self.video)
        self.bar = SeekBar()
        self.clock = looks.label("secondary")
        self.play_button = looks.button("primary", self.toggle)
        self.back_button = looks.tool(lambda: self.jump(-JUMP_MS))
        self.forward_button = looks.tool(lambda: self.jump(JUMP_MS))
        self.step_back_button = looks.tool(lambda: self.step(-1))
        self.step_button = looks.tool(lambda: self.step(1))
        self.speed = QComboBox()
        self.mute_button = looks.tool()
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()
        self.retranslate()
        playback.show_on(self.video)

    def _lay_out(self) -> None:
        for speed in SPEEDS:
            self.speed.addItem(f"{speed:g} ×", speed)
        self.speed.setCurrentIndex(SPEEDS.index(1.0))
        self.mute_button.setCheckable(True)
        self.volume.setRange(0, 100)
        self.volume.setValue(VOLUME)
        self.volume.setFixedSize(QSize(110, theme.TARGET_PX))
        self.play_button.setMinimumWidth(110)
        for button in (self.step_back_button, self.step_button):
            button.setVisible(not self._is_sound)
        for widget in (self.mute_button, self.volume):
            widget.setEnabled(self._playback.can_be_heard())
        controls = looks.row(
            self.back_button, self.step_back_button, self.play_button, self.step_button, self.forward_button, 12,
            self.speed, None, self.mute_button, self.volume,
        )  # fmt: skip
        self.setLayout(looks.column(self._pile, looks.row(self.bar, self.clock, spacing=12), controls, spacing=8))

    def _connect(self) -> None:
        self._playback.moved.connect(self._on_moved)
        self._playback.loaded.connect(self._on_loaded)
        self._playback.running.connect(self._on_running)
        self.bar.wanted.connect(self._playback.seek)
        self.speed.currentIndexChanged.connect(lambda index: self._playback.set_speed(SPEEDS[index]))
        self.mute_button.toggled.connect(self._on_muted)
        self.volume.valueChanged.connect(lambda value: self._playback.set_volume(value / 100))
        self._playback.set_volume(VOLUME / 100)

    def retranslate(self) -> None:
        """Write all texts and icons in the window's language and theme."""
        self._say_running(self._playback.is_running())
        looks.name(self.back_button, tr("5 seconds back"), "rewind")
        looks.name(self.forward_button, tr("5 seconds on"), "forward")
        looks.name(self.step_back_button, tr("One picture back"), "step_back")
        looks.name(self.step_button, tr("One picture on"), "step")
        looks.name(self.speed, tr("Speed"))
        looks.name(self.volume, tr("Loudness"))
        looks.name(self.bar, tr("Position"))
        self.video.setAccessibleName(tr("Video"))
        self.poster.setAccessibleName(tr("Recording"))
        self._say_mute()
        self._say_clock()

    # ------------------------------------------------------------------------------------------ doing

    def toggle(self) -> None:
        """Play or pause."""
        self._playback.toggle()

    def jump(self, ms: int) -> None:
        """Go on or back by so much."""
        self._playback.seek(self._playback.position_ms() + ms)

    def step(self, pictures: int) -> None:
        """Stand still and show the picture so many further on."""
        self._playback.pause()
        self._pile.setCurrentWidget(self.video)
        self.jump(pictures * self._playback.frame_ms())

    def press(self, event: QKeyEvent) -> bool:
        """Take a key that no control wanted; tell whether it was one of the player's."""
        deeds: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Space: self.toggle,
            Qt.Key.Key_Left: lambda: self.jump(-JUMP_MS),
            Qt.Key.Key_Right: lambda: self.jump(JUMP_MS),
            Qt.Key.Key_Comma: lambda: self.step(-1),
            Qt.Key.Key_Period: lambda: self.step(1),
            Qt.Key.Key_M: self.mute_button.toggle,
            Qt.Key.Key_BracketLeft: lambda: self._change_speed(-1),
            Qt.Key.Key_BracketRight: lambda: self._change_speed(1),
        }
        deed = deeds.get(Qt.Key(event.key()))
        if deed is not None:
            deed()
        return deed is not None

    def _change_speed(self, by: int) -> None:
        self.speed.setCurrentIndex(max(0, min(self.speed.currentIndex() + by, len(SPEEDS) - 1)))

    # -------------------------------------------------------------------------------------- following

    def _on_moved(self, ms: int) -> None:
        if not self.bar.isSliderDown():
            self.bar.setValue(ms)
        self._say_clock()

    def _on_loaded(self, ms: int) -> None:
        self.bar.setEnabled(ms > 0)
        self.bar.setRange(0, ms)
        self._say_clock()

    def _on_running(self, is_running: bool) -> None:
        if is_running and self._playback.has_picture():
            self._pile.setCurrentWidget(self.video)
        self._say_running(is_running)

    def _on_muted(self, is_muted: bool) -> None:
        self._playback.set_muted(is_muted)
        self._say_mute()

    def _say_running(self, is_running: bool) -> None:
        text = tr("Pause") if is_running else tr("Play")
        looks.face(self.play_button, text, "pause" if is_running else "play", "on_accent")

    def _say_mute(self) -> None:
        muted = self.mute_button.isChecked()
        looks.name(self.mute_button, tr("Sound on") if muted else tr("Sound off"), "mute" if muted else "louder")

    def _say_clock(self) -> None:
        position, total = self._playback.position_ms(), self._playback.duration_ms()
        self.clock.setText(f"{formats.duration(position / 1000)} / {formats.duration(total / 1000)}")
