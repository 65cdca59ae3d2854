"""Sound or video of an interview: off until somebody starts it, paused and gone on with, always with its sign.

Each stretch between start, pause and stop becomes a recording of its own, whole and uncut (domain §6.2 st_av): a pause shows as
the gap between two recordings, each with its own beginning and hash, and nothing inside a file was ever left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QElapsedTimer, QObject, Signal
from PySide6.QtMultimedia import QVideoFrame

from surveyor_app.domain.errors import SurveyorError
from surveyor_app.media.frames import Sound
from surveyor_app.operations.intake.capturing import Announced, Captured, Take, announce, record
from surveyor_app.operations.intake.feeds import Feed
from surveyor_app.operations.statements.answers import Heard
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.recording.capture_devices import CaptureDevices, DeviceKind
from surveyor_app.ui.recording.capturing import level_of
from surveyor_app.ui.recording.video_frames import picture_of
from surveyor_app.ui.statements.interview_devices import InterviewDevices
from surveyor_app.wording.translation import tr

_CAMERA, _MICROPHONE = DeviceKind.CAMERA, DeviceKind.MICROPHONE


class RecordingState(Enum):
    """Whether the interview is being recorded."""

    OFF = "off"
    WAITING = "waiting"
    """The camera has not given a picture yet."""
    RUNNING = "running"
    PAUSED = "paused"


class Absence(Enum):
    """Why a recording cannot begin."""

    NO_MICROPHONE = "no_microphone"
    NO_CAMERA = "no_camera"
    NOT_ALLOWED = "not_allowed"


@dataclass(slots=True)
class _Stretch:
    """One recording under way."""

    feed: Feed
    announced: Announced
    clock: QElapsedTimer

    @property
    def elapsed_ms(self) -> int:
        return self.clock.elapsed()


class InterviewRecorder(QObject):
    """Records one interview at a time. Outlives what shows it, so that leaving the page loses nothing."""

    changed = Signal()
    """It runs now, stands, or is off."""
    absent = Signal(object)
    """It cannot begin: an :class:`Absence`."""
    level = Signal(int)
    """How loud it is, 0 to 100."""

    def __init__(self, desk: Desk, devices: CaptureDevices, parent: QObject) -> None:
        super().__init__(parent)
        self.devices = InterviewDevices(devices, self)
        self.state = RecordingState.OFF
        self.statement_id: str | None = None
        """The statement whose interview is recorded."""
        self._desk = desk
        self._subject = ""
        self._with_camera = False
        self._stretch: _Stretch | None = None
        self._before_ms = 0
        self.devices.pictured.connect(self._on_pictured)
        self.devices.heard.connect(self._on_heard)
        self.devices.lost.connect(self._on_lost)

    @property
    def elapsed_s(self) -> float:
        """Seconds recorded of this interview, pauses left out."""
        running = self._stretch.elapsed_ms if self._stretch is not None else 0
        return (self._before_ms + running) / 1000

    def heard_now(self, statement_id: str | None) -> Heard | None:
        """Return where the recording of this statement is now; ``None`` while it is not recorded."""
        if self._stretch is None or self.state is not RecordingState.RUNNING or statement_id != self.statement_id:
            return None
        return Heard(self._stretch.announced.evidence_id, self._stretch.elapsed_ms)

    def begin(self, statement_id: str, number: int, *, with_camera: bool) -> None:
        """Begin to record the interview of a statement; its number begins the names of the files."""
        if self.state is not RecordingState.OFF:
            return
        self.statement_id, self._subject, self._with_camera = statement_id, f"statement-{number}", with_camera
        self._before_ms = 0
        self._ask_leave()

    def pause(self) -> None:
        """Stand still: nothing is heard or seen until :meth:`resume`."""
        if self.state is RecordingState.RUNNING:
            self._end_stretch()
            self._say(RecordingState.PAUSED)

    def resume(self) -> None:
        """Go on with another recording."""
        if self.state is RecordingState.PAUSED:
            self._ask_leave()

    def stop(self) -> None:
        """End the recording of this interview."""
        self._end_stretch()
        self._say(RecordingState.OFF)

    # ---------------------------------------------------------------------------------------- devices

    def _ask_leave(self) -> None:
        kind = _CAMERA if self._with_camera else _MICROPHONE
        if not self.devices.offered.choices(kind):
            self._fail(Absence.NO_CAMERA if self._with_camera else Absence.NO_MICROPHONE)
        else:
            self.devices.offered.allow(kind, self, self._on_allowed)

    def _on_allowed(self, is_allowed: bool) -> None:
        if not is_allowed:
            self._fail(Absence.NOT_ALLOWED)
        elif self._with_camera:
            self.devices.offered.allow(_MICROPHONE, self, self._on_sound_allowed)
        else:
            self._start(_MICROPHONE)

    def _on_sound_allowed(self, is_allowed: bool) -> None:
        # A video without sound is worth having; what it lacks is said.
        if is_allowed and self.devices.offered.choices(_MICROPHONE):
            self.devices.open(_MICROPHONE)
        self._start(_CAMERA)

    def _start(self, kind: DeviceKind) -> None:
        if not self.devices.open(kind):
            self._fail(Absence.NO_CAMERA if kind is _CAMERA else Absence.NO_MICROPHONE)
            return
        if kind is _MICROPHONE:
            self._begin_stretch(None)
        else:
            # How large its pictures are is known with the first.
            self._say(RecordingState.WAITING)
        self.devices.start()

    def _close_sources(self) -> None:
        self.devices.close()
        self.level.emit(0)

    def _on_pictured(self, frame: QVideoFrame) -> None:
        if self.state is RecordingState.WAITING:
            self._begin_stretch((frame.width(), frame.height()))
        if self._stretch is not None:
            picture = picture_of(frame, self._stretch.elapsed_ms / 1000)
            if picture is not None:
                self._stretch.feed.put(picture)

    def _on_heard(self, samples: bytes) -> None:
        self.level.emit(level_of(samples))
        if self._stretch is not None:
            self._stretch.feed.put(Sound(samples, self._stretch.elapsed_ms / 1000))

    def _on_lost(self, kind: DeviceKind) -> None:
        # A video goes on without its sound; what it is of is the picture.
        if kind is (_CAMERA if self._with_camera else _MICROPHONE):
            self.stop()
            self._desk.messages.tell(tr("The device is gone. What was recorded up to then is kept."), tone="warn")

    # -------------------------------------------------------------------------------------- recording

    def _begin_stretch(self, size_px: tuple[int, int] | None) -> None:
        microphone = self.devices.source(_MICROPHONE)
        main = self.devices.source(_CAMERA) if self._with_camera else microphone
        device = main.objectName() if main is not None else ""
        case, feed, clock = self._desk.case, Feed(), QElapsedTimer()
        take = Take(size_px, microphone.shape if microphone else None, device)
        announced = announce(case, take, self._subject)
        clock.start()
        stretch = self._stretch = _Stretch(feed, announced, clock)
        self._desk.jobs.run(
            lambda report: record(case, take, feed, report, announced),
            self,
            lambda captured: self._on_recorded(stretch, captured),
            lambda error: self._on_failed(stretch, error),
            title=tr("Recording of the interview"),
        )
        self._say(RecordingState.RUNNING)

    def _end_stretch(self) -> None:
        if self._stretch is not None:
            self._before_ms += self._stretch.elapsed_ms
            self._stretch.feed.end()
            self._stretch = None
        self._close_sources()

    def _on_recorded(self, stretch: _Stretch, captured: Captured) -> None:
        if captured.evidence_id is not None:
            self._desk.edits.record(captured.changes)
        elif captured.failure is None:
            self._tell(tr("Nothing was recorded: the device gave neither picture nor sound."), "warn")
        if isinstance(captured.failure, SurveyorError):
            self._tell(words(captured.failure), "bad")
        self._note_end(stretch)

    def _on_failed(self, stretch: _Stretch, error: BaseException) -> None:
        self._tell(words(error), "bad")
        self._note_end(stretch)

    def _note_end(self, stretch: _Stretch) -> None:
        """Follow a recording that ended by itself: it was cancelled, or could not go on."""
        if self._stretch is stretch:
            self.stop()

    def _tell(self, text: str, tone: str) -> None:
        self._desk.messages.tell(text, tone=tone)

    def _fail(self, why: Absence) -> None:
        self._close_sources()
        self._say(RecordingState.OFF)
        self.absent.emit(why)

    def _say(self, state: RecordingState) -> None:
        self.state = state
        self.changed.emit()
