"""Which cases a caller may see and write: the office all, a surveyor those they opened or hold a task of."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, insert, select
from sqlalchemy.orm import Session

from surveyor_app.central.schema import opened_cases
from surveyor_app.central.tokens import Caller
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.journal.identifiers import is_uuid
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.wire_errors import BadMessage, Forbidden, UnknownCase
from surveyor_app.records.cases import resolve
from surveyor_app.records.schema import PROJECTIONS

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
    # A case joined to another is the same case under two ids: who holds a task of one may work on both.
    held = select(_TASKS.c.id).where(_TASKS.c.case_id.in_(resolve(session, case)), _TASKS.c.owner == caller.user)
    if session.scalar(held.where(_TASKS.c.withdrawn.is_(False)).limit(1)) is None:
        raise Forbidden(case=case)
