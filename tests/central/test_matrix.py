"""Every route, called by everybody on cases in every state, answers as the table has it; and no hostile request makes it fail."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from surveyor_app.central.app import create_app
from tests.central.customer.customer_matrix import CUSTOMER_ROWS
from tests.central.desk.companies import company_server
from tests.central.desk_matrix import DESK_ROWS
from tests.central.hostile_pages import PageAttacker
from tests.central.hostile_requests import of_the_api, require_no_failure
from tests.central.matrix import EVERYBODY, ROWS, STATES, Circle, World, answers, made_world, routes
from tests.faults.campaigns import LONG

DATABASES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, issuer: str) -> Iterator[World]:
    """A live centre with everybody and all cases, where one signs in with the company's account too."""
    with made_world(tmp_path_factory.mktemp("matrix"), issuer=issuer) as made:
        yield made


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """The company's sign-in service."""
    with company_server(["clerk"]) as url:
        yield url


def test_everybody_gets_what_the_table_says(world: World) -> None:
    found = list(answers(world))
    assert [item for item in found if item[3] != item[0].expected(item[2], item[1])] == []
    assert len(found) > len(ROWS) * len(EVERYBODY)
    assert {state for _, state, _, _ in found} == set(STATES)


def test_the_desk_is_the_offices_alone(world: World) -> None:
    found = list(answers(world, DESK_ROWS))
    assert [item for item in found if item[3] != item[0].expected(item[2], item[1])] == []
    assert {item[0].circle for item in found} == {Circle.DESK, Circle.CHIEF, Circle.AUDITOR, Circle.APPROVER}


def test_the_customers_side_asks_for_its_own_secrets_alone(world: World) -> None:
    found = list(answers(world, CUSTOMER_ROWS))
    assert [item for item in found if item[3] != item[0].expected(item[2], item[1])] == []


def test_no_route_is_without_a_row(world: World) -> None:
    rows = (*ROWS, *DESK_ROWS, *CUSTOMER_ROWS)
    assert routes(create_app(world.centre)) == {(row.method, row.path) for row in rows}


def test_some_hundred_hostile_requests_find_no_failure(world: World) -> None:
    seen = require_no_failure(world, of_the_api(world, seed=1, count=160), 160)
    # They get past the door: some are taken, and some are refused for what they say.
    assert {200, 400, 401, 403, 404, 422} <= seen.keys()


def test_no_hostile_form_makes_a_page_fail(world: World) -> None:
    seen = require_no_failure(world, PageAttacker(world, seed=3).requests(320), 320)
    assert {200, 303, 400, 401, 403, 404, 422} <= seen.keys()


@LONG
@pytest.mark.faults
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("kind", DATABASES)
def test_two_thousand_hostile_requests_find_no_failure(
    tmp_path_factory: pytest.TempPathFactory, issuer: str, kind: str, request: pytest.FixtureRequest
) -> None:
    url = request.getfixturevalue("postgres_url") if kind == "postgresql" else None
    with made_world(tmp_path_factory.mktemp("hostile"), url, issuer) as made:
        require_no_failure(made, of_the_api(made, seed=2, count=2000), 2000)
        require_no_failure(made, PageAttacker(made, seed=4).requests(2000), 2000)
