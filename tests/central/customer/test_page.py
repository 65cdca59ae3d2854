"""The customer's page: who gets in, what it says, and that nothing of anybody else is ever on it."""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import select

from surveyor_app.central.claims import customer_links, office, paper_acts
from surveyor_app.central.claims.changing import change_claim
from surveyor_app.central.claims.customer_links import MOST_WRONG
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.storage.outgoing_config import OutgoingConfig
from surveyor_app.central.storage.schema import customer_links as links_table
from surveyor_app.central.storage.schema import customer_visits
from surveyor_app.domain.claim.contacts import Complaint, Contact
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.notices import ONE_TIME, Notice
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.fields import FieldType
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.kinds import KINDS, SPECS, encode_fields
from surveyor_app.domain.wire_errors import NotSignedIn
from surveyor_app.records import reading
from surveyor_app.sync.delivering import deliver
from tests.central.customer.customers import DIGITS, opened, phone, written
from tests.central.desk.test_claims import texts
from tests.central.desk.test_pages import of_the_code
from tests.integration.centres import OFFICE_PASSWORD, MakeLaptop
from tests.integration.laptop import patience
from tests.wording.third_language import MARKED, run_as

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)


class Clock:
    """The centre's clock, which stands until it is moved on."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Iterator[EmbeddedCentre]:
    folder = tmp_path_factory.mktemp("centre")
    config = CentreConfig(folder, now=clock, outgoing=OutgoingConfig(phone="400 123"))
    with EmbeddedCentre(folder, config=config) as embedded:
        yield embedded


def said(answer: httpx2.Response) -> str:
    return re.sub(r"\s+", " ", texts(answer.text))


# -------------------------------------------------------------------------------- who gets in


def test_the_page_opens_with_link_and_digits_and_not_with_either_alone(live: EmbeddedCentre) -> None:
    _, token = opened(live)
    with phone(live, token, "") as browser:
        asked = browser.get(f"/c/{token}")
        assert asked.status_code == 401
        assert "RD7" not in asked.text
        assert "李四" not in asked.text
        assert browser.post(f"/c/{token}", data={"digits": "8001"}).status_code == 401
        assert browser.post(f"/c/{token}", data={"digits": ""}).status_code == 401
        assert browser.get(f"/c/{token[:-1]}x").status_code == 404
        shown = browser.post(f"/c/{token}", data={"digits": f" {DIGITS} "})
        assert "RD7" in shown.text
        assert "RD7" in browser.get(f"/c/{token}").text
        browser.post(f"/c/{token}/leave")
        assert browser.get(f"/c/{token}").status_code == 401


def test_a_visit_of_one_claim_opens_no_other(live: EmbeddedCentre) -> None:
    _, mine = opened(live)
    _, other = opened(live, report_no="RD8")
    with phone(live, mine, "") as browser:
        answer = browser.post(f"/c/{mine}", data={"digits": DIGITS}, follow_redirects=False)
        cookie = answer.headers["set-cookie"]
        assert f"Path=/c/{mine}" in cookie
        assert "HttpOnly" in cookie
        assert "samesite=strict" in cookie.lower()
        value = cookie.split(";")[0]
    for path in (f"/c/{other}", "/", "/claims/new"):
        stranger = httpx2.get(live.url + path, headers={"cookie": value})
        assert "RD8" not in stranger.text
    # The customer's secret is no sign-in at the desk, whatever name it goes by.
    as_clerk = httpx2.get(live.url + "/people", headers={"cookie": "surveyor_desk=" + value.split("=")[1]})
    assert as_clerk.status_code == 401


def test_only_hashes_are_kept(live: EmbeddedCentre) -> None:
    case, token = opened(live)
    with phone(live, token) as browser:
        visit = browser.cookies["surveyor_customer"]
    with live.centre.database.read() as session:
        row = session.execute(select(links_table).where(links_table.c.case_id == case)).one()
        visits = session.execute(select(customer_visits)).all()
    assert hashlib.sha256(token.encode()).hexdigest() == row.token_hash
    kept = repr((row, visits))
    assert token not in kept
    assert visit not in kept


def test_too_many_wrong_digits_end_the_link_for_good(live: EmbeddedCentre, clock: Clock) -> None:
    _, token = opened(live)
    with phone(live, token, "") as browser:
        tries = 0
        for tries in range(100):
            answer = browser.post(f"/c/{token}", data={"digits": f"{tries:04}"})
            if answer.status_code == 404:
                break
            clock.at += timedelta(minutes=20)
        assert tries == MOST_WRONG
        assert browser.post(f"/c/{token}", data={"digits": DIGITS}).status_code == 404, "the right ones come too late"


def test_many_at_once_are_no_way_round_the_limit(live: EmbeddedCentre) -> None:
    _, token = opened(live)
    before = live.centre

    def tried(number: int) -> str:
        try:
            customer_links._require_digits(before, token, f"{number:04}", before.now())
        except NotSignedIn:
            return "wrong"
        except NotFound:
            return "ended"
        return "in"

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(tried, range(24)))
    assert found.count("wrong") == MOST_WRONG
    assert found.count("ended") == 24 - MOST_WRONG


def test_who_tries_often_waits(live: EmbeddedCentre) -> None:
    _, token = opened(live)
    with phone(live, token, "") as browser:
        statuses = [browser.post(f"/c/{token}", data={"digits": "1111"}).status_code for _ in range(7)]
    assert statuses[:5] == [401] * 5
    assert statuses[-1] == 429


def test_a_link_ends_by_itself_and_when_it_is_revoked(live: EmbeddedCentre, clock: Clock) -> None:
    case, token = opened(live)
    with phone(live, token) as browser:
        assert browser.get(f"/c/{token}").status_code == 200
        began = clock.at
        clock.at += timedelta(hours=1)
        assert browser.get(f"/c/{token}").status_code == 401, "a visit lasts an hour"
        clock.at = began + live.config.customer_link_life
        assert browser.get(f"/c/{token}").status_code == 404
        clock.at = began
        browser.post(f"/c/{token}", data={"digits": DIGITS})
        with live.centre.database.read() as session:
            (link,) = customer_links.links_of(session, case)
        customer_links.revoke(live.centre, "li", case, link.id)
        ended = browser.get(f"/c/{token}")
    assert ended.status_code == 404
    assert "400 123" in ended.text
    with live.centre.database.read() as session:
        notes = [line.fields for line in reading.numbered_history(session, case, 0, 100) if line.action is Action.NOTE]
    assert [note and note["customer_link"] for note in notes] == ["made", "revoked"]
    assert token not in repr(notes)


def test_whose_phone_is_unknown_gets_no_link(live: EmbeddedCentre) -> None:
    case, _ = opened(live)
    for party in ("reporter", "witness", ""):
        with pytest.raises(InputError):
            customer_links.make(live.centre, "li", case, party)


def test_forms_of_other_sites_are_refused(live: EmbeddedCentre) -> None:
    _, token = opened(live)
    with phone(live, token, "") as browser:
        headers = {"origin": "https://evil.example"}
        assert browser.post(f"/c/{token}", data={"digits": DIGITS}, headers=headers).status_code == 403


def test_the_secret_stays_out_of_the_log(live: EmbeddedCentre, caplog: pytest.LogCaptureFixture) -> None:
    _, token = opened(live)
    with phone(live, token) as browser, caplog.at_level(logging.DEBUG, "surveyor_app"):
        (Path(live.config.data_dir) / "unused").touch()
        for path in ("", "/notices/none", "/nothing/here"):
            browser.get(f"/c/{token}{path}")
    assert token not in caplog.text


# -------------------------------------------------------------------------------- what it says


def test_the_page_says_where_the_claim_stands_in_plain_words(live: EmbeddedCentre, make_laptop: MakeLaptop) -> None:
    case, token = opened(live)
    with phone(live, token) as browser:
        page = said(browser.get(f"/c/{token}"))
        assert "Still unclear: Accident time" in page
        assert "Next: we find somebody" in page
        happened = Instant(NOON, 480, Trust.CENTRE).to_json()
        change_claim(live.centre, "li", case, {"accident_at": happened, "claim_no": ["C1"]})
        make_laptop("zhou")
        office.assign(live.centre, "li", case, "zhou", due_at="2026-11-20T06:30:00.000000Z")
        paper_acts.ask_for(live.centre, "li", case, ["driving_permit", "loss_list"])
        page = said(browser.get(f"/c/{token}"))
        assert "We have your report." in page
        assert "phone 400 123" in page
        assert "Surveyor Zhou will contact you at 2026-11-20 14:30" in page
        assert "Vehicle driving permit" in page
        with live.centre.database.read() as session:
            papers = reading.list_records(session, case, Document)
        for paper in papers:
            paper_acts.receive(live.centre, "li", case, paper.id, form="copy", channel="counter", pages=1)
        assert "We are reading the papers" in said(browser.get(f"/c/{token}"))
        paper_acts.review(live.centre, "li", case, papers[0].id, defects=["unreadable"], defect_text="page 2")
        page = said(browser.get(f"/c/{token}"))
        assert "page 2" in page
        assert "We still need from you: " in page
        for paper in papers:
            paper_acts.review(live.centre, "li", case, paper.id)
        assert "We have all the papers. Thank you." in said(browser.get(f"/c/{token}"))
    with phone(live, token, language="zh-CN") as browser:
        assert "资料已收齐,谢谢。" in browser.get(f"/c/{token}").text


def test_notices_are_read_and_saved_byte_for_byte_by_whom_they_are_for(live: EmbeddedCentre) -> None:
    case, token = opened(live)
    wording = "一次性告知书\n请提供:<b>行驶证</b>\n"
    sha256 = hashlib.sha256(wording.encode()).hexdigest()
    issued = Instant(NOON, 480, Trust.CENTRE)
    common = {"kind": ONE_TIME, "wording": wording, "text_sha256": sha256, "issued_at": issued}
    mine = written(live, case, Notice.KIND, common | {"no": "N1", "addressee": "李四"})
    others = [
        written(live, case, Notice.KIND, common | {"no": "N2", "addressee": "王五"}),
        written(live, case, Notice.KIND, common | {"no": "N3", "issued_at": None}),
    ]
    with phone(live, token) as browser:
        page = browser.get(f"/c/{token}").text
        assert "N1" in page
        assert "N2" not in page
        assert "N3" not in page
        shown = browser.get(f"/c/{token}/notices/{mine}").text
        assert "<b>行驶证" not in shown
        saved = browser.get(f"/c/{token}/notices/{mine}/text")
        assert hashlib.sha256(saved.content).hexdigest() == sha256
        assert saved.headers["content-disposition"].startswith("attachment")
        for other in others:
            assert browser.get(f"/c/{token}/notices/{other}").status_code == 404
            assert browser.get(f"/c/{token}/notices/{other}/text").status_code == 404
    with phone(live, token, "") as browser:
        assert browser.get(f"/c/{token}/notices/{mine}").status_code == 401


def test_the_page_runs_no_script_and_takes_nothing_from_elsewhere(live: EmbeddedCentre) -> None:
    evil = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}"
    case, token = opened(live, insured_name=evil[:60])
    written(live, case, Document.KIND, {"title": evil, "state": "rejected", "defect_text": evil})
    with phone(live, token) as browser:
        answer = browser.get(f"/c/{token}")
    assert "<script" not in answer.text
    assert "<img" not in answer.text
    assert "49" not in texts(answer.text).split()
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert answer.headers["referrer-policy"] == "same-origin", "a browser says nobody else where its forms come from"
    assert answer.headers["cache-control"] == "no-store"


def test_each_word_comes_from_the_language_or_the_office(
    live: EmbeddedCentre, monkeypatch: pytest.MonkeyPatch, marked_program: Path
) -> None:
    case, token = opened(live, report_no="RD1")
    paper_acts.ask_for(live.centre, "li", case, ["claim_form"])
    issued = Instant(NOON, 480, Trust.CENTRE)
    notice = written(live, case, Notice.KIND, {"kind": ONE_TIME, "wording": "李四", "issued_at": issued})
    run_as(monkeypatch, marked_program)
    with phone(live, token, "", MARKED) as browser:
        shown = [browser.get(f"/c/{token}").text, browser.post(f"/c/{token}", data={"digits": "1"}).text]
        shown += [browser.post(f"/c/{token}", data={"digits": DIGITS}).text]
        shown += [browser.get(f"/c/{path}").text for path in (f"{token}/notices/{notice}", f"{token}/notices/x", "x")]
    assert "\n".join(words for page in shown for words in of_the_code(page)) == ""


# -------------------------------------------------------------------------------- what the customer says


def test_a_complaint_and_a_wish_to_be_called_are_seen_at_the_desk_and_answered(
    live: EmbeddedCentre, office_user: str
) -> None:
    case, token = opened(live)
    evil = "<script>alert(1)</script>\r\nnobody calls"
    written(live, case, Complaint.KIND, {"from_name": "王五", "channel": "phone", "text": "somebody else's"})
    with (
        phone(live, token) as browser,
        httpx2.Client(base_url=live.url, follow_redirects=True, headers={"accept-language": "en"}) as clerk,
    ):
        assert "will answer it here" in browser.post(f"/c/{token}/words", data={"kind": "complaint", "text": evil}).text
        assert "We will call you back" in browser.post(f"/c/{token}/words", data={"kind": "call_back"}).text
        for wrong in ({"kind": "complaint", "text": " "}, {"kind": "love"}, {"kind": "complaint", "text": "x" * 4001}):
            assert browser.post(f"/c/{token}/words", data=wrong).status_code == 422
        clerk.post("/sign-in", data={"user": office_user, "password": OFFICE_PASSWORD})
        desk = clerk.get(f"/claims/{case}/customer").text
        assert "nobody calls" in desk
        assert "Call back" in desk
        assert "<script" not in desk
        with live.centre.database.read() as session:
            complaint = next(item for item in reading.list_records(session, case, Complaint) if item.channel == "link")
            (contact,) = reading.list_records(session, case, Contact)
        assert (complaint.from_name, complaint.state, complaint.is_open) == ("李四", "open", True)
        assert (contact.direction, contact.name) == ("in", "李四")
        path = f"/claims/{case}/complaints/{complaint.id}/answer"
        assert clerk.post(path, data={"answer": " "}).status_code == 422
        clerk.post(path, data={"answer": "We are sorry & call today."})
        page = browser.get(f"/c/{token}").text
        assert "We are sorry &amp; call today." in page
        assert "somebody else&#39;s" not in page
        assert "<script" not in page
        assert [browser.post(f"/c/{token}/words", data={"kind": "call_back"}).status_code for _ in range(12)][-1] == 429


# -------------------------------------------------------------------------------- nothing of others


SHOWN = {
    ("claim", "report_no"),
    ("document", "title"),
    ("task", "owner_name"),
}
"""Fields of which the customer reads the words: their number, what a paper is called, and which surveyor comes."""


def marked(kind: str) -> dict[str, object]:
    """A value in every field of a kind that can hold words, each with a mark that tells where it stood."""
    fields: dict[str, object] = {}
    for spec in SPECS[kind]:
        mark = f"MARK-{kind}-{spec.name}-END"
        if spec.type is FieldType.TEXT and (spec.max_length or 99) >= 4:
            fields[spec.name] = mark[: spec.max_length or 99]
        elif spec.type is FieldType.MULTI:
            fields[spec.name] = (mark,)
        elif spec.type is FieldType.INSTANT:
            fields[spec.name] = Instant(NOON, 480, Trust.CENTRE)
    return fields


def test_of_all_that_a_case_holds_only_the_customers_own_is_shown(
    live: EmbeddedCentre, make_laptop: MakeLaptop, office_user: str
) -> None:
    case, token = opened(live)
    with live.centre.database.read() as session:
        claim = reading.ids(session, case, KINDS["claim"])[0]
    numbers = {"insured_phone": "13800138000", "insured_name": "MARK-claim-insured_name-END"}
    laptop = make_laptop("marker", case)
    task = office.assign(live.centre, "li", case, "marker")
    with live.centre.database.write() as session:
        said_of = {"claim": marked("claim") | numbers, "task": marked("task") | {"owner": "marker"}}
        steps = [
            Step(Action.CHANGE, "claim", claim, encode_fields("claim", said_of["claim"])),
            Step(Action.CHANGE, "task", task, encode_fields("task", said_of["task"])),
        ]
        write_entries(session, case, steps, "li", live.centre.now())
    for kind in ("document", "notice", "policy", "cover", "enquiry", "contact", "complaint", "remark"):
        for state in ("requested", "rejected", "received"):
            fields = marked(kind)
            fields |= {"state": state, "subject_uid": new_record_id()} if kind == "document" else {}
            written(live, case, kind, fields)
    with laptop.client(live.url) as client:
        for kind in sorted(KINDS.keys() - {"claim", "task", "document", "policy", "cover", "review", "sample"}):
            fields = marked(kind)
            if "sha256" in fields:
                fields["sha256"] = None
            laptop.write(Step(Action.CREATE, kind, new_record_id(), encode_fields(kind, fields)))
        deliver(laptop, client, laptop.verify, patience=patience())
    with phone(live, token) as browser:
        page = browser.get(f"/c/{token}").text
    at_desk = ""
    with httpx2.Client(base_url=live.url, follow_redirects=True) as clerk:
        clerk.post("/sign-in", data={"user": office_user, "password": OFFICE_PASSWORD})
        for kind in ("claim", "person", "vehicle", "statement"):
            at_desk += clerk.get(f"/claims/{case}/records/{kind}").text
    assert len(set(re.findall(r"MARK-\w+-\w+", at_desk))) > 20, "the marks did arrive"
    seen = {tuple(found.split("-")[1:3]) for found in re.findall(r"MARK-\w+-\w+", page)}
    assert seen <= SHOWN
    assert ("claim", "report_no") in seen
    assert "MARK" not in re.sub(r"MARK-\w+-\w+(-END)?", "", page), "no mark was cut"
