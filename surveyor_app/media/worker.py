"""Decoding workers: processes that open hostile content so that the program does not have to.

Each worker is a fresh interpreter started without forking (the program may be a Qt program with threads) and talks
over its own two pipes. A file that hangs, swells or kills its worker yields an examination that says so; the worker is
replaced. Nothing of the picture libraries is loaded into the program itself.
"""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import surveyor_app
from surveyor_app.media.facts import Examination, Problem
from surveyor_app.media.limits import Limits, resident_bytes
from surveyor_app.media.messages import READY, BrokenConversation, read_answer, write_question
from surveyor_app.media.sniffing import HEAD_BYTES, sniffed_facts

DEFAULT_TIMEOUT_S = 15.0
"""The slowest honest file of the public test pictures takes under 2 s; a user waits no longer than 20 s for one."""

_WATCH_INTERVAL_S = 0.05
_PIPE_BYTES = 1 << 20

_LOG = logging.getLogger(__name__)

_START = "import sys; sys.path.insert(0, {root!r}); from surveyor_app.media.decoding import main; main()"


class MediaWorkers:
    """A small pool of decoding workers; a context manager, usable from several threads.

    Workers start when they are first needed and stay until :meth:`close`.
    """

    def __init__(self, count: int | None = None, *, limits: Limits | None = None) -> None:
        """Prepare a pool.

        Args:
            count: Number of workers; by default one a processor, four at most.
            limits: What each worker may use.
        """
        size = count or min(4, os.cpu_count() or 1)
        self._limits = limits or Limits()
        self._watch = _Watch(self._limits)
        self._slots: queue.LifoQueue[_Worker | None] = queue.LifoQueue()
        for _ in range(size):
            self._slots.put(None)
        self._size = size
        self._executor = ThreadPoolExecutor(size, thread_name_prefix="media")
        self._lock = threading.Lock()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def size(self) -> int:
        """Number of files that are examined at the same time; keep a few more than that submitted."""
        return self._size

    def process_ids(self) -> list[int]:
        """Return the process ids of the workers that are examining a file now."""
        return self._watch.process_ids()

    def examine_bytes(self, data: bytes | memoryview, *, timeout_s: float = DEFAULT_TIMEOUT_S) -> Examination:
        """Examine a file given as bytes; blocks while all workers are busy. Bad content is no error.

        Args:
            data: The whole file.
            timeout_s: Time for this file, from when a worker has it.
        """
        return self._examine(
            {"bytes": True, "seconds": timeout_s}, data, timeout_s, lambda: bytes(memoryview(data)[:HEAD_BYTES])
        )

    def examine_path(self, path: Path, *, timeout_s: float = DEFAULT_TIMEOUT_S) -> Examination:
        """Examine a file on disk, which the worker reads by itself; blocks while all workers are busy."""
        return self._examine(
            {"path": str(path.absolute()), "seconds": timeout_s}, b"", timeout_s, lambda: _head_of(path)
        )

    def submit_bytes(self, data: bytes | memoryview, *, timeout_s: float = DEFAULT_TIMEOUT_S) -> Future[Examination]:
        """Examine in the background. ``data`` is kept until the result is there, so submit only a few files ahead."""
        return self._executor.submit(self.examine_bytes, data, timeout_s=timeout_s)

    def submit_path(self, path: Path, *, timeout_s: float = DEFAULT_TIMEOUT_S) -> Future[Examination]:
        """Examine a file on disk in the background."""
        return self._executor.submit(self.examine_path, path, timeout_s=timeout_s)

    def close(self) -> None:
        """End the workers. What is submitted but not begun is cancelled, what is running is finished first."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
        self._executor.shutdown(wait=True, cancel_futures=True)
        for _ in range(self._size):
            worker = self._slots.get()
            if worker is not None:
                worker.stop()
        # Whoever still waits for a worker learns that there are none any more.
        for _ in range(self._size):
            self._slots.put(None)
        self._watch.close()

    def _examine(
        self, header: dict[str, object], body: bytes | memoryview, timeout_s: float, head: Callable[[], bytes]
    ) -> Examination:
        worker = self._slots.get()
        found: Examination | None = None
        try:
            if self._closed:
                raise RuntimeError("the media workers are closed")
            worker = self._living(worker)
            with self._watch.watching(worker, timeout_s):
                found = worker.ask(header, body)
            problem = worker.killed_for or Problem.CRASHED
        except OSError:
            # The system refuses to start a process: the file is stored all the same.
            _LOG.exception("a media worker could not be started")
            problem = Problem.CRASHED
        finally:
            if found is None and worker is not None:
                worker.stop()
                worker = None
            self._slots.put(worker)
        return found or Examination(sniffed_facts(head()), problem=problem)

    def _living(self, worker: _Worker | None) -> _Worker:
        """Return the worker, or a new one where there is none or it died while it was idle."""
        if worker is not None and worker.is_alive:
            return worker
        if worker is not None:
            worker.stop()
        return _Worker(self._limits)


class _Worker:
    """One process with its pipes; used by one thread at a time."""

    def __init__(self, limits: Limits) -> None:
        root = str(Path(surveyor_app.__file__).resolve().parent.parent)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _START.format(root=root), str(limits.address_space_bytes or 0)],
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
        self._is_ready = False

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, header: dict[str, object], body: bytes | memoryview) -> Examination | None:
        """Return the answer, None when the worker ended or spoke nonsense."""
        questions, answers = _pipes(self._process)
        try:
            if not self._is_ready:
                self._expect_ready(answers)
            write_question(questions, header, body)
            return read_answer(answers)
        except (BrokenConversation, OSError):
            return None

    def kill(self, problem: Problem) -> None:
        """End the process at once; whoever waits for its answer then gets none."""
        self.killed_for = problem
        self._process.kill()

    def stop(self) -> None:
        """End the process and take back everything it holds."""
        self._process.kill()
        self._process.wait()
        for pipe in _pipes(self._process):
            # Closing flushes what the dead worker did not take.
            with contextlib.suppress(OSError):
                pipe.close()

    def _expect_ready(self, answers: BinaryIO) -> None:
        if answers.read(len(READY)) != READY:
            if self.killed_for is None:
                _LOG.error("a media worker did not start, exit status %s", self._process.wait())
            raise BrokenConversation
        self._is_ready = True


def _pipes(process: subprocess.Popen[bytes]) -> tuple[BinaryIO, BinaryIO]:
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("the process was started without pipes")
    # Popen gives buffered binary files for pipes; its annotation says IO[bytes].
    return process.stdin, process.stdout  # type: ignore[return-value]


@dataclass(slots=True)
class _Bound:
    worker: _Worker
    deadline: float


class _Watch:
    """One thread that ends workers which take too long or too much memory; it sleeps while none is busy."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._bounds: list[_Bound] = []
        self._condition = threading.Condition()
        self._is_closed = False
        self._thread: threading.Thread | None = None

    @contextlib.contextmanager
    def watching(self, worker: _Worker, timeout_s: float) -> Iterator[None]:
        bound = _Bound(worker, time.monotonic() + timeout_s)
        with self._condition:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="media-watch", daemon=True)
                self._thread.start()
            self._bounds.append(bound)
            self._condition.notify()
        try:
            yield
        finally:
            # Under the lock: after this line the worker can no longer be ended for this file.
            with self._condition:
                self._bounds.remove(bound)

    def process_ids(self) -> list[int]:
        with self._condition:
            return [bound.worker.pid for bound in self._bounds]

    def close(self) -> None:
        with self._condition:
            self._is_closed = True
            self._condition.notify()
            thread = self._thread
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        with self._condition:
            while not self._is_closed:
                for bound in self._bounds:
                    self._check(bound)
                self._condition.wait(_WATCH_INTERVAL_S if self._bounds else None)

    def _check(self, bound: _Bound) -> None:
        if bound.worker.killed_for is not None:
            return
        if time.monotonic() > bound.deadline:
            bound.worker.kill(Problem.TOO_SLOW)
        elif self._limits.resident_bytes is not None:
            used = resident_bytes(bound.worker.pid)
            if used is not None and used > self._limits.resident_bytes:
                bound.worker.kill(Problem.OUT_OF_MEMORY)


def _head_of(path: Path) -> bytes:
    try:
        # Opening a pipe or a device could block the program.
        if not stat.S_ISREG(path.stat().st_mode):
            return b""
        with path.open("rb") as file:
            return file.read(HEAD_BYTES)
    except OSError:
        return b""
