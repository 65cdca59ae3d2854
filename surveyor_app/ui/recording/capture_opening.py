"""Opens the windows of the laptop's own camera and microphone over a page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.recording.capture_devices import CaptureDevices, QtDevices
from surveyor_app.ui.recording.capture_view import CaptureView
from surveyor_app.ui.recording.capturing import Capturing


class CaptureOpening:
    """Makes the windows; they belong to the page, and one recording is under way at a time."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        self._page = page
        self.capturing = Capturing(desk, page)
        self.devices: CaptureDevices = QtDevices()

    def camera(self) -> CaptureView:
        """Show the camera, to take photos and videos."""
        return self._open(with_camera=True)

    def microphone(self) -> CaptureView:
        """Show the microphone, to record sound."""
        return self._open(with_camera=False)

    def close(self) -> None:
        """Close what is open: what records writes into the case, which may be about to close."""
        for view in self._page.findChildren(CaptureView):
            view.close()

    def _open(self, *, with_camera: bool) -> CaptureView:
        view = CaptureView(self._page, self.capturing, self.devices, with_camera=with_camera)
        view.show()
        return view
