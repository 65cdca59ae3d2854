"""The laptop's page of remarks: what the office asks, counted in the rail, answered offline with words and photos."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.claim.remarks import Remark
from surveyor_app.domain.claim.reviews import Review
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.editing import records
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.remarks.page import RemarksPage
from surveyor_app.ui.window.overview import read_overview
from tests.operations.office import OfficeDesk
from tests.operations.worlds import listed, only
from tests.ui.conftest import OpenPage, Settle


def asked(desk: Desk, office: OfficeDesk, **more: Json) -> RecordId:
    """Have the office ask something of this surveyor."""
    people = [person.id for person in listed(desk.case, Person)]
    about = people[0] if people else records.create(desk.case, Person, {"name": "王先生"}).id
    fields: dict[str, Json] = {"about_kind": "person", "about_uid": about, "to_role": "surveyor"}
    fields |= {"asks": "evidence", "state": "open", "text": "请补拍左后门照片", "written_by": "li"}
    return office.makes(Remark, fields | more)


@pytest.fixture
def office(desk: Desk) -> OfficeDesk:
    return OfficeDesk(desk.case)


@pytest.fixture
def remark(desk: Desk, office: OfficeDesk) -> RecordId:
    return asked(desk, office)


@pytest.fixture
def page(remark: RecordId, open_page: OpenPage) -> RemarksPage:
    made = open_page(RemarksPage)
    assert isinstance(made, RemarksPage)
    return made


def badge(desk: Desk) -> tuple[str, str]:
    return RemarksPage.PLACE.say_badge(read_overview(desk.case, desk.checks))


def test_what_the_office_asks_is_counted_shown_and_leads_to_its_record(page: RemarksPage, desk: Desk) -> None:
    assert badge(desk) == ("1", "warn")
    assert page.model.index(0, 0).data() == "请补拍左后门照片"
    assert page.detail.text.text() == "请补拍左后门照片"
    wanted: list[tuple[str, str, str]] = []
    page.record_wanted.connect(lambda *target: wanted.append(target))
    page.detail.show_button.click()
    assert wanted == [("person", listed(desk.case, Person)[0].id, "")]


def test_an_answer_is_sent_by_its_button_alone_and_counted_no_more(
    page: RemarksPage, desk: Desk, remark: RecordId, settle: Settle
) -> None:
    assert not page.detail.send_button.isEnabled(), "nothing was said yet"
    QTest.keyClicks(page.detail.answer, "   ")
    assert not page.detail.send_button.isEnabled()
    QTest.keyClicks(page.detail.answer, "done")
    page.commit()
    settle()
    assert [item for item in listed(desk.case, Remark) if item.answer_of] == []
    page.detail.send_button.click()
    settle()
    (answer,) = [item for item in listed(desk.case, Remark) if item.answer_of]
    assert (answer.answer_of, answer.text, answer.written_by) == (remark, "done", desk.profile.user)
    assert badge(desk) == ("", "")
    assert page.detail.answer.toPlainText() == ""
    assert page.model.index(0, 2).data() == "Resubmitted"
    assert "done" in page.detail.said.text()


def test_photos_taken_in_for_an_answer_are_linked_to_it(
    page: RemarksPage, desk: Desk, photos: list[Path], settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args, **_more: ([str(photos[0])], ""))
    page.detail.import_button.click()
    settle()
    (photo,) = listed(desk.case, Evidence)
    assert page.detail.photos.value() == (photo.id,)
    assert page.detail.send_button.isEnabled(), "a photo is an answer"
    page.detail.send()
    settle()
    (answer,) = [item for item in listed(desk.case, Remark) if item.answer_of]
    assert answer.evidence == (photo.id,)


def test_what_is_typed_for_one_remark_waits_while_another_is_looked_at(
    page: RemarksPage, desk: Desk, office: OfficeDesk, remark: RecordId
) -> None:
    other = asked(desk, office, text="报案电话是谁的？", asks="answer")
    page.load()
    QTest.keyClicks(page.detail.answer, "half a sen")
    page.list.select(other)
    assert page.detail.answer.toPlainText() == ""
    page.list.select(remark)
    assert page.detail.answer.toPlainText() == "half a sen"


def test_who_else_is_asked_and_what_is_settled_waits_for_nobody_here(
    page: RemarksPage, desk: Desk, office: OfficeDesk, remark: RecordId
) -> None:
    asked(desk, office, to_user="somebody-else")
    asked(desk, office, to_role="handler")
    asked(desk, office, asks="none")
    assert badge(desk) == ("1", "warn")
    office.writes(Step(Action.CHANGE, Remark.KIND, remark, {"state": "withdrawn"}))
    page.load()
    assert badge(desk) == ("", "")
    page.list.select(remark)
    page.detail.answer.setPlainText("too late")
    assert not page.detail.send_button.isEnabled()


def test_a_remark_about_what_this_program_does_not_know_is_shown(
    desk: Desk, office: OfficeDesk, open_page: OpenPage
) -> None:
    asked(desk, office, about_kind="sketch", about_uid=new_record_id(), text="<b>x</b>" * 200)
    page = open_page(RemarksPage)
    assert isinstance(page, RemarksPage)
    assert page.detail.text.textFormat() is Qt.TextFormat.PlainText
    assert "sketch" in page.model.index(0, 1).data()
    page.detail.show_button.click()


def test_a_case_without_remarks_says_so(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(RemarksPage)
    assert isinstance(page, RemarksPage)
    assert page.empty.isVisibleTo(page)
    assert badge(desk) == ("", "")


def test_a_returned_survey_is_said_with_its_reason_and_counted(
    page: RemarksPage, desk: Desk, office: OfficeDesk, remark: RecordId
) -> None:
    task = only(desk.case, Task).id
    office.makes(Review, {"task_uid": task, "status": "returned_for_change", "reason": "车牌看不清"})
    page.load()
    assert page.note.isVisibleTo(page)
    assert "车牌看不清" in page.note.label.text()
    assert badge(desk) == ("2", "bad")
    gone: list[str] = []
    page.go.connect(lambda name, _record, _field: gone.append(name))
    page.note.button.click()
    assert gone == ["report"]
