"""An interview is recorded only with consent, in whole stretches, and each question points to where it was put."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.consents import Consent
from surveyor_app.domain.statements.statements import Answer
from surveyor_app.operations.editing import records
from surveyor_app.operations.people.consents import record_consent, revoke
from surveyor_app.operations.people.recording_consent import asking_for
from surveyor_app.operations.statements.taking import begin_statement, set_subject
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.recording.capture_devices import DeviceChoice, DeviceKind
from surveyor_app.ui.recording.recording_view import RecordingView
from surveyor_app.ui.statements.interview_recording import RecordingState
from surveyor_app.ui.statements.page import StatementsPage
from surveyor_app.ui.statements.recording_consent import RecordingConsent
from surveyor_app.ui.window.toasts import ToastHost
from tests.ui.conftest import OpenPage, Settle
from tests.ui.fake_devices import FakeDevices
from tests.ui.keyboard import press, write
from tests.ui.media_words import NO_HARDWARE

QT_MAY_SAY = NO_HARDWARE
WAIT_MS = 20_000
CAMERA, MICROPHONE = DeviceKind.CAMERA, DeviceKind.MICROPHONE


@pytest.fixture
def devices() -> FakeDevices:
    return FakeDevices()


@pytest.fixture
def statement(desk: Desk) -> str:
    made = begin_statement(desk.case, "zh_CN").id
    person = records.create(desk.case, Person, {"name": "李国强"}).id
    set_subject(desk.case, made, person)
    return made


@pytest.fixture
def page(statement: str, open_page: OpenPage, devices: FakeDevices) -> StatementsPage:
    made = open_page(StatementsPage)
    assert isinstance(made, StatementsPage)
    made.recorder.devices.offered = devices
    return made


@pytest.fixture
def agreed(desk: Desk, statement: str) -> str:
    """A consent to recording that stands."""
    return record_consent(desk.case, asking_for(desk.case, statement).answer(True, None, is_signed=False)).id


def evidence_of(desk: Desk) -> list[Evidence]:
    return record_access.list_all(desk.case, Evidence)


def asked(desk: Desk) -> list[Answer]:
    return record_access.list_all(desk.case, Answer)


def speak(devices: FakeDevices, qtbot: QtBot, page: StatementsPage, seconds: float = 0.5) -> None:
    """Let the microphone hear something while the clock of the recording goes on."""
    until = page.recorder.elapsed_s + seconds

    def heard() -> bool:
        devices.last(MICROPHONE).make_sound(0.05)
        return page.recorder.elapsed_s >= until

    qtbot.waitUntil(heard, timeout=WAIT_MS)


def consent_of(page: StatementsPage) -> RecordingConsent:
    (found,) = [item for item in page.findChildren(RecordingConsent) if item.isVisible()]
    return found


def test_it_is_off_until_somebody_starts_it_and_asks_first(
    page: StatementsPage, desk: Desk, devices: FakeDevices, settle: Settle, qtbot: QtBot
) -> None:
    assert page.strip.sign.text() == "Not recording"
    page.strip.sound_button.click()
    assert devices.opened == []
    dialog = consent_of(page)
    assert "我同意对本次询问录音/录像" in dialog.text.text()
    QTest.mousePress(dialog.pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    QTest.mouseRelease(dialog.pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    assert (dialog.yes_button.text(), dialog.yes_button.isEnabled()) == ("Agrees, signed", False)
    dialog.until.set_value(date(2032, 2, 28))
    dialog.until.edited.emit()
    assert "保存至2032-02-28" in dialog.text.text()
    dialog.yes_button.click()
    qtbot.waitUntil(lambda: page.recorder.state is RecordingState.RUNNING, timeout=WAIT_MS)
    (consent,) = record_access.list_all(desk.case, Consent)
    assert (consent.purpose, consent.granted, consent.mode) == ("recording", True, "signed")
    assert page.strip.sign.text() == "Recording now"
    page.recorder.stop()
    settle()


def test_whoever_does_not_agree_is_not_recorded_and_the_answer_is_kept(
    page: StatementsPage, desk: Desk, devices: FakeDevices, settle: Settle
) -> None:
    page.strip.sound_button.click()
    consent_of(page).no_button.click()
    settle()
    (consent,) = record_access.list_all(desk.case, Consent)
    assert (consent.granted, consent.mode) == (False, "spoken")
    assert devices.opened == []
    assert page.recorder.state is RecordingState.OFF
    assert page.strip.why.text() == "No consent: nothing is recorded."
    page.strip.sound_button.click()
    consent_of(page).reject()


def test_questions_point_to_the_evidence_that_the_recording_becomes(
    page: StatementsPage, agreed: str, desk: Desk, devices: FakeDevices, settle: Settle, qtbot: QtBot
) -> None:
    page.strip.sound_button.click()
    speak(devices, qtbot, page)
    page._on_bank_wanted()
    write(page.bank.filter, "1")
    qtbot.waitUntil(lambda: len(asked(desk)) == 1, timeout=WAIT_MS)
    (first,) = asked(desk)
    assert evidence_of(desk) == []
    speak(devices, qtbot, page)
    page.strip.stop_button.click()
    settle()
    (item,) = evidence_of(desk)
    assert first.media_uid == item.id
    assert 400 <= (first.media_offset_ms or 0) < (item.duration_ms or 0)
    assert (item.evidence_class, item.origin, item.captured_here) == ("sound", "microphone", True)
    assert (item.file_name or "").startswith("statement-1-sound-")
    assert not devices.last(MICROPHONE).is_open


def test_a_pause_ends_a_stretch_and_the_next_is_a_recording_of_its_own(
    page: StatementsPage, agreed: str, desk: Desk, devices: FakeDevices, settle: Settle, qtbot: QtBot
) -> None:
    page.strip.sound_button.click()
    speak(devices, qtbot, page)
    page.strip.pause_button.click()
    assert page.strip.sign.text() == "Paused: nothing is recorded"
    assert not devices.last(MICROPHONE).is_open
    page.answers.asking.add_at_end()
    settle()
    write(page.answers.rows[0].question.control, "休息时说的")
    press(page.answers.rows[0].question.control, Qt.Key.Key_Return)
    settle()
    assert asked(desk)[0].media_uid is None
    assert asked(desk)[0].asked_at is not None
    shown = page.strip.elapsed.text()
    page.strip.pause_button.click()
    assert page.strip.elapsed.text() == shown
    speak(devices, qtbot, page)
    page._on_bank_wanted()
    write(page.bank.filter, "2")
    qtbot.waitUntil(lambda: len(asked(desk)) == 2, timeout=WAIT_MS)
    page.strip.stop_button.click()
    settle()
    first, second = evidence_of(desk)
    assert first.sha256 != second.sha256
    put = asked(desk)[1]
    assert put.media_uid == second.id
    assert (put.media_offset_ms or 0) < (second.duration_ms or 0)


def test_a_video_is_recorded_with_its_sound(
    page: StatementsPage, agreed: str, desk: Desk, devices: FakeDevices, settle: Settle, qtbot: QtBot
) -> None:
    page.strip.video_button.click()
    assert page.strip.sign.text() == "Waiting for the camera"
    assert page.recorder.heard_now(page.list.current_id()) is None
    devices.last(CAMERA).show_picture()
    assert page.strip.sign.text() == "Recording now"
    speak(devices, qtbot, page, 0.2)
    for level in range(10):
        devices.last(CAMERA).show_picture(level * 20)
    page.strip.stop_button.click()
    settle()
    (item,) = evidence_of(desk)
    assert (item.evidence_class, item.origin, item.width_px) == ("video", "camera", 320)


def test_a_missing_microphone_or_camera_is_said_plainly(
    page: StatementsPage, agreed: str, devices: FakeDevices, settle: Settle
) -> None:
    devices.plugged[MICROPHONE] = []
    page.strip.sound_button.click()
    assert page.strip.why.text() == "No microphone found. Plug one in, then start again."
    devices.plugged[CAMERA] = []
    page.strip.video_button.click()
    assert page.strip.why.text() == "No camera found. Plug one in, then start again."
    devices.plugged[MICROPHONE] = FakeDevices().plugged[MICROPHONE]
    devices.allowed = False
    page.strip.sound_button.click()
    assert "The system does not allow it" in page.strip.why.text()
    assert page.recorder.state is RecordingState.OFF


def test_nobody_is_recorded_before_it_is_known_who_it_is(open_page: OpenPage, desk: Desk, devices: FakeDevices) -> None:
    begin_statement(desk.case, "zh_CN")
    page = open_page(StatementsPage)
    assert isinstance(page, StatementsPage)
    page.recorder.devices.offered = devices
    page.strip.sound_button.click()
    assert "Choose the person questioned first" in page.strip.why.text()
    assert devices.opened == []


def test_a_device_that_is_pulled_out_ends_it_and_keeps_what_there_was(
    page: StatementsPage, agreed: str, desk: Desk, devices: FakeDevices, settle: Settle, qtbot: QtBot, toasts: ToastHost
) -> None:
    page.strip.sound_button.click()
    speak(devices, qtbot, page)
    devices.last(MICROPHONE).lost.emit()
    settle()
    assert page.recorder.state is RecordingState.OFF
    assert len(evidence_of(desk)) == 1
    assert "The device is gone. What was recorded up to then is kept." in toasts.texts()


def test_a_consent_taken_back_stops_it(
    page: StatementsPage, agreed: str, desk: Desk, devices: FakeDevices, settle: Settle, qtbot: QtBot
) -> None:
    page.strip.sound_button.click()
    speak(devices, qtbot, page)
    desk.edits.do(lambda: revoke(desk.case, agreed, "改变主意"))
    qtbot.waitUntil(lambda: page.recorder.state is RecordingState.OFF, timeout=WAIT_MS)
    settle()
    assert page.strip.why.text() == "The consent was taken back: recording has stopped."
    assert len(evidence_of(desk)) == 1


def test_only_the_statement_that_is_recorded_points_into_it(
    page: StatementsPage, agreed: str, desk: Desk, devices: FakeDevices, settle: Settle, qtbot: QtBot
) -> None:
    page.strip.sound_button.click()
    speak(devices, qtbot, page, 0.2)
    assert page.recorder.heard_now(page.list.current_id()) is not None
    assert page.recorder.heard_now("another") is None
    page.strip.stop_button.click()
    settle()
    assert page.recorder.heard_now(page.list.current_id()) is None


def test_a_click_on_the_time_of_an_answer_plays_from_there(
    page: StatementsPage, agreed: str, desk: Desk, devices: FakeDevices, settle: Settle, qtbot: QtBot
) -> None:
    page.strip.sound_button.click()
    speak(devices, qtbot, page, 1.2)
    page._on_bank_wanted()
    write(page.bank.filter, "1")
    qtbot.waitUntil(lambda: bool(asked(desk)), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bool(page.answers.rows) and page.answers.rows[0].play_button.isVisible(), timeout=WAIT_MS)
    row = page.answers.rows[0]
    row.play_button.click()
    assert page.findChildren(RecordingView) == []
    speak(devices, qtbot, page, 1.0)
    page.strip.stop_button.click()
    settle()
    row.play_button.click()
    (view,) = page.findChildren(RecordingView)
    # From where the question was put: a second is more than any decoder lands short of it.
    qtbot.waitUntil(
        lambda: view.playback.position_ms() >= (asked(desk)[0].media_offset_ms or 0) - 1000 > 0, timeout=WAIT_MS
    )
    view.close()


def test_who_signs_while_it_is_recorded_sees_that_it_is(
    page: StatementsPage, agreed: str, devices: FakeDevices, qtbot: QtBot, settle: Settle
) -> None:
    page.strip.sound_button.click()
    speak(devices, qtbot, page)
    page.read_and_sign()
    qtbot.waitUntil(lambda: page.signing is not None, timeout=WAIT_MS)
    assert page.signing is not None
    strip = page.signing.strip
    assert strip is not None
    assert strip.isVisible()
    page.recorder.stop()
    settle()
    page.signing.reject()
    settle()


@pytest.mark.usefixtures("agreed")
def test_the_microphone_chosen_is_used_and_one_that_is_gone_is_not(
    page: StatementsPage, devices: FakeDevices, settle: Settle, qtbot: QtBot
) -> None:
    devices.plugged[MICROPHONE].append(DeviceChoice("m2", "Table & microphone"))
    menu = page.strip.devices_menu()
    shown = [(item.text(), item.isChecked()) for item in menu.actions() if not item.isSeparator()]
    assert shown == [
        ("Laptop microphone", True),
        ("Table && microphone", False),
        ("Laptop camera", True),
        ("USB camera", False),
    ]
    next(item for item in menu.actions() if item.text() == "Table && microphone").trigger()
    page.strip.sound_button.click()
    qtbot.waitUntil(lambda: page.recorder.state is RecordingState.RUNNING, timeout=WAIT_MS)
    assert devices.opened[-1][:2] == (MICROPHONE, "m2")
    assert not page.strip.device_button.isVisibleTo(page.strip)
    page.recorder.stop()
    settle()
    devices.plugged[MICROPHONE].pop()
    page.strip.sound_button.click()
    qtbot.waitUntil(lambda: page.recorder.state is RecordingState.RUNNING, timeout=WAIT_MS)
    assert devices.opened[-1][:2] == (MICROPHONE, "m1")
    page.recorder.stop()
    settle()
    devices.plugged[CAMERA].clear()
    assert "No camera found" in [item.text() for item in page.strip.devices_menu().actions()]
