"""Encoding while recording: whole at every moment, on a true time line, whatever the device gives."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta, timezone

import av
import pytest
from PIL import Image

from surveyor_app.domain.errors import RecordingFailed
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.media.camera_photos import encode_photo
from surveyor_app.media.examining import examine_bytes
from surveyor_app.media.frames import Picture, Sound, SoundShape
from surveyor_app.media.muxing import Muxer, Plan
from tests.media.made_frames import SHAPE, picture, takes, tone

BEGAN = datetime(2026, 11, 20, 14, 3, 22, tzinfo=timezone(timedelta(hours=8)))
VIDEO = Plan((160, 120), SHAPE, BEGAN, "Surveyor")
SOUND = Plan(None, SHAPE, BEGAN, "Surveyor")


def muxed(plan: Plan, items: list[Picture | Sound]) -> bytes:
    out: list[bytes] = []
    muxer = Muxer(plan, out.append)
    for item in items:
        muxer.add(item)
    muxer.close()
    return b"".join(out)


def heard_s(data: bytes) -> float:
    with av.open(io.BytesIO(data), "r") as container:
        stream = container.streams.audio[0]
        return sum((frame.samples / frame.sample_rate for frame in container.decode(stream)), 0.0)


@pytest.mark.parametrize(
    ("plan", "form", "codec"),
    [(VIDEO, "mp4", "h264"), (SOUND, "ogg", "opus"), (Plan((161, 121), None, BEGAN, ""), "mp4", "h264")],
)
def test_a_recording_is_an_ordinary_file(plan: Plan, form: str, codec: str) -> None:
    facts = examine_bytes(muxed(plan, list(takes(4)))).facts
    assert (facts.format, facts.codec) == (form, codec)
    assert facts.duration_ms is not None
    assert abs(facts.duration_ms - 4000) < 200


def test_a_video_says_when_it_began() -> None:
    facts = examine_bytes(muxed(VIDEO, list(takes(1)))).facts
    assert (facts.taken_at, facts.taken_offset) == ("2026-11-20T06:03:22", "+00:00")


@pytest.mark.parametrize("plan", [VIDEO, SOUND])
def test_what_came_out_so_far_plays(plan: Plan) -> None:
    """Seconds of the recording's own time: what is still held back leaves room for the commit, within one second."""
    out: list[bytes] = []
    muxer = Muxer(plan, out.append)
    lost_s = []
    for number, item in enumerate(takes(6), start=1):
        muxer.add(item)
        if number >= 40 and number % 3 == 0:
            facts = examine_bytes(b"".join(out)).facts
            lost_s.append(number / 40 - (facts.duration_ms or 0) / 1000)
    muxer.close()
    assert max(lost_s) < 0.6


def test_a_file_cut_anywhere_opens() -> None:
    for plan in (VIDEO, SOUND):
        data = muxed(plan, list(takes(5)))
        for share in (0.5, 0.61, 0.77, 0.93):
            facts = examine_bytes(data[: round(len(data) * share)]).facts
            assert (facts.duration_ms or 0) > 1000


def test_a_gap_of_the_microphone_is_silence_and_no_shift() -> None:
    early = [tone((n + 1) / 20) for n in range(20)]
    late = [tone(3 + (n + 1) / 20) for n in range(20)]
    assert abs(heard_s(muxed(SOUND, [*early, *late])) - 4) < 0.1


def test_sound_that_begins_late_stays_with_its_picture() -> None:
    assert abs(heard_s(muxed(SOUND, [tone(2.5)])) - 2.5) < 0.1


@pytest.mark.parametrize("shape", [SoundShape(44_100, 2), SoundShape(16_000, 1), SoundShape(8_000, 2)])
def test_every_shape_of_sound_is_taken(shape: SoundShape) -> None:
    for size in (None, (160, 120)):
        plan = Plan(size, shape, BEGAN, "")
        items: list[Picture | Sound] = [tone((n + 1) / 20, shape) for n in range(40)]
        assert abs(heard_s(muxed(plan, items)) - 2) < 0.2


def test_pictures_with_padded_rows_or_another_size_are_taken() -> None:
    data = muxed(VIDEO, [picture(0.0, padding=32), picture(0.1, 320, 240), picture(0.1), picture(0.2)])
    with av.open(io.BytesIO(data), "r") as container:
        frames = list(container.decode(video=0))
    assert [(frame.width, frame.height) for frame in frames] == [(160, 120)] * 3


def test_what_cannot_be_encoded_is_one_error() -> None:
    muxer = Muxer(VIDEO, lambda data: None)
    with pytest.raises(RecordingFailed):
        muxer.add(Picture(160, 120, "no such layout", (b"",), (0,), 0.0))
    with pytest.raises(RecordingFailed):
        encode_photo(Picture(160, 120, "no such layout", (b"",), (0,), 0.0), Instant(BEGAN.astimezone(UTC)), "", "")


def test_a_photo_says_when_and_with_what_it_was_taken() -> None:
    taken = Instant(datetime(2026, 11, 20, 6, 3, 22, 250_000, tzinfo=UTC), 480)
    data = encode_photo(picture(0.0, 640, 480), taken, "Laptop camera", "Surveyor")
    facts = examine_bytes(data).facts
    assert (facts.taken_at, facts.taken_subsec, facts.taken_offset) == ("2026-11-20T14:03:22", "250", "+08:00")
    assert (facts.width_px, facts.height_px, facts.model, facts.software) == (640, 480, "Laptop camera", "Surveyor")
    with Image.open(io.BytesIO(data)) as image:
        assert image.format == "JPEG"
