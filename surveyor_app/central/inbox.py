"""A user's inbox: numbered notices of tasks given and taken back, in the order in which they became visible."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from surveyor_app.central.accounts import get_account
from surveyor_app.central.schema import accounts, inbox
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.protocol.limits import MAX_INBOX_ITEMS
from surveyor_app.protocol.messages import Assignment, InboxAnswer
from surveyor_app.records.reading import get, list_records


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
    found = tuple(_assignment(session, row.number, row.case_id, row.task_id) for row in rows[:MAX_INBOX_ITEMS])
    return InboxAnswer(found, more=len(rows) > MAX_INBOX_ITEMS)


def _assignment(session: Session, number: int, case: str, task_id: str) -> Assignment:
    task = get(session, case, Task, task_id)
    claims = list_records(session, case, Claim)
    claim = claims[0] if claims else None
    return Assignment(
        number=number,
        case=case,
        task=task_id,
        task_kind=task.task_kind if task else None,
        due_at=utc_text(task.due_at.utc) if task and task.due_at else None,
        report_no=claim.report_no if claim else None,
        insured_name=claim.insured_name if claim else None,
        plate_no=claim.plate_no if claim else None,
        accident_place=claim.accident_place if claim else None,
        task_status=task.task_status if task else None,
    )
