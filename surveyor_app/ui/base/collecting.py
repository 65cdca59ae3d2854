"""Has Python's cycle collector run on the UI thread alone.

By itself it runs on whichever thread happens to allocate. A widget that it finds in a cycle would be destroyed there: Qt holds
the lock of its signals meanwhile and waits for the interpreter, which the UI thread may hold while it waits for that very lock.
The window then stands still for ever. So automatic collection is off, and what is due is collected here, generation by generation
as Python itself would.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 200
GROWTH = 4
"""All is looked through once what lives long has grown by a quarter, which is Python's own rule: with ten thousand photos open
that takes 150 ms, in which the window stands still."""


class Collector:
    """Collects what is due, as Python would."""

    def __init__(self) -> None:
        self._lived = 0

    def collect_due(self) -> None:
        """Collect the generations that are due, the youngest first; on the UI thread."""
        youngest, older, oldest = gc.get_threshold()
        if gc.get_count()[0] <= youngest:
            return
        gc.collect(0)
        if gc.get_count()[1] <= older:
            return
        gc.collect(1)
        # Asked once in so many collections, for counting takes a hundredth of collecting.
        rounds = gc.get_count()[2]
        if rounds > oldest and (rounds - 1) % oldest == 0 and self._has_grown():
            gc.collect(2)
            self._lived = len(gc.get_objects(2))

    def _has_grown(self) -> bool:
        lives = len(gc.get_objects(2))
        return lives - self._lived > self._lived // GROWTH


class Collecting(QObject):
    """Collects as long as it lives; :meth:`stop` gives the work back to Python."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_automatic = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._collector = Collector()
        self._timer.timeout.connect(self._collector.collect_due)
        self._timer.start()

    def stop(self) -> None:
        """Let Python collect by itself again, if it did: the window is gone."""
        self._timer.stop()
        if self._was_automatic:
            gc.enable()
