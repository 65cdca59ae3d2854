"""The code of the clock page is read from photos of a screen, through a real worker."""

from __future__ import annotations

from collections.abc import Iterator

import pillow_heif
import pytest
from PIL import Image

from surveyor_app.media.clock_code import code_modules
from surveyor_app.media.worker import MediaWorkers
from tests.media.made_files import encoded, png, quadrants, video
from tests.media.screen_photos import OBLIQUE, Corners, photo

_TEXT = "SURVEYOR-CLOCK 2026-11-20T06:03:22.431Z"
_FAR: Corners = ((0.44, 0.46), (0.56, 0.45), (0.57, 0.55), (0.45, 0.56))
_UPSIDE_DOWN: Corners = (OBLIQUE[2], OBLIQUE[3], OBLIQUE[0], OBLIQUE[1])
_MIRRORED: Corners = (OBLIQUE[1], OBLIQUE[0], OBLIQUE[3], OBLIQUE[2])


@pytest.fixture(scope="module")
def workers() -> Iterator[MediaWorkers]:
    with MediaWorkers(1) as pool:
        yield pool


@pytest.mark.parametrize("corners", [OBLIQUE, _FAR, _UPSIDE_DOWN, _MIRRORED])
def test_a_code_is_read_from_an_oblique_photo(workers: MediaWorkers, corners: Corners) -> None:
    data = encoded(photo(_TEXT, (4000, 3000), corners, blur=1.5, noise=12), "JPEG", quality=88)
    assert workers.read_codes(data) == (_TEXT,)


def test_a_code_is_read_through_blur_noise_and_glare(workers: MediaWorkers) -> None:
    data = encoded(photo(_TEXT, (4000, 3000), blur=4, noise=25, has_glare=True), "JPEG", quality=80)
    assert workers.read_codes(data) == (_TEXT,)


def test_a_code_far_away_is_read_from_fifty_megapixels(workers: MediaWorkers) -> None:
    data = encoded(photo(_TEXT, (8160, 6120), _FAR), "JPEG", quality=80)
    assert workers.read_codes(data) == (_TEXT,)


@pytest.mark.parametrize("format_name", ["HEIF", "PNG", "TIFF", "WEBP"])
def test_codes_are_read_from_every_kind_of_photo(workers: MediaWorkers, format_name: str) -> None:
    pillow_heif.register_heif_opener()
    data = encoded(photo(_TEXT, (800, 600), noise=8), format_name)
    assert workers.read_codes(memoryview(data)) == (_TEXT,)


def test_a_photo_that_lies_on_its_side_is_read(workers: MediaWorkers) -> None:
    turned = photo(_TEXT, (1600, 1200)).transpose(Image.Transpose.ROTATE_90)
    assert workers.read_codes(encoded(turned, "JPEG")) == (_TEXT,)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        encoded(quadrants(), "JPEG"),
        encoded(quadrants(), "JPEG")[:200],
        png(30_000, 30_000),
        video(),
        b"\xff\xd8\xff\xe0 junk",
    ],
    ids=["empty", "paper", "no code", "half a photo", "bomb", "video", "junk"],
)
def test_what_holds_no_code_yields_none(workers: MediaWorkers, data: bytes) -> None:
    assert workers.read_codes(data) == ()


def test_too_little_time_yields_none() -> None:
    slow = png(10_000, 10_000, row=bytes(1 + 30_000), colour_type=2)
    with MediaWorkers(1) as pool:
        assert pool.examine_bytes(encoded(quadrants(), "JPEG")).problem is None
        assert pool.read_codes(slow, timeout_s=0.05) == ()
        assert pool.read_codes(encoded(photo(_TEXT, (800, 600)), "PNG")) == (_TEXT,)


def test_modules_form_a_square_with_its_three_finders() -> None:
    modules = code_modules(_TEXT)
    assert {len(row) for row in modules} == {len(modules)}
    finder = [True] * 7
    assert list(modules[0][:7]) == list(modules[0][-7:]) == list(modules[-1][:7]) == finder
    assert modules == code_modules(_TEXT)


def test_codes_of_one_length_have_one_size() -> None:
    times = [f"SURVEYOR-CLOCK 2026-11-20T{hour:02}:{minute:02}:59.000Z" for hour in range(24) for minute in (0, 31)]
    assert len({len(code_modules(time)) for time in times}) == 1
