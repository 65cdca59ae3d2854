"""A clerk at the desk: claims opened and changed, tasks, proposals and papers, what was found; and who attacks a clerk there."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

import httpx2
import pytest

from surveyor_app.central.claims import changing, office
from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.desk.pictures import shown_type
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.claim.proposals import Proposal, value_text_of
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.fields import spec_of
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.kinds import R, encode_fields
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.wire_errors import DeviceRevoked
from surveyor_app.records import reading
from surveyor_app.sync.delivering import deliver
from tests.integration.centres import OFFICE_PASSWORD, MakeLaptop
from tests.integration.laptop import Laptop, patience

JPEG = b"\xff\xd8\xff\xe0" + b"a picture as far as anybody looks"
REPORT = {"report_no": "RD2026", "insured_name": "李四", "loss_cause": "collision", "accident_place": "延安路"}


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    return shared_centre


@dataclass
class Desk:
    """A clerk's browser, signed in, and the centre behind it."""

    live: EmbeddedCentre
    browser: httpx2.Client

    def open(self, number: str, **fields: str) -> str:
        """Open a claim by the form, and return its case id."""
        answer = self.browser.post("/claims/new", data=REPORT | {"report_no": number} | fields)
        assert answer.status_code == 200, answer.text
        return str(answer.url).rsplit("/", 1)[1]

    def read(self, case: str, kind: type[R]) -> list[R]:
        with self.live.centre.database.read() as session:
            return reading.list_records(session, case, kind)

    def post(self, path: str, **form: str) -> httpx2.Response:
        return self.browser.post(path, data=form)


@pytest.fixture
def desk(live: EmbeddedCentre, office_user: str) -> Iterator[Desk]:
    with httpx2.Client(base_url=live.url, follow_redirects=True, headers={"accept-language": "en"}) as browser:
        browser.post("/sign-in", data={"user": office_user, "password": OFFICE_PASSWORD})
        yield Desk(live, browser)


@pytest.fixture
def number() -> str:
    return new_record_id()[-12:]


def texts(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", page))


# -------------------------------------------------------------------------------- opened and changed


def test_a_claim_is_opened_with_what_is_known(desk: Desk, number: str) -> None:
    case = desk.open(number, accident_at="2026-11-20 14:03", deductible="500.00")
    (claim,) = desk.read(case, Claim)
    assert (claim.report_no, claim.insured_name, claim.loss_cause) == (number, "李四", "collision")
    assert claim.accident_at is not None
    assert claim.accident_at.local.isoformat() == "2026-11-20T14:03:00+08:00"
    assert claim.reported_at is not None
    assert claim.plate_no is None, "what is not known is not made up"
    page = texts(desk.browser.get(f"/claims/{case}").text)
    assert number in page
    assert "Collision" in page
    assert "Waiting" in page
    assert number in desk.browser.get("/", params={"find": number}).text


def test_clocks_run_from_what_is_known_and_say_what_is_overdue(desk: Desk, number: str) -> None:
    case = desk.open(number, accident_at="2026-03-01 10:00", reported_at="2026-03-05 10:00")
    page = re.sub(r"\s+", " ", texts(desk.browser.get(f"/claims/{case}").text))
    assert "overdue" in page
    assert "Notice of loss by the insured" in page
    assert "2026-03-03 10:00" in page, "48 hours from the accident"
    assert "overdue" not in desk.browser.get(f"/claims/{desk.open(number + 'b')}").text


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"loss_cause": "aliens"}, "Cause of loss"),
        ({"accident_at": "yesterday"}, "Accident time"),
        ({"deductible": "much"}, "Deductible"),
        ({"insured_name": "李" * 61}, "Insured"),
    ],
)
def test_what_does_not_fit_is_said_beside_its_field_and_nothing_typed_is_lost(
    desk: Desk, number: str, fields: dict[str, str], label: str
) -> None:
    before = len(office.list_claims(desk.live.centre))
    answer = desk.browser.post("/claims/new", data=REPORT | {"report_no": number, "plate_no": "沪A12345"} | fields)
    assert answer.status_code == 422
    assert answer.text.count('class="wrong"') == 1
    assert 'value="沪A12345"' in answer.text
    said = re.search(r"<label[^>]*>([^<]*)<br>(?:(?!</label>).)*class=\"wrong\"", answer.text, re.DOTALL)
    assert said is not None
    assert said[1].startswith(label)
    assert len(office.list_claims(desk.live.centre)) == before


def test_a_second_claim_of_a_report_number_wants_a_reason(desk: Desk, number: str) -> None:
    first = desk.open(number)
    refused = desk.browser.post("/claims/new", data=REPORT | {"report_no": f" {number} "})
    assert refused.status_code == 409
    assert f'href="/claims/{first}"' in refused.text
    blank = desk.browser.post("/claims/new", data=REPORT | {"report_no": number, "again_reason": "  "})
    assert blank.status_code == 409
    second = desk.open(number, again_reason="two accidents, one call")
    assert second != first
    assert "two accidents, one call" in desk.browser.get(f"/claims/{second}/journal").text


def test_a_change_writes_what_differs_with_its_reason(desk: Desk, number: str) -> None:
    case = desk.open(number, accident_at="2026-11-20 14:03")
    (before,) = desk.read(case, Claim)
    form = dict(re.findall(r'name="(\w+)" value="([^"]*)"', desk.browser.get(f"/claims/{case}/edit").text))
    form = {name: html.unescape(value) for name, value in form.items()}
    assert form["report_no"] == number
    answer = desk.post(f"/claims/{case}/edit", **form | {"insured_name": "王五", "reason": "misheard"})
    assert answer.status_code == 200
    (after,) = desk.read(case, Claim)
    assert after.insured_name == "王五"
    assert after.accident_at == before.accident_at
    assert after.reported_at == before.reported_at, "nobody touched it: how its clock was known stays"
    with desk.live.centre.database.read() as session:
        last = reading.numbered_history(session, case, 0, 100)[-1]
    assert (last.fields, last.reason) == ({"insured_name": "王五"}, "misheard")
    assert (
        desk.post(f"/claims/{case}/edit", **form | {"insured_name": "王五", "loss_cause": "aliens"}).status_code == 422
    )


# -------------------------------------------------------------------------------- tasks, proposals, papers


def test_tasks_are_given_given_on_and_taken_back_with_a_reason(
    desk: Desk, number: str, make_laptop: MakeLaptop
) -> None:
    make_laptop("zhang")
    make_laptop("wang")
    case = desk.open(number)
    assert desk.post(f"/claims/{case}/tasks", user="zhang", task_kind="picnic").status_code == 422
    desk.post(f"/claims/{case}/tasks", user="zhang", task_kind="scene", due_at="2026-11-21 09:00")
    (task,) = desk.read(case, Task)
    assert (task.owner, task.task_kind) == ("zhang", "scene")
    assert task.due_at is not None
    assert task.due_at.utc.isoformat() == "2026-11-21T01:00:00+00:00"
    assert desk.post(f"/claims/{case}/tasks/{task.id}/reassign", user="wang", reason=" ").status_code == 422
    desk.post(f"/claims/{case}/tasks/{task.id}/reassign", user="wang", reason="ill")
    old, new = desk.read(case, Task)
    assert (old.task_status, new.owner) == ("reassigned", "wang")
    assert "Field surveyor · Wang" in texts(desk.browser.get(f"/claims/{case}").text)
    desk.post(f"/claims/{case}/tasks/{new.id}/recall", reason="settled")
    assert {item.task_status for item in desk.read(case, Task)} == {"reassigned", "cancelled"}
    assert "settled" in desk.browser.get(f"/claims/{case}/journal").text


def proposed(desk: Desk, case: str, laptop: Laptop, field: str, value: object) -> str:
    """Have a surveyor propose a value for the claim, and return the proposal's id."""
    (claim,) = desk.read(case, Claim)
    made = new_record_id()
    said = value_text_of(spec_of(Claim, field), value) if not isinstance(value, bytes) else value.decode()
    fields = {"target_kind": "claim", "target_uid": claim.id, "target_field": field, "value": said, "reason": "seen"}
    with laptop.client(desk.live.url) as client:
        laptop.write(Step(Action.CREATE, Proposal.KIND, made, encode_fields(Proposal.KIND, fields)))
        deliver(laptop, client, laptop.verify, patience=patience())
    return made


def on_the_spot(desk: Desk, case: str, make_laptop: MakeLaptop, user: str) -> Laptop:
    laptop = make_laptop(user, case)
    desk.post(f"/claims/{case}/tasks", user=user, task_kind="scene")
    return laptop


def test_a_record_names_the_person_it_is_about(desk: Desk, number: str, make_laptop: MakeLaptop) -> None:
    case = desk.open(number)
    laptop = on_the_spot(desk, case, make_laptop, "wu")
    person, car, statement = new_record_id(), new_record_id(), new_record_id()
    with laptop.client(desk.live.url) as client:
        laptop.write(
            Step(Action.CREATE, "person", person, encode_fields("person", {"name": "李国强"})),
            Step(Action.CREATE, "vehicle", car, encode_fields("vehicle", {"plate_no": "沪A9", "driver_uid": person})),
            Step(Action.CREATE, "statement", statement, encode_fields("statement", {"subject_uid": person})),
        )
        deliver(laptop, client, laptop.verify, patience=patience())
    for path in ("statement", f"statement/{statement}", "vehicle", f"vehicle/{car}"):
        page = texts(desk.browser.get(f"/claims/{case}/records/{path}").text)
        assert "李国强" in page, path
        assert person not in page, "an id says nothing to a reader"


def test_a_proposal_is_accepted_or_refused_once(desk: Desk, number: str, make_laptop: MakeLaptop) -> None:
    case = desk.open(number, plate_no="沪A12345")
    laptop = on_the_spot(desk, case, make_laptop, "liu")
    good = proposed(desk, case, laptop, "plate_no", "沪A54321")
    bad = proposed(desk, case, laptop, "insured_name", "somebody else")
    page = texts(desk.browser.get(f"/claims/{case}").text)
    assert "沪A12345" in page
    assert "沪A54321" in page
    assert desk.post(f"/claims/{case}/proposals/{bad}", decision="refuse", reason=" ").status_code == 422
    desk.post(f"/claims/{case}/proposals/{bad}", decision="refuse", reason="the policy says otherwise")
    desk.post(f"/claims/{case}/proposals/{good}", decision="accept")
    (claim,) = desk.read(case, Claim)
    assert (claim.plate_no, claim.insured_name) == ("沪A54321", "李四")
    assert {item.id: item.state for item in desk.read(case, Proposal)} == {good: "accepted", bad: "refused"}
    assert desk.post(f"/claims/{case}/proposals/{good}", decision="refuse", reason="no").status_code == 422
    assert desk.post(f"/claims/{case}/proposals/{bad}", decision="maybe").status_code == 422


@pytest.mark.parametrize(
    ("field", "value"), [("loss_cause", b'"aliens"'), ("deductible", b'"much"'), ("plate_no", b"{")]
)
def test_a_proposal_that_does_not_fit_is_shown_and_not_accepted(
    desk: Desk, number: str, make_laptop: MakeLaptop, field: str, value: bytes
) -> None:
    case = desk.open(number)
    laptop = on_the_spot(desk, case, make_laptop, "sun")
    made = proposed(desk, case, laptop, field, value)
    assert desk.browser.get(f"/claims/{case}").status_code == 200
    (before,) = desk.read(case, Claim)
    assert desk.post(f"/claims/{case}/proposals/{made}", decision="accept").status_code == 422
    assert desk.read(case, Claim) == [before]


def test_a_paper_that_nobody_asked_for_is_received_once(desk: Desk, number: str) -> None:
    case = desk.open(number)
    unasked = f"/claims/{case}/papers/unasked"
    for wrong in ({"item": "nonsense"}, {"item": "claim_form", "form": "stone"}, {"item": "claim_form", "pages": "0"}):
        assert desk.post(unasked, **{"form": "copy", "channel": "post", **wrong}).status_code == 422, wrong
    assert desk.read(case, Document) == []
    assert desk.post(unasked, item="claim_form", form="original", channel="post", pages="2").status_code == 200
    assert desk.post(unasked, item="claim_form", form="original", channel="post").status_code == 422
    (paper,) = desk.read(case, Document)
    assert (paper.item, paper.state, paper.form, paper.pages) == ("claim_form", "received", "original", 2)
    assert paper.received_at is not None
    assert '<option value="claim_form">' not in desk.browser.get(f"/claims/{case}").text


def test_papers_are_asked_for_received_and_reviewed(desk: Desk, number: str) -> None:
    case = desk.open(number)
    barred = desk.post(f"/claims/{case}/papers/ask")
    assert (barred.status_code, "the claim has no number yet" in barred.text) == (409, True)
    assert f'action="/claims/{case}/papers/ask"' not in desk.browser.get(f"/claims/{case}").text
    assert desk.read(case, Document) == []
    changing.change_claim(desk.live.centre, "li", case, {"claim_no": ["CL1"]})
    assert desk.post(f"/claims/{case}/papers/ask").status_code == 200
    asked = desk.read(case, Document)
    assert len(asked) > 3
    assert {paper.state for paper in asked} == {"requested"}
    desk.post(f"/claims/{case}/papers/ask")
    assert len(desk.read(case, Document)) == len(asked), "asking twice asks once"
    first, second, third = (f"/claims/{case}/papers/{paper.id}" for paper in asked[:3])
    assert desk.post(f"{first}/review", defect="no_seal").status_code == 422, "not received yet"
    assert desk.post(f"{first}/receive", form="stone", channel="counter").status_code == 422
    assert desk.post(f"{first}/receive", form="copy", channel="counter", pages="0").status_code == 422
    for path in (first, second):
        desk.post(f"{path}/receive", form="original", channel="counter", pages="2")
    desk.post(f"{first}/review", defect="no_seal", defect_text="page 2")
    desk.post(f"{second}/review", authentic="yes", lawful="yes", relevant="yes")
    assert desk.post(f"{third}/waive", reason="").status_code == 422
    desk.post(f"{third}/waive", reason="known to us")
    papers = {paper.id: paper for paper in desk.read(case, Document)}
    states = [papers[paper.id].state for paper in asked[:3]]
    assert states == ["rejected", "received", "not_applicable"]
    assert papers[asked[0].id].is_lacking
    page = texts(desk.browser.get(f"/claims/{case}").text)
    assert "page 2" in page
    assert "Collecting and reviewing papers Waiting" in re.sub(r"\s+", " ", page)
    desk.post(f"{first}/receive", form="original", channel="post")
    again = {paper.id: paper for paper in desk.read(case, Document)}[asked[0].id]
    assert (again.state, again.defects, again.defect_text) == ("received", (), None)


# -------------------------------------------------------------------------------- what was found


def test_what_was_found_is_seen_and_saved(desk: Desk, number: str, make_laptop: MakeLaptop) -> None:
    case = desk.open(number)
    laptop = on_the_spot(desk, case, make_laptop, "zhao")
    photo = laptop.add_evidence(JPEG, preview=JPEG + b" small")
    script = laptop.add_evidence(b"<html><script>alert(1)</script>")
    with laptop.client(desk.live.url) as client:
        deliver(laptop, client, laptop.verify, patience=patience())
    grid = desk.browser.get(f"/claims/{case}/photos").text
    (preview,) = re.findall(rf'src="(/claims/{case}/blobs/[0-9a-f]+)"', grid)
    shown = desk.browser.get(preview)
    assert (shown.content, shown.headers["content-type"]) == (JPEG + b" small", "image/jpeg")
    ones = re.findall(rf'href="(/claims/{case}/photos/[0-9a-f-]+)"', grid)
    assert len(ones) == 2
    for one in ones:
        assert desk.browser.get(one).status_code == 200
    saved = desk.browser.get(f"/claims/{case}/blobs/{photo}", params={"save": "1"})
    assert saved.content == JPEG
    assert saved.headers["content-disposition"].startswith("attachment")
    part = desk.browser.get(f"/claims/{case}/blobs/{photo}", headers={"range": "bytes=4-7"})
    assert (part.status_code, part.content) == (206, JPEG[4:8])
    hostile = desk.browser.get(f"/claims/{case}/blobs/{script}")
    assert hostile.headers["content-type"] == "application/octet-stream"
    assert hostile.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in hostile.headers["content-security-policy"]
    assert desk.browser.get(f"/claims/{case}/reports/{photo}").status_code == 404, "it is no report"
    assert "Evidence" in texts(desk.browser.get(f"/claims/{case}").text)
    assert desk.browser.get(f"/claims/{case}/records/evidence").status_code == 200
    assert desk.browser.get(f"/claims/{case}/records/nothing").status_code == 404


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "audio/wav"),
        (b"RIFF\x00\x00\x00\x00AVI LIST", "application/octet-stream"),
        (b"\x00\x00\x00\x18ftypisom", "video/mp4"),
        (b"<svg xmlns=", "application/octet-stream"),
        (b"%PDF-1.7", "application/octet-stream"),
        (b"", "application/octet-stream"),
    ],
)
def test_only_pictures_video_and_sound_are_shown_in_place(head: bytes, media_type: str) -> None:
    assert shown_type(head) == media_type


# -------------------------------------------------------------------------------- attacks


def test_words_of_others_stay_words(desk: Desk, number: str, make_laptop: MakeLaptop) -> None:
    evil = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}"
    case = desk.open(number, reported_course=evil, insured_name=evil[:60])
    laptop = on_the_spot(desk, case, make_laptop, "qian")
    proposed(desk, case, laptop, "reporter_name", evil[:60])
    for path in ("", "/edit", "/journal", "/records/claim", "/records/task", "/photos"):
        page = desk.browser.get(f"/claims/{case}{path}").text
        assert "<script" not in page
        assert "<img src=x" not in page
        assert "49" not in texts(page).split()
    listed = desk.browser.get("/", params={"find": evil})
    assert "<script" not in listed.text
    policy = listed.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "script-src" not in policy


def test_forms_of_other_sites_change_nothing(desk: Desk, number: str) -> None:
    case = desk.open(number)
    for headers in ({"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}):
        answer = desk.browser.post(f"/claims/{case}/edit", data={"insured_name": "evil"}, headers=headers)
        assert answer.status_code == 403
    with desk.live.centre.database.read() as session:
        claim = claim_of(session, case)
    assert claim is not None
    assert claim.insured_name == "李四"
    # Under "no-referrer" a browser calls every origin "null", its own pages' too.
    assert desk.browser.get(f"/claims/{case}").headers["referrer-policy"] == "same-origin"
    own = {"origin": desk.live.url, "sec-fetch-site": "same-origin"}
    assert desk.browser.post(f"/claims/{case}/edit", data={"insured_name": "ours"}, headers=own).status_code == 200


@pytest.mark.parametrize(
    ("wanted", "led_to"),
    [
        ("/claims/new", "/claims/new"),
        ("//evil.example/", "/"),
        ("https://evil.example/", "/"),
        ("/claims/\\evil", "/"),
        ("/v1/office/claims", "/"),
    ],
)
def test_signing_in_leads_nowhere_else(live: EmbeddedCentre, office_user: str, wanted: str, led_to: str) -> None:
    with httpx2.Client(base_url=live.url) as browser:
        form = {"user": office_user, "password": OFFICE_PASSWORD, "wanted": wanted}
        assert browser.post("/sign-in", data=form).headers["location"] == led_to


def test_whoever_is_not_signed_in_comes_back_to_where_they_wanted(desk: Desk, number: str, office_user: str) -> None:
    case = desk.open(number)
    with httpx2.Client(base_url=desk.live.url, follow_redirects=True) as browser:
        asked = browser.get(f"/claims/{case}")
        assert asked.status_code == 401
        assert "李四" not in asked.text
        (wanted,) = re.findall(r'name="wanted" value="([^"]*)"', asked.text)
        form = {"user": office_user, "password": OFFICE_PASSWORD, "wanted": wanted}
        assert "李四" in browser.post("/sign-in", data=form).text


def test_what_is_not_there_is_said_on_a_page(desk: Desk) -> None:
    for path in ("/claims/none", f"/claims/{new_record_id()}", f"/claims/{new_record_id()}/photos/x"):
        answer = desk.browser.get(path)
        assert answer.status_code == 404
        assert answer.headers["content-type"].startswith("text/html")
        assert "Go back to the list and open it again." in answer.text, "what a laptop is told helps nobody here"


# -------------------------------------------------------------------------------- people and laptops


def test_an_administrator_makes_accounts_and_a_clerk_locks_out(
    desk: Desk, make_laptop: MakeLaptop, number: str
) -> None:
    chief, password = f"chief{number}", "an administrator of long standing"
    office.create_user(desk.live.centre, chief, "Chief", Role.OFFICE, password, administrator=True)
    clerk = f"clerk{number}"
    office.create_user(desk.live.centre, clerk, "Clerk", Role.OFFICE, password + " too")
    desk.post("/sign-in", user=clerk, password=password + " too")
    lost = make_laptop(f"lost{number}")
    assert "What was done to accounts" not in desk.browser.get("/people").text
    with httpx2.Client(base_url=desk.live.url, follow_redirects=True, headers={"accept-language": "en"}) as browser:
        browser.post("/sign-in", data={"user": chief, "password": password})
        made = browser.post("/people", data={"user": f"new{number}", "display_name": "<b>New", "role": "surveyor"})
        (code,) = re.findall(r'<b class="id">([A-Z2-9-]+)</b>', made.text)
        assert "<b>New" not in made.text
        again = browser.get("/people").text
        assert code not in again, "it is shown once"
        assert "Enrolment code given" in again
        weak = browser.post("/people", data={"user": f"weak{number}", "role": "office", "password": "12345678"})
        assert weak.status_code == 422
        assert browser.post("/people", data={"user": "x", "role": "king"}).status_code == 422
        assert browser.post(f"/people/{chief}/disable", data={"why": "left"}).status_code == 422, "one's own"
    fresh = Laptop(f"new{number}")
    fresh.enrol(desk.live.url, code)
    fresh.close()
    assert desk.post(f"/people/{chief}/disable", why="left").status_code == 403
    assert desk.post(f"/devices/{lost.device_id}/revoke", why="bored").status_code == 422
    page = desk.post(f"/devices/{lost.device_id}/revoke", why="lost")
    assert "locked out" in page.text
    with lost.client(desk.live.url) as client, pytest.raises(DeviceRevoked):
        deliver(lost, client, lost.verify, patience=patience())
    assert "closed" in desk.post(f"/people/lost{number}/disable", why="left").text
