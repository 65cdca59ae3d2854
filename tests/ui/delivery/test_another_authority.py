"""Enrolling at a centre of another authority: the dialog shows both fingerprints, and the button says what it does then."""

from __future__ import annotations

from pathlib import Path

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.sync.authorities import fingerprint
from surveyor_app.ui.delivery.enrol_dialog import EnrolDialog
from surveyor_app.ui.delivery.page import DeliveryPage
from tests.ui.conftest import Settle


def test_another_centre_is_trusted_only_by_a_second_press_that_says_so(
    page: DeliveryPage, settle: Settle, tmp_path: Path
) -> None:
    profile = page.desk.profile
    before = profile.enrolment()
    assert before is not None
    with EmbeddedCentre(tmp_path / "other") as other:
        enrolled: list[str] = []
        dialog = EnrolDialog(page, profile, page.desk.jobs, other.url, enrolled.append)
        dialog.open()
        dialog.code.setText(office.create_user(other.centre, profile.user, "张查勘").code or "")
        theirs = other.centre.authority.authority.certificate_der
        for _ in range(2):
            # Another address takes the acceptance back.
            dialog.server.textEdited.emit(other.url)
            assert dialog.confirm.text() == "Enrol"
            dialog.confirm.click()
            settle()
            assert dialog.confirm.text() == "Trust this other centre"
            assert not dialog.confirm.isDefault()
            said = dialog.note.label.text()
            assert fingerprint(before.ca_der) in said
            assert fingerprint(theirs) in said
        assert (enrolled, profile.enrolment()) == ([], before)
        dialog.confirm.click()
        settle()
        assert enrolled == [other.url]
        now = profile.enrolment()
        assert now is not None
        assert now.ca_der == theirs
