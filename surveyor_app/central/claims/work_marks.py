"""Says of a claim that something in it changed, so that its line of the work list is worked out anew before anybody sees it.

Each change leaves a mark of its own: whoever works a line out takes away only the marks they saw before they read the claim, so
what was written meanwhile is never passed over, on whatever node.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import insert
from sqlalchemy.orm import Session

from surveyor_app.central.storage.schema import work_marks
from surveyor_app.domain.journal.identifiers import new_uuid7

_ADD = insert(work_marks)


def note_change(session: Session, case: str) -> None:
    """Leave a mark, in the transaction that changes the claim."""
    note_changes(session, [case])


def note_changes(session: Session, cases: Collection[str]) -> None:
    """Leave a mark for each of several claims, in the transaction that changes them."""
    session.execute(_ADD, [{"mark": new_uuid7(), "case_id": case} for case in cases])
