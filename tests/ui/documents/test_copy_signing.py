"""Copies are signed for on the pad, from the papers and from the enquiries."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.documents.documents import RECEIVED, Document
from surveyor_app.domain.documents.enquiries import Enquiry
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.documents.checklists import note_state
from surveyor_app.operations.editing import records
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.facts_list import FactsList
from surveyor_app.ui.documents.copy_signing import CopySignatures, SignCopyDialog
from surveyor_app.ui.documents.page import ENQUIRIES, PapersPage
from tests.operations.worlds import only
from tests.ui.conftest import OpenPage, Settle
from tests.ui.said import texts_of


@pytest.fixture
def scan(desk: Desk) -> str:
    return records.create(desk.case, Evidence, {"evidence_class": "paper", "sha256": "ab" * 32}).id


def said(widget: QWidget) -> str:
    return "\n".join(text for _where, text in texts_of(widget))


def page_of(open_page: OpenPage) -> PapersPage:
    page = open_page(PapersPage)
    assert isinstance(page, PapersPage)
    return page


def open_dialog(signatures: CopySignatures, field: str) -> SignCopyDialog:
    signatures.buttons[field].click()
    return next(found for found in signatures.findChildren(SignCopyDialog) if found.isVisible())


def sign(dialog: SignCopyDialog) -> None:
    dialog.pad._press("pen", QPointF(20, 20), 500)
    dialog.pad._move(QPointF(120, 60), 600)
    dialog.pad._release()
    dialog.accept_button.click()


def test_the_holder_of_an_original_signs_and_is_named(
    open_page: OpenPage, desk: Desk, settle: Settle, scan: str
) -> None:
    made = note_state(desk.case, "policy", None, RECEIVED)
    page = page_of(open_page)
    page.list.select(made.id)
    signatures = page.details.signatures
    assert signatures.isHidden(), "there is no copy yet"
    fields = {"evidence": (scan,), "copy_holder": "王某", "original_location": "王某处"}
    page.apply(records.change(desk.case, Document, made.id, fields))
    assert not signatures.isHidden()
    dialog = open_dialog(signatures, "holder_sig")
    assert dialog.signer.text() == "王某"
    assert "王某处" in said(dialog)
    assert not dialog.accept_button.isEnabled(), "nobody signed yet"
    sign(dialog)
    settle()
    assert only(desk.case, Document).holder_sig
    assert "Holder's signature" in said(signatures)
    assert "王某 · " in said(signatures)
    page.apply(records.change(desk.case, Document, made.id, {"original_location": "公司"}))
    settle()
    assert "the copy was changed since" in said(signatures)


def test_without_a_name_nothing_is_kept(open_page: OpenPage, desk: Desk, settle: Settle, scan: str) -> None:
    made = note_state(desk.case, "policy", None, RECEIVED)
    records.change(desk.case, Document, made.id, {"evidence": (scan,)})
    page = page_of(open_page)
    page.list.select(made.id)
    dialog = open_dialog(page.details.signatures, "maker_sig")
    assert dialog.signer.text() == ""
    sign(dialog)
    settle()
    assert dialog.isVisible()
    assert only(desk.case, Document).maker_sig is None
    dialog.reject()


def test_who_collected_a_recording_signs_with_the_name_of_the_profile(
    open_page: OpenPage, desk: Desk, settle: Settle, scan: str
) -> None:
    records.create(desk.case, Enquiry, {"kind": "private_cctv", "state": "answered", "media": (scan,)})
    page = page_of(open_page)
    page.tabs.setCurrentIndex(ENQUIRIES)
    settle()
    signatures = page.enquiries.signatures
    assert signatures.findChild(FactsList) is not None
    dialog = open_dialog(signatures, "collector_sig")
    assert dialog.signer.text() == desk.profile.display_name
    sign(dialog)
    settle()
    assert only(desk.case, Enquiry).collector_sig
    assert desk.profile.display_name in said(signatures)
