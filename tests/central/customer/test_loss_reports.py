"""Losses reported by customers and other programs: marked where unclear, taken once, and no way to flood or to look in."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import httpx2
import pytest

from surveyor_app.central.claims import report_limits
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.claim.remarks import Remark
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.journal.identifiers import new_case_id
from surveyor_app.domain.kinds import R
from surveyor_app.records import reading
from tests.central.customer.customers import opened, phone
from tests.central.desk.test_claims import texts
from tests.central.desk.test_pages import of_the_code
from tests.integration.centres import OFFICE_PASSWORD
from tests.wording.third_language import MARKED, run_as

REPORT = {
    "reporter_name": "王五",
    "reporter_phone": "139 1234 5678",
    "plate_no": "沪B99999",
    "accident_at": "2026-11-20T14:03",
    "accident_place": "延安路",
    "loss_cause": "collision",
    "reported_course": "追尾",
}


@pytest.fixture
def live(shared_centre: EmbeddedCentre, monkeypatch: pytest.MonkeyPatch) -> EmbeddedCentre:
    monkeypatch.setattr(report_limits, "MOST_OF_ADDRESS", 1000)
    return shared_centre


def sent(live: EmbeddedCentre, language: str = "en", **fields: str) -> httpx2.Response:
    headers = {"accept-language": language}
    return httpx2.post(f"{live.url}/report", data=REPORT | {"case": new_case_id()} | fields, headers=headers)


def case_of(answer: httpx2.Response) -> str:
    found = re.search(r"<b>([0-9a-f-]{36})</b>", answer.text)
    assert found is not None, answer.text
    return found[1]


def read(live: EmbeddedCentre, case: str, kind: type[R]) -> list[R]:
    with live.centre.database.read() as session:
        return reading.list_records(session, case, kind)


def test_a_report_becomes_a_claim_with_its_guidance_and_a_page_to_follow_it(
    live: EmbeddedCentre, office_user: str
) -> None:
    answer = sent(live)
    assert answer.status_code == 200
    case = case_of(answer)
    (claim,) = read(live, case, Claim)
    assert (claim.reporter_name, claim.loss_cause, claim.plate_no) == ("王五", "collision", "沪B99999")
    assert claim.accident_at is not None
    assert claim.accident_at.local.isoformat() == "2026-11-20T14:03:00+08:00"
    assert claim.reported_at is not None
    assert claim.report_no is None, "the office gives the number"
    (notice,) = read(live, case, Notice)
    wording = notice.wording or ""
    assert notice.kind == "guidance"
    assert notice.text_sha256 == hashlib.sha256(wording.encode()).hexdigest()
    assert notice.delivered_at is not None
    for part in ("Please protect the scene", "Vehicle driving permit", "Scene survey", "30 days", "call the police"):
        assert part in wording
        assert part in texts(answer.text)
    assert not re.search(r"covered|we will pay|赔付您", wording), "no opinion on cover, no promise"
    (token,) = re.findall(r'href="/c/([\w-]+)"', answer.text)
    with phone(live, token, "5678") as browser:
        page = browser.get(f"/c/{token}").text
        assert "We have your report." in page
        assert "Claim guide" in page
    with httpx2.Client(base_url=live.url, follow_redirects=True) as clerk:
        clerk.post("/sign-in", data={"user": office_user, "password": OFFICE_PASSWORD})
        assert case in clerk.get("/").text
        assert "沪B99999" in clerk.get(f"/claims/{case}").text


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("loss_cause", "aliens"),
        ("accident_at", "yesterday evening"),
        ("plate_no", "沪" * 11),
        ("accident_at", "9999-99-99"),
    ],
)
def test_what_is_unclear_is_marked_and_not_refused(live: EmbeddedCentre, field: str, said: str) -> None:
    answer = sent(live, **{field: said})
    assert answer.status_code == 200
    assert "These we will ask you about" in answer.text
    case = case_of(answer)
    (claim,) = read(live, case, Claim)
    assert getattr(claim, field) is None, "what fits nothing is not made up"
    assert any(said in (mark.text or "") and mark.to_role == "intake" for mark in read(live, case, Remark))


def test_a_loss_that_was_perhaps_reported_before_is_marked_and_told_to_nobody_outside(live: EmbeddedCentre) -> None:
    opened(live, report_no="RD-FIRST", plate_no="沪C 12345")
    answer = sent(live, plate_no="沪c12345", reporter_phone="13700001111")
    assert "RD-FIRST" not in answer.text
    marks = read(live, case_of(answer), Remark)
    assert any("RD-FIRST" in (mark.text or "") for mark in marks)
    fresh = sent(live, plate_no="沪D55555", reporter_phone="13700002222")
    assert read(live, case_of(fresh), Remark) == []


def test_the_same_form_twice_is_one_claim_and_tells_nothing_of_it(live: EmbeddedCentre) -> None:
    case = new_case_id()
    first = sent(live, case=case, reporter_phone="13700003333")
    assert "/c/" in first.text
    again = sent(live, case=case, reporter_name="somebody else", reporter_phone="13700004444")
    assert again.status_code == 200
    assert "/c/" not in again.text
    assert "Claim guide" not in again.text
    assert [claim.reporter_name for claim in read(live, case, Claim)] == ["王五"]
    assert len(read(live, case, Notice)) == 1
    foreign, _ = opened(live)
    before = read(live, foreign, Claim)
    intruding = sent(live, case=foreign, reporter_phone="13700005555")
    assert "李四" not in intruding.text
    assert "/c/" not in intruding.text
    assert read(live, foreign, Claim) == before
    assert read(live, foreign, Notice) == []


@pytest.mark.parametrize("number", ["", "12345", "call me", "１２３"])
def test_whom_nobody_could_call_is_asked_for_a_number_and_loses_nothing(live: EmbeddedCentre, number: str) -> None:
    answer = sent(live, reporter_phone=number)
    assert answer.status_code == 422
    assert "追尾" in answer.text
    assert 'role="alert"' in answer.text


def test_html_stays_text(live: EmbeddedCentre) -> None:
    evil = "\"'><script>alert(1)</script>{{7*7}}"
    for fields in ({"reporter_name": evil}, {"reporter_phone": evil}, {"loss_cause": evil}, {"case": evil}):
        answer = sent(live, **fields)
        assert answer.status_code < 500
        assert "<script" not in answer.text
        assert "49" not in texts(answer.text).split()


def test_another_program_reports_by_json(live: EmbeddedCentre) -> None:
    case = new_case_id()
    message = {"fields": REPORT | {"loss_cause": "aliens"}, "case": case, "language": "en"}
    answer = httpx2.post(f"{live.url}/v1/reports", json=message).json()
    assert answer["case"] == case
    assert answer["unclear"] == ["loss_cause"]
    assert "Please protect the scene" in answer["guidance"]
    assert answer["page"].startswith("/c/")
    again = httpx2.post(f"{live.url}/v1/reports", json=message).json()
    assert again == {"case": case, "unclear": [], "guidance": None, "page": None}
    wrongs: tuple[object, ...] = (
        {"fields": {"claim_no": "C1", **REPORT}},
        {"fields": REPORT, "case": "x"},
        {"fields": {"a": 1}},
        [],
    )
    for wrong in wrongs:
        assert httpx2.post(f"{live.url}/v1/reports", json=wrong).status_code in {400, 422}
    zoned = {"fields": REPORT | {"reporter_phone": "13700006666"}, "offset_min": 10**9}
    assert httpx2.post(f"{live.url}/v1/reports", json=zoned).json()["unclear"] == ["accident_at"]


def test_a_flood_is_stopped_for_its_address_and_for_all(live: EmbeddedCentre, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_limits, "LOSS_REPORT", "another hour")
    monkeypatch.setattr(report_limits, "MOST_OF_ADDRESS", 3)
    statuses = [sent(live, reporter_phone="1").status_code for _ in range(6)]
    assert statuses == [422] * 3 + [429] * 3
    stopped = sent(live)
    assert "追尾" in stopped.text, "what was typed is still there"
    monkeypatch.setattr(report_limits, "LOSS_REPORT", "a third hour")
    monkeypatch.setattr(report_limits, "MOST_OF_ALL", 2)
    flood = [httpx2.post(f"{live.url}/v1/reports", json={"fields": {}}).status_code for _ in range(4)]
    assert flood == [422, 422, 429, 429]


def test_forms_of_other_sites_report_nothing(live: EmbeddedCentre) -> None:
    headers = {"origin": "https://evil.example"}
    assert httpx2.post(f"{live.url}/report", data=REPORT, headers=headers).status_code == 403


def test_each_word_comes_from_the_language_or_the_customer(
    live: EmbeddedCentre, monkeypatch: pytest.MonkeyPatch, marked_program: Path
) -> None:
    run_as(monkeypatch, marked_program)
    blank = dict.fromkeys(REPORT, "")
    shown = [
        httpx2.get(f"{live.url}/report", headers={"accept-language": MARKED}).text,
        sent(live, MARKED, **blank).text,
        sent(
            live, MARKED, **blank | {"reporter_name": "李四", "reporter_phone": "13700007777", "loss_cause": "?"}
        ).text,
    ]
    assert "\n".join(words for page in shown for words in of_the_code(page)) == ""
