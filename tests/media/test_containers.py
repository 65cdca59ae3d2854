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
