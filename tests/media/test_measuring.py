"""Likeness, sharpness and exposure of made pictures."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw, ImageFilter

from surveyor_app.domain.photos.likeness import NEAR, NOTHING_TO_COMPARE, distance
from surveyor_app.media.examining import examine_bytes
from surveyor_app.media.facts import MEASURES_VERSION, Measures
from surveyor_app.media.measuring import measure
from tests.media.made_files import encoded, video


def _scene(seed: int, size: tuple[int, int] = (600, 450)) -> Image.Image:
    """Return a picture with large and small shapes that the seed arranges."""
    width, height = size
    picture = Image.new("RGB", size, (120, 140, 160))
    pen = ImageDraw.Draw(picture)
    state = seed
    for step in range(40):
        numbers = []
        for _ in range(4):
            state = (state * 1_103_515_245 + 12_345) % (1 << 31)
            numbers.append(state / (1 << 31))
        x, y, extent = numbers[0] * width, numbers[1] * height, width / (4 if step < 6 else 25)
        shade = int(numbers[2] * 255)
        pen.rectangle((x, y, x + extent, y + extent * (0.5 + numbers[3])), fill=(shade, 255 - shade, shade // 2))
    return picture


def _measured(picture: Image.Image, format_name: str = "JPEG", **options: object) -> Measures:
    return _of(encoded(picture, format_name, **options))


def _of(data: bytes) -> Measures:
    found = examine_bytes(data).measures
    assert found is not None
    return found


def test_copies_are_near_and_other_pictures_are_far() -> None:
    original = _scene(1)
    copies = [
        encoded(original, "JPEG", quality=95),
        encoded(original, "JPEG", quality=30),
        encoded(original.resize((300, 225)), "JPEG"),
        encoded(original.filter(ImageFilter.GaussianBlur(3)), "PNG"),
        encoded(original.convert("L"), "JPEG"),
    ]
    hashes = [_of(copy).phash for copy in copies]
    assert all(distance(hashes[0], copy) <= NEAR for copy in hashes[1:])
    others = [_measured(_scene(seed)).phash for seed in range(2, 8)]
    assert all(distance(hashes[0], other) > 2 * NEAR for other in others)


def test_likeness_is_of_the_upright_picture() -> None:
    original = _scene(3)
    turned = Image.Exif()
    turned[0x0112] = 6
    stored = original.transpose(Image.Transpose.ROTATE_90)
    assert distance(_measured(original).phash, _measured(stored, exif=turned).phash) <= NEAR


@pytest.mark.parametrize("colour", ["black", "grey", "white"])
def test_a_picture_without_content_has_nothing_to_compare(colour: str) -> None:
    assert _measured(Image.new("RGB", (640, 480), colour)).phash == NOTHING_TO_COMPARE


def test_noise_alone_is_no_content() -> None:
    noise = Image.effect_noise((640, 480), 4).convert("RGB")
    assert _measured(noise).phash == NOTHING_TO_COMPARE


def test_blur_shows() -> None:
    original = Image.effect_noise((600, 450), 60).convert("RGB")
    sharp, soft, lost = (
        _measured(original.filter(ImageFilter.GaussianBlur(radius)) if radius else original).sharpness
        for radius in (0, 2, 4)
    )
    assert sharp > 100 > soft > lost


def test_sharpness_does_not_depend_on_the_number_of_pixels() -> None:
    large, small = _measured(_scene(5, (3200, 2400))), _measured(_scene(5, (1600, 1200)))
    assert abs(large.sharpness - small.sharpness) < large.sharpness / 4


def test_sharpness_is_the_variance_of_the_laplacian() -> None:
    grey = _scene(6, (60, 40)).convert("L")
    values = grey.tobytes()
    laplacian = [
        values[at - 1] + values[at + 1] + values[at - 60] + values[at + 60] - 4 * values[at]
        for at in (y * 60 + x for y in range(1, 39) for x in range(1, 59))
    ]
    mean = sum(laplacian) / len(laplacian)
    variance = sum((value - mean) ** 2 for value in laplacian) / len(laplacian)
    found = measure(grey, grey)
    # Means of neighbours are rounded to whole grey values.
    assert abs(found.sharpness - variance) < max(10.0, variance / 50)


def test_exposure_is_told_in_thousandths() -> None:
    dark, bright = Image.new("L", (400, 300), 10), Image.new("L", (400, 300), 255)
    half = dark.copy()
    half.paste(255, (0, 0, 200, 300))
    assert _exposure(dark) == (10, 1000, 0)
    assert _exposure(bright) == (255, 0, 1000)
    level, dark_permille, bright_permille = _exposure(half)
    assert abs(level - 132) <= 1
    assert abs(dark_permille - 500) < 10
    assert abs(bright_permille - 500) < 10


def _exposure(picture: Image.Image) -> tuple[int, int, int]:
    found = _measured(picture, "PNG")
    return found.level, found.dark_permille, found.bright_permille


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (2000, 2), (2, 2)])
def test_the_smallest_pictures_are_measured(size: tuple[int, int]) -> None:
    found = _measured(Image.new("RGB", size, "white"), "PNG")
    assert (found.version, found.sharpness, found.level) == (MEASURES_VERSION, 0, 255)


def test_what_has_a_preview_has_measures() -> None:
    assert examine_bytes(video()).measures is not None
    assert examine_bytes(b"%PDF-1.7").measures is None


def test_measures_agree_with_the_preview_that_is_stored() -> None:
    found = examine_bytes(encoded(_scene(8, (2000, 1200)), "JPEG"))
    assert found.preview is not None
    assert found.measures is not None
    again = examine_bytes(found.preview)
    assert again.measures is not None
    assert distance(found.measures.phash, again.measures.phash) <= NEAR
    with Image.open(io.BytesIO(found.preview)) as preview:
        assert max(preview.size) == 1600
