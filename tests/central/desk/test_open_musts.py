"""Nothing that must be in a survey is accepted away in silence, whatever the laptop says that it checked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from surveyor_app.central.claims import changing, office, review_acts
from surveyor_app.central.claims.open_musts import unexplained
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.claim.reviews import Review
from surveyor_app.domain.journal.identifiers import CaseId
from surveyor_app.domain.wire_errors import ActBarred
from surveyor_app.operations.report import reporting
from tests.central.desk.clerks import Clerk, signed_in
from tests.central.desk.test_reviews import sign
from tests.integration.colleagues import Colleague, joined


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    return shared_centre


@pytest.fixture
def reviewer(live: EmbeddedCentre) -> Iterator[Clerk]:
    with signed_in(live, "verifier") as made:
        yield made


@pytest.fixture
def surveyor(live: EmbeddedCentre, tmp_path: Path) -> Iterator[Colleague]:
    """Has a claim of which much that must be known is not."""
    case = office.open_claim(live.centre, "li", {"report_no": "RD5"}, again_reason="another test")
    found = joined(live, tmp_path, CaseId(case))
    with found.profile:
        found.fetch()
        found.takes("front", b"\xff\xd8\xff\xe0 the front")
        yield found


def task_of(reviewer: Clerk, surveyor: Colleague) -> Task:
    (task,) = reviewer.read(surveyor.case_id, Task)
    return task


def test_what_the_laptop_gave_reasons_for_is_asked_of_nobody_again(
    live: EmbeddedCentre, reviewer: Clerk, surveyor: Colleague
) -> None:
    sign(surveyor)
    surveyor.deliver()
    task = task_of(reviewer, surveyor)
    with live.centre.database.read() as session:
        assert unexplained(session, surveyor.case_id, task) == []
    assert "nobody said why" not in reviewer.page(f"/claims/{surveyor.case_id}/review")
    assert reviewer.post(f"/claims/{surveyor.case_id}/tasks/{task.id}/accept").status_code == 200


def test_a_laptop_that_keeps_silent_about_what_is_missing_gets_nothing_accepted(
    live: EmbeddedCentre, reviewer: Clerk, surveyor: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A program that was changed: it signs and says of nothing that it is open.
    monkeypatch.setattr(reporting, "_reason", lambda *_: None)
    sign(surveyor)
    surveyor.deliver()
    case, task = surveyor.case_id, task_of(reviewer, surveyor)
    page = reviewer.page(f"/claims/{case}/review")
    assert "Must be there, is not, and nobody said why" in page
    assert "Enter the cause of loss" in page
    for silence in ("", "   "):
        refused = reviewer.post(f"/claims/{case}/tasks/{task.id}/accept", reason=silence)
        assert refused.status_code == 409
        assert "something that must be there is missing, and nobody said why" in refused.text
    with pytest.raises(ActBarred) as barred:
        review_acts.accept(live.centre, "verifier", case, task.id)
    assert barred.value.data == {"act": "accept_survey", "bars": "open_must"}
    assert reviewer.read(case, Review) == []
    reviewer.post(f"/claims/{case}/tasks/{task.id}/accept", reason="The cause is in the police report")
    (said,) = reviewer.read(case, Review)
    assert said.reason == "The cause is in the police report"


def test_what_is_explained_when_it_is_signed_anew_is_asked_of_nobody(
    live: EmbeddedCentre, reviewer: Clerk, surveyor: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as changed:
        changed.setattr(reporting, "_reason", lambda *_: None)
        sign(surveyor)
        surveyor.deliver()
    case, task = surveyor.case_id, task_of(reviewer, surveyor)
    with live.centre.database.read() as session:
        before = {finding.check.id for finding in unexplained(session, case, task)}
    reviewer.post(f"/claims/{case}/tasks/{task.id}/return", reason="Where was it?")
    surveyor.fetch()
    surveyor.takes("plate", b"\xff\xd8\xff\xe0 the plate")
    sign(surveyor)
    surveyor.deliver()
    with live.centre.database.read() as session:
        after = {finding.check.id for finding in unexplained(session, case, task)}
    assert "V02" in before
    assert after == set()


def test_the_work_list_follows_the_review(live: EmbeddedCentre, reviewer: Clerk, surveyor: Colleague) -> None:
    sign(surveyor)
    surveyor.deliver()
    case, task = surveyor.case_id, task_of(reviewer, surveyor)
    changing.change_claim(live.centre, "li", case, {"report_no": "RDW-1"}, "another")
    assert "Scene survey and investigation · Reviewer" in reviewer.page("/?stage=survey&waits_for=verifier&find=RDW-1")
    reviewer.post(f"/claims/{case}/tasks/{task.id}/return", reason="Where was it?")
    returned = reviewer.page("/?returned=1&stage=survey&waits_for=surveyor&find=RDW-1")
    assert "Scene survey and investigation (Returned)" in returned
    surveyor.fetch()
    surveyor.takes("plate", b"\xff\xd8\xff\xe0 the plate")
    sign(surveyor)
    surveyor.deliver()
    assert "(Resubmitted) · Reviewer" in reviewer.page("/?stage=survey&waits_for=verifier&find=RDW-1")
    assert "No claims." in reviewer.page("/?returned=1&find=RDW-1")
    reviewer.post(f"/claims/{case}/tasks/{task.id}/accept")
    assert "No claims." in reviewer.page("/?stage=survey&find=RDW-1")
    assert "RDW-1" in reviewer.page("/?find=RDW-1")
