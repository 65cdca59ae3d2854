"""Signing credentials: a person's certificate with its private key, out of a PKCS#12 file or on a token."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12
from cryptography.utils import CryptographyDeprecationWarning
from cryptography.x509.oid import NameOID

from surveyor_app.domain.errors import CertificateExpired, CertificateUnreadable
from surveyor_app.domain.journal.canonical import sha256_hex
from surveyor_app.report.signatures.tokens import Held, Token, TokenKey

PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True, slots=True)
class Credential:
    """A certificate with its key. ``certificate`` and ``chain`` (issuers) are DER; times are aware, UTC."""

    name: str
    subject: str
    issuer: str
    certificate: bytes
    chain: tuple[bytes, ...]
    not_before: datetime
    not_after: datetime
    key: PrivateKey | TokenKey = field(repr=False)

    @property
    def fingerprint(self) -> str:
        """Hexadecimal SHA-256 of the certificate."""
        return sha256_hex(self.certificate)

    @classmethod
    def from_pkcs12(cls, data: bytes, passphrase: str) -> Credential:
        """Open a PKCS#12 file.

        Raises:
            CertificateUnreadable: ``reason`` is ``passphrase`` (or a damaged file, which cannot be told apart), ``no_key``,
                ``no_certificate``, ``key_kind`` (neither P-256/384/521 nor RSA) or ``mismatch``.
        """
        try:
            with warnings.catch_warnings():
                # Files that older Java tools wrote are BER, not DER; reading them is harmless.
                warnings.simplefilter("ignore", (CryptographyDeprecationWarning, UserWarning))
                key, certificate, others = pkcs12.load_key_and_certificates(data, passphrase.encode())
        except (ValueError, TypeError) as error:
            raise CertificateUnreadable(reason="passphrase") from error
        if certificate is None:
            raise CertificateUnreadable(reason="no_certificate")
        if key is None:
            raise CertificateUnreadable(reason="no_key")
        if not isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
            raise CertificateUnreadable(reason="key_kind")
        return cls.of(key, certificate, others)

    @classmethod
    def of(
        cls, key: PrivateKey, certificate: x509.Certificate, issuers: list[x509.Certificate] | None = None
    ) -> Credential:
        """Put a key and its certificate together.

        Raises:
            CertificateUnreadable: ``reason`` is ``mismatch`` when they do not belong together.
        """
        if certificate.public_key() != key.public_key():
            raise CertificateUnreadable(reason="mismatch")
        return cls._made(key, certificate, tuple(issuer.public_bytes(Encoding.DER) for issuer in issuers or []))

    @classmethod
    def on_token(cls, token: Token, held: Held) -> Credential:
        """Take a certificate whose key stays on a token."""
        key = held.key(token)
        return cls._made(key, held.certificate, key.chain)

    @classmethod
    def _made(cls, key: PrivateKey | TokenKey, certificate: x509.Certificate, chain: tuple[bytes, ...]) -> Credential:
        return cls(
            name=display_name(certificate),
            subject=certificate.subject.rfc4514_string(),
            issuer=common_name(certificate.issuer),
            certificate=certificate.public_bytes(Encoding.DER),
            chain=chain,
            not_before=certificate.not_valid_before_utc,
            not_after=certificate.not_valid_after_utc,
            key=key,
        )

    @property
    def is_on_token(self) -> bool:
        """Whether the private key stays on a smart card or token."""
        return isinstance(self.key, TokenKey)

    def require_valid(self, at: datetime) -> None:
        """Check that the certificate is valid at a moment (aware).

        Raises:
            CertificateExpired: it is not, or not yet.
        """
        if not self.not_before <= at <= self.not_after:
            raise CertificateExpired(
                subject=self.name, not_before=self.not_before.isoformat(), not_after=self.not_after.isoformat()
            )


def display_name(certificate: x509.Certificate) -> str:
    """Return the common name, or the whole subject when there is none."""
    return common_name(certificate.subject)


def common_name(name: x509.Name) -> str:
    """Return the common name in a name, or the whole of it when there is none."""
    names = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(names[0].value) if names else name.rfc4514_string()
