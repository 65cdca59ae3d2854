"""What a decoding worker and the program say to each other over two pipes.

The worker has touched hostile bytes, so nothing it says is trusted: its answers are JSON and two bounded blocks of
bytes, checked field by field, and never a pickle.

::

    question:  lengths (2 x uint64) | JSON header | body        header {"task": ..., "path"|"size": ..., "seconds": ...}
    answer:    lengths (3 x uint64) | JSON | preview | thumbnail
    request:   the same form as an answer, JSON {"read": [offset, size]}; the part comes as the body of the next question

The file is the body itself, a path that the worker opens, or ``size`` bytes that it asks for as it needs them.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from decimal import Decimal, InvalidOperation
from typing import BinaryIO

from surveyor_app.media.facts import Examination, Facts, Measures, MediaClass, Problem

READY = b"surveyor-media-3\n"
"""What a worker says once when it is able to work."""

EXAMINE, READ_CODES, EMBEDDED, PAGE = "examine", "read_codes", "embedded", "page"
"""Tasks of a question."""

MAX_PART = 4 << 20
"""Bytes a worker may ask for at once."""

_QUESTION = struct.Struct(">QQ")
_ANSWER = struct.Struct(">QQQ")
_MAX_JSON = 1 << 20
_MAX_PICTURE = 16 << 20
_MAX_CODES = 64
_MAX_PAGES = 1 << 16
_MAX_CODE = 8000

_INT_FIELDS = frozenset(
    {"width_px", "height_px", "coded_width_px", "coded_height_px", "shown_width_px", "shown_height_px"}
    | {"pages", "orientation", "duration_ms"}
)
_DECIMAL_FIELDS = frozenset({"gps_lat", "gps_lon", "gps_alt_m", "gps_direction_deg", "gps_speed_kmh"})
_PHASH = re.compile(r"[0-9a-f]{16}")
_MAX_MEASURE = {"version": 1 << 16, "sharpness": 1 << 20, "level": 255, "dark_permille": 1000, "bright_permille": 1000}

Codes = tuple[str, ...]
"""Texts of the codes found in a picture."""


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """A worker wants to read a part of the file it works on; the part may be shorter at the end."""

    offset: int
    size: int


Reply = Examination | Codes | ReadRequest


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
    measures = None if examination.measures is None else asdict(examination.measures)
    answer: dict[str, object] = {
        "facts": facts,
        "problem": examination.problem,
        "measures": measures,
        "pages": examination.pages,
    }
    _write(pipe, answer, examination.preview or b"", examination.thumbnail or b"")


def write_codes(pipe: BinaryIO, codes: Sequence[str]) -> None:
    """Send the codes found, as many and as long as an answer may have."""
    _write(pipe, {"codes": [code for code in codes if len(code) <= _MAX_CODE][:_MAX_CODES]})


def write_request(pipe: BinaryIO, request: ReadRequest) -> None:
    """Ask for a part of the file."""
    _write(pipe, {"read": [request.offset, request.size]})


def read_reply(pipe: BinaryIO) -> Reply:
    """Return what the worker found, or which part of the file it wants.

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
        if "codes" in answer:
            return _codes(answer["codes"])
        if "read" in answer:
            return _request(*answer["read"])
        problem = None if answer["problem"] is None else Problem(answer["problem"])
        measures = None if answer["measures"] is None else _measures(answer["measures"])
        pages = None if answer["pages"] is None else _bounded(answer["pages"], _MAX_PAGES)
        return Examination(_facts(answer["facts"]), preview or None, thumbnail or None, problem, measures, pages)
    except (ValueError, KeyError, TypeError, RecursionError, InvalidOperation) as error:
        raise BrokenConversation from error


def _write(pipe: BinaryIO, answer: dict[str, object], preview: bytes = b"", thumbnail: bytes = b"") -> None:
    text = json.dumps(answer).encode("ascii")
    pipe.write(_ANSWER.pack(len(text), len(preview), len(thumbnail)) + text + preview + thumbnail)
    pipe.flush()


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


def _measures(found: dict[str, object]) -> Measures:
    phash = found["phash"]
    if not isinstance(phash, str) or _PHASH.fullmatch(phash) is None:
        raise ValueError(phash)
    numbers = {name: _bounded(found[name], limit) for name, limit in _MAX_MEASURE.items()}
    return Measures(phash=phash, **numbers)


def _codes(found: object) -> Codes:
    if not isinstance(found, list) or len(found) > _MAX_CODES:
        raise ValueError(found)
    # A code may hold any bytes; half a character that came as an escape is no text.
    if any(not isinstance(code, str) or len(code) > _MAX_CODE or not _is_text(code) for code in found):
        raise ValueError(found)
    return tuple(found)


def _is_text(code: str) -> bool:
    return all(not 0xD800 <= ord(character) <= 0xDFFF for character in code)


def _request(offset: object, size: object) -> ReadRequest:
    return ReadRequest(_bounded(offset, 1 << 62), _bounded(size, MAX_PART))


def _bounded(value: object, limit: int) -> int:
    if type(value) is not int or not 0 <= value <= limit:
        raise ValueError(value)
    return value
