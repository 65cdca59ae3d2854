"""What a decoding worker and the program say to each other over two pipes.

The worker has touched hostile bytes, so nothing it says is trusted: its answers are JSON and two bounded blocks of
bytes, checked field by field, and never a pickle.

::

    question:  lengths (2 x uint64) | JSON header | body        header {"bytes": true} or {"path": "..."}
    answer:    lengths (3 x uint64) | JSON of facts and problem | preview | thumbnail
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, fields
from decimal import Decimal, InvalidOperation
from typing import BinaryIO

from surveyor_app.media.facts import Examination, Facts, MediaClass, Problem

READY = b"surveyor-media-1\n"
"""What a worker says once when it is able to work."""

_QUESTION = struct.Struct(">QQ")
_ANSWER = struct.Struct(">QQQ")
_MAX_JSON = 1 << 20
_MAX_PICTURE = 16 << 20

_INT_FIELDS = frozenset({"width_px", "height_px", "orientation", "duration_ms"})
_DECIMAL_FIELDS = frozenset({"gps_lat", "gps_lon", "gps_alt_m", "gps_direction_deg", "gps_speed_kmh"})


class BrokenConversation(Exception):
    """The other side ended, or said something that is no message."""


def write_question(pipe: BinaryIO, header: dict[str, object], body: bytes | memoryview = b"") -> None:
    """Send a header and a body; raises OSError when the worker is gone."""
    text = json.dumps(header).encode("ascii")
    pipe.write(_QUESTION.pack(len(text), len(body)) + text)
    pipe.write(body)
    pipe.flush()


def read_question(pipe: BinaryIO) -> tuple[dict[str, object], bytes] | None:
    """Return header and body, None when the program has closed the pipe."""
    lengths = pipe.read(_QUESTION.size)
    if len(lengths) < _QUESTION.size:
        return None
    header_size, body_size = _QUESTION.unpack(lengths)
    header, body = pipe.read(header_size), pipe.read(body_size)
    if len(header) < header_size or len(body) < body_size:
        return None
    found: dict[str, object] = json.loads(header)
    return found, body


def write_answer(pipe: BinaryIO, examination: Examination) -> None:
    """Send an examination."""
    facts = {
        key: str(value) if isinstance(value, Decimal) else value for key, value in asdict(examination.facts).items()
    }
    text = json.dumps({"facts": facts, "problem": examination.problem}).encode("ascii")
    preview, thumbnail = examination.preview or b"", examination.thumbnail or b""
    pipe.write(_ANSWER.pack(len(text), len(preview), len(thumbnail)) + text + preview + thumbnail)
    pipe.flush()


def read_answer(pipe: BinaryIO) -> Examination:
    """Return what the worker found.

    Raises:
        BrokenConversation: the worker ended, or its answer is not one.
    """
    json_size, preview_size, thumbnail_size = _ANSWER.unpack(_exactly(pipe, _ANSWER.size))
    if json_size > _MAX_JSON or preview_size > _MAX_PICTURE or thumbnail_size > _MAX_PICTURE:
        raise BrokenConversation
    text = _exactly(pipe, json_size)
    preview, thumbnail = _exactly(pipe, preview_size), _exactly(pipe, thumbnail_size)
    try:
        answer = json.loads(text)
        problem = None if answer["problem"] is None else Problem(answer["problem"])
        facts = _facts(answer["facts"])
    except (ValueError, KeyError, TypeError, RecursionError, InvalidOperation) as error:
        raise BrokenConversation from error
    return Examination(facts, preview or None, thumbnail or None, problem)


def _exactly(pipe: BinaryIO, size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise BrokenConversation
    return data


def _facts(found: dict[str, object]) -> Facts:
    checked = {field.name: _field(field.name, found[field.name]) for field in fields(Facts)}
    return Facts(**checked)  # type: ignore[arg-type]  # each value was checked by its field's name


def _field(name: str, value: object) -> object:
    if name == "media_class":
        return MediaClass(str(value))
    if name == "c2pa":
        return value is True
    if value is None and name not in ("format", "media_type", "reader"):
        return None
    if name in _INT_FIELDS:
        expected: type = int
    else:
        expected = str
    if type(value) is not expected:
        raise ValueError(name)
    if name in _DECIMAL_FIELDS:
        number = Decimal(str(value))
        if not number.is_finite():
            raise ValueError(name)
        return number
    return value
