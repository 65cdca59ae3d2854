"""Photos, videos and sound in the window: what is stored, what is said, and devices that are missing, refused or pulled out."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtMultimedia import QMediaDevices
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from surveyor_app.casefile import recording
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.recording import About
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.media.muxing import Muxer, Plan
from surveyor_app.operations.intake.capturing import KEPT
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.recording.capture_devices import DeviceChoice, DeviceKind, QtDevices
from surveyor_app.ui.recording.capture_view import CaptureView
from surveyor_app.ui.window.toasts import ToastHost
from surveyor_app.ui.window.workshop import Workshop
from surveyor_app.wording.languages import chinese
from tests.local_rows import count_unfinished
from tests.media.made_frames import SHAPE, takes
from tests.ui.conftest import OpenPage, Settle
from tests.ui.fake_devices import FakeDevices
from tests.ui.keyboard import press
from tests.ui.media_words import NO_HARDWARE

QT_MAY_SAY = NO_HARDWARE
WAIT_MS = 20_000
CAMERA, MICROPHONE = DeviceKind.CAMERA, DeviceKind.MICROPHONE


@pytest.fixture
def devices() -> FakeDevices:
    return FakeDevices()


@pytest.fixture
def page(open_page: OpenPage, devices: FakeDevices) -> PhotosPage:
    made = open_page(PhotosPage)
    assert isinstance(made, PhotosPage)
    made.capture.devices = devices
    return made


def evidence_of(desk: Desk) -> list[Evidence]:
    return record_access.list_all(desk.case, Evidence)


def words(view: CaptureView) -> str:
    return "\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


def film(devices: FakeDevices, pictures: int = 20) -> None:
    for number in range(pictures):
        devices.last(CAMERA).show_picture(number * 10)
        devices.last(MICROPHONE).make_sound(0.05)


def wait_ended(page: PhotosPage, settle: Settle, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.capture.capturing.is_recording, timeout=WAIT_MS)
    settle()


def test_a_photo_is_taken_with_a_key_and_can_be_taken_back(
    page: PhotosPage, desk: Desk, devices: FakeDevices, settle: Settle, toasts: ToastHost
) -> None:
    view = page.capture.camera()
    assert not view.photo_button.isEnabled()
    devices.last(CAMERA).show_picture(width=1280, height=720)
    press(view, Qt.Key.Key_Space)
    settle()
    (item,) = evidence_of(desk)
    assert (item.evidence_class, item.width_px, item.height_px) == ("photo", 1280, 720)
    assert (item.origin, item.device, item.captured_here) == ("camera", "Laptop camera", True)
    assert toasts.texts()[-1] == "Photo stored"
    desk.edits.undo()
    settle()
    assert evidence_of(desk) == []
    view.close()


def test_a_video_is_recorded_with_its_sound_under_a_sign(
    page: PhotosPage, desk: Desk, devices: FakeDevices, settle: Settle, qtbot: QtBot, toasts: ToastHost
) -> None:
    view = page.capture.camera()
    assert [kind for kind, _, _ in devices.opened] == [CAMERA]
    devices.last(CAMERA).show_picture()
    assert view.sign.text() == "Not recording"
    view.record_button.click()
    assert view.sign.text() == "Recording now"
    assert view.sign.property("tone") == "bad"
    assert view.record_button.text() == "Stop"
    assert not view.devices.boxes[CAMERA].isEnabled()
    film(devices)
    assert view.level.value() > 10
    view.record_button.click()
    wait_ended(page, settle, qtbot)
    (item,) = evidence_of(desk)
    assert (item.evidence_class, item.origin, item.width_px) == ("video", "camera", 320)
    assert toasts.texts()[-1] == "Recording stored"
    assert view.sign.text() == "Not recording"
    assert not devices.last(MICROPHONE).is_open
    assert page.model.rowCount() == 1
    view.close()


def test_sound_is_recorded_without_opening_a_camera(
    page: PhotosPage, desk: Desk, devices: FakeDevices, settle: Settle, qtbot: QtBot
) -> None:
    view = page.capture.microphone()
    devices.last(MICROPHONE).make_sound()
    assert view.level.value() > 10
    press(view, Qt.Key.Key_R)
    for _ in range(10):
        devices.last(MICROPHONE).make_sound()
    press(view, Qt.Key.Key_R)
    wait_ended(page, settle, qtbot)
    (item,) = evidence_of(desk)
    assert (item.evidence_class, item.origin, item.device) == ("sound", "microphone", "Laptop microphone")
    assert {kind for kind, _, _ in devices.opened} == {MICROPHONE}
    view.close()


def test_closing_in_mid_recording_keeps_it(
    page: PhotosPage, desk: Desk, devices: FakeDevices, settle: Settle, qtbot: QtBot
) -> None:
    view = page.capture.camera()
    devices.last(CAMERA).show_picture()
    view.toggle()
    film(devices)
    sources = [source for _, _, source in devices.opened]
    view.close()
    assert not any(source.is_open for source in sources)
    wait_ended(page, settle, qtbot)
    assert [item.evidence_class for item in evidence_of(desk)] == ["video"]


def test_leaving_the_case_ends_and_keeps_it(
    page: PhotosPage, desk: Desk, devices: FakeDevices, settle: Settle, qtbot: QtBot
) -> None:
    page.capture.microphone().toggle()
    devices.last(MICROPHONE).make_sound(1.0)
    page.commit()
    ended: list[int] = []
    desk.jobs.after_all(lambda: count_unfinished(desk.case), desk.jobs, ended.append)
    qtbot.waitUntil(lambda: bool(ended), timeout=WAIT_MS)
    assert ended == [0]
    assert len(evidence_of(desk)) == 1


def test_a_camera_pulled_out_keeps_what_was_recorded(
    page: PhotosPage, desk: Desk, devices: FakeDevices, settle: Settle, qtbot: QtBot, toasts: ToastHost
) -> None:
    view = page.capture.camera()
    devices.last(CAMERA).show_picture()
    view.toggle()
    film(devices)
    devices.plug(CAMERA, [DeviceChoice("c2", "USB camera")])
    wait_ended(page, settle, qtbot)
    assert "What was recorded up to then is kept" in toasts.texts()[-1]
    assert len(evidence_of(desk)) == 1
    view.close()


def test_a_microphone_pulled_out_leaves_the_video_going(
    page: PhotosPage, desk: Desk, devices: FakeDevices, settle: Settle, qtbot: QtBot
) -> None:
    view = page.capture.camera()
    devices.last(CAMERA).show_picture()
    view.toggle()
    film(devices)
    devices.last(MICROPHONE).lost.emit()
    assert page.capture.capturing.is_recording
    devices.last(CAMERA).show_picture()
    view.toggle()
    wait_ended(page, settle, qtbot)
    assert len(evidence_of(desk)) == 1
    view.close()


def test_a_missing_device_is_said_and_found_when_it_comes(page: PhotosPage, devices: FakeDevices) -> None:
    devices.plugged = {CAMERA: [], MICROPHONE: []}
    view = page.capture.camera()
    assert "No camera found" in words(view)
    assert not view.record_button.isEnabled()
    devices.plug(CAMERA, [DeviceChoice("c1", "USB camera")])
    assert "Waiting for the camera" in words(view)
    devices.last(CAMERA).show_picture()
    assert view.record_button.isEnabled()
    assert "No microphone found: a video will have no sound." in words(view)
    view.close()


def test_a_refused_permission_is_said(page: PhotosPage, devices: FakeDevices) -> None:
    devices.allowed = False
    for view in (page.capture.camera(), page.capture.microphone()):
        assert "does not allow this program" in words(view)
        assert not view.record_button.isEnabled()
        view.close()
    assert devices.opened == []


def test_another_camera_can_be_chosen(page: PhotosPage, devices: FakeDevices) -> None:
    view = page.capture.camera()
    devices.last(CAMERA).show_picture()
    view.devices.boxes[CAMERA].setCurrentIndex(1)
    view.devices.boxes[CAMERA].activated.emit(1)
    assert devices.opened[-1][1] == "c2"
    assert [source.is_open for _, _, source in devices.opened] == [False, True]
    view.close()


def test_a_device_that_gives_nothing_is_said(
    page: PhotosPage, desk: Desk, devices: FakeDevices, settle: Settle, qtbot: QtBot, toasts: ToastHost
) -> None:
    view = page.capture.microphone()
    view.toggle()
    view.toggle()
    wait_ended(page, settle, qtbot)
    assert "Nothing was recorded" in toasts.texts()[-1]
    assert evidence_of(desk) == []
    view.close()


def test_it_speaks_both_languages(
    page: PhotosPage, devices: FakeDevices, translation: Translation, qtbot: QtBot
) -> None:
    view = page.capture.camera()
    translation.switch(chinese())
    qtbot.waitUntil(lambda: view.photo_button.text() == "拍照", timeout=WAIT_MS)
    view.close()


def test_the_real_devices_of_a_machine_without_any_are_said_to_be_missing(page: PhotosPage) -> None:
    if QMediaDevices.videoInputs() or QMediaDevices.audioInputs():
        pytest.skip("this machine has a camera or a microphone")
    page.capture.devices = QtDevices()
    camera, microphone = page.capture.camera(), page.capture.microphone()
    assert "No camera found" in words(camera)
    assert "No microphone found" in words(microphone)
    camera.close()
    microphone.close()


def test_a_recording_that_was_cut_off_is_kept_when_its_case_is_opened(profile: Profile, case: CaseFile) -> None:
    out = bytearray()
    muxer = Muxer(Plan(None, SHAPE, datetime(2026, 11, 20, 14, tzinfo=UTC), ""), out.extend)
    for sound in takes(3, pictures=False):
        muxer.add(sound)
    began = case.author.clock().instant()
    recording.begin(case, About("sound", "sound-1.ogg", "microphone", "Laptop microphone", began)).append(bytes(out))
    case.close()
    again = Workshop.open(profile, case.path)
    try:
        assert KEPT in again.notices
        (item,) = record_access.list_all(again, Evidence)
        assert (item.file_name, item.evidence_class, item.captured_here) == ("sound-1.ogg", "sound", True)
        assert (item.duration_ms or 0) > 1500
    finally:
        again.close()
