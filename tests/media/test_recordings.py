"""Video and sound: what their containers say, and a poster frame."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from PIL import Image

from surveyor_app.media.examining import examine_bytes
from surveyor_app.media.facts import MediaClass, Problem
from tests.media.made_files import encoded, quadrants, sound, video


@pytest.mark.parametrize("container", ["mp4", "mov", "matroska", "avi"])
def test_a_video_yields_facts_and_a_poster(container: str) -> None:
    examination = examine_bytes(video(container))
    facts = examination.facts
    assert facts.media_class is MediaClass.VIDEO
    assert (facts.width_px, facts.height_px, facts.codec) == (64, 48, "mpeg4")
    assert facts.duration_ms == 1000
    assert examination.problem is None
    assert examination.preview is not None
    with Image.open(io.BytesIO(examination.preview)) as poster:
        pixel = poster.convert("RGB").getpixel((30, 20))
    assert isinstance(pixel, tuple)
    assert pixel[0] > 150 > pixel[2]


def test_time_of_the_container_is_utc() -> None:
    facts = examine_bytes(video(tags={"creation_time": "2026-11-20T06:03:22.000000Z"})).facts
    assert (facts.taken_at, facts.taken_offset, facts.taken_subsec) == ("2026-11-20T06:03:22", "+00:00", None)


def test_time_of_a_phone_has_its_zone() -> None:
    tags = {"creation_time": "2026-11-20T06:10:00Z", "com.apple.quicktime.creationdate": "2026-11-20T14:03:22+0800"}
    facts = examine_bytes(video("matroska", tags=tags)).facts
    assert (facts.taken_at, facts.taken_offset) == ("2026-11-20T14:03:22", "+08:00")


def test_place_of_a_video_is_found() -> None:
    facts = examine_bytes(video("matroska", tags={"location": "+31.2304+121.4737+004.500/"})).facts
    assert (facts.gps_lat, facts.gps_lon) == (Decimal("31.2304000"), Decimal("121.4737000"))
    assert facts.gps_alt_m == Decimal("4.50")


@pytest.mark.parametrize(("container", "codec"), [("wav", "pcm_s16le"), ("mp4", "aac"), ("flac", "flac")])
def test_sound_has_duration_and_no_picture(container: str, codec: str) -> None:
    examination = examine_bytes(sound(container, codec))
    assert examination.facts.media_class is MediaClass.SOUND
    assert examination.facts.codec == codec
    assert examination.facts.duration_ms is not None
    assert abs(examination.facts.duration_ms - 2000) <= 100
    assert examination.problem is Problem.NOT_A_PICTURE


def test_half_a_video_is_still_a_video() -> None:
    data = video()
    examination = examine_bytes(data[: len(data) // 2])
    assert examination.facts.media_class is MediaClass.VIDEO
    assert examination.preview is None
    assert examination.problem is Problem.UNREADABLE


def test_a_playlist_opens_nothing() -> None:
    # Playlists name further files; with the demuxer fixed by content there is none for them.
    assert examine_bytes(b"#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n").problem is Problem.NOT_A_PICTURE


def test_cover_art_makes_no_video_of_a_sound() -> None:
    # An ID3 tag with a picture, as music players and some recorders write it.
    jpeg = encoded(quadrants(), "JPEG")
    frame = b"\0image/jpeg\0\3\0" + jpeg
    picture = b"APIC" + len(frame).to_bytes(4, "big") + b"\0\0" + frame
    size = bytes(len(picture) >> shift & 0x7F for shift in (21, 14, 7, 0))
    examination = examine_bytes(b"ID3\3\0\0" + size + picture + sound("mp3", "mp3"))
    assert examination.facts.media_class is MediaClass.SOUND
    assert examination.facts.codec in {"mp3", "mp3float"}
    assert (examination.preview, examination.problem) == (None, Problem.NOT_A_PICTURE)


def test_android_names_its_phone() -> None:
    tags = {"com.android.manufacturer": "HUAWEI", "com.android.model": "ALN-AL00"}
    facts = examine_bytes(video("matroska", tags=tags)).facts
    assert (facts.make, facts.model) == ("HUAWEI", "ALN-AL00")


@pytest.mark.parametrize("container", ["mp4", "mov", "matroska"])
def test_a_time_that_may_be_local_time_called_utc_is_doubtful(container: str) -> None:
    facts = examine_bytes(video(container, tags={"creation_time": "2026-11-20T10:00:00.000000Z"})).facts
    assert (facts.taken_at, facts.taken_offset) == ("2026-11-20T10:00:00", "+00:00")
    assert facts.taken_problem == "utc_or_local"
    assert "2026-11-20T10:00:00" in (facts.taken_found or "")


@pytest.mark.parametrize("name", ["com.android.version", "com.apple.quicktime.make"])
def test_the_time_of_a_phone_is_not_doubted(name: str) -> None:
    facts = examine_bytes(video("matroska", tags={"creation_time": "2026-11-20T10:00:00Z", name: "14"})).facts
    assert (facts.taken_at, facts.taken_problem) == ("2026-11-20T10:00:00", None)


def test_a_recording_without_a_time_has_no_doubt_either() -> None:
    facts = examine_bytes(video("avi")).facts
    assert (facts.taken_at, facts.taken_problem, facts.taken_found) == (None, None, None)
