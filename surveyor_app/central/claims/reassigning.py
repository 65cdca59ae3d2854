"""Tasks given to another surveyor or taken back: entries of the office, and a notice to everyone concerned.

A task that is given on stays with who held it, as what it became, for what they found under it is theirs; the other surveyor
gets a task of their own. What is signed is neither given on nor taken back.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.central.authority import accounts
from surveyor_app.central.authority.permissions import is_time_for
from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.flow.guarding import require_flow
from surveyor_app.central.claims.inbox import notify
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.central.claims.task_standing import work_state
from surveyor_app.central.storage.schema import accounts as accounts_table
from surveyor_app.domain.claim.claims import GIVEN_AWAY, Task
from surveyor_app.domain.errors import InputError, NotFound, Sealed
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, is_uuid, new_record_id
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.process.permissions import Act
from surveyor_app.records.reading import get


def reassign(
    centre: Centre, actor: str, case: str, task: str, user: str, *, reason: str | None = None, new: str | None = None
) -> str:
    """Give a task on to another user and return the id of theirs; the same ``new`` twice is one task.

    Raises:
        NotFound: there is no such task in the case, or no such account.
        InputError: the task was given away already, or to this user, or ``new`` is malformed.
        Sealed: its report is signed. ActBarred: the claim is cancelled.
    """
    if new is not None and not is_uuid(new):
        raise InputError(field="task", reason="no UUID")
    new_id = new or new_record_id()
    with centre.database.write() as session:
        account = accounts.get_account(session, user)
        if get(session, case, Task, RecordId(new_id)) is not None:
            return new_id
        old = _held_task(session, case, task, Act.REASSIGN_TASK)
        if old.owner == account.user:
            raise InputError(field="user", reason="holds the task already")
        now = centre.now()
        fields: dict[str, Json] = {
            "task_no": old.task_no,
            "task_kind": old.task_kind,
            "task_status": "new",
            "owner": account.user,
            "owner_name": account.display_name,
            "dispatched_at": Instant(now, 0, Trust.CENTRE).to_json(),
            "due_at": None if old.due_at is None else old.due_at.to_json(),
        }
        steps = [
            Step(Action.CHANGE, Task.KIND, old.id, {"task_status": "reassigned"}, reason),
            Step(
                Action.CREATE, Task.KIND, new_id, {name: value for name, value in fields.items() if value is not None}
            ),
        ]
        write_entries(session, case, steps, actor, now)
        _notify_holder(session, case, old, now)
        notify(session, account.user, case, new_id, now)
    return new_id


def recall(centre: Centre, actor: str, case: str, task: str, *, reason: str | None = None) -> None:
    """Take a task back: it is cancelled, and its holder is told. Repeating it changes nothing.

    Raises:
        NotFound: there is no such task in the case.
        InputError: it was given to another already.
        Sealed: its report is signed. ActBarred: the claim is cancelled.
    """
    with centre.database.write() as session:
        old = get(session, case, Task, RecordId(task))
        if old is not None and old.task_status == "cancelled":
            return
        held, now = _held_task(session, case, task, Act.RECALL_TASK), centre.now()
        steps = [Step(Action.CHANGE, Task.KIND, held.id, {"task_status": "cancelled"}, reason)]
        write_entries(session, case, steps, actor, now)
        _notify_holder(session, case, held, now)


def _held_task(session: Session, case: str, task: str, act: Act) -> Task:
    require_flow(session, case, act)
    found = get(session, case, Task, RecordId(task))
    if found is None or found.withdrawn:
        raise NotFound(what=Task.KIND, id=task)
    if not is_time_for(act, work_state(session, case, found)):
        raise Sealed(kind=Task.KIND, id=task)
    if found.task_status in GIVEN_AWAY:
        raise InputError(field="task", reason="not open any more", task_status=found.task_status)
    return found


def _notify_holder(session: Session, case: str, task: Task, now: datetime) -> None:
    """Tell who holds the task; one made on the spot may name somebody who has no account here."""
    known = select(accounts_table.c.user).where(accounts_table.c.user == task.owner)
    if task.owner is not None and session.scalar(known) is not None:
        notify(session, task.owner, case, task.id, now)
