"""The work list: each claim where its stages say, counted, in every order, without gaps; and acted upon as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import unescape

import httpx2
import pytest
from sqlalchemy import delete, select, update

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import changing, office, reassigning
from surveyor_app.central.claims.work_list import finding, lines, saved
from surveyor_app.central.claims.work_list.filters import Sort, WorkFilter, filter_of
from surveyor_app.central.claims.work_list.finding import Reader
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.schema import saved_filters, work_list, work_marks
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.process.permissions import OfficeRole
from surveyor_app.domain.wire_errors import BadMessage
from surveyor_app.records import reading
from surveyor_app.sync.delivering import deliver
from surveyor_app.sync.exchanging import Exchange
from tests.central.desk.emptied import empty, nodes_at
from tests.integration.centres import OFFICE_PASSWORD, MakeLaptop
from tests.integration.laptop import patience

NOW = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
WHOLE: dict[str, Json] = {
    "accident_place": "浦东",
    "loss_cause": "collision",
    "accident_at": Instant(NOW - timedelta(hours=1), 480, Trust.CENTRE).to_json(),
}


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def shared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    with nodes_at(NOW, tmp_path_factory.mktemp("work"), request) as (made,):
        office.create_user(made, "zhang", "张三")
        yield made


@pytest.fixture
def centre(shared: Centre) -> Centre:
    """One centre for all tests, with no claims."""
    empty(shared)
    return shared


def found(centre: Centre, roles: frozenset[OfficeRole] = frozenset(), **asked: str) -> list[str]:
    lines.bring_up_to_date(centre)
    with centre.database.read() as session:
        return finding.all_found(session, filter_of(asked), Reader(roles, NOW), 100)


def test_a_claim_is_found_by_what_it_waits_for(centre: Centre) -> None:
    bare = office.open_claim(centre, "li", {"report_no": "RD1"})
    whole = office.open_claim(centre, "li", {"report_no": "RD2", **WHOLE})
    given = office.open_claim(centre, "li", {"report_no": "RD3", **WHOLE})
    office.assign(centre, "li", given, "zhang", due_at="2026-11-20T05:59:00.000000Z")
    assert found(centre, stage="report_intake") == [bare]
    assert found(centre, stage="registration") == [given, whole, bare]
    assert found(centre, unassigned="1") == [whole, bare]
    assert found(centre, waits_for="surveyor") == [given]
    assert found(centre, holder="zhang") == [given]
    assert found(centre, holder="zhan") == []
    assert found(centre, cause="collision") == [given, whole]
    assert found(centre, due="overdue") == [given]
    assert found(centre, find="RD2") == [whole]
    assert found(centre, find="RD2", holder="zhang") == []
    assert found(centre, frozenset({OfficeRole.INTAKE}), mine="1") == [bare]
    assert found(centre, frozenset({OfficeRole.AUDITOR}), mine="1") == []


def test_a_line_follows_its_claim(centre: Centre) -> None:
    case = office.open_claim(centre, "li", {"report_no": "RD1", **WHOLE})
    task = office.assign(centre, "li", case, "zhang")
    assert found(centre, unassigned="1") == []
    reassigning.recall(centre, "li", case, task, reason="ill")
    assert found(centre, unassigned="1") == [case]
    changing.change_claim(centre, "li", case, {"loss_cause": "fire"})
    assert found(centre, cause="fire") == [case]


def test_what_changes_while_lines_are_worked_out_is_not_passed_over(centre: Centre) -> None:
    """A mark that came later stays, whatever is taken away meanwhile."""
    case = office.open_claim(centre, "li", {"report_no": "RD1", **WHOLE})
    with centre.database.write() as session:
        marks = set(session.scalars(select(work_marks.c.mark)))
        session.execute(delete(work_marks).where(work_marks.c.mark.in_(marks)))
    office.assign(centre, "li", case, "zhang")
    with centre.database.read() as session:
        assert not marks & set(session.scalars(select(work_marks.c.mark)))
    assert found(centre, holder="zhang") == [case]


def test_lines_of_another_version_are_worked_out_anew(centre: Centre) -> None:
    case = office.open_claim(centre, "li", {"report_no": "RD1"})
    found(centre)
    with centre.database.write() as session:
        session.execute(update(work_list).values(version=0, waiting=" payment "))
    assert found(centre, stage="payment") == [case]
    lines.renew(centre)
    assert found(centre, stage="payment") == []


@pytest.mark.parametrize("sort", list(Sort))
def test_every_order_shows_each_claim_once(centre: Centre, sort: Sort) -> None:
    for number in range(7):
        case = office.open_claim(centre, "li", {"report_no": f"RD{number % 3}"}, again_reason="two cars")
        if number % 2:
            due = NOW + timedelta(hours=number % 3)
            office.assign(centre, "li", case, "zhang", due_at=f"{due:%Y-%m-%dT%H:%M:%S}.000000Z")
    wanted, reader = WorkFilter(sort=sort), Reader((), NOW)
    lines.bring_up_to_date(centre)
    with centre.database.read() as session:
        everything = finding.all_found(session, wanted, reader, 100)
        shown: list[str] = []
        page = finding.read_work(session, wanted, reader, 2, before=None, after=None)
        while True:
            assert page.total == 7
            shown += page.found
            if not page.has_after:
                break
            page = finding.read_work(session, wanted, reader, 2, before=page.found[-1], after=None)
        assert shown == everything
        back = finding.read_work(session, wanted, reader, 2, before=None, after=shown[4])
        assert (list(back.found), back.has_before) == (shown[2:4], True)
        assert [finding.neighbours(session, wanted, reader, case) for case in shown[1:3]] == [
            (shown[0], shown[2]),
            (shown[1], shown[3]),
        ]
        assert finding.neighbours(session, wanted, reader, shown[-1])[1] is None
        with pytest.raises(NotFound):
            finding.read_work(session, wanted, reader, 2, before="00000000-0000-7000-8000-000000000000", after=None)
        with pytest.raises(BadMessage):
            finding.read_work(session, wanted, reader, 2, before=shown[0], after=shown[1])
    if sort is Sort.DUE:
        with centre.database.read() as session:
            dues = {row.case_id: row.due_at for row in session.execute(select(work_list))}
        assert [dues[case] for case in shown] == sorted(dues.values())


def test_counts_are_those_of_the_filters(centre: Centre) -> None:
    office.open_claim(centre, "li", {"report_no": "RD1"})
    case = office.open_claim(centre, "li", {"report_no": "RD2", **WHOLE})
    office.assign(centre, "li", case, "zhang", due_at="2026-11-20T05:59:00.000000Z")
    roles = frozenset({OfficeRole.INTAKE, OfficeRole.HANDLER})
    lines.bring_up_to_date(centre)
    with centre.database.read() as session:
        counts = finding.read_counts(session, Reader(roles, NOW))
    assert counts.total == len(found(centre))
    assert counts.mine == len(found(centre, roles, mine="1"))
    assert counts.overdue == len(found(centre, due="overdue"))
    assert counts.unassigned == len(found(centre, unassigned="1"))
    for stage, number in counts.stages.items():
        assert number == len(found(centre, stage=stage))


def test_a_delivered_survey_waits_for_no_surveyor(live: EmbeddedCentre, make_laptop: MakeLaptop) -> None:
    case = office.open_claim(live.centre, "li", {"report_no": "RD1", **WHOLE})
    laptop = make_laptop(case=case)
    task = office.assign(live.centre, "li", case, laptop.user)
    assert found(live.centre, waits_for="surveyor") == [case]
    with laptop.client(live.url) as client:
        Exchange(laptop, client, patience()).run()
        laptop.write(Step(Action.SEAL, Task.KIND, task))
        deliver(laptop, client, laptop.verify, patience=patience())
    assert found(live.centre, waits_for="surveyor") == []


@pytest.mark.parametrize(
    "asked",
    [{"stage": "emperor"}, {"due": "yesterday"}, {"sort": "luck"}, {"find": "x" * 101}, {"holder": "x" * 61}, {"waits_for": "%"}],
)  # fmt: skip
def test_what_there_is_not_is_refused(asked: dict[str, str]) -> None:
    with pytest.raises(BadMessage):
        filter_of(asked)


def test_kept_filters_are_each_accounts_own(centre: Centre) -> None:
    wanted = WorkFilter(stage="survey", find="沪A & <b>", sort=Sort.DUE)
    with centre.database.write() as session:
        saved.save(session, "li", "<i>mine</i>", wanted)
        saved.save(session, "li", "<i>mine</i>", wanted)
        session.execute(saved_filters.insert().values(user="li", name="newer", query="stage=emperor"))
        assert saved.read_saved(session, "li") == {"<i>mine</i>": wanted}
        assert saved.read_saved(session, "wu") == {}
        with pytest.raises(InputError):
            saved.save(session, "li", "", wanted)
        for number in range(saved.MOST - 2):
            saved.save(session, "li", str(number), wanted)
        with pytest.raises(InputError, match="many"):
            saved.save(session, "li", "one more", wanted)
        saved.forget(session, "li", "<i>mine</i>")
        assert "<i>mine</i>" not in saved.read_saved(session, "li")


@pytest.fixture
def desk(live: EmbeddedCentre, office_user: str) -> Iterator[httpx2.Client]:
    """Somebody of the office at the desk, in English."""
    with httpx2.Client(base_url=live.url, follow_redirects=True, headers={"accept-language": "en"}) as client:
        client.post("/sign-in", data={"user": office_user, "password": OFFICE_PASSWORD})
        yield client


def test_the_whole_filter_is_given_out_and_what_is_barred_says_why(live: EmbeddedCentre, desk: httpx2.Client) -> None:
    office.create_user(live.centre, "zhang", "张三")
    cases = [office.open_claim(live.centre, "li", {"report_no": f"RD{n}", **WHOLE}) for n in range(53)]
    office.assign(live.centre, "li", cases[3], "zhang")
    asked = {"query": "cause=collision", "user": "zhang", "task_kind": "scene", "due_at": "2026-11-21 09:00"}
    # More than a page shows, and as many as it said.
    page = desk.get("/?cause=collision").text
    assert page.count('<td><a href="/claims/') == 50
    assert desk.post("/list/assign", data=asked | {"total": "52"}).status_code == 422
    told = desk.post("/list/assign", data=asked | {"total": "53"}).text
    assert "Done in 52 claims." in told
    assert "RD3" in told
    assert "somebody holds such a task already" in told
    assert found(live.centre, unassigned="1") == []
    told = desk.post(
        "/list/due", data={"query": "holder=zhang", "total": "53", "due_at": "2026-11-22 09:00", "reason": "snow"}
    ).text
    assert "Done in 53 claims." in told
    with live.centre.database.read() as session:
        for case in cases:
            (task,) = reading.list_records(session, case, Task)
            assert task.due_at is not None
            assert task.due_at.utc == datetime(2026, 11, 22, 1, 0, tzinfo=UTC)


def test_a_claim_leads_to_the_next_one_of_its_list(live: EmbeddedCentre, desk: httpx2.Client) -> None:
    for number in range(3):
        office.open_claim(live.centre, "li", {"report_no": f"RD{number}", **WHOLE})
    office.open_claim(live.centre, "li", {"report_no": "RD9"})
    page = desk.get("/?cause=collision&sort=report_no").text
    links = [unescape(link) for link in re.findall(r'<td><a href="(/claims/[^"]+)"', page)]
    seen = [links[0]]
    while following := re.search(r'rel="next" href="([^"]+)" accesskey="n"', desk.get(seen[-1]).text):
        seen.append(unescape(following.group(1)))
    assert seen == links
    first = desk.get(links[0]).text
    assert 'rel="prev"' not in first
    assert '/?cause=collision&amp;sort=report_no" accesskey="l"' in first


def test_html_in_a_filter_stays_text(desk: httpx2.Client) -> None:
    page = desk.get("/", params={"find": '"><script>alert(1)</script>'}).text
    assert "<script" not in page
    desk.post("/list/filters", data={"query": "find=%3Cb%3E", "name": "<script>"})
    assert "<script" not in desk.get("/").text
    assert "&lt;script&gt;" in desk.get("/").text


def test_marks_of_a_case_that_was_never_opened_do_no_harm(centre: Centre) -> None:
    with centre.database.write() as session:
        session.execute(work_marks.insert().values(mark="x", case_id="nowhere"))
    assert found(centre) == []
    with centre.database.read() as session:
        assert session.scalar(select(work_marks.c.mark)) is None
