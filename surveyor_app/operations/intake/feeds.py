"""What a device gives, on its way from the window's thread to the one that encodes it."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator

from surveyor_app.media.frames import Picture, Sound

MOST_PICTURES = 30
"""About a second; a slower laptop drops pictures, never sound, and the time line stays true."""

_PATIENCE_S = 0.2


class Feed:
    """Pictures and samples in the order they came; put in by one thread, taken out by another."""

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[Picture | Sound | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._waiting = 0
        self._is_over = False
        self.dropped = 0
        """Pictures that the encoder had no time for."""

    def put(self, item: Picture | Sound) -> None:
        """Add what a device gave; never waits. After :meth:`end` it is ignored."""
        with self._lock:
            if self._is_over:
                return
            if isinstance(item, Picture):
                if self._waiting >= MOST_PICTURES:
                    self.dropped += 1
                    return
                self._waiting += 1
            self._queue.put(item)

    def end(self) -> None:
        """Nothing more comes; what waits is still taken out."""
        with self._lock:
            if not self._is_over:
                self._is_over = True
                self._queue.put(None)

    def items(self) -> Iterator[Picture | Sound | None]:
        """Yield what comes until the end; ``None`` now and then while nothing does, so that others may have their turn."""
        while True:
            try:
                item = self._queue.get(timeout=_PATIENCE_S)
            except queue.Empty:
                yield None
                continue
            if item is None:
                return
            if isinstance(item, Picture):
                with self._lock:
                    self._waiting -= 1
            yield item
