"""Chains of certificates: from a signer to somebody who is trusted, and whether what is at hand proves that none was revoked."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from asn1crypto import crl as asn1_crl
from asn1crypto import ocsp as asn1_ocsp
from asn1crypto import x509 as asn1_x509
from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.rw_common import PdfHandler
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import PathError, RevokedError, ValidationError

Certificate = asn1_x509.Certificate

UNPROVEN = (PathError, ValidationError, ValueError)
"""What the library raises where there is no chain; a name with characters it does not know is a ValueError."""


@dataclass(frozen=True, slots=True)
class Material:
    """What proves chains long afterwards: certificates, lists of revoked ones, and answers about single ones."""

    certificates: tuple[Any, ...] = ()
    crls: tuple[Any, ...] = ()
    ocsps: tuple[Any, ...] = ()

    @classmethod
    def of(cls, handler: PdfHandler) -> Material:
        """Return what a PDF, or a revision of it, keeps in its document security store (ISO 32000-2, 12.8.4.3)."""
        try:
            store = DocumentSecurityStore.read_dss(handler)
        except NoDSSFoundError:
            return cls()
        crls = [_read(reference, DecodePurpose.CRL) for reference in store.crls]
        ocsps = [_read(reference, DecodePurpose.OCSP_RESPONSE) for reference in store.ocsps]
        return cls(
            tuple(store.load_certs()),
            tuple(asn1_crl.CertificateList.load(crl) for crl in crls),
            tuple(asn1_ocsp.OCSPResponse.load(answer) for answer in ocsps),
        )

    def with_crls(self, crls: Iterable[Any]) -> Material:
        """Return this and more lists."""
        return Material(self.certificates, (*self.crls, *crls), self.ocsps)


def _read(reference: Any, purpose: DecodePurpose) -> bytes:
    return bytes(reference.get_object().read_data(purpose))


@dataclass(frozen=True, slots=True)
class Leaf:
    """Somebody who signed at a moment (aware), and what certificates came with the signature.

    ``is_confirmed`` tells whether the moment is more than the signer's own word.
    """

    certificate: Any
    others: tuple[Any, ...]
    at: datetime
    is_confirmed: bool = True

    @property
    def name(self) -> str:
        """The common name, or the whole subject where there is none."""
        subject = self.certificate.subject
        return str(subject.native.get("common_name") or subject.human_friendly)


def load_certificates(ders: Iterable[bytes]) -> tuple[Any, ...]:
    """Return certificates from their DER."""
    return tuple(Certificate.load(der) for der in ders)


def self_signed(certificates: Iterable[Any]) -> tuple[Any, ...]:
    """Return those that are the end of a chain, whoever trusts them."""
    return tuple(item for item in certificates if item.ca and item.self_signed in {"yes", "maybe"})


def context(
    anchors: Sequence[Any], at: datetime, material: Material, *, needs_revocation: bool = False
) -> ValidationContext:
    """Return how a chain is to be judged: offline, as of a moment, by the material alone.

    Lists that were made later count: they tell as well who was revoked before.
    """
    return ValidationContext(
        trust_roots=list(anchors),
        other_certs=list(material.certificates),
        crls=list(material.crls),
        ocsps=list(material.ocsps),
        moment=at,
        allow_fetching=False,
        revocation_mode="require" if needs_revocation else "soft-fail",
        retroactive_revinfo=True,
    )


def chain_of(leaf: Leaf, anchors: Sequence[Any], material: Material, *, needs_revocation: bool) -> list[Any] | None:
    """Return the chain from its end to the leaf, ``None`` where there is none.

    Args:
        leaf: Whose chain.
        anchors: Where it may end.
        material: What else is known.
        needs_revocation: Whether it must be proven that nobody in it was revoked when the leaf signed.
    """
    try:
        return list(_path(leaf, anchors, material, needs_revocation=needs_revocation))
    except UNPROVEN:
        return None


def is_revoked(leaf: Leaf, anchors: Sequence[Any], material: Material) -> bool:
    """Tell whether the material proves that somebody in the chain was revoked before the leaf signed.

    Where nobody confirms when that was, it was after all: whoever signs with a stolen key says any time.
    """
    if not (material.crls or material.ocsps):
        return False
    judged = leaf if leaf.is_confirmed else replace(leaf, at=_as_late_as_known(leaf, material))
    try:
        _path(judged, anchors, material, needs_revocation=True)
    except RevokedError:
        return True
    except UNPROVEN:
        return False
    return False


def _as_late_as_known(leaf: Leaf, material: Material) -> datetime:
    """Return the moment of the last list, within the life of the leaf's certificate."""
    known = [crl["tbs_cert_list"]["this_update"].native for crl in material.crls]
    latest: datetime = min(max([leaf.at, *known]), leaf.certificate.not_valid_after)
    return latest


def _path(leaf: Leaf, anchors: Sequence[Any], material: Material, *, needs_revocation: bool) -> Any:
    judged = context(anchors, leaf.at, material, needs_revocation=needs_revocation)
    validator = CertificateValidator(leaf.certificate, leaf.others, judged)
    return asyncio.run(validator.async_validate_path())
