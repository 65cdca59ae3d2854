"""Where shapes lie in a picture of so many pixels: heads of arrows, boxes, blocks of pixelation, and what a finger hits.

Window and report draw from the same figures, so that both show the same layer. Sizes are width and height in pixels;
lengths are real numbers, for a window shows pictures at any scale.
"""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass

from surveyor_app.domain.photos.shapes import SCALE, Drawn, Point, Points, Shape

Spot = tuple[float, float]
Size = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

TEXT_LINES = 7.0
"""Height of text in line widths: 3 % of the longer side at the middle width, readable on a quarter of a report page."""
HEAD_LINES = 6.0
HEAD_HALF_LINES = 2.6
TICK_LINES = 2.5
BLOCKS_ACROSS = 12
"""At most so many blocks along the longer side of a pixelation: a plate's characters then share blocks."""
SMALLEST_BLOCK_PX = 16
LIGHT = 150
"""Brightness (0 to 255) from which a colour needs a dark edge instead of a light one."""


def spots(points: Points, size: Size) -> list[Spot]:
    """Return points in pixels."""
    return [(x * size[0] / SCALE, y * size[1] / SCALE) for x, y in points]


def point_at(spot: Spot, size: Size) -> Point:
    """Return the point at a place in pixels; it may lie outside the picture."""
    return round(spot[0] * SCALE / max(size[0], 1)), round(spot[1] * SCALE / max(size[1], 1))


def line_px(width: int, size: Size) -> float:
    """Return how thick a line is."""
    return max(1.0, width * max(size) / SCALE)


def edge_px(width: int, size: Size) -> float:
    """Return how thick the light or dark edge around a line is, which shows it on any ground."""
    return max(1.0, line_px(width, size) * 0.3)


def text_px(width: int, size: Size) -> float:
    """Return the height of the em of a label."""
    return max(10.0, TEXT_LINES * line_px(width, size))


def edge_color(color: str) -> str:
    """Return the colour around a shape of this colour (``#rrggbb``)."""
    red, green, blue = (int(color[start : start + 2], 16) for start in (1, 3, 5))
    return "#101010" if 0.299 * red + 0.587 * green + 0.114 * blue >= LIGHT else "#FFFFFF"


def box_of(points: Points, size: Size) -> Box:
    """Return the rectangle around points."""
    places = spots(points, size)
    horizontal, vertical = [x for x, _ in places], [y for _, y in places]
    return min(horizontal), min(vertical), max(horizontal), max(vertical)


@dataclass(frozen=True, slots=True)
class ArrowForm:
    """An arrow: its shaft, and the three corners of its head."""

    shaft: tuple[Spot, Spot]
    head: tuple[Spot, Spot, Spot]


def arrow(points: Points, width: int, size: Size) -> ArrowForm:
    """Return the form of an arrow; the head takes at most half of a short one."""
    tail, tip = spots(points, size)
    length = math.dist(tail, tip)
    if length == 0:
        return ArrowForm((tail, tip), (tip, tip, tip))
    line = line_px(width, size)
    along = ((tip[0] - tail[0]) / length, (tip[1] - tail[1]) / length)
    head = min(HEAD_LINES * line, length / 2)
    half = head * HEAD_HALF_LINES / HEAD_LINES
    base = (tip[0] - along[0] * head, tip[1] - along[1] * head)
    left = (base[0] - along[1] * half, base[1] + along[0] * half)
    right = (base[0] + along[1] * half, base[1] - along[0] * half)
    return ArrowForm((tail, base), (tip, left, right))


def ticks(points: Points, width: int, size: Size) -> tuple[tuple[Spot, Spot], tuple[Spot, Spot]]:
    """Return the strokes across both ends of a measured line."""
    start, end = spots(points, size)
    length = math.dist(start, end) or 1.0
    half = TICK_LINES * line_px(width, size)
    across = (-(end[1] - start[1]) / length * half, (end[0] - start[0]) / length * half)
    first = ((start[0] + across[0], start[1] + across[1]), (start[0] - across[0], start[1] - across[1]))
    last = ((end[0] + across[0], end[1] + across[1]), (end[0] - across[0], end[1] - across[1]))
    return first, last


def number_radius(label: str, em: float) -> float:
    """Return the radius of the disc behind a number."""
    return em * (0.72 if len(label) < 3 else 0.36 * len(label))


def estimated_length(label: str, em: float) -> float:
    """Return about how long a label is, without any font: full-width characters take an em, others some 0.58."""
    return em * sum(1.0 if unicodedata.east_asian_width(char) in "WF" else 0.58 for char in label)


def label_box(drawn: Drawn, length: float, size: Size) -> Box:
    """Return the ground of a label of this length, brought into the picture: at a text's corner or a line's middle."""
    em = text_px(drawn.width, size)
    wide, high = length + 0.6 * em, 1.4 * em
    places = spots(drawn.points, size)
    if drawn.shape is Shape.LINE:
        left = (places[0][0] + places[1][0]) / 2 - wide / 2
        top = (places[0][1] + places[1][1]) / 2 - high / 2
    else:
        left, top = places[0]
    left = max(0.0, min(left, size[0] - wide))
    top = max(0.0, min(top, size[1] - high))
    return left, top, left + wide, top + high


def block_px(width: float, height: float) -> int:
    """Return the side of one block of a pixelation over a region of this size.

    The average of a block is all that is left of it. Blocks are at least 16 pixels and at least a twelfth of the region's
    longer side, so that a larger picture of the same thing gives no finer blocks to read a plate or a face from.
    """
    return max(SMALLEST_BLOCK_PX, math.ceil(max(width, height) / BLOCKS_ACROSS))


def blocks_of(width: int, height: int) -> tuple[int, int]:
    """Return how many blocks lie across and down a region."""
    side = block_px(width, height)
    return max(1, math.ceil(width / side)), max(1, math.ceil(height / side))


def handle_at(drawn: Drawn, at: Spot, size: Size, reach: float) -> int | None:
    """Return which point of a shape lies within ``reach`` pixels, the nearest of several."""
    distances = [(math.dist(spot, at), index) for index, spot in enumerate(spots(drawn.points, size))]
    nearest = min(distances)
    return nearest[1] if nearest[0] <= reach else None


def hits(drawn: Drawn, at: Spot, size: Size, reach: float) -> bool:
    """Tell whether a place lies on a shape or within ``reach`` pixels of it."""
    reach += line_px(drawn.width, size) / 2
    if drawn.shape in (Shape.ARROW, Shape.LINE):
        start, end = spots(drawn.points, size)
        return _distance_to_line(at, start, end) <= reach
    if drawn.shape is Shape.NUMBER:
        radius = number_radius(drawn.label, text_px(drawn.width, size))
        return math.dist(spots(drawn.points, size)[0], at) <= radius + reach
    if drawn.shape is Shape.TEXT:
        length = estimated_length(drawn.label, text_px(drawn.width, size))
        return _in_box(at, label_box(drawn, length, size), reach)
    box = box_of(drawn.points, size)
    if drawn.shape is Shape.PIXELATE:
        return _in_box(at, box, reach)
    if drawn.shape is Shape.CIRCLE:
        return _near_ellipse(at, box, reach)
    return _in_box(at, box, reach) and not _in_box(at, box, -reach)


def _in_box(at: Spot, box: Box, reach: float) -> bool:
    return box[0] - reach <= at[0] <= box[2] + reach and box[1] - reach <= at[1] <= box[3] + reach


def _near_ellipse(at: Spot, box: Box, reach: float) -> bool:
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    half = ((box[2] - box[0]) / 2, (box[3] - box[1]) / 2)

    def is_inside(grown: float) -> bool:
        axes = (half[0] + grown, half[1] + grown)
        if min(axes) <= 0:
            return False
        return ((at[0] - middle[0]) / axes[0]) ** 2 + ((at[1] - middle[1]) / axes[1]) ** 2 <= 1

    return is_inside(reach) and not is_inside(-reach)


def _distance_to_line(at: Spot, start: Spot, end: Spot) -> float:
    square = (end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2
    if square == 0:
        return math.dist(at, start)
    share = ((at[0] - start[0]) * (end[0] - start[0]) + (at[1] - start[1]) * (end[1] - start[1])) / square
    share = min(max(share, 0.0), 1.0)
    return math.dist(at, (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])))
