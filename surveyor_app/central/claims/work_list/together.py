"""Acts on all claims that a filter asks for (批量操作), not only on those of the page that is shown.

Each claim is an act of its own, as if somebody had gone through them: what is barred for one says why, and the others are done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import office
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.domain.claim.claims import GIVEN_AWAY, Task
from surveyor_app.domain.errors import InputError, SurveyorError
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.records import reading

MOST_TOGETHER = 1_000
"""So many claims are acted upon at once: an answer comes while somebody still waits for it."""


@dataclass(slots=True)
class Outcome:
    """What came of it: in how many claims it was done, and why it was not in others."""

    done: int = 0
    barred: list[tuple[str, SurveyorError]] = field(default_factory=list)


def assign_all(
    centre: Centre, actor: str, found: Sequence[str], user: str, task_kind: str, due_at: str | None
) -> Outcome:
    """Give a task of each claim to a surveyor; where somebody holds such a task already, it is given on there and not twice."""

    def assign(case: str) -> None:
        if any(task.task_kind == task_kind for task in _open_tasks(centre, case)):
            raise InputError(field="task_kind", reason="somebody holds such a task already")
        office.assign(centre, actor, case, user, task_kind=task_kind, due_at=due_at)

    return _each(found, assign)


def set_due_for_all(centre: Centre, actor: str, found: Sequence[str], due: Instant, reason: str) -> Outcome:
    """Say until when the open tasks of each claim are due."""

    def set_due(case: str) -> None:
        tasks = _open_tasks(centre, case)
        if not tasks:
            raise InputError(field="task", reason="no open task")
        steps = [Step(Action.CHANGE, Task.KIND, task.id, {"due_at": due.to_json()}, reason or None) for task in tasks]
        with centre.database.write() as session:
            write_entries(session, case, steps, actor, centre.now())

    return _each(found, set_due)


def _each(found: Sequence[str], act: Callable[[str], None]) -> Outcome:
    outcome = Outcome()
    for case in found:
        try:
            act(case)
        except SurveyorError as error:
            outcome.barred.append((case, error))
        else:
            outcome.done += 1
    return outcome


def _open_tasks(centre: Centre, case: str) -> list[Task]:
    with centre.database.read() as session:
        tasks = reading.list_records(session, case, Task)
    return [task for task in tasks if task.task_status not in GIVEN_AWAY and not task.sealed]
