"""Pictures whose end is missing: what can be decoded is shown and called damaged, in previews and in copies alike."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from surveyor_app.media.examining import examine_bytes
from surveyor_app.media.facts import Problem
from surveyor_app.media.render_jobs import RenderJob
from surveyor_app.media.rendering import answer_render
from tests.media.made_files import BLUE, RED, encoded, quadrants

CASES = os.environ.get("SURVEYOR_CASES", "")


def jpeg(**options: object) -> bytes:
    return encoded(quadrants(800, 600), "JPEG", quality=92, **options)


WHOLE = jpeg()
DAMAGED = {
    "without its end marker": WHOLE[:-2],
    "without its last bytes": WHOLE[:-40],
    "with a tail of zeros": WHOLE[:-200] + bytes(200),
    "cut progressive": (lambda data: data[: len(data) * 2 // 3])(jpeg(progressive=True)),
    "cut PNG": (lambda data: data[: len(data) - 300])(encoded(quadrants(800, 600), "PNG", compress_level=0)),
    "cut in the middle": WHOLE[: len(WHOLE) * 3 // 5],
}


def colour(jpeg_bytes: bytes | None, place: tuple[float, float]) -> tuple[int, ...]:
    assert jpeg_bytes is not None
    with Image.open(io.BytesIO(jpeg_bytes)) as picture:
        found = picture.convert("RGB").getpixel((int(picture.width * place[0]), int(picture.height * place[1])))
    assert isinstance(found, tuple)
    return found


def is_near(found: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    return all(abs(one - other) < 40 for one, other in zip(found, wanted, strict=True))


@pytest.mark.parametrize("name", DAMAGED)
def test_what_can_be_decoded_is_shown_and_called_damaged(name: str) -> None:
    found = examine_bytes(DAMAGED[name])
    assert found.problem is Problem.TRUNCATED
    assert (found.facts.width_px, found.facts.height_px) == (800, 600)
    assert is_near(colour(found.preview, (0.2, 0.2)), RED)
    assert found.thumbnail is not None
    assert found.measures is not None
    assert not ImageFile.LOAD_TRUNCATED_IMAGES, "the next picture is judged strictly again"


@pytest.mark.parametrize("name", DAMAGED)
def test_a_copy_shows_the_same_and_says_it_too(name: str) -> None:
    found = answer_render(RenderJob(400).to_json(), io.BytesIO(DAMAGED[name]))
    assert found.problem is Problem.TRUNCATED
    assert is_near(colour(found.preview, (0.2, 0.2)), RED)


@pytest.mark.parametrize("trailer", [b"", b"\0" * 3000, b"SEFH" + bytes(40) + b"SEFT", WHOLE])
def test_a_whole_photo_with_a_trailer_is_not_called_damaged(trailer: bytes) -> None:
    found = examine_bytes(WHOLE + trailer)
    assert found.problem is None
    assert is_near(colour(found.preview, (0.2, 0.8)), BLUE)


@pytest.mark.parametrize("kept", [0.02, 0.001])
def test_of_a_header_alone_nothing_is_shown(kept: float) -> None:
    data = encoded(Image.effect_noise((1200, 900), 80).convert("RGB"), "JPEG", quality=95)
    head = data.index(b"\xff\xda") + 14
    found = examine_bytes(data[:head] if kept < 0.01 else data[: head - 20])
    assert found.preview is None
    assert found.problem is not None


@pytest.mark.skipif(not Path(CASES, "01_jpeg_without_end").is_dir(), reason="needs the shared cases")
@pytest.mark.parametrize("name", ["j_no_eoi.jpg", "j_tail_zeros.jpg"])
def test_the_shared_cases_are_shown(name: str) -> None:
    found = examine_bytes(Path(CASES, "01_jpeg_without_end", name).read_bytes())
    assert found.problem is Problem.TRUNCATED
    assert found.preview is not None
