"""The camera and microphone that are chosen in boxes, opened while they are wanted: what they see and hear goes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtMultimedia import QVideoFrame
from PySide6.QtWidgets import QComboBox, QLabel

from surveyor_app.ui.base import looks
from surveyor_app.ui.recording.capture_devices import CaptureDevices, CaptureSource, DeviceKind
from surveyor_app.wording.translation import tr


class ChosenDevices(QObject):
    """Devices of some kinds; the first kind is what is recorded, and runs from the beginning."""

    pictured = Signal(QVideoFrame)
    heard = Signal(bytes)
    lost = Signal()
    """The device of the first kind is gone."""
    changed = Signal()
    """A device came, went, was allowed or refused, or its first picture is there."""

    def __init__(
        self, devices: CaptureDevices, kinds: Sequence[DeviceKind], is_recording: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._devices = devices
        self._kinds = kinds
        self._is_recording = is_recording
        self._sources: dict[DeviceKind, CaptureSource] = {}
        self._refused: set[DeviceKind] = set()
        self.frame: QVideoFrame | None = None
        """What the camera sees now; ``None`` before its first picture."""
        self.boxes = {kind: QComboBox() for kind in kinds}
        self.names: dict[DeviceKind, QLabel] = {kind: looks.label("field") for kind in kinds}
        for kind, box in self.boxes.items():
            box.activated.connect(partial(self._on_chosen, kind))
            devices.watch(kind, self, self._watcher(kind))

    def ask_leave(self) -> None:
        """Fill the boxes, and ask the system whether the devices may be used; the first starts when it may."""
        for kind in self._kinds:
            self._fill(kind)
            self._devices.allow(kind, self, partial(self._on_allowed, kind))

    # ----------------------------------------------------------------------------------------- asking

    def is_refused(self, kind: DeviceKind) -> bool:
        """Tell whether the system does not allow the device."""
        return kind in self._refused

    def is_there(self, kind: DeviceKind) -> bool:
        """Tell whether a device of the kind is plugged in."""
        return self.boxes[kind].count() > 0

    def source(self, kind: DeviceKind) -> CaptureSource | None:
        """Return the device that is open."""
        return self._sources.get(kind)

    def chosen_name(self, kind: DeviceKind) -> str:
        """Return the name of the device that is chosen."""
        return self.boxes[kind].currentText()

    # ------------------------------------------------------------------------------------------ doing

    def start(self, kind: DeviceKind) -> None:
        """Open the device that is chosen, anew if it is open, and have it run."""
        if self._open(kind):
            self._sources[kind].start()

    def close(self, kind: DeviceKind) -> None:
        """Let go of a device."""
        source = self._sources.pop(kind, None)
        if source is not None:
            source.stop()
            source.deleteLater()

    def say(self) -> None:
        """Write names and state; while something is recorded, no other device can be chosen."""
        names = {DeviceKind.CAMERA: tr("Webcam"), DeviceKind.MICROPHONE: tr("Microphone")}
        for kind, box in self.boxes.items():
            self.names[kind].setText(names[kind])
            box.setAccessibleName(names[kind])
            box.setPlaceholderText(tr("none found"))
            box.setEnabled(box.count() > 0 and not self._is_recording())

    # -------------------------------------------------------------------------------------- following

    def _watcher(self, kind: DeviceKind) -> Callable[[], None]:
        return self._on_cameras_changed if kind is DeviceKind.CAMERA else self._on_microphones_changed

    def _on_cameras_changed(self) -> None:
        self._on_devices_changed(DeviceKind.CAMERA)

    def _on_microphones_changed(self) -> None:
        self._on_devices_changed(DeviceKind.MICROPHONE)

    def _on_devices_changed(self, kind: DeviceKind) -> None:
        before = self.boxes[kind].currentData()
        self._fill(kind)
        if kind in self._sources and self.boxes[kind].findData(before) < 0:
            self._on_lost(kind)
        if kind is self._kinds[0] and kind not in self._sources and not self._is_recording():
            self.start(kind)
        self.changed.emit()

    def _on_allowed(self, kind: DeviceKind, is_allowed: bool) -> None:
        if not is_allowed:
            self._refused.add(kind)
        elif kind is self._kinds[0]:
            self.start(kind)
        self.changed.emit()

    def _on_chosen(self, kind: DeviceKind, _index: int) -> None:
        if not self._is_recording() and kind is self._kinds[0]:
            self.frame = None
            self.start(kind)
            self.changed.emit()

    def _on_lost(self, kind: DeviceKind) -> None:
        if kind not in self._sources:
            return
        self.close(kind)
        if kind is DeviceKind.CAMERA:
            self.frame = None
        # A video goes on without its sound; what it is of is the picture.
        if kind is self._kinds[0]:
            self.lost.emit()
        self.changed.emit()

    def _on_pictured(self, frame: QVideoFrame) -> None:
        is_first = self.frame is None
        self.frame = frame
        self.pictured.emit(frame)
        if is_first:
            self.changed.emit()

    def _fill(self, kind: DeviceKind) -> None:
        box = self.boxes[kind]
        chosen = box.currentData()
        box.clear()
        for choice in self._devices.choices(kind):
            box.addItem(choice.name, choice.id)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.setEnabled(box.count() > 0)

    def _open(self, kind: DeviceKind) -> bool:
        self.close(kind)
        if kind in self._refused or self.boxes[kind].currentData() is None:
            return False
        source = self._devices.open(kind, self.boxes[kind].currentData(), self)
        if source is None:
            return False
        self._sources[kind] = source
        source.pictured.connect(self._on_pictured)
        source.heard.connect(self.heard)
        source.lost.connect(partial(self._on_lost, kind))
        return True
