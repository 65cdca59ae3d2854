"""Repeats what a bad network broke: back-off with jitter, a fresh start after each progress, and an end to patience.

Progress is what moves a delivery on: bytes or entries taken, a question answered for the first time. A centre that only
says again where it stands makes no progress, however often it answers.
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from surveyor_app.domain.progress import Waiting
from surveyor_app.domain.wire_errors import WireError

T = TypeVar("T")

FIRST_DELAY_S = 0.5
LONGEST_DELAY_S = 30.0
SLICE_S = 0.25
"""A wait is slept in slices, so that Cancel is felt at once."""


@dataclass(slots=True)
class Patience:
    """How long to go on without any progress: ``patience_s`` seconds, or for ever.

    ``check`` is called whenever ``waiting`` changed and may raise Cancelled. ``has_network`` is asked while waiting: once it
    says yes after a no, the wait is cut short. ``sleep``, ``clock`` (monotonic seconds) and ``chance`` (0 to 1) are handed in
    by tests.
    """

    patience_s: float | None = None
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    chance: Callable[[], float] = random.random
    check: Callable[[], None] = lambda: None
    has_network: Callable[[], bool] = lambda: True
    failures: int = field(default=0, init=False)
    waiting: Waiting | None = field(default=None, init=False)
    """Why nothing moves at the moment, for people; ``None`` while the centre answers."""
    _since: float | None = field(default=None, init=False)
    _is_hurried: bool = field(default=False, init=False)

    def insist(
        self, attempt: Callable[[], T], *, is_progress: bool = True, unless: tuple[type[WireError], ...] = ()
    ) -> T:
        """Call ``attempt`` until it succeeds; where success alone ``is_progress``, earlier failures are forgotten.

        Errors ``unless`` are for the caller to settle and raised at once: waiting does not.

        Raises:
            WireError: the last one, when trying again does not help or the patience is over.
            Cancelled: when ``check`` says so between two attempts.
        """
        while True:
            try:
                result = attempt()
            except WireError as error:
                if not error.retryable or isinstance(error, unless):
                    raise
                self.wait(error)
            else:
                self.answered()
                if is_progress:
                    self.progressed()
                return result

    def answered(self) -> None:
        """Say that the centre can be reached again, if it could not."""
        if self.waiting is not None:
            self.waiting = None
            self.check()

    def progressed(self) -> None:
        """Forget earlier failures: something moved on."""
        self.failures, self._since = 0, None

    def hurry(self) -> None:
        """Cut a wait under way short: somebody wants it tried now. May be called on any thread."""
        self._is_hurried = True

    def wait(self, error: WireError) -> None:
        """Wait before the next attempt, longer each time.

        Raises:
            WireError: ``error`` itself, when the patience is over.
        """
        now = self.clock()
        if self._since is None:
            self._since = now
        bound = min(LONGEST_DELAY_S, FIRST_DELAY_S * 2**self.failures)
        self.failures += 1
        # Between half and all of the bound: many laptops must not return at the same moment.
        delay = bound * (0.5 + 0.5 * self.chance())
        if self.patience_s is not None and now - self._since + delay > self.patience_s:
            raise error
        self._sleep(delay, error.code)
        self.waiting = Waiting(error.code, 0)
        self.check()

    def _sleep(self, delay: float, code: str) -> None:
        had_network = self.has_network()
        self._is_hurried = False
        while delay > 0 and not self._is_hurried:
            self.waiting = Waiting(code, math.ceil(delay))
            self.check()
            self.sleep(min(SLICE_S, delay))
            delay -= SLICE_S
            has_network = self.has_network()
            if has_network and not had_network:
                # Soon, but not at the same moment as every other laptop in the room.
                delay = min(delay, FIRST_DELAY_S * self.chance())
            had_network = has_network
