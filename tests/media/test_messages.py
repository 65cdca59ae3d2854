"""Answers of a worker are checked, because it has touched hostile bytes."""

from __future__ import annotations

import io
import json
import pickle
import struct
from decimal import Decimal
from typing import Any

import pytest

from surveyor_app.media.facts import Examination, Facts, Measures, MediaClass, Problem
from surveyor_app.media.messages import (
    BrokenConversation,
    ReadRequest,
    read_question,
    read_reply,
    write_answer,
    write_codes,
    write_question,
    write_request,
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
        user_comment="Screenshot",
        c2pa=True,
        c2pa_state="valid_untrusted",
        c2pa_detail="a camera",
        reader="surveyor",
    ),
    preview=b"preview",
    thumbnail=b"small",
    measures=Measures(1, "00ff00ff00ff00ff", 120, 100, 5, 0),
)


def _written(examination: Examination) -> bytes:
    pipe = io.BytesIO()
    write_answer(pipe, examination)
    return pipe.getvalue()


def _json_of(examination: Examination) -> dict[str, Any]:
    written = _written(examination)
    (size,) = struct.unpack(">Q", written[:8])
    found: dict[str, Any] = json.loads(written[24 : 24 + size])
    return found


def _said(answer: object) -> bytes:
    text = json.dumps(answer).encode()
    return struct.pack(">QQQ", len(text), 0, 0) + text


def _answer(**changed: object) -> bytes:
    found = _json_of(_FULL)
    return _said({**found, "facts": {**found["facts"], **changed}})


def _measured(**changed: object) -> bytes:
    found = _json_of(_FULL)
    return _said({**found, "measures": {**found["measures"], **changed}})


@pytest.mark.parametrize(
    "examination", [_FULL, Examination(Facts(MediaClass.OTHER, "unknown", "x/y"), problem=Problem.NOT_A_PICTURE)]
)
def test_an_answer_arrives_as_it_was_sent(examination: Examination) -> None:
    assert read_reply(io.BytesIO(_written(examination))) == examination


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
        _answer(user_comment=7),
        _answer(c2pa_state=["valid"]),
        _measured(phash="00FF00FF00FF00FF"),
        _measured(phash="ff"),
        _measured(phash=7),
        _measured(level=256),
        _measured(level=-1),
        _measured(level=1.5),
        _measured(sharpness=True),
        _said({"codes": "text"}),
        _said({"codes": [1]}),
        _said({"codes": ["\ud800"]}),
        _said({"codes": ["x" * 9000]}),
        _said({"codes": ["x"] * 65}),
        _said({"read": [-1, 1]}),
        _said({"read": [0, 1 << 30]}),
        _said({"read": [0]}),
        _said({"read": ["0", 1]}),
        _said([]),
        _said("codes"),
    ],
)
def test_nonsense_is_no_answer(said: bytes) -> None:
    with pytest.raises(BrokenConversation):
        read_reply(io.BytesIO(said))


def test_codes_arrive_as_they_were_sent_and_no_more_than_an_answer_may_have() -> None:
    pipe = io.BytesIO()
    write_codes(pipe, ["2026-11-20T06:03:22Z", "二维码", "x" * 9000, *["y"] * 100])
    pipe.seek(0)
    codes = read_reply(pipe)
    assert isinstance(codes, tuple)
    assert codes[:3] == ("2026-11-20T06:03:22Z", "二维码", "y")
    assert len(codes) == 64


def test_a_request_arrives_as_it_was_sent() -> None:
    pipe = io.BytesIO()
    write_request(pipe, ReadRequest(5 << 30, 4096))
    pipe.seek(0)
    assert read_reply(pipe) == ReadRequest(5 << 30, 4096)
