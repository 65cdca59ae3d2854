"""Runs operations off the UI thread in two lanes and brings their results back by one queued signal.

::

    write   one thread, first in, first out: the surveyor's edits and undo
    run     a small pool: import, report, delivery, thumbnails

Plain Python futures: nothing that lives on another thread is a Qt object. A receiver that was deleted meanwhile is not
called. What an operation changed is announced once, by :attr:`Jobs.changed`.
"""

from __future__ import annotations

import itertools
import logging
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from surveyor_app.domain.errors import Cancelled
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.progress import Interrupt, Progress, ReportProgress

T = TypeVar("T")
THROTTLE_S = 0.1
BUNDLE_MS = 120
RUN_THREADS = 3
_log = logging.getLogger(__name__)


@dataclass(eq=False, slots=True)
class Job:
    """A piece of work under way; ``title`` is empty for work too short to show."""

    title: str
    receiver: QObject
    done: Callable[[Any], None] | None
    failed: Callable[[BaseException], None] | None
    started_s: float = field(default_factory=time.monotonic)
    progress: Progress | None = None
    cancelled: bool = False
    future: Future[Any] | None = None
    interrupt: Interrupt | None = None
    """Ends what would block longer than a person waits after Cancel."""
    _reported_s: float = 0.0

    def cancel(self) -> None:
        """Ask the work to stop at its next step; what it has done stays."""
        self.cancelled = True
        if self.future is not None:
            self.future.cancel()
        if self.interrupt is not None:
            self.interrupt()


def changes_of(result: object) -> Changes | None:
    """Return the changes an operation's result carries."""
    found = result if isinstance(result, Changes) else getattr(result, "changes", None)
    return found if isinstance(found, Changes) else None


class Jobs(QObject):
    """The two lanes. Lives as long as the program, on the UI thread."""

    changed = Signal(object)
    """A :class:`Changes`: the one notice pages listen to."""
    failed = Signal(object)
    """An exception that no caller took care of."""
    listed = Signal()
    """A titled job started, went on or ended."""
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._write = ThreadPoolExecutor(1, "write")
        self._run = ThreadPoolExecutor(RUN_THREADS, "run")
        self._jobs: dict[int, Job] = {}
        self._numbers = itertools.count()
        self._closed = False
        self._announced: dict[str, set[str]] = {}
        self._bundle = QTimer(self)
        self._bundle.setSingleShot(True)
        self._bundle.setInterval(BUNDLE_MS)
        self._bundle.timeout.connect(self._on_bundle_full)
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def write(
        self,
        work: Callable[[], T],
        receiver: QObject,
        done: Callable[[T], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> Job:
        """Run ``work`` after all edits before it; ``done`` and ``failed`` are called on the UI thread."""
        return self._start(self._write, Job("", receiver, done, failed), work)

    def run(
        self,
        work: Callable[[ReportProgress], T],
        receiver: QObject,
        done: Callable[[T], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
        *,
        title: str = "",
        interrupt: Interrupt | None = None,
    ) -> Job:
        """Run long work beside the edits; with a ``title`` it shows in the running strip and can be cancelled.

        ``interrupt`` is called by a cancel: work that may block hands out the same to end it.
        """
        job = Job(title, receiver, done, failed, interrupt=interrupt)
        return self._start(self._run, job, lambda: work(self._reporter(job)))

    def after_all(
        self,
        work: Callable[[], T],
        receiver: QObject,
        done: Callable[[T], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> Job:
        """Cancel long work, wait on the write lane until everything under way has ended, then run ``work`` there."""
        before = [job for job in self._jobs.values() if job.future is not None]
        for job in before:
            if job.title:
                job.cancel()

        def last() -> T:
            wait([job.future for job in before if job.future is not None])
            return work()

        return self.write(last, receiver, done, failed)

    def announce(self, changes: Changes) -> None:
        """Have changes of long work shown before it ends; may be called on any thread. Comes out bundled."""
        if not self._closed:
            self._arrived.emit(changes)

    def running(self) -> list[Job]:
        """Return the titled jobs under way, oldest first."""
        return [job for job in self._jobs.values() if job.title]

    def is_idle(self) -> bool:
        """Tell whether no job is under way or waiting to be reported."""
        return not self._jobs

    def close(self) -> None:
        """Cancel long work, finish all edits, stop both lanes. Nothing is reported any more."""
        self._closed = True
        for job in self._jobs.values():
            if job.title:
                job.cancel()
        self.settle()
        self._write.shutdown(wait=True)
        self._run.shutdown(wait=True, cancel_futures=True)

    def settle(self) -> None:
        """Wait until all edits asked for so far are written and untitled work has ended."""
        wait([job.future for job in self._jobs.values() if job.future is not None])

    def _start(self, lane: ThreadPoolExecutor, job: Job, work: Callable[[], object]) -> Job:
        if self._closed:
            job.cancelled = True  # the window is gone; only its last timers still ask
            return job
        number = next(self._numbers)
        self._jobs[number] = job
        job.future = lane.submit(work)
        job.future.add_done_callback(lambda future: self._post(number, future))
        if job.title:
            self.listed.emit()
        return job

    def _post(self, number: int, future: Future[Any]) -> None:
        """Hand a result to the UI thread; called on the lane's thread."""
        if self._closed:
            return
        error = Cancelled() if future.cancelled() else future.exception()
        self._arrived.emit((number, None if error else future.result(), error))

    def _reporter(self, job: Job) -> ReportProgress:
        def report(progress: Progress) -> None:
            if job.cancelled:
                raise Cancelled
            before, job.progress = job.progress, progress
            now = time.monotonic()
            # That it stands still, or does so no more, is said at once: the next report may be far away.
            is_news = (before is not None and before.waiting is not None) != (progress.waiting is not None)
            if (is_news or now - job._reported_s >= THROTTLE_S) and not self._closed:
                job._reported_s = now
                self._arrived.emit(None)

        return report

    @Slot(object)
    def _on_arrived(self, message: tuple[int, object, BaseException | None] | Changes | None) -> None:
        if message is None:
            self.listed.emit()
            return
        if isinstance(message, Changes):
            self._bundle_up(message)
            return
        self._finish(*message)

    def _finish(self, number: int, result: object, error: BaseException | None) -> None:
        job = self._jobs.pop(number)
        if job.title:
            self.listed.emit()
        changes = changes_of(result)
        if changes is not None:
            self.changed.emit(changes)
        alive = shiboken6.isValid(job.receiver)
        if error is None:
            if alive and job.done is not None:
                job.done(result)
        elif alive and job.failed is not None:
            job.failed(error)
        elif not isinstance(error, Cancelled):
            _log.error("a job failed", exc_info=error)
            self.failed.emit(error)

    def _bundle_up(self, changes: Changes) -> None:
        for kind, ids in changes.touched.items():
            self._announced.setdefault(kind, set()).update(ids)
        if not self._bundle.isActive():
            self._bundle.start()

    def _on_bundle_full(self) -> None:
        touched, self._announced = self._announced, {}
        self.changed.emit(Changes({kind: frozenset(ids) for kind, ids in touched.items()}))
