"""Makes devices known, and later whom they are certified for; what follows from either is applied then."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.journal.identifiers import DeviceId
from surveyor_app.domain.ownership import Role
from surveyor_app.records.cases import lock_case
from surveyor_app.records.devices import Device, find_device, save_device
from surveyor_app.records.erasing import erase_for_office
from surveyor_app.records.office_claims import claims_of
from surveyor_app.records.projecting import project_anew
from surveyor_app.records.receiving import retry_waiting
from surveyor_app.records.revocations import records_turned
from surveyor_app.records.schema import journal, waiting


def register_device(
    session: Session, device: str, public_key: bytes, role: Role, holder: str, certificate: bytes | None = None
) -> None:
    """Make a device known, or what has been learnt of it since; an absent certificate leaves the old one in place.

    Args:
        session: The caller's transaction.
        device: Its id.
        public_key: Its raw Ed25519 key, 32 bytes.
        role: On whose behalf it writes, as certified.
        holder: Name of the user who holds it.
        certificate: X.509 in DER.

    Raises:
        InputError: when the id is not the hash of the key.
    """
    before = save_device(session, Device(DeviceId(device), public_key, role, holder, certificate))
    if before is None:
        query = select(waiting.c.case_id).where(waiting.c.device == device).distinct()
        for case_id in sorted(session.scalars(query)):
            retry_waiting(session, case_id)
        return
    after = find_device(session, device)
    if after is not None and before.writer != after.writer:
        _project_lines_of(session, device, shared_only=before.role is role)


def _project_lines_of(session: Session, device: str, *, shared_only: bool) -> None:
    """Project the records that the device wrote to anew.

    Who holds it matters only where another device wrote too (``shared_only``); for a case of thousands of photos just
    captured, that spares nearly all of the work at its first delivery.
    """
    columns = (journal.c.case_id, journal.c.kind, journal.c.record_id)
    own = select(*columns).where(journal.c.device == device).distinct()
    query = own
    if shared_only:
        mine = own.subquery()
        same = (journal.c.case_id == mine.c.case_id) & (journal.c.kind == mine.c.kind)
        query = (
            select(*columns)
            .join(mine, same & (journal.c.record_id == mine.c.record_id))
            .group_by(*columns)
            .having(func.count(journal.c.device.distinct()) > 1)
        )
    rows = [*session.execute(query)]
    if shared_only:
        # Whom a task is given to is asked of its maker alone.
        rows += session.execute(own.where(journal.c.kind == Task.KIND))
    for case_id in sorted({row.case_id for row in rows}):
        lock_case(session, case_id)
        keys = {(row.kind, row.record_id) for row in rows if row.case_id == case_id}
        if not shared_only:
            keys |= claims_of(session, case_id)
        project_anew(session, case_id, keys | erase_for_office(session, case_id) | records_turned(session, case_id))
