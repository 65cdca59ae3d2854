"""Witness records in the window: a third book beside people and vehicles."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.operations.editing import records
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.choice_editors import OptionEditor
from surveyor_app.ui.people.page import PeoplePage
from surveyor_app.ui.people.person_editor import NEW, NewPersonDialog
from surveyor_app.ui.window.pages import PAGES, page_showing
from surveyor_app.ui.window.ready import ReadyPage
from tests.ui.conftest import OpenPage, Settle
from tests.ui.keyboard import write


@pytest.fixture
def page(open_page: OpenPage, settle: Settle) -> PeoplePage:
    page = open_page(PeoplePage)
    assert isinstance(page, PeoplePage)
    page.add_witness()
    settle()
    return page


def choose(page: PeoplePage, name: str, value: object) -> None:
    editor = page.witnesses.form.editors[name]
    assert isinstance(editor, OptionEditor)
    index = next(n for n in range(editor.combo.count()) if editor.combo.itemData(n) == value)
    editor.combo.setCurrentIndex(index)
    editor.combo.activated.emit(index)


def witness(desk: Desk) -> Witness:
    (found,) = record_access.list_all(desk.case, Witness)
    return found


def test_a_new_record_is_made_in_the_third_tab(page: PeoplePage, desk: Desk) -> None:
    assert page.tabs.currentIndex() == 2
    assert page.tabs.tabText(2) == "Witnesses (1)"
    assert QApplication.focusWidget() is page.witnesses.form.editors["person_uid"].control
    assert witness(desk).recorded_by == "张查勘"
    assert not page.has_details(), "consents are of people"


def test_a_person_of_the_case_is_chosen(page: PeoplePage, desk: Desk, settle: Settle) -> None:
    person = records.create(desk.case, Person, {"name": "陈证人"})
    page.apply(person.changes)
    choose(page, "person_uid", person.id)
    settle()
    assert witness(desk).person_uid == person.id
    assert page.witnesses.model.index(0, 0).data() == "陈证人"


def test_somebody_new_is_asked_for_name_and_phone(page: PeoplePage, desk: Desk, settle: Settle) -> None:
    choose(page, "person_uid", NEW)
    (dialog,) = page.findChildren(NewPersonDialog)
    assert not dialog.confirm.isEnabled()
    write(dialog.name.line, "陈证人")
    write(dialog.phone.line, "137 0000 0009")
    dialog.confirm.click()
    settle()
    (person,) = record_access.list_all(desk.case, Person)
    assert (person.name, person.phone, person.roles) == ("陈证人", "13700000009", ("eyewitness",))
    assert witness(desk).person_uid == person.id
    editor = page.witnesses.form.editors["person_uid"]
    assert isinstance(editor, OptionEditor)
    assert editor.combo.currentText() == "陈证人"


def test_nobody_new_after_all_changes_nothing(page: PeoplePage, desk: Desk, settle: Settle) -> None:
    choose(page, "person_uid", NEW)
    (dialog,) = page.findChildren(NewPersonDialog)
    dialog.reject()
    settle()
    assert witness(desk).person_uid is None
    editor = page.witnesses.form.editors["person_uid"]
    assert isinstance(editor, OptionEditor)
    assert editor.combo.currentText() == "—"


def test_what_an_interest_and_confidentiality_mean_is_said(page: PeoplePage, desk: Desk, settle: Settle) -> None:
    choose(page, "is_interested", True)
    choose(page, "wants_confidentiality", True)
    settle()
    editors = page.witnesses.form.editors
    assert "art. 90" in editors["is_interested"].control.accessibleDescription()
    assert "confidential witness" in editors["wants_confidentiality"].control.accessibleDescription()
    assert page.witnesses.model.index(0, 1).data() == "interested · confidential"
    choose(page, "is_interested", False)
    settle()
    assert editors["is_interested"].control.accessibleDescription() == ""


def test_the_statement_of_a_witness_is_chosen_by_number_and_name(page: PeoplePage, desk: Desk, settle: Settle) -> None:
    person = records.create(desk.case, Person, {"name": "陈证人"}).id
    statement = records.create(desk.case, Statement, {"seq_no": 3, "subject_uid": person}).id
    page.load()
    editor = page.witnesses.form.editors["statement_uid"]
    assert isinstance(editor, OptionEditor)
    editor.refill()
    assert editor.combo.itemText(1) == "3 · 陈证人"
    choose(page, "statement_uid", statement)
    settle()
    assert witness(desk).statement_uid == statement


def test_a_finding_leads_to_the_record(page: PeoplePage, desk: Desk, open_page: OpenPage, settle: Settle) -> None:
    page.tabs.setCurrentIndex(0)
    ready = open_page(ReadyPage)
    assert isinstance(ready, ReadyPage)
    found = [item for item in ready.findings if item.check.kind == Witness.KIND]
    assert [item.check.id for item in found] == ["wit_person"]
    assert page_showing(PAGES, found[0].check.kind) is PeoplePage
    page.show_record(found[0].id, found[0].field or "")
    assert page.tabs.currentIndex() == 2
    assert page.witnesses.list.current_id() == witness(desk).id
