"""A user's inbox: numbered notices of tasks given and taken back, in the order in which they became visible."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.orm import Session

from surveyor_app.central.authority.accounts import get_account
from surveyor_app.central.claims.task_standing import standing_of
from surveyor_app.central.storage.schema import accounts, inbox
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.protocol.limits import MAX_INBOX_ITEMS
from surveyor_app.protocol.messages import Assignment, InboxAnswer
from surveyor_app.records.schema import PROJECTIONS
from surveyor_app.records.summaries.overviews import fields_of

_TASKS = PROJECTIONS[Task.KIND]
_CLAIM_FIELDS = ("report_no", "insured_name", "plate_no", "accident_place")


def notify(session: Session, user: str, case: str, task: str, now: datetime) -> int:
    """Put a task into a user's inbox and return the line's number, given under the account's lock.

    Raises:
        NotFound: when there is no such account.
    """
    get_account(session, user)
    mine = accounts.c.user == user
    number = session.execute(select(accounts.c.inbox_number).where(mine).with_for_update()).scalar_one() + 1
    session.execute(update(accounts).where(mine).values(inbox_number=number))
    values = {"user": user, "number": number, "case_id": case, "task_id": task, "given_at": utc_text(now)}
    session.execute(insert(inbox).values(**values))
    return int(number)


def read_inbox(session: Session, user: str, after: int) -> InboxAnswer:
    """Return the lines after a number, each with the task and claim as they stand now."""
    query = select(inbox).where(inbox.c.user == user, inbox.c.number > after).order_by(inbox.c.number)
    rows = session.execute(query.limit(MAX_INBOX_ITEMS + 1)).all()
    shown = rows[:MAX_INBOX_ITEMS]
    # For the page together: one line after another would ask four hundred times.
    claims = fields_of(session, Claim, {row.case_id for row in shown}, _CLAIM_FIELDS)
    query = select(
        *(_TASKS.c[name] for name in ("case_id", "id", "task_kind", "due_at_utc", "task_status", "owner", "sealed"))
    )
    query = query.where(
        _TASKS.c.case_id.in_({row.case_id for row in shown}), _TASKS.c.id.in_([row.task_id for row in shown])
    )
    tasks = {(row.case_id, row.id): row for row in session.execute(query)}
    return InboxAnswer(
        tuple(
            _assignment(
                session, row, tasks.get((row.case_id, row.task_id)), next(iter(claims.get(row.case_id, ())), None)
            )
            for row in shown
        ),
        more=len(rows) > MAX_INBOX_ITEMS,
    )


def _assignment(session: Session, row: Row[Any], task: Row[Any] | None, claim: Row[Any] | None) -> Assignment:
    return Assignment(
        number=row.number,
        case=row.case_id,
        task=row.task_id,
        task_kind=task.task_kind if task else None,
        due_at=task.due_at_utc if task else None,
        report_no=claim.report_no if claim else None,
        insured_name=claim.insured_name if claim else None,
        plate_no=claim.plate_no if claim else None,
        accident_place=claim.accident_place if claim else None,
        task_status=standing_of(session, row.case_id, task) if task else None,
    )
