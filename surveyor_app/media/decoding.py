"""The program inside a decoding worker: reads questions, examines files, writes answers.

It is started by :mod:`surveyor_app.media.worker` as ``python -c "... decoding.main()"``. One thread reads the pipe, so
that the worker ends at once when the program is gone, even in the middle of a picture.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
from pathlib import Path
from typing import BinaryIO

from surveyor_app.media.examining import examine_bytes, examine_path
from surveyor_app.media.facts import Examination, Problem
from surveyor_app.media.limits import allow_processor_time, forbid_core_dumps, limit_address_space
from surveyor_app.media.messages import READY, read_question, write_answer
from surveyor_app.media.sniffing import HEAD_BYTES, sniffed_facts

_Question = tuple[dict[str, object], bytes]


def main() -> None:
    """Answer questions until the program closes the pipe. The first argument is the address space limit, or 0."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is for the program, not for its workers
    forbid_core_dumps()
    limit_address_space(int(sys.argv[1]) or None)
    answers = _private_stdout()
    questions: queue.SimpleQueue[_Question] = queue.SimpleQueue()
    threading.Thread(target=_read_questions, args=(sys.stdin.buffer, questions), daemon=True).start()
    answers.write(READY)
    answers.flush()
    while True:
        header, body = questions.get()
        seconds = header.get("seconds")
        allow_processor_time(float(seconds) if isinstance(seconds, int | float) else 60.0)
        try:
            write_answer(answers, _examined(header, body))
        except OSError:
            os._exit(0)  # the program is gone; a normal exit would wait for the reading thread
        del header, body


def _read_questions(pipe: BinaryIO, questions: queue.SimpleQueue[_Question]) -> None:
    try:
        while (question := read_question(pipe)) is not None:
            questions.put(question)
    finally:
        os._exit(0)


def _examined(header: dict[str, object], body: bytes) -> Examination:
    path = header.get("path")
    try:
        return examine_path(Path(path)) if isinstance(path, str) else examine_bytes(body)
    except MemoryError:
        return Examination(sniffed_facts(body[:HEAD_BYTES]), problem=Problem.OUT_OF_MEMORY)


def _private_stdout() -> BinaryIO:
    """Keep the pipe for answers and send whatever libraries print to nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    return answers
