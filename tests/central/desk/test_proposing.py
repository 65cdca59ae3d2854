"""To whom a task is proposed: who has least to do, and due by the insurer's own standards."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import httpx2

from surveyor_app.central.authority.revoking import Why
from surveyor_app.central.claims import locking_out, office, reassigning
from surveyor_app.central.claims.proposing import candidates, scene_due
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.data_files import resources_dir
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
