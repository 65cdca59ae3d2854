"""Every route, called by everybody on cases in every state, answers as the table has it."""

from __future__ import annotations

from pathlib import Path

from surveyor_app.central.app import create_app
from tests.central.matrix import EVERYBODY, ROWS, STATES, answers, made_world, routes


def test_everybody_gets_what_the_table_says_and_no_route_is_without_a_row(tmp_path: Path) -> None:
    with made_world(tmp_path) as world:
        found = [(row, state, who, status) for row, state, who, status in answers(world)]
        assert [item for item in found if item[3] != item[0].expected(item[2], item[1])] == []
        assert len(found) > len(ROWS) * len(EVERYBODY)
        assert {state for _, state, _, _ in found} == set(STATES)
        assert routes(create_app(world.centre)) == {(row.method, row.path) for row in ROWS}
