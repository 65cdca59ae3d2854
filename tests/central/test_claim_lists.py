"""The office's list of claims: page by page, each claim once, at a cost that does not grow; and what hostile queries ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import event, insert, text

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import claim_lists, inbox, office
from surveyor_app.central.claims.claim_lists import Wanted, read_page
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.storage.schema import opened_cases, work_marks
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.journal.identifiers import new_case_id, new_record_id
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.wire_errors import BadMessage
from surveyor_app.protocol.limits import MAX_CLAIMS
from surveyor_app.records.schema import PROJECTIONS
from surveyor_app.sync.office import OfficeClient
from tests.integration.centres import OFFICE_PASSWORD

CLAIMS = PROJECTIONS[Claim.KIND]
FIRST = datetime(2026, 1, 1, tzinfo=UTC)
UNKNOWN = "01930000-0000-7000-8000-000000000009"


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def centre(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    """A centre on either engine; each test opens claims of its own."""
    database: str | None = None
    with (
        request.getfixturevalue("postgres_server").fresh_database() if request.param == "postgresql" else none() as url
    ):
        database = url
        made = Centre(CentreConfig(tmp_path_factory.mktemp("lists"), database))
        yield made
        made.close()


@contextmanager
def none() -> Iterator[None]:
    yield None


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    """One live centre for all tests here."""
    return shared_centre


def register(centre: Centre, count: int, first: int = 0) -> list[str]:
    """Make cases known as laptops do that open them on the spot; two always at the same moment. Newest first."""
    made = []
    for number in range(first, first + count):
        at = FIRST + timedelta(minutes=number // 2)
        made.append((utc_text(at), new_case_id()))
    with centre.database.write() as session:
        rows = [{"case_id": case, "opened_by": "zhang", "opened_at": at} for at, case in made]
        session.execute(insert(opened_cases), rows)
        session.execute(insert(work_marks), [{"mark": case, "case_id": case} for _, case in made])
    return [case for _, case in sorted(made, reverse=True)]


def shown(centre: Centre, *wanted: Any) -> tuple[Sequence[str], bool, bool]:
    with centre.database.read() as session:
        page = read_page(session, Wanted(*wanted))
    return [line.case for line in page.lines], page.has_older, page.has_newer


def test_pages_show_each_claim_once_whatever_is_opened_meanwhile(centre: Centre) -> None:
    with centre.database.write() as session:
        session.execute(opened_cases.delete())
    cases = register(centre, 11)
    first, older, newer = shown(centre, None, None, "", 4)
    assert (first, older, newer) == (cases[:4], True, False)
    register(centre, 3, first=50)
    second, *ends = shown(centre, first[-1], None, "", 4)
    assert (second, ends) == (cases[4:8], [True, True])
    third, *ends = shown(centre, second[-1], None, "", 4)
    assert (third, ends) == (cases[8:], [False, True])
    assert shown(centre, None, third[0], "", 4) == (second, True, True)
    assert shown(centre, third[-1], None, "", 4) == ([], False, True)


def test_a_page_asks_as_much_as_any_other(centre: Centre) -> None:
    register(centre, MAX_CLAIMS, first=200)
    asked: list[str] = []
    event.listen(centre.database.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    counts = []
    for limit in (1, MAX_CLAIMS):
        asked.clear()
        shown(centre, None, None, "", limit)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_claims_are_found_by_what_they_are_called(centre: Centre) -> None:
    fields = {"report_no": "RD_100%/7", "insured_name": "李四", "plate_no": "沪A12345"}
    case = office.open_claim(centre, "li", fields)
    office.open_claim(centre, "li", {"report_no": "RDX1007", "insured_name": "王五"})
    for find in ("_100%", "李", " 沪a123 ", case, case.upper()):
        assert shown(centre, None, None, find)[0] == [case], find
    assert shown(centre, None, None, "赵六")[0] == []
    assert shown(centre, None, None, "_00%")[0] == []


def test_an_inbox_tells_what_the_office_knows_of_each_case(centre: Centre) -> None:
    office.create_user(centre, "qian", "Qian")
    cases = [office.open_claim(centre, "li", {"report_no": f"QD{number}"}) for number in range(3)]
    due = "2026-11-21T00:00:00.000000Z"
    tasks = [office.assign(centre, "li", case, "qian", due_at=due) for case in (*cases, cases[0])]
    with centre.database.read() as session:
        found = inbox.read_inbox(session, "qian", 0).assignments
    assert [(item.number, item.task) for item in found] == list(enumerate(tasks, start=1))
    assert [item.report_no for item in found] == ["QD0", "QD1", "QD2", "QD0"]
    assert {(item.due_at, item.task_status, item.task_kind) for item in found} == {(due, "new", "scene")}


CALLED = [
    ("RD20260000001", "李四", "沪A12345"),
    ("RD20260000012", "Straße ÄÖ", "沪AD12345"),
    ("rd2025-100%_x", "李四光", None),
    ("RD20251111111", None, "京A11111"),
    (None, "欧阳İ", "学A1"),
]


@pytest.mark.parametrize("most_few", [claim_lists.MOST_FEW, 1])
def test_every_part_of_a_number_name_or_plate_finds_its_claims(
    centre: Centre, monkeypatch: pytest.MonkeyPatch, most_few: int
) -> None:
    """Whichever way it is looked for: all of those there are, few or many."""
    monkeypatch.setattr(claim_lists, "MOST_FEW", most_few)
    with centre.database.write() as session:
        session.execute(opened_cases.delete())
        session.execute(CLAIMS.delete())
        cases = {}
        for number, called in enumerate(CALLED):
            cases[new_case_id()] = called
            at = utc_text(FIRST + timedelta(minutes=number))
            session.execute(insert(opened_cases).values(case_id=[*cases][-1], opened_by="office", opened_at=at))
            told = dict(zip(("report_no", "insured_name", "plate_no"), called, strict=True))
            shown_there = {"withdrawn": False, "sealed": False, "conflicts": []}
            session.execute(insert(CLAIMS).values(case_id=[*cases][-1], id=new_record_id(), **told, **shown_there))
    texts = [text for called in CALLED for text in called if text]
    parts = {
        text[at : at + width] for text in texts for width in (1, 2, 3, 5, 20) for at in range(len(text) - width + 1)
    }
    for part in sorted({*parts, *(part.lower() for part in parts if part.isascii()), "1111111", "A1 1", "四李", "%%"}):
        plain = part.strip().lower()
        expected = [
            case
            for case, called in reversed(cases.items())
            if not plain or any(plain in (it or "").lower() for it in called)
        ]
        assert shown(centre, None, None, part)[0] == expected, part
    with centre.database.write() as session:
        session.execute(opened_cases.delete())
        session.execute(CLAIMS.delete())


def test_what_few_claims_have_is_looked_up(centre: Centre) -> None:
    """On PostgreSQL nothing looks through all claims."""
    if centre.database.engine.dialect.name != "postgresql":
        pytest.skip("SQLite looks through them")
    plans = []

    def explain(connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
        if "surveyor_grams" in statement:
            with connection.connection.cursor() as beside:
                beside.execute(f"EXPLAIN {statement}", parameters)
                plans.append(str(beside.fetchall()))

    event.listen(centre.database.engine, "before_cursor_execute", explain)
    shown(centre, None, None, "A12345")
    event.remove(centre.database.engine, "before_cursor_execute", explain)
    assert len(plans) == 1
    assert "ix_claims_grams" in plans[0]
    assert "Seq Scan" not in plans[0]


@pytest.mark.parametrize(
    ("before", "after", "find", "limit", "error"),
    [
        ("1", None, "", 5, BadMessage),
        ("\0", None, "", 5, BadMessage),
        (None, "-1", "", 5, BadMessage),
        (UNKNOWN, None, "", 5, NotFound),
        (UNKNOWN, UNKNOWN, "", 5, BadMessage),
        (None, None, "x" * 101, 5, BadMessage),
        (None, None, "", 0, BadMessage),
        (None, None, "", MAX_CLAIMS + 1, BadMessage),
    ],
)
def test_a_page_that_cannot_be_is_refused(
    centre: Centre, before: str | None, after: str | None, find: str, limit: int, error: type[Exception]
) -> None:
    with pytest.raises(error):
        shown(centre, before, after, find, limit)


def test_what_is_looked_for_at_every_push_has_an_index(tmp_path: Path) -> None:
    """A table of all cases, or the journal of a case, is not read through for one."""
    centre = Centre(CentreConfig(tmp_path))
    questions = (
        "SELECT 1 FROM cases WHERE id = 'a' OR alias_of = 'a'",
        "SELECT 1 FROM journal WHERE case_id = 'a' AND body_hash IN ('a', 'b')",
        "SELECT case_id FROM centre_cases WHERE (opened_at, case_id) < ('a', 'b') ORDER BY opened_at DESC, case_id DESC",
    )
    with centre.database.read() as session:
        plans = [" ".join(str(row[3]) for row in session.execute(text(f"EXPLAIN QUERY PLAN {it}"))) for it in questions]
    centre.close()
    assert [plan for plan in plans if "SCAN" in plan or "TEMP B-TREE" in plan] == []
    assert "ix_journal_case_id_body_hash" in plans[1]


def test_the_command_line_and_the_desk_follow_the_pages(live: EmbeddedCentre, office_user: str) -> None:
    cases = register(live.centre, MAX_CLAIMS + 7)
    with OfficeClient(live.url, office_user, OFFICE_PASSWORD) as client:
        assert [line.case for line in client.list_claims()] == cases
    assert [line.case for line in office.list_claims(live.centre)] == cases
    with httpx2.Client(base_url=live.url, follow_redirects=True, headers={"accept-language": "en"}) as browser:
        page = browser.post("/sign-in", data={"user": office_user, "password": OFFICE_PASSWORD}).text
        seen = listed(page)
        while (link := way(page, "next")) is not None:
            page = browser.get(link).text
            seen += listed(page)
        assert seen == cases
        back = way(page, "prev")
        assert back is not None
        assert listed(browser.get(back).text)[-1] == seen[seen.index(listed(page)[0]) - 1]
        found = browser.get("/", params={"find": cases[3]}).text
        assert listed(found) == [cases[3]]
        hostile = browser.get("/", params={"find": '"><script>alert(1)</script>'}).text
        assert "<script>" not in hostile
        assert "No claims." in hostile


def listed(page: str) -> list[str]:
    return re.findall(r'<td><a href="/claims/([0-9a-f-]{36})\?within=[^"]+">', page)


def way(page: str, rel: str) -> str | None:
    found = re.search(f'<a rel="{rel}" href="([^"]+)"', page)
    return None if found is None else found[1].replace("&amp;", "&")


def test_hostile_pages_are_the_senders_fault(live: EmbeddedCentre, office_user: str) -> None:
    numbers = ("-1", "0", "101", str(2**64), "ten", "1.5", "%00", "")
    ids = ("-1", str(2**64), "older", "%00", "%ED%A0%80", "00000000-0000-0000-0000", UNKNOWN)
    queries = [*(f"limit={it}" for it in numbers), *(f"before={it}" for it in ids), f"find={'x' * 101}"]
    token = {"user": office_user, "password": OFFICE_PASSWORD}
    with httpx2.Client(base_url=live.url) as client:
        access = client.post("/v1/token", json=token).json()["access_token"]
        headers = {"authorization": f"Bearer {access}"}
        told = {it: client.get(f"/v1/office/claims?{it}", headers=headers).status_code for it in queries}
        assert {it: status for it, status in told.items() if status not in {400, 404, 422}} == {}
        client.post("/sign-in", data=token)
        both = f"before={UNKNOWN}&after={UNKNOWN}"
        desk = {it: client.get(f"/?{it}").status_code for it in (*queries[len(numbers) :], both)}
        assert {it: status for it, status in desk.items() if status not in {400, 404}} == {}
