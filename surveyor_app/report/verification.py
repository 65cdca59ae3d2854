"""Checks a signed report: signatures, later changes, trust, attachments. Says codes, never sentences."""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel

from surveyor_app.domain.errors import PdfUnreadable
from surveyor_app.protocol.purposes import Purpose, serves
from surveyor_app.report.accessible.checking import check_copy
from surveyor_app.report.attachments import attachments, page_count, stated_root
from surveyor_app.report.findings import Finding, FindingCode, Level, bad, ok, warn
from surveyor_app.report.layout import MANIFEST_NAME, manifest_root
from surveyor_app.report.signatures.chains import Leaf, Material, context, is_revoked, load_certificates
from surveyor_app.report.signatures.ends import bytes_behind
from surveyor_app.report.signatures.levels import PadesLevel, level_of
from surveyor_app.report.signatures.modifications import PERMITTED
from surveyor_app.report.signatures.stamps import DOCUMENT, Stamp, attached_stamps, document_stamp

# What these report with tracebacks on every untrusted or broken signature is in our findings.
for _noisy in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_noisy).setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class SignatureVerdict:
    """What holds of one signature. ``intact``: what it covers is unchanged and only permitted things were appended.

    ``signed_at`` is the signer's word; ``timestamped`` tells whether a time stamp holds, whoever trusts its authority.
    ``reason`` is the finding that decided.
    """

    field: str
    signer: str
    signed_at: datetime | None
    intact: bool
    covers_whole_file: bool
    trusted: bool
    reason: FindingCode
    timestamped: bool = False
    level: PadesLevel = PadesLevel.B_B


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


def verify_pdf(data: bytes, *, roots: Sequence[bytes] = (), timestamp_roots: Sequence[bytes] = ()) -> PdfVerdict:
    """Check a PDF offline; nothing is fetched from anywhere.

    Args:
        data: The file.
        roots: DER certificates that are trusted; the signer's certificate must lead to one of them. Without any the
            names in the certificates are nobody's word but the signer's, which a finding says.
        timestamp_roots: DER certificates that are trusted to confirm times, and for nothing else; ``roots`` are as well.

    Raises:
        PdfUnreadable: the bytes are no PDF, or so damaged or encrypted that it cannot be checked.
    """
    if b"%PDF-" not in data[:1024]:
        raise PdfUnreadable(path="", reason="not a PDF")
    trust = Trust(load_certificates(roots), load_certificates((*roots, *timestamp_roots)))
    try:
        reader = PdfFileReader(io.BytesIO(data))
        if reader.encrypted:
            raise PdfUnreadable(path="", reason="encrypted")
        return _verdict(reader, data, trust)
    except PdfUnreadable:
        raise
    except Exception as error:  # the library raises many kinds on hostile files, each means the same to us
        raise PdfUnreadable(path="", reason=f"{type(error).__name__}: {error}") from error


def count_pages(data: bytes) -> int:
    """Return how many pages one of our own reports has."""
    return page_count(PdfFileReader(io.BytesIO(data)))


@dataclass(frozen=True, slots=True)
class Trust:
    """Whose certificates count for those who sign, and whose for those who confirm times."""

    signers: tuple[Any, ...]
    timestamps: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _File:
    """The file that is checked: what it keeps for the long term, and the time stamps over it."""

    reader: PdfFileReader
    trust: Trust
    material: Material
    stamps: tuple[Stamp, ...]


def _verdict(reader: PdfFileReader, pdf: bytes, trust: Trust) -> PdfVerdict:
    findings: list[Finding] = []
    signatures = []
    fields = list(enumerate_sig_fields(reader))
    material = Material.of(reader)
    stamps, about_stamps = _document_stamps(reader, fields, trust, material)
    file = _File(reader, trust, material, stamps)
    for name, value, reference in fields:
        if value is None:
            findings.append(ok(FindingCode.FIELD_UNUSED, field=name))
        elif name in about_stamps:
            findings.append(about_stamps[name])
        else:
            verdict, found = _check(file, name, reference.get_object())
            signatures.append(verdict)
            findings.extend(found)
    if not signatures:
        findings.append(bad(FindingCode.NO_SIGNATURES))
    elif behind := bytes_behind(reader, pdf):
        findings.append(bad(FindingCode.BYTES_BEHIND, bytes=behind))
    about_attachments = _check_attachments(reader)
    findings.extend(about_attachments)
    findings.extend(check_copy(reader, pdf))
    return PdfVerdict(
        signatures=tuple(signatures),
        attachments_ok=all(finding.level is not Level.BAD for finding in about_attachments),
        holds=all(finding.level is not Level.BAD for finding in findings),
        findings=tuple(findings),
        pages=page_count(reader),
        evidence_root=stated_root(reader),
    )


def _document_stamps(
    reader: PdfFileReader, fields: Sequence[tuple[str, Any, Any]], trust: Trust, material: Material
) -> tuple[tuple[Stamp, ...], dict[str, Finding]]:
    """Return the time stamps over the document, and what to say of each field that holds one."""
    stamps, findings = [], {}
    for name, value, reference in fields:
        if value is None or value.get_object().get("/Type") != DOCUMENT:
            continue
        try:
            stamp = document_stamp(
                EmbeddedPdfSignature(reader, reference.get_object(), name), trust.timestamps, material
            )
        except Exception:  # noqa: BLE001  # see verify_pdf
            findings[name] = bad(FindingCode.TIMESTAMP_BROKEN, field=name)
            continue
        stamps.append(stamp)
        findings[name] = _about_stamp(stamp, name)
    return tuple(stamps), findings


def _about_stamp(stamp: Stamp, field: str) -> Finding:
    told = {"field": field, "at": stamp.at.isoformat(), "authority": stamp.by.name}
    if not stamp.is_intact:
        return bad(FindingCode.TIMESTAMP_BROKEN, field=field)
    if not stamp.is_trusted:
        return warn(FindingCode.TIMESTAMP_UNTRUSTED, **told)
    return ok(FindingCode.TIMESTAMP_VALID, **told)


def _check(file: _File, field: str, sig_field: Any) -> tuple[SignatureVerdict, list[Finding]]:
    """Check one filled field; whatever the library cannot digest is a signature that cannot be checked."""
    try:
        embedded = EmbeddedPdfSignature(file.reader, sig_field, field)
        attached = attached_stamps(embedded, file.trust.timestamps, file.material)
        signer = _signer_of(file, embedded, attached)
        status = _validate(file, embedded, signer)
        level = level_of(file.reader, embedded, signer, attached, file.stamps, file.trust.timestamps)
        is_taken_back = is_revoked(signer, file.trust.signers, file.material)
        against = "revoked" if is_taken_back else "purpose" if status.trusted and not _may_sign(signer) else ""
    except Exception as error:  # noqa: BLE001  # see verify_pdf
        finding = bad(FindingCode.SIGNATURE_UNSUPPORTED, field=field, reason=f"{type(error).__name__}: {error}")
        return SignatureVerdict(field, "", None, False, False, False, finding.code), [finding]
    verdict, findings = _judge(embedded, status, signer.name)
    trusted = bool(status.trusted) and not against
    findings.append(_about_trust(file, status, verdict, against))
    findings.extend(_about_stamp(stamp, field) for stamp in attached)
    findings.append(ok(FindingCode.LEVEL_REACHED, field=field, level=level.value))
    holding = any(stamp.is_intact for stamp in attached)
    return replace(verdict, trusted=trusted, timestamped=holding, level=level), findings


def _signer_of(file: _File, embedded: EmbeddedPdfSignature, attached: Sequence[Stamp]) -> Leaf:
    """Return who signed, as of the first moment that somebody trusted confirms, else of the one the signature claims.

    A stamp that came after the certificate's end confirms nothing of it, and takes nothing away.
    """
    over = (stamp for stamp in file.stamps if (stamp.revision or 0) > embedded.signed_revision)
    moments = [stamp.at for stamp in (*attached, *over) if stamp.is_intact and stamp.is_trusted]
    moments = [moment for moment in moments if moment <= embedded.signer_cert.not_valid_after]
    claimed = embedded.self_reported_timestamp
    is_confirmed = bool(moments)
    if not is_confirmed and claimed is not None and claimed.tzinfo is not None:
        moments = [claimed]
    moment = min(moments, default=datetime.now(UTC))
    return Leaf(embedded.signer_cert, tuple(embedded.other_embedded_certs), moment, is_confirmed)


def _validate(file: _File, embedded: EmbeddedPdfSignature, signer: Leaf) -> Any:
    """Run the library's check as of the moment that counts, offline."""
    judged = context(file.trust.signers, signer.at, file.material)
    usage = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)
    return validate_pdf_signature(embedded, judged, key_usage_settings=usage)


def _judge(embedded: EmbeddedPdfSignature, status: Any, signer: str) -> tuple[SignatureVerdict, list[Finding]]:
    field, signed_at = embedded.field_name, embedded.self_reported_timestamp
    unchanged = bool(status.intact and status.valid)
    permitted = status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION and status.modification_level in PERMITTED
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
    intact = unchanged and permitted
    return SignatureVerdict(field, signer, signed_at, intact, whole, False, findings[0].code), findings


def _may_sign(signer: Leaf) -> bool:
    """Tell whether the certificate is for documents: the same authority certifies who signs lines and receipts."""
    return serves(x509.load_der_x509_certificate(signer.certificate.dump()), Purpose.REPORTS)


def _about_trust(file: _File, status: Any, verdict: SignatureVerdict, against: str) -> Finding:
    """Return who vouches for the signer; ``against`` is what else speaks against it."""
    told = {"field": verdict.field, "signer": verdict.signer}
    if not file.trust.signers:
        return warn(FindingCode.TRUST_NOT_CHECKED, **told)
    if status.trusted and not against:
        return ok(FindingCode.SIGNER_TRUSTED, **told)
    reason = against or getattr(status.trust_problem_indic, "name", "no_path").lower()
    return bad(FindingCode.SIGNER_UNTRUSTED, **told, reason=reason)


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
