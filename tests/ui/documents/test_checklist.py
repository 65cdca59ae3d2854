"""The checklist in the window: a key a state, reasons in place, scans dropped on a row, everything undone again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu

from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.media.sample_photos import draw_sample_photos
from surveyor_app.operations.editing import records
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.documents.choosing import EvidenceChooser
from surveyor_app.ui.documents.page import PapersPage
from surveyor_app.ui.documents.paper_table import STATE
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.photos.evidence_model import DRAGGED
from tests.ui.conftest import OpenPage, Settle


@pytest.fixture
def page(open_page: OpenPage, desk: Desk) -> PapersPage:
    records.create(desk.case, Vehicle, {"category": "insured", "plate_no": "沪A12345"})
    page = open_page(PapersPage)
    assert isinstance(page, PapersPage)
    return page


def documents(desk: Desk) -> list[Document]:
    return record_access.list_all(desk.case, Document)


def press(page: PapersPage, settle: Settle, key: Qt.Key) -> None:
    page.list.setFocus()
    QTest.keyClick(page.list, key)
    settle()


def choose(page: PapersPage, item: str) -> None:
    page.list.select(f"paper:{item}")


def state_shown(page: PapersPage) -> str:
    return str(page.table.index(page.list.currentIndex().row(), STATE).data())


def drop(page: PapersPage, data: QMimeData) -> None:
    at = page.list.visualRect(page.list.currentIndex()).center()
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    page.list.dropEvent(QDropEvent(QPointF(at), actions, data, buttons, Qt.KeyboardModifier.NoModifier))


def test_keys_note_states_and_arrows_move(page: PapersPage, desk: Desk, settle: Settle) -> None:
    choose(page, "claim_form")
    open_before = page.checklist.open
    press(page, settle, Qt.Key.Key_2)
    (document,) = documents(desk)
    assert (document.item, document.state) == ("claim_form", "received")
    assert state_shown(page) == "Received"
    assert page.checklist.open == open_before - 1
    assert page.state_label.text().startswith("1 of ")
    press(page, settle, Qt.Key.Key_Down)
    press(page, settle, Qt.Key.Key_1)
    assert {document.state for document in documents(desk)} == {"received", "requested"}
    desk.edits.undo()
    desk.edits.undo()
    settle()
    assert documents(desk) == []
    assert page.checklist.open == open_before


def test_a_reason_is_asked_in_place_and_may_be_typed(page: PapersPage, desk: Desk, settle: Settle) -> None:
    choose(page, "policy")
    press(page, settle, Qt.Key.Key_3)
    assert documents(desk) == [], "nothing is noted before the reason"
    (menu,) = page.findChildren(QMenu)
    (line,) = menu.findChildren(QLineEdit)
    line.setText("涂改")
    line.returnPressed.emit()
    settle()
    (document,) = documents(desk)
    assert (document.state, document.reason) == ("rejected", "涂改")


def test_the_customer_is_not_asked_for_what_only_the_police_have(page: PapersPage, desk: Desk, settle: Settle) -> None:
    choose(page, "police_certificate")
    assert not page.details.buttons["requested"].isEnabled()
    assert "police" in page.details.not_asked.label.text()
    assert page.details.enquiry_button.text() == "Ask: Traffic police"
    press(page, settle, Qt.Key.Key_1)
    assert documents(desk) == []
    choose(page, "claim_form")
    assert page.details.buttons["requested"].isEnabled()
    assert page.details.not_asked.isHidden()


def test_files_dropped_on_a_row_come_in_as_papers_and_are_linked(
    page: PapersPage, desk: Desk, settle: Settle, tmp_path: Path
) -> None:
    (scan,) = draw_sample_photos(tmp_path, 1)
    choose(page, "driving_permit")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(scan))])
    drop(page, data)
    settle()
    (evidence,) = record_access.list_all(desk.case, Evidence)
    assert evidence.evidence_class == "paper", "a scan is no photo of the scene"
    (document,) = documents(desk)
    assert (document.item, document.state, document.evidence) == ("driving_permit", "received", (evidence.id,))
    data = QMimeData()
    data.setData(DRAGGED, QByteArray(evidence.id.encode()))
    choose(page, "driver_licence")
    drop(page, data)
    settle()
    assert [document.evidence for document in documents(desk)] == [(evidence.id,)] * 2, "one scan may show two papers"


def test_another_record_of_a_paper_says_whose_it_is(page: PapersPage, desk: Desk, settle: Settle) -> None:
    person = records.create(desk.case, Person, {"name": "王五"})
    page.apply(person.changes)
    choose(page, "driver_licence")
    press(page, settle, Qt.Key.Key_2)
    page.add_another()
    settle()
    row = page.list.current()
    assert row is not None
    assert row.document is not None
    page.apply(records.change(desk.case, Document, row.document.id, {"subject_uid": person.id}))
    assert page.table.index(page.list.currentIndex().row(), 0).data() == "Driving licence · 王五"
    assert len(documents(desk)) == 2


def test_medical_papers_ask_for_consent_first(page: PapersPage, desk: Desk) -> None:
    page.apply(records.create(desk.case, Person, {"name": "李四", "roles": ("injured",)}).changes)
    choose(page, "medical_records")
    assert not page.details.consent.isHidden()
    asked: list[str] = []
    page.record_wanted.connect(lambda kind, _id, _field: asked.append(kind))
    page.details.consent_button.click()
    assert asked == ["person"]


def test_photos_of_the_case_are_chosen_for_a_paper(
    page: PapersPage, desk: Desk, settle: Settle, tmp_path: Path
) -> None:
    page.work.importing.import_paths(draw_sample_photos(tmp_path, 2))
    settle()
    choose(page, "driving_permit")
    page.details.photos_button.click()
    (dialog,) = page.findChildren(EvidenceChooser)
    assert not dialog.link_button.isEnabled()
    dialog.grid.selectAll()
    assert dialog.link_button.text() == "Link 2"
    dialog.link_button.click()
    settle()
    (document,) = documents(desk)
    assert (document.item, len(document.evidence or ())) == ("driving_permit", 2)
    assert page.details.form.editors["title"].isHidden(), "a paper of the list has its name there"
