"""Containers of camcorders and recorders: known by content wherever they were cut, and read with their facts."""

from __future__ import annotations

import random
import struct

import pytest

from surveyor_app.media.examining import examine_bytes
from surveyor_app.media.facts import MediaClass, Problem
from surveyor_app.media.sniffing import HEAD_BYTES, UNKNOWN, sniff
from tests.media.made_files import sound, video

PACKET = 188


def packets(data: bytes) -> list[bytes]:
    return [data[at : at + PACKET] for at in range(0, len(data) - PACKET + 1, PACKET)]


TS = video("mpegts", frames=30)
STREAMS = {
    "188 bytes": TS,
    "192 bytes, as AVCHD has them": b"".join(struct.pack(">L", n) + item for n, item in enumerate(packets(TS))),
    "204 bytes": b"".join(item + bytes(16) for item in packets(TS)),
    "cut in mid-packet": TS[100:],
    "cut one byte after a packet began": TS[1:],
}


@pytest.mark.parametrize("name", STREAMS)
def test_transport_streams_of_all_packets_are_shown(name: str) -> None:
    found = examine_bytes(STREAMS[name])
    assert (found.facts.media_class, found.facts.format) == (MediaClass.VIDEO, "mpegts")
    assert (found.facts.width_px, found.facts.height_px, found.facts.codec) == (64, 48, "mpeg4")
    assert found.problem is None
    assert found.preview is not None


@pytest.mark.parametrize("seed", range(5))
def test_noise_and_text_are_no_stream(seed: int) -> None:
    noise = random.Random(seed).randbytes(HEAD_BYTES)
    assert sniff(b"\0" + noise)[1] != "mpegts"
    assert sniff(b"GG report GG " * 400) == UNKNOWN


ELEMENTARY = {
    "mpeg1video": ("mpegvideo", "mpeg1video"),
    "mpeg2video": ("mpegvideo", "mpeg2video"),
    "h264": ("h264", "libx264"),
    "hevc": ("hevc", "libx265"),
}


@pytest.mark.parametrize("container", ELEMENTARY)
def test_streams_of_video_alone_are_shown(container: str) -> None:
    name, codec = ELEMENTARY[container]
    found = examine_bytes(video(container, frames=12, codec=codec))
    assert (found.facts.media_class, found.facts.format) == (MediaClass.VIDEO, name)
    assert (found.facts.width_px, found.facts.height_px) == (64, 48)
    assert found.problem is None
    assert found.preview is not None


@pytest.mark.parametrize(
    "tail", [b"\x67", b"\x40\x01", b"\x67" + bytes(50), b"\x09\xf0\0\0\1\x41" + bytes(60), b"\xff" * 64]
)
def test_a_start_code_alone_is_no_stream(tail: bytes) -> None:
    assert sniff(b"\0\0\0\1" + tail) == UNKNOWN


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7])
@pytest.mark.parametrize("name", ["mpegts", "mpeg", "avi", "matroska", "flv", "asf"])
def test_a_container_that_was_cut_is_no_error(name: str, share: float) -> None:
    whole = video(name, frames=30, codec="mpeg2video" if name == "mpeg" else "flv" if name == "flv" else "mpeg4")
    facts = examine_bytes(whole[: round(len(whole) * share)]).facts
    assert facts.format in {name, "mkv"} or facts.format == "unknown"
    assert examine_bytes(whole).preview is not None


def rf64(data: bytes) -> bytes:
    """Return a WAV as recorders write one that may grow beyond 4 GB (EBU Tech 3306)."""
    at = data.index(b"data")
    size = struct.unpack_from("<L", data, at + 4)[0]
    sizes = struct.pack("<4sLQQQL", b"ds64", 28, len(data) + 36 - 8, size, size // 2, 0)
    return b"RF64\xff\xff\xff\xffWAVE" + sizes + data[12 : at + 4] + b"\xff\xff\xff\xff" + data[at + 8 :]


SOUNDS = {
    "wav": rf64(sound("wav")),
    "caf": sound("caf"),
    "aiff": sound("aiff", "pcm_s16be"),
}


@pytest.mark.parametrize("name", SOUNDS)
def test_sounds_of_recorders_have_their_facts(name: str) -> None:
    found = examine_bytes(SOUNDS[name])
    assert (found.facts.media_class, found.facts.format) == (MediaClass.SOUND, name)
    assert found.facts.duration_ms == 2000
    assert (found.facts.codec or "").startswith("pcm_s16")
    assert found.problem is Problem.NOT_A_PICTURE
