"""Facts of the public videos by name: what a phone, a camera, a converter and an editor leave in their containers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from surveyor_app.media.facts import Facts
from surveyor_app.media.worker import MediaWorkers

_Place = tuple[str, str, str | None] | None
_Expected = tuple[str, str, int, tuple[int, int], int | None, str | None, str | None, _Place, str | None, str | None]
"""Format, codec, milliseconds, size, orientation, time, offset, place, make, model."""

_VIDEOS: dict[str, _Expected] = {
    "exiv2/sample_640x360.mov": ("mov", "h264", 13347, (640, 360), None, None, None, None, None, None),
    "exiv2/small_video.mp4": ("mp4", "hevc", 672, (216, 384), None, None, None, None, None, None),
    "androidx-media/bbb_642x642_768kbps_30fps_vp9.webm": (
        "webm",
        "vp9",
        2967,
        (642, 642),
        None,
        "2021-02-24T12:48:02",
        "+00:00",
        None,
        None,
        None,
    ),
    "androidx-media/sample.mkv": (
        "mkv",
        "h264",
        1072,
        (1080, 720),
        None,
        "2016-05-31T17:01:35",
        "+00:00",
        None,
        None,
        None,
    ),
    "androidx-media/bt601.mov": (
        "mov",
        "h264",
        1063,
        (640, 428),
        None,
        "2024-02-12T19:16:55",
        "+00:00",
        ("40.6892", "-74.0445", "10"),
        None,
        None,
    ),
    "androidx-media/dolbyVision-hdr.MOV": (
        "mov",
        "hevc",
        107,
        (1280, 720),
        6,
        "2023-05-09T12:41:46",
        "+01:00",
        ("51.5334", "-0.1255", "26.76"),
        "Apple",
        "iPhone 14 Pro",
    ),
    "androidx-media/sample_android_slow_motion.mp4": (
        "mp4",
        "h264",
        525,
        (1280, 720),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    "androidx-media/sample_portrait.mp4": (
        "mp4",
        "h264",
        1088,
        (720, 1080),
        None,
        None,
        None,
        ("40.68", "-74.5", None),
        None,
        None,
    ),
    "androidx-media/sample_rotate_and_reflect.mp4": (
        "mp4",
        "h264",
        1067,
        (1080, 720),
        5,
        "2016-05-31T17:01:35",
        "+00:00",
        ("40.68", "-74.5", None),
        None,
        None,
    ),
    "androidx-media/sample_with_metadata.mp4": (
        "mp4",
        "h264",
        1067,
        (1080, 720),
        None,
        "2016-05-31T17:01:35",
        "+00:00",
        ("40.68", "-74.5", None),
        None,
        None,
    ),
    "metadata-extractor/sample.3gp": (
        "3gp",
        "mpeg4",
        4933,
        (176, 144),
        None,
        "2005-10-28T17:36:40",
        "+00:00",
        None,
        None,
        None,
    ),
    # Its only date is a day without a time, which is not a moment.
    "metadata-extractor/100_0306.AVI": ("avi", "mjpeg", 2733, (320, 240), None, None, None, None, None, None),
    "metadata-extractor/with-gps.mov": (
        "mov",
        "h264",
        4002,
        (568, 320),
        6,
        "2019-07-24T11:25:40",
        "+03:00",
        ("32.0929", "34.862", "28.52"),
        "Apple",
        "iPhone 6",
    ),
    "metadata-extractor/FLIR Thermal.mp4": (
        "mp4",
        "h264",
        11353,
        (1080, 1440),
        None,
        "2021-05-16T19:27:55",
        "+00:00",
        ("34.0754", "-118.2543", None),
        None,
        None,
    ),
    # A phone without a fix wrote zeros; they are recorded as found.
    "metadata-extractor/ftyp3gp5.mp4": (
        "3gp",
        "h264",
        1323,
        (1280, 720),
        6,
        "2020-10-23T20:27:29",
        "+00:00",
        ("0", "0", None),
        None,
        None,
    ),
    "mapillary_tools/sample-5s.mp4": ("mp4", "h264", 5759, (1920, 1080), None, None, None, None, None, None),
}


@pytest.fixture(scope="module")
def workers() -> Iterator[MediaWorkers]:
    with MediaWorkers(1) as pool:
        yield pool


def test_all_public_videos_are_listed(corpus_dir: Path) -> None:
    found = {path.relative_to(corpus_dir / "video").as_posix() for path in (corpus_dir / "video").rglob("*.*")}
    assert found == set(_VIDEOS)


@pytest.mark.parametrize("name", sorted(_VIDEOS))
def test_facts_of_a_public_video(corpus_dir: Path, workers: MediaWorkers, name: str) -> None:
    examination = workers.examine_path(corpus_dir / "video" / name)
    assert _found(examination.facts) == _VIDEOS[name]
    assert examination.problem is None
    assert examination.preview is not None
    assert examination.thumbnail is not None


def _found(facts: Facts) -> _Expected:
    assert facts.width_px is not None
    assert facts.height_px is not None
    assert facts.duration_ms is not None
    assert facts.codec is not None
    return (
        facts.format,
        facts.codec,
        facts.duration_ms,
        (facts.width_px, facts.height_px),
        facts.orientation,
        facts.taken_at,
        facts.taken_offset,
        _place(facts),
        facts.make,
        facts.model,
    )


def _place(facts: Facts) -> _Place:
    if facts.gps_lat is None or facts.gps_lon is None:
        return None
    return _short(facts.gps_lat), _short(facts.gps_lon), None if facts.gps_alt_m is None else _short(facts.gps_alt_m)


def _short(number: Decimal) -> str:
    return format(number, "f").rstrip("0").rstrip(".")
