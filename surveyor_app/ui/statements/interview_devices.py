"""The camera and microphone of an interview: which are used, and open while it is recorded."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from surveyor_app.ui.recording.capture_devices import CaptureDevices, CaptureSource, DeviceChoice, DeviceKind


class InterviewDevices(QObject):
    """Opens devices for one stretch after the other; what a person chose is used from the next stretch on."""

    pictured = Signal(object)
    heard = Signal(object)
    """As the sources say it: only signals of the same type can be joined."""
    lost = Signal(DeviceKind)

    def __init__(self, offered: CaptureDevices, parent: QObject) -> None:
        super().__init__(parent)
        self.offered = offered
        """The devices the laptop has."""
        self._wanted: dict[DeviceKind, str] = {}
        self._sources: dict[DeviceKind, CaptureSource] = {}

    def chosen(self, kind: DeviceKind) -> DeviceChoice | None:
        """Return the device that will be used: the one chosen if it is plugged in, else the system's own; ``None`` for none."""
        choices = self.offered.choices(kind)
        return next((choice for choice in choices if choice.id == self._wanted.get(kind)), next(iter(choices), None))

    def choose(self, kind: DeviceKind, device_id: str) -> None:
        """Use this device from the next stretch on, for as long as the case is open."""
        self._wanted[kind] = device_id

    def source(self, kind: DeviceKind) -> CaptureSource | None:
        """Return the device that is open; its object name is the name people know it by."""
        return self._sources.get(kind)

    def open(self, kind: DeviceKind) -> bool:
        """Open the device that is chosen; tell whether there is one."""
        choice = self.chosen(kind)
        source = self.offered.open(kind, choice.id, self) if choice is not None else None
        if source is None:
            return False
        self._sources[kind] = source
        source.setObjectName(choice.name if choice is not None else "")
        source.pictured.connect(self.pictured)
        source.heard.connect(self.heard)
        source.lost.connect(partial(self.lost.emit, kind))
        return True

    def start(self) -> None:
        """Have all that is open run."""
        for source in list(self._sources.values()):
            source.start()

    def close(self) -> None:
        """Let go of all of them."""
        for source in self._sources.values():
            source.stop()
            source.deleteLater()
        self._sources.clear()
