"""Makes devices known; what waited for them is applied then."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.domain.identifiers import DeviceId
from surveyor_app.domain.ownership import Role
from surveyor_app.records.cases import lock_case
from surveyor_app.records.devices import Device, save_device
from surveyor_app.records.projecting import project_anew
from surveyor_app.records.receiving import retry_waiting
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
    elif before.role is not role:
        _project_lines_of(session, device)


def _project_lines_of(session: Session, device: str) -> None:
    columns = (journal.c.case_id, journal.c.kind, journal.c.record_id)
    rows = session.execute(select(*columns).where(journal.c.device == device).distinct()).all()
    for case_id in sorted({row.case_id for row in rows}):
        lock_case(session, case_id)
        project_anew(session, case_id, [(row.kind, row.record_id) for row in rows if row.case_id == case_id])
