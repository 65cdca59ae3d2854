"""Keeps a flood of requests from filling the disk with log lines: so many a minute, and the next one says how many more."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

LINES_A_MINUTE = 120
MINUTE_S = 60.0


class AtMost(logging.Filter):
    """Lets through so many records a minute."""

    def __init__(self, most: int = LINES_A_MINUTE) -> None:
        super().__init__()
        self._most = most
        self._lock = threading.Lock()
        self._began = time.monotonic()
        self._count = 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether a record is written; the first one of a new minute says how many were not."""
        with self._lock:
            now = time.monotonic()
            if now - self._began >= MINUTE_S:
                left_out, self._began, self._count = max(0, self._count - self._most), now, 0
                if left_out:
                    record.msg = f"{record.getMessage()} ({left_out} lines left out before this one)"
                    record.args = None
            self._count += 1
            return self._count <= self._most


@contextmanager
def bounded() -> Iterator[None]:
    """Bound what every handler of this process writes meanwhile; a handler that is bounded already stays as it is."""
    added = [
        (handler, AtMost())
        for handler in logging.getLogger().handlers
        if not any(isinstance(item, AtMost) for item in handler.filters)
    ]
    for handler, bound in added:
        handler.addFilter(bound)
    try:
        yield
    finally:
        for handler, bound in added:
            handler.removeFilter(bound)
