"""Checks of photos and camera clocks in the window: badges, the list of the inspector with links, the clock page."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.journal.instants import ClockReading, Instant, Trust
from surveyor_app.domain.photos.camera_clocks import CameraClock
from surveyor_app.domain.photos.capture_times import CaptureTime
from surveyor_app.domain.photos.clock_codes import clock_code, read_clock_code
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.editing import records
from surveyor_app.operations.photos.camera_clocks import read_clocks
from surveyor_app.records import reading
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.evidence_texts import badges, corrected_time, shown_time
from surveyor_app.ui.photos import picture_badges
from surveyor_app.ui.photos.clock_list import ClockList
from surveyor_app.ui.photos.clock_view import ClockView, trust_words
from surveyor_app.ui.photos.evidence_model import CORRECTED_ROLE, DOUBTS_ROLE, RECORD_ROLE, TIME_ROLE
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.photos.viewer.large_view import LargeView
from surveyor_app.ui.window.toasts import Toast, ToastHost
from surveyor_app.wording.languages import chinese
from tests.media.clock_photos import clock_photo
from tests.media.made_files import encoded
from tests.ui.conftest import TIMEOUT_MS, OpenPage, Settle
from tests.ui.keyboard import press

SHOWN = datetime(2026, 11, 20, 6, 3, 22, 125_000, tzinfo=UTC)
NOW = ClockReading(SHOWN, 480, Trust.SYSTEM, 0, "boot")


@pytest.fixture
def page(open_page: OpenPage, photos: list[Path], settle: Settle) -> PhotosPage:
    made = open_page(PhotosPage)
    assert isinstance(made, PhotosPage)
    made.importing.import_paths(photos)
    settle()
    return made


def look(page: PhotosPage, settle: Settle) -> None:
    """Have the photos checked now instead of in a moment."""
    settle()
    page.doubts.checking.refresh()
    settle()


def said(page: PhotosPage) -> list[str]:
    return [label.text() for label in page.doubts.list.findChildren(QLabel) if not label.isHidden() and label.text()]


def accident_at(desk: Desk, moment: datetime) -> None:
    claim = record_access.first_claim(desk.case)
    assert claim is not None
    records.change(desk.case, Claim, claim.id, {"accident_at": Instant(moment, 480, Trust.TYPED)})


def test_a_photo_before_the_accident_is_marked_in_grid_filter_and_inspector(
    page: PhotosPage, desk: Desk, settle: Settle
) -> None:
    accident_at(desk, datetime(2026, 11, 25, tzinfo=UTC))
    page.grid.select(page.model.id_at(0) or "")
    look(page, settle)
    assert "before_accident" in page.model.data(page.model.index(0), DOUBTS_ROLE)
    assert "Before the accident" in page.model.data(page.model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert ("before_accident", "Before the accident") in list(page.filters.doubts)
    assert any(text.endswith("before the accident") for text in said(page))
    assert picture_badges.signs(page.model.words.doubts_of(page.model.id_at(0) or ""))[0][0] == ("early", "bad")
    page.grab()


def test_the_utc_of_a_video_is_shown_as_local_time_and_doubted(page: PhotosPage, desk: Desk, settle: Settle) -> None:
    accident_at(desk, SHOWN)
    look(page, settle)
    item = Evidence(
        id=RecordId("0" * 32),
        evidence_class="video",
        taken_at="2026-11-20T02:00:00",
        taken_offset="+00:00",
        taken_problem="utc_or_local",
    )
    assert page.model.words.time_of(item) == shown_time(item, 480) == "2026-11-20 10:00"
    assert "clock_off" in [badge.icon for badge in badges(item)]
    first = page.model.index(0)
    assert first.data(TIME_ROLE) == shown_time(first.data(RECORD_ROLE))


def test_a_damaged_photo_is_called_damaged_and_not_without_preview() -> None:
    damaged = Evidence(id=RecordId("0" * 32), evidence_class="photo", no_preview=Evidence.DAMAGED)
    unread = Evidence(id=RecordId("0" * 32), evidence_class="photo", no_preview="unreadable")
    assert badges(damaged)[0].text.startswith("Damaged")
    assert badges(unread)[0].text.startswith("No preview")


def test_a_duplicate_leads_to_the_photo_it_looks_like(
    page: PhotosPage, photos: list[Path], tmp_path: Path, settle: Settle
) -> None:
    with Image.open(photos[0]) as picture:
        (tmp_path / "copy.jpg").write_bytes(encoded(picture.convert("RGB"), "JPEG", quality=70))
    page.importing.import_paths([tmp_path / "copy.jpg"])
    settle()
    page.grid.select(page.model.id_at(3) or "")
    look(page, settle)
    (link,) = [
        button
        for button in page.doubts.list.findChildren(QPushButton)
        if button.text() == "No. 1" and not button.isHidden()
    ]
    link.click()
    assert page.grid.current_id() == page.model.id_at(0)


def test_what_passed_is_counted_and_opened_on_demand(page: PhotosPage, settle: Settle, qtbot: QtBot) -> None:
    page.grid.select(page.model.id_at(0) or "")
    look(page, settle)
    assert page.doubts.list.passed_button.text().endswith("checks passed")
    page.doubts.list.passed_button.click()
    qtbot.waitUntil(lambda: "The file says when it was taken" in said(page), timeout=TIMEOUT_MS)


def test_at_most_four_badges_are_shown_and_the_rest_counted() -> None:
    codes = ("before_accident", "far_away", "clock_jumped", "edited_by_software", "duplicate", "blurred", "no_time")
    shown, more = picture_badges.signs(codes)
    assert [name for name, _ in shown] == ["early", "far", "clock_off", "edited"]
    assert more == 2


def test_a_photo_of_the_clock_page_is_read_by_its_button_and_undone(
    page: PhotosPage, desk: Desk, tmp_path: Path, toasts: ToastHost, settle: Settle
) -> None:
    local = datetime(2026, 11, 20, 14, 0, 2, 125_000)  # noqa: DTZ001 - as a camera writes it
    (tmp_path / "clock.jpg").write_bytes(
        clock_photo(clock_code(SHOWN, "0f" * 32), local, offset="+08:00", Make="SONY", Model="DSC-W7")
    )
    page.importing.import_paths([tmp_path / "clock.jpg"])
    settle()
    page.grid.select(page.model.id_at(3) or "")
    page.doubts.list.clock_button.click()
    settle()
    assert "The clock of SONY DSC-W7 is 0:03:20 slow" in toasts.texts()[-1]
    look(page, settle)
    assert any(text.startswith("Corrected time 2026-11-20 14:03:22 UTC+08:00") for text in said(page))
    desk.edits.undo()
    settle()
    assert read_clocks(desk.case) == []


def test_the_clock_of_a_new_camera_is_found_without_being_asked(
    page: PhotosPage, desk: Desk, tmp_path: Path, settle: Settle
) -> None:
    local = datetime(2026, 11, 20, 14, 0, 2)  # noqa: DTZ001 - as a camera writes it
    (tmp_path / "clock.jpg").write_bytes(clock_photo(clock_code(SHOWN, "0f" * 32), local, Make="SONY", Model="DSC-W7"))
    page.importing.import_paths([tmp_path / "clock.jpg"])
    settle()
    page.doubts.clocks.try_arrived()
    settle()
    (clock,) = read_clocks(desk.case)
    assert clock.model == "DSC-W7"


def test_a_photo_without_a_code_says_what_to_do(page: PhotosPage, toasts: ToastHost, settle: Settle) -> None:
    page.grid.select(page.model.id_at(0) or "")
    page.doubts.read_clock()
    settle()
    assert "No clock page was found in sample-01.jpg." in toasts.texts()[-1]


def test_the_clock_page_shows_a_code_that_cameras_and_readers_understand(
    page: PhotosPage, workers: MediaWorkers, tmp_path: Path
) -> None:
    view = ClockView(page, lambda: NOW, "0f" * 32)
    view.resize(1280, 720)
    view.show()
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    image.save(str(tmp_path / "page.png"))
    (text,) = workers.read_codes((tmp_path / "page.png").read_bytes())
    code = read_clock_code(text)
    assert code is not None
    assert (code.shown, code.device) == (SHOWN, "0F0F0F0F")
    assert (view.time.text(), view.date.text()) == ("06:03:22 UTC", "2026-11-20 UTC")
    assert view.local.text() == "2026-11-20 14:03:22 UTC+08:00"
    view.close()


def test_the_clock_page_goes_on_by_itself_and_closes_with_escape(page: PhotosPage, qtbot: QtBot) -> None:
    view = page.doubts.clocks.show_page()
    first = view.code.modules
    qtbot.waitUntil(lambda: view.code.modules != first, timeout=TIMEOUT_MS)
    with qtbot.waitSignal(view.finished, timeout=TIMEOUT_MS):
        press(view, Qt.Key.Key_Escape)


def test_the_clock_page_speaks_both_languages_to_who_holds_the_camera(
    page: PhotosPage, translation: Translation, qtbot: QtBot
) -> None:
    view = ClockView(page, lambda: NOW, "0f" * 32)
    view.show()
    translation.switch(chinese())
    qtbot.waitUntil(lambda: "核对" in view.trust.text(), timeout=TIMEOUT_MS)
    texts = " ".join(label.text() for label in view.findChildren(QLabel))
    assert "Take a sharp photo" in texts
    assert "拍一张清晰的照片" in texts
    assert "尚未与理赔中心核对" in texts
    view.close()


def test_the_clock_page_says_how_far_the_laptops_clock_is_trusted() -> None:
    compared = ClockReading(SHOWN, 480, Trust.CENTRE, 0, "boot", skew_ms=-1500)
    assert "1.5 s apart" in trust_words(compared)
    assert "not been compared" in trust_words(NOW)
    assert "GPS" in trust_words(ClockReading(SHOWN + timedelta(0), 480, Trust.GPS, 0, "boot"))


@pytest.fixture
def measured(page: PhotosPage, tmp_path: Path, settle: Settle) -> PhotosPage:
    """The page with a fourth photo, of a camera whose clock was measured twice: 0:03:20 slow, then 0:05:00 slow."""
    folder = tmp_path / "clocks"
    folder.mkdir()
    for name, shown, local in (
        ("first.jpg", SHOWN, datetime(2026, 11, 20, 14, 0, 2, 125_000)),  # noqa: DTZ001 - as a camera writes it
        ("second.jpg", SHOWN + timedelta(hours=1), datetime(2026, 11, 20, 14, 58, 22, 125_000)),  # noqa: DTZ001
    ):
        content = clock_photo(clock_code(shown, "0f" * 32), local, offset="+08:00", Make="SONY", Model="DSC-W7")
        (folder / name).write_bytes(content)
    page.importing.import_paths([folder])
    settle()
    for row in (3, 4):
        page.doubts.clocks.read_from(page.model.id_at(row) or "")
        settle()
    look(page, settle)
    return page


def _listed(view: ClockList) -> dict[str, str]:
    """What each measurement says, and whether it counts."""
    found = {}
    for button in view.withdraw_buttons.values():
        line = button.parentWidget()
        assert line is not None
        words, state = line.findChildren(QLabel)
        found[words.text()] = state.text()
    return found


def test_the_corrected_time_stands_beside_the_recorded_one(measured: PhotosPage) -> None:
    (first, second) = (measured.model.index(row) for row in (3, 4))
    assert first.data(CORRECTED_ROLE) == "→ 14:05"
    assert second.data(CORRECTED_ROLE) == "→ 15:03"
    assert second.data(RECORD_ROLE).taken_at == "2026-11-20T14:58:22"
    assert second.data(Qt.ItemDataRole.AccessibleTextRole).endswith("→ 15:03")
    assert measured.model.index(0).data(CORRECTED_ROLE) == ""
    measured.grab()
    measured.grid.select(measured.model.id_at(4) or "")
    view = measured.open_large()
    assert isinstance(view, LargeView)
    assert view.sides.first.details.text().startswith("2026-11-20 14:58 → 15:03")
    view.close()


def test_the_corrected_time_names_the_day_where_it_is_another() -> None:
    late = Evidence(id=RecordId("1"), taken_at="2026-11-20T23:58:00")
    moment = datetime(2026, 11, 20, 15, 58, tzinfo=UTC)
    assert corrected_time(late, CaptureTime(moment, 480, True, -300_000)) == "→ 2026-11-21 00:03"
    assert corrected_time(late, CaptureTime(moment, 480, True)) == ""
    assert corrected_time(late, None) == ""


def test_every_measurement_is_listed_and_the_newest_counts(measured: PhotosPage) -> None:
    view = measured.doubts.list_clocks()
    assert list(_listed(view).items()) == [
        ("0:05:00 slow · measured 2026-11-20 07:03:22 UTC · No. 5", "Counts"),
        ("0:03:20 slow · measured 2026-11-20 06:03:22 UTC · No. 4", "Older, does not count"),
    ]
    view.close()


def test_a_wrong_measurement_is_withdrawn_with_its_reason_and_taken_back(
    measured: PhotosPage, desk: Desk, toasts: ToastHost, settle: Settle, qtbot: QtBot
) -> None:
    view = measured.doubts.list_clocks()
    newest = max(read_clocks(desk.case), key=lambda clock: clock.shown_utc or "")
    menu = view.ask_reason(newest.id)
    assert menu is not None
    menu.actions()[1].trigger()
    settle()
    (left,) = read_clocks(desk.case)
    assert list(view.withdraw_buttons) == [left.id]
    with desk.case.read() as session:
        withdrawn = reading.get(session, desk.case.case_id, CameraClock, newest.id)
    assert withdrawn is not None
    assert withdrawn.withdrawn_reason == "Taken or entered by mistake"
    # The older measurement counts now.
    look(measured, settle)
    assert measured.model.index(4).data(CORRECTED_ROLE) == "→ 15:01"
    toasts.findChildren(Toast)[-1].button.click()
    settle()
    assert len(view.withdraw_buttons) == 2
    look(measured, settle)
    assert measured.model.index(4).data(CORRECTED_ROLE) == "→ 15:03"
    view.close()


def test_without_a_measurement_the_list_says_how_to_make_one(page: PhotosPage) -> None:
    view = page.doubts.list_clocks()
    assert any("No camera's clock was measured yet" in label.text() for label in view.findChildren(QLabel))
    view.close()


def test_the_corrected_time_leads_to_the_list(measured: PhotosPage, settle: Settle) -> None:
    measured.grid.select(measured.model.id_at(4) or "")
    settle()
    (link,) = [
        button
        for button in measured.doubts.list.findChildren(QPushButton)
        if button.text() == "Camera clocks…" and not button.isHidden()
    ]
    link.click()
    (view,) = measured.findChildren(ClockList)
    view.close()
