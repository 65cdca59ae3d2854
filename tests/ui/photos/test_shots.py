"""The shot list beside the photos: keys, drops, reasons, suggestions, and the way from a finding to its shot."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.shot_needs import Need, Progress
from surveyor_app.domain.photos.shots import ShotState
from surveyor_app.operations.editing import records
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.window.case_view import CaseView
from surveyor_app.ui.window.ready import ReadyPage
from surveyor_app.wording.languages import chinese
from tests.ui.conftest import OpenPage, Settle
from tests.ui.keyboard import press, write

VIN = "motor.vin_stamp"


@pytest.fixture
def car(desk: Desk) -> str:
    return records.create(desk.case, Vehicle, {"plate_no": "沪A12345", "category": "insured"}).id


@pytest.fixture
def page(car: str, open_page: OpenPage, photos: list[Path], settle: Settle) -> PhotosPage:
    made = open_page(PhotosPage)
    assert isinstance(made, PhotosPage)
    made.importing.import_paths(photos)
    wait_for_board(made, settle)
    return made


def wait_for_board(page: PhotosPage, settle: Settle) -> None:
    settle()
    page.work.refresh()
    settle()


def evidence(desk: Desk) -> list[Evidence]:
    return record_access.list_all(desk.case, Evidence)


def shots_of(desk: Desk) -> list[tuple[str | None, str | None]]:
    return [(item.shot_key, item.subject_uid) for item in evidence(desk)]


def select(page: PhotosPage, *rows: int) -> None:
    page.grid.select_all_of([page.model.id_at(row) or "" for row in rows], page.model.id_at(rows[0]) or "")


def current(page: PhotosPage) -> Need:
    need = page.shots.panel.tree.need()
    assert need is not None
    return need


def test_a_key_assigns_the_photos_selected_to_the_shot_with_its_number(
    page: PhotosPage, desk: Desk, car: str, settle: Settle
) -> None:
    page.shots.show_shot(VIN, car)
    names = [need.shot.id for need in page.shots.panel.tree.numbered()]
    assert names[:5] == ["people_with_vehicle", "vehicle_45_fl", "vehicle_45_fr", "vehicle_45_rl", "vehicle_45_rr"]
    select(page, 0, 2)
    page.grid.setFocus()
    press(page.grid, Qt.Key.Key_6)
    wait_for_board(page, settle)
    assert shots_of(desk) == [(VIN, car), (None, None), (VIN, car)]
    assert (current(page).progress, current(page).taken) == (Progress.TAKEN, 2)
    press(page.grid, Qt.Key.Key_0)
    settle()
    assert shots_of(desk) == [(None, None)] * 3


def test_both_photos_come_back_with_one_undo(page: PhotosPage, desk: Desk, car: str, settle: Settle) -> None:
    page.shots.show_shot(VIN, car)
    select(page, 0, 1)
    page.shots.press(6)
    settle()
    desk.edits.undo()
    settle()
    assert shots_of(desk) == [(None, None)] * 3


def test_the_tenth_shot_of_a_vehicle_is_the_first_of_the_next_nine(page: PhotosPage, car: str) -> None:
    page.shots.show_shot("motor.ctpl_mark", car)
    numbered = page.shots.panel.tree.numbered()
    assert [need.shot.id for need in numbered][:2] == ["ctpl_mark", "undamaged_side"]


def test_digits_are_typed_in_a_caption(page: PhotosPage, desk: Desk, settle: Settle) -> None:
    select(page, 0)
    page.details.caption.control.setFocus()
    write(page.details.caption.control, "3 cm")
    press(page.details.caption.control, Qt.Key.Key_Return)
    settle()
    assert next((item.caption, item.shot_key) for item in evidence(desk)) == ("3 cm", None)


def test_photos_dropped_on_a_shot_are_assigned_to_it(page: PhotosPage, desk: Desk, car: str, settle: Settle) -> None:
    tree = page.shots.panel.tree
    assert tree.select("motor.odometer", car)
    at = tree.visualRect(tree.currentIndex()).center()
    data = page.model.mimeData([page.model.index(1)])
    tree.dropEvent(
        QDropEvent(
            QPointF(at), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )
    settle()
    assert shots_of(desk)[1] == ("motor.odometer", car)


def test_a_shot_is_set_aside_for_a_reason_and_asked_for_again(
    page: PhotosPage, desk: Desk, car: str, settle: Settle
) -> None:
    page.shots.show_shot(VIN, car)
    menu = page.shots.panel.ask_reason(current(page))
    line = menu.findChild(QLineEdit)
    assert line is not None
    line.setText("covered by foam")
    press(line, Qt.Key.Key_Return)
    wait_for_board(page, settle)
    (state,) = record_access.list_all(desk.case, ShotState)
    assert (state.shot_key, state.subject_uid, state.reason) == (VIN, car, "covered by foam")
    assert current(page).progress is Progress.NOT_APPLICABLE
    page.shots.panel.skip_button.click()
    wait_for_board(page, settle)
    assert current(page).blocks


def test_reasons_at_hand_are_one_click(page: PhotosPage, desk: Desk, car: str, settle: Settle) -> None:
    page.shots.show_shot(VIN, car)
    page.shots.panel.skip_button.click()
    (menu,) = (menu for menu in page.shots.panel.findChildren(QMenu) if menu.isVisible())
    menu.actions()[1].trigger()
    menu.close()
    settle()
    assert [state.reason for state in record_access.list_all(desk.case, ShotState)] == ["Not there on this vehicle"]


def test_a_photo_taken_next_to_an_assigned_one_is_suggested_and_taken_with_enter(
    page: PhotosPage, desk: Desk, car: str, settle: Settle
) -> None:
    first = page.model.id_at(0) or ""
    page.work.assign([first], "motor.vehicle_45_fl", car)
    wait_for_board(page, settle)
    select(page, 1)
    assert page.shots.note.label.text() == "Suggested: 沪A12345 · Vehicle 45° front right"
    assert shots_of(desk)[1] == (None, None)
    page.grid.setFocus()
    press(page.grid, Qt.Key.Key_Return)
    wait_for_board(page, settle)
    assert shots_of(desk)[1] == ("motor.vehicle_45_fr", car)
    assert page.shots.note.isHidden()


def test_a_list_is_left_out_and_asked_for_again(page: PhotosPage, settle: Settle) -> None:
    assert page.work.asked() == ("motor",)
    page.work.choose_list("motor", False)
    wait_for_board(page, settle)
    assert page.work.asked() == ()
    page.work.choose_list("motor", True)
    wait_for_board(page, settle)
    page.work.choose_list("fire", True)
    wait_for_board(page, settle)
    assert page.work.asked() == ("motor", "fire")


def test_what_was_collapsed_stays_so_when_photos_are_assigned(page: PhotosPage, car: str, settle: Settle) -> None:
    tree = page.shots.panel.tree
    scene = tree.items.item(0).index()
    tree.collapse(scene)
    page.work.assign([page.model.id_at(0) or ""], VIN, car)
    wait_for_board(page, settle)
    assert not tree.isExpanded(tree.items.item(0).index())


def test_names_follow_language_and_records(
    page: PhotosPage, desk: Desk, car: str, translation: Translation, settle: Settle
) -> None:
    page.shots.show_shot(VIN, car)
    page.work.assign([page.model.id_at(0) or ""], VIN, car)
    desk.edits.do(lambda: records.change(desk.case, Vehicle, car, {"plate_no": "浙B88888"}))
    wait_for_board(page, settle)
    assert page.model.index(0).data() == "1 浙B88888 · Stamped VIN"
    translation.switch(chinese())
    translation.refresh()
    assert page.model.index(0).data() == "1 浙B88888 · 车架号钢印"
    assert page.shots.panel.tree.currentIndex().data() == "车架号钢印"


def test_the_list_gives_way_on_a_narrow_page_until_it_is_asked_for(page: PhotosPage) -> None:
    page.resize(640, 560)
    assert page.shots.panel.isHidden()
    page.filters.panel_button.click()
    assert not page.shots.panel.isHidden()
    page.filters.panel_button.click()
    page.resize(1280, 720)
    assert page.shots.panel.isHidden()


def test_a_missing_shot_leads_from_the_check_to_itself(
    desk: Desk, car: str, window: QWidget, settle: Settle, qtbot: QtBot
) -> None:
    view = CaseView(desk, window)
    desk.jobs.changed.connect(view.apply)
    view.show()
    view.show_page(ReadyPage.PLACE.name)
    settle()
    ready = view.page(ReadyPage.PLACE.name)
    assert isinstance(ready, ReadyPage)
    ready.must.links[-1].click()  # all of them
    (link,) = (link for link in ready.must.links if "Stamped VIN" in link.text())
    assert link.text() == "Required shot missing: 沪A12345 · Stamped VIN (0/1)"
    link.click()
    settle()
    photos = view.current()
    assert isinstance(photos, PhotosPage)
    qtbot.waitUntil(lambda: photos.shots.panel.tree.need() is not None)
    assert (current(photos).shot.key, current(photos).subject) == (VIN, car)
    assert "17 characters" in photos.shots.panel._guidance.text()
