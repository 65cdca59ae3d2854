"""Where a record came from and whether a signed report rests on it."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from surveyor_app.domain.entries import Action
from surveyor_app.domain.ownership import Role
from surveyor_app.records.schema import PROJECTIONS, devices, journal

SEALED_KINDS = ("task", "report")
"""What a report seals when it is signed: the visit, or itself where there is no task."""


def creator_role(session: Session, case_id: str, kind: str, record_id: str) -> Role:
    """Return on whose behalf a record was made: the office's when any of its creating entries is the office's."""
    roles = session.scalars(
        select(devices.c.role)
        .join(journal, journal.c.device == devices.c.id)
        .where(
            journal.c.case_id == case_id,
            journal.c.kind == kind,
            journal.c.record_id == record_id,
            journal.c.action == Action.CREATE.value,
        )
    )
    return Role.OFFICE if Role.OFFICE.value in roles.all() else Role.SURVEYOR


def is_under_seal(session: Session, case_id: str, kind: str, record_id: str) -> bool:
    """Tell whether a record was made before the last sealing of this case: a signed report rests on it.

    What is made after the sealing is an addendum and may still be edited until the next report seals it too.
    """
    # Through the few records that are sealed: the journal has an index by record and none by action, and a case of
    # thousands of photos would be read from end to end at every click.
    sealed = [
        record_id
        for table in (PROJECTIONS[kind] for kind in SEALED_KINDS)
        for record_id in session.scalars(select(table.c.id).where(table.c.case_id == case_id, table.c.sealed.is_(True)))
    ]
    if not sealed:
        return False
    sealed_at = session.scalar(
        select(func.max(journal.c.pos)).where(
            journal.c.case_id == case_id, journal.c.record_id.in_(sealed), journal.c.action == Action.SEAL.value
        )
    )
    if sealed_at is None:
        return False
    made_at = session.scalar(
        select(func.min(journal.c.pos)).where(
            journal.c.case_id == case_id, journal.c.kind == kind, journal.c.record_id == record_id
        )
    )
    return made_at is not None and made_at < sealed_at
