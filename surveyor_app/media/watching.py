"""Watching over busy decoding workers: whoever takes too long or too much memory is ended."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass

from surveyor_app.media.facts import Problem
from surveyor_app.media.limits import Limits, resident_bytes
from surveyor_app.media.worker_process import WorkerProcess

_INTERVAL_S = 0.05


@dataclass(slots=True)
class _Bound:
    worker: WorkerProcess
    deadline: float


class Watch:
    """One thread that ends workers which take too long or too much memory; it sleeps while none is busy."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._bounds: list[_Bound] = []
        self._condition = threading.Condition()
        self._is_closed = False
        self._thread: threading.Thread | None = None

    @contextlib.contextmanager
    def watching(self, worker: WorkerProcess, timeout_s: float) -> Iterator[None]:
        """Watch over a worker while it has one file."""
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
        """Return the process ids of those watched now."""
        with self._condition:
            return [bound.worker.pid for bound in self._bounds]

    def close(self) -> None:
        """End the thread."""
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
                self._condition.wait(_INTERVAL_S if self._bounds else None)

    def _check(self, bound: _Bound) -> None:
        if bound.worker.killed_for is not None:
            return
        if time.monotonic() > bound.deadline:
            bound.worker.kill(Problem.TOO_SLOW)
        elif self._limits.resident_bytes is not None:
            used = resident_bytes(bound.worker.pid)
            if used is not None and used > self._limits.resident_bytes:
                bound.worker.kill(Problem.OUT_OF_MEMORY)
