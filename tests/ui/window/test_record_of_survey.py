"""The record of the survey is filled in where the visit is: what is not asked for is not shown, sums and lists stand beside."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.places.datums import Datum
from surveyor_app.operations.editing import records
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.choice_editors import OptionEditor
from surveyor_app.ui.forms.field_editors import LongTextEditor
from surveyor_app.ui.forms.form_group import GroupBox
from surveyor_app.ui.window.arrival import ArrivalPage
from tests.operations.worlds import entries
from tests.ui.conftest import OpenPage, Settle
from tests.ui.keyboard import press, write


@pytest.fixture
def page(open_page: OpenPage) -> ArrivalPage:
    made = open_page(ArrivalPage)
    assert isinstance(made, ArrivalPage)
    return made


def visit(desk: Desk) -> Task:
    task = record_access.visit_task(desk.case)
    assert task is not None
    return task


def group(page: ArrivalPage, key: str) -> GroupBox:
    return next(box for box in page.form.findChildren(GroupBox) if box.group.key == key)


def choose(page: ArrivalPage, field: str, row: int) -> None:
    """Choose a row of a box by keyboard."""
    editor = page.form.editors[field]
    assert isinstance(editor, OptionEditor)
    editor.combo.setFocus()
    editor.combo.setCurrentIndex(row)
    editor.combo.activated.emit(row)


def test_a_field_that_depends_on_another_is_asked_for_only_then(page: ArrivalPage, desk: Desk, settle: Settle) -> None:
    level = page.form.editors["water_level"]
    assert not level.isVisible()
    choose(page, "is_water", 1)
    assert level.isVisible()
    choose(page, "water_level", 2)
    choose(page, "is_water", 2)
    settle()
    assert visit(desk).is_water is False
    assert level.isVisible()  # it says something: what is said never disappears
    choose(page, "water_level", 0)
    settle()
    page.form.follow()
    assert not level.isVisible()
    page.form.focus_field("exemption_reason")
    assert page.form.editors["exemption_reason"].isVisible()  # a link leads there whatever is asked for


def test_amounts_are_added_up_while_they_are_typed(page: ArrivalPage, desk: Desk, settle: Settle) -> None:
    for field, amount in (("own_vehicle_loss", "12500"), ("own_towing", "800.50"), ("other_loss", "99.5")):
        control = page.form.editors[field].control
        control.setFocus()
        write(control, amount)
    assert group(page, "estimate_own_vehicle").sum.text() == "Sum 13,300.50"
    assert group(page, "estimate_other").sum.text() == "Sum 99.50 · all together 13,400.00"
    page.commit()
    settle()
    assert str(visit(desk).own_towing) == "800.50"


def test_other_people_are_estimated_where_there_are_any_beside_what_the_list_says(
    page: ArrivalPage, desk: Desk, settle: Settle
) -> None:
    box = group(page, "estimate_other_people")
    assert box.frame is not None
    assert not box.frame.isVisible()
    assert not page.form.editors["other_vehicle_loss"].isVisible()
    desk.edits.do(lambda: records.create(desk.case, Person, {"position": "outside", "severity": "serious"}))
    settle()
    assert box.frame.isVisible()
    assert box.beside.text() == "List of people: 1 injured, 0 dead"
    assert "1 person in the list" in group(page, "findings").beside.text()


def test_the_opinion_says_how_long_it_is_and_tab_goes_on_in_reading_order(page: ArrivalPage, settle: Settle) -> None:
    opinion = page.form.editors["surveyor_opinion"]
    assert isinstance(opinion, LongTextEditor)
    opinion.control.setFocus()
    write(opinion.control, "追尾")
    assert opinion.counter_text() == "2 / 249"
    write(opinion.control, "字" * 250)
    assert opinion.counter_text() == "252 / 249"
    choose(page, "is_major_case", 1)
    asked = page.form.editors["major_case_opinion"]
    assert isinstance(asked, LongTextEditor)
    assert asked.counter_text() == "0 / 140"
    page.form.editors["is_major_case"].control.setFocus()
    press(page.form.editors["is_major_case"].control, Qt.Key.Key_Tab)
    assert asked.control.hasFocus()


def test_a_shared_link_gives_the_place_as_satellites_see_it(page: ArrivalPage, desk: Desk, settle: Settle) -> None:
    bar, before = page.position, len(entries(desk.case, Task.KIND))
    bar.line.setFocus()
    write(bar.line, "https://surl.amap.com/3AbC")
    assert bar.note_text().startswith("No position can be read")
    assert not bar.use_button.isEnabled()
    press(bar.line, Qt.Key.Key_Return)
    bar.line.clear()
    write(bar.line, "https://uri.amap.com/marker?position=121.531541859215,31.17530398364597")
    assert bar.note_text() == "31.17743, 121.52721 in WGS 84, from GCJ-02"
    press(bar.line, Qt.Key.Key_Return)
    settle()
    task = visit(desk)
    assert (str(task.survey_lat), str(task.survey_lon)) == ("31.1774276", "121.5272106")
    assert len(entries(desk.case, Task.KIND)) == before + 1
    assert bar.line.text() == ""
    # Figures without a datum are of the one that is chosen.
    bar.datum.setCurrentIndex(bar.datum.findData(Datum.WGS84))
    write(bar.line, "北纬31.17530398 东经121.53154186")
    assert bar.note_text() == "31.17530, 121.53154 in WGS 84"
    bar.datum.setCurrentIndex(bar.datum.findData(Datum.GCJ02))
    bar.datum.activated.emit(bar.datum.currentIndex())
    assert bar.note_text() == "31.17743, 121.52721 in WGS 84, from GCJ-02"


def test_places_of_photos_are_offered_those_of_most_photos_first(page: ArrivalPage, desk: Desk, settle: Settle) -> None:
    assert not page.position.photos_button.isVisible()
    for lat in ("31.2304000", "31.1774276", "31.1774300"):
        fields = {"evidence_class": "photo", "gps_lat": Decimal(lat), "gps_lon": Decimal("121.5272106")}
        records.create(desk.case, Evidence, fields)
    page.load()
    settle()
    first, second = page.position.photo_menu().actions()
    assert first.text().startswith("2 photos, the first is 2")
    assert second.text().startswith("Photo 1")
    first.trigger()
    settle()
    assert str(visit(desk).survey_lat) == "31.1774276"


def test_the_place_is_shown_in_each_datum_and_copied_in_any(page: ArrivalPage, desk: Desk, settle: Settle) -> None:
    shown = page.position.shown
    assert not shown.isVisible()
    page.form.put({"survey_lat": Decimal("31.1774276"), "survey_lon": Decimal("121.5272106")})
    settle()
    assert shown.text() == "WGS 84: 31.17743, 121.52721 · GCJ-02: 31.17530, 121.53154 · BD-09: 31.18133, 121.53802"
    gcj02 = shown.copies().actions()[1]
    gcj02.trigger()
    assert QGuiApplication.clipboard().text() == "31.17530, 121.53154"
    # Elsewhere the three are one.
    page.form.put({"survey_lat": Decimal("48.8584"), "survey_lon": Decimal("2.2945")})
    settle()
    assert shown.text() == "WGS 84: 48.85840, 2.29450"
    assert [action.text() for action in shown.copies().actions()] == ["WGS 84: 48.85840, 2.29450"]


def test_the_place_can_still_be_read_where_it_cannot_be_written(page: ArrivalPage, desk: Desk, settle: Settle) -> None:
    page.form.put({"survey_lat": Decimal("31.1774276"), "survey_lon": Decimal("121.5272106")})
    settle()
    desk.edits.do(lambda: desk.case.apply([Step(Action.SEAL, Task.KIND, visit(desk).id)], "seal"))
    settle()
    assert page.position.shown.isVisible()
    assert not page.position.line.isVisible()
