"""Vehicles as they are drawn from above (车辆俯视图), read once from ``vehicle_outlines.toml``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from surveyor_app.domain.texts import Text
from surveyor_app.wording.labels import ENUMERATIONS
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.table_values import require_once, texts
from surveyor_app.wording.toml_files import read_toml, string_of, well_formed

FILE = "vehicle_outlines.toml"
KINDS = "vehicle_kind"
_POINTS = {"M": 1, "L": 1, "Q": 2, "C": 3, "Z": 0}
Point = tuple[float, float]
Strokes = tuple[tuple[str, tuple[Point, ...]], ...]
"""Commands of a path with their points, all absolute."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One drawing: what is filled (``body``, ``wheels``, ``glass``), what is only a line, and where the zones are cut."""

    id: str
    label: Text
    kinds: tuple[str, ...]
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    body: Strokes
    wheels: tuple[Strokes, ...]
    glass: tuple[Strokes, ...]
    details: tuple[Strokes, ...]


@dataclass(frozen=True, slots=True)
class Outlines:
    """All drawings, of one size."""

    size: tuple[float, float]
    drawn: tuple[Outline, ...]

    def of_kind(self, vehicle_kind: str | None) -> Outline:
        """Return the drawing for a kind of vehicle; the first one where none says that it is meant."""
        return next((item for item in self.drawn if vehicle_kind in item.kinds), self.drawn[0])

    def called(self, id_: str) -> Outline:
        """Return the drawing of an id."""
        return next(item for item in self.drawn if item.id == id_)


@cache
def load_outlines(resources: Path) -> Outlines:
    """Read ``vehicle_outlines.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or a drawing in it is not whole.
    """
    table = read_table(resources, FILE)
    kinds = [value["id"] for value in read_toml(resources, ENUMERATIONS).get(KINDS, {}).get("values", ())]
    with well_formed(resources, FILE):
        width, height = _rising(table["size"], 2, None)
        drawn = tuple(_outline(item, width, height) for item in table["outline"])
        require_once(item.id for item in drawn)
        require_once(kind for item in drawn for kind in item.kinds)
        unknown = {kind for item in drawn for kind in item.kinds} - set(kinds)
        if unknown:
            raise ValueError(f"no kinds of vehicles: {sorted(unknown)}")
        return Outlines((width, height), drawn)


def _outline(item: Item, width: float, height: float) -> Outline:
    wheels, glass, details = (tuple(map(read_path, texts(item, name))) for name in ("wheels", "glass", "details"))
    columns, rows = _rising(item["columns"], 2, width), _rising(item["rows"], 4, height)
    body = read_path(string_of(item["body"]))
    return Outline(
        string_of(item["id"]), item.text(), texts(item, "kinds"), columns, rows, body, wheels, glass, details
    )


def read_path(text: str) -> Strokes:
    """Take a path apart.

    Raises:
        ValueError: a command is not known, has too few or too many numbers, or the path does not begin with ``M``.
    """
    words, place = text.split(), 0
    commands: list[tuple[str, tuple[Point, ...]]] = []
    while place < len(words):
        name = words[place]
        if name not in _POINTS or (not commands and name != "M"):
            raise ValueError(f"no path: {text!r}")
        end = place + 1 + 2 * _POINTS[name]
        numbers = [float(word) for word in words[place + 1 : end]]
        if len(numbers) != 2 * _POINTS[name]:
            raise ValueError(f"too short: {text!r}")
        commands.append((name, tuple(zip(numbers[::2], numbers[1::2], strict=True))))
        place = end
    return tuple(commands)


def _rising(values: Sequence[object], count: int, below: float | None) -> tuple[float, ...]:
    numbers = tuple(float(value) for value in values if isinstance(value, int | float) and not isinstance(value, bool))
    rises = all(low < high for low, high in pairwise(numbers)) or below is None
    if len(numbers) != count or len(values) != count or min(numbers) <= 0 or not rises:
        raise ValueError(f"not {count} numbers in order: {values!r}")
    if below is not None and numbers[-1] >= below:
        raise ValueError(f"beyond the picture: {values!r}")
    return numbers
