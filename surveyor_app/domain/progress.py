"""Progress of long work: a callable that also is the place where a person's Cancel takes effect."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Waiting:
    """Why work stands still: the ``code`` of the error it met, and in how many seconds it tries again; 0: it is trying."""

    code: str
    seconds: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long operation is; ``text`` names what it is at (a file name), never a sentence."""

    done: int
    total: int
    text: str = ""
    refused: int = 0
    waiting: Waiting | None = None


ReportProgress = Callable[[Progress], None]
"""Called at each step; raises :class:`~surveyor_app.domain.errors.Cancelled` when a person pressed Cancel."""


def silent(progress: Progress) -> None:
    """Report nowhere: for callers without a screen."""


class Interrupt:
    """Ends a call that blocks: whoever blocks says how, whoever cancels calls it, on any thread.

    What the call then raises is the worker's to settle; its next progress point says that it was cancelled.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._end: Callable[[], None] | None = None
        self._is_called = False

    def arm(self, end: Callable[[], None]) -> None:
        """Say how to end what blocks from now on; done at once when the interruption came before."""
        with self._lock:
            self._end = end
            is_called = self._is_called
        if is_called:
            end()

    def __call__(self) -> None:
        """Interrupt."""
        with self._lock:
            self._is_called = True
            end = self._end
        if end is not None:
            end()
