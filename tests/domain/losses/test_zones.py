"""Zones of a vehicle from above: their places beside each other, and what the marks say of each."""

from __future__ import annotations

import pytest

from surveyor_app.domain.losses.zones import BELOW, FIRST, GRID, OUTSIDE, ZONES, ZoneState, zone_beside, zone_states
from tests.domain.losses.lines import mark

STEPS = ((-1, 0), (1, 0), (0, -1), (0, 1))


def test_every_clock_point_stands_once_and_the_top_in_the_middle() -> None:
    clock = [zone for row in OUTSIDE for zone in row if zone.startswith("c")]
    assert sorted(clock) == [f"c{hour:02d}" for hour in range(1, 13)]
    assert [row[1] for row in OUTSIDE[1:4]] == ["top"] * 3
    assert set(ZONES) == {*clock, "top", *BELOW}


def test_left_of_the_picture_is_the_left_of_the_vehicle() -> None:
    assert [row[0] for row in OUTSIDE] == ["c11", "c10", "c09", "c08", "c07"]
    assert [row[2] for row in OUTSIDE] == ["c01", "c02", "c03", "c04", "c05"]


@pytest.mark.parametrize("zone", ZONES)
def test_from_every_zone_the_keys_lead_on_and_come_back(zone: str) -> None:
    for across, down in STEPS:
        there = zone_beside(zone, across, down)
        assert there in ZONES
        back = zone_beside(there, -across, -down)
        # The top is one zone over three rows: from its middle the way back leads to the middle row.
        assert back == zone or there == zone or "top" in (zone, there)


def test_the_keys_reach_every_zone() -> None:
    reached, new = set[str](), {FIRST}
    while new:
        reached |= new
        new = {zone_beside(zone, *step) for zone in reached for step in STEPS} - reached
    assert reached == set(ZONES)


def test_at_the_edge_the_keys_stay() -> None:
    assert zone_beside("c12", 0, -1) == "c12"
    assert zone_beside("c09", -1, 0) == "c09"
    assert zone_beside(GRID[-1][1], 0, 1) == GRID[-1][1]
    assert zone_beside("top", 0, 1) == "c06"
    assert zone_beside("top", 0, -1) == "c12"


def test_what_is_no_zone_leads_to_the_first() -> None:
    assert zone_beside("moon", 1, 0) == FIRST


def test_a_zone_says_how_many_marks_and_the_worst() -> None:
    marks = [
        mark(areas=("c12", "c11"), severity=2),
        mark(areas=("c12",), severity=4),
        mark(areas=("c12",)),
        mark(areas=("under",)),
        mark(),
    ]
    assert zone_states(marks) == {"c12": ZoneState(3, 4), "c11": ZoneState(1, 2), "under": ZoneState(1, None)}
