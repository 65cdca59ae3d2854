"""Follows what long work announces (an import, previews being made) without the UI thread reading anything itself.

While an import runs, the UI thread shares the interpreter with the threads that store; a list read row by row would stop it at
each row. So it is read on the pool, and shown when it was read.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.photos.evidence_model import EvidenceModel
from surveyor_app.ui.photos.known_evidence import RowsRead, read_rows


class LateRows(QObject):
    """One reading at a time; what is announced meanwhile is read next, together."""

    def __init__(self, desk: Desk, model: EvidenceModel, shown: Callable[[Changes], None], parent: QObject) -> None:
        """Read for ``model``; ``shown`` is told what it shows now."""
        super().__init__(parent)
        self._desk = desk
        self._model = model
        self._shown = shown
        self._waiting: set[str] = set()
        self._running: set[str] = set()
        self._is_overtaken = False

    @staticmethod
    def takes(changes: Changes) -> bool:
        """Tell whether these are announced: no operation of a person's, and of evidence alone."""
        return not changes.label and not changes.delivery and set(changes.touched) == {Evidence.KIND}

    def follow(self, changes: Changes) -> None:
        """Have the evidence that was touched read and shown soon."""
        self._waiting |= changes.touched[Evidence.KIND]
        if not self._running:
            self._start()

    def overtake(self) -> None:
        """Know that the model read more itself just now: what is being read may be older, and is read again."""
        self._is_overtaken = True

    def _start(self) -> None:
        self._running, self._waiting, self._is_overtaken = self._waiting, set(), False
        case, ids = self._desk.case, sorted(self._running)
        self._desk.jobs.run(lambda _report: read_rows(case, ids), self, self._on_read, self._on_failed)

    def _on_read(self, read: RowsRead) -> None:
        ids, self._running = self._running, set()
        if self._is_overtaken:
            self._waiting |= ids
        else:
            self._model.show_rows(ids, read)
            self._shown(Changes({Evidence.KIND: frozenset(ids)}))
        if self._waiting:
            self._start()

    def _on_failed(self, error: BaseException) -> None:
        self._running = set()
        self._desk.jobs.failed.emit(error)
