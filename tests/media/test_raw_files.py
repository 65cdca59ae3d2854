"""Raw files of cameras: told from plain TIFF, shown by the largest finished picture inside, with the photo's size."""

from __future__ import annotations

import io
import os
import random
from pathlib import Path

import pytest
from PIL import Image, TiffImagePlugin

from surveyor_app.media.containers.raw_files import inner_pictures
from surveyor_app.media.examining import examine_bytes
from surveyor_app.media.facts import MediaClass, Problem
from surveyor_app.media.render_jobs import RenderJob
from surveyor_app.media.rendering import answer_render
from surveyor_app.media.sniffing import HEAD_BYTES, sniff
from tests.media.made_files import encoded, exif, quadrants
from tests.media.made_raws import cr3, jpeg, orf, raf, rw2, tiff_raw

CASES = os.environ.get("SURVEYOR_CASES", "")
LARGE = jpeg(1200, 800)

RAWS = {
    "nef": tiff_raw("NIKON CORPORATION", LARGE, (1200, 800)),
    "nef of the other byte order": tiff_raw("NIKON", LARGE, (1200, 800), order=">"),
    "arw": tiff_raw("SONY", LARGE, (1200, 800)),
    "dng": tiff_raw("Acme", LARGE, (1200, 800), dng=True),
    "cr2": tiff_raw("Canon", LARGE, (1200, 800), magic=b"CR\2\0"),
    "cr3": cr3(jpeg(160, 120) + LARGE),
    "raf": raf(LARGE),
    "rw2": rw2(jpeg(1200, 800)),
    "orf": orf(LARGE),
}


def shape(data: bytes | None) -> tuple[int, int]:
    assert data is not None
    with Image.open(io.BytesIO(data)) as picture:
        return picture.size


@pytest.mark.parametrize("name", RAWS)
def test_the_largest_picture_inside_is_shown_with_its_true_size(name: str) -> None:
    found = examine_bytes(RAWS[name])
    assert found.facts.format == name.split()[0]
    assert found.facts.media_class is MediaClass.PHOTO
    assert (found.facts.width_px, found.facts.height_px) == (1200, 800)
    assert (found.problem, shape(found.preview)) == (None, (1200, 800))
    copy = answer_render(RenderJob(600).to_json(), io.BytesIO(RAWS[name]))
    assert shape(copy.preview) == (600, 400)


def test_the_size_is_that_of_the_photo_where_the_picture_inside_is_smaller() -> None:
    found = examine_bytes(tiff_raw("NIKON CORPORATION", LARGE, (6000, 4000)))
    assert (found.facts.width_px, found.facts.height_px) == (6000, 4000)
    assert shape(found.preview) == (1200, 800)


@pytest.mark.parametrize(("orientation", "turned"), [(1, (1200, 800)), (6, (800, 1200)), (8, (800, 1200))])
def test_a_picture_inside_is_turned_as_the_file_says(orientation: int, turned: tuple[int, int]) -> None:
    found = examine_bytes(tiff_raw("NIKON CORPORATION", LARGE, (1200, 800), orientation=orientation))
    assert found.facts.orientation == orientation
    assert found.facts.make == "NIKON CORPORATION"
    assert shape(found.preview) == turned


def test_a_picture_inside_that_says_itself_how_it_stands_is_turned_once() -> None:
    inside = jpeg(1200, 800, exif=exif(Orientation=6, Make="FUJIFILM", DateTimeOriginal="2026:11:20 10:00:00"))
    found = examine_bytes(raf(inside))
    assert shape(found.preview) == (800, 1200)
    assert (found.facts.make, found.facts.taken_at) == ("FUJIFILM", "2026-11-20T10:00:00")


@pytest.mark.parametrize(
    "plain",
    [
        encoded(quadrants(), "TIFF"),
        encoded(quadrants(), "TIFF", tiffinfo={0x010F: "NIKON CORPORATION"}),
        b"II*\0\x08\0\0\0",
        b"II*\0\xff\xff\xff\x7f" + bytes(100),
    ],
)
def test_a_plain_tiff_stays_one(plain: bytes) -> None:
    assert sniff(plain[:HEAD_BYTES])[1] == "tiff"


def frames(*kinds: tuple[int, int]) -> bytes:
    """Return a TIFF of frames, each with its width and what it says of itself."""
    target = io.BytesIO()
    with TiffImagePlugin.AppendingTiffWriter(target) as writer:
        for width, kind in kinds:
            quadrants(width, width * 3 // 4).save(writer, "TIFF", tiffinfo={0x00FE: kind})
            writer.newFrame()
    return target.getvalue()


@pytest.mark.parametrize(
    ("kinds", "shown"),
    [
        (((80, 1), (640, 0)), (640, 480)),
        (((80, 1), (160, 1), (640, 0), (320, 0)), (640, 480)),
        (((80, 2), (640, 2)), (80, 60)),
        (((80, 1), (160, 1)), (80, 60)),
    ],
)
def test_a_first_frame_that_is_a_small_copy_is_passed_over(
    kinds: tuple[tuple[int, int], ...], shown: tuple[int, int]
) -> None:
    found = examine_bytes(frames(*kinds))
    assert (found.facts.width_px, found.facts.height_px) == shown
    assert shape(found.preview) == shown


@pytest.mark.parametrize("name", ["cr3", "raf"])
def test_a_raw_without_a_finished_picture_is_kept_without_preview(name: str) -> None:
    noise = random.Random(name).randbytes(300_000)
    found = examine_bytes({"cr3": cr3, "raf": raf}[name](noise))
    assert (found.facts.format, found.preview, found.problem) == (name, None, Problem.UNSUPPORTED_FORMAT)


def test_chance_bytes_and_sensor_data_are_no_pictures() -> None:
    lossless = jpeg(64, 48).replace(b"\xff\xc0", b"\xff\xc3", 1)
    noise = random.Random(7).randbytes(200_000).replace(b"\x11\x22", b"\xff\xd8\xff")
    assert inner_pictures(lossless + noise) == []
    assert inner_pictures(b"\xff\xd8\xff" * 5000) == []
    (found,) = inner_pictures(noise + LARGE)
    assert (found.width, found.height, found.start) == (1200, 800, len(noise))


@pytest.mark.skipif(not Path(CASES, "02_raw_thumbnail").is_dir(), reason="needs the shared cases")
def test_the_shared_case_is_shown() -> None:
    found = examine_bytes(Path(CASES, "02_raw_thumbnail", "r_nikon.nef").read_bytes())
    assert (found.facts.format, found.facts.width_px, found.facts.height_px) == ("nef", 1600, 1200)
    assert shape(found.preview) == (1600, 1200)
