"""Numbers in the forms: cleaned when pasted or left, checked with their reason, and read for birth and sex."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.operations.editing import records
from surveyor_app.records import reading
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.choice_editors import OptionEditor
from surveyor_app.ui.forms.field_editors import TextEditor
from surveyor_app.ui.forms.record_book import RecordBook
from surveyor_app.ui.forms.typed_editors import DateEditor
from surveyor_app.ui.people.page import PeoplePage
from tests.ui.conftest import OpenPage, Settle
from tests.ui.keyboard import press, write

NUMBER = "11010519491231002X"


@pytest.fixture
def page(open_page: OpenPage) -> PeoplePage:
    page = open_page(PeoplePage)
    assert isinstance(page, PeoplePage)
    return page


def line(book: RecordBook[Person] | RecordBook[Vehicle], name: str) -> QLineEdit:
    editor = book.form.editors[name]
    assert isinstance(editor, TextEditor | DateEditor)
    return editor.line


def said(book: RecordBook[Person] | RecordBook[Vehicle], name: str) -> str:
    return book.form.editors[name].control.accessibleDescription()


def choose(book: RecordBook[Person], name: str, value: object) -> None:
    editor = book.form.editors[name]
    assert isinstance(editor, OptionEditor)
    index = next(n for n in range(editor.combo.count()) if editor.combo.itemData(n) == value)
    editor.combo.setCurrentIndex(index)
    editor.combo.activated.emit(index)


def person(desk: Desk) -> Person:
    (found,) = record_access.list_all(desk.case, Person)
    return found


def test_a_pasted_number_is_cleaned_and_checked_at_once(page: PeoplePage, desk: Desk, settle: Settle) -> None:
    records.create(desk.case, Person, {"name": "王建国", "id_type": "id_card"})
    page.load()
    field = line(page.people, "id_no")
    field.setFocus()
    QApplication.clipboard().setText(" 110105 19491231 0021 ")
    field.paste()
    assert field.text() == "110105194912310021"
    assert said(page.people, "id_no") == "The check digit of this identity number does not fit"


def test_a_typed_plate_is_cleaned_when_the_field_is_left(page: PeoplePage, desk: Desk, settle: Settle) -> None:
    records.create(desk.case, Vehicle, {})
    page.load()
    field = line(page.vehicles, "plate_no")
    write(field, "沪a·1234")
    assert field.text() == "沪a·1234", "never while typing"
    press(field, Qt.Key.Key_Return)
    settle()
    assert field.text() == "沪A1234"
    assert "5 characters" in said(page.vehicles, "plate_no")
    assert record_access.list_all(desk.case, Vehicle)[0].plate_no == "沪A1234", (
        "a warning keeps nothing from being kept"
    )


def test_type_and_number_of_an_identity_card_fill_birth_and_sex_as_one_change(
    page: PeoplePage, desk: Desk, settle: Settle
) -> None:
    records.create(desk.case, Person, {"name": "王建国", "id_no": NUMBER})
    page.load()
    with desk.case.read() as session:
        before = len(reading.history(session, desk.case.case_id, Person.KIND))
    choose(page.people, "id_type", "id_card")
    settle()
    found = person(desk)
    assert (found.id_type, found.birth, found.sex) == ("id_card", date(1949, 12, 31), "female")
    with desk.case.read() as session:
        assert len(reading.history(session, desk.case.case_id, Person.KIND)) == before + 1
    desk.edits.undo()
    settle()
    found = person(desk)
    assert (found.id_type, found.birth, found.sex, found.id_no) == (None, None, None, NUMBER)


def test_what_a_person_typed_is_never_replaced_and_the_difference_is_said(
    page: PeoplePage, desk: Desk, settle: Settle
) -> None:
    records.create(desk.case, Person, {"name": "王建国", "id_type": "id_card", "birth": date(1950, 1, 1)})
    page.load()
    field = line(page.people, "id_no")
    write(field, NUMBER)
    press(field, Qt.Key.Key_Return)
    settle()
    found = person(desk)
    assert (found.birth, found.sex) == (date(1950, 1, 1), "female")
    assert "31" in said(page.people, "birth")
    assert said(page.people, "birth").startswith("The identity number says")
    choose(page.people, "sex", "male")
    settle()
    assert said(page.people, "sex") == "The identity number is a woman's"
    assert person(desk).sex == "male"


def test_a_half_typed_date_of_birth_is_not_replaced(page: PeoplePage, desk: Desk, settle: Settle) -> None:
    records.create(desk.case, Person, {"name": "王建国", "id_no": NUMBER})
    page.load()
    write(line(page.people, "birth"), "1949-1")
    choose(page.people, "id_type", "id_card")
    settle()
    assert person(desk).birth is None
    assert line(page.people, "birth").text() == "1949-1"


@pytest.mark.parametrize(("id_type", "number"), [("passport", "E12345678"), ("id_card", NUMBER[:17] + "1")])
def test_nothing_is_filled_from_another_paper_or_a_wrong_number(
    page: PeoplePage, desk: Desk, settle: Settle, id_type: str, number: str
) -> None:
    records.create(desk.case, Person, {"name": "王建国", "id_no": number})
    page.load()
    choose(page.people, "id_type", id_type)
    settle()
    found = person(desk)
    assert (found.birth, found.sex) == (None, None)


def test_another_type_of_paper_is_another_check(page: PeoplePage, desk: Desk, settle: Settle) -> None:
    records.create(desk.case, Person, {"name": "王建国", "id_no": "E12345678"})
    page.load()
    choose(page.people, "id_type", "id_card")
    settle()
    assert said(page.people, "id_no") == "An identity number has 18 characters, this one 9"
    choose(page.people, "id_type", "passport")
    settle()
    assert said(page.people, "id_no") == ""
