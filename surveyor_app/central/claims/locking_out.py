"""Locking a laptop out of the cases it wrote to: what it had delivered stands, whatever else bears its signature does not count.

The certificates go first, in one transaction: from then on every request of the laptop is refused, so its lines that are held
can grow no more. Then each case is told, in a transaction of its own (:mod:`surveyor_app.records.revocations`). What a crash
leaves untold, the next revocation tells, or the first line of the laptop that somebody hands over.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.central.authority import account_events, accounts, revoking
from surveyor_app.central.authority.account_events import What
from surveyor_app.central.authority.revoking import Why
from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.central.storage.schema import certificates
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.entries import SignedEntry
from surveyor_app.domain.journal.instants import parse_utc
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.wire_errors import Forbidden
from surveyor_app.records.cases import lock_case
from surveyor_app.records.revocations import is_revocation, last_lines, revocation, revocation_of, revocations_of
from surveyor_app.records.schema import chains


def lock_out_device(centre: Centre, device: str, why: Why, by: str) -> int:
    """Take back what was given to a laptop, and tell its cases; return how many certificates that were.

    Raises:
        NotFound: no such device was certified here.
    """
    with centre.database.write() as session:
        count = revoking.revoke_device(session, device, why, by, centre.now())
    _tell_cases(centre, [device], why, by)
    return count


def lock_out_user(centre: Centre, user: str, why: Why, by: str) -> int:
    """Let a person sign in no more, take back all their certificates and tell their cases; return how many those were.

    Raises:
        NotFound: there is no such account, or it is disabled already.
    """
    with centre.database.write() as session:
        count = revoking.disable_user(session, user, why, by, centre.now())
        devices = revoking.devices_of(session, user)
        account_events.note(session, by, user, What.DISABLED, centre.now())
    _tell_cases(centre, devices, why, by)
    return count


def disable_person(centre: Centre, caller: Caller, user: str, why: Why) -> int:
    """Let a person sign in no more, as far as the caller may do that, and return how many certificates were taken back.

    Raises:
        InputError: it is one's own account.
        Forbidden: a clerk disables nobody of the office.
        NotFound: there is no such account, or it is disabled already.
    """
    if user == caller.user:
        raise InputError(field="user", reason="one's own account")
    if not caller.administrator:
        with centre.database.read() as session:
            if accounts.get_account(session, user).role is Role.OFFICE:
                raise Forbidden(user=caller.user)
    return lock_out_user(centre, user, why, caller.user)


def tell_case(session: Session, case: str, device: str, why: Why, by: str, now: datetime) -> None:
    """Say in a case which lines of a device had been accepted, unless it was said before."""
    lock_case(session, case)
    if device not in {item.device for item in revocations_of(session, case)}:
        step = revocation(case, device, last_lines(session, case, device), why.value)
        write_entries(session, case, [step], by, now)


def tell_late(session: Session, case: str, device: str, now: datetime) -> None:
    """Say it before the first line of the device that comes from somebody else's machine; nothing for one that stands."""
    mine = (certificates.c.device == device, certificates.c.purpose == "device")
    rows = session.execute(select(certificates.c.revoked_why, certificates.c.revoked_by).where(*mine)).all()
    if rows and all(row.revoked_by for row in rows):
        tell_case(session, case, device, Why(rows[-1].revoked_why or Why.LOST), rows[-1].revoked_by, now)


def learn(session: Session, said: Iterable[SignedEntry]) -> None:
    """Take certificates back that the office took back before this centre was restored; its own entries say so."""
    for item in said:
        entry = item.entry
        found = revocation_of(item.body.fields) if item.body and is_revocation(entry) else None
        if found is not None and item.body is not None:
            why = item.body.fields.get("why")
            with suppress(NotFound):
                known = Why(why) if why in set(Why) else Why.LOST
                revoking.revoke_device(session, found.device, known, entry.actor, parse_utc(entry.at))


def _tell_cases(centre: Centre, devices: Iterable[str], why: Why, by: str) -> None:
    for device in devices:
        with centre.database.read() as session:
            query = select(chains.c.case_id).where(chains.c.device == device).distinct()
            cases = sorted(session.scalars(query))
        for case in cases:
            reach("revoke.before_case")
            with centre.database.write() as session:
                tell_case(session, case, device, why, by, centre.now())
