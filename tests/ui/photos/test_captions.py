"""Captions and several photos at once, filters, order and what is withdrawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.editing import records
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.photos.photo_view import PhotoView, Sorting, Status
from tests.ui.conftest import OpenPage, Settle
from tests.ui.keyboard import press, write
from tests.ui.photos.test_shots import evidence, select, shots_of, wait_for_board


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


def captions(desk: Desk) -> list[str | None]:
    return [item.caption for item in evidence(desk)]


def test_placeholders_are_filled_in_when_a_caption_is_written(
    page: PhotosPage, desk: Desk, car: str, settle: Settle
) -> None:
    page.work.assign([page.model.id_at(1) or ""], "motor.odometer", car)
    wait_for_board(page, settle)
    select(page, 1)
    write(page.details.caption.control, "{n} {shot} {plate} {time}")
    press(page.details.caption.control, Qt.Key.Key_Return)
    settle()
    assert captions(desk)[1] == "2 Odometer 沪A12345 2026-11-20 14:04"


def test_enter_in_a_caption_goes_on_to_that_of_the_next_photo(page: PhotosPage, desk: Desk, settle: Settle) -> None:
    select(page, 0)
    page.beside.edit_caption()
    for number in range(3):
        line = page.details.caption.control
        assert page.details.window().focusWidget() is line
        write(line, f"第{number}张")
        press(line, Qt.Key.Key_Return)
        settle()
    assert captions(desk) == ["第0张", "第1张", "第2张"]
    assert page.grid.window().focusWidget() is page.grid


def test_the_last_caption_is_repeated_with_its_placeholders_filled_in_anew(
    page: PhotosPage, desk: Desk, settle: Settle
) -> None:
    select(page, 0)
    write(page.details.caption.control, "视图 {n}")
    press(page.details.caption.control, Qt.Key.Key_Return)
    settle()
    select(page, 1, 2)
    press(page.grid, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert captions(desk) == ["视图 1", "视图 2", "视图 3"]
    desk.edits.undo()
    settle()
    assert captions(desk) == ["视图 1", None, None]


def test_without_a_caption_typed_the_one_before_is_repeated(page: PhotosPage, desk: Desk, settle: Settle) -> None:
    first = page.model.id_at(0) or ""
    desk.edits.do(lambda: records.change(desk.case, Evidence, first, {"caption": "前部"}))
    settle()
    select(page, 2)
    page.details.repeat_button.click()
    settle()
    assert captions(desk) == ["前部", None, "前部"]


def test_captions_of_the_case_are_offered_while_typing(page: PhotosPage, desk: Desk, settle: Settle) -> None:
    first = page.model.id_at(0) or ""
    desk.edits.do(lambda: records.change(desk.case, Evidence, first, {"caption": "右前大灯破损"}))
    wait_for_board(page, settle)
    completer = page.details.completer
    completer.setCompletionPrefix("大灯")
    assert completer.currentCompletion() == "右前大灯破损"


def test_several_photos_get_a_caption_as_one_operation(page: PhotosPage, desk: Desk, settle: Settle) -> None:
    select(page, 0, 1)
    write(page.details.many.caption, "第 {n} 张")
    press(page.details.many.caption, Qt.Key.Key_Return)
    settle()
    assert captions(desk) == ["第 1 张", "第 2 张", None]
    desk.edits.undo()
    settle()
    assert captions(desk) == [None] * 3


def test_typing_for_several_photos_is_written_when_others_are_selected(
    page: PhotosPage, desk: Desk, settle: Settle
) -> None:
    select(page, 0, 1)
    write(page.details.many.caption, "一")
    select(page, 2)
    settle()
    assert captions(desk) == ["一", "一", None]


def choose(combo: QComboBox, value: object) -> None:
    index = next(row for row in range(combo.count()) if combo.itemData(row) == value)
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def test_several_values_are_told_and_left_alone_until_one_is_chosen(
    page: PhotosPage, desk: Desk, car: str, settle: Settle
) -> None:
    page.work.assign([page.model.id_at(0) or ""], "motor.odometer", car)
    wait_for_board(page, settle)
    select(page, 0, 1, 2)
    many = page.details.many
    assert (many.shot.currentText(), many.subject.currentText()) == ("Several values", "Several values")
    many.shot.activated.emit(0)
    settle()
    assert shots_of(desk) == [("motor.odometer", car), (None, None), (None, None)]
    choose(many.subject, car)
    settle()
    assert shots_of(desk) == [("motor.odometer", car), (None, car), (None, car)]
    choose(many.shot, "motor.vin_stamp")
    settle()
    assert shots_of(desk) == [("motor.vin_stamp", car)] * 3


def test_filters_by_shot_subject_and_state_are_told_and_cleared(page: PhotosPage, car: str, settle: Settle) -> None:
    page.work.assign([page.model.id_at(1) or ""], "motor.odometer", car)
    wait_for_board(page, settle)
    second = page.model.id_at(1)
    page.filters.choose(PhotoView(shot="motor.odometer"))
    assert [page.model.id_at(row) for row in range(page.model.rowCount())] == [second]
    assert page.filters._told.text() == "Odometer"
    page.filters.choose(PhotoView(status=Status.UNASSIGNED))
    assert page.model.rowCount() == 2
    page.filters.choose(PhotoView(subject=car))
    assert page.model.rowCount() == 1
    page.filters.clear_button.click()
    assert page.model.rowCount() == 3


def test_the_filter_menu_offers_the_shots_of_the_case(page: PhotosPage) -> None:
    page.filters._fill_menu()
    (shot,) = (action for action in page.filters._menu.actions() if action.text() == "Shot")
    menu = shot.menu()
    (odometer,) = (action for action in menu.actions() if action.text() == "Odometer")  # type: ignore[attr-defined]  # QMenu
    odometer.trigger()
    assert page.model.view.shot == "motor.odometer"
    assert page.model.rowCount() == 0


def test_a_selection_survives_another_filter(page: PhotosPage) -> None:
    select(page, 0, 2)
    ids = page.grid.selected_ids()
    page.filters.choose(PhotoView(sorting=Sorting.NAME))
    assert page.grid.selected_ids() == ids


def test_withdrawn_photos_are_shown_with_their_reason_and_restored(
    page: PhotosPage, desk: Desk, settle: Settle
) -> None:
    first = page.model.id_at(0) or ""
    desk.edits.do(lambda: records.withdraw(desk.case, Evidence, [first], "blurred"))
    settle()
    assert "1 withdrawn" in page.state_label.text()
    page.filters.choose(PhotoView(status=Status.WITHDRAWN))
    page.grid.select(first)
    assert page.details._note.label.text().startswith("Withdrawn: blurred")
    assert page.withdraw_button.text() == "Restore"
    page.withdraw_button.click()
    settle()
    assert page.model.rowCount() == 0
    page.filters.clear()
    assert page.model.known.number_of(first) == 1


def test_several_photos_are_moved_together_and_only_in_the_order_of_their_numbers(
    page: PhotosPage, desk: Desk, settle: Settle
) -> None:
    ids = [page.model.id_at(row) or "" for row in range(3)]
    select(page, 1, 2)
    page.handling.shift(-1)
    settle()
    assert [item.id for item in evidence(desk)] == [ids[1], ids[2], ids[0]]
    desk.edits.undo()
    settle()
    assert [item.id for item in evidence(desk)] == ids
    page.filters.choose(PhotoView(sorting=Sorting.TIME))
    select(page, 1, 2)
    page.handling.shift(-1)
    settle()
    assert [item.id for item in evidence(desk)] == ids


def test_the_last_photo_withdrawn_can_still_be_looked_at(page: PhotosPage, desk: Desk, settle: Settle) -> None:
    ids = [page.model.id_at(row) or "" for row in range(3)]
    desk.edits.do(lambda: records.withdraw(desk.case, Evidence, ids, "another case"))
    settle()
    assert page.has_details()
    assert not page.filters.isHidden()
    page.filters.choose(PhotoView(status=Status.WITHDRAWN))
    assert page.model.rowCount() == 3
