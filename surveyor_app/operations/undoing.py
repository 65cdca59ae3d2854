"""Undo and redo of a case, kept in the core: taking back an operation is an operation like any other."""

from __future__ import annotations

from dataclasses import dataclass, field

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.changes import Changes


@dataclass(slots=True)
class History:
    """What was done since the case was opened and can be taken back; used on the write lane only."""

    _done: list[Changes] = field(default_factory=list)
    _undone: list[Changes] = field(default_factory=list)

    def record(self, changes: Changes) -> None:
        """Remember an operation; what cannot be undone, or changed nothing, is not remembered."""
        if changes.inverse:
            self._done.append(changes)
            self._undone.clear()

    @property
    def undo_label(self) -> str | None:
        """The label of the operation that :meth:`undo` takes back."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """The label of the operation that :meth:`redo` does again."""
        return self._undone[-1].label if self._undone else None

    def undo(self, case: CaseFile) -> Changes | None:
        """Take the last operation back; ``None`` when there is none. On an error nothing is forgotten."""
        if not self._done:
            return None
        last = self._done[-1]
        changes = case.apply(last.inverse, label=last.label)
        self._done.pop()
        self._undone.append(changes)
        return changes

    def redo(self, case: CaseFile) -> Changes | None:
        """Do the last undone operation again; ``None`` when there is none."""
        if not self._undone:
            return None
        last = self._undone[-1]
        changes = case.apply(last.inverse, label=last.label)
        self._undone.pop()
        self._done.append(changes)
        return changes
