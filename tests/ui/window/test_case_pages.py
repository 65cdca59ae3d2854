"""People, statements, damage, arrival and the checks, each driven as a person would."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.statements import Answer, Participant, Statement
from surveyor_app.domain.texts import Language
from surveyor_app.operations.editing import records
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.page import Page
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.damage.page import DamagePage
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.choice_editors import ManyEditor, OptionEditor
from surveyor_app.ui.people.page import PeoplePage
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.statements.page import StatementsPage
from surveyor_app.ui.window.ready import ReadyPage
from surveyor_app.wording.languages import chinese, english
from tests.ui.conftest import OpenPage, Settle
from tests.ui.keyboard import press, write


def test_a_new_person_is_typed_and_saved(open_page: OpenPage, desk: Desk, settle: Settle) -> None:
    page = open_page(PeoplePage)
    assert isinstance(page, PeoplePage)
    page.people.empty.start.click()
    settle()
    form = page.people.form
    assert QApplication.focusWidget() is form.editors["name"].control
    write(form.editors["name"].control, "王建国")
    roles = form.editors["roles"]
    assert isinstance(roles, ManyEditor)
    roles._on_toggled("driver", True)
    page.commit()
    settle()
    (person,) = record_access.list_all(desk.case, Person)
    assert person.name == "王建国"
    assert person.roles == ("driver",)
    assert page.tabs.tabText(0) == "People (1)"


def test_the_first_vehicle_is_the_insured_one(open_page: OpenPage, desk: Desk, settle: Settle) -> None:
    claim = record_access.first_claim(desk.case)
    assert claim is not None
    records.change(desk.case, Claim, claim.id, {"plate_no": "沪A12345"})
    page = open_page(PeoplePage)
    assert isinstance(page, PeoplePage)
    page.add_vehicle()
    settle()
    page.add_vehicle()
    settle()
    first, second = record_access.list_all(desk.case, Vehicle)
    assert (first.plate_no, first.category) == ("沪A12345", "insured")
    assert second.plate_no is None


def test_a_driver_is_chosen_among_the_people(open_page: OpenPage, desk: Desk, settle: Settle) -> None:
    person = records.create(desk.case, Person, {"name": "王建国"})
    records.create(desk.case, Vehicle, {"plate_no": "沪A12345"})
    page = open_page(PeoplePage)
    assert isinstance(page, PeoplePage)
    driver = page.vehicles.form.editors["driver_uid"]
    assert isinstance(driver, OptionEditor)
    assert driver.combo.itemText(1) == "王建国"
    driver._on_activated(1)
    settle()
    assert record_access.list_all(desk.case, Vehicle)[0].driver_uid == person.id


def test_a_statement_is_written_by_keyboard_alone(open_page: OpenPage, desk: Desk, settle: Settle) -> None:
    page = open_page(StatementsPage)
    assert isinstance(page, StatementsPage)
    page.empty.start.click()
    settle()
    settle()
    first = page.answers.rows[0]
    assert QApplication.focusWidget() is first.question.control
    write(first.question.control, "事故何时何地发生？")
    press(first.question.control, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is first.answer.control
    write(first.answer.control, "今天下午，")
    press(first.answer.control, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    write(first.answer.control, "世纪大道。")
    press(first.answer.control, Qt.Key.Key_Return)
    settle()
    assert len(page.answers.rows) == 2
    second = page.answers.rows[1]
    assert QApplication.focusWidget() is second.question.control
    write(second.question.control, "车速？")
    press(second.question.control, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    page.commit()
    settle()
    (statement,) = record_access.list_all(desk.case, Statement)
    answers = record_access.list_all(desk.case, Answer)
    assert [answer.question for answer in answers] == ["事故何时何地发生？", "车速？", None]
    assert answers[0].answer == "今天下午，\n世纪大道。"
    assert {answer.statement_uid for answer in answers} == {statement.id}
    staff = record_access.list_all(desk.case, Participant)
    assert [(item.role, item.name) for item in staff] == [("questioner", "张查勘")]
    assert [answer.asked_at is not None for answer in answers] == [True, False, False]


def test_the_question_bank_is_asked_once(open_page: OpenPage, desk: Desk, settle: Settle) -> None:
    page = open_page(StatementsPage)
    assert isinstance(page, StatementsPage)
    page.add()
    settle()
    settle()
    page.answers.asking.add_bank()
    settle()
    count = len(page.answers.rows)
    page.answers.asking.add_bank()
    settle()
    assert count > 20
    assert len(page.answers.rows) == count


def test_damage_is_added_with_amounts_and_totals(open_page: OpenPage, desk: Desk, settle: Settle) -> None:
    vehicle = records.create(desk.case, Vehicle, {"plate_no": "沪A12345"})
    page = open_page(DamagePage)
    assert isinstance(page, DamagePage)
    for price, salvage in (("1,280", ""), ("2150.50", "100")):
        page.add()
        settle()
        write(page.form.editors["part_price"].control, price)
        write(page.form.editors["salvage"].control, salvage)
        page.commit()
        settle()
    marks = record_access.list_all(desk.case, DamageMark)
    assert [mark.part_price for mark in marks] == [Decimal("1280.00"), Decimal("2150.50")]
    assert {mark.vehicle_uid for mark in marks} == {vehicle.id}
    assert [label.text() for label in page.totals.values] == ["3,330.50", "0.00", "0.00", "0.00", "0.00", "3,330.50"]
    part = page.form.editors["part_id"]
    assert isinstance(part, OptionEditor)
    place = part.combo.findText("Front bumper cover")
    part._on_activated(place)
    settle()
    assert page.model.index(1, 0).data() == "Front bumper cover"


def test_photos_are_linked_by_their_numbers(open_page: OpenPage, desk: Desk, settle: Settle) -> None:
    ids = [records.create(desk.case, Evidence, {"file_name": f"{n}.jpg"}).id for n in range(4)]
    page = open_page(DamagePage)
    assert isinstance(page, DamagePage)
    page.add()
    settle()
    editor = page.form.editors["photos"]
    write(editor.control, "1, 3-4")
    page.commit()
    settle()
    (mark,) = record_access.list_all(desk.case, DamageMark)
    assert set(mark.photos or ()) == {ids[0], ids[2], ids[3]}
    write(editor.control, ", 9")
    assert "9" in editor.problem()


def test_each_finding_leads_to_the_field_that_mends_it(open_page: OpenPage, desk: Desk, settle: Settle) -> None:
    page = open_page(ReadyPage)
    assert isinstance(page, ReadyPage)
    assert page.must.links
    assert page.leave_button.isHidden()
    assert len(page.must.links) < 30
    page.must.links[-1].click()
    assert page.must.links[-1].text() == "Show fewer"
    went: list[tuple[str, str, str]] = []
    page.record_wanted.connect(lambda name, record_id, field: went.append((name, record_id, field)))
    for link in page.must.links[:-1]:
        link.click()
    claim = record_access.first_claim(desk.case)
    assert claim is not None
    assert ("claim", claim.id, "loss_cause") in went
    before = len(page.must.links)
    # Not a collision: then the cause of the accident would be asked for.
    desk.edits.do(lambda: records.change(desk.case, Claim, claim.id, {"loss_cause": "hail"}))
    settle()
    page.load()
    settle()
    assert len(page.must.links) == before - 1


ROOM_PX = 676
"""What rail and side leave for a page where the window is 1024 pixels wide."""


@pytest.mark.parametrize("language", [english(), chinese()], ids=["en", "zh"])
@pytest.mark.parametrize("kind", [PhotosPage, StatementsPage])
def test_a_page_with_a_side_needs_no_scrolling_across_on_a_small_screen(
    kind: type[Page], language: Language, translation: Translation, open_page: OpenPage, desk: Desk, settle: Settle
) -> None:
    records.create(desk.case, Statement, {"questioner_1": "老查勘", "status": "draft"})
    page = open_page(kind)
    translation.switch(language)
    settle()
    assert page.minimumSizeHint().width() <= ROOM_PX
