"""Enrolment: the laptop makes a signing key for its surveyor, proves that it holds both keys, and gets certificates."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

from surveyor_app.domain.journal.entries import Signer
from surveyor_app.domain.wire_errors import BadMessage, BadSignature
from surveyor_app.protocol.entries import from_base64, to_base64
from surveyor_app.protocol.messages import EnrolAnswer, EnrolRequest, enrolment_bytes
from surveyor_app.sync.authorities import require_same
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.patience import Patience

FRIENDLY_NAME = b"surveyor"


@dataclass(frozen=True, slots=True, repr=False)
class EnrolmentAnswer:
    """What the profile keeps after enrolment; certificates are X.509 DER, ``surveyor_p12`` holds key and certificates."""

    server: str
    user: str
    display_name: str
    role: str
    centre: str
    ca_der: bytes
    device_certificate: bytes
    surveyor_certificate: bytes
    surveyor_p12: bytes
    p12_passphrase: str
    refresh_token: str


def enrol(
    server: str,
    user: str,
    code: str,
    device: Signer,
    display_name: str = "",
    *,
    patience: Patience | None = None,
    authority: bytes | None = None,
    accepted: str | None = None,
) -> EnrolmentAnswer:
    """Enrol this laptop for a user with a one-time code; repeating it from the same device is allowed.

    ``authority`` is the certificate of the authority that is trusted, if the laptop is enrolled already, and ``accepted`` the
    fingerprint of another that a person accepted. The code is sent to no other.

    Raises:
        AuthorityChanged: the server has another authority. Data: ``server``, ``known``, ``found``.
        NotSignedIn: when user or code is refused.
        Unreachable: when the centre cannot be reached.
        BadSignature: when the certificates it gave are not for our keys.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, (display_name or user)[:64])])
    request = x509.CertificateSigningRequestBuilder().subject_name(subject).sign(key, hashes.SHA256())
    surveyor_request = to_base64(request.public_bytes(Encoding.DER))
    public_key = to_base64(device.public_key)
    message = EnrolRequest(
        user=user,
        code=code,
        device_public_key=public_key,
        surveyor_request=surveyor_request,
        proof=to_base64(device.sign(enrolment_bytes(user, code, public_key, surveyor_request))),
        display_name=display_name,
    )
    with CentreClient(server) as client:
        once = patience or Patience(patience_s=0)
        if authority is not None:
            require_same(client.server, authority, once.insist(client.authority), accepted)
        answer = once.insist(lambda: client.post("/v1/enrol", message, EnrolAnswer, signed_in=False))
    made = _accepted(server, answer, device, key)
    if authority is not None:
        require_same(made.server, authority, made.ca_der, accepted)
    return made


def _accepted(server: str, answer: EnrolAnswer, device: Signer, key: ec.EllipticCurvePrivateKey) -> EnrolmentAnswer:
    try:
        authority = x509.load_der_x509_certificate(from_base64(answer.authority))
        device_certificate = x509.load_der_x509_certificate(from_base64(answer.device_certificate))
        surveyor = x509.load_der_x509_certificate(from_base64(answer.surveyor_certificate))
        for certificate in (device_certificate, surveyor):
            certificate.verify_directly_issued_by(authority)
    except InvalidSignature as error:
        raise BadSignature(certificate="not of this authority") from error
    except (ValueError, TypeError) as error:
        raise BadMessage(reason="certificates") from error
    if surveyor.public_key() != key.public_key() or answer.device != device.device_id:
        raise BadSignature(certificate="not for our keys")
    passphrase = secrets.token_urlsafe(32)
    p12 = pkcs12.serialize_key_and_certificates(
        FRIENDLY_NAME, key, surveyor, [authority], BestAvailableEncryption(passphrase.encode())
    )
    return EnrolmentAnswer(
        server=server.rstrip("/"),
        user=answer.user,
        display_name=answer.display_name,
        role=answer.role,
        centre=answer.centre,
        ca_der=authority.public_bytes(Encoding.DER),
        device_certificate=device_certificate.public_bytes(Encoding.DER),
        surveyor_certificate=surveyor.public_bytes(Encoding.DER),
        surveyor_p12=p12,
        p12_passphrase=passphrase,
        refresh_token=answer.refresh_token,
    )
