"""A claim is cancelled with a reason and opened again: nobody works on it meanwhile, and all stands as before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from surveyor_app.central.authority import accounts
from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import cancelling, changing, office, paper_acts, reassigning
from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.standing import stages_of
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.claim.claims import GIVEN_AWAY, Claim, Task
from surveyor_app.domain.claim.proposals import Proposal
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import CaseId, new_record_id
from surveyor_app.domain.process.permissions import OfficeRole
from surveyor_app.domain.process.stages import State
from surveyor_app.domain.wire_errors import ActBarred
from surveyor_app.operations.cases import process
from surveyor_app.operations.editing import records
from surveyor_app.records import reading
from tests.central.customer.customers import opened, phone
from tests.central.desk.clerks import Clerk, signed_in, texts
from tests.central.desk.emptied import empty, nodes_at
from tests.central.desk.test_reviews import sign
from tests.integration.colleagues import Colleague, joined
from tests.operations.worlds import only

NOW = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
GONE, BACK = "The customer <withdrew> it", "It was a mistake"


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    return shared_centre


@pytest.fixture
def handler(live: EmbeddedCentre) -> Iterator[Clerk]:
    with signed_in(live, "handler") as made:
        yield made


@pytest.fixture
def approver(live: EmbeddedCentre) -> Iterator[Clerk]:
    with signed_in(live, "approver") as made:
        with live.centre.database.write() as session:
            accounts.set_roles(session, "approver", [OfficeRole.APPROVER])
        yield made


@pytest.fixture
def surveyor(live: EmbeddedCentre, claim: tuple[str, str], tmp_path: Path) -> Iterator[Colleague]:
    """Holds a task of the claim, has begun with it, and delivered a photo."""
    found = joined(live, tmp_path, CaseId(claim[0]))
    with found.profile:
        found.fetch()
        with found.case() as case:
            records.change(case, Task, only(case, Task).id, {"task_status": "in_progress"})
        found.takes("front", b"\xff\xd8\xff\xe0 the front")
        found.deliver()
        yield found


@pytest.fixture
def claim(live: EmbeddedCentre) -> tuple[str, str]:
    """A claim with a paper that lacks, and the secret of its customer's link."""
    case, token = opened(live)
    paper_acts.ask_for(live.centre, "li", case, ["claim_form"])
    return case, token


def states(live: EmbeddedCentre, case: str) -> set[State]:
    with live.centre.database.read() as session:
        return {standing.state for standing in stages_of(session, case)}


def statuses(clerk: Clerk, case: str) -> list[str | None]:
    return [task.task_status for task in clerk.read(case, Task)]


def test_a_cancelled_claim_says_so_to_everybody_and_stands_as_before_once_reopened(
    live: EmbeddedCentre, handler: Clerk, approver: Clerk, claim: tuple[str, str], surveyor: Colleague
) -> None:
    case, token = claim
    page = f"/claims/{case}"
    with live.centre.database.read() as session:
        before = stages_of(session, case)
    with phone(live, token) as browser:
        told_before = texts(browser.get(f"/c/{token}").text)
        assert "We still need from you" in told_before
    # Offline when it is cancelled: what was found until then comes all the same.
    late = surveyor.takes("plate", b"\xff\xd8\xff\xe0 the plate")

    assert handler.post(page + "/cancel", reason="  ").status_code == 422
    assert handler.post(page + "/cancel", reason="x" * 501).status_code == 422
    assert states(live, case) != {State.CANCELLED}
    said = texts(handler.post(page + "/cancel", reason=GONE).text)
    assert "This claim is cancelled since 20" in said
    assert f"by handler: {GONE}" in said
    assert "Reopen the claim" not in said, "that is not a handler's"
    assert "Assign a task" not in said
    assert "Time limit" not in said, "nobody is late with what nobody is to do"
    assert states(live, case) == {State.CANCELLED}
    assert statuses(handler, case) == ["cancelled"]
    with phone(live, token) as browser:
        told = texts(browser.get(f"/c/{token}").text)
        assert "Your report was cancelled on" in told
        assert "We still need from you" not in told
        assert GONE not in told, "the office's reason is the office's"
        assert "Make a complaint" in told
    with phone(live, token, language="zh") as browser:
        assert "您的报案已于" in browser.get(f"/c/{token}").text

    surveyor.deliver()
    surveyor.fetch()
    with surveyor.case() as opened_case:
        assert {standing.state for standing in process.stages_of(opened_case)} == {State.CANCELLED}
        assert only(opened_case, Claim).flow_reason == GONE
    kept = handler.get(f"{page}/records/evidence").text
    assert late in kept

    assert GONE in approver.page(page)
    again = texts(approver.post(page + "/reopen", reason=BACK).text)
    assert "This claim is cancelled" not in again
    assert "Time limit" in again
    with live.centre.database.read() as session:
        assert stages_of(session, case) == before
    assert statuses(handler, case) == ["in_progress"]
    with phone(live, token) as browser:
        assert texts(browser.get(f"/c/{token}").text) == told_before
    surveyor.fetch()
    surveyor.takes("rear", b"\xff\xd8\xff\xe0 the rear")
    assert surveyor.deliver().receipt_kind is not None
    assert "rear" in handler.get(f"{page}/records/evidence").text
    with surveyor.case() as opened_case:
        assert not only(opened_case, Claim).is_cancelled
        assert only(opened_case, Task).task_status == "in_progress"


def test_reopening_gives_back_what_cancelling_took_and_nothing_else(
    live: EmbeddedCentre, claim: tuple[str, str]
) -> None:
    centre, case = live.centre, claim[0]
    for user in ("qian", "sun", "zhou"):
        office.create_user(centre, user, user.title())
    recalled, given = (office.assign(centre, "li", case, user) for user in ("qian", "sun"))
    reassigning.recall(centre, "li", case, recalled, reason="ill")
    held = reassigning.reassign(centre, "li", case, given, "zhou", reason="ill")
    for _ in range(2):
        cancelling.cancel(centre, "li", case, GONE)
        with pytest.raises(ActBarred) as barred:
            cancelling.cancel(centre, "wu", case, "me too")
        assert barred.value.data == {"act": "cancel_report", "bars": "cancelled"}
        cancelling.reopen(centre, "zhao", case, BACK)
        with pytest.raises(ActBarred) as barred:
            cancelling.reopen(centre, "zhao", case, BACK)
        assert barred.value.data == {"act": "reopen", "bars": "not_cancelled"}
        with centre.database.read() as session:
            found = {task.id: task.task_status for task in reading.list_records(session, case, Task)}
        assert found == {recalled: "cancelled", given: "reassigned", held: "new"}


def test_a_signed_survey_stays_and_is_reviewed_once_the_claim_goes_on(
    live: EmbeddedCentre, handler: Clerk, claim: tuple[str, str], surveyor: Colleague
) -> None:
    case = claim[0]
    sign(surveyor)
    surveyor.deliver()
    cancelling.cancel(live.centre, "li", case, GONE)
    (task,) = handler.read(case, Task)
    assert task.task_status not in GIVEN_AWAY
    refused = handler.post(f"/claims/{case}/tasks/{task.id}/accept")
    assert (refused.status_code, "the claim is cancelled" in refused.text) == (409, True)
    cancelling.reopen(live.centre, "zhao", case, BACK)
    assert handler.post(f"/claims/{case}/tasks/{task.id}/accept").status_code == 200


def test_nothing_carries_a_cancelled_claim_further_and_the_desk_offers_nothing_that_would(
    live: EmbeddedCentre, handler: Clerk, claim: tuple[str, str]
) -> None:
    case, token = claim
    office.create_user(live.centre, "qian", "Qian")
    task = office.assign(live.centre, "li", case, "qian")
    other = office.open_claim(live.centre, "li", {"report_no": "RD8"}, again_reason="another")
    cancelling.cancel(live.centre, "li", case, GONE)
    page = f"/claims/{case}"
    forms = {
        "/tasks": {"user": "qian", "task_kind": "scene"},
        f"/tasks/{task}/reassign": {"user": "qian", "reason": "ill"},
        "/open": {"line_commercial": "1"},
        "/papers/ask": {},
        "/one-time": {},
        f"/records/task/{task}/remark": {"text": "where?", "asks": "answer", "to": "role:handler"},
        "/review/order": {"task_kind": "resurvey", "user": "qian", "reason": "blurred"},
        "/join": {"provisional": other},
    }
    for path, form in forms.items():
        answer = handler.post(page + path, **form)
        assert answer.status_code == 409, path
        assert "the claim is cancelled" in answer.text, path
    assert handler.post(f"/claims/{other}/join", provisional=case).status_code == 409
    for path in ("", "/customer", "/review", f"/records/task/{task}"):
        offered = handler.get(page + path).text
        assert not [item for item in forms if f'action="{page}{item}"' in offered], path
    # What somebody says or sends is taken all the same.
    (paper,) = handler.read(case, Document)
    assert handler.post(f"{page}/papers/{paper.id}/receive", form="copy", channel="post").status_code == 200
    with phone(live, token) as browser:
        browser.post(f"/c/{token}/words", data={"kind": "complaint", "text": "I never withdrew it"})
    assert "I never withdrew it" in handler.page(page + "/customer")


def test_nobody_types_proposes_or_pushes_that_a_claim_is_cancelled(
    live: EmbeddedCentre, handler: Clerk, claim: tuple[str, str], surveyor: Colleague
) -> None:
    case = claim[0]
    for name, value in (("flow", "cancelled"), ("flow_by", "somebody else"), ("flow_reason", "none")):
        handler.post(f"/claims/{case}/edit", **{name: value})
        with pytest.raises(InputError):
            changing.change_claim(live.centre, "li", case, {name: value})
        with pytest.raises(InputError):
            office.open_claim(live.centre, "li", {name: value})
    (found,) = handler.read(case, Claim)
    target = {"target_kind": "claim", "target_uid": found.id, "target_field": "flow"}
    proposal = new_record_id()
    with surveyor.case() as opened_case:
        wish = Step(Action.CREATE, Proposal.KIND, proposal, {**target, "value": '"cancelled"', "reason": "please"})
        opened_case.apply([wish, Step(Action.CHANGE, Claim.KIND, found.id, {"flow": "cancelled"})], "change")
        assert not only(opened_case, Claim).is_cancelled
    surveyor.deliver()
    assert handler.post(f"/claims/{case}/proposals/{proposal}", decision="accept").status_code == 422
    (found,) = handler.read(case, Claim)
    assert (found.flow, found.flow_by, found.flow_reason) == (None, None, None)
    cancelling.cancel(live.centre, "li", case, GONE)
    assert handler.post(f"/claims/{case}/reopen", reason=BACK).status_code == 403
    assert states(live, case) == {State.CANCELLED}


def test_a_case_joined_to_it_is_cancelled_and_reopened_with_it(live: EmbeddedCentre, claim: tuple[str, str]) -> None:
    centre, case = live.centre, claim[0]
    office.create_user(centre, "qian", "Qian")
    spot = office.open_claim(centre, "qian", {"accident_place": "on the spot"})
    office.assign(centre, "li", spot, "qian")
    office.join(centre, "li", case, spot)
    cancelling.cancel(centre, "li", case, GONE)
    assert states(live, spot) == {State.CANCELLED}
    cancelling.reopen(centre, "zhao", case, BACK)
    assert State.CANCELLED not in states(live, spot) | states(live, case)
    with centre.database.read() as session:
        assert [task.task_status for task in reading.list_records(session, spot, Task)] == ["new"]
    with pytest.raises(NotFound):
        cancelling.cancel(centre, "li", "nowhere", GONE)


def test_the_work_list_asks_nobody_for_it_and_finds_it_where_it_is_looked_for(
    live: EmbeddedCentre, handler: Clerk
) -> None:
    office.create_user(live.centre, "qian", "Qian")
    case = office.open_claim(live.centre, "li", {"report_no": "RDQ-1", "accident_place": "延安路"})
    assert "RDQ-1" in handler.page("/?unassigned=1&find=RDQ-1")
    cancelling.cancel(live.centre, "li", case, GONE)
    for query in ("unassigned=1", "mine=1", "due=week", "stage=registration", "waits_for=dispatcher"):
        assert "No claims." in handler.page(f"/?{query}&find=RDQ-1"), query
    assert "RDQ-1" in handler.page("/?cancelled=1&find=RDQ-1")
    answer = handler.post("/list/assign", query="find=RDQ-1", total="1", task_kind="scene", user="qian")
    assert "the claim is cancelled" in answer.text
    assert handler.get("/times").status_code == 200
    assert handler.get("/list.xlsx?cancelled=1&find=RDQ-1").status_code == 200


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def shared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sequence[Centre]]:
    with nodes_at(NOW, tmp_path_factory.mktemp("cancelling"), request, 2) as made:
        yield made


def test_of_two_nodes_that_cancel_and_assign_at_once_no_open_task_is_left_in_a_cancelled_claim(
    shared: Sequence[Centre],
) -> None:
    empty(shared[0])
    first, second = shared
    office.create_user(first, "zhang", "Zhang")
    cases = [office.open_claim(first, "li", {"report_no": f"RD{n}"}) for n in range(12)]

    def assign(case: str) -> None:
        with suppress(ActBarred):
            office.assign(second, "wu", case, "zhang")

    with ThreadPoolExecutor(2) as pool:
        for case in cases:
            both = [pool.submit(cancelling.cancel, first, "li", case, GONE), pool.submit(assign, case)]
            for done in both:
                done.result()
    with first.database.read() as session:
        for case in cases:
            claim = claim_of(session, case)
            assert claim is not None
            assert claim.is_cancelled
            assert [task.task_status for task in reading.list_records(session, case, Task)] in ([], ["cancelled"])
