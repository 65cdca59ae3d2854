"""One decoding worker: a fresh interpreter, started without forking, and its two pipes."""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

import surveyor_app
from surveyor_app.media.facts import Examination, Problem
from surveyor_app.media.limits import Limits
from surveyor_app.media.messages import (
    READY,
    BrokenConversation,
    Codes,
    ReadRequest,
    Reply,
    read_reply,
    write_question,
)

GRACE_S = 5.0
"""A worker that waits for a dead disk cannot be ended before the system gives up; nobody waits longer than this for it."""

_PIPE_BYTES = 1 << 20

_LOG = logging.getLogger(__name__)

_START = "import sys; sys.path.insert(0, {root!r}); from surveyor_app.media.decoding import main; main()"

ReadRange = Callable[[int, int], bytes]
"""Offset and size to bytes, fewer only at the end of the file. OSError says that the source failed, which the examination then
reports; any other error is raised by whoever asked for the examination."""


class WorkerProcess:
    """One process with its pipes; used by one thread at a time."""

    def __init__(self, limits: Limits, command: Sequence[str] | None = None, *, grace_s: float = GRACE_S) -> None:
        """Start a worker; ``command`` stands in for the interpreter and what it runs."""
        self._grace_s = grace_s
        self._process = subprocess.Popen(
            command or _command(limits),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pipesize=_PIPE_BYTES,
            # Each thread of a decoder would else reserve 64 MiB of address space for its allocations.
            env={**os.environ, "MALLOC_ARENA_MAX": "2"},
            # No console window on Windows; the constant exists only there.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.killed_for: Problem | None = None
        self._questions, answers = _pipes(self._process)
        self._answers = answers
        self._replies: queue.SimpleQueue[Reply | None] = queue.SimpleQueue()
        # A thread of its own, because nothing else can stop waiting for a pipe on every system.
        self._reader = threading.Thread(target=self._read_replies, name="media-replies", daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """Process id."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Tell whether the process runs."""
        return self._process.poll() is None

    def ask(
        self,
        header: dict[str, object],
        body: bytes | memoryview,
        timeout_s: float,
        read: ReadRange | None = None,
    ) -> Examination | Codes | None:
        """Return the answer, None when the worker ended, spoke nonsense or is not heard of in time.

        Args:
            header: What is asked.
            body: The file, where it is sent whole.
            timeout_s: When the worker is ended by whoever watches it; some seconds later waiting ends in any case.
            read: Gives parts of the file, where it is neither sent nor on disk.
        """
        try:
            write_question(self._questions, header, body)
            while True:
                reply = self._replies.get(timeout=timeout_s + self._grace_s)
                if not isinstance(reply, ReadRequest):
                    return reply
                if read is None:
                    return None
                self._send_part(reply, read)
        except (OSError, queue.Empty):
            return None

    def kill(self, problem: Problem) -> None:
        """End the process at once; whoever waits for its answer then gets none."""
        self.killed_for = problem
        self._process.kill()

    def stop(self) -> None:
        """End the process and take back everything it holds."""
        self._process.kill()
        try:
            self._process.wait(self._grace_s)
        except subprocess.TimeoutExpired:
            _LOG.error("media worker %s does not end; it is left to the system", self.pid)
        self._reader.join(self._grace_s)
        # Closing flushes what the dead worker did not take.
        with contextlib.suppress(OSError):
            self._questions.close()

    def _send_part(self, wanted: ReadRequest, read: ReadRange) -> None:
        try:
            header: dict[str, object] = {}
            part = read(wanted.offset, wanted.size)
        except OSError:
            # As if the worker had read the file by itself: it says what it knows so far.
            header, part = {"failed": True}, b""
        write_question(self._questions, header, part)

    def _read_replies(self) -> None:
        try:
            if self._answers.read(len(READY)) != READY:
                if self.killed_for is None:
                    _LOG.error("a media worker did not start")
                raise BrokenConversation
            while True:
                self._replies.put(read_reply(self._answers))
        except (BrokenConversation, OSError):
            self._replies.put(None)
        finally:
            self._answers.close()


def _command(limits: Limits) -> list[str]:
    root = str(Path(surveyor_app.__file__).resolve().parent.parent)
    return [sys.executable, "-P", "-c", _START.format(root=root), str(limits.address_space_bytes or 0)]


def _pipes(process: subprocess.Popen[bytes]) -> tuple[BinaryIO, BinaryIO]:
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("the process was started without pipes")
    # Popen gives buffered binary files for pipes; its annotation says IO[bytes].
    return process.stdin, process.stdout  # type: ignore[return-value]
