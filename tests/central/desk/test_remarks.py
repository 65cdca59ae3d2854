"""Remarks and supplement requests: asked at the desk, answered on a laptop that was offline meanwhile, settled at the desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.claim.remarks import Remark
from surveyor_app.domain.journal.identifiers import CaseId
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.cases.delivering import list_assignments
from surveyor_app.operations.editing import remarks
from tests.central.desk.clerks import Clerk, signed_in
from tests.integration.colleagues import Colleague, joined
from tests.operations.worlds import listed

WRONG = (
    {"text": "   "},
    {"text": "x" * 2001},
    {"asks": "money"},
    {"to": "role:king"},
    {"to": "everybody"},
    {"to": "user:nobody-here"},
    {"due_at": "tomorrow"},
)
HOSTILE = "<script>alert(1)</script>'\"><b>"


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    return shared_centre


@pytest.fixture
def clerk(live: EmbeddedCentre) -> Iterator[Clerk]:
    with signed_in(live, "reviewer") as made:
        yield made


@pytest.fixture
def case(live: EmbeddedCentre) -> str:
    return office.open_claim(live.centre, "li", {"report_no": "RD3"}, again_reason="another test")


@pytest.fixture
def surveyor(live: EmbeddedCentre, case: str, tmp_path: Path) -> Iterator[Colleague]:
    """Holds a task of the case, and delivered a photo."""
    found = joined(live, tmp_path, CaseId(case))
    with found.profile:
        found.fetch()
        found.takes("front", b"\xff\xd8\xff\xe0 the front")
        found.deliver()
        yield found


def asks(clerk: Clerk, case: str, to: str, **more: str) -> Remark:
    """Ask for more about the first photo."""
    photo = clerk.read(case, Evidence)[0].id
    form = {"text": "请补拍左后门", "asks": "evidence", "to": to} | more
    answer = clerk.post(f"/claims/{case}/records/evidence/{photo}/remark", **form)
    assert answer.status_code == 200, answer.text
    return clerk.read(case, Remark)[-1]


def test_a_supplement_request_is_answered_offline_and_comes_back_by_sync(
    clerk: Clerk, case: str, surveyor: Colleague
) -> None:
    user = surveyor.profile.user
    remark = asks(clerk, case, f"user:{user}", due_at="2026-12-01 18:00")
    assert [item.case for item in list_assignments(surveyor.profile)] == [case], "whoever is asked is told once"
    surveyor.fetch()
    with surveyor.case() as opened:
        (thread,) = remarks.asked_of_me(opened)
        assert (thread.remark.text, thread.remark.about_kind) == ("请补拍左后门", "evidence")
        assert thread.remark.due_at is not None
    surveyor.takes("door", b"\xff\xd8\xff\xe0 the door")
    with surveyor.case() as opened:
        door = next(item.id for item in listed(opened, Evidence) if item.file_name == "door")
        remarks.answer(opened, remark.id, "已补拍 <b>", [door])
        assert remarks.asked_of_me(opened) == []
    page = f"/claims/{case}/remarks"
    assert "Open" in clerk.page(page), "what was not delivered is not known"
    surveyor.deliver()
    shown = clerk.page(page)
    assert "Resubmitted" in shown
    assert "已补拍 <b>" in shown, "HTML stays text"
    assert f'href="/claims/{case}/photos/{door}"' in clerk.get(page).text
    clerk.post(f"/claims/{case}/remarks/{remark.id}/settle", state="closed", reason="now it is clear")
    assert "Closed" in clerk.page(page)
    assert "now it is clear" in clerk.page(f"/claims/{case}/journal")
    surveyor.fetch()
    with surveyor.case() as opened:
        assert [thread.state for thread in remarks.read_threads(opened)] == ["closed"]


def test_a_remark_stands_beside_its_record_and_is_answered_there(clerk: Clerk, case: str, surveyor: Colleague) -> None:
    (task,) = clerk.read(case, Task)
    address = f"/claims/{case}/records/task/{task.id}"
    asked = clerk.post(f"{address}/remark", text=HOSTILE, asks="answer", to="role:handler")
    assert asked.url.path == address
    assert HOSTILE not in asked.text
    assert HOSTILE in clerk.page(address)
    remark = clerk.read(case, Remark)[-1]
    answered = clerk.post(f"/claims/{case}/remarks/{remark.id}/answer", text="the office answers", at="record")
    assert answered.url.path == address
    assert "Answered" in clerk.page(address)
    assert "the office answers" in clerk.page(address)
    surveyor.fetch()
    with surveyor.case() as opened:
        assert remarks.asked_of_me(opened) == [], "what the office asks itself is no surveyor's"


def test_two_who_answer_and_withdraw_unseen_are_not_in_conflict(clerk: Clerk, case: str, surveyor: Colleague) -> None:
    remark = asks(clerk, case, f"user:{surveyor.profile.user}")
    surveyor.fetch()
    with surveyor.case() as opened:
        remarks.answer(opened, remark.id, "here it is")
    clerk.post(f"/claims/{case}/remarks/{remark.id}/settle", state="withdrawn")
    surveyor.deliver()
    shown = clerk.page(f"/claims/{case}/remarks")
    assert "Withdrawn" in shown
    assert "here it is" in shown
    with surveyor.case() as opened:
        assert [item.conflicts for item in listed(opened, Remark)] == [(), ()]


def test_what_does_not_fit_is_refused_and_nothing_is_written(clerk: Clerk, case: str) -> None:
    claim = clerk.read(case, Claim)[0].id
    for form in WRONG:
        typed = {"text": "?", "asks": "answer", "to": "role:handler"} | form
        assert clerk.post(f"/claims/{case}/records/claim/{claim}/remark", **typed).status_code == 422, form
    assert clerk.read(case, Remark) == []


def test_what_is_not_there_can_be_neither_asked_about_nor_answered(
    clerk: Clerk, case: str, live: EmbeddedCentre
) -> None:
    claim = clerk.read(case, Claim)[0].id
    typed = {"text": "?", "asks": "answer", "to": "role:handler"}
    clerk.post(f"/claims/{case}/records/claim/{claim}/remark", **typed)
    (remark,) = clerk.read(case, Remark)
    other = office.open_claim(live.centre, "li", {"report_no": "RD4"}, again_reason="another test")
    for path in (f"claim/{remark.id}", f"nothing/{claim}", "claim/x"):
        assert clerk.post(f"/claims/{case}/records/{path}/remark", **typed).status_code == 404
    assert clerk.post(f"/claims/{other}/records/claim/{claim}/remark", **typed).status_code == 404
    for act, form in (("answer", {"text": "?"}), ("settle", {"state": "closed"})):
        assert clerk.post(f"/claims/{other}/remarks/{remark.id}/{act}", **form).status_code == 404
    assert clerk.post(f"/claims/{case}/remarks/{remark.id}/settle", state="answered").status_code == 422
    assert len(clerk.read(case, Remark)) == 1
