"""To whom a task is proposed: who has least to do, and due by the insurer's own standards."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import httpx2
from sqlalchemy import insert

from surveyor_app.central.authority.revoking import Why
from surveyor_app.central.claims import locking_out, office, reassigning
from surveyor_app.central.claims.roster.proposing import candidates, proposed_for, scene_due
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.schema import roster
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.survey.facts import CaseFacts
from tests.integration.centres import OFFICE_PASSWORD

NOW = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)


def test_who_has_least_to_do_is_proposed(live: EmbeddedCentre, office_user: str) -> None:
    for user in ("a", "b", "c", "gone"):
        office.create_user(live.centre, user, user.upper())
    locking_out.lock_out_user(live.centre, "gone", Why.LEFT, "li")
    case = office.open_claim(live.centre, "li", {"report_no": "RD1"})
    for user in ("a", "a", "b"):
        task = office.assign(live.centre, "li", case, user)
    with live.centre.database.read() as session:
        assert [(item.user, item.open_tasks) for item in candidates(session)] == [("c", 0), ("b", 1), ("a", 2)]
    reassigning.recall(live.centre, "li", case, task)
    with live.centre.database.read() as session:
        assert [(item.user, item.open_tasks) for item in candidates(session)] == [("b", 0), ("c", 0), ("a", 2)]
    with httpx2.Client(base_url=live.url, follow_redirects=True, headers={"accept-language": "en"}) as desk:
        desk.post("/sign-in", data={"user": office_user, "password": OFFICE_PASSWORD})
        page = desk.get(f"/claims/{case}").text
    assert re.findall(r'<option value="\w+">(\w+ · \d open)</option>', page)[-3:] == [
        "B · 0 open",
        "C · 0 open",
        "A · 2 open",
    ]
    assert re.search(r'name="due_at" value="\d{4}-\d\d-\d\d \d\d:\d\d"', page)


def test_a_scene_is_due_by_contact_and_arrival() -> None:
    # Contact within 10 minutes, arrival within 15 more (resources/sla.toml).
    assert scene_due(CaseFacts(), resources_dir(), NOW) == NOW + timedelta(minutes=25)


def test_the_roster_is_kept_by_hand_and_says_whom_a_task_is_proposed_to(live: EmbeddedCentre, office_user: str) -> None:
    for user in ("a", "b", "c"):
        office.create_user(live.centre, user, user.upper())
    case = office.open_claim(live.centre, "li", {"report_no": "RD1", "accident_place": "浦东张江路"})
    week = {f"hours_{day}": "00:00-00:00" for day in range(1, 8)}
    with httpx2.Client(base_url=live.url, follow_redirects=True, headers={"accept-language": "en"}) as desk:
        desk.post("/sign-in", data={"user": office_user, "password": OFFICE_PASSWORD})
        assert desk.get("/roster").text.count("not in the roster") == 3
        kept = desk.post("/roster/c", data={"places": "浦东、 徐汇", "kind_scene": "1", **week})
        assert "Kept." in kept.text
        assert 'value="浦东, 徐汇"' in kept.text
        assert f"{office_user} · 20" in kept.text
        desk.post("/roster/a", data={"kind_injury": "1"})
        page = desk.get(f"/claims/{case}").text
        assert re.findall(r"<li><b>(\w)</b> · ([^<]+)</li>", page) == [
            ("C", "0 open · does this kind of task · on duty until 00:00 · works in 浦东"),
            ("B", "0 open · not in the roster"),
            ("A", "0 open · does other kinds of tasks"),
        ]
        injury = desk.get(f"/claims/{case}?task_kind=injury").text
        assert re.findall(r"<li><b>(\w)</b>", injury) == ["A", "B", "C"]
        assert '<option value="injury" selected>' in injury
        assert desk.get(f"/claims/{case}?task_kind=none").status_code == 422
        for wrong in (
            {"hours_1": "early"},
            {"hours_1": "25:00-26:00"},
            {"away_from": "soon"},
            {"away_from": "2026-11-21", "away_until": "2026-11-20"},
            {"lat": "91", "lon": "0"},
            {"lat": "31"},
            {"places": "x" * 41},
            {"kind_nonsense": "1"},
        ):
            assert desk.post("/roster/c", data=wrong).status_code == 422, wrong
        assert desk.post(f"/roster/{office_user}", data={"places": "浦东"}).status_code == 422
        assert 'value="浦东, 徐汇"' in desk.get("/roster").text, "what was refused changed nothing"
        desk.post("/roster/c", data={"places": "<b>浦东</b>"})
        assert "<b>浦东" not in desk.get(f"/claims/{case}").text
        desk.post("/roster/c", data={})
        assert desk.get("/roster").text.count("not in the roster") == 2


def test_a_line_of_a_newer_roster_says_nothing_and_stops_nobody(live: EmbeddedCentre) -> None:
    office.create_user(live.centre, "a", "A")
    case = office.open_claim(live.centre, "li", {"report_no": "RD1"})
    with live.centre.database.write() as session:
        for user, shift in (("a", '{"kinds": 7}'), ("b", "{"), ("c", "[]")):
            session.execute(insert(roster).values(user=user, shift=shift, changed_by="li", changed_at=utc_text(NOW)))
    with live.centre.database.read() as session:
        (only,) = proposed_for(session, case, "scene", NOW)
    assert [reason for reason, _ in only.reasons] == ["not_in_roster"]
