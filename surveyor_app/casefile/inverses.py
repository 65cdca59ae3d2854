"""The steps that take an operation back: computed before it is written, from what the records hold then.

A record made is withdrawn with the reason ``undo`` (nothing ever vanishes), a change is changed back, a withdrawal restored.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.fields import encode
from surveyor_app.domain.journal.identifiers import CaseId, RecordId
from surveyor_app.domain.kinds import KINDS, SPECS
from surveyor_app.records import reading

UNDO_REASON = "undo"

_SETTING = frozenset({Action.CHANGE, Action.ATTACH})


@dataclass(slots=True)
class RecordState:
    """What a record holds, as far as taking a step back needs it; ``values`` as they stand in a body."""

    exists: bool = False
    withdrawn: bool = False
    reason: str | None = None
    values: dict[str, Json] = field(default_factory=dict)


def inverse_of(session: Session, case_id: CaseId, steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return the steps that undo ``steps``, last first; none when one of them cannot be undone (signing, sealing …)."""
    return inverse_from(steps, lambda step: _state(session, case_id, step))


def inverse_from(steps: Sequence[Step], before: Callable[[Step], RecordState]) -> tuple[Step, ...]:
    """Return the same from what ``before`` says of the record of a step, as it was before the operation."""
    states: dict[tuple[str, str], RecordState] = {}
    inverse: list[Step] = []
    for step in steps:
        if step.kind not in KINDS:
            return ()
        state = states.get((step.kind, step.id))
        if state is None:
            state = states[step.kind, step.id] = before(step)
        back = _back(step, state)
        if back is None:
            return ()
        inverse.extend(back)
        _advance(step, state)
    inverse.reverse()
    return tuple(inverse)


def _state(session: Session, case_id: CaseId, step: Step) -> RecordState:
    if step.action is Action.CREATE:
        return RecordState()
    record = reading.get(session, case_id, KINDS[step.kind], RecordId(step.id))
    if record is None:
        return RecordState()
    values = {spec.name: encode(spec, getattr(record, spec.name)) for spec in SPECS[step.kind]}
    return RecordState(True, record.withdrawn, record.withdrawn_reason, values)


def _back(step: Step, state: RecordState) -> list[Step] | None:
    """Return what takes one step back from ``state``, ``None`` when nothing can."""
    if step.action is Action.CREATE:
        return [Step(Action.WITHDRAW, step.kind, step.id, reason=UNDO_REASON)]
    if step.action in _SETTING:
        former = {name: state.values.get(name) for name in step.fields}
        return [Step(Action.CHANGE, step.kind, step.id, former)]
    if step.action is Action.WITHDRAW:
        return [] if state.withdrawn else [Step(Action.RESTORE, step.kind, step.id)]
    if step.action is Action.RESTORE:
        return [Step(Action.WITHDRAW, step.kind, step.id, reason=state.reason)] if state.withdrawn else []
    return None


def _advance(step: Step, state: RecordState) -> None:
    if step.action is Action.CREATE or step.action in _SETTING:
        state.exists = True
        state.values.update(step.fields)
    elif step.action is Action.WITHDRAW:
        state.withdrawn, state.reason = True, step.reason
    elif step.action is Action.RESTORE:
        state.withdrawn, state.reason = False, None
