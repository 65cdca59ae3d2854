"""Notes when the surveyor came to the scene and when they left it, each once: what is pressed twice writes nothing more.

A time that is noted is mended with a reason, which the journal keeps, until a signed report rests on it.
"""

from __future__ import annotations

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.changes import Changes, Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.operations.editing.records import differences
from surveyor_app.operations.editing.rights import require_unsealed, require_writable
from surveyor_app.records import reading

ARRIVED, LEFT = "arrived_at", "left_at"


def note_time(case: CaseFile, task_id: str, field: str, at: Instant, gaps: str = "") -> Changes:
    """Note that the surveyor arrived (``ARRIVED``) or left (``LEFT``); nothing is written where a time stands already.

    ``gaps`` is what is left open with the reasons, which the entry keeps as its own (:mod:`surveyor_app.domain.checks.gaps`).

    Raises:
        NotFound: when there is no such task.
        Sealed: when a signed report rests on it.
        NotOwner: when the visit is another surveyor's.
    """
    return _replace(case, task_id, field, None, at, gaps)


def take_back_time(case: CaseFile, task_id: str, field: str, at: Instant) -> Changes:
    """Take back what was noted as ``at``; a time that was mended since stays. Errors as :func:`note_time`."""
    return _replace(case, task_id, field, at, None)


def mend_time(case: CaseFile, task_id: str, field: str, at: Instant | None, reason: str) -> Changes:
    """Put another time, or none, in place of the one that is noted, and keep why.

    Raises:
        InputError: no reason is given.
        NotFound, Sealed, NotOwner: as :func:`note_time`.
    """
    if not reason.strip():
        raise InputError(field="reason", reason="empty")

    def plan(session: Session) -> list[Step]:
        different = differences(case, session, Task, task_id, {field: at})
        return [Step(Action.CHANGE, Task.KIND, task_id, different, reason.strip())] if different else []

    return case.apply_planned(plan, f"change_{Task.KIND}")


def note_gaps(case: CaseFile, task_id: str, gaps: str) -> Changes:
    """Keep why things are left open where the leaving is noted already: with the time as it stands, which stays.

    Raises:
        InputError: nothing is said, or the leaving is not noted.
        NotFound, Sealed, NotOwner: as :func:`note_time`.
    """
    if not gaps.strip():
        raise InputError(field="reason", reason="empty")

    def plan(session: Session) -> list[Step]:
        task = reading.get(session, case.case_id, Task, RecordId(task_id))
        if task is None:
            raise NotFound(what=Task.KIND, id=task_id)
        if task.left_at is None:
            raise InputError(field="task.left_at", reason="empty")
        require_unsealed(case, session, Task.KIND, [task_id])
        require_writable(case, session, Task.KIND, task_id, [LEFT])
        return [Step(Action.CHANGE, Task.KIND, task_id, encode_fields(Task.KIND, {LEFT: task.left_at}), gaps)]

    return case.apply_planned(plan, f"change_{Task.KIND}")


def _replace(
    case: CaseFile, task_id: str, field: str, old: Instant | None, new: Instant | None, reason: str = ""
) -> Changes:
    """Write ``new`` where ``old`` stands, and nothing where something else does."""

    def plan(session: Session) -> list[Step]:
        task = reading.get(session, case.case_id, Task, RecordId(task_id))
        if task is None:
            raise NotFound(what=Task.KIND, id=task_id)
        if getattr(task, field) != old:
            return []
        different = differences(case, session, Task, task_id, {field: new})
        return [Step(Action.CHANGE, Task.KIND, task_id, different, reason or None)]

    return case.apply_planned(plan, f"change_{Task.KIND}")
