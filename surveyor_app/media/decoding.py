"""The program inside a decoding worker: reads questions, examines files, writes answers.

It is started by :mod:`surveyor_app.media.worker_process` as ``python -c "... decoding.main()"``. One thread reads the pipe,
so that the worker ends at once when the program is gone, even in the middle of a picture.
"""

from __future__ import annotations

import io
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from surveyor_app.media.codes import read_codes
from surveyor_app.media.embedded_thumbnails import embedded_thumbnail
from surveyor_app.media.examining import examine_file
from surveyor_app.media.facts import Examination, Facts, Problem
from surveyor_app.media.limits import allow_processor_time, forbid_core_dumps, give_way, limit_address_space
from surveyor_app.media.messages import (
    EMBEDDED,
    MAX_PART,
    PAGE,
    READ_CODES,
    READY,
    ReadRequest,
    read_question,
    write_answer,
    write_codes,
    write_request,
)
from surveyor_app.media.paged import answer_page
from surveyor_app.media.render_jobs import RENDER
from surveyor_app.media.rendering import answer_render
from surveyor_app.media.sniffing import HEAD_BYTES, sniffed_facts

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer

_Question = tuple[dict[str, object], bytes]
_Draw = Callable[[Mapping[str, Any], BinaryIO], Examination]
_Questions = queue.SimpleQueue[_Question]

_BUFFER_BYTES = 1 << 20


def main() -> None:
    """Answer questions until the program closes the pipe. The first argument is the address space limit, or 0."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is for the program, not for its workers
    forbid_core_dumps()
    give_way()
    limit_address_space(int(sys.argv[1]) or None)
    answers = _private_stdout()
    questions: _Questions = queue.SimpleQueue()
    threading.Thread(target=_read_questions, args=(sys.stdin.buffer, questions), daemon=True).start()
    answers.write(READY)
    answers.flush()
    while True:
        header, body = questions.get()
        seconds = header.get("seconds")
        allow_processor_time(float(seconds) if isinstance(seconds, int | float) else 60.0)
        try:
            _answer(header, body, questions, answers)
        except BrokenPipeError:
            os._exit(0)  # the program is gone; a normal exit would wait for the reading thread
        del header, body


def _read_questions(pipe: BinaryIO, questions: _Questions) -> None:
    try:
        while (question := read_question(pipe)) is not None:
            questions.put(question)
    finally:
        os._exit(0)


def _answer(header: dict[str, object], body: bytes, questions: _Questions, answers: BinaryIO) -> None:
    try:
        file = _opened(header, body, questions, answers)
    except OSError:
        file = None
    if header.get("task") == READ_CODES:
        write_codes(answers, _codes(file))
    elif header.get("task") == EMBEDDED:
        write_answer(answers, _embedded(file))
    elif header.get("task") == RENDER:
        write_answer(answers, _drawn(answer_render, header.get("job"), file))
    elif header.get("task") == PAGE:
        write_answer(answers, _drawn(answer_page, header.get("job"), file))
    else:
        write_answer(answers, _examined(file))


def _opened(header: dict[str, object], body: bytes, questions: _Questions, answers: BinaryIO) -> BinaryIO:
    path, size = header.get("path"), header.get("size")
    if isinstance(path, str):
        return Path(path).open("rb")
    if isinstance(size, int):
        return io.BufferedReader(_AskedFile(size, questions, answers), _BUFFER_BYTES)
    return io.BytesIO(body)


def _examined(file: BinaryIO | None) -> Examination:
    if file is None:
        return Examination(sniffed_facts(b""), problem=Problem.UNREADABLE)
    with file:
        try:
            return examine_file(file)
        except MemoryError:
            return Examination(_facts_again(file), problem=Problem.OUT_OF_MEMORY)


def _drawn(draw: _Draw, job: object, file: BinaryIO | None) -> Examination:
    if file is None or not isinstance(job, dict):
        return Examination(sniffed_facts(b""), problem=Problem.UNREADABLE)
    with file:
        try:
            return draw(job, file)
        except MemoryError:
            return Examination(_facts_again(file), problem=Problem.OUT_OF_MEMORY)


def _embedded(file: BinaryIO | None) -> Examination:
    if file is None:
        return Examination(sniffed_facts(b""), problem=Problem.UNREADABLE)
    with file:
        facts = sniffed_facts(file.read(HEAD_BYTES))
        file.seek(0)
        try:
            return Examination(facts, thumbnail=embedded_thumbnail(file))
        except MemoryError:
            return Examination(facts, problem=Problem.OUT_OF_MEMORY)


def _facts_again(file: BinaryIO) -> Facts:
    try:
        file.seek(0)
        return sniffed_facts(file.read(HEAD_BYTES))
    except OSError:
        return sniffed_facts(b"")


def _codes(file: BinaryIO | None) -> tuple[str, ...]:
    if file is None:
        return ()
    with file:
        try:
            return read_codes(file)
        except MemoryError:
            return ()


class _AskedFile(io.RawIOBase):
    """A file that lies with the program, which is asked for each part: nothing of it is ever written to a disk."""

    def __init__(self, size: int, questions: _Questions, answers: BinaryIO) -> None:
        self._size = size
        self._questions = questions
        self._answers = answers
        self._position = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        if start + offset < 0:
            raise ValueError("before the start of the file")
        self._position = start + offset
        return self._position

    def tell(self) -> int:
        return self._position

    def readinto(self, buffer: Buffer, /) -> int:
        view = memoryview(buffer).cast("B")
        wanted = min(len(view), MAX_PART, self._size - self._position)
        if wanted <= 0:
            return 0
        write_request(self._answers, ReadRequest(self._position, wanted))
        header, part = self._questions.get()
        if header.get("failed"):
            raise OSError("the program could not read the file")
        view[: len(part)] = part
        self._position += len(part)
        return len(part)


def _private_stdout() -> BinaryIO:
    """Keep the pipe for answers and send whatever libraries print to nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    return answers
