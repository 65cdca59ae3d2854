"""Consents are asked for, answered and taken back in the window, in the words of the register."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPointingDevice
from PySide6.QtWidgets import QApplication

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.people.people import Person
from surveyor_app.operations.editing import records
from surveyor_app.operations.people.consents import consents_of, standing
from surveyor_app.ui.people.page import PeoplePage
from tests.ui.conftest import OpenPage, Settle
from tests.ui.ink.test_pad import pen, write_with_pen

__all__ = ["pen"]


@pytest.fixture
def page(case: CaseFile, open_page: OpenPage, settle: Settle) -> PeoplePage:
    records.create(case, Person, {"name": "李国强"})
    found = open_page(PeoplePage)
    assert isinstance(found, PeoplePage)
    settle()
    return found


def _person(case: CaseFile, page: PeoplePage) -> str:
    found = page.people.form.record_id
    assert found is not None
    return found


def test_a_yes_is_signed_and_shown_with_its_end(
    case: CaseFile, page: PeoplePage, pen: QPointingDevice, settle: Settle
) -> None:
    dialog = page.consents.ask("recording")
    assert dialog is not None
    assert "audio/video recording" in dialog.text.text()
    assert not dialog.yes_button.isEnabled()
    write_with_pen(dialog.pad, pen, [(10, 20), (80, 40), (120, 60)])
    dialog.yes_button.click()
    settle()
    consent = standing(case, _person(case, page), "recording")
    assert consent is not None
    assert (consent.mode, consent.language) == ("signed", "en")
    assert consent.until is not None
    assert page.consents.revoke_button.isEnabled()


def test_a_no_is_noted_without_a_signature(case: CaseFile, page: PeoplePage, settle: Settle) -> None:
    dialog = page.consents.ask("fingerprint")
    assert dialog is not None
    dialog.no_button.click()
    settle()
    (consent,) = consents_of(case, _person(case, page))
    assert (consent.granted, consent.mode) == (False, "spoken")


def test_a_consent_is_taken_back(case: CaseFile, page: PeoplePage, settle: Settle, qapp: QApplication) -> None:
    dialog = page.consents.ask("medical")
    assert dialog is not None
    dialog.mode.setCurrentIndex(1)
    dialog.mode.activated.emit(1)
    dialog.yes_button.click()
    settle()
    (consent,) = page.consents.consents
    page.consents.take_back(consent.id, "changed my mind")
    settle()
    assert page.consents.consents[0].revoked_at is not None
    assert not page.consents.revoke_button.isEnabled()


def test_what_has_no_given_wording_is_worded_by_the_surveyor(page: PeoplePage) -> None:
    dialog = page.consents.ask("location")
    assert dialog is not None
    assert dialog.own_text.isVisible()
    assert not dialog.no_button.isEnabled()
    dialog.own_text.setPlainText("I agree that the insurer reads the car's location track of 20 November.")
    assert dialog.no_button.isEnabled()
    dialog.reject()


def test_for_a_child_a_guardian_is_chosen_before_anybody_can_agree(
    case: CaseFile, page: PeoplePage, settle: Settle
) -> None:
    guardian = records.create(case, Person, {"name": "李父"}).id
    dialog = page.consents.ask("child")
    assert dialog is not None
    dialog.mode.setCurrentIndex(1)
    dialog.mode.activated.emit(1)
    assert dialog.minor.isVisibleTo(dialog)
    assert not dialog.yes_button.isEnabled()
    index = dialog.guardian.findData(guardian)
    dialog.guardian.setCurrentIndex(index)
    dialog.guardian.activated.emit(index)
    assert not dialog.minor.isVisibleTo(dialog)
    dialog.yes_button.click()
    settle()
    (consent,) = consents_of(case, _person(case, page))
    assert (consent.granted, consent.guardian_uid) == (True, guardian)
