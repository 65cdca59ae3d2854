"""Detached signatures over files (CMS, RFC 5652), as the centre puts them under its receipts.

ECDSA P-256 or RSA with SHA-256. ``openssl cms -verify -binary -inform DER -content FILE -in FILE.p7s -CAfile ca.pem
-purpose any`` checks the same thing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

from asn1crypto import cms as asn1_cms
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from pyhanko.sign.validation.generic_cms import async_validate_detached_cms
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import StandardCMSSignatureStatus
from pyhanko_certvalidator import ValidationContext

from surveyor_app.domain.wire_errors import BadSignature, ReceiptInvalid
from surveyor_app.protocol.purposes import Purpose, serves
from surveyor_app.report.revocation_lists import NOTHING_KNOWN, Revocations
from surveyor_app.report.signatures.credentials import PrivateKey

_SIGNING_USAGE = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)


def sign_detached(
    data: bytes, key: PrivateKey, certificate: x509.Certificate, chain: Sequence[x509.Certificate] = ()
) -> bytes:
    """Return the DER of a detached CMS signature over the exact bytes of ``data``, with the certificates inside."""
    builder = pkcs7.PKCS7SignatureBuilder().set_data(data).add_signer(certificate, key, hashes.SHA256())
    for issuer in chain:
        builder = builder.add_certificate(issuer)
    options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary, pkcs7.PKCS7Options.NoCapabilities]
    return builder.sign(Encoding.DER, options)


def verify_detached(
    data: bytes, cms_der: bytes, roots: Sequence[bytes], revocations: Revocations = NOTHING_KNOWN
) -> str:
    """Check a detached CMS signature and return the signer's subject (RFC 4514 text).

    The certificate is judged as of the signing time inside the signature: a receipt does not expire with its certificate.
    One that was taken back counts for nothing, whatever time its signature claims.

    Args:
        data: The signed bytes.
        cms_der: DER of the CMS.
        roots: DER certificates that are trusted; at least one.
        revocations: What is known of certificates taken back.

    Raises:
        ReceiptInvalid: ``reason`` is ``malformed`` (no CMS), ``untrusted`` (no path to a root), ``signer_revoked``,
            ``signer`` (a certificate for something else), ``no_roots``.
        BadSignature: the data or the signature was changed.
    """
    if not roots:
        raise ReceiptInvalid(reason="no_roots")
    try:
        signed_data, certificate, signed_at = _open(cms_der)
        signer = certificate.subject.rfc4514_string()
        is_revoked = revocations.since(certificate) is not None
        status = asyncio.run(
            _validate(data, signed_data, [asn1_x509.Certificate.load(root) for root in roots], signed_at)
        )
    except Exception as error:  # the ASN.1 parsers raise many kinds on hostile bytes, each means the same to us
        raise ReceiptInvalid(reason="malformed", detail=f"{type(error).__name__}: {error}") from error
    if not (status.intact and status.valid):
        raise BadSignature(entry="receipt", signer=signer)
    if not status.trusted:
        problem = getattr(status.trust_problem_indic, "name", "")
        raise ReceiptInvalid(reason="untrusted", signer=signer, detail=problem.lower())
    if is_revoked:
        raise ReceiptInvalid(reason="signer_revoked", signer=signer)
    if not serves(certificate, Purpose.RECEIPTS):
        raise ReceiptInvalid(reason="signer", signer=signer)
    return signer


def _open(cms_der: bytes) -> tuple[asn1_cms.SignedData, x509.Certificate, datetime]:
    """Return the signed data, the certificate of its one signer, and when it says it was signed."""
    content = asn1_cms.ContentInfo.load(cms_der, strict=True)
    if content["content_type"].native != "signed_data":
        raise ValueError("no signed data")
    signed_data = content["content"]
    (info,) = signed_data["signer_infos"]
    wanted = info["sid"].chosen
    for choice in signed_data["certificates"]:
        certificate = choice.chosen
        same_serial = certificate.serial_number == wanted["serial_number"].native
        if same_serial and certificate.issuer == wanted["issuer"]:
            return signed_data, x509.load_der_x509_certificate(certificate.dump()), _signing_time(info)
    raise ValueError("no certificate of the signer")


def _signing_time(info: asn1_cms.SignerInfo) -> datetime:
    for attribute in info["signed_attrs"]:
        if attribute["type"].native == "signing_time":
            moment = attribute["values"][0].native
            if isinstance(moment, datetime) and moment.tzinfo is not None:
                return moment
    return datetime.now(UTC)


async def _validate(
    data: bytes, signed_data: asn1_cms.SignedData, roots: list[asn1_x509.Certificate], moment: datetime
) -> StandardCMSSignatureStatus:
    context = ValidationContext(trust_roots=roots, moment=moment, allow_fetching=False, revocation_mode="soft-fail")
    return await async_validate_detached_cms(data, signed_data, context, key_usage_settings=_SIGNING_USAGE)
