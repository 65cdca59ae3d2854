"""Takes photos and records from open devices: what the window does with them, apart from how it shows it."""

from __future__ import annotations

from array import array

from PySide6.QtCore import QElapsedTimer, QObject, Signal
from PySide6.QtMultimedia import QVideoFrame

from surveyor_app.domain.errors import RecordingFailed, SurveyorError
from surveyor_app.media.frames import Sound, SoundShape
from surveyor_app.operations.intake.capturing import Captured, Take, record, take_photo
from surveyor_app.operations.intake.feeds import Feed
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.recording.video_frames import picture_of
from surveyor_app.wording.translation import tr

FULL_SCALE = 32_768


class Capturing(QObject):
    """Photos and recordings of one page. Outlives the dialog, so that closing it in mid-recording loses nothing."""

    ended = Signal()
    """The recording under way has ended and is kept, or could not be."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._feed: Feed | None = None
        self._clock = QElapsedTimer()
        self._is_lost = False

    @property
    def is_recording(self) -> bool:
        """Tell whether something is being recorded."""
        return self._feed is not None

    @property
    def elapsed_s(self) -> float:
        """Seconds since the recording began."""
        return self._clock.elapsed() / 1000 if self._feed is not None else 0.0

    def photograph(self, frame: QVideoFrame, device: str) -> None:
        """Keep a frame of the camera as a photo."""
        picture = picture_of(frame, 0.0)
        desk, taken = self._desk, self._desk.case.author.clock().instant()
        if picture is None:
            desk.messages.tell(words(RecordingFailed()), tone="bad")
            return
        desk.jobs.run(
            lambda _report: take_photo(desk.case, picture, taken, device),
            self,
            self._on_photographed,
            self._on_photo_failed,
        )

    def begin(self, size_px: tuple[int, int] | None, shape: SoundShape | None, device: str) -> None:
        """Begin to record; what the devices give follows through :meth:`see` and :meth:`hear`."""
        feed, case = Feed(), self._desk.case
        take = Take(size_px, shape, device)
        self._feed, self._is_lost = feed, False
        self._clock.start()
        self._desk.jobs.run(
            lambda report: record(case, take, feed, report),
            self,
            self._on_recorded,
            self._on_failed,
            title=tr("Recording"),
        )

    def see(self, frame: QVideoFrame) -> None:
        """Add a frame of the camera."""
        if self._feed is not None:
            picture = picture_of(frame, self.elapsed_s)
            if picture is not None:
                self._feed.put(picture)

    def hear(self, samples: bytes) -> None:
        """Add samples of the microphone."""
        if self._feed is not None:
            self._feed.put(Sound(samples, self.elapsed_s))

    def end(self, *, is_lost: bool = False) -> None:
        """End the recording; ``is_lost`` when the device is gone. Without one it does nothing."""
        if self._feed is not None:
            self._is_lost = is_lost
            self._feed.end()

    # ----------------------------------------------------------------------------------------- inside

    def _on_photographed(self, captured: Captured) -> None:
        self._desk.edits.record(captured.changes)
        self._desk.messages.tell(tr("Photo stored"), tr("Undo"), self._desk.edits.undo, tone="ok")

    def _on_photo_failed(self, error: BaseException) -> None:
        self._desk.messages.tell(words(error), tone="bad")

    def _on_recorded(self, captured: Captured) -> None:
        self._feed = None
        if captured.evidence_id is not None:
            self._desk.edits.record(captured.changes)
        self._tell(captured)
        self.ended.emit()

    def _on_failed(self, error: BaseException) -> None:
        self._feed = None
        self._desk.messages.tell(words(error), tone="bad")
        self.ended.emit()

    def _tell(self, captured: Captured) -> None:
        tell = self._desk.messages.tell
        if captured.evidence_id is None:
            tell(tr("Nothing was recorded: the device gave neither picture nor sound."), tone="warn")
        elif isinstance(captured.failure, SurveyorError):
            tell(words(captured.failure), tone="bad")
        elif self._is_lost:
            tell(tr("The device is gone. What was recorded up to then is kept."), tone="warn")
        else:
            tell(tr("Recording stored"), tr("Undo"), self._desk.edits.undo, tone="ok")


def level_of(samples: bytes) -> int:
    """Return how loud samples of 16 bits are at their loudest, 0 to 100."""
    values = array("h")
    values.frombytes(samples[: len(samples) // 2 * 2])
    if not values:
        return 0
    return min(100, round(100 * max(max(values), -min(values)) / FULL_SCALE))
