"""One claim from the customer's report to the last paper, on either engine: acts of two people, and what is told after each."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from PIL import Image

from surveyor_app.central.claims import office, paper_acts
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.ownership import Role
from surveyor_app.records import reading
from tests.central.desk.test_claims import texts
from tests.integration.centres import OFFICE_PASSWORD


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def live(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EmbeddedCentre]:
    database = request.getfixturevalue("postgres_url") if request.param == "postgresql" else None
    with EmbeddedCentre(tmp_path, config=CentreConfig(tmp_path, database)) as embedded:
        office.create_user(embedded.centre, "li", "Li", Role.OFFICE, OFFICE_PASSWORD)
        yield embedded


def test_a_claim_from_the_report_to_the_last_paper(live: EmbeddedCentre) -> None:
    english = {"accept-language": "en"}
    with (
        httpx2.Client(base_url=live.url, follow_redirects=True, headers=english) as customer,
        httpx2.Client(base_url=live.url, follow_redirects=True, headers=english) as clerk,
    ):
        reported = customer.post(
            "/report", data={"reporter_phone": "13900001234", "plate_no": "沪A1", "loss_cause": "?"}
        )
        (case,) = re.findall(r"<b>([0-9a-f-]{36})</b>", reported.text)
        (page,) = re.findall(r'href="(/c/[\w-]+)"', reported.text)
        assert "Claim guide" in customer.post(page, data={"digits": "1234"}).text
        clerk.post("/sign-in", data={"user": "li", "password": OFFICE_PASSWORD})
        assert "待核实" in clerk.get(f"/claims/{case}/records/remark").text
        paper_acts.ask_for(live.centre, "li", case, ["claim_form", "policy"])
        clerk.post(f"/claims/{case}/one-time", data={"language": "en"})
        with live.centre.database.read() as session:
            papers = reading.list_records(session, case, Document)
        form = {"what": "link", "party": "reporter", "channel": "sms", "to": "", "language": "en"}
        shown = clerk.post(f"/claims/{case}/messages", data=form).text
        hidden = dict(re.findall(r'name="(\w+)" value="([^"]*)"', shown))
        assert "has left" in clerk.post(f"/claims/{case}/messages/send", data=hidden).text
        (left,) = (live.config.data_dir / "outgoing").glob("*.json")
        page = "/c/" + json.loads(left.read_bytes())["text"].rsplit("/", 1)[1]
        customer.post(page, data={"digits": "1234"})
        for paper in papers:
            picture = io.BytesIO()
            Image.new("RGB", (40, 30), "red").save(picture, "PNG")
            sent = customer.post(f"{page}/papers/{paper.id}", files={"file": (f"{paper.item}.png", picture.getvalue())})
            assert "It has arrived" in sent.text
            paper_acts.review(live.centre, "li", case, paper.id)
        assert "We have all the papers. Thank you." in texts(customer.get(page).text)
        customer.post(f"{page}/words", data={"kind": "complaint", "text": "It took long."})
        assert "It took long." in clerk.get(f"/claims/{case}/customer").text
        assert "One-time notice" in customer.get(page).text


def test_whoever_opened_the_claim_looks_after_it_not_the_centre(live: EmbeddedCentre) -> None:
    english = {"accept-language": "en"}
    with (
        httpx2.Client(base_url=live.url, follow_redirects=True, headers=english) as customer,
        httpx2.Client(base_url=live.url, follow_redirects=True, headers=english) as clerk,
    ):
        said = {"reporter_phone": "13900001234", "accident_at": "2026-11-20T13:50", "accident_place": "延安路"}
        reported = customer.post("/report", data=said | {"loss_cause": "collision", "policy_no": "P1"})
        (case,) = re.findall(r"<b>([0-9a-f-]{36})</b>", reported.text)
        (page,) = re.findall(r'href="(/c/[\w-]+)"', reported.text)
        clerk.post("/sign-in", data={"user": "li", "password": OFFICE_PASSWORD})
        clerk.post(f"/claims/{case}/open", data={"line_commercial": "1"})
        office.create_user(live.centre, "zhang", "Zhang")
        clerk.post(f"/claims/{case}/tasks", data={"user": "zhang", "task_kind": "scene", "due_at": ""})
        told = texts(customer.post(page, data={"digits": "1234"}).text)
        assert "Your claim is open. Li looks after it." in told, told
