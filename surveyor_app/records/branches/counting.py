"""Counts entries of a case: all of them, and those of a device that the centre has not numbered yet."""

from __future__ import annotations

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from surveyor_app.records.branches.forks import BRANCH
from surveyor_app.records.schema import LOST, journal, quarantine


def count_entries(session: Session, case_id: str) -> int:
    """Return how many entries of the case are held here."""
    return session.scalar(select(func.count()).select_from(journal).where(journal.c.case_id == case_id)) or 0


def count_lost(session: Session, case_id: str) -> int:
    """Return how many entries of other devices only this side holds, because the centre lost them; branches do not count."""
    branch = select(quarantine.c.hash).where(quarantine.c.case_id == case_id, quarantine.c.reason == BRANCH)
    query = select(func.count()).select_from(journal).where(journal.c.case_id == case_id, journal.c.number == LOST)
    return session.scalar(query.where(journal.c.hash.not_in(branch))) or 0


def count_unsent(session: Session, case_id: str, device: str, held_to: int | None = None) -> int:
    """Return how many entries of ``device`` have no number, or one above what the centre still holds, if that is known.

    Dead branches, which are never sent, do not count.
    """
    branch = select(quarantine.c.hash).where(quarantine.c.case_id == case_id, quarantine.c.reason == BRANCH)
    is_unsent: ColumnElement[bool] = journal.c.number.is_(None)
    if held_to is not None:
        is_unsent = or_(is_unsent, journal.c.number > held_to)
    query = (
        select(func.count())
        .select_from(journal)
        .where(
            journal.c.case_id == case_id,
            journal.c.device == device,
            is_unsent,
            journal.c.hash.not_in(branch),
        )
    )
    return session.scalar(query) or 0
