"""A survey reviewed at the desk: returned, signed anew, asked about, accepted; and every way round the guards."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from surveyor_app.central.claims import customer_links, office, remark_acts, review_acts
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.central.claims.standing import process_facts, stages_of
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.schema import blobs
from surveyor_app.central.storage.uploads import UPLOADING
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.claim.contacts import Contact
from surveyor_app.domain.claim.remarks import Remark
from surveyor_app.domain.claim.reviews import Review, Sample
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import CaseId
from surveyor_app.domain.process.reviewing import ReviewState, review_of
from surveyor_app.domain.process.sampling import draw
from surveyor_app.domain.process.stages import Stage, State, Waits
from surveyor_app.domain.survey.prompt_answers import PromptAnswer
from surveyor_app.domain.wire_errors import ActBarred
from surveyor_app.operations.cases import process
from surveyor_app.operations.cases.delivery_states import receipts
from surveyor_app.operations.cases.verifying import verify_bag_folder
from surveyor_app.operations.editing import records, remarks
from surveyor_app.operations.report.reporting import ReportOptions, sign_report, surveyor_credential
from surveyor_app.records.replay import verify
from tests.central.customer.customers import phone
from tests.central.desk.clerks import Clerk, signed_in
from tests.integration.colleagues import Colleague, joined
from tests.operations.worlds import only
from tests.records.sides import sqlite_engine


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    return shared_centre


@pytest.fixture
def reviewer(live: EmbeddedCentre) -> Iterator[Clerk]:
    with signed_in(live, "verifier") as made:
        yield made


@pytest.fixture
def case(live: EmbeddedCentre) -> str:
    fields = {
        "report_no": "RD5",
        "accident_place": "延安路",
        "loss_cause": "collision",
        "insured_phone": "138 0013-8000",
    }
    return office.open_claim(live.centre, "li", fields, again_reason="another test")


@pytest.fixture
def surveyor(live: EmbeddedCentre, case: str, tmp_path: Path) -> Iterator[Colleague]:
    """Holds a task of the case, took a photo, signed and delivered."""
    found = joined(live, tmp_path, CaseId(case))
    with found.profile:
        found.fetch()
        found.takes("front", b"\xff\xd8\xff\xe0 the front")
        sign(found)
        found.deliver()
        yield found


def sign(surveyor: Colleague) -> None:
    with surveyor.case() as opened:
        sign_report(opened, ReportOptions("zh_CN", despite="test"), surveyor_credential(surveyor.profile))


def task_of(clerk: Clerk, case: str) -> str:
    (task,) = clerk.read(case, Task)
    return task.id


def survey_stage(live: EmbeddedCentre, case: str, surveyor: Colleague) -> tuple[State, Waits | None]:
    """How far the survey is, which is the same at the centre and on the laptop that has fetched."""
    surveyor.fetch()
    with live.centre.database.read() as session:
        there = stages_of(session, case)
    with surveyor.case() as opened:
        here = process.stages_of(opened)
    assert here == there
    for standing in there:
        assert standing.waits_for is None or standing.since is None or standing.due is not None
    found = there[list(Stage).index(Stage.SURVEY)]
    return found.state, found.waits_for


def test_a_survey_is_returned_signed_anew_and_accepted(
    live: EmbeddedCentre, reviewer: Clerk, case: str, surveyor: Colleague
) -> None:
    task, page = task_of(reviewer, case), f"/claims/{case}/review"
    assert survey_stage(live, case, surveyor) == (State.WAITING, Waits.VERIFIER)
    assert "Waiting for review" in reviewer.page(page)
    receipts_said = reviewer.page(f"/claims/{case}").split("Receipt: ")[1:]
    assert all("UTC+08:00" in said.split("<")[0] for said in receipts_said), (
        "a time is said with its zone, not as it is stored"
    )
    assert receipts_said
    link = customer_links.make(live.centre, "li", case, "insured")
    with phone(live, link) as browser:
        assert "The survey is done." in browser.get(f"/c/{link}").text, "nobody comes to the customer for a review"
    assert reviewer.post(f"/claims/{case}/tasks/{task}/return", reason="  ").status_code == 422
    reviewer.post(f"/claims/{case}/tasks/{task}/return", reason="The plate cannot be <read>")
    assert survey_stage(live, case, surveyor) == (State.RETURNED, Waits.SURVEYOR)
    assert "Returned" in reviewer.page(page)
    assert "The plate cannot be <read>" in reviewer.page(page)
    with surveyor.case() as opened:
        review = process.own_review(opened)
        assert review is not None
        assert review.last is not None
        assert (review.state, review.last.reason) == (ReviewState.RETURNED, "The plate cannot be <read>")
        assert process.is_returned(opened)
    surveyor.takes("plate", b"\xff\xd8\xff\xe0 the plate")
    sign(surveyor)
    assert survey_stage_here(surveyor) == (State.RETURNED, Waits.SURVEYOR), "it is not there yet"
    surveyor.deliver()
    assert survey_stage(live, case, surveyor) == (State.RESUBMITTED, Waits.VERIFIER)
    shown = reviewer.page(page)
    assert "Resubmitted" in shown
    assert "Evidence · 2" in shown.split("Changed since the report")[1]
    assert "Evidence · 1" not in shown.split("Changed since the report")[1]
    accept_it(live, reviewer, case, task)
    assert survey_stage(live, case, surveyor) == (State.DONE, None)
    assert "Accepted" in reviewer.page(page)
    first, *later = [item.status for item in reviewer.read(case, Review)]
    assert (first, later[-1], set(later) - {"submitted_up"}) == ("returned_for_change", "passed", {"passed"})
    assert reviewer.post(f"/claims/{case}/tasks/{task}/return", reason="after all").status_code == 409
    sign(surveyor)
    surveyor.deliver()
    assert survey_stage(live, case, surveyor) == (State.RESUBMITTED, Waits.VERIFIER), (
        "what is signed now nobody has read"
    )
    with live.centre.database.read() as session:
        assert verify(session, case, sqlite_engine()) == [], "the journal alone says all of it again"


def test_the_work_list_follows_the_review(
    live: EmbeddedCentre, reviewer: Clerk, case: str, surveyor: Colleague
) -> None:
    def listed(query: str) -> bool:
        return f"/claims/{case}?" in reviewer.get(f"/?{query}").text

    task, of_surveyor = task_of(reviewer, case), f"holder={surveyor.profile.user}"
    by_state = {"waits_for=verifier": True, "returned=1": False, "stage=survey": True, of_surveyor: False}
    assert {query: listed(query) for query in by_state} == by_state
    reviewer.post(f"/claims/{case}/tasks/{task}/return", reason="The plate cannot be read")
    by_state = {"waits_for=verifier": False, "returned=1": True, "stage=survey": True, of_surveyor: True}
    assert {query: listed(query) for query in by_state} == by_state
    sign(surveyor)
    surveyor.deliver()
    by_state = {"waits_for=verifier": True, "returned=1": False, "stage=survey": True, of_surveyor: False}
    assert {query: listed(query) for query in by_state} == by_state
    accept_it(live, reviewer, case, task)
    by_state = {"waits_for=verifier": False, "returned=1": False, "stage=survey": False, of_surveyor: False}
    assert {query: listed(query) for query in by_state} == by_state, "what was accepted waits for nobody"


def accept_it(live: EmbeddedCentre, reviewer: Clerk, case: str, task: str) -> None:
    """Accept a survey, and have another reviewer accept it where the lot fell on it."""
    assert reviewer.post(f"/claims/{case}/tasks/{task}/accept", reason="clear now").status_code == 200
    if any(sample.chosen for sample in reviewer.read(case, Sample)):
        review_acts.accept(live.centre, "second", case, task)


def survey_stage_here(surveyor: Colleague) -> tuple[State, Waits | None]:
    with surveyor.case() as opened:
        found = process.stages_of(opened)[list(Stage).index(Stage.SURVEY)]
    return found.state, found.waits_for


def test_nobody_accepts_while_a_supplement_request_is_open(
    live: EmbeddedCentre, reviewer: Clerk, case: str, surveyor: Colleague
) -> None:
    task = task_of(reviewer, case)
    accept = f"/claims/{case}/tasks/{task}/accept"
    remark = remark_acts.ask(
        live.centre, "verifier", case, "task", task, text="?", asks="evidence", to_user=surveyor.profile.user
    )
    assert survey_stage(live, case, surveyor) == (State.WAITING, Waits.SURVEYOR)
    page = reviewer.get(f"/claims/{case}/review").text
    assert "a remark is not settled" in page
    assert f'action="{accept}"' not in page, "what is barred is not offered"
    refused = reviewer.post(accept)
    assert refused.status_code == 409
    assert "a remark is not settled" in refused.text
    with surveyor.case() as opened:
        remarks.answer(opened, remark, "here")
    surveyor.deliver()
    assert survey_stage(live, case, surveyor) == (State.RESUBMITTED, Waits.VERIFIER)
    assert reviewer.post(accept).status_code == 409, "an answer that nobody has read settles nothing"
    remark_acts.settle(live.centre, "verifier", case, remark, "closed")
    accept_it(live, reviewer, case, task)
    assert survey_stage(live, case, surveyor) == (State.DONE, None)
    assert len(reviewer.read(case, Remark)) == 2


def test_no_surveyor_of_the_case_reviews_it_and_nothing_that_is_damaged_is_accepted(
    live: EmbeddedCentre, reviewer: Clerk, case: str, surveyor: Colleague
) -> None:
    task = task_of(reviewer, case)
    for act in (review_acts.accept, review_acts.give_back):
        with pytest.raises(ActBarred) as barred:
            act(live.centre, surveyor.profile.user, case, task, "I say so")
        assert barred.value.data["bars"] == "own_work"
    with live.centre.database.write() as session:
        session.execute(
            blobs.update().where(blobs.c.case_id == case, blobs.c.preview_of.is_(None)).values(state=UPLOADING)
        )
    assert "an original is missing or damaged" in reviewer.page(f"/claims/{case}/review")
    with pytest.raises(ActBarred) as barred:
        review_acts.accept(live.centre, "verifier", case, task)
    assert barred.value.data["bars"] == "not_intact"
    review_acts.give_back(live.centre, "verifier", case, task, "an original is gone")
    assert [item.status for item in reviewer.read(case, Review)] == ["returned_for_change"]


def test_what_is_not_receipted_in_full_is_not_accepted(
    live: EmbeddedCentre, reviewer: Clerk, case: str, tmp_path: Path
) -> None:
    found = joined(live, tmp_path, CaseId(case))
    with found.profile:
        found.fetch()
        task = task_of(reviewer, case)
        assert barred(live, case, task) == "not_received,no_report"
        found.takes("front", b"\xff\xd8\xff\xe0 the front")
        found.deliver()
        assert barred(live, case, task) == "not_received,no_report", "received, but not signed"
        with found.case() as opened:
            records.change(opened, Task, only(opened, Task).id, {"task_status": "done"})
        found.deliver()
        assert "no_report" in barred(live, case, task), "nobody is done by saying so"
    assert reviewer.read(case, Review) == []


def barred(live: EmbeddedCentre, case: str, task: str) -> str:
    with pytest.raises(ActBarred) as caught:
        review_acts.accept(live.centre, "verifier", case, task)
    with live.centre.database.read() as session:
        facts = process_facts(session, case)
        assert review_of(facts, facts.tasks[0]).state is not ReviewState.ACCEPTED
    return str(caught.value.data["bars"])


def test_what_a_rule_chooses_is_read_by_a_second_reviewer(
    live: EmbeddedCentre, reviewer: Clerk, case: str, surveyor: Colleague
) -> None:
    task, page = task_of(reviewer, case), f"/claims/{case}/review"
    with surveyor.case() as opened:
        records.create(opened, PromptAnswer, {"prompt_id": "rf_pressure", "answer": "seen"})
    surveyor.deliver()
    reviewer.post(f"/claims/{case}/tasks/{task}/accept", reason="good")
    assert survey_stage(live, case, surveyor) == (State.WAITING, Waits.VERIFIER)
    samples = {item.rule_id: item for item in reviewer.read(case, Sample)}
    with live.centre.database.read() as session:
        facts = process_facts(session, case)
    (root,) = facts.receipted.values()
    assert samples["prompt_seen"].chosen
    assert {item.drawn_from for item in samples.values()} == {root}
    assert samples["lot_20"].chosen is draw(root, "lot_20", 20)
    with surveyor.case() as opened:
        (receipt,) = [kept for kept in receipts(opened) if kept.kind == "full"][:1]
        assert root in receipt.receipt.decode(), "the laptop holds what it was drawn from, signed by the centre"
    assert "the second review is another person's" in reviewer.page(page)
    assert reviewer.post(f"/claims/{case}/tasks/{task}/accept", reason="again").status_code == 409
    review_acts.accept(live.centre, "second", case, task)
    assert survey_stage(live, case, surveyor) == (State.DONE, None)
    assert {(item.reviewer, item.result) for item in reviewer.read(case, Sample) if item.chosen} == {
        ("second", "passed")
    }
    assert [item.status for item in reviewer.read(case, Review)] == ["submitted_up", "passed"]
    assert "the lot falls otherwise" not in reviewer.page(page)
    (lot,) = (item for item in reviewer.read(case, Sample) if item.rule_id == "lot_20")
    with live.centre.database.write() as session:
        forged = Step(Action.CHANGE, Sample.KIND, lot.id, {"chosen": not lot.chosen})
        write_entries(session, case, [forged], "li", live.centre.now())
    assert "the lot falls otherwise" in reviewer.page(page), "whoever looks can draw again"


def test_a_re_survey_is_a_task_of_its_own_with_the_originals_of_the_first(
    live: EmbeddedCentre, reviewer: Clerk, case: str, surveyor: Colleague, tmp_path: Path
) -> None:
    (tmp_path / "second").mkdir()
    second = joined(live, tmp_path / "second", CaseId(case), "zhao")
    order = {"task_kind": "resurvey", "user": second.profile.user, "due_at": "2026-12-01 10:00"}
    address = f"/claims/{case}/review/order"
    assert reviewer.post(address, **order, reason=" ").status_code == 422
    assert reviewer.post(address, **(order | {"task_kind": "scene"}), reason="?").status_code == 422
    assert len(reviewer.read(case, Task)) == 1
    reviewer.post(address, **order, reason="The first photos show no plate")
    first, again = reviewer.read(case, Task)
    assert (first.task_kind, again.task_kind, again.owner) == ("scene", "resurvey", second.profile.user)
    assert "The first photos show no plate" in reviewer.page(f"/claims/{case}/journal")
    with live.centre.database.read() as session:
        facts = process_facts(session, case)
    assert [review_of(facts, task).state for task in facts.tasks] == [ReviewState.SUBMITTED, ReviewState.OPEN]
    with second.profile:
        second.fetch()
        assert second.pull().originals == 2, "the photo and the signed report of the first survey"
        with pytest.raises(ActBarred) as barred:
            review_acts.accept(live.centre, second.profile.user, case, first.id)
        assert "own_work" in str(barred.value.data["bars"]), "who surveys again does not review the first"


def test_a_case_is_handed_over_as_a_bag_that_says_where_it_went(
    live: EmbeddedCentre, reviewer: Clerk, case: str, surveyor: Colleague, tmp_path: Path
) -> None:
    assert reviewer.post(f"/claims/{case}/hand-over", to="平安", reason=" ").status_code == 422
    sent = reviewer.post(f"/claims/{case}/hand-over", to="平安财险上海", reason="双代")
    assert sent.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(sent.content)) as archive:
        archive.extractall(tmp_path / "there")
    (bag,) = (tmp_path / "there").iterdir()
    roots = [live.centre.authority.authority.certificate_der]
    findings = verify_bag_folder(bag, roots)
    assert [item for item in findings if item.level == "bad"] == []
    assert "平安财险上海" in (bag / "data" / "journal.jsonl").read_text(encoding="utf-8")
    assert (bag / "data" / "report.pdf").is_file()
    assert (bag / "data" / "receipt.json").is_file()
    (contact,) = reviewer.read(case, Contact)
    assert (contact.name, contact.summary) == ("平安财险上海", "双代")
    original = next((bag / "data" / "originals").iterdir())
    original.write_bytes(original.read_bytes() + b"x")
    assert [item for item in verify_bag_folder(bag, roots) if item.level == "bad"], "a changed original is found"
    with live.centre.database.write() as session:
        session.execute(blobs.update().where(blobs.c.case_id == case).values(state=UPLOADING))
    refused = reviewer.post(f"/claims/{case}/hand-over", to="平安财险上海", reason="双代")
    assert refused.headers["content-type"].startswith("text/html"), "half a case is handed to nobody"
    assert refused.status_code == 409
    assert reviewer.read(case, Contact) == [contact], "and nothing says that it was"
