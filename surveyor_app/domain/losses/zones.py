"""Zones of a vehicle seen from above (受损部位, domain §2.4): where they lie beside each other, and how badly each is hit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from surveyor_app.domain.losses.vehicles import DamageMark

Grid = tuple[tuple[str, str, str], ...]
OUTSIDE: Grid = (
    ("c11", "c12", "c01"),
    ("c10", "top", "c02"),
    ("c09", "top", "c03"),
    ("c08", "top", "c04"),
    ("c07", "c06", "c05"),
)
"""Front at the top; the left of the picture is the vehicle's left."""
BELOW = ("under", "cargo", "all")
"""What does not show from above stands in a row below the vehicle."""
GRID: Grid = (*OUTSIDE, BELOW)
ZONES = tuple(dict.fromkeys(zone for row in GRID for zone in row))
FIRST = "c12"


@dataclass(frozen=True, slots=True)
class ZoneState:
    """How many marks a zone has, and the worst of their severities, ``None`` while none is known."""

    count: int
    severity: int | None


def zone_states(marks: Iterable[DamageMark]) -> Mapping[str, ZoneState]:
    """Return the zones that have marks."""
    states: dict[str, ZoneState] = {}
    for mark in marks:
        for zone in mark.areas or ():
            before = states.get(zone, ZoneState(0, None))
            known = [value for value in (before.severity, mark.severity) if value is not None]
            states[zone] = ZoneState(before.count + 1, max(known, default=None))
    return states


def zone_beside(zone: str, across: int, down: int) -> str:
    """Return the zone one step from another, the same at the edge; ``top`` is one zone, however many fields it takes."""
    places = [(row, column) for row, names in enumerate(GRID) for column, name in enumerate(names) if name == zone]
    if not places:
        return FIRST
    # From the last of its fields on the way down, from the first on the way up, from the middle one to the side.
    row, column = places[-1] if down > 0 else places[0] if down < 0 else places[len(places) // 2]
    row = max(0, min(len(GRID) - 1, row + down))
    column = max(0, min(len(GRID[0]) - 1, column + across))
    return GRID[row][column]
