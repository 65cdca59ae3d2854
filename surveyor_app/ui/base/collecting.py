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


def collect_due() -> None:
    """Collect the generations that are due, the youngest first; on the UI thread."""
    for generation, most in enumerate(gc.get_threshold()):
        if gc.get_count()[generation] <= most:
            break
        gc.collect(generation)


class Collecting(QObject):
    """Collects as long as it lives; :meth:`stop` gives the work back to Python."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_automatic = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(collect_due)
        self._timer.start()

    def stop(self) -> None:
        """Let Python collect by itself again, if it did: the window is gone."""
        self._timer.stop()
        if self._was_automatic:
            gc.enable()
