"""Notices issued and handed over, and enquiries begun and answered, in the window."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QMenu

from surveyor_app.domain.documents.documents import REJECTED, REQUESTED, Document
from surveyor_app.domain.documents.enquiries import Enquiry
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.media.sample_photos import draw_sample_photos
from surveyor_app.operations.documents.checklists import note_state
from surveyor_app.operations.editing import records
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.documents.delivery_dialogs import HandOverDialog, NotSignedDialog, SentDialog
from surveyor_app.ui.documents.issue_dialog import IssueDialog
from surveyor_app.ui.documents.page import CHECKLIST, ENQUIRIES, NOTICES, PapersPage
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.choice_editors import OptionEditor
from tests.ui.conftest import OpenPage, Settle


@pytest.fixture
def page(open_page: OpenPage) -> PapersPage:
    page = open_page(PapersPage)
    assert isinstance(page, PapersPage)
    return page


def notices(desk: Desk) -> list[Notice]:
    return record_access.list_all(desk.case, Notice)


def enquiry(desk: Desk) -> Enquiry:
    (found,) = record_access.list_all(desk.case, Enquiry)
    return found


def test_words_on_cover_keep_a_notice_from_being_issued_and_lead_to_their_paper(
    page: PapersPage, desk: Desk, settle: Settle
) -> None:
    made = note_state(desk.case, "policy", None, REJECTED, "此单拒賠")
    page.apply(made.changes)
    page.begin_notice()
    (dialog,) = page.findChildren(IssueDialog)
    assert not dialog.issue_button.isEnabled()
    assert "“拒赔”" in dialog.stop.label.text()
    dialog.stop.button.click()
    settle()
    assert page.tabs.currentIndex() == CHECKLIST
    current = page.list.current()
    assert current is not None
    assert current.id == made.id
    page.apply(records.change(desk.case, Document, made.id, {"reason": "涂改"}))
    page.begin_notice()
    again = next(found for found in page.findChildren(IssueDialog) if found.isVisible())
    assert again.issue_button.isEnabled()
    again.where.setText("不予赔付科")
    again.where.editingFinished.emit()
    assert not again.issue_button.isEnabled()


def test_a_notice_is_issued_signed_for_and_asked_for_a_reason_the_second_time(
    page: PapersPage, desk: Desk, settle: Settle
) -> None:
    page.begin_notice()
    assert page.findChildren(IssueDialog) == [], "nothing is missing"
    page.apply(note_state(desk.case, "claim_form", None, REQUESTED).changes)
    page.begin_notice()
    (dialog,) = page.findChildren(IssueDialog)
    assert "Claim form" in dialog.text.text()
    dialog.addressee.setText("王某")
    dialog.issue_button.click()
    settle()
    (notice,) = notices(desk)
    assert "王某" in (notice.wording or "")
    assert page.tabs.currentIndex() == NOTICES
    assert page.notices.text.text() == notice.wording

    page.notices.hand_over()
    (signing,) = page.findChildren(HandOverDialog)
    assert not signing.accept_button.isEnabled(), "nobody signed yet"
    signing.pad._press("pen", QPointF(20, 20), 500)
    signing.pad._move(QPointF(120, 60), 600)
    signing.pad._release()
    signing.accept_button.click()
    settle()
    (notice,) = notices(desk)
    assert (notice.channel, notice.received_by) == ("handed", "王某")
    assert page.notices.hand_button.isHidden(), "what has arrived is not delivered again"
    assert not page.notices.proof_button.isHidden()

    page.begin_notice()
    again = next(found for found in page.findChildren(IssueDialog) if found.isVisible())
    assert not again.issue_button.isEnabled()
    again.again.setText("客户补报人伤")
    again.issue_button.click()
    settle()
    assert [item.again_reason for item in notices(desk)] == [None, "客户补报人伤"]


def test_a_refusal_and_a_message_say_how_it_was_told(page: PapersPage, desk: Desk, settle: Settle) -> None:
    note_state(desk.case, "claim_form", None, REQUESTED)
    page.begin_notice()
    page.findChildren(IssueDialog)[0].issue_button.click()
    settle()
    page.notices.send()
    sent = page.findChildren(SentDialog)[0]
    sent.to.setText("13800000000")
    sent.at.setText("yesterday")
    assert not sent.done_button.isEnabled()
    sent.at.setText("2026-11-20 09:30")
    sent.done_button.click()
    settle()
    (notice,) = notices(desk)
    assert (notice.channel, notice.received_by, notice.delivered_at) == ("sms", "13800000000", None)
    page.notices.refuse()
    refusing = page.findChildren(NotSignedDialog)[0]
    assert not refusing.done_button.isEnabled()
    refusing.reason.setText("不愿签")
    refusing.done_button.click()
    settle()
    assert notices(desk)[0].delivered_at is not None
    captions = [item.caption or "" for item in record_access.list_all(desk.case, Evidence)]
    assert any("不愿签" in caption for caption in captions)


def test_an_enquiry_is_begun_with_what_to_ask_and_its_times_follow_its_state(
    page: PapersPage, desk: Desk, settle: Settle, tmp_path: Path
) -> None:
    menu = page.ask_enquiry()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Traffic camera").trigger()
    settle()
    book = page.enquiries.book
    assert page.tabs.currentIndex() == ENQUIRIES
    begun = enquiry(desk)
    assert (begun.kind, begun.state) == ("traffic_camera", "planned")
    assert "time window" in (begun.purpose or "")
    assert "overwritten" in page.enquiries.warning.label.text()
    assert "clock" in page.enquiries.heed.label.text()
    state = book.form.editors["state"]
    assert isinstance(state, OptionEditor)
    state.combo.setCurrentIndex(state.combo.findData("sent"))
    state.combo.activated.emit(state.combo.currentIndex())
    settle()
    assert enquiry(desk).asked_at is not None
    assert page.enquiries.warning.isHidden()
    book.take_in(draw_sample_photos(tmp_path, 1))
    settle()
    (reply,) = record_access.list_all(desk.case, Evidence)
    assert enquiry(desk).media == (reply.id,)


def test_what_is_overdue_is_said(page: PapersPage, desk: Desk) -> None:
    due = Instant(datetime.now(UTC) - timedelta(days=3), 0, Trust.TYPED)
    made = records.create(desk.case, Enquiry, {"kind": "hospital", "state": "waiting", "due_at": due})
    page.apply(made.changes)
    assert page.enquiries.warning.label.text() == "1 enquiry overdue: Hospital"
    assert "3 days late" in str(page.enquiries.book.model.index(0, 1).data())
    page.apply(records.change(desk.case, Enquiry, made.id, {"state": "answered"}))
    assert page.enquiries.warning.isHidden()


def test_links_lead_to_the_tab_of_their_kind(page: PapersPage, desk: Desk) -> None:
    made = records.create(desk.case, Enquiry, {"kind": "hospital"})
    paper = records.create(desk.case, Document, {"item": "policy"})
    page.apply(made.changes)
    page.apply(paper.changes)
    page.show_record(made.id, "")
    assert page.tabs.currentIndex() == ENQUIRIES
    page.show_record(paper.id, "form")
    row = page.list.current()
    assert row is not None
    assert row.id == paper.id
