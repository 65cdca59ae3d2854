"""Whether the office made the claim of a case: then no surveyor makes a second one beside it, which would hide the office's."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.ownership import Role
from surveyor_app.records.chunks import chunked
from surveyor_app.records.devices import writers
from surveyor_app.records.lines import Key, Parsed
from surveyor_app.records.schema import PROJECTIONS, journal

_CLAIMS = PROJECTIONS[Claim.KIND]


def office_made(session: Session, case_id: str, kind: str, ids: Iterable[str]) -> bool:
    """Tell whether the office made a record of this kind in the case: among ``ids`` or those that show already.

    Only asked of claims; of other kinds every surveyor makes their own.
    """
    if kind != Claim.KIND:
        return False
    known = session.scalars(select(_CLAIMS.c.id).where(_CLAIMS.c.case_id == case_id))
    writer_of = writers(session)
    # By the record, for the journal has an index of those and none of kinds.
    for chunk in chunked(sorted({*ids, *known})):
        made = select(journal.c.device).where(journal.c.case_id == case_id, journal.c.record_id.in_(chunk))
        devices = session.scalars(
            made.where(journal.c.kind == kind, journal.c.action == Action.CREATE.value).distinct()
        )
        if any(writer_of[device].role is Role.OFFICE for device in devices):
            return True
    return False


def claims_beside(session: Session, case_id: str, batch: Iterable[Parsed]) -> set[Key]:
    """Return the claims that show already, when the batch makes one: whether they stand may turn on whose that is."""
    if any(parsed.entry.kind == Claim.KIND and parsed.entry.action is Action.CREATE for parsed in batch):
        return claims_of(session, case_id)
    return set()


def claims_of(session: Session, case_id: str) -> set[Key]:
    """Return the claims of a case that show."""
    return {(Claim.KIND, item) for item in session.scalars(select(_CLAIMS.c.id).where(_CLAIMS.c.case_id == case_id))}
