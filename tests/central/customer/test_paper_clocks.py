"""The time limit of the decision at the desk: paused while papers are awaited, and going on with that time deducted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest

from surveyor_app.central.claims import office, paper_acts
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.notices import ONE_TIME, Notice
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.records import reading
from tests.central.desk.test_claims import texts
from tests.integration.centres import OFFICE_PASSWORD


class Days:
    """The centre's clock, which goes on by whole days."""

    def __init__(self) -> None:
        self.day = 0

    def __call__(self) -> datetime:
        return datetime(2026, 3, 1, 4, 0, tzinfo=UTC) + timedelta(days=self.day)


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def live(tmp_path: Path, days: Days) -> Iterator[EmbeddedCentre]:
    with EmbeddedCentre(tmp_path, config=CentreConfig(tmp_path, now=days)) as embedded:
        yield embedded


def test_the_decision_waits_for_the_papers_and_the_wait_is_deducted(
    live: EmbeddedCentre, office_user: str, days: Days
) -> None:
    centre = live.centre
    case = office.open_claim(centre, office_user, {"report_no": "C1"})
    paper_acts.ask_for(centre, office_user, case, ["claim_form", "policy", "loss_list"])
    with centre.database.read() as session:
        ids = {paper.item: paper.id for paper in reading.list_records(session, case, Document)}

    def receive(item: str) -> None:
        paper_acts.receive(centre, office_user, case, ids[item], form="original", channel="counter", pages=1)

    def clocks() -> str:
        with httpx2.Client(base_url=live.url, follow_redirects=True, headers={"accept-language": "en"}) as browser:
            browser.post("/sign-in", data={"user": office_user, "password": OFFICE_PASSWORD})
            page = texts(browser.get(f"/claims/{case}").text)
        found = re.search(r"Decision on the claim.*?(?=Pay the certain part|$)", re.sub(r"\s+", " ", page))
        return found[0] if found else ""

    receive("claim_form")
    assert clocks() == "", "the claim alone starts nothing"
    receive("policy")
    assert "2026-03-31 12:00" in clocks()
    days.day = 4
    fields = {"kind": ONE_TIME, "items": (ids["loss_list"],), "delivered_at": Instant(days(), 0, Trust.CENTRE)}
    with centre.database.write() as session:
        step = Step(Action.CREATE, Notice.KIND, new_record_id(), encode_fields(Notice.KIND, fields))
        write_entries(session, case, [step], office_user, days())
    assert "paused, papers are awaited, since 2026-03-05" in clocks()
    days.day = 11
    receive("loss_list")
    assert "2026-04-07 12:00" in clocks()
    assert "days of waiting for papers deducted: 7" in clocks()
    days.day = 20
    paper_acts.review(centre, office_user, case, ids["claim_form"], defects=["no_seal"])
    receive("claim_form")
    assert "2026-04-07 12:00" in clocks(), "a copy handed in again moves no start"
