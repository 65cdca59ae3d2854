"""What happened to a case's journal is shown, and a conflict leads to its field."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel

from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_case_id, new_record_id
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.records import journal
from surveyor_app.records.journal import Author
from surveyor_app.records.keys import DeviceKey
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.notices import Notice, NoticeKind, collect
from surveyor_app.ui.window.notices import NoticesPage
from surveyor_app.ui.window.overview import read_overview
from tests.operations.office import OfficeDesk
from tests.records.newer_program import NewerDevice, Said
from tests.ui.conflicts import change_on_both
from tests.ui.conftest import OpenPage


def test_a_conflict_is_counted_and_leads_to_its_field(open_page: OpenPage, desk: Desk, tmp_path: Path) -> None:
    claim = record_access.first_claim(desk.case)
    assert claim is not None
    change_on_both(
        desk.case, tmp_path, Claim, claim.id, {"insured_phone": "13800000001"}, {"insured_phone": "13800000002"}
    )
    page = open_page(NoticesPage)
    assert isinstance(page, NoticesPage)
    (notice,) = page.notices
    assert notice.kind is NoticeKind.CONFLICT
    went: list[tuple[str, str, str]] = []
    page.record_wanted.connect(lambda name, record_id, field: went.append((name, record_id, field)))
    (link,) = page.groups[NoticeKind.CONFLICT].links
    assert "2 values" in link.text()
    link.click()
    assert went == [("claim", claim.id, "insured_phone")]
    assert read_overview(desk.case, desk.checks).notices == 1


def test_a_second_id_and_a_restored_copy_are_told(open_page: OpenPage, desk: Desk) -> None:
    case = desk.case
    with case.write() as session:
        (head,) = journal.heads(session, case.case_id)
        tie = Step(Action.ALIAS, CASE_KIND, case.case_id, {"alias_of": new_case_id()})
        journal.append(session, case.case_id, [tie], _office(desk))
        journal.open_epoch(session, case.case_id, case.author, head.hash, "restored")
    page = open_page(NoticesPage)
    assert isinstance(page, NoticesPage)
    assert [notice.kind for notice in page.notices] == [NoticeKind.EPOCH, NoticeKind.ALIAS]
    words = "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert "went on as part 2" in words
    assert "both ids are accepted" in words


def test_an_entry_that_is_not_shown_is_told_with_its_reason(open_page: OpenPage, desk: Desk, tmp_path: Path) -> None:
    with desk.case.write() as session:
        step = Step(Action.CREATE, Statement.KIND, new_record_id(), {"place": "nowhere"})
        journal.append(session, desk.case.case_id, [step], _office(desk))
    page = open_page(NoticesPage)
    assert isinstance(page, NoticesPage)
    (notice,) = page.notices
    assert (notice.kind, notice.detail) == (NoticeKind.SET_ASIDE, "not_owner")
    words = "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert "its author may not write this record" in words


def test_what_a_newer_version_made_is_told_at_once_with_what_to_do(open_page: OpenPage, desk: Desk) -> None:
    colleague = Author(DeviceKey.generate(), "colleague", desk.case.author.clock)
    device = NewerDevice(colleague, desk.case.case_id)
    entries = [*device.says(Said("transfer", "sketch")), *device.says(Said(v=2), Said("create"))]
    with desk.case.write() as session:
        journal.register_device(
            session, colleague.signer.device_id, colleague.signer.public_key, Role.SURVEYOR, "colleague"
        )
        journal.receive(session, desk.case.case_id, entries)
    page = open_page(NoticesPage)
    assert isinstance(page, NoticesPage)
    assert page.notices == [Notice(NoticeKind.NEWER, count=3)]
    words = "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert "Made by a newer version" in words
    assert "3 entries were made by a newer version of the program. They are kept" in words
    assert "Please update it." in words


def test_a_surveyors_own_alias_and_erasure_of_the_offices_are_told_as_set_aside(
    open_page: OpenPage, desk: Desk
) -> None:
    case = desk.case
    with case.write() as session:
        given = Step(Action.CREATE, Person.KIND, new_record_id(), {"name": "王五"})
        (entry,) = journal.append(session, case.case_id, [given], _office(desk))
    case.apply((Step(Action.ALIAS, CASE_KIND, case.case_id, {"alias_of": new_case_id()}),), "alias")
    case.apply((Step(Action.ERASE, CASE_KIND, case.case_id, {"bodies": [entry.entry.body]}),), "erase")
    page = open_page(NoticesPage)
    assert isinstance(page, NoticesPage)
    assert page.notices == [Notice(NoticeKind.SET_ASIDE, CASE_KIND, case.case_id, "not_owner", 2)]


def _office(desk: Desk) -> Author:
    return Author(DeviceKey.generate(), "office", desk.case.author.clock, Role.OFFICE)


def test_what_the_centre_lost_and_does_not_take_back_is_told(open_page: OpenPage, desk: Desk) -> None:
    office = OfficeDesk(desk.case)
    office.makes(Person, {"name": "王五"})
    with desk.case.write() as session:
        journal.renumber(session, desk.case.case_id, desk.profile.device_key.device_id, 0, [])
    page = open_page(NoticesPage)
    assert isinstance(page, NoticesPage)
    (notice,) = page.notices
    assert (notice.kind, notice.count) == (NoticeKind.ONLY_HERE, 1)
    words = "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert "only on this laptop" in words


def test_a_quiet_case_has_no_notices(open_page: OpenPage, desk: Desk) -> None:
    page = open_page(NoticesPage)
    assert collect(desk.case) == []
    assert page.state_label.text() == "Nothing to settle"
