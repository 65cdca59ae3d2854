"""The certificates of the devices that wrote into a case, as files that leave it: whoever checks a line needs its device's."""

from __future__ import annotations

from collections.abc import Iterable

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from surveyor_app.casefile.profiles.enrolment import Enrolment
from surveyor_app.records.devices import Device


def certificate_files(known: Iterable[Device], own: str, enrolment: Enrolment | None) -> dict[str, bytes]:
    """Return the certificate of each device by file name, or its bare key, so that every line can be checked."""
    files: dict[str, bytes] = {}
    for device in known:
        # A case nobody else wrote into yet has not met its own device's certificate; one that met it may know the one of a
        # centre from before, and the authority that goes with the case vouches for its own alone.
        certificate = (enrolment.device_certificate if enrolment and device.id == own else None) or device.certificate
        if certificate:
            files[f"device-{device.id[:16]}.pem"] = as_pem(certificate)
        else:
            key = Ed25519PublicKey.from_public_bytes(device.public_key)
            files[f"key-{device.id[:16]}.pem"] = key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return files


def as_pem(der: bytes) -> bytes:
    """Return a certificate as PEM."""
    return x509.load_der_x509_certificate(der).public_bytes(Encoding.PEM)
