"""Remarks and supplement requests (补充要求) of the office about any record, answered and settled (domain §18.2, ask_supplement).

Whoever holds a task is told in their inbox, so that the laptop fetches the remark the next time it looks.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.fitting import require_fields
from surveyor_app.central.claims.flow.guarding import require_flow
from surveyor_app.central.claims.inbox import notify
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.central.storage.schema import accounts
from surveyor_app.domain.claim.claims import GIVEN_AWAY, Task
from surveyor_app.domain.claim.remarks import CLOSED, NOTHING, OPEN, WITHDRAWN, Remark
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.kinds import KINDS
from surveyor_app.domain.process.permissions import Act
from surveyor_app.domain.process.stages import Waits
from surveyor_app.records import reading

SETTLED = frozenset({CLOSED, WITHDRAWN})


def ask(
    centre: Centre,
    actor: str,
    case: str,
    kind: str,
    record: str,
    *,
    text: str,
    asks: str = NOTHING,
    to_role: str = Waits.SURVEYOR.value,
    to_user: str | None = None,
    due_at: Instant | None = None,
) -> str:
    """Write a remark about a record and return its id; ``to_user`` is who holds a task of the case, where one of them is meant.

    Raises:
        NotFound: there is no such record.
        InputError: nothing is said, a value is none of its list, or the user holds no task of the case.
        ActBarred: the claim is cancelled.
    """
    fields: dict[str, Json] = {
        "about_kind": kind,
        "about_uid": record,
        "to_role": to_role,
        "to_user": to_user,
        "asks": asks,
        "due_at": None if due_at is None else due_at.to_json(),
        "state": OPEN,
        "text": _said(text),
    }
    remark = new_record_id()
    with centre.database.write() as session:
        require_flow(session, case, Act.ASK_SUPPLEMENT)
        if kind not in KINDS or reading.get(session, case, KINDS[kind], RecordId(record)) is None:
            raise NotFound(what=kind, id=record)
        holders = task_holders(session, case)
        if to_user is not None and to_user not in {task.owner for task in holders}:
            raise InputError(field="to_user", reason="unknown value")
        _write(centre, session, case, actor, remark, fields)
        if to_role == Waits.SURVEYOR.value:
            tell(centre, session, case, [task for task in holders if to_user in (None, task.owner)])
    return remark


def answer(centre: Centre, actor: str, case: str, remark: str, text: str) -> Remark:
    """Answer a remark at the desk, or go on in its thread; return what was answered.

    Raises:
        NotFound: there is no such remark. InputError: nothing is said.
    """
    fields: dict[str, Json] = {"answer_of": remark, "text": _said(text)}
    with centre.database.write() as session:
        asked = _get(session, case, remark)
        fields |= {"about_kind": asked.about_kind, "about_uid": asked.about_uid}
        _write(centre, session, case, actor, new_record_id(), fields)
    return asked


def settle(centre: Centre, actor: str, case: str, remark: str, state: str, reason: str = "") -> Remark:
    """Say that a remark is settled (``closed``) or was not meant (``withdrawn``) and return it; the same twice changes nothing.

    Raises:
        NotFound: there is no such remark. InputError: ``state`` is neither.
    """
    if state not in SETTLED:
        raise InputError(field="state", reason="unknown value")
    with centre.database.write() as session:
        found = _get(session, case, remark)
        if found.state == state:
            return found
        step = Step(Action.CHANGE, Remark.KIND, found.id, {"state": state}, reason.strip() or None)
        write_entries(session, case, [step], actor, centre.now())
        tell(
            centre, session, case, [task for task in task_holders(session, case) if found.to_user in (None, task.owner)]
        )
    return found


def task_holders(session: Session, case: str) -> Sequence[Task]:
    """Return the tasks of a case that somebody holds."""
    tasks = reading.list_records(session, case, Task)
    return [task for task in tasks if task.owner and task.task_status not in GIVEN_AWAY]


def _write(centre: Centre, session: Session, case: str, actor: str, remark: RecordId, fields: dict[str, Json]) -> None:
    now = centre.now()
    given = {name: value for name, value in fields.items() if value is not None}
    given |= {"written_by": actor, "written_at": Instant(now, 0, Trust.CENTRE).to_json()}
    require_fields(Remark.KIND, given)
    write_entries(session, case, [Step(Action.CREATE, Remark.KIND, remark, given)], actor, now)


def _get(session: Session, case: str, remark: str) -> Remark:
    found = reading.get(session, case, Remark, RecordId(remark))
    if found is None or found.withdrawn or found.answer_of is not None:
        raise NotFound(what=Remark.KIND, id=remark)
    return found


def _said(text: str) -> str:
    if not text.strip():
        raise InputError(field="text", reason="empty")
    return text.strip()


def tell(centre: Centre, session: Session, case: str, tasks: Sequence[Task]) -> None:
    """Put the case into the inbox of whoever holds these tasks."""
    known = set(session.scalars(select(accounts.c.user).where(accounts.c.user.in_([task.owner for task in tasks]))))
    # One line a person; a task made on the spot may name somebody who has no account here.
    told = {task.owner: task.id for task in tasks if task.owner in known}
    for user, task_id in told.items():
        if user is not None:
            notify(session, user, case, task_id, centre.now())
