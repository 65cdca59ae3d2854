"""Previews and thumbnails: upright once, small, plain, and none where it would be dangerous."""

from __future__ import annotations

import io
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image, ImageCms

from surveyor_app.media.examining import examine_bytes, examine_path
from surveyor_app.media.facts import Examination, Problem
from tests.media.made_files import BLUE, GREEN, RED, WHITE, encoded, exif, png, quadrants

_CORNERS = (RED, GREEN, BLUE, WHITE)
_TURNED_BACK = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def _preview(examination: Examination) -> Image.Image:
    assert examination.preview is not None, examination.problem
    return Image.open(io.BytesIO(examination.preview))


def _corners(picture: Image.Image) -> tuple[tuple[int, int, int], ...]:
    """Return the colours near the corners, each as the nearest of the four that were painted."""
    rgb = picture.convert("RGB")
    width, height = rgb.size
    points = [(width // 5, height // 5), (width * 4 // 5, height // 5)]
    points += [(x, height * 4 // 5) for x, _ in points]
    found = []
    for point in points:
        colour = rgb.getpixel(point)
        assert isinstance(colour, tuple)
        found.append(min(_CORNERS, key=lambda c: sum(abs(a - b) for a, b in zip(c, colour, strict=True))))
    return tuple(found)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("format_name", ["JPEG", "TIFF", "PNG", "WEBP"])
def test_pictures_come_out_upright(format_name: str, orientation: int) -> None:
    turn = _TURNED_BACK[orientation]
    stored = quadrants() if turn is None else quadrants().transpose(turn)
    examination = examine_bytes(encoded(stored, format_name, exif=exif(Orientation=orientation)))
    preview = _preview(examination)
    assert preview.size == (80, 48)
    assert _corners(preview) == _CORNERS
    assert examination.facts.orientation == orientation
    assert (examination.facts.width_px, examination.facts.height_px) == stored.size


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("format_name", ["HEIF", "AVIF"])
def test_pictures_turned_by_their_container_are_not_turned_twice(format_name: str, orientation: int) -> None:
    pillow_heif.register_heif_opener()
    turn = _TURNED_BACK[orientation]
    upright = quadrants(320, 192)
    stored = upright if turn is None else upright.transpose(turn)
    tags = exif(Orientation=orientation).tobytes()
    preview = _preview(examine_bytes(encoded(stored, format_name, exif=tags, quality=90)))
    assert preview.size == (320, 192)
    assert _corners(preview) == _CORNERS


def test_iphone_photo_is_not_turned_twice(corpus_dir: Path) -> None:
    examination = examine_path(corpus_dir / "heic/pillow_heif/arrow.heic")
    assert examination.facts.orientation == 6
    assert (examination.facts.width_px, examination.facts.height_px) == (3024, 4032)
    assert _preview(examination).size == (1200, 1600)


def test_preview_and_thumbnail_have_their_sizes() -> None:
    examination = examine_bytes(encoded(quadrants(4000, 3000), "JPEG"))
    assert _preview(examination).size == (1600, 1200)
    assert examination.thumbnail is not None
    with Image.open(io.BytesIO(examination.thumbnail)) as thumbnail:
        assert thumbnail.size == (320, 240)


def test_small_pictures_are_not_enlarged() -> None:
    assert _preview(examine_bytes(encoded(quadrants(), "JPEG"))).size == (80, 48)


def test_very_long_pictures_keep_a_pixel() -> None:
    assert _preview(examine_bytes(png(16_000, 2))).size == (1600, 1)


def test_preview_carries_no_metadata() -> None:
    data = encoded(
        quadrants(2000, 1000), "JPEG", exif=exif(Make="Surveyor", GPSLatitudeRef="N"), comment=b"private", dpi=(72, 72)
    )
    for small in (examine_bytes(data).preview, examine_bytes(encoded(quadrants(), "JPEG", comment=b"private")).preview):
        assert small is not None
        assert b"Exif" not in small
        assert b"private" not in small
        assert b"ICC_PROFILE" not in small


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGBA", "CMYK", "I;16", "I", "F"])
def test_every_mode_gives_a_preview(mode: str) -> None:
    grey = quadrants().convert("L")
    picture = grey.convert("RGB").convert(mode) if mode in ("P", "RGBA", "CMYK") else grey.convert(mode)
    format_name = {"CMYK": "JPEG", "F": "TIFF", "I": "TIFF", "PA": "GIF"}.get(mode, "PNG")
    examination = examine_bytes(encoded(picture.convert("P") if mode == "PA" else picture, format_name))
    assert _preview(examination).size == (80, 48)


def test_transparency_is_shown_on_white() -> None:
    clear = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    pixel = _preview(examine_bytes(encoded(clear, "PNG"))).convert("RGB").getpixel((20, 20))
    assert pixel == (255, 255, 255)


def test_first_frame_of_an_animation_is_shown() -> None:
    frames = [Image.new("RGB", (40, 40), colour) for colour in (RED, BLUE)]
    for format_name in ("GIF", "PNG", "WEBP", "AVIF"):
        data = encoded(frames[0], format_name, save_all=True, append_images=frames[1:], duration=100)
        pixel = _preview(examine_bytes(data)).convert("RGB").getpixel((20, 20))
        assert isinstance(pixel, tuple)
        assert pixel[0] > 150 > pixel[2]


def test_mpo_shows_its_first_picture() -> None:
    data = encoded(quadrants(), "MPO", save_all=True, append_images=[Image.new("RGB", (80, 48), BLUE)])
    assert _corners(_preview(examine_bytes(data))) == _CORNERS


def test_wide_gamut_is_brought_to_srgb() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    data = encoded(quadrants(), "JPEG", icc_profile=profile)
    # A profile that does not fit the picture is left aside instead of costing the preview.
    assert _corners(_preview(examine_bytes(data))) == _CORNERS


def test_a_bomb_is_recognised_by_its_header() -> None:
    examination = examine_bytes(png(30_000, 30_000, rows=30_000))
    assert examination.problem is Problem.TOO_MANY_PIXELS
    assert examination.preview is None
    assert (examination.facts.width_px, examination.facts.height_px) == (30_000, 30_000)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", Problem.EMPTY),
        (b"%PDF-1.7\n%%EOF", Problem.UNREADABLE),
        (b"just words", Problem.NOT_A_PICTURE),
        (b"\xff\xd8\xff\xe0 junk", Problem.UNREADABLE),
        (b"\x89PNG\r\n\x1a\n and then words", Problem.UNREADABLE),
        (b"8BPS\x00\x01" + bytes(40), Problem.UNSUPPORTED_FORMAT),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", Problem.UNREADABLE),
    ],
)
def test_why_there_is_no_preview(data: bytes, problem: Problem) -> None:
    examination = examine_bytes(data)
    assert examination.problem is problem
    assert examination.preview is None
    assert examination.thumbnail is None


def test_half_a_photo_is_called_truncated() -> None:
    data = encoded(quadrants(800, 600), "JPEG", quality=95)
    found = examine_bytes(data[: len(data) // 2])
    assert found.problem is Problem.TRUNCATED
    assert found.preview is not None, "what can be decoded is shown"


def test_a_file_that_cannot_be_opened_is_unreadable(tmp_path: Path) -> None:
    assert examine_path(tmp_path / "gone.jpg").problem is Problem.UNREADABLE
