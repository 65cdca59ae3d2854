"""Work of the UI thread cut into pieces, one a turn of the event loop, so that input and painting come in between."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Slices(QObject):
    """Pieces of work in order, such as the groups of a long form; the first is for the caller to do at once."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left: deque[Callable[[], object]] = deque()
        # What is left holds what it would build: with the page gone, that would stay, and follow every change of language.
        left = self._left
        self.destroyed.connect(lambda: left.clear())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._do_one)

    def add(self, work: Callable[[], object]) -> None:
        """Do ``work`` in a later turn, after what was added before."""
        self._left.append(work)
        self._timer.start()

    def add_first(self, work: Callable[[], object]) -> None:
        """Do ``work`` in the next turn, before what was added before."""
        self._left.appendleft(work)
        self._timer.start()

    def clear(self) -> None:
        """Forget what is left."""
        self._left.clear()

    def finish(self) -> None:
        """Do all that is left now: somebody needs it."""
        while self._left:
            self._left.popleft()()

    def _do_one(self) -> None:
        if self._left:
            self._left.popleft()()
        if not self._left:
            self._timer.stop()
