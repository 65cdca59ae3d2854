"""Whom a bag's signatures may lead to, and the devices that wrote its journal."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_public_key
from cryptography.x509.oid import NameOID
from pyhanko_certvalidator import CertificateValidator, ValidationContext

from surveyor_app.domain.ownership import Role, Writer
from surveyor_app.protocol.purposes import Purpose, serves
from surveyor_app.report.bag import content as names
from surveyor_app.report.findings import Finding, FindingCode, bad, warn

_SIGNS = {"digital_signature"}


@dataclass(frozen=True, slots=True)
class Anchors:
    """The roots everything signed must lead to: those given, or else the bag's own authority, for whom nobody vouches."""

    roots: tuple[bytes, ...]
    are_given: bool
    between: tuple[bytes, ...] = ()

    def lead_to(self, certificate: x509.Certificate) -> bool:
        """Tell whether a certificate for signing comes from one of the roots.

        It is judged as of the day it was issued: what was signed does not end with the certificate.
        """
        der = certificate.public_bytes(Encoding.DER)
        if der in self.roots:
            return True
        context = ValidationContext(
            trust_roots=[asn1_x509.Certificate.load(root) for root in self.roots],
            other_certs=[asn1_x509.Certificate.load(other) for other in self.between],
            moment=certificate.not_valid_before_utc + timedelta(seconds=1),
            allow_fetching=False,
            revocation_mode="soft-fail",
        )
        validator = CertificateValidator(asn1_x509.Certificate.load(der), validation_context=context)
        is_authority = der in self.between
        usage = {"key_cert_sign"} if is_authority else _SIGNS
        try:
            asyncio.run(validator.async_validate_usage(usage))  # type: ignore[no-untyped-call]  # typed in part
        except Exception:  # noqa: BLE001  # hostile certificates raise many kinds, each means that they lead nowhere
            return False
        return True


@dataclass(frozen=True, slots=True)
class BagDevices:
    """The devices of a bag by id: raw public keys, on whose behalf each writes, and those that a root vouches for.

    ``certificates`` are those of all devices that have one, whoever issued it.
    """

    keys: Mapping[str, bytes]
    writers: Mapping[str, Writer]
    proven: Mapping[str, x509.Certificate]
    certificates: Mapping[str, x509.Certificate] = field(default_factory=dict)


def anchors_of(roots: Sequence[bytes], authority: bytes | None) -> Anchors:
    """Return what to trust: ``roots`` (DER) if there are any, or the bag's authority (PEM) if it can be read."""
    own: tuple[bytes, ...] = ()
    with suppress(ValueError):
        own = (x509.load_pem_x509_certificate(authority or b"").public_bytes(Encoding.DER),)
    return Anchors(tuple(roots), True, own) if roots else Anchors(own, False)


def read_devices(files: Mapping[str, bytes | None], anchors: Anchors) -> tuple[BagDevices, list[Finding]]:
    """Read the certificates and keys of a bag by path, and say which of them come from nobody who is trusted."""
    keys: dict[str, bytes] = {}
    writers: dict[str, Writer] = {}
    proven: dict[str, x509.Certificate] = {}
    certificates: dict[str, x509.Certificate] = {}
    findings: list[Finding] = []
    for path, pem in files.items():
        certificate = _certificate(pem)
        key = _public_key(pem) if certificate is None else certificate.public_key()
        leads = certificate is not None and bool(anchors.roots) and anchors.lead_to(certificate)
        if certificate is not None and isinstance(key, Ed25519PublicKey):
            # Keys of this kind are devices'. One that may sign something else signs no lines.
            leads = leads and serves(certificate, Purpose.ENTRIES)
        if key is None or (certificate is not None and not leads and (anchors.roots or path == names.AUTHORITY)):
            findings.append(bad(FindingCode.CERTIFICATE_UNTRUSTED, path=path))
        if not isinstance(key, Ed25519PublicKey):
            continue
        raw = key.public_bytes_raw()
        device = hashlib.sha256(raw).hexdigest()
        if device in proven:
            continue
        keys[device] = raw
        writers[device] = _writer(device, certificate if leads else None)
        if certificate is not None:
            certificates[device] = certificate
            if leads:
                proven[device] = certificate
    return BagDevices(keys, writers, proven, certificates), findings


def check_signers(devices: BagDevices, wrote: Mapping[str, int], anchors: Anchors) -> list[Finding]:
    """Return what is to be said of the devices that wrote lines; ``wrote`` names the first line of each by its place."""
    findings: list[Finding] = []
    for device, line in wrote.items():
        if device not in devices.keys:
            findings.append(bad(FindingCode.DEVICE_KEY_MISSING, device=device, line=line))
        elif device not in devices.proven:
            say = bad if anchors.roots else warn
            findings.append(say(FindingCode.DEVICE_UNPROVEN, device=device, line=line))
    return findings


def _certificate(pem: bytes | None) -> x509.Certificate | None:
    try:
        certificate = x509.load_pem_x509_certificate(pem or b"")
        certificate.public_key()
    except Exception:  # noqa: BLE001  # the parser raises several kinds on hostile bytes, each means: no certificate
        return None
    return certificate


def _public_key(pem: bytes | None) -> object | None:
    try:
        return load_pem_public_key(pem or b"")
    except Exception:  # noqa: BLE001  # see above
        return None


def _writer(device: str, certificate: x509.Certificate | None) -> Writer:
    """Return whom a device writes for: what its certificate says, or itself alone."""
    if certificate is None:
        return Writer(device, Role.SURVEYOR)
    unit, user = _first(certificate, NameOID.ORGANIZATIONAL_UNIT_NAME), _first(certificate, NameOID.USER_ID)
    return Writer(device, Role.OFFICE if unit == Role.OFFICE else Role.SURVEYOR, user)


def _first(certificate: x509.Certificate, oid: x509.ObjectIdentifier) -> str | None:
    found = certificate.subject.get_attributes_for_oid(oid)
    return str(found[0].value) if found else None
