"""Undo and redo of a case, kept in the core: taking back an operation is an operation like any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.changes import Changes, Step, touched_by
from surveyor_app.domain.errors import Sealed
from surveyor_app.operations.applying import apply_planned
from surveyor_app.operations.rights import require_unsealed


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
        """Take the last operation back; ``None`` when there is none. On an error nothing is forgotten.

        Raises:
            Sealed: a report was signed since, and rests on it; that and all before it can no more be taken back.
        """
        return _turn_back(case, self._done, self._undone)

    def redo(self, case: CaseFile) -> Changes | None:
        """Do the last undone operation again; ``None`` when there is none. Errors as :meth:`undo`."""
        return _turn_back(case, self._undone, self._done)


def _turn_back(case: CaseFile, done: list[Changes], undone: list[Changes]) -> Changes | None:
    if not done:
        return None
    last = done[-1]

    def plan(session: Any) -> Sequence[Step]:
        for kind, ids in touched_by(last.inverse).items():
            require_unsealed(case, session, kind, sorted(ids))
        return last.inverse

    try:
        changes = apply_planned(case, plan, last.label)
    except Sealed:
        # A seal is never taken off: what lies under it would fail at every further press.
        done.clear()
        raise
    done.pop()
    if changes.inverse:
        undone.append(changes)
    return changes
