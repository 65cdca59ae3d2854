"""How a task stands: done once its report is signed and whoever holds it has the full receipt for that."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from surveyor_app.central.storage.schema import receipts
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.process.permissions import WorkState
from surveyor_app.domain.wire_errors import BadMessage
from surveyor_app.protocol.decoding import decode_message
from surveyor_app.protocol.delivery import Receipt, ReceiptKind
from surveyor_app.records.schema import journal

DONE = "done"
_OPEN = frozenset({None, "new", "accepted", "in_progress"})
"""What a signed and receipted task is no more, whatever nobody wrote down."""


def standing_of(session: Session, case: str, task: Task | Row[Any]) -> str | None:
    """Return the ``task_status`` to be shown of a task, or of a row with its id, status, owner and seal."""
    if not task.sealed or task.task_status not in _OPEN:
        return task.task_status
    sealed = (journal.c.case_id == case, journal.c.record_id == task.id, journal.c.action == Action.SEAL.value)
    number = session.scalar(select(func.max(journal.c.number)).where(*sealed))
    given = receipts.c.kind == ReceiptKind.FULL.value, receipts.c.user == task.owner
    rows = session.scalars(select(receipts.c.receipt).where(receipts.c.case_id == case, *given))
    is_receipted = number is not None and any(_number_of(row) >= number for row in rows)
    return DONE if is_receipted else task.task_status


def work_state(session: Session, case: str, task: Task) -> WorkState:
    """Return how far a task is for what may be done with it."""
    if not task.sealed:
        return WorkState.OPEN
    return WorkState.RECEIPTED if standing_of(session, case, task) == DONE else WorkState.SEALED


def _number_of(receipt: bytes) -> int:
    try:
        return decode_message(Receipt, receipt).number
    except BadMessage:
        return 0  # of a newer version: what cannot be read says nothing
