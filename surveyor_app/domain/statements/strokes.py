"""Handwriting as it came from the pad: strokes of points with pressure and time.

Kept as canonical JSON (whole numbers only): ``{"v": 1, "width", "height", "strokes": [[x, y, pressure, ms, x, y, …], …]}``.
Lengths are tenths of a logical pixel of the pad, pressure runs from 0 to 1000 (1000 where the device measures none), ``ms``
counts from the first touch. What was written somewhere else is hostile until it was read by :func:`drawing_from`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import Json, canonical

VERSION = 1
FULL_PRESSURE = 1000
LARGEST = 1 << 40
MAX_POINTS = 200_000
MAX_BYTES = 8 << 20


@dataclass(frozen=True, slots=True)
class Point:
    """Where the pen was, how hard it was pressed, and when."""

    x: int
    y: int
    pressure: int
    ms: int


Stroke = tuple[Point, ...]
"""From pen down to pen up; one point is a dot."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything written on one pad of ``width`` × ``height`` tenths of a pixel."""

    width: int
    height: int
    strokes: tuple[Stroke, ...]

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing was written."""
        return not any(self.strokes)

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of what was written; the whole pad when nothing was."""
        points = [point for stroke in self.strokes for point in stroke]
        if not points:
            return 0, 0, self.width, self.height
        xs, ys = [point.x for point in points], [point.y for point in points]
        return min(xs), min(ys), max(xs), max(ys)

    def to_bytes(self) -> bytes:
        """Return the exact bytes that are stored and hashed."""
        strokes: list[Json] = [
            [number for point in stroke for number in (point.x, point.y, point.pressure, point.ms)]
            for stroke in self.strokes
        ]
        return canonical({"v": VERSION, "width": self.width, "height": self.height, "strokes": strokes})


def drawing_from(data: bytes) -> Drawing:
    """Return what the bytes say.

    Raises:
        InputError: they are no drawing, or one that no pad makes.
    """
    try:
        if len(data) > MAX_BYTES:
            raise ValueError("too large")
        content = json.loads(data)
        if content["v"] != VERSION:
            raise ValueError("version")
        width, height = _number(content["width"], 1), _number(content["height"], 1)
        strokes = tuple(_stroke(item) for item in content["strokes"])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise InputError(field="strokes", reason=str(error)) from error
    if sum(map(len, strokes)) > MAX_POINTS:
        raise InputError(field="strokes", reason="too many points")
    return Drawing(width, height, strokes)


def to_svg(drawing: Drawing, pen: float = 24.0) -> bytes:
    """Return the drawing as an SVG cut to what was written, with strokes as wide as they were pressed; black on nothing."""
    left, top, right, bottom = drawing.box
    margin = pen
    paths = "".join(_paths(stroke, pen) for stroke in drawing.strokes)
    box = f"{left - margin} {top - margin} {right - left + 2 * margin} {bottom - top + 2 * margin}"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" fill="none" stroke="#101820" stroke-linecap="round">'
    )
    return f"{head}{paths}</svg>".encode()


def _paths(stroke: Stroke, pen: float) -> str:
    if len(stroke) == 1:
        point = stroke[0]
        return f'<circle cx="{point.x}" cy="{point.y}" r="{pen / 2:g}" fill="#101820" stroke="none"/>'
    return "".join(
        f'<path d="M{one.x} {one.y}L{two.x} {two.y}" stroke-width="{_width(two.pressure, pen):.1f}"/>'
        for one, two in pairwise(stroke)
    )


def _width(pressure: int, pen: float) -> float:
    return pen * (0.35 + 0.65 * pressure / FULL_PRESSURE)


def _stroke(item: Sequence[object]) -> Stroke:
    if not isinstance(item, list) or not item or len(item) % 4:
        raise ValueError("stroke")
    numbers = [_number(value) for value in item]
    points = tuple(Point(*numbers[place : place + 4]) for place in range(0, len(numbers), 4))
    if any(point.pressure > FULL_PRESSURE for point in points):
        raise ValueError("pressure")
    return points


def _number(value: object, least: int = 0) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError("not a whole number")
    if not least <= value <= LARGEST:
        raise ValueError("out of range")
    return value
