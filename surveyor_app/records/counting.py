"""Counts entries of a case: all of them, and those of a device that the centre has not numbered yet."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from surveyor_app.records.forks import BRANCH
from surveyor_app.records.schema import journal, quarantine


def count_entries(session: Session, case_id: str) -> int:
    """Return how many entries of the case are held here."""
    return session.scalar(select(func.count()).select_from(journal).where(journal.c.case_id == case_id)) or 0


def count_unsent(session: Session, case_id: str, device: str) -> int:
    """Return how many entries of ``device`` have no number; dead branches, which are never sent, do not count."""
    branch = select(quarantine.c.hash).where(quarantine.c.case_id == case_id, quarantine.c.reason == BRANCH)
    query = (
        select(func.count())
        .select_from(journal)
        .where(
            journal.c.case_id == case_id,
            journal.c.device == device,
            journal.c.number.is_(None),
            journal.c.hash.not_in(branch),
        )
    )
    return session.scalar(query) or 0
