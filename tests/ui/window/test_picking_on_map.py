"""The place of the survey is picked on a map sheet of the laptop, by keyboard or mouse; without a sheet there is no way to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.photos.distances import distance_m
from surveyor_app.domain.places.datums import Datum, from_wgs84
from surveyor_app.operations.editing import records
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.map_places import MapPlaces
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.map_dialog import MapDialog
from surveyor_app.ui.window.arrival import ArrivalPage
from surveyor_app.ui.window.toasts import ToastHost
from tests.media.made_sheets import PLACE, SAID, around, make_sheet, picture
from tests.ui.conftest import Settle
from tests.ui.keyboard import press

Open = Callable[[Path | None], ArrivalPage]


@pytest.fixture
def open_at(desk: Desk, window: QWidget, settle: Settle) -> Open:
    """The page of a surveyor whose settings name a sheet; the claim is reported at the place."""
    claim = record_access.first_claim(desk.case)
    assert claim is not None
    at = {"accident_lat": Decimal(str(PLACE[0])), "accident_lon": Decimal(str(PLACE[1]))}
    records.change(desk.case, Claim, claim.id, at)

    def make(sheets: Path | None) -> ArrivalPage:
        page = ArrivalPage(replace(desk, maps=MapPlaces([] if sheets is None else [sheets])), window)
        page.resize(window.size())
        desk.jobs.changed.connect(page.apply)
        page.show()
        window.show()
        settle()
        return page

    return make


def opened(page: ArrivalPage, settle: Settle) -> MapDialog:
    page.position.map_button.click()
    settle()
    dialog = page.findChild(MapDialog)
    assert dialog is not None
    settle()
    return dialog


def visit(desk: Desk) -> Task:
    task = record_access.visit_task(desk.case)
    assert task is not None
    return task


def test_without_a_sheet_there_is_no_map(open_at: Open, tmp_path: Path) -> None:
    assert open_at(None).position.map_button.isHidden()
    assert open_at(tmp_path).position.map_button.isHidden()


def test_the_place_is_taken_by_keyboard_alone(open_at: Open, desk: Desk, settle: Settle, tmp_path: Path) -> None:
    page = open_at(make_sheet(tmp_path / "a.mbtiles"))
    dialog = opened(page, settle)
    assert dialog.map.hasFocus()
    assert dialog.map.zoom == 16
    assert dialog.map.has_picture()
    assert "© Survey office 2026" in dialog.attribution.text()
    assert dialog.at.text() == "31.23040, 121.47370 in WGS 84"
    press(dialog.map, Qt.Key.Key_Minus)
    press(dialog.map, Qt.Key.Key_Minus)
    assert dialog.map.zoom == 15  # it has none farther
    press(dialog.map, Qt.Key.Key_Right)
    press(dialog.map, Qt.Key.Key_Plus)
    press(dialog.map, Qt.Key.Key_Up)
    settle()
    press(dialog.map, Qt.Key.Key_Return)
    settle()
    task = visit(desk)
    assert task.survey_lat is not None
    assert task.survey_lon is not None
    assert (task.survey_lat > Decimal("31.2304"), task.survey_lon > Decimal("121.4737")) == (True, True)
    # 48 pixels east at zoom 15 and 48 north at zoom 16, at 31 degrees: 4.08 and 2.04 m each.
    assert distance_m(Decimal("31.2304"), Decimal("121.4737"), task.survey_lat, task.survey_lon) == pytest.approx(
        219, 0.01
    )


def test_a_click_brings_a_place_under_the_cross_and_takes_nothing(
    open_at: Open, desk: Desk, settle: Settle, tmp_path: Path
) -> None:
    page = open_at(make_sheet(tmp_path / "a.mbtiles"))
    dialog = opened(page, settle)
    before = dialog.place()
    middle = dialog.map.rect().center()
    at = middle + QPoint(60, 0)
    QTest.mouseClick(dialog.map, Qt.MouseButton.LeftButton, pos=at)
    east = dialog.place()
    QTest.mouseDClick(dialog.map, Qt.MouseButton.LeftButton, pos=at)  # the second half of a double click
    assert dialog.place() == east
    assert east[1] > before[1]
    assert east[0] == pytest.approx(before[0], abs=Decimal("0.000001"))
    QTest.mousePress(dialog.map, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(dialog.map, middle + QPoint(40, 0))
    QTest.mouseMove(dialog.map, middle + QPoint(60, 0))
    QTest.mouseRelease(dialog.map, Qt.MouseButton.LeftButton, pos=middle + QPoint(60, 0))
    assert dialog.place()[1] == pytest.approx(before[1], abs=Decimal("0.000001"))
    assert visit(desk).survey_lat is None
    dialog.reject()
    settle()
    assert visit(desk).survey_lat is None


def test_a_sheet_of_shifted_figures_gives_the_place_as_satellites_see_it(
    open_at: Open, desk: Desk, settle: Settle, tmp_path: Path
) -> None:
    page = open_at(make_sheet(tmp_path / "a.mbtiles", {**SAID, "datum": "GCJ-02"}))
    dialog = opened(page, settle)
    assert dialog.at.text() == "31.23040, 121.47370 in WGS 84"
    dialog.take_button.click()
    settle()
    assert str(visit(desk).survey_lat) == "31.2304000"
    lat, lon = from_wgs84(*PLACE, Datum.GCJ02)
    assert f"GCJ-02: {lat:.5f}, {lon:.5f}" in page.position.shown.text()


def test_a_damaged_sheet_says_so_and_nothing_opens(
    open_at: Open, desk: Desk, settle: Settle, toasts: ToastHost, tmp_path: Path
) -> None:
    path = tmp_path / "a.mbtiles"
    path.write_bytes(b"SQLite format 3\x00" + bytes(500))
    page = open_at(path)
    page.position.map_button.click()
    settle()
    assert page.findChild(MapDialog) is None
    assert toasts.texts()[-1].startswith("a.mbtiles is not a map sheet that can be shown.")


def test_tiles_that_are_no_pictures_leave_the_ground_bare(open_at: Open, settle: Settle, tmp_path: Path) -> None:
    tiles = {tile: picture()[:20] if number % 2 else b"\x00" * 64 for number, tile in enumerate(around(16))}
    dialog = opened(open_at(make_sheet(tmp_path / "a.mbtiles", tiles=tiles)), settle)
    assert not dialog.map.has_picture()
    assert dialog.isVisible()


def test_a_sheet_that_is_gone_meanwhile_is_told_in_the_dialog(open_at: Open, settle: Settle, tmp_path: Path) -> None:
    path = make_sheet(tmp_path / "a.mbtiles")
    dialog = opened(open_at(path), settle)
    path.write_bytes(b"")
    press(dialog.map, Qt.Key.Key_Minus)
    settle()
    assert "is not a map sheet" in dialog.note.label.text()
