"""Where a record comes from and whether a signed report rests on it."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.ownership import GOING_ON, Origin
from surveyor_app.domain.projection import NOT_OWNER, REVOKED, origin_of
from surveyor_app.domain.vocabulary import NEWER_VERSION
from surveyor_app.records.newer import hashes_of_newer
from surveyor_app.records.office_claims import office_made
from surveyor_app.records.projecting import read_lines
from surveyor_app.records.schema import PROJECTIONS, journal, quarantine

SEALED_KINDS = ("task", "report")
"""What a report seals when it is signed: the visit, or itself where there is no task."""

_WITHOUT_EFFECT = (NOT_OWNER, NEWER_VERSION, REVOKED)


def origin(session: Session, case_id: str, kind: str, record_id: str) -> Origin | None:
    """Return where a record comes from, ``None`` when nothing makes it; the same that its projection goes by."""
    beside = office_made(session, case_id, kind, [record_id])
    return origin_of(read_lines(session, case_id, kind, record_id), office_has_one=beside)


def is_under_seal(session: Session, case_id: str, kind: str, record_id: str) -> bool:
    """Tell whether a record was made before the last sealing of this case: a signed report rests on it.

    What is made after the sealing is an addendum and may still be edited until the next report seals it too. Papers and what
    is asked for go on; the report says how they stood, by its place in the journal.
    """
    if kind in GOING_ON:
        return False
    sealed_at = last_seal(session, case_id)
    if sealed_at is None:
        return False
    made_at = session.scalar(
        select(func.min(journal.c.pos)).where(
            journal.c.case_id == case_id,
            journal.c.kind == kind,
            journal.c.record_id == record_id,
            journal.c.hash.not_in(hashes_of_newer(case_id)),
        )
    )
    return made_at is not None and made_at < sealed_at


def last_seal(session: Session, case_id: str) -> int | None:
    """Return where the last sealing stands in the order of application here, ``None`` when nothing is sealed."""
    # Through the few records that are sealed: the journal has an index by record and none by action, and a case of
    # thousands of photos would be read from end to end at every click.
    sealed = [
        record_id
        for table in (PROJECTIONS[kind] for kind in SEALED_KINDS)
        for record_id in session.scalars(select(table.c.id).where(table.c.case_id == case_id, table.c.sealed.is_(True)))
    ]
    if not sealed:
        return None
    found: int | None = session.scalar(
        select(func.max(journal.c.pos)).where(
            journal.c.case_id == case_id,
            journal.c.record_id.in_(sealed),
            journal.c.action == Action.SEAL.value,
            # Another surveyor's attempt on a task that is not theirs seals nothing, nor a locked-out device's.
            journal.c.hash.not_in(select(quarantine.c.hash).where(quarantine.c.reason.in_(_WITHOUT_EFFECT))),
        )
    )
    return found
