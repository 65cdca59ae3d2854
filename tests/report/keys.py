"""Certificates for tests: a P-256 authority, and people it certifies, packed as PKCS#12."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from surveyor_app.protocol.purposes import Purpose
from surveyor_app.report.signatures.credentials import Credential, PrivateKey

START = datetime(2026, 1, 1, tzinfo=UTC)
END = datetime(2036, 1, 1, tzinfo=UTC)
PASSPHRASE = "口令 pass"


@dataclass(frozen=True)
class Issued:
    """A key and its certificate."""

    key: PrivateKey
    certificate: x509.Certificate

    @property
    def der(self) -> bytes:
        """The certificate as DER."""
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def pem(self) -> bytes:
        """The certificate as PEM."""
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def credential(self) -> Credential:
        """As the report package wants it."""
        return Credential.of(self.key, self.certificate, [authority().certificate])

    def pkcs12(self, passphrase: str = PASSPHRASE) -> bytes:
        """Pack key, certificate and issuer."""
        return pkcs12.serialize_key_and_certificates(
            b"surveyor",
            self.key,
            self.certificate,
            [authority().certificate],
            BestAvailableEncryption(passphrase.encode()),
        )


def authority(name: str = "Test Insurer CA", generation: int = 0) -> Issued:
    """Return a self-signed P-256 authority; another generation has the same name and another key."""
    return _authority(name, generation)


@lru_cache
def _authority(name: str, _generation: int) -> Issued:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    certificate = (
        _builder(subject, subject, key.public_key(), START, END)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(certificates=True), critical=True)
        .sign(key, hashes.SHA256())
    )
    return Issued(key, certificate)


@lru_cache
def person(
    name: str = "陈查勘 Chen Chakan",
    *,
    start: datetime = START,
    end: datetime = END,
    use_rsa: bool = False,
    issuer: str = "Test Insurer CA",
    timestamping: bool = False,
    unit: str | None = None,
    purpose: Purpose | None = None,
) -> Issued:
    """Return a certified person, or a service: for time stamps, or of an organizational ``unit`` such as ``receipts``.

    A certificate for a ``purpose`` is for that alone; without one it is as they were before they named any.
    """
    key: PrivateKey = rsa.generate_private_key(65537, 2048) if use_rsa else ec.generate_private_key(ec.SECP256R1())
    by = authority(issuer)
    named = [(NameOID.ORGANIZATION_NAME, "东海财险"), (NameOID.COMMON_NAME, name)]
    if unit is not None:
        named.append((NameOID.ORGANIZATIONAL_UNIT_NAME, unit))
    subject = x509.Name([x509.NameAttribute(oid, value) for oid, value in named])
    builder = for_signing(_builder(subject, by.certificate.subject, key.public_key(), start, end))
    if timestamping:
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    if purpose is not None:
        builder = builder.add_extension(x509.ExtendedKeyUsage(purpose.value), critical=False)
    return Issued(key, builder.sign(by.key, hashes.SHA256()))


def for_signing(builder: x509.CertificateBuilder) -> x509.CertificateBuilder:
    """Say that a certificate is for signing and for nothing else."""
    return builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True).add_extension(
        _usage(), critical=True
    )


def namesake(name: str) -> Issued:
    """Return somebody of that name whom nobody certified but they themselves."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    return Issued(key, for_signing(_builder(subject, subject, key.public_key(), START, END)).sign(key, hashes.SHA256()))


def revocation_list(
    revoked: Mapping[x509.Certificate, datetime], *, at: datetime = START, number: int = 1, by: Issued | None = None
) -> bytes:
    """Return the list (DER) of certificates that an authority took back, and from when on."""
    issuer = by or authority()
    builder = x509.CertificateRevocationListBuilder().issuer_name(issuer.certificate.subject)
    builder = builder.last_update(at).next_update(at + timedelta(days=7))
    for certificate, since in revoked.items():
        entry = x509.RevokedCertificateBuilder().serial_number(certificate.serial_number).revocation_date(since)
        builder = builder.add_revoked_certificate(entry.build())
    builder = builder.add_extension(x509.CRLNumber(number), critical=False)
    return builder.sign(issuer.key, hashes.SHA256()).public_bytes(Encoding.DER)


def as_pem(crl: bytes) -> bytes:
    """Return the same list as it lies in a bag."""
    return x509.load_der_x509_crl(crl).public_bytes(Encoding.PEM)


def expired() -> Issued:
    """Return a person whose certificate ended."""
    return person("过期", start=START - timedelta(days=700), end=START - timedelta(days=335))


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePublicKey | rsa.RSAPublicKey,
    start: datetime,
    end: datetime,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _usage(*, certificates: bool = False) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=not certificates,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=certificates,
        crl_sign=certificates,
        encipher_only=False,
        decipher_only=False,
    )
