"""Merging people as a person does it: two in the list, side by side, chosen, merged, taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication

from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.operations.editing import records
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.people.merge_dialog import MergeDialog
from surveyor_app.ui.people.page import PeoplePage
from tests.ui.conftest import OpenPage, Settle
from tests.ui.keyboard import write


@pytest.fixture
def page(open_page: OpenPage, desk: Desk) -> PeoplePage:
    first = {"name": "王建国", "phone": "13800000001", "roles": ("driver",), "address": "上海市浦东新区" * 8}
    records.create(desk.case, Person, first)
    second = {"name": "王建囯", "phone": "13800000001", "roles": ("injured",), "address": "上海", "sex": "male"}
    other = records.create(desk.case, Person, second).id
    records.create(desk.case, Vehicle, {"plate_no": "沪A12345", "driver_uid": other})
    page = open_page(PeoplePage)
    assert isinstance(page, PeoplePage)
    return page


def select_all(page: PeoplePage) -> None:
    model = page.people.list.selectionModel()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in range(page.people.model.rowCount()):
        model.select(page.people.model.index(row, 0), flags)


def dialog_of(page: PeoplePage) -> MergeDialog:
    found = [item for item in page.findChildren(MergeDialog) if item.isVisible()]
    assert len(found) == 1
    return found[0]


def test_only_two_selected_people_can_be_merged(page: PeoplePage) -> None:
    assert not page.merging.button.isEnabled()
    select_all(page)
    assert page.merging.button.isEnabled()


def test_two_people_are_merged_with_the_values_chosen_and_it_can_be_undone(
    page: PeoplePage, desk: Desk, settle: Settle
) -> None:
    select_all(page)
    page.merging.button.click()
    settle()
    dialog = dialog_of(page)
    assert set(dialog.choices) == {"name", "address"}
    dialog.choices["name"][1].click()
    assert dialog.chosen() == ["name"]
    dialog.merge_button.click()
    settle()
    (person,) = record_access.list_all(desk.case, Person)
    assert (person.name, person.sex, person.roles) == ("王建囯", "male", ("driver", "injured"))
    assert person.address == "上海市浦东新区" * 8
    assert record_access.list_all(desk.case, Vehicle)[0].driver_uid == person.id
    assert page.people.model.rowCount() == 1
    desk.edits.undo()
    settle()
    assert page.people.model.rowCount() == 2


def test_cancelled_nothing_is_merged(page: PeoplePage, desk: Desk, settle: Settle) -> None:
    select_all(page)
    page.merging.button.click()
    settle()
    dialog_of(page).reject()
    settle()
    assert len(record_access.list_all(desk.case, Person)) == 2


def test_who_is_likely_the_same_is_pointed_out(page: PeoplePage, desk: Desk, settle: Settle) -> None:
    assert page.merging.note.isHidden()
    first, second = record_access.list_all(desk.case, Person)
    records.change(desk.case, Person, second.id, {"name": first.name})
    page.load()
    assert page.merging.note.isVisible()
    assert "same phone" in page.merging.note.label.text()
    for person in (first, second):
        records.change(desk.case, Person, person.id, {"id_no": "11010519491231002X"})
    page.load()
    assert "same ID number" in page.merging.note.label.text()
    page.merging.note.button.click()
    settle()
    dialog_of(page).merge_button.click()
    settle()
    assert page.merging.note.isHidden()


def test_a_long_value_is_read_whole_on_its_button(page: PeoplePage, settle: Settle) -> None:
    select_all(page)
    page.merging.button.click()
    settle()
    dialog = dialog_of(page)
    left, right = dialog.choices["address"]
    assert left.toolTip() == "上海市浦东新区" * 8
    assert left.accessibleName().startswith("Address: ")
    QApplication.processEvents()
    assert left.text().count("\n") > 0
    assert left.text().replace("\n", "") == "上海市浦东新区" * 8
    assert right.text() == "上海"


def test_a_very_long_value_is_shortened_on_its_button_and_whole_in_its_tool_tip(
    page: PeoplePage, desk: Desk, settle: Settle
) -> None:
    for number, person in enumerate(record_access.list_all(desk.case, Person)):
        records.change(desk.case, Person, person.id, {"note": f"{number}" * 900})
    select_all(page)
    page.merging.button.click()
    settle()
    left, _right = dialog_of(page).choices["note"]
    assert left.toolTip() == "0" * 900
    assert left.text().endswith("…")


def test_what_is_being_typed_is_compared_too(page: PeoplePage, desk: Desk, settle: Settle) -> None:
    first = record_access.list_all(desk.case, Person)[0]
    page.people.list.select(first.id)
    line = page.people.form.editors["employer"].control
    write(line, "东海物流")
    select_all(page)
    page.merging.button.click()
    settle()
    dialog_of(page).merge_button.click()
    settle()
    (person,) = record_access.list_all(desk.case, Person)
    assert person.employer == "东海物流"


def test_whoever_is_gone_meanwhile_is_not_merged(page: PeoplePage, desk: Desk, settle: Settle) -> None:
    first, second = record_access.list_all(desk.case, Person)
    records.withdraw(desk.case, Person, [second.id], "wrong")
    page.merging.ask(first.id, second.id)
    settle()
    assert page.findChildren(MergeDialog) == []
