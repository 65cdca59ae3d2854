"""Lists of certificates that an authority took back (X.509 CRL, RFC 5280), as far as they can be believed.

Whoever hands a list over may hand over a forged one, an old one, or none. What is believed here is signed by an authority that is
trusted, complete in itself, and forgets nobody whom an earlier list named: what was taken back once never comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding

from surveyor_app.domain.errors import RevocationListInvalid

LARGEST = 32 << 20


@dataclass(frozen=True)
class RevocationList:
    """One list whose signature holds: who made it, its number, when, until when it may be the newest, and who is on it.

    ``revoked`` gives the moment from which on by serial number.
    """

    issuer: x509.Name
    number: int
    issued_at: datetime
    next_update: datetime
    revoked: Mapping[int, datetime]
    der: bytes

    @cached_property
    def pem(self) -> bytes:
        """The list as PEM."""
        return x509.load_der_x509_crl(self.der).public_bytes(Encoding.PEM)

    def forgets(self, earlier: RevocationList) -> bool:
        """Tell whether somebody is on the earlier list and not on this one."""
        return not earlier.revoked.keys() <= self.revoked.keys()

    def is_newer_than(self, other: RevocationList) -> bool:
        """Tell whether this was made after the other one, by its number first."""
        return (self.number, self.issued_at) > (other.number, other.issued_at)


@dataclass(frozen=True, slots=True)
class Revocations:
    """All that is known of certificates taken back; several lists count together."""

    lists: tuple[RevocationList, ...] = ()

    def since(self, certificate: x509.Certificate) -> datetime | None:
        """Return from when on a certificate counts for nothing, ``None`` when no list names it."""
        found = (
            item.revoked.get(certificate.serial_number) for item in self.lists if item.issuer == certificate.issuer
        )
        return min((moment for moment in found if moment is not None), default=None)

    @property
    def newest(self) -> RevocationList | None:
        """The list that was made last."""
        return max(self.lists, key=lambda item: item.issued_at, default=None)


NOTHING_KNOWN = Revocations()


def read_revocation_list(data: bytes, authorities: Iterable[bytes]) -> RevocationList:
    """Return a list (DER or PEM) that one of the authorities (DER) signed.

    Raises:
        RevocationListInvalid: ``reason`` is ``malformed``, ``issuer`` (of somebody else) or ``signature``.
    """
    try:
        crl = x509.load_pem_x509_crl(data) if data.lstrip().startswith(b"-----") else x509.load_der_x509_crl(data)
        found = _read(crl)
    except Exception as error:  # the parser raises several kinds on hostile bytes, each means the same to us
        raise RevocationListInvalid(reason="malformed", detail=f"{type(error).__name__}: {error}") from error
    named = [item for item in map(x509.load_der_x509_certificate, authorities) if item.subject == found.issuer]
    if not named:
        raise RevocationListInvalid(reason="issuer")
    if not any(_is_signed_by(crl, authority) for authority in named):
        raise RevocationListInvalid(reason="signature")
    return found


def read_revocation_lists(data: Iterable[bytes], authorities: Sequence[bytes]) -> Revocations:
    """Return what several lists say together.

    Raises:
        RevocationListInvalid: one of them cannot be believed.
    """
    return Revocations(tuple(read_revocation_list(item, authorities) for item in data))


def newest_of(held: RevocationList | None, found: RevocationList, now: datetime) -> RevocationList:
    """Return which of two lists of one authority to keep: never one that says less than what is known.

    Raises:
        RevocationListInvalid: the one found is not to be taken: ``expired``, or it ``forgets`` somebody.
    """
    if held is not None and found.forgets(held):
        raise RevocationListInvalid(reason="forgets")
    if found.next_update < now:
        raise RevocationListInvalid(reason="expired")
    return found if held is None or found.is_newer_than(held) else held


def _read(crl: x509.CertificateRevocationList) -> RevocationList:
    # Delta lists and lists of a part only say so in extensions that must be understood.
    if any(extension.critical for extension in crl.extensions):
        raise ValueError("a list of a part only")
    if crl.next_update_utc is None:
        raise ValueError("no next update")
    return RevocationList(
        issuer=crl.issuer,
        number=crl.extensions.get_extension_for_class(x509.CRLNumber).value.crl_number,
        issued_at=crl.last_update_utc,
        next_update=crl.next_update_utc,
        revoked={entry.serial_number: entry.revocation_date_utc for entry in crl},
        der=crl.public_bytes(Encoding.DER),
    )


def _is_signed_by(crl: x509.CertificateRevocationList, authority: x509.Certificate) -> bool:
    key = authority.public_key()
    if not isinstance(key, ec.EllipticCurvePublicKey | rsa.RSAPublicKey):
        return False
    try:
        uses = authority.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return crl.is_signature_valid(key)
    return uses.crl_sign and crl.is_signature_valid(key)
