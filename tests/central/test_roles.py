"""What an account of the office may do follows from its roles, cell by cell of the table; the desk offers nothing else."""

from __future__ import annotations

import re
import runpy
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import text

from surveyor_app.central.authority import account_events, accounts
from surveyor_app.central.claims import office
from surveyor_app.central.desk.visitors import COOKIE
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.database import Database
from surveyor_app.central.storage.migrating import upgrade
from surveyor_app.data_files import migrations_dir, resources_dir
from surveyor_app.domain.errors import InputError, InstallationIncomplete
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.process.permissions import EVERYDAY, Act, OfficeRole
from surveyor_app.domain.wire_errors import NotYourAct
from surveyor_app.sync.office import OfficeClient
from surveyor_app.wording.findings.office_acts import load_permissions
from tests.central.matrix import PASSWORD, STATES, World, made_world
from tests.central.role_matrix import ACTS, README, add_roles, cells, rows, stands, table
from tests.integration.centres import OFFICE_PASSWORD
from tests.wording.third_language import copied_resources


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """A live centre with an account for each role, and cases in every state."""
    with made_world(tmp_path_factory.mktemp("roles")) as made:
        add_roles(made)
        yield made


def test_each_role_gets_what_the_table_says(world: World) -> None:
    found = list(cells(world))
    assert [cell[1:] for cell in found if cell[-2] != cell[-1]] == []
    assert {cell[1] for cell in found} == set(Act)
    assert {cell[2] for cell in found} == set(STATES)
    assert {403} < {cell[-1] for cell in found}


def test_every_route_of_office_and_desk_has_an_act() -> None:
    assert {(row.method, row.path) for row, act in rows()} == set(ACTS)


def test_the_readme_shows_the_table_that_is_enforced() -> None:
    assert stands(README.read_text(encoding="utf-8")) == table()


def test_nobody_is_offered_what_the_centre_would_refuse(world: World) -> None:
    permissions, case = load_permissions(resources_dir()), world.cases["open"].id
    for role in OfficeRole:
        cookies = {COOKIE: world.tokens[role]}
        for path in ("/", f"/claims/{case}", "/people"):
            page = httpx2.get(world.url + path, cookies=cookies, follow_redirects=True).text
            offered = set(re.findall(r'<form method="post" action="([^"]+)"', page)) - {"/sign-out"}
            offered |= set(re.findall(r'href="(/claims/new|/people|/claims/[^"/]+/edit)"', page))
            for link in offered:
                act = _act_of(link)
                assert act is not None, link
                assert role in permissions[act].roles, (role, path, link)


def _act_of(link: str) -> Act | None:
    for (method, path), act in ACTS.items():
        filled = re.sub(r"\\{\w+\\}|00000000-0000-7000-8000-000000000000", "[^/]+", re.escape(path).replace(r"\-", "-"))
        if (method == "POST" or path in {"/claims/new", "/people"}) and re.fullmatch(filled, link):
            return act
    return None


def test_an_administrator_alone_sees_no_claim(world: World) -> None:
    alone = {"cookie": f"{COOKIE}={world.tokens[OfficeRole.ADMINISTRATOR]}", "accept-language": "en"}
    first = httpx2.get(world.url, headers=alone)
    assert (first.status_code, first.headers["location"]) == (303, "/people")
    refused = httpx2.get(f"{world.url}/claims/{world.cases['open'].id}", headers=alone)
    assert refused.status_code == 403
    assert "See claims" in refused.text
    assert "Claims handler" in refused.text


def test_several_roles_together_may_what_each_may(live: EmbeddedCentre) -> None:
    both = [OfficeRole.INTAKE, OfficeRole.DISPATCHER]
    office.create_user(live.centre, "wu", "Wu", Role.OFFICE, OFFICE_PASSWORD, roles=both)
    office.create_user(live.centre, "zhang", "Zhang")
    with OfficeClient(live.url, "wu", OFFICE_PASSWORD) as wu:
        case = wu.open_claim({"report_no": "RD1"})
        wu.assign(case, "zhang")
        with pytest.raises(NotYourAct) as caught:
            wu.create_user("chen", "Chen")
    assert caught.value.data == {"act": "manage_accounts", "roles": "administrator"}


def test_a_role_taken_away_ends_with_the_next_request(live: EmbeddedCentre) -> None:
    office.create_user(live.centre, "wu", "Wu", Role.OFFICE, OFFICE_PASSWORD)
    with OfficeClient(live.url, "wu", OFFICE_PASSWORD) as wu:
        wu.open_claim({"report_no": "RD1"})
        with live.centre.database.write() as session:
            accounts.set_roles(session, "wu", [OfficeRole.AUDITOR])
        with pytest.raises(NotYourAct):
            wu.open_claim({"report_no": "RD2"})
        assert len(wu.list_claims()) == 1


def test_roles_are_set_at_the_desk_and_nobody_sets_their_own(live: EmbeddedCentre, office_user: str) -> None:
    office.create_user(live.centre, "wu", "Wu", Role.OFFICE, OFFICE_PASSWORD)
    with httpx2.Client(base_url=live.url, follow_redirects=True, headers={"accept-language": "en"}) as desk:
        desk.post("/sign-in", data={"user": office_user, "password": OFFICE_PASSWORD})
        page = desk.post("/people/wu/roles", data={"office_role_cashier": "on", "office_role_adjuster": "on"}).text
        assert "Adjuster · Cashier" in page
        assert "Roles set" in page
        assert desk.post(f"/people/{office_user}/roles", data={"office_role_approver": "on"}).status_code == 422
        assert desk.post("/people/wu/roles", data={}).status_code == 422
        assert desk.post("/people/zhao/roles", data={"office_role_cashier": "on"}).status_code == 404
        made = {"user": "zhao", "role": "office", "password": OFFICE_PASSWORD, "roles_chosen": "1"}
        assert desk.post("/people", data=made).status_code == 422
        desk.post("/people", data=made | {"office_role_auditor": "on"})
        # A new password changes nothing else.
        desk.post("/people", data=made | {"office_role_cashier": "on"})
    with live.centre.database.read() as session:
        held = {line.user: line.roles for line in accounts.list_accounts(session)}
        assert held["wu"] == {OfficeRole.ADJUSTER, OfficeRole.CASHIER}
        assert held["zhao"] == {OfficeRole.AUDITOR}
        assert held[office_user] == EVERYDAY | {OfficeRole.ADMINISTRATOR}
        assert "roles" in {event.what for event in account_events.list_events(session)}


def test_a_role_of_a_newer_version_lets_nobody_do_anything(live: EmbeddedCentre) -> None:
    office.create_user(live.centre, "wu", "Wu", Role.OFFICE, OFFICE_PASSWORD, roles=[OfficeRole.CASHIER])
    with live.centre.database.write() as session:
        session.execute(text("UPDATE centre_accounts SET office_roles = 'emperor' WHERE \"user\" = 'wu'"))
    with OfficeClient(live.url, "wu", OFFICE_PASSWORD) as wu, pytest.raises(NotYourAct):
        wu.list_claims()


def test_a_second_person_who_may_not_erase_agrees_to_nothing(world: World) -> None:
    case = world.cases["open"].id
    demand = {"basis": "PIPL 47", "due_on": "2026-12-31", "agreed_by": "intake", "agreed_password": PASSWORD}
    answer = httpx2.post(
        f"{world.url}/v1/office/claims/{case}:erase",
        json=demand | {"records": ["00000000-0000-7000-8000-000000000000"], "bodies": []},
        headers={"authorization": f"Bearer {world.tokens[OfficeRole.CUSTODIAN]}"},
    )
    assert (answer.status_code, answer.json()["code"]) == (403, "not_your_act")


@pytest.mark.parametrize("engine", ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def test_accounts_that_were_there_keep_what_they_could(
    engine: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url = f"sqlite:///{tmp_path / 'centre.db'}" if engine == "sqlite" else request.getfixturevalue("postgres_url")
    database = Database(url)
    with database.write() as session:
        upgrade(session.connection())
        session.execute(text("ALTER TABLE centre_accounts DROP COLUMN office_roles"))
        told = "INSERT INTO centre_accounts VALUES (:user, :user, :role, NULL, false, 0, '', :administrator)"
        for user, role, administrator in (("a", "office", True), ("c", "office", False), ("s", "surveyor", False)):
            session.execute(text(told), {"user": user, "role": role, "administrator": administrator})
        migration = runpy.run_path(str(migrations_dir() / "central" / "versions" / "0010_office_roles.py"))
        with Operations.context(MigrationContext.configure(session.connection())):
            migration["add_roles"]()
    with database.read() as session:
        held = {line.user: line.roles for line in accounts.list_accounts(session)}
    assert held == {"a": EVERYDAY | {OfficeRole.ADMINISTRATOR}, "c": EVERYDAY, "s": frozenset()}
    database.close()


def test_an_auditor_can_be_given_nothing_that_writes(tmp_path: Path) -> None:
    copied = copied_resources(tmp_path / "resources")
    table_file = copied / "office_acts.toml"
    told = table_file.read_text(encoding="utf-8")
    table_file.write_text(told.replace('roles = ["custodian"]', 'roles = ["custodian", "auditor"]'), encoding="utf-8")
    with pytest.raises(InstallationIncomplete, match="auditor"):
        load_permissions(copied)


def test_an_account_is_there_for_something(live: EmbeddedCentre) -> None:
    with pytest.raises(InputError):
        office.create_user(live.centre, "wu", "Wu", Role.OFFICE, OFFICE_PASSWORD, roles=[])
