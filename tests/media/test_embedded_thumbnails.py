"""The thumbnail that a camera left in a photo: upright, in the photo's shape, and nothing hostile gets further."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from PIL import Image

from surveyor_app.media.embedded_thumbnails import embedded_thumbnail
from surveyor_app.media.worker import EMBEDDED_HEAD_BYTES, MediaWorkers
from tests.media.made_files import encoded, photo_with_thumbnail, quadrants

PHOTO = quadrants(1200, 800)
BARRED = Image.new("RGB", (160, 120))
BARRED.paste(quadrants(159, 106), (0, 7))


def opened(data: bytes | None) -> Image.Image:
    assert data is not None
    return Image.open(io.BytesIO(data))


def test_bars_are_cut_off_and_it_is_turned() -> None:
    data = photo_with_thumbnail(PHOTO, encoded(BARRED, "JPEG", quality=95), orientation=6)
    found = opened(embedded_thumbnail(io.BytesIO(data)))
    assert found.size == (107, 160)
    upright = PHOTO.transpose(Image.Transpose.ROTATE_270).resize(found.size)
    for place in ((20, 20), (87, 20), (20, 140), (87, 140)):
        expected, got = upright.getpixel(place), found.convert("RGB").getpixel(place)
        assert isinstance(expected, tuple)
        assert isinstance(got, tuple)
        assert max(abs(a - b) for a, b in zip(expected, got, strict=True)) < 40


def test_the_beginning_of_a_photo_is_enough() -> None:
    data = photo_with_thumbnail(PHOTO, encoded(BARRED, "JPEG"))
    header = data.rindex(b"\xff\xda")
    assert opened(embedded_thumbnail(io.BytesIO(data[: header + 20]))).size == (160, 107)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8\xff",
        encoded(PHOTO, "PNG"),
        encoded(PHOTO, "JPEG"),
        photo_with_thumbnail(PHOTO, b"\xff\xd8 no picture"),
        photo_with_thumbnail(PHOTO, encoded(BARRED, "PNG")),
        photo_with_thumbnail(PHOTO, encoded(BARRED, "JPEG"), offset=100_000),
        photo_with_thumbnail(PHOTO, encoded(Image.new("L", (1600, 1000)), "JPEG", quality=5)),
    ],
    ids=["empty", "stub", "png", "none", "junk", "other-format", "elsewhere", "no-thumbnail"],
)
def test_without_one_there_is_none(data: bytes) -> None:
    assert embedded_thumbnail(io.BytesIO(data)) is None


def test_any_changed_byte_is_survived() -> None:
    data = bytearray(photo_with_thumbnail(PHOTO, encoded(BARRED, "JPEG")))
    chance = random.Random(5)
    for _ in range(300):
        changed = bytearray(data)
        for place in chance.sample(range(len(data) // 2), 3):
            changed[place] = chance.randrange(256)
        embedded_thumbnail(io.BytesIO(bytes(changed)))


def test_real_cameras_thumbnails_have_the_photos_shape(corpus_dir: Path) -> None:
    """Of each real photo whose camera left one, compared with the thumbnail that we make."""
    seen = 0
    with MediaWorkers(1) as workers:
        for path in sorted(corpus_dir.rglob("*.jp*g")):
            data = workers.embedded_thumbnail(path.read_bytes()[:EMBEDDED_HEAD_BYTES])
            own = workers.examine_path(path).thumbnail if data else None
            if own is None:
                continue
            ours, theirs = opened(own), opened(data)
            seen += 1
            assert abs(ours.width / ours.height - theirs.width / theirs.height) < 0.05, path.name
    assert seen >= 10
