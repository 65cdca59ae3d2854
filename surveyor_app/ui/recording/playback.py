"""Plays one original straight from the encrypted case file.

The decoder reads through Python on a thread of its own. Whatever makes it wait for that thread (stop, seek, destroy) must
therefore not be called from Python, which holds the interpreter meanwhile: it goes through queued connections to Qt's own
slots and through ``deleteLater``, both of which run in the event loop with the interpreter free.
"""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer
from PySide6.QtMultimediaWidgets import QVideoWidget

from surveyor_app.casefile.blob_reading import BlobReader
from surveyor_app.domain.errors import SurveyorError
from surveyor_app.ui.recording.blob_device import BlobDevice

_State = QMediaPlayer.PlaybackState
_Status = QMediaPlayer.MediaStatus
_MS: type = "qlonglong"  # type: ignore[assignment]  # Qt's own type by its name; the stubs know Python's only


class Playback(QObject):
    """One player of one original; :meth:`release` ends it."""

    moved = Signal(_MS)
    """The position in ms changed."""
    loaded = Signal(_MS)
    """The duration in ms is known; 0 where the file does not say."""
    running = Signal(bool)
    """It plays now, or stands."""
    unplayable = Signal()
    """Nothing here decodes it."""
    damaged = Signal(object)
    """A :class:`SurveyorError` met while reading."""

    _play, _pause, _stop = Signal(), Signal(), Signal()
    _seek = Signal(_MS)
    _rate = Signal(float)

    def __init__(self, reader: BlobReader, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = reader
        self._wanted_rate = 1.0
        self._is_released = False
        # Children go in this order: the player before the device it reads from.
        self._player = QMediaPlayer(self)
        self._output: QAudioOutput | None = None
        if not QMediaDevices.defaultAudioOutput().isNull():
            self._output = QAudioOutput(self)
            self._player.setAudioOutput(self._output)
        self._device = BlobDevice(reader, self)
        queued = Qt.ConnectionType.QueuedConnection
        self._play.connect(self._player.play, queued)
        self._pause.connect(self._player.pause, queued)
        self._stop.connect(self._player.stop, queued)
        self._seek.connect(self._player.setPosition, queued)
        self._rate.connect(self._player.setPlaybackRate, queued)
        self._player.positionChanged.connect(self.moved)
        self._player.playbackStateChanged.connect(self._on_state_changed)
        self._player.mediaStatusChanged.connect(self._on_status_changed)
        self._player.errorOccurred.connect(self._on_error_occurred)
        self._device.failed.connect(self._on_failed, queued)
        # The ending only hints at the container; the bytes decide.
        self._url = QUrl(f"original{PurePath(name).suffix.lower()}")

    def show_on(self, screen: QVideoWidget) -> None:
        """Show the picture on ``screen``; before :meth:`load`."""
        self._player.setVideoOutput(screen)

    def load(self) -> None:
        """Open the original; ``loaded`` or ``unplayable`` follows."""
        self._player.setSourceDevice(self._device, self._url)

    # ------------------------------------------------------------------------------------------ doing

    def toggle(self) -> None:
        """Play, or pause; from the start when it has ended."""
        (self._pause if self.is_running() else self._play).emit()

    def pause(self) -> None:
        """Stand still."""
        self._pause.emit()

    def seek(self, ms: int) -> None:
        """Go to a position; beyond the ends means the ends."""
        self._seek.emit(max(0, min(ms, self.duration_ms())))

    def play_from(self, ms: int) -> None:
        """Play from a position on; a file that does not say how long it is is trusted to reach it."""
        self._seek.emit(max(0, min(ms, self.duration_ms()) if self.duration_ms() else ms))
        self._play.emit()

    def set_speed(self, rate: float) -> None:
        """Play at a multiple of the recorded speed."""
        self._rate.emit(rate)

    def set_volume(self, share: float) -> None:
        """Set the loudness, 0 to 1 as heard."""
        if self._output is not None:
            self._output.setVolume(share**2)  # what is heard grows with the logarithm; its square comes close enough

    def set_muted(self, is_muted: bool) -> None:
        """Play without sound, or with it."""
        if self._output is not None:
            self._output.setMuted(is_muted)

    def release(self) -> None:
        """Stop, and give the case back: when this returns nothing is read from it any more. Twice does nothing."""
        if self._is_released:
            return
        self._is_released = True
        self._reader.close()
        self._stop.emit()
        self.deleteLater()

    # ---------------------------------------------------------------------------------------- asking

    def is_running(self) -> bool:
        """Tell whether it plays."""
        return self._player.playbackState() is _State.PlayingState

    def position_ms(self) -> int:
        """Return where it stands."""
        return self._player.position()

    def duration_ms(self) -> int:
        """Return how long it is, 0 while that is not known."""
        return self._player.duration()

    def has_picture(self) -> bool:
        """Tell whether there is a video that can be shown."""
        return self._player.hasVideo()

    def can_be_heard(self) -> bool:
        """Tell whether this computer has something to play sound with."""
        return self._output is not None

    def frame_ms(self) -> int:
        """Return how long one picture stands, as the file says; a twenty-fifth of a second where it does not."""
        rate = self._player.metaData().value(self._player.metaData().Key.VideoFrameRate)
        return round(1000 / rate) if isinstance(rate, float) and 1 <= rate <= 1000 else 40

    def _on_state_changed(self, state: QMediaPlayer.PlaybackState) -> None:
        self.running.emit(state is _State.PlayingState)

    def _on_error_occurred(self, _error: QMediaPlayer.Error, _text: str) -> None:
        self.unplayable.emit()

    def _on_status_changed(self, status: QMediaPlayer.MediaStatus) -> None:
        has_streams = self._player.hasVideo() or self._player.hasAudio()
        if status is _Status.LoadedMedia and has_streams:
            self.loaded.emit(self.duration_ms())
        elif status in (_Status.InvalidMedia, _Status.LoadedMedia):
            self.unplayable.emit()

    def _on_failed(self, error: SurveyorError) -> None:
        if not self._is_released:
            self.damaged.emit(error)
