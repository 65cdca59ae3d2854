"""Undo and redo of a case, kept in the core: taking back an operation is an operation like any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.inverses import RecordState, inverse_from
from surveyor_app.casefile.session import Session
from surveyor_app.domain.errors import Sealed
from surveyor_app.domain.journal.changes import Changes, Step, touched_by
from surveyor_app.domain.journal.entries import Action
from surveyor_app.operations.editing.rights import require_unsealed
from surveyor_app.records import remembering
from surveyor_app.records.remembering import Operation

MOST_ENTRIES = 100
"""So far back the journal is read when a case is opened."""


@dataclass(slots=True)
class History:
    """What this device did in the case and can take back; used on the write lane only."""

    _done: list[Changes] = field(default_factory=list)
    _undone: list[Changes] = field(default_factory=list)

    @classmethod
    def of(cls, case: CaseFile) -> History:
        """Return what this device did last in the case and can take back, read from the journal: a restart forgets nothing.

        An operation that is just what takes back (or does again) the one before it was an undo (or a redo), and is none of
        its own. A long import is taken back file by file then.
        """
        history = cls()
        with case.read() as session:
            device = case.profile.device_key.device_id
            for operation in remembering.last_operations(session, case.case_id, device, MOST_ENTRIES):
                history._follow(operation.steps, _inverse(session, case.case_id, operation))
        return history

    def _follow(self, steps: tuple[Step, ...], inverse: tuple[Step, ...]) -> None:
        changes = Changes(touched_by(steps), _label(steps), inverse)
        if self._undone and steps == self._undone[-1].inverse:
            done = self._undone.pop()
            self._done.append(replace(changes, label=done.label))
        elif self._done and steps == self._done[-1].inverse:
            undone = self._done.pop()
            self._undone.append(replace(changes, label=undone.label))
        else:
            self.record(changes)

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


def _inverse(session: Session, case_id: str, operation: Operation) -> tuple[Step, ...]:
    def before(step: Step) -> RecordState:
        if step.action is Action.CREATE:
            return RecordState()
        state = remembering.state_before(session, case_id, step.kind, step.id, operation.pos)
        return RecordState(state.exists, state.withdrawn, state.withdrawn_reason, dict(state.values))

    return inverse_from(operation.steps, before)


def _label(steps: Sequence[Step]) -> str:
    first = steps[0]
    is_move = first.action is Action.CHANGE and set(first.fields) == {"rank"}
    return f"{'move' if is_move else first.action.value}_{first.kind}"


def _turn_back(case: CaseFile, done: list[Changes], undone: list[Changes]) -> Changes | None:
    if not done:
        return None
    last = done[-1]

    def plan(session: Session) -> Sequence[Step]:
        for kind, ids in touched_by(last.inverse).items():
            require_unsealed(case, session, kind, sorted(ids))
        return last.inverse

    try:
        changes = case.apply_planned(plan, last.label)
    except Sealed:
        # A seal is never taken off: what lies under it would fail at every further press.
        done.clear()
        raise
    done.pop()
    if changes.inverse:
        undone.append(changes)
    return changes
