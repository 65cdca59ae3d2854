"""Answers of a worker are checked, because it has touched hostile bytes."""

from __future__ import annotations

import io
import json
import pickle
import struct
from decimal import Decimal

import pytest

from surveyor_app.media.facts import Examination, Facts, MediaClass, Problem
from surveyor_app.media.messages import (
    BrokenConversation,
    read_answer,
    read_question,
    write_answer,
    write_question,
)

_FULL = Examination(
    Facts(
        MediaClass.PHOTO,
        "jpeg",
        "image/jpeg",
        width_px=80,
        taken_at="2026-11-20T14:03:22",
        gps_lat=Decimal("31.2304000"),
        make="华为",
        c2pa=True,
        reader="surveyor",
    ),
    preview=b"preview",
    thumbnail=b"small",
)


def _written(examination: Examination) -> bytes:
    pipe = io.BytesIO()
    write_answer(pipe, examination)
    return pipe.getvalue()


def _answer(**changed: object) -> bytes:
    facts = {**json.loads(_written(_FULL)[24:-12])["facts"], **changed}
    text = json.dumps({"facts": facts, "problem": None}).encode()
    return struct.pack(">QQQ", len(text), 0, 0) + text


@pytest.mark.parametrize(
    "examination", [_FULL, Examination(Facts(MediaClass.OTHER, "unknown", "x/y"), problem=Problem.NOT_A_PICTURE)]
)
def test_an_answer_arrives_as_it_was_sent(examination: Examination) -> None:
    assert read_answer(io.BytesIO(_written(examination))) == examination


def test_a_question_arrives_as_it_was_sent() -> None:
    pipe = io.BytesIO()
    write_question(pipe, {"path": "/tmp/a\udcff.jpg"}, memoryview(b"body"))
    pipe.seek(0)
    assert read_question(pipe) == ({"path": "/tmp/a\udcff.jpg"}, b"body")
    assert read_question(pipe) is None


def test_a_cut_question_is_the_end() -> None:
    pipe = io.BytesIO()
    write_question(pipe, {"bytes": True}, b"body")
    assert read_question(io.BytesIO(pipe.getvalue()[:-1])) is None


@pytest.mark.parametrize(
    "said",
    [
        b"",
        _written(_FULL)[:-1],
        b"\xff" * 24,
        struct.pack(">QQQ", 2, 1 << 40, 0) + b"{}",
        struct.pack(">QQQ", 2, 0, 0) + b"{}",
        struct.pack(">QQQ", 4, 0, 0) + b"nope",
        struct.pack(">QQQ", len(pickle.dumps(_FULL)), 0, 0) + pickle.dumps(_FULL),
        _answer(width_px="80"),
        _answer(width_px=True),
        _answer(make=["a"]),
        _answer(gps_lat="NaN"),
        _answer(gps_lat="north"),
        _answer(media_class="virus"),
        _answer(format=None),
    ],
)
def test_nonsense_is_no_answer(said: bytes) -> None:
    with pytest.raises(BrokenConversation):
        read_answer(io.BytesIO(said))
