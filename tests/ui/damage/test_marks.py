"""Marks on a vehicle: zones touched or reached by keys, parts found while typing, photos linked, all of it taken back again."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.operations.editing import records
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.damage.page import DamagePage
from surveyor_app.ui.forms import record_access
from surveyor_app.wording.languages import chinese
from tests.operations.office import OtherDesk
from tests.ui.conftest import OpenPage, Settle
from tests.ui.keyboard import press, write


@pytest.fixture
def page(open_page: OpenPage, desk: Desk) -> DamagePage:
    records.create(desk.case, Vehicle, {"plate_no": "沪A12345", "category": "insured"})
    records.create(desk.case, Vehicle, {"plate_no": "沪B67890", "category": "third", "vehicle_kind": "truck"})
    made = open_page(DamagePage)
    assert isinstance(made, DamagePage)
    return made


def marks(desk: Desk) -> list[DamageMark]:
    return record_access.list_all(desk.case, DamageMark)


def touch(page: DamagePage, zone: str) -> None:
    field = page.marks.picture.geometry_now().fields[zone]
    QTest.mouseClick(page.marks.picture, Qt.MouseButton.LeftButton, pos=field.center().toPoint())


def test_a_touch_makes_a_mark_there_and_names_the_parts_of_the_zone(
    page: DamagePage, desk: Desk, settle: Settle
) -> None:
    QTest.mouseClick(page.marks.picture, Qt.MouseButton.RightButton, pos=QPoint(100, 100))
    assert page.marks.finder.list.isHidden()
    touch(page, "c12")
    settle()
    (made,) = marks(desk)
    assert made.areas == ("c12",)
    assert made.vehicle_uid == page.marks.vehicle.vehicle_id
    assert page.marks.finder.names()[0] == "Front bumper cover"
    assert "Rear bumper cover" not in page.marks.finder.names()
    touch(page, "c12")  # a second touch, or a double one, makes no second mark
    settle()
    assert len(marks(desk)) == 1


def test_where_no_vehicle_is_named_it_says_so_in_the_language_chosen_since(
    open_page: OpenPage, translation: Translation, settle: Settle
) -> None:
    page = open_page(DamagePage)
    assert isinstance(page, DamagePage)
    assert page.marks.vehicle.box.currentText() == "No vehicle named"
    translation.switch(chinese())
    settle()
    assert page.marks.vehicle.box.currentText() == "未指定车辆"
    assert page.marks.vehicle.vehicle_id is None


def test_several_marks_in_a_row_by_keys_alone(page: DamagePage, desk: Desk, settle: Settle) -> None:
    picture, finder = page.marks.picture, page.marks.finder
    finder.start()
    assert finder.list.isHidden()  # no zone and no word: there is no list to read through
    press(finder, Qt.Key.Key_Return)
    press(finder, Qt.Key.Key_Escape)
    assert picture.hasFocus()
    press(picture, Qt.Key.Key_Left)
    press(picture, Qt.Key.Key_Return)
    for typed in ("zqdd", "qwd", "保险"):  # the first names the mark of the touch, before it is even shown
        write(finder, typed)
        press(finder, Qt.Key.Key_Return)
    settle()
    made = marks(desk)
    assert [(mark.part_id, mark.areas) for mark in made] == [
        ("headlamp_l", ("c11",)),
        ("front_fog_lamp_l", ("c11",)),
        ("front_bumper", ("c11",)),
    ]
    assert finder.hasFocus()
    assert page.table.current_id() == made[-1].id
    press(finder, Qt.Key.Key_Escape)
    assert picture.hasFocus()


def test_a_part_of_elsewhere_gets_its_own_zone_and_is_said_to_be_elsewhere(
    page: DamagePage, desk: Desk, settle: Settle
) -> None:
    touch(page, "c12")
    settle()
    write(page.marks.finder, "zhwd")
    assert page.marks.finder.list.item(0).text() == "Elsewhere on the vehicle"
    press(page.marks.finder, Qt.Key.Key_Return)
    settle()
    assert [(mark.part_id, mark.areas) for mark in marks(desk)] == [(None, ("c12",)), ("tail_lamp_l", ("c07",))]


def test_what_is_in_no_list_is_kept_as_typed(page: DamagePage, desk: Desk, settle: Settle) -> None:
    touch(page, "cargo")
    settle()
    write(page.marks.finder, "三箱啤酒")
    assert page.marks.finder.names() == ["As typed: 三箱啤酒"]
    press(page.marks.finder, Qt.Key.Key_Return)
    settle()
    (made,) = marks(desk)
    assert (made.part_id, made.part_text, made.areas) == (None, "三箱啤酒", ("cargo",))


def test_a_named_part_is_taken_back_in_one_step(page: DamagePage, desk: Desk, settle: Settle) -> None:
    touch(page, "under")
    settle()
    assert [mark.level for mark in marks(desk)] == [("underside",)]
    press(page.marks.finder, Qt.Key.Key_Return)
    settle()
    assert marks(desk)[0].part_id is not None
    desk.edits.undo()
    settle()
    assert marks(desk)[0].part_id is None
    desk.edits.undo()
    settle()
    assert marks(desk) == []
    assert page.model.rowCount() == 0


def test_severity_and_height_are_set_for_all_selected_marks_at_once(
    page: DamagePage, desk: Desk, settle: Settle
) -> None:
    for zone in ("c12", "c09"):
        touch(page, zone)
        settle()
    page.table.selectAll()
    press(page.table, Qt.Key.Key_4)
    settle()
    page.table.selectAll()
    page.marks.levels.buttons["middle"].click()
    settle()
    assert [(mark.severity, mark.level) for mark in marks(desk)] == [(4, ("middle",))] * 2
    assert page.marks.picture.said("c12") == "Front centre: 1 mark, severity 4"
    desk.edits.undo()
    settle()
    assert [mark.level for mark in marks(desk)] == [None, None]


def test_each_vehicle_has_its_marks_and_its_drawing(page: DamagePage, desk: Desk, settle: Settle) -> None:
    touch(page, "c12")
    settle()
    first = marks(desk)[0].vehicle_uid
    page.marks.vehicle.box.setCurrentIndex(1)
    page.marks.vehicle.box.activated.emit(1)
    assert page.model.rowCount() == 0
    assert page.marks.vehicle.outline().id == "lorry"
    page.marks.vehicle.draw_as("coach")
    assert page.marks.vehicle.outline().id == "coach"
    touch(page, "c06")
    settle()
    assert [mark.vehicle_uid == first for mark in marks(desk)] == [True, False]
    page.show_record(marks(desk)[0].id, "part_price")
    assert page.marks.vehicle.vehicle_id == first
    assert [label for _, label in page._side.mark_options()] == ["沪B67890 · (no part yet) · Rear centre"]


def test_what_fits_a_mark_of_the_other_vehicle_is_written_beside_it(
    page: DamagePage, desk: Desk, settle: Settle
) -> None:
    own, other = record_access.list_all(desk.case, Vehicle)
    there = records.create(
        desk.case, DamageMark, {"vehicle_uid": other.id, "part_id": "rear_bumper", "areas": ("c06",)}
    )
    here = records.create(desk.case, DamageMark, {"vehicle_uid": own.id, "part_id": "front_bumper", "areas": ("c12",)})
    page.load()
    page.show_record(here.id, "matches_mark")
    editor = page.form.editors["matches_mark"]
    editor.set_value(there.id)
    editor.edited.emit()
    page.commit()
    settle()
    assert {mark.id: mark.matches_mark for mark in marks(desk)} == {there.id: None, here.id: there.id}


def test_the_same_field_of_the_next_line_is_one_key_away(page: DamagePage, desk: Desk, settle: Settle) -> None:
    for zone in ("c12", "c09"):
        touch(page, zone)
        settle()
    page.table.select(marks(desk)[0].id)
    for price in ("100", "250.5"):
        page.form.focus_field("part_price")
        write(page.form.editors["part_price"].control, price)
        page.step(1)
        settle()
    assert [mark.part_price for mark in marks(desk)] == [Decimal("100.00"), Decimal("250.50")]
    assert page.form.editors["part_price"].control.hasFocus()


def test_anothers_mark_is_shown_and_cannot_be_changed(page: DamagePage, desk: Desk, settle: Settle) -> None:
    vehicle = page.marks.vehicle.vehicle_id
    theirs = OtherDesk(desk.case, "wang").makes(DamageMark, {"vehicle_uid": vehicle, "areas": ["c12"]})
    page.load()
    touch(page, "c12")
    settle()
    assert page.table.current_id() == theirs
    assert not any(button.isEnabled() for button in page.marks.levels.buttons.values())
    assert page.form.editors["part_price"].control.isReadOnly()  # type: ignore[attr-defined]  # a line
    press(page.table, Qt.Key.Key_5)
    write(page.marks.finder, "qbxgp")
    press(page.marks.finder, Qt.Key.Key_Return)
    settle()
    assert {mark.id == theirs: (mark.part_id, mark.severity) for mark in marks(desk)} == {
        True: (None, None),
        False: ("front_bumper", None),
    }
