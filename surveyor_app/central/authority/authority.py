"""The centre's authority: made at the first start, certifies devices and surveyors at enrolment, and signs receipts.

Its keys lie in the centre's database, so that every node of a centre is the same authority. Without a lock
(:mod:`surveyor_app.central.storage.key_locking`) whoever may read that database may sign as the centre.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from surveyor_app.central.authority.certificates import (
    AUTHORITY_LIFE,
    KeyPair,
    certificate_der,
    certify_device,
    certify_signer,
    fingerprint,
    make_authority,
)
from surveyor_app.central.storage.key_locking import opened, to_keep
from surveyor_app.central.storage.schema import certificates, keys
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.wire_errors import BadMessage, BadSignature
from surveyor_app.protocol.messages import enrolment_bytes
from surveyor_app.protocol.purposes import Purpose

AUTHORITY = "authority"
RECEIPTS = "receipts"


@dataclass(frozen=True, slots=True)
class Authority:
    """The authority's own keys and the receipt signer's."""

    authority: KeyPair
    receipts: KeyPair
    certificate_life: timedelta

    @property
    def centre_id(self) -> str:
        """The centre's id: the SHA-256 of its authority's certificate."""
        return fingerprint(self.authority.certificate)

    def certify_device(self, session: Session, device: Device, user: str, role: str, now: datetime) -> bytes:
        """Return a certificate (DER) for a device's key and keep it."""
        key = ed25519.Ed25519PublicKey.from_public_bytes(device.public_key)
        made = certify_device(self.authority, key, device.id, user, role, now, self.certificate_life)
        return _keep(session, made, "device", user, device.id)

    def certify_surveyor(
        self,
        session: Session,
        key: ec.EllipticCurvePublicKey,
        device: Device,
        user: str,
        display_name: str,
        role: str,
        now: datetime,
    ) -> bytes:
        """Return a certificate (DER) for the key that signs a surveyor's reports on a device, and keep it."""
        made = certify_signer(
            self.authority, key, user, display_name, role, Purpose.REPORTS, now, self.certificate_life
        )
        return _keep(session, made, "surveyor", user, device.id)


@dataclass(frozen=True, slots=True)
class Device:
    """A device by its raw Ed25519 public key; the id is the key's SHA-256."""

    public_key: bytes

    @property
    def id(self) -> str:
        """Hexadecimal SHA-256 of the key."""
        return hashlib.sha256(self.public_key).hexdigest()

    def prove(self, proof: bytes, user: str, code: str, public_key: str, request: str) -> None:
        """Check that whoever enrols holds the device's private key.

        Raises:
            BadSignature: when the proof does not hold.
        """
        try:
            key = ed25519.Ed25519PublicKey.from_public_bytes(self.public_key)
            key.verify(proof, enrolment_bytes(user, code, public_key, request))
        except (InvalidSignature, ValueError) as error:
            raise BadSignature(device=self.id) from error


def load_authority(
    session: Session, name: str, now: datetime, certificate_life: timedelta, published_at: str | None = None
) -> Authority:
    """Return the centre's authority, made now if this is the first start.

    ``published_at`` is the address that certificates made from now on name, for everybody who has to ask about them.
    """
    rows = session.execute(select(keys).where(keys.c.name.in_([AUTHORITY, RECEIPTS])))
    found = {
        row.name: KeyPair.load(row.certificate, opened(session, row.name, row.private_key), published_at)
        for row in rows
    }
    if AUTHORITY not in found:
        found[AUTHORITY] = make_authority(name, now, published_at)
        _save(session, AUTHORITY, found[AUTHORITY])
    if RECEIPTS not in found:
        found[RECEIPTS] = _make_receipt_signer(found[AUTHORITY], name, now)
        _save(session, RECEIPTS, found[RECEIPTS])
        _keep(session, found[RECEIPTS].certificate, RECEIPTS, RECEIPTS, None)
    return Authority(found[AUTHORITY], found[RECEIPTS], certificate_life)


def read_surveyor_key(request: bytes) -> ec.EllipticCurvePublicKey:
    """Return the P-256 key of a PKCS#10 request (DER) whose own signature holds.

    Raises:
        BadMessage: when it is malformed or names another kind of key.
        BadSignature: when its signature does not hold.
    """
    try:
        parsed = x509.load_der_x509_csr(request)
        key = parsed.public_key()
    except (ValueError, UnsupportedAlgorithm) as error:
        raise BadMessage(reason="surveyor_request") from error
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise BadMessage(reason="surveyor_request: not a P-256 key")
    if not parsed.is_signature_valid:
        raise BadSignature(request="surveyor_request")
    return key


def _make_receipt_signer(authority: KeyPair, name: str, now: datetime) -> KeyPair:
    key = ec.generate_private_key(ec.SECP256R1())
    # As long as the authority itself: a receipt is checked years later.
    life = AUTHORITY_LIFE - timedelta(days=1)
    made = certify_signer(
        authority, key.public_key(), RECEIPTS, f"{name} receipts", RECEIPTS, Purpose.RECEIPTS, now, life
    )
    return KeyPair(made, key)


def _save(session: Session, name: str, pair: KeyPair) -> None:
    kept = to_keep(session, name, pair.private_key_der)
    session.execute(insert(keys).values(name=name, certificate=pair.certificate_der, private_key=kept))


def _keep(session: Session, made: x509.Certificate, purpose: str, user: str, device: str | None) -> bytes:
    der = certificate_der(made)
    session.execute(
        insert(certificates).values(
            fingerprint=fingerprint(made),
            purpose=purpose,
            user=user,
            device=device,
            certificate=der,
            not_after=utc_text(made.not_valid_after_utc),
        )
    )
    return der
