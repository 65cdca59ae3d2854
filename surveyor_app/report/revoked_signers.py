"""Who signed a PDF with a certificate that was taken back, unless a time stamp proves that it was before."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko_certvalidator import ValidationContext

from surveyor_app.report.findings import Finding, FindingCode, bad
from surveyor_app.report.revocation_lists import Revocations

StoodBefore = Callable[[datetime], bool]
"""Tells whether the file is proven to have been there before a moment."""


def find_revoked_signers(
    pdf: bytes, revocations: Revocations, roots: Sequence[bytes], stood_before: StoodBefore = lambda _moment: False
) -> list[Finding]:
    """Return a fault for each signature of somebody whose certificate was taken back, and that nothing proves to be older.

    The time that a signature claims is the signer's word, and worth nothing then. ``roots`` (DER) are trusted to confirm times.
    """
    if not any(item.revoked for item in revocations.lists):
        return []
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        return list(_findings(reader, revocations, roots, stood_before))
    except Exception:  # noqa: BLE001  # a file that cannot be read at all is a finding of verify_pdf
        return []


def _findings(
    reader: PdfFileReader, revocations: Revocations, roots: Sequence[bytes], stood_before: StoodBefore
) -> Iterator[Finding]:
    for field, value, reference in list(enumerate_sig_fields(reader)):
        if value is None:
            continue
        try:
            embedded = EmbeddedPdfSignature(reader, reference.get_object(), field)
            since = revocations.since(x509.load_der_x509_certificate(embedded.signer_cert.dump()))
            if since is not None and not stood_before(since) and not _is_stamped(embedded, roots, since):
                subject = embedded.signer_cert.subject
                signer = str(subject.native.get("common_name") or subject.human_friendly)
                yield bad(FindingCode.SIGNER_REVOKED, field=field, signer=signer, at=since.isoformat())
        except Exception as error:  # noqa: BLE001  # see find_revoked_signers; what cannot be judged is not passed over
            yield bad(FindingCode.SIGNATURE_UNSUPPORTED, field=field, reason=f"{type(error).__name__}: {error}")


def _is_stamped(embedded: EmbeddedPdfSignature, roots: Sequence[bytes], before: datetime) -> bool:
    """Tell whether an authority that is trusted confirms that the signature was there before."""
    if embedded.sig_object_type == "/DocTimeStamp":
        return False
    context = ValidationContext(
        trust_roots=[asn1_x509.Certificate.load(root) for root in roots],
        moment=embedded.self_reported_timestamp or datetime.now(UTC),
        allow_fetching=False,
        revocation_mode="soft-fail",
    )
    stamp: Any = getattr(validate_pdf_signature(embedded, context), "timestamp_validity", None)
    return stamp is not None and bool(stamp.intact and stamp.valid and stamp.trusted and stamp.timestamp < before)
