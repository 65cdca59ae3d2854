"""Cameras and microphones of this laptop, behind a narrow face: a test puts its own devices in their place.

Never a ``QMediaRecorder``: it would write a plain file, or lose data into a device of ours. Frames and samples are taken as
they come and encoded by the program itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QCameraPermission, QCoreApplication, QIODevice, QMicrophonePermission, QObject, Qt, Signal
from PySide6.QtMultimedia import (
    QAudio,
    QAudioDevice,
    QAudioFormat,
    QAudioSource,
    QCamera,
    QCameraDevice,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoSink,
)

from surveyor_app.media.frames import SoundShape


class DeviceKind(StrEnum):
    """What a device takes."""

    CAMERA = "camera"
    MICROPHONE = "microphone"


@dataclass(frozen=True, slots=True)
class DeviceChoice:
    """One device: an id that lasts while it is plugged in, and the name the system gives it."""

    id: str
    name: str


class CaptureSource(QObject):
    """One open device."""

    pictured = Signal(object)
    """A ``QVideoFrame``."""
    heard = Signal(object)
    """Samples as bytes: signed 16 bits, in :attr:`shape`."""
    lost = Signal()
    """The device is gone or gives an error; nothing more comes."""

    shape: SoundShape | None = None
    """How its samples are to be read; ``None`` for a camera."""

    def start(self) -> None:
        """Begin to give."""

    def stop(self) -> None:
        """Give nothing more and let the device go. Twice does nothing."""


class CaptureDevices(Protocol):
    """The devices at hand."""

    def choices(self, kind: DeviceKind) -> list[DeviceChoice]:
        """Return those that are plugged in, the system's own choice first."""

    def allow(self, kind: DeviceKind, receiver: QObject, then: Callable[[bool], None]) -> None:
        """Ask the system, and perhaps the person, for leave; ``then`` is told the answer, at once where it is known."""

    def open(self, kind: DeviceKind, device_id: str, parent: QObject) -> CaptureSource | None:
        """Return a device that is not started yet; ``None`` when it is gone."""

    def watch(self, kind: DeviceKind, receiver: QObject, on_changed: Callable[[], None]) -> None:
        """Have ``on_changed``, a method of ``receiver``, called when a device comes or goes."""


class QtDevices:
    """The real ones."""

    def choices(self, kind: DeviceKind) -> list[DeviceChoice]:
        found = _cameras() if kind is DeviceKind.CAMERA else _microphones()
        return [DeviceChoice(_id(device), device.description()) for device in found]

    def allow(self, kind: DeviceKind, receiver: QObject, then: Callable[[bool], None]) -> None:
        app = QCoreApplication.instance()
        assert app is not None  # devices are asked for by a window
        wanted = QCameraPermission() if kind is DeviceKind.CAMERA else QMicrophonePermission()
        state = app.checkPermission(wanted)
        if state is Qt.PermissionStatus.Undetermined:
            granted = Qt.PermissionStatus.Granted
            app.requestPermission(wanted, receiver, lambda answer: then(answer.status() is granted))
        else:
            then(state is Qt.PermissionStatus.Granted)

    def open(self, kind: DeviceKind, device_id: str, parent: QObject) -> CaptureSource | None:
        if kind is DeviceKind.CAMERA:
            camera = next((device for device in _cameras() if _id(device) == device_id), None)
            return None if camera is None else _Camera(camera, parent)
        microphone = next((device for device in _microphones() if _id(device) == device_id), None)
        return None if microphone is None else _Microphone(microphone, parent)

    def watch(self, kind: DeviceKind, receiver: QObject, on_changed: Callable[[], None]) -> None:
        devices = QMediaDevices(receiver)
        changed = devices.videoInputsChanged if kind is DeviceKind.CAMERA else devices.audioInputsChanged
        changed.connect(on_changed)


class _Camera(CaptureSource):
    # Stopping waits for the camera's thread, which may wait for the interpreter: see the module about playback.
    _stop = Signal()

    def __init__(self, device: QCameraDevice, parent: QObject) -> None:
        super().__init__(parent)
        self._camera = QCamera(device, self)
        self._session = QMediaCaptureSession(self)
        self._sink = QVideoSink(self)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self._on_frame_changed)
        self._camera.errorOccurred.connect(self._on_error_occurred)
        self._stop.connect(self._camera.stop, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        self._camera.start()

    def stop(self) -> None:
        self._stop.emit()

    def _on_frame_changed(self, frame: object) -> None:
        self.pictured.emit(frame)

    def _on_error_occurred(self, error: QCamera.Error, _text: str) -> None:
        if error is not QCamera.Error.NoError:
            self.lost.emit()


class _Microphone(CaptureSource):
    def __init__(self, device: QAudioDevice, parent: QObject) -> None:
        super().__init__(parent)
        wanted = device.preferredFormat()
        wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        wanted.setChannelCount(min(2, max(1, wanted.channelCount())))
        self.shape = SoundShape(wanted.sampleRate(), wanted.channelCount())
        self._source = QAudioSource(device, wanted, self)
        self._source.stateChanged.connect(self._on_state_changed)
        self._pipe: QIODevice | None = None

    def start(self) -> None:
        self._pipe = self._source.start()
        if self._pipe is None:
            self.lost.emit()
        else:
            self._pipe.readyRead.connect(self._on_ready_read)

    def stop(self) -> None:
        self._pipe = None
        self._source.stop()

    def _on_ready_read(self) -> None:
        if self._pipe is not None:
            self.heard.emit(bytes(self._pipe.readAll().data()))

    def _on_state_changed(self, state: QAudio.State) -> None:
        if state is QAudio.State.StoppedState and self._pipe is not None:
            self._pipe = None
            self.lost.emit()


def _cameras() -> list[QCameraDevice]:
    return sorted(QMediaDevices.videoInputs(), key=lambda device: not device.isDefault())


def _microphones() -> list[QAudioDevice]:
    return sorted(QMediaDevices.audioInputs(), key=lambda device: not device.isDefault())


def _id(device: QCameraDevice | QAudioDevice) -> str:
    return bytes(device.id().data()).hex()
