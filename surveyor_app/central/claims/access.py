"""Which cases a caller may see and write: the office all, a surveyor those they opened or hold a task of.

Whose task was taken back or given on sees the case as before, and delivers what they found until then: entries written without
having seen that. Whoever has seen it writes nothing more there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Text, bindparam, insert, select, true, union_all
from sqlalchemy.orm import Session

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.claims.work_marks import note_change
from surveyor_app.central.storage.schema import opened_cases
from surveyor_app.domain.claim.claims import GIVEN_AWAY, Task
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import is_uuid
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.wire_errors import BadMessage, Forbidden, UnknownCase
from surveyor_app.records.lines import load_content
from surveyor_app.records.schema import PROJECTIONS, bodies, cases, journal

_TASKS = PROJECTIONS[Task.KIND]
_OPENED_BY = select(opened_cases.c.opened_by).where(opened_cases.c.case_id == bindparam("case"))
# A case joined to another is the same case under two ids: who holds a task of one may work on both. All in one question, for it
# is asked at every request.
_CASE = bindparam("case", type_=Text)
_IDS = union_all(
    select(_CASE.label("id")),
    select(cases.c.alias_of).where(cases.c.id == _CASE),
    select(cases.c.id).where(cases.c.alias_of == _CASE),
).subquery()
_HELD = (
    select(_TASKS.c.id, _TASKS.c.task_status)
    .join_from(_IDS, _TASKS, _TASKS.c.case_id == _IDS.c.id)
    .where(_TASKS.c.owner == bindparam("user"), _TASKS.c.withdrawn.is_(False))
    .subquery()
)
_STANDING = (
    select(opened_cases.c.opened_by, _HELD.c.id, _HELD.c.task_status)
    .outerjoin(_HELD, true())
    .where(opened_cases.c.case_id == _CASE)
)


@dataclass(frozen=True, slots=True)
class Access:
    """How somebody came to see a case: as the office, by having opened it, or by tasks they hold or held."""

    is_own: bool
    """They are the office, or opened it."""

    tasks: Mapping[str, str | None]
    """Their tasks by id, and how they stand."""


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
        note_change(session, case)
    require_access(session, caller, case)


def require_access(session: Session, caller: Caller, case: str) -> Access:
    """Let a caller through to a case.

    Raises:
        UnknownCase: when it was never opened here.
        Forbidden: when it is someone else's.
    """
    rows = session.execute(_STANDING, {"case": case, "user": caller.user}).all()
    if not rows:
        raise UnknownCase(case=case)
    is_own = caller.role is Role.OFFICE or rows[0].opened_by == caller.user
    tasks = {row.id: row.task_status for row in rows if row.id is not None}
    if not is_own and not tasks:
        raise Forbidden(case=case)
    return Access(is_own, tasks)


def last_to_see(session: Session, access: Access, case: str) -> int | None:
    """Return the number of the entry that took the last task of a case away; ``None`` while they hold one.

    Whose entries say that they had seen it write after it, and may not.
    """
    if access.is_own or any(status not in GIVEN_AWAY for status in access.tasks.values()):
        return None
    query = (
        select(journal.c.number, bodies.c.content)
        .join(bodies, (bodies.c.case_id == journal.c.case_id) & (bodies.c.hash == journal.c.body_hash))
        .where(journal.c.case_id == case, journal.c.record_id.in_(list(access.tasks)), journal.c.kind == Task.KIND)
        .where(journal.c.action == Action.CHANGE.value, journal.c.number.is_not(None))
    )
    taken = [
        int(row.number)
        for row in session.execute(query)
        if load_content(row.content)[0].get("task_status") in GIVEN_AWAY
    ]
    return max(taken, default=None)
