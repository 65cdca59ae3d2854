"""Taking certificates back: a lost laptop, a person who left. What was signed before stays; nothing more is taken in.

Everything that hangs on a device ends with it: its certificate, the surveyor's signing key that lies on the same laptop, and its
sign-ins, which are refused at the next request.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from sqlalchemy import ColumnElement, and_, func, or_, select, update
from sqlalchemy.orm import Session

from surveyor_app.central.authority.accounts import get_account
from surveyor_app.central.authority.authority import Authority
from surveyor_app.central.authority.office_device import office_key
from surveyor_app.central.storage.schema import accounts, certificates
from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.journal.instants import parse_utc, utc_text
from surveyor_app.domain.wire_errors import DeviceRevoked
from surveyor_app.protocol.messages import DeviceLine

LIST_LIFE = timedelta(days=7)
"""Until when a list may be taken for the newest one by somebody who cannot ask."""


class Why(StrEnum):
    """Why a certificate was taken back; each has a reason of RFC 5280 (5.3.1)."""

    LOST = "lost"
    LEFT = "left"
    REPLACED = "replaced"


_REASONS = {
    Why.LOST: x509.ReasonFlags.key_compromise,
    Why.LEFT: x509.ReasonFlags.affiliation_changed,
    Why.REPLACED: x509.ReasonFlags.superseded,
}


def revoke_device(session: Session, device: str, why: Why, by: str, now: datetime) -> int:
    """Take back what was given to a device and return how many certificates that were; 0 when it was done before.

    Raises:
        NotFound: no such device was certified here.
    """
    mine = certificates.c.device == device
    user = session.scalar(select(certificates.c.user).where(mine, _of_people(session)).limit(1))
    if user is None:
        raise NotFound(what="device", id=device)
    others = select(certificates.c.fingerprint).where(
        certificates.c.user == user, certificates.c.device != device, certificates.c.revoked_at.is_(None)
    )
    if session.scalar(others.limit(1)) is None:
        # Signing keys of earlier days name no device: with the last laptop of a person goes every one of them.
        mine = or_(mine, and_(certificates.c.user == user, certificates.c.device.is_(None)))
    return _revoke(session, mine, why, by, now)


def disable_user(session: Session, user: str, why: Why, by: str, now: datetime) -> int:
    """Let a person sign in no more, take back all their certificates and return how many those were.

    Raises:
        NotFound: there is no such account, or it is disabled already.
    """
    get_account(session, user)
    session.execute(update(accounts).where(accounts.c.user == user).values(disabled=True))
    return _revoke(session, certificates.c.user == user, why, by, now)


def devices_of(session: Session, user: str) -> list[str]:
    """Return the laptops that were certified for a person."""
    mine = (certificates.c.user == user, certificates.c.purpose == "device", _of_people(session))
    return sorted(item for item in session.scalars(select(certificates.c.device).where(*mine).distinct()) if item)


def list_devices(session: Session) -> list[DeviceLine]:
    """Return the laptops that were certified, by user; one stands once, however often it enrolled."""
    latest = (func.max(certificates.c.revoked_at), func.count() - func.count(certificates.c.revoked_at))
    query = select(certificates.c.user, certificates.c.device, *latest).where(certificates.c.purpose == "device")
    query = query.where(_of_people(session))
    rows = session.execute(query.group_by(certificates.c.user, certificates.c.device).order_by("user", "device"))
    return [DeviceLine(device, user, None if standing else at) for user, device, at, standing in rows]


def require_standing(session: Session, device: str | None) -> None:
    """Let a device through that holds a certificate which was not taken back; an account without a device has none.

    Raises:
        DeviceRevoked: its certificate was taken back.
    """
    if device is None:
        return
    mine = select(certificates.c.revoked_at).where(certificates.c.device == device, certificates.c.purpose == "device")
    refuse_revoked(device, session.scalars(mine).all())


def refuse_revoked(device: str | None, revoked_at: Sequence[str | None]) -> None:
    """The same, where it is known already when each of the device's certificates was taken back.

    Raises:
        DeviceRevoked: its certificate was taken back.
    """
    if revoked_at and all(revoked_at):
        raise DeviceRevoked(device=device, at=max(moment for moment in revoked_at if moment))


def revocation_list(session: Session, authority: Authority, now: datetime) -> bytes:
    """Return the list of certificates that were taken back (X.509 CRL, DER), signed by the authority.

    Its number grows with each revocation, so that of two lists the newer is known.
    """
    revoked = certificates.c.revoked_at.is_not(None)
    rows = session.execute(
        select(certificates.c.certificate, certificates.c.revoked_at, certificates.c.revoked_why)
        .where(revoked)
        .order_by(certificates.c.revoked_at, certificates.c.fingerprint)
    ).all()
    builder = x509.CertificateRevocationListBuilder().issuer_name(authority.authority.certificate.subject)
    builder = builder.last_update(now.replace(microsecond=0)).next_update(now.replace(microsecond=0) + LIST_LIFE)
    for row in rows:
        builder = builder.add_revoked_certificate(_entry(row.certificate, row.revoked_at, row.revoked_why))
    key = authority.authority.private_key
    identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key())
    builder = builder.add_extension(identifier, critical=False)
    builder = builder.add_extension(x509.CRLNumber(len(rows) + 1), critical=False)
    return builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def _entry(certificate: bytes, at: str, why: str | None) -> x509.RevokedCertificate:
    serial = x509.load_der_x509_certificate(certificate).serial_number
    builder = x509.RevokedCertificateBuilder().serial_number(serial)
    builder = builder.revocation_date(parse_utc(at).replace(microsecond=0))
    if why is not None:
        builder = builder.add_extension(x509.CRLReason(_REASONS[Why(why)]), critical=False)
    return builder.build()


def _of_people(session: Session) -> ColumnElement[bool]:
    """Tell the certificates of people from the centre's own, whatever an account is called: those nobody takes back here."""
    own = office_key(session).device_id
    laptops = or_(certificates.c.device.is_(None), certificates.c.device != own)
    return and_(certificates.c.purpose.in_(("device", "surveyor")), laptops)


def _revoke(session: Session, which: ColumnElement[bool], why: Why, by: str, now: datetime) -> int:
    standing = and_(which, _of_people(session), certificates.c.revoked_at.is_(None))
    count = session.scalar(select(func.count()).select_from(certificates).where(standing)) or 0
    values = {"revoked_at": utc_text(now), "revoked_by": by, "revoked_why": why.value}
    session.execute(update(certificates).where(standing).values(**values))
    return count
