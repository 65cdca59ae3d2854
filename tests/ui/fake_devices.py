"""Cameras and microphones that a test holds in its hand: no machine that tests has real ones."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QImage
from PySide6.QtMultimedia import QVideoFrame

from surveyor_app.media.frames import SoundShape
from surveyor_app.ui.recording.capture_devices import CaptureSource, DeviceChoice, DeviceKind
from tests.media.made_frames import tone

SHAPE = SoundShape(48_000, 1)


class FakeSource(CaptureSource):
    """A device that gives what the test says."""

    def __init__(self, kind: DeviceKind, parent: QObject) -> None:
        super().__init__(parent)
        self.shape = SHAPE if kind is DeviceKind.MICROPHONE else None
        self.is_open = False

    def start(self) -> None:
        self.is_open = True

    def stop(self) -> None:
        self.is_open = False

    def show_picture(self, level: int = 90, width: int = 320, height: int = 240) -> None:
        """Give one picture, a grey one."""
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor(level, level, 255 - level))
        self.pictured.emit(QVideoFrame(image))

    def make_sound(self, seconds: float = 0.1) -> None:
        """Give some samples of a tone."""
        self.heard.emit(tone(0.0, SHAPE, seconds).samples)


class FakeDevices:
    """What is plugged in, and what the system allows."""

    def __init__(self) -> None:
        self.plugged = {
            DeviceKind.CAMERA: [DeviceChoice("c1", "Laptop camera"), DeviceChoice("c2", "USB camera")],
            DeviceKind.MICROPHONE: [DeviceChoice("m1", "Laptop microphone")],
        }
        self.allowed = True
        self.opened: list[tuple[DeviceKind, str, FakeSource]] = []
        self._watching: dict[DeviceKind, Callable[[], None]] = {}

    def choices(self, kind: DeviceKind) -> list[DeviceChoice]:
        return list(self.plugged[kind])

    def allow(self, kind: DeviceKind, receiver: QObject, then: Callable[[bool], None]) -> None:
        then(self.allowed)

    def open(self, kind: DeviceKind, device_id: str, parent: QObject) -> CaptureSource | None:
        source = FakeSource(kind, parent)
        self.opened.append((kind, device_id, source))
        return source

    def watch(self, kind: DeviceKind, receiver: QObject, on_changed: Callable[[], None]) -> None:
        self._watching[kind] = on_changed

    def last(self, kind: DeviceKind) -> FakeSource:
        """Return the device of a kind that was opened last."""
        return [source for found, _, source in self.opened if found is kind][-1]

    def plug(self, kind: DeviceKind, choices: list[DeviceChoice]) -> None:
        """Have these plugged in from now on."""
        self.plugged[kind] = choices
        self._watching[kind]()
