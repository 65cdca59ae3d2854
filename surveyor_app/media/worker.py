"""Decoding workers: processes that open hostile content so that the program does not have to.

Each worker is a fresh interpreter started without forking (the program may be a Qt program with threads) and talks
over its own two pipes. A file that hangs, swells or kills its worker yields an examination that says so; the worker is
replaced. Nothing of the picture libraries is loaded into the program itself.
"""

from __future__ import annotations

import logging
import os
import queue
import stat
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self

from surveyor_app.media.facts import Examination, Problem
from surveyor_app.media.limits import Limits
from surveyor_app.media.messages import EMBEDDED, EXAMINE, PAGE, READ_CODES, Codes
from surveyor_app.media.render_jobs import MAX_PIXELS, RENDER, RENDER_TIMEOUT_S, Page, Rendered, RenderJob
from surveyor_app.media.sniffing import HEAD_BYTES, sniffed_facts
from surveyor_app.media.watching import Watch
from surveyor_app.media.worker_process import ReadRange, WorkerProcess

DEFAULT_TIMEOUT_S = 15.0
"""The slowest honest file of the public test pictures takes under 2 s; a user waits no longer than 20 s for one."""

EMBEDDED_HEAD_BYTES = 512 << 10
"""So much of a JPEG photo has its EXIF, colour profile and size in it."""

_HEAD_WAIT_S = 2.0

_LOG = logging.getLogger(__name__)


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
        self._watch = Watch(self._limits)
        self._slots: queue.LifoQueue[WorkerProcess | None] = queue.LifoQueue()
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

    def warm_up(self) -> None:
        """Start one worker in the background if none runs: the first file then need not wait until a process has loaded."""
        with self._lock:
            if not self._closed:
                self._executor.submit(self._start_one)

    def examine_bytes(self, data: bytes | memoryview, *, timeout_s: float = DEFAULT_TIMEOUT_S) -> Examination:
        """Examine a file given as bytes; blocks while all workers are busy. Bad content is no error.

        Args:
            data: The whole file.
            timeout_s: Time for this file, from when a worker has it.
        """
        return self._examine({}, data, timeout_s, lambda: bytes(memoryview(data)[:HEAD_BYTES]))

    def examine_path(self, path: Path, *, timeout_s: float = DEFAULT_TIMEOUT_S) -> Examination:
        """Examine a file on disk, which the worker reads by itself; blocks while all workers are busy.

        A path that stops answering, such as a card that is pulled out or a share that is gone, is reported like bad content.
        """
        return self._examine({"path": str(path.absolute())}, b"", timeout_s, lambda: _head_of(path))

    def examine_ranges(self, size: int, read: ReadRange, *, timeout_s: float = DEFAULT_TIMEOUT_S) -> Examination:
        """Examine a file that is neither on disk nor in memory: an original in a case, of any size, without a plain copy.

        Args:
            size: Bytes of the file.
            read: Gives the parts that the worker needs, at most 4 MiB each; called in this thread.
            timeout_s: Time for this file, that of ``read`` included.

        Raises:
            Exception: what ``read`` raised, unless it was an OSError, which is reported as unreadable content.
        """
        return self._examine({"size": size}, b"", timeout_s, lambda: _head_by(read), read)

    def read_codes(self, data: bytes | memoryview, *, timeout_s: float = DEFAULT_TIMEOUT_S) -> Codes:
        """Return the texts of the QR codes in a picture given as bytes; empty where there are none or it is no picture."""
        header: dict[str, object] = {"task": READ_CODES}
        found, _ = self._ask(header, data, timeout_s)
        return found if isinstance(found, tuple) else ()

    def embedded_thumbnail(self, head: bytes | memoryview, *, timeout_s: float = DEFAULT_TIMEOUT_S) -> bytes | None:
        """Return the thumbnail that the camera put into a JPEG photo, upright, as JPEG; ``None`` where there is none.

        Args:
            head: The photo, or its first bytes up to the pixels: :data:`EMBEDDED_HEAD_BYTES` hold what cameras put there.
            timeout_s: Time for this photo, from when a worker has it.
        """
        found, _ = self._ask({"task": EMBEDDED}, head, timeout_s)
        return found.thumbnail if isinstance(found, Examination) else None

    def submit_bytes(self, data: bytes | memoryview, *, timeout_s: float = DEFAULT_TIMEOUT_S) -> Future[Examination]:
        """Examine in the background. ``data`` is kept until the result is there, so submit only a few files ahead."""
        return self._executor.submit(self.examine_bytes, data, timeout_s=timeout_s)

    def render(self, data: bytes | memoryview, job: RenderJob, *, timeout_s: float = RENDER_TIMEOUT_S) -> Rendered:
        """Make a derived JPEG of a picture given as bytes; blocks while all workers are busy. Bad content is no error."""
        header: dict[str, object] = {"task": RENDER, "job": job.to_json()}
        found = self._examine(header, data, timeout_s, lambda: bytes(memoryview(data)[:HEAD_BYTES]))
        return Rendered(found.preview, found.problem)

    def page(
        self, size: int, read: ReadRange, number: int, longest_px: int, *, timeout_s: float = RENDER_TIMEOUT_S
    ) -> Page:
        """Make a JPEG of one page of a PDF or TIFF that is read part by part; blocks while all workers are busy.

        Args:
            size: Bytes of the file.
            read: Gives the parts that the worker needs, as for :meth:`examine_ranges`.
            number: Of the page, from 0.
            longest_px: Longer side at most.
            timeout_s: Time for this page, that of ``read`` included.

        Raises:
            Exception: what ``read`` raised, unless it was an OSError.
        """
        job: dict[str, object] = {"number": number, "longest_px": longest_px}
        found, problem = self._ask({"task": PAGE, "size": size, "job": job}, b"", timeout_s, read)
        if not isinstance(found, Examination):
            return Page(None, 0, problem)
        return Page(found.preview, found.pages or 0, found.problem)

    def full_picture(self, data: bytes | memoryview, max_pixels: int = MAX_PIXELS) -> Rendered:
        """Return a picture upright at its full resolution, or at most so many pixels, as JPEG; as :meth:`render`."""
        return self.render(data, RenderJob(longest_px=max_pixels, max_pixels=max_pixels, quality=92))

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
        self,
        header: dict[str, object],
        body: bytes | memoryview,
        timeout_s: float,
        head: Callable[[], bytes],
        read: ReadRange | None = None,
    ) -> Examination:
        found, problem = self._ask({"task": EXAMINE, **header}, body, timeout_s, read)
        return found if isinstance(found, Examination) else Examination(sniffed_facts(head()), problem=problem)

    def _ask(
        self,
        header: dict[str, object],
        body: bytes | memoryview,
        timeout_s: float,
        read: ReadRange | None = None,
    ) -> tuple[Examination | Codes | None, Problem]:
        """Return the answer of a worker, and why there is none if there is none."""
        worker = self._slots.get()
        found: Examination | Codes | None = None
        try:
            if self._closed:
                raise RuntimeError("the media workers are closed")
            worker = self._living(worker)
            with self._watch.watching(worker, timeout_s):
                found = worker.ask({**header, "seconds": timeout_s}, body, timeout_s, read)
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
        return found, problem

    def _start_one(self) -> None:
        try:
            # Never waits: where all are busy, they run. The last one put back is the first one taken.
            worker = self._slots.get_nowait()
        except queue.Empty:
            return
        try:
            worker = self._living(worker)
        except OSError:
            _LOG.exception("a media worker could not be started")
            worker = None
        finally:
            self._slots.put(worker)

    def _living(self, worker: WorkerProcess | None) -> WorkerProcess:
        """Return the worker, or a new one where there is none or it died while it was idle."""
        if worker is not None and worker.is_alive:
            return worker
        if worker is not None:
            worker.stop()
        return WorkerProcess(self._limits)


def _head_of(path: Path) -> bytes:
    """Return the first bytes of a file, or none where the path does not answer soon: its disk may be the reason we ask."""
    found: list[bytes] = []
    reader = threading.Thread(target=lambda: found.append(_first_bytes(path)), name="media-head", daemon=True)
    reader.start()
    reader.join(_HEAD_WAIT_S)
    return found[0] if found else b""


def _first_bytes(path: Path) -> bytes:
    try:
        # Opening a pipe or a device could block for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            return b""
        with path.open("rb") as file:
            return file.read(HEAD_BYTES)
    except OSError:
        return b""


def _head_by(read: ReadRange) -> bytes:
    try:
        return read(0, HEAD_BYTES)
    except OSError:
        return b""
