"""The layer and the stamp on derived pictures: drawn where they belong, nothing else changed, and what is hidden is gone."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from PIL import Image, ImageChops, ImageStat

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.photos import shape_geometry as geometry
from surveyor_app.domain.photos.shapes import Drawn, Shape
from surveyor_app.media.annotating import annotated, pixelate, stamped
from surveyor_app.media.facts import Problem
from surveyor_app.media.render_jobs import Rendered, RenderJob
from surveyor_app.media.rendering import rendered
from surveyor_app.media.worker import MediaWorkers
from tests.media.made_files import encoded, exif, png, quadrants

FONT = str(resources_dir() / "fonts" / "NotoSansSC-Regular.ttf")
YELLOW = "#FFD400"
GREY = (90, 90, 90)


@pytest.fixture(scope="module")
def workers() -> Iterator[MediaWorkers]:
    with MediaWorkers(1) as pool:
        yield pool


def plain(width: int = 800, height: int = 600) -> Image.Image:
    return Image.new("RGB", (width, height), GREY)


def noise(width: int = 800, height: int = 600) -> Image.Image:
    return Image.effect_noise((width, height), 90).convert("RGB")


def colours_in(picture: Image.Image, box: tuple[int, int, int, int]) -> set[tuple[int, ...]]:
    found = picture.crop(box).getcolors(1 << 24)
    assert found is not None
    return {colour for _, colour in found if isinstance(colour, tuple)}


def changed_box(before: Image.Image, after: Image.Image) -> tuple[int, int, int, int] | None:
    return ImageChops.difference(before, after).getbbox()


def shape(kind: Shape, *points: tuple[int, int], label: str = "", color: str = YELLOW) -> Drawn:
    return Drawn(kind, points, color, 50, label)


def opened(data: bytes | None) -> Image.Image:
    assert data is not None
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("kind", [Shape.ARROW, Shape.LINE, Shape.CIRCLE, Shape.BOX])
def test_a_shape_is_drawn_in_its_colour_and_nowhere_else(kind: Shape) -> None:
    before = plain()
    after = annotated(before, [shape(kind, (3000, 3000), (6000, 6000))], FONT)
    assert (255, 212, 0) in colours_in(after, (220, 160, 500, 380))
    box = changed_box(before, after)
    assert box is not None
    assert box[0] >= 220
    assert box[1] >= 160
    assert box[2] <= 500
    assert box[3] <= 380
    assert before.getcolors() == [(800 * 600, GREY)]


def test_the_head_of_an_arrow_has_an_edge_of_its_own() -> None:
    after = annotated(plain(), [shape(Shape.ARROW, (2000, 5000), (8000, 5000), color="#101010")], FONT)
    form = geometry.arrow(((2000, 5000), (8000, 5000)), 50, (800, 600))
    x, y = form.head[1]
    assert (255, 255, 255) in colours_in(after, (int(x) - 2, int(y), int(x) + 3, int(y) + 4))


@pytest.mark.parametrize("scale", [1, 4])
def test_text_is_drawn_in_chinese_and_stays_inside(scale: int) -> None:
    before = plain(800 * scale, 600 * scale)
    after = annotated(before, [shape(Shape.TEXT, (9800, 9900), label="右前大灯破损\n\x00")], FONT)
    other = annotated(before, [shape(Shape.TEXT, (9800, 9900), label="左后车门变形\n\x00")], FONT)
    box = changed_box(before, after)
    assert box is not None
    assert box[2] <= after.width
    assert box[2] - box[0] > 150 * scale
    assert changed_box(after, other) is not None


def test_a_number_stands_on_a_disc_of_its_colour() -> None:
    after = annotated(plain(), [shape(Shape.NUMBER, (5000, 5000), label="7")], FONT)
    assert after.getpixel((400 - 15, 300)) == (255, 212, 0)


def test_a_measured_line_shows_its_length() -> None:
    bare = annotated(plain(), [shape(Shape.LINE, (2000, 5000), (8000, 5000))], FONT)
    said = annotated(plain(), [shape(Shape.LINE, (2000, 5000), (8000, 5000), label="1.25 m")], FONT)
    box = changed_box(bare, said)
    assert box is not None
    assert abs((box[0] + box[2]) / 2 - 400) < 5


def test_a_pixelated_region_has_lost_its_detail_and_the_rest_is_unchanged() -> None:
    before = noise()
    after = annotated(before, [shape(Shape.PIXELATE, (2500, 2500), (5000, 5000))], FONT)
    hidden = (200, 150, 400, 300)
    assert len(colours_in(after, hidden)) <= 12 * 9
    assert max(ImageStat.Stat(after.crop(hidden)).stddev) < 0.3 * max(ImageStat.Stat(before.crop(hidden)).stddev)
    assert changed_box(before, after) == (200, 150, 401, 301)


def test_blocks_do_not_tell_what_lay_in_them() -> None:
    one, two = plain(), plain()
    for picture, at in ((one, 203), (two, 207)):
        picture.paste((0, 0, 0), (at, 160, at + 4, 300))
        pixelate(picture, shape(Shape.PIXELATE, (2500, 2500), (5000, 5000)))
    assert changed_box(one, two) is None


@pytest.mark.parametrize(
    "points", [((0, 0), (10000, 10000)), ((10000, 10000), (10000, 10000)), ((9990, 0), (10000, 10))]
)
def test_a_pixelation_at_the_edge_is_drawn(points: tuple[tuple[int, int], tuple[int, int]]) -> None:
    assert annotated(noise(50, 40), [shape(Shape.PIXELATE, *points)], FONT).size == (50, 40)


def test_what_is_drawn_before_a_pixelation_lies_over_it() -> None:
    layer = [shape(Shape.BOX, (2500, 2500), (5000, 5000)), shape(Shape.PIXELATE, (2500, 2500), (5000, 5000))]
    assert (255, 212, 0) in colours_in(annotated(noise(), layer, FONT), (190, 140, 410, 310))


def test_a_stamp_stands_at_the_lower_edge() -> None:
    before = plain()
    after = stamped(before, ["报案号 R1", "", "\x07", "2026-11-20 14:03"], FONT)
    box = changed_box(before, after)
    assert box is not None
    assert (box[0], box[2], box[3]) == (0, 800, 600)
    assert box[1] > 500
    assert stamped(before, ["", " "], FONT).tobytes() == before.tobytes()


def test_a_stamp_too_long_for_the_picture_is_made_smaller() -> None:
    after = stamped(plain(300, 200), ["一" * 80], FONT)
    assert after.getpixel((298, 198)) == after.getpixel((1, 198))


def test_grey_pictures_are_annotated_in_colour() -> None:
    after = annotated(Image.new("L", (400, 300), 60), [shape(Shape.BOX, (2000, 2000), (8000, 8000))], FONT)
    assert after.mode == "RGB"
    assert (255, 212, 0) in colours_in(after, (0, 0, 400, 300))


def test_a_derived_picture_is_upright_and_without_metadata(workers: MediaWorkers) -> None:
    data = encoded(quadrants(800, 480), "JPEG", exif=exif(Orientation=6, Make="Camera"), comment=b"secret")
    jpeg = workers.render(data, RenderJob(longest_px=400)).jpeg
    picture = opened(jpeg)
    assert picture.size == (240, 400)
    assert not picture.getexif()
    assert b"secret" not in (jpeg or b"")
    red = picture.convert("RGB").getpixel((230, 10))
    assert isinstance(red, tuple)
    assert red[0] > 180


def test_a_full_picture_keeps_every_pixel_up_to_the_bound(workers: MediaWorkers) -> None:
    data = encoded(quadrants(2000, 1000), "PNG")
    assert opened(workers.full_picture(data).jpeg).size == (2000, 1000)
    small = opened(workers.full_picture(data, 500_000).jpeg)
    assert small.size == (1000, 500)


def test_a_layer_is_drawn_by_the_worker(workers: MediaWorkers) -> None:
    job = RenderJob(longest_px=800, layer=(shape(Shape.TEXT, (1000, 1000), label="测试"),), stamp=("一",), font=FONT)
    with_layer = opened(workers.render(encoded(plain(), "JPEG"), job).jpeg).convert("RGB")
    assert changed_box(plain(), with_layer) is not None
    pixel = with_layer.getpixel((400, 590))
    assert isinstance(pixel, tuple)
    assert max(pixel) < 60


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", Problem.NOT_A_PICTURE),
        (b"no picture at all", Problem.NOT_A_PICTURE),
        (b"\xff\xd8\xff\xe0" + b"x" * 100, Problem.TRUNCATED),
        (png(60_000, 60_000, rows=1), Problem.TOO_MANY_PIXELS),
    ],
)
def test_what_is_no_picture_says_so(workers: MediaWorkers, data: bytes, problem: Problem) -> None:
    assert workers.full_picture(data) == Rendered(None, problem)


def test_without_its_font_a_text_is_a_problem_and_no_crash(workers: MediaWorkers) -> None:
    job = RenderJob(longest_px=800, layer=(shape(Shape.TEXT, (1, 1), label="x"),), font="/nowhere.ttf")
    assert workers.render(encoded(plain(), "JPEG"), job).problem is Problem.UNREADABLE


def test_a_picture_is_made_coarser_and_smaller_until_it_fits() -> None:
    data = encoded(noise(), "PNG")
    coarse = rendered(io.BytesIO(data), "png", RenderJob(longest_px=800, max_bytes=120_000))
    assert len(coarse) <= 120_000
    tiny = rendered(io.BytesIO(data), "png", RenderJob(longest_px=800, max_bytes=8_000))
    assert len(tiny) <= 8_000
    assert max(opened(tiny).size) < 800
