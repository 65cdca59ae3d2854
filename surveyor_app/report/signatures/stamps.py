"""The time stamps that stand in a signed PDF: by whom, of when, whether they hold, and what they cover."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import cms
from pyhanko.sign.validation import validate_pdf_timestamp
from pyhanko.sign.validation.generic_cms import (
    extract_certs_for_validation,
    extract_tst_data_iter,
    message_imprint_checker,
    validate_tst_signed_data,
)
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel, TimestampSignatureStatus

from surveyor_app.report.signatures.chains import Leaf, Material, context, is_revoked
from surveyor_app.report.signatures.modifications import PERMITTED

DOCUMENT = "/DocTimeStamp"


@dataclass(frozen=True, slots=True)
class Stamp:
    """One time stamp. ``revision`` is that of a stamp over the document, ``None`` of one that lies in a signature.

    ``is_intact``: it is over what it lies beside, and only what is permitted came later. ``is_trusted``: its authority leads
    to somebody who is trusted to confirm times.
    """

    by: Leaf
    is_intact: bool
    is_trusted: bool
    revision: int | None = None

    @property
    def at(self) -> datetime:
        """When the authority says it was."""
        return self.by.at


def is_document_stamp(embedded: EmbeddedPdfSignature) -> bool:
    """Tell whether a filled field holds a time stamp over the document instead of a signature."""
    return bool(embedded.sig_object_type == DOCUMENT)


def attached_stamps(embedded: EmbeddedPdfSignature, anchors: Sequence[Any], material: Material) -> list[Stamp]:
    """Return the stamps that lie in a signature."""
    found = []
    for token in extract_tst_data_iter(embedded.signer_info, signed=False):
        by = _authority_of(token)
        judged = validate_tst_signed_data(
            token, context(anchors, by.at, material), message_imprint_checker(embedded.signer_info)
        )
        status = TimestampSignatureStatus(**asyncio.run(judged))
        trusted = bool(status.trusted) and not is_revoked(by, anchors, material)
        found.append(Stamp(by, bool(status.intact and status.valid), trusted))
    return found


def document_stamp(embedded: EmbeddedPdfSignature, anchors: Sequence[Any], material: Material) -> Stamp:
    """Return the stamp over the document that a field holds."""
    by = _authority_of(embedded.signed_data)
    status = validate_pdf_timestamp(embedded, context(anchors, by.at, material))
    holds = bool(status.intact and status.valid) and status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION
    trusted = bool(status.trusted) and not is_revoked(by, anchors, material)
    return Stamp(by, holds and status.modification_level in PERMITTED, trusted, embedded.signed_revision)


def _authority_of(token: cms.SignedData) -> Leaf:
    certificates = extract_certs_for_validation(token)
    stated = token["encap_content_info"]["content"].parsed
    return Leaf(certificates.signer_cert, tuple(certificates.other_certs), stated["gen_time"].native)
