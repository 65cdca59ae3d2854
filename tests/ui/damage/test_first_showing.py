"""The page of losses stands before its lines are read; whoever works there sooner has them read, and nothing older shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.records import Created
from surveyor_app.operations.intake.evidence import import_files
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.slices import Slices
from surveyor_app.ui.damage.loss_tabs import Tab
from surveyor_app.ui.damage.page import DamagePage
from surveyor_app.ui.forms import record_access
from tests.ui.conftest import Settle

MakePage = Callable[[], DamagePage]


@pytest.fixture
def vehicle(desk: Desk) -> Created:
    return records.create(desk.case, Vehicle, {"plate_no": "沪A12345", "category": "insured"})


@pytest.fixture
def make_page(desk: Desk, window: QWidget, vehicle: Created) -> MakePage:
    """Makes the page in the turn of who calls: its lines are under way. Between a fixture and its test turns pass."""
    records.create(desk.case, DamageMark, {"vehicle_uid": vehicle.id, "part_text": "车门"})

    def make() -> DamagePage:
        made = DamagePage(desk, window)
        made.resize(window.size())
        desk.jobs.changed.connect(made.apply)
        made.show()
        window.show()
        assert made.model.rowCount() == 0
        return made

    return make


def all_read(desk: Desk, page: DamagePage, settle: Settle) -> None:
    settle()
    for parts in (*page.findChildren(Slices), *page.form.findChildren(Slices)):
        parts.finish()
    settle()


def test_what_was_read_shows_by_itself(make_page: MakePage, desk: Desk, settle: Settle) -> None:
    page = make_page()
    names = [page.tabs.bar.tabText(tab) for tab in Tab]
    assert names == ["Vehicles", "Property", "Injuries", "Rescue", "Salvage", "Totals"]
    assert not page.withdrawal.button.isEnabled()
    all_read(desk, page, settle)
    assert page.model.rowCount() == 1
    assert page.has_details()
    assert page.tabs.bar.tabText(Tab.VEHICLES) == "Vehicles (1)"
    assert page.withdrawal.button.isEnabled()
    assert page.form.record_id == page.table.current_id() != ""
    assert page.form.editors["part_text"].value() == "车门"
    assert page.state_label.text() == "1 line"


def test_a_zone_pressed_at_once_marks_the_vehicle_there_is(
    make_page: MakePage, desk: Desk, settle: Settle, vehicle: Created
) -> None:
    page = make_page()
    page.marks.press_zone("c12")
    all_read(desk, page, settle)
    made = record_access.list_all(desk.case, DamageMark)
    assert [(mark.vehicle_uid, mark.areas) for mark in made] == [(vehicle.id, None), (vehicle.id, ("c12",))]
    assert page.model.rowCount() == 2


@pytest.mark.parametrize("act", ["add", "name"])
def test_a_line_made_at_once_belongs_to_the_vehicle(
    make_page: MakePage, desk: Desk, settle: Settle, vehicle: Created, act: str
) -> None:
    page = make_page()
    if act == "add":
        page.add()
    else:
        page.marks.name_part({"part_id": "front_bumper"})
    all_read(desk, page, settle)
    assert {mark.vehicle_uid for mark in record_access.list_all(desk.case, DamageMark)} == {vehicle.id}
    assert page.model.rowCount() == len(record_access.list_all(desk.case, DamageMark)) == 2


def test_a_record_asked_for_at_once_is_shown(make_page: MakePage, desk: Desk) -> None:
    page = make_page()
    (mark,) = record_access.list_all(desk.case, DamageMark)
    page.show_record(mark.id, "labour")
    assert page.table.current_id() == page.form.record_id == mark.id


def test_an_older_reading_does_not_replace_a_change(
    make_page: MakePage, desk: Desk, settle: Settle, vehicle: Created
) -> None:
    page = make_page()
    desk.jobs.settle()  # read, and not yet arrived
    created = records.create(desk.case, DamageMark, {"vehicle_uid": vehicle.id, "part_text": "车顶"})
    page.apply(created.changes)
    all_read(desk, page, settle)
    assert page.model.row_of(created.id) == 1
    assert page.state_label.text() == "2 lines"


def test_photos_that_come_while_the_strip_is_read_are_in_it(
    make_page: MakePage, desk: Desk, settle: Settle, photos: list[Path]
) -> None:
    page = make_page()
    page.tabs.place_marks()
    page.marks._show_strip(True)
    assert page.marks.strip.isVisible()
    desk.jobs.settle()  # read, and not yet arrived
    assert not page.marks.strip.evidence.is_read
    page.apply(import_files(desk.case, photos[:2], desk.workers).changes)
    all_read(desk, page, settle)
    assert page.marks.strip.evidence.rowCount() == 2


def test_a_tab_chosen_meanwhile_stays(desk: Desk, window: QWidget, settle: Settle) -> None:
    records.create(desk.case, PropertyItem, {"name": "护栏"})
    begun, chosen = DamagePage(desk, window), DamagePage(desk, window)
    chosen.tabs.show_tab(Tab.SALVAGE)
    for page in (begun, chosen):
        all_read(desk, page, settle)
    assert (begun.tabs.tab, chosen.tabs.tab) == (Tab.PROPERTY, Tab.SALVAGE)


def test_the_keyboard_goes_along_to_where_the_case_begins(desk: Desk, window: QWidget, settle: Settle) -> None:
    records.create(desk.case, PropertyItem, {"name": "护栏"})
    page = DamagePage(desk, window)
    page.show()
    window.show()
    page.take_keyboard()
    all_read(desk, page, settle)
    assert page.tabs.tab is Tab.PROPERTY
    focused = window.focusWidget()
    page.take_keyboard()
    assert window.focusWidget() is focused is not page


def test_the_keyboard_waits_for_the_vehicle(make_page: MakePage, desk: Desk, window: QWidget, settle: Settle) -> None:
    page = make_page()
    page.take_keyboard()
    assert not page.marks.isVisibleTo(page)
    all_read(desk, page, settle)
    assert page.marks.isVisibleTo(page)
    assert window.focusWidget() is page.marks.picture


def test_a_keyboard_that_went_elsewhere_is_left_there(
    make_page: MakePage, desk: Desk, window: QWidget, settle: Settle
) -> None:
    page = make_page()
    page.take_keyboard()
    page.add_button.setFocus()
    all_read(desk, page, settle)
    assert window.focusWidget() is page.add_button


def test_a_tab_left_and_chosen_again_shows_the_vehicle_at_once(make_page: MakePage) -> None:
    page = make_page()
    page.tabs.show_tab(Tab.TOTALS)
    assert not page.marks.isVisibleTo(page)
    page.tabs.show_tab(Tab.VEHICLES)
    assert page.marks.isVisibleTo(page)
    assert not page.tabs.totals.isVisibleTo(page)
