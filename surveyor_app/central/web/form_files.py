"""The files of a form that a browser sends (multipart/form-data, RFC 7578), streamed to disk within limits.

Whatever a browser says of a file is only kept: its name for display; what it is, its bytes tell. When a form is too large
the rest of it is read and dropped, as far as that is reasonable: a browser that is cut off shows no answer. Where the network
ends a form, the files before that are whole, and whoever asked for them is handed them.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from fastapi import Request
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from surveyor_app.domain.wire_errors import BadMessage
from surveyor_app.protocol.limits import MIB

if TYPE_CHECKING:  # The library names the type for checkers alone.
    from python_multipart.multipart import MultipartCallbacks

FILES_PATH = re.compile(r"/c/[^/]+/papers/[^/]+")
FORM_TYPE = "multipart/form-data"
MOST_FILES = 10
MOST_FILE_BYTES = 30 * MIB
"""A photo of a phone has 3 to 15 MB; 200 megapixels about 30."""
MOST_FORM_BYTES = 100 * MIB
MOST_READ_BYTES = 4 * MOST_FORM_BYTES
MOST_FIELD_BYTES = 1024
MAX_NAME = 255

TOO_LARGE = "too large"


@dataclass(frozen=True, slots=True)
class FormFile:
    """One file that came whole: where it lies now, what the browser called it, and its SHA-256."""

    path: Path
    name: str
    size: int
    sha256: str


class FormCut(Exception):
    """The browser is gone before its form ended; ``files`` came whole."""

    def __init__(self, files: list[FormFile]) -> None:
        super().__init__(len(files))
        self.files = files


async def received_files(request: Request, folder: Path) -> list[FormFile]:
    """Read the files of a form into ``folder``; those without a name and bytes, which stand for none, are left out.

    Raises:
        BadMessage: no such form, or not whole; ``too large`` where a file or the form is, or there are too many files. Data:
            ``is_cut`` where it has no end, and the connection can serve nothing more.
        FormCut: the browser is gone.
    """
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    boundary = options.get(b"boundary")
    if kind != FORM_TYPE.encode() or not boundary:
        raise BadMessage(reason="form")
    reader = _Reader(folder)
    try:
        await _read(request, reader, boundary)
    except ClientDisconnect as error:
        raise FormCut([] if reader.is_too_large else reader.given()) from error
    except FormParserError as error:
        raise BadMessage(reason="form") from error
    finally:
        reader.close()
    if reader.is_too_large:
        raise BadMessage(reason=TOO_LARGE, limit=MOST_FILE_BYTES)
    if not reader.has_ended:
        raise BadMessage(reason="form")
    return reader.given()


async def _read(request: Request, reader: _Reader, boundary: bytes) -> None:
    """Read a form to its end, as far as that is reasonable."""
    parser, read = MultipartParser(boundary, reader.callbacks()), 0
    async for chunk in request.stream():
        read += len(chunk)
        if read > MOST_READ_BYTES:
            raise BadMessage(reason=TOO_LARGE, limit=MOST_FILE_BYTES, is_cut=True)
        if read > MOST_FORM_BYTES:
            reader.is_too_large = True
        if not reader.is_too_large:
            await run_in_threadpool(parser.write, chunk)
    if not reader.is_too_large:
        parser.finalize()


@dataclass
class _Reader:
    """Takes what the parser finds; what is no file is counted and dropped."""

    folder: Path
    files: list[FormFile] = field(default_factory=list)
    is_too_large: bool = False
    has_ended: bool = False
    _headers: dict[str, bytes] = field(default_factory=dict)
    _name: bytes = b""
    _value: bytes = b""
    _file: BinaryIO | None = None
    _file_name: str = ""
    _digest: hashlib._Hash = field(default_factory=hashlib.sha256)
    _size: int = 0

    def callbacks(self) -> MultipartCallbacks:
        """Return the functions that the parser calls."""
        return {
            "on_part_begin": self._begin,
            "on_header_field": self._header_name,
            "on_header_value": self._header_value,
            "on_header_end": self._header_end,
            "on_headers_finished": self._open,
            "on_part_data": self._data,
            "on_part_end": self._end,
            "on_end": self._all,
        }

    def given(self) -> list[FormFile]:
        """Return the files that came whole; one without a name and bytes stands for none."""
        return [file for file in self.files if file.name or file.size]

    def close(self) -> None:
        """Close a file that was not ended."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _begin(self) -> None:
        self._headers, self._size, self._digest = {}, 0, hashlib.sha256()

    def _header_name(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _header_end(self) -> None:
        self._headers[self._name.decode("latin-1").lower()] = self._value
        self._name = self._value = b""

    def _open(self) -> None:
        _, options = parse_options_header(self._headers.get("content-disposition", b""))
        name = options.get(b"filename")
        if name is None:
            return
        if len(self.files) >= MOST_FILES:
            self.is_too_large = True
            return
        self._file_name = shown_name(name.decode("utf-8", "replace"))
        self._file = (self.folder / str(len(self.files))).open("wb")

    def _data(self, data: bytes, start: int, end: int) -> None:
        self._size += end - start
        if self.is_too_large or self._size > (MOST_FIELD_BYTES if self._file is None else MOST_FILE_BYTES):
            self.is_too_large = True
            return
        if self._file is not None:
            self._file.write(data[start:end])
            self._digest.update(data[start:end])

    def _end(self) -> None:
        if self._file is None:
            return
        path = Path(self._file.name)
        self.close()
        self.files.append(FormFile(path, self._file_name, self._size, self._digest.hexdigest()))

    def _all(self) -> None:
        self.has_ended = True


def shown_name(name: str) -> str:
    """Return the last part of a file name without what draws nothing or ends a line."""
    last = re.split(r"[/\\]", name)[-1]
    return "".join(character for character in last if character.isprintable())[:MAX_NAME].strip()
