"""Which cases a caller may see and write: the office all, a surveyor those they opened or hold a task of.

Whose task was taken back or given on sees the case as before, and delivers what they found until then: entries written without
having seen that. Whoever has seen it writes nothing more there.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, insert, select
from sqlalchemy.orm import Session

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.storage.schema import opened_cases
from surveyor_app.domain.claim.claims import GIVEN_AWAY, Task
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import is_uuid
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.wire_errors import BadMessage, Forbidden, UnknownCase
from surveyor_app.records.cases import resolve
from surveyor_app.records.lines import load_content
from surveyor_app.records.schema import PROJECTIONS, bodies, journal

_TASKS = PROJECTIONS[Task.KIND]
_OPENED_BY = select(opened_cases.c.opened_by).where(opened_cases.c.case_id == bindparam("case"))


def register_case(session: Session, caller: Caller, case: str, now: datetime) -> None:
    """Make a case known that was opened on a laptop; one that is known already must be the caller's to write.

    Raises:
        BadMessage: when the id is no UUID.
        Forbidden: when it is known and someone else's.
    """
    if not is_uuid(case):
        raise BadMessage(reason="case")
    if session.scalar(_OPENED_BY, {"case": case}) is None:
        values = {"case_id": case, "opened_by": caller.user, "opened_at": utc_text(now)}
        session.execute(insert(opened_cases).values(**values))
    require_access(session, caller, case)


def require_access(session: Session, caller: Caller, case: str) -> None:
    """Let a caller through to a case.

    Raises:
        UnknownCase: when it was never opened here.
        Forbidden: when it is someone else's.
    """
    opened_by = session.scalar(_OPENED_BY, {"case": case})
    if opened_by is None:
        raise UnknownCase(case=case)
    if caller.role is Role.OFFICE or opened_by == caller.user:
        return
    if not _tasks_of(session, caller, case):
        raise Forbidden(case=case)


def last_to_see(session: Session, caller: Caller, case: str) -> int | None:
    """Return the number of the entry that took the caller's last task of a case away; ``None`` while they hold one.

    Whose entries say that they had seen it write after it, and may not. Called for a case they may see.
    """
    opened_by = session.scalar(select(opened_cases.c.opened_by).where(opened_cases.c.case_id == case))
    tasks = _tasks_of(session, caller, case)
    if (
        caller.role is Role.OFFICE
        or opened_by == caller.user
        or any(status not in GIVEN_AWAY for status in tasks.values())
    ):
        return None
    query = (
        select(journal.c.number, bodies.c.content)
        .join(bodies, (bodies.c.case_id == journal.c.case_id) & (bodies.c.hash == journal.c.body_hash))
        .where(journal.c.case_id == case, journal.c.record_id.in_(list(tasks)), journal.c.kind == Task.KIND)
        .where(journal.c.action == Action.CHANGE.value, journal.c.number.is_not(None))
    )
    taken = [
        int(row.number)
        for row in session.execute(query)
        if load_content(row.content)[0].get("task_status") in GIVEN_AWAY
    ]
    return max(taken, default=None)


def _tasks_of(session: Session, caller: Caller, case: str) -> dict[str, str | None]:
    """Return the tasks that a caller holds or held, by id, and how they stand.

    A case joined to another is the same case under two ids: who holds a task of one may work on both.
    """
    held = select(_TASKS.c.id, _TASKS.c.task_status).where(
        _TASKS.c.case_id.in_(resolve(session, case)), _TASKS.c.owner == caller.user, _TASKS.c.withdrawn.is_(False)
    )
    return {row.id: row.task_status for row in session.execute(held)}
