"""The certificates of the centre's authority: their subjects, uses and lifetimes (X.509, signed with ECDSA P-256)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.x509.oid import AuthorityInformationAccessOID, NameOID

from surveyor_app.protocol.purposes import ARC, Purpose

PublicKey = ec.EllipticCurvePublicKey | ed25519.Ed25519PublicKey

CLOCK_TOLERANCE = timedelta(hours=1)
"""Certificates begin this much earlier: a laptop's clock may lag behind the centre's."""

AUTHORITY_LIFE = timedelta(days=3650)
DEVICE_URN = f"urn:oid:{ARC}.1."
"""Before the id of a device, a SHA-256 as one number (RFC 3061)."""


MAX_COMMON_NAME = 64


@dataclass(frozen=True, slots=True)
class KeyPair:
    """A certificate and the private key it belongs to."""

    certificate: x509.Certificate
    private_key: ec.EllipticCurvePrivateKey
    published_at: str | None = None
    """Address under which everybody may ask for the certificate and the list of those taken back."""

    @property
    def certificate_der(self) -> bytes:
        """The certificate, X.509 DER."""
        return certificate_der(self.certificate)

    @property
    def private_key_der(self) -> bytes:
        """The private key, PKCS#8 DER, not encrypted: it is locked before it is kept."""
        encoding, form = serialization.Encoding.DER, serialization.PrivateFormat.PKCS8
        return self.private_key.private_bytes(encoding, form, serialization.NoEncryption())

    @classmethod
    def load(cls, certificate: bytes, private_key: bytes, published_at: str | None = None) -> KeyPair:
        """Read what the two properties gave."""
        key = serialization.load_der_private_key(private_key, None)
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            raise TypeError(type(key).__name__)
        return cls(x509.load_der_x509_certificate(certificate), key, published_at)


def certificate_der(certificate: x509.Certificate) -> bytes:
    """Return a certificate's DER bytes."""
    return certificate.public_bytes(serialization.Encoding.DER)


def fingerprint(certificate: x509.Certificate) -> str:
    """Return the SHA-256 of a certificate in hexadecimal."""
    return certificate.fingerprint(hashes.SHA256()).hex()


def make_authority(name: str, now: datetime, published_at: str | None = None) -> KeyPair:
    """Return a new self-signed authority that may sign certificates, but no further authorities."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = _name([(NameOID.ORGANIZATION_NAME, name), (NameOID.COMMON_NAME, f"{name} authority"[:MAX_COMMON_NAME])])
    builder = _builder(subject, subject, key.public_key(), now, AUTHORITY_LIFE)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    builder = builder.add_extension(_usage("key_cert_sign", "crl_sign"), critical=True)
    builder = _identify(builder, key.public_key(), key.public_key())
    return KeyPair(builder.sign(key, hashes.SHA256()), key, published_at)


def certify_device(
    authority: KeyPair, key: ed25519.Ed25519PublicKey, device: str, user: str, role: str, now: datetime, life: timedelta
) -> x509.Certificate:
    """Certify that the device's key signs entries for a user in a role."""
    subject = _subject(authority, user, user, role)
    extra: list[x509.ExtensionType] = [
        x509.SubjectAlternativeName([x509.UniformResourceIdentifier(device_urn(device))])
    ]
    extra += [x509.ExtendedKeyUsage(Purpose.ENTRIES.value), *_published(authority.published_at)]
    return _leaf(authority, subject, key, _usage("digital_signature"), extra, now, life)


def certify_signer(
    authority: KeyPair,
    key: ec.EllipticCurvePublicKey,
    user: str,
    display_name: str,
    role: str,
    purpose: Purpose,
    now: datetime,
    life: timedelta,
) -> x509.Certificate:
    """Certify that the key signs documents (reports, receipts) on behalf of the named one."""
    subject = _subject(authority, display_name or user, user, role)
    extra = [x509.ExtendedKeyUsage(purpose.value), *_published(authority.published_at)]
    return _leaf(authority, subject, key, _usage("digital_signature", "content_commitment"), extra, now, life)


def device_urn(device: str) -> str:
    """Return the name of a device in its certificate; ``device`` is its id in hexadecimal."""
    return f"{DEVICE_URN}{int(device, 16)}"


def _published(at: str | None) -> list[x509.ExtensionType]:
    """Say where the authority's certificate and its list of those taken back are had; nothing where nobody can reach it."""
    if at is None:
        return []
    where = x509.UniformResourceIdentifier(f"{at}/v1/authority.cer")
    issuer = x509.AccessDescription(AuthorityInformationAccessOID.CA_ISSUERS, where)
    revoked = x509.DistributionPoint([x509.UniformResourceIdentifier(f"{at}/v1/authority.crl")], None, None, None)
    return [x509.AuthorityInformationAccess([issuer]), x509.CRLDistributionPoints([revoked])]


def _leaf(
    authority: KeyPair,
    subject: x509.Name,
    key: PublicKey,
    usage: x509.KeyUsage,
    extra: Sequence[x509.ExtensionType],
    now: datetime,
    life: timedelta,
) -> x509.Certificate:
    builder = _builder(subject, authority.certificate.subject, key, now, life)
    builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    builder = builder.add_extension(usage, critical=True)
    for extension in extra:
        builder = builder.add_extension(extension, critical=False)
    builder = _identify(builder, key, authority.private_key.public_key())
    return builder.sign(authority.private_key, hashes.SHA256())


def _builder(
    subject: x509.Name, issuer: x509.Name, key: PublicKey, now: datetime, life: timedelta
) -> x509.CertificateBuilder:
    start = now.replace(microsecond=0) - CLOCK_TOLERANCE
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key)
    builder = builder.serial_number(x509.random_serial_number())
    return builder.not_valid_before(start).not_valid_after(start + life)


def _identify(builder: x509.CertificateBuilder, key: PublicKey, issuer: PublicKey) -> x509.CertificateBuilder:
    builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    return builder.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer), critical=False)


def _usage(*allowed: str) -> x509.KeyUsage:
    uses = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement")
    every = (*uses, "key_cert_sign", "crl_sign", "encipher_only", "decipher_only")
    return x509.KeyUsage(**{use: use in allowed for use in every})


def _subject(authority: KeyPair, common_name: str, user: str, role: str) -> x509.Name:
    organization = authority.certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)[0].value
    return _name(
        [
            (NameOID.ORGANIZATION_NAME, str(organization)),
            (NameOID.ORGANIZATIONAL_UNIT_NAME, role),
            (NameOID.COMMON_NAME, common_name[:MAX_COMMON_NAME]),
            (NameOID.USER_ID, user),
        ]
    )


def _name(attributes: Sequence[tuple[x509.ObjectIdentifier, str]]) -> x509.Name:
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in attributes])
