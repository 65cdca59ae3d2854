"""Enrolment: a one-time code turns a laptop's keys into certified ones."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.central.authority.accounts import use_enrolment_code
from surveyor_app.central.authority.authority import Authority, Device, read_surveyor_key
from surveyor_app.central.authority.tokens import Lives, sign_in
from surveyor_app.central.storage.schema import certificates
from surveyor_app.domain.wire_errors import BadMessage, CertificateUnknown
from surveyor_app.protocol.entries import from_base64, to_base64
from surveyor_app.protocol.messages import EnrolAnswer, EnrolRequest
from surveyor_app.records.keys import KEY_BYTES
from surveyor_app.records.registering import register_device
from surveyor_app.records.schema import devices


def enrol(session: Session, authority: Authority, message: EnrolRequest, now: datetime, lives: Lives) -> EnrolAnswer:
    """Certify device and surveyor, and begin a sign-in. The same device may repeat it while its code holds.

    Raises:
        NotSignedIn: the code is wrong, expired or spent by another device.
        BadSignature: the laptop does not hold the keys it names.
        CertificateUnknown: the device is another user's.
        BadMessage: a key is malformed or of another kind.
    """
    public_key = from_base64(message.device_public_key)
    if len(public_key) != KEY_BYTES:
        raise BadMessage(reason="device_public_key")
    device = Device(public_key)
    device.prove(
        from_base64(message.proof), message.user, message.code, message.device_public_key, message.surveyor_request
    )
    surveyor_key = read_surveyor_key(from_base64(message.surveyor_request))
    account = use_enrolment_code(session, message.user, message.code, device.id, now)
    _require_free(session, device.id, account.user)
    device_certificate = authority.certify_device(session, device, account.user, account.role, now)
    surveyor_certificate = authority.certify_surveyor(
        session, surveyor_key, device, account.user, account.display_name, account.role, now
    )
    register_device(session, device.id, public_key, account.role, account.user, device_certificate)
    tokens = sign_in(session, account, device.id, now, lives)
    return EnrolAnswer(
        user=account.user,
        display_name=account.display_name,
        role=account.role,
        device=device.id,
        centre=authority.centre_id,
        authority=to_base64(authority.authority.certificate_der),
        device_certificate=to_base64(device_certificate),
        surveyor_certificate=to_base64(surveyor_certificate),
        refresh_token=tokens.refresh,
    )


def _require_free(session: Session, device: str, user: str) -> None:
    holder = session.scalar(select(devices.c.holder).where(devices.c.id == device))
    revoked = select(certificates.c.fingerprint).where(certificates.c.device == device)
    was_revoked = session.scalar(revoked.where(certificates.c.revoked_at.is_not(None)).limit(1)) is not None
    if holder not in {None, user} or was_revoked:
        raise CertificateUnknown(device=device)
