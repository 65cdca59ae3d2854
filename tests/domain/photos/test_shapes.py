"""Shapes of annotations: strict points, bounds of the picture, geometry that window and report share."""

from __future__ import annotations

import math

import pytest

from surveyor_app.domain.errors import InputError
from surveyor_app.domain.photos import shape_geometry as geometry
from surveyor_app.domain.photos.annotations import Annotation
from surveyor_app.domain.photos.shapes import (
    SCALE,
    Drawn,
    LineWidth,
    Palette,
    Points,
    Shape,
    Swatch,
    drawn_of,
    format_points,
    is_drawn,
    layer_of,
    moved,
    only_hiding,
    parse_points,
    resized,
)
from surveyor_app.domain.texts import Text

RED = Swatch("red", Text.same("Red"), "#E02020")
MEDIUM = LineWidth("medium", Text.same("Medium"), 45)
PALETTE = Palette((RED, Swatch("white", Text.same("White"), "#FFFFFF")), (MEDIUM,), RED, MEDIUM)
SIZE = (1000.0, 500.0)


def drawn(shape: Shape, *points: tuple[int, int], label: str = "") -> Drawn:
    return Drawn(shape, points, "#E02020", 50, label)


def record(shape: str, points: str, **fields: object) -> Annotation:
    return Annotation(id="a", shape=shape, points=points, **fields)  # type: ignore[arg-type]  # fields of the record


@pytest.mark.parametrize(
    ("text", "shape", "points"),
    [
        ("0,0 10000,10000", Shape.ARROW, ((0, 0), (10000, 10000))),
        ("12,345", Shape.TEXT, ((12, 345),)),
        ("9,8 7,6", Shape.PIXELATE, ((9, 8), (7, 6))),
    ],
)
def test_points_are_written_as_they_are_read(text: str, shape: Shape, points: Points) -> None:
    assert parse_points(text, shape) == points
    assert format_points(points) == text


@pytest.mark.parametrize(
    "text",
    ["", "1,2", "1,2 3,4 5,6", "1,2  3,4", "1;2 3,4", "1,2 3,10001", "-1,2 3,4", "1.5,2 3,4", "01,2 3,4", "١,2 3,4", "1,2 3,4\n"],
)  # fmt: skip
def test_other_points_are_refused(text: str) -> None:
    with pytest.raises(InputError):
        parse_points(text, Shape.LINE)


def test_a_very_long_text_is_refused_without_being_read_whole() -> None:
    with pytest.raises(InputError):
        parse_points("1,2 " * 5000, Shape.BOX)


def test_points_outside_are_written_at_the_edge() -> None:
    assert format_points([(-5, 20000)]) == "0,10000"


def test_a_shape_moved_against_the_edge_keeps_its_form() -> None:
    assert moved(((1000, 1000), (3000, 2000)), (-5000, 9000)) == ((0, 9000), (2000, SCALE))


def test_a_point_is_put_elsewhere_within_the_picture() -> None:
    assert resized(((1, 1), (2, 2)), 1, (70000, -3)) == ((1, 1), (SCALE, 0))


def test_a_slip_of_the_hand_is_no_shape() -> None:
    assert not is_drawn(((100, 100), (110, 120)))
    assert is_drawn(((100, 100), (100, 900)))
    assert is_drawn(((1, 1),))


@pytest.mark.parametrize(("shape", "points"), [("spiral", "1,2 3,4"), ("arrow", "1,2"), ("", "")])
def test_a_shape_of_another_version_is_not_drawn(shape: str, points: str) -> None:
    assert drawn_of(record(shape, points), PALETTE) is None


def test_an_unknown_colour_and_width_become_what_can_be_drawn() -> None:
    found = drawn_of(record("box", "1,2 3,4", color="mauve", width=99999), PALETTE)
    assert found is not None
    assert (found.color, found.width) == ("#E02020", 400)


def test_nothing_that_is_drawn_lies_under_a_pixelation() -> None:
    layer = layer_of([record("arrow", "1,2 3,4"), record("pixelate", "1,2 3,4"), record("box", "1,2 3,4")], PALETTE)
    assert [item.shape for item in layer] == [Shape.PIXELATE, Shape.ARROW, Shape.BOX]
    assert [item.shape for item in only_hiding(layer)] == [Shape.PIXELATE]


def test_the_head_of_an_arrow_ends_at_its_tip() -> None:
    form = geometry.arrow(((0, 5000), (10000, 5000)), 50, SIZE)
    assert form.head[0] == (1000.0, 250.0)
    assert form.shaft[1][0] == pytest.approx(1000 - geometry.HEAD_LINES * 5)
    assert form.head[1][1] == pytest.approx(250 + geometry.HEAD_HALF_LINES * 5)


def test_the_head_takes_half_of_a_short_arrow_at_most() -> None:
    form = geometry.arrow(((0, 0), (200, 0)), 400, SIZE)
    assert math.dist(*form.shaft) == pytest.approx(10)
    assert geometry.arrow(((5, 5), (5, 5)), 50, SIZE).head[0] == geometry.spots(((5, 5),), SIZE)[0]


def test_ticks_stand_across_a_measured_line() -> None:
    (first, last) = geometry.ticks(((0, 5000), (10000, 5000)), 50, SIZE)
    assert {first[0][0], first[1][0]} == {0}
    assert abs(last[0][1] - last[1][1]) == pytest.approx(2 * geometry.TICK_LINES * 5)


@pytest.mark.parametrize(
    ("item", "on", "off"),
    [
        (drawn(Shape.ARROW, (0, 0), (10000, 10000)), (500, 250), (500, 350)),
        (drawn(Shape.LINE, (1000, 5000), (9000, 5000)), (300, 252), (950, 250)),
        (drawn(Shape.BOX, (1000, 1000), (9000, 9000)), (100, 250), (500, 250)),
        (drawn(Shape.CIRCLE, (1000, 0), (9000, 10000)), (100, 250), (110, 20)),
        (drawn(Shape.PIXELATE, (1000, 1000), (9000, 9000)), (500, 250), (50, 250)),
        (drawn(Shape.NUMBER, (5000, 5000), label="1"), (510, 250), (600, 250)),
        (drawn(Shape.TEXT, (1000, 1000), label="划痕"), (120, 70), (400, 70)),
        (drawn(Shape.CIRCLE, (5000, 5000), (5001, 5001)), (500, 250), (600, 250)),
        (drawn(Shape.ARROW, (5000, 5000), (5000, 5000)), (500, 250), (600, 250)),
    ],
)
def test_a_shape_is_hit_on_its_strokes(item: Drawn, on: geometry.Spot, off: geometry.Spot) -> None:
    assert geometry.hits(item, on, SIZE, 3)
    assert not geometry.hits(item, off, SIZE, 3)


def test_the_nearest_handle_is_taken() -> None:
    item = drawn(Shape.BOX, (1000, 1000), (1200, 1000))
    assert geometry.handle_at(item, (118, 50), SIZE, 30) == 1
    assert geometry.handle_at(item, (101, 50), SIZE, 30) == 0
    assert geometry.handle_at(item, (500, 400), SIZE, 30) is None


def test_a_label_stays_in_the_picture() -> None:
    left, top, right, bottom = geometry.label_box(drawn(Shape.TEXT, (9900, 9900), label="文字"), 100, SIZE)
    assert left >= 0
    assert right == pytest.approx(1000)
    assert top == pytest.approx(500 - 1.4 * 35)
    assert bottom == pytest.approx(500)


@pytest.mark.parametrize(("width", "height"), [(1, 1), (40, 20), (400, 100), (3000, 2000)])
def test_blocks_are_large_however_large_the_picture(width: int, height: int) -> None:
    side = geometry.block_px(width, height)
    across, down = geometry.blocks_of(width, height)
    assert side >= 16
    assert max(across, down) <= geometry.BLOCKS_ACROSS
    assert across * side >= width


def test_an_edge_contrasts_with_its_colour() -> None:
    assert geometry.edge_color("#FFD400") == "#101010"
    assert geometry.edge_color("#101010") == "#FFFFFF"


def test_points_and_pixels_match() -> None:
    assert geometry.point_at(geometry.spots(((1234, 5678),), SIZE)[0], SIZE) == (1234, 5678)
