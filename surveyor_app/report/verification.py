"""Checks a signed report: signatures, later changes, trust, attachments. Says codes, never sentences."""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from asn1crypto import x509 as asn1_x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from surveyor_app.domain.errors import PdfUnreadable
from surveyor_app.report.attachments import attachments, page_count, stated_root
from surveyor_app.report.findings import Finding, FindingCode, Level, bad, ok, warn
from surveyor_app.report.layout import MANIFEST_NAME, manifest_root

# What these report with tracebacks on every untrusted or broken signature is in our findings.
for _noisy in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_noisy).setLevel(logging.CRITICAL)

_PERMITTED = {ModificationLevel.NONE, ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING}


@dataclass(frozen=True, slots=True)
class SignatureVerdict:
    """What holds of one signature. ``intact``: what it covers is unchanged and only permitted things were appended.

    ``signed_at`` is the signer's word unless ``timestamped``. ``reason`` is the finding that decided.
    """

    field: str
    signer: str
    signed_at: datetime | None
    intact: bool
    covers_whole_file: bool
    trusted: bool
    reason: FindingCode
    timestamped: bool = False


@dataclass(frozen=True, slots=True)
class PdfVerdict:
    """What holds of a PDF.

    ``holds``: at least one signature, all of them intact, attachments in order, and trusted if roots were given.
    """

    signatures: tuple[SignatureVerdict, ...]
    attachments_ok: bool
    holds: bool
    findings: tuple[Finding, ...]
    pages: int = 0
    evidence_root: str | None = None


def verify_pdf(data: bytes, *, roots: Sequence[bytes] = ()) -> PdfVerdict:
    """Check a PDF offline; nothing is fetched from anywhere.

    Args:
        data: The file.
        roots: DER certificates that are trusted; the signer's certificate must lead to one of them. Without any the
            names in the certificates are nobody's word but the signer's, which a finding says.

    Raises:
        PdfUnreadable: the bytes are no PDF, or so damaged or encrypted that it cannot be checked.
    """
    if b"%PDF-" not in data[:1024]:
        raise PdfUnreadable(path="", reason="not a PDF")
    trusted = [asn1_x509.Certificate.load(root) for root in roots]
    try:
        reader = PdfFileReader(io.BytesIO(data))
        if reader.encrypted:
            raise PdfUnreadable(path="", reason="encrypted")
        return _verdict(reader, trusted)
    except PdfUnreadable:
        raise
    except Exception as error:  # the library raises many kinds on hostile files, each means the same to us
        raise PdfUnreadable(path="", reason=f"{type(error).__name__}: {error}") from error


def count_pages(data: bytes) -> int:
    """Return how many pages one of our own reports has."""
    return page_count(PdfFileReader(io.BytesIO(data)))


def _verdict(reader: PdfFileReader, roots: Sequence[asn1_x509.Certificate]) -> PdfVerdict:
    findings: list[Finding] = []
    signatures = []
    for name, value, reference in list(enumerate_sig_fields(reader)):
        if value is None:
            findings.append(ok(FindingCode.FIELD_UNUSED, field=name))
            continue
        verdict, found = _check(reader, name, reference.get_object(), roots)
        signatures.append(verdict)
        findings.extend(found)
    if not signatures:
        findings.append(bad(FindingCode.NO_SIGNATURES))
    about_attachments = _check_attachments(reader)
    findings.extend(about_attachments)
    return PdfVerdict(
        signatures=tuple(signatures),
        attachments_ok=all(finding.level is not Level.BAD for finding in about_attachments),
        holds=all(finding.level is not Level.BAD for finding in findings),
        findings=tuple(findings),
        pages=page_count(reader),
        evidence_root=stated_root(reader),
    )


def _check(
    reader: PdfFileReader, field: str, sig_field: Any, roots: Sequence[asn1_x509.Certificate]
) -> tuple[SignatureVerdict, list[Finding]]:
    """Check one filled field; whatever the library cannot digest is a signature that cannot be checked."""
    try:
        embedded = EmbeddedPdfSignature(reader, sig_field, field)
        signer = str(
            embedded.signer_cert.subject.native.get("common_name") or embedded.signer_cert.subject.human_friendly
        )
        status = _validate(embedded, roots)
    except Exception as error:  # noqa: BLE001  # see verify_pdf
        finding = bad(FindingCode.SIGNATURE_UNSUPPORTED, field=field, reason=f"{type(error).__name__}: {error}")
        return SignatureVerdict(field, "", None, False, False, False, finding.code), [finding]
    return _judge(embedded, status, field, signer, has_roots=bool(roots))


def _validate(embedded: EmbeddedPdfSignature, roots: Sequence[asn1_x509.Certificate]) -> Any:
    """Run the library's check as of the time the signature claims, offline."""
    claimed = embedded.self_reported_timestamp
    context = ValidationContext(
        trust_roots=list(roots),
        moment=claimed if claimed is not None and claimed.tzinfo is not None else datetime.now(UTC),
        allow_fetching=False,
        revocation_mode="soft-fail",
    )
    if embedded.sig_object_type == "/DocTimeStamp":
        return validate_pdf_timestamp(embedded, context)
    usage = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)
    return validate_pdf_signature(embedded, context, key_usage_settings=usage)


def _judge(
    embedded: EmbeddedPdfSignature, status: Any, field: str, signer: str, *, has_roots: bool
) -> tuple[SignatureVerdict, list[Finding]]:
    signed_at = embedded.self_reported_timestamp
    unchanged = bool(status.intact and status.valid)
    permitted = status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION and status.modification_level in _PERMITTED
    whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    if not unchanged:
        findings = [bad(FindingCode.SIGNATURE_BROKEN, field=field, signer=signer)]
    elif not permitted:
        findings = [bad(FindingCode.CHANGED_AFTER_SIGNING, field=field, signer=signer)]
    else:
        moment = signed_at.isoformat() if signed_at is not None else None
        findings = [ok(FindingCode.SIGNATURE_VALID, field=field, signer=signer, signed_at=moment)]
        if not whole:
            findings.append(ok(FindingCode.SIGNED_EARLIER_REVISION, field=field))
    reason = findings[0].code
    findings.append(_trust(status, field, signer, has_roots=has_roots))
    stamp = getattr(status, "timestamp_validity", None)
    if stamp is not None:
        holds = bool(stamp.intact and stamp.valid)
        told = stamp.timestamp.isoformat()
        findings.append(
            ok(FindingCode.TIMESTAMP_VALID, field=field, at=told)
            if holds
            else bad(FindingCode.TIMESTAMP_BROKEN, field=field)
        )
    return SignatureVerdict(
        field=field,
        signer=signer,
        signed_at=signed_at,
        intact=unchanged and permitted,
        covers_whole_file=whole,
        trusted=bool(status.trusted),
        reason=reason,
        timestamped=stamp is not None and bool(stamp.intact and stamp.valid),
    ), findings


def _trust(status: Any, field: str, signer: str, *, has_roots: bool) -> Finding:
    if not has_roots:
        return warn(FindingCode.TRUST_NOT_CHECKED, field=field, signer=signer)
    if status.trusted:
        return ok(FindingCode.SIGNER_TRUSTED, field=field, signer=signer)
    reason = getattr(status.trust_problem_indic, "name", "no_path").lower()
    return bad(FindingCode.SIGNER_UNTRUSTED, field=field, signer=signer, reason=reason)


def _check_attachments(reader: PdfFileReader) -> list[Finding]:
    findings: list[Finding] = []
    manifest: bytes | None = None
    for name, content in attachments(reader):
        if content is None:
            findings.append(bad(FindingCode.ATTACHMENT_UNREADABLE, name=name))
        elif name == MANIFEST_NAME:
            manifest = content
    if manifest is None:
        return [*findings, warn(FindingCode.MANIFEST_MISSING)]
    root, stated = manifest_root(manifest), stated_root(reader)
    if stated is None:
        findings.append(warn(FindingCode.ROOT_NOT_STATED, root=root))
    elif stated != root:
        findings.append(bad(FindingCode.MANIFEST_MISMATCH, root=root, stated=stated))
    else:
        files = sum(b"  data/originals/" in line for line in manifest.splitlines())
        findings.append(ok(FindingCode.MANIFEST_MATCHES, root=root, files=files))
    return findings
