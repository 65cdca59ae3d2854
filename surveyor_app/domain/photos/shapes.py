"""Shapes of annotations: how many points each has, how points are written, moved and resized, and what colours there are.

Points are whole ten-thousandths of the upright picture's width and height from its upper left corner. All of it is bounded:
no point leaves the picture, whatever was dragged where.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from surveyor_app.domain.errors import InputError
from surveyor_app.domain.photos.annotations import Annotation
from surveyor_app.domain.texts import Text

SCALE = 10_000
"""Points count in so many parts of a side."""
SMALLEST = 40
"""A shape of two points that was drawn smaller was a slip of the hand."""
MAX_LABEL = 200
WIDTHS = (5, 400)
"""Thinnest and thickest line, ten-thousandths of the longer side."""

Point = tuple[int, int]
Points = tuple[Point, ...]


class Shape(StrEnum):
    """The shapes; ids of the enumeration ``annotation_shape``.

    ``arrow`` tail and tip · ``line`` both ends of what was measured · ``circle`` and ``box`` two opposite corners of the
    rectangle around it · ``text`` its upper left corner · ``number`` its middle · ``pixelate`` two opposite corners.
    """

    ARROW = "arrow"
    LINE = "line"
    CIRCLE = "circle"
    BOX = "box"
    TEXT = "text"
    NUMBER = "number"
    PIXELATE = "pixelate"

    @property
    def corners(self) -> int:
        """How many points the shape has."""
        return 1 if self in (Shape.TEXT, Shape.NUMBER) else 2

    @property
    def has_label(self) -> bool:
        """Tell whether the shape shows its label: a text, a number, or a measured length."""
        return self in (Shape.TEXT, Shape.NUMBER, Shape.LINE)


_PAIR = re.compile(r"(0|[1-9][0-9]{0,4}),(0|[1-9][0-9]{0,4})")


def parse_points(text: str, shape: Shape) -> Points:
    """Read points as they stand in a record: exactly those of the shape, ``x,y`` divided by single blanks.

    Raises:
        InputError: another form, another number of points, or a point outside the picture.
    """
    parts = text.split(" ")
    matches = [_PAIR.fullmatch(part) for part in parts[: shape.corners + 1]]
    points = tuple((int(match[1]), int(match[2])) for match in matches if match is not None)
    if len(points) != len(parts) or len(points) != shape.corners or any(max(point) > SCALE for point in points):
        raise InputError(field="annotation.points", reason="not the points of this shape")
    return points


def format_points(points: Sequence[Point]) -> str:
    """Write points as they stand in a record; those outside the picture are brought to its edge."""
    return " ".join(f"{x},{y}" for x, y in (clamped(point) for point in points))


def clamped(point: Point) -> Point:
    """Bring a point into the picture."""
    return min(max(point[0], 0), SCALE), min(max(point[1], 0), SCALE)


def moved(points: Points, by: Point) -> Points:
    """Move all points alike, as far as the picture goes: the shape keeps its form at the edge."""
    steps = []
    for axis in (0, 1):
        values = [point[axis] for point in points]
        steps.append(min(max(by[axis], -min(values)), SCALE - max(values)))
    return tuple(clamped((x + steps[0], y + steps[1])) for x, y in points)


def resized(points: Points, index: int, to: Point) -> Points:
    """Put one point elsewhere, at most to the picture's edge."""
    return (*points[:index], clamped(to), *points[index + 1 :])


def is_drawn(points: Points) -> bool:
    """Tell whether a shape is large enough to be meant."""
    if len(points) < 2:
        return True
    (x1, y1), (x2, y2) = points[:2]
    return max(abs(x2 - x1), abs(y2 - y1)) >= SMALLEST


def bounded_width(width: int) -> int:
    """Bring a line width into what can be drawn."""
    return min(max(width, WIDTHS[0]), WIDTHS[1])


@dataclass(frozen=True, slots=True)
class Drawn:
    """One shape as it is drawn: ``color`` is ``#rrggbb``, ``width`` as in the record, ``label`` may be empty."""

    shape: Shape
    points: Points
    color: str
    width: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Swatch:
    """One colour of the drawing palette; ``hex`` is ``#rrggbb``."""

    id: str
    name: Text
    hex: str


@dataclass(frozen=True, slots=True)
class LineWidth:
    """One line width on offer, in ten-thousandths of the picture's longer side."""

    id: str
    name: Text
    value: int


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours and widths to draw with, in the order they are offered."""

    colors: tuple[Swatch, ...]
    widths: tuple[LineWidth, ...]
    default_color: Swatch
    default_width: LineWidth

    def hex_of(self, color: str | None) -> str:
        """Return the shade of a colour; of one that is not in the palette (another version's) the default's."""
        found = (swatch.hex for swatch in self.colors if swatch.id == color)
        return next(found, self.default_color.hex)


def drawn_of(annotation: Annotation, palette: Palette) -> Drawn | None:
    """Return what a record draws; ``None`` for one whose shape or points this version cannot read."""
    try:
        shape = Shape(annotation.shape or "")
        points = parse_points(annotation.points or "", shape)
    except (ValueError, InputError):
        return None
    width = bounded_width(annotation.width or palette.default_width.value)
    return Drawn(shape, points, palette.hex_of(annotation.color), width, (annotation.label or "")[:MAX_LABEL])


def layer_of(annotations: Sequence[Annotation], palette: Palette) -> tuple[Drawn, ...]:
    """Return what records draw in their order, pixelations first: nothing that is drawn lies under one."""
    shapes = [drawn for annotation in annotations if (drawn := drawn_of(annotation, palette)) is not None]
    return tuple(sorted(shapes, key=lambda drawn: drawn.shape is not Shape.PIXELATE))


def only_hiding(layer: Sequence[Drawn]) -> tuple[Drawn, ...]:
    """Return the pixelations of a layer alone."""
    return tuple(drawn for drawn in layer if drawn.shape is Shape.PIXELATE)
