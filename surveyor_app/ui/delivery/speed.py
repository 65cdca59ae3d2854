"""How fast a delivery moves now, from its last seconds: bytes of an earlier one say nothing about this line."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

WINDOW_S = 5.0


class Speed:
    """Fed with how many bytes are done; tells bytes a second, and how long the rest takes at that."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: deque[tuple[float, int]] = deque()

    def begin(self) -> None:
        """Forget what was."""
        self._seen.clear()

    def see(self, done: int) -> None:
        """Take note of how many bytes are done now."""
        now = self._clock()
        if self._seen and done < self._seen[-1][1]:
            self._seen.clear()  # something is sent again
        self._seen.append((now, done))
        while len(self._seen) > 2 and now - self._seen[1][0] > WINDOW_S:
            self._seen.popleft()

    def per_second(self) -> float | None:
        """Return the bytes a second; ``None`` as long as nothing can be said."""
        if len(self._seen) < 2:
            return None
        (began, first), (now, last) = self._seen[0], self._seen[-1]
        return None if now - began < 1.0 else (last - first) / (now - began)

    def left_s(self, rest: int) -> float | None:
        """Return the seconds for so many bytes; ``None`` where nothing moves or nothing can be said."""
        speed = self.per_second()
        return rest / speed if speed else None
