"""The certificate of one pairing: made for it, kept in memory, gone with it."""

from __future__ import annotations

import contextlib
import ipaddress
import os
import ssl
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

LASTS = timedelta(days=2)
"""Longer than anybody keeps a pairing open; a phone's clock may be a day off."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What the laptop shows a phone: the context of TLS, and the certificate's SHA-256 to compare by eye."""

    context: ssl.SSLContext
    fingerprint: str


def new_identity(addresses: Sequence[str], folder: Path) -> Identity:
    """Make a key and a certificate for these IP addresses.

    Python's ``ssl`` reads keys from files alone: for a moment the key lies in ``folder``, encrypted.

    Raises:
        OSError: the folder cannot be written.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Surveyor")])
    now = datetime.now(UTC)
    names = [x509.IPAddress(ipaddress.ip_address(address)) for address in addresses]
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - LASTS)
        .not_valid_after(now + LASTS)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(key, hashes.SHA256())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    secret = os.urandom(32).hex().encode()
    sealed = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(secret))
    with _for_a_moment(folder, certificate.public_bytes(Encoding.PEM) + sealed) as path:
        context.load_cert_chain(path, password=secret)
    digest = certificate.fingerprint(hashes.SHA256()).hex().upper()
    return Identity(context, " ".join(digest[at : at + 4] for at in range(0, len(digest), 4)))


@contextlib.contextmanager
def _for_a_moment(folder: Path, data: bytes) -> Iterator[Path]:
    number, place = tempfile.mkstemp(prefix="paired-", dir=folder)
    path = Path(place)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
        yield path
    finally:
        path.unlink(missing_ok=True)
