"""The claim page: what is the office's is not changed but proposed, and what the office did not send is written down here."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.claim.proposals import ACCEPTED, Proposal, proposed_value
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.fields import spec_of
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.proposals import propose
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.overview import Overview
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.position_bar import PositionBar
from surveyor_app.ui.window.claim import COVERS, POLICIES, TIMES, ClaimPage
from tests.operations.office import OfficeDesk, OtherDesk
from tests.operations.worlds import only
from tests.ui.conftest import OpenPage, Settle
from tests.ui.keyboard import press, write


@pytest.fixture
def office(case: CaseFile) -> OfficeDesk:
    """The office, which gave out the claim and one policy."""
    records.withdraw(case, Claim, [only(case, Claim).id], "opened on the spot")
    made = OfficeDesk(case)
    made.makes(Claim, {"report_no": "R1", "insured_name": "王建国", "plate_no": "沪A12345"})
    made.makes(Policy, {"policy_no": "P1", "engine_no": "E1"})
    return made


def shown(open_page: OpenPage) -> ClaimPage:
    page = open_page(ClaimPage)
    assert isinstance(page, ClaimPage)
    return page


def proposals(desk: Desk) -> list[Proposal]:
    return record_access.list_all(desk.case, Proposal)


def test_another_value_is_proposed_by_keyboard_and_stands_beside_the_offices(
    office: OfficeDesk, open_page: OpenPage, desk: Desk, settle: Settle
) -> None:
    page = shown(open_page)
    plate = page.form.editors["plate_no"]
    plate.control.setFocus()
    press(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    panel = page.panel
    assert panel.fields.currentText() == "Plate number"
    assert panel.fields.hasFocus()
    press(panel.fields, Qt.Key.Key_Tab)
    assert panel.editor is not None
    assert panel.editor.control.hasFocus()
    write(panel.editor.control, "沪A12346")
    press(panel.editor.control, Qt.Key.Key_Tab)
    assert not panel.button.isEnabled()  # without a reason nothing is proposed
    write(panel.reason, "行驶证所载")
    press(panel.reason, Qt.Key.Key_Return)
    settle()
    (made,) = proposals(desk)
    assert proposed_value(made, spec_of(Claim, "plate_no")) == "沪A12346"
    assert (made.target_kind, made.target_field, made.reason, made.state) == ("claim", "plate_no", "行驶证所载", None)
    assert made.is_open
    assert plate.control.accessibleDescription() == "Proposed: 沪A12346"
    assert record_access.first_claim(desk.case).plate_no == "沪A12345"  # type: ignore[union-attr]  # the office's
    office.writes(Step(Action.CHANGE, Proposal.KIND, made.id, {"state": ACCEPTED, "decision_reason": "已核对"}))
    page.load()
    assert plate.control.accessibleDescription() == "Proposed and accepted: 沪A12346 · 已核对"
    # What a colleague's device says may be no value at all, or far too long.
    target = {"target_kind": "claim", "target_uid": made.target_uid or "", "target_field": "plate_no"}
    for value, said in (("{", "Proposed: —"), (f'"{"x" * 7000}"', f"Proposed: {'x' * 200}…")):
        OtherDesk(desk.case, "wang").makes(Proposal, {**target, "value": value})
        page.load()
        assert plate.control.accessibleDescription() == said


def test_a_field_of_the_offices_policy_is_proposed_too(
    office: OfficeDesk, open_page: OpenPage, desk: Desk, settle: Settle
) -> None:
    page = shown(open_page)
    page.tabs.setCurrentIndex(POLICIES)
    panel = page.panel
    panel.choose(Policy.KIND, "engine_no")
    assert panel.fields.currentText() == "P1 · Engine number"
    assert panel.editor is not None
    write(panel.editor.control, "E2")
    write(panel.reason, "铭牌照片")
    panel.button.click()
    settle()
    (made,) = proposals(desk)
    assert (made.target_kind, made.target_uid) == (Policy.KIND, only(desk.case, Policy).id)


def test_an_open_proposal_is_changed_and_never_doubled(case: CaseFile, office: OfficeDesk) -> None:
    claim = record_access.first_claim(case)
    assert claim is not None
    first = propose(case, Claim.KIND, claim.id, "plate_no", "沪A1", "a")
    again = propose(case, Claim.KIND, claim.id, "plate_no", "沪A2", "b")
    assert again.id == first.id
    assert only(case, Proposal).reason == "b"
    office.writes(Step(Action.CHANGE, Proposal.KIND, first.id, {"state": "refused"}))
    assert propose(case, Claim.KIND, claim.id, "plate_no", "沪A3", "c").id != first.id
    with pytest.raises(InputError):
        propose(case, Claim.KIND, claim.id, "no_such_field", "x", "c")
    with pytest.raises(InputError):
        propose(case, Claim.KIND, claim.id, "deductible", "x", "c")
    with pytest.raises(InputError):
        propose(case, Claim.KIND, claim.id, "plate_no", "沪A4", " ")


def test_what_the_office_did_not_send_is_written_down_here(open_page: OpenPage, desk: Desk, settle: Settle) -> None:
    claim = only(desk.case, Claim)
    records.change(desk.case, Claim, claim.id, {"insurer": "示例财险", "plate_no": "沪A12345"})
    page = shown(open_page)
    assert not page.has_details()  # nothing is the office's: nothing is to be proposed
    press(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert page.tabs.currentIndex() == POLICIES
    policy = only(desk.case, Policy)
    assert (policy.insurer, policy.plate_no) == ("示例财险", "沪A12345")
    number = page.policies.form.editors["policy_no"].control
    assert number.hasFocus()
    write(number, "PDAA1")
    press(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert page.tabs.currentIndex() == COVERS
    assert only(desk.case, Policy).policy_no == "PDAA1"
    assert only(desk.case, Cover).policy_uid == policy.id
    assert [page.tabs.tabText(tab) for tab in range(3)] == ["As reported", "Policies (1)", "Covers (1)"]


def test_times_and_what_to_take_along_stand_behind_a_tab(open_page: OpenPage, desk: Desk, settle: Settle) -> None:
    records.create(desk.case, Cover, {"kind": "own_damage", "limit": Decimal("150000")})
    page = shown(open_page)
    page.tabs.setCurrentIndex(TIMES)
    settle()
    said = [label.text() for label in page.times.findChildren(QLabel)]
    assert {"Service times", "Time limits of the law and the clauses", "Before departure"} <= set(said)
    assert "Own damage 150,000.00" in said
    assert "Tools to carry: tape, scale bars, chalk, reflective vest, spare battery" in said
    assert said.count("not started here") > 5


def test_the_tab_key_comes_to_the_line_for_a_position_where_it_is_read(open_page: OpenPage) -> None:
    form = shown(open_page).form
    stops: list[object] = []
    at: QWidget | None = form.editors["policy_unverified_reason"].control
    while at is not None and at is not form.editors["loss_cause"].control:
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(at)
        at = at.nextInFocusChain()
    position = form.findChild(PositionBar)
    assert position is not None
    assert stops.index(position.line) < stops.index(form.editors["accident_at"].control)


def test_a_claim_that_the_office_cancelled_says_so_until_it_is_reopened(
    office: OfficeDesk, open_page: OpenPage, desk: Desk
) -> None:
    page = shown(open_page)
    claim = only(desk.case, Claim)
    stopped = {"flow": "cancelled", "flow_by": "li", "flow_reason": "重复报案"}
    office.writes(Step(Action.CHANGE, Claim.KIND, claim.id, stopped))
    page.load()
    said = " ".join(label.text() for label in page.note.findChildren(QLabel))
    assert "The office cancelled this claim on" in said
    assert "重复报案" in said
    assert ClaimPage.PLACE.say_badge(Overview(claim=only(desk.case, Claim))) == ("!", "bad")
    office.writes(Step(Action.CHANGE, Claim.KIND, claim.id, {"flow": "normal"}))
    page.load()
    assert "cancelled" not in " ".join(label.text() for label in page.note.findChildren(QLabel))
    assert ClaimPage.PLACE.say_badge(Overview(claim=only(desk.case, Claim))) == ("", "")
