"""The survey report: draft it, sign it, and keep what was issued in the case.

Signing seals the task. What comes later is an addendum: new records, and a new revision (R, R2 …) of the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

from surveyor_app.casefile import storing
from surveyor_app.casefile.blobs import StoredBlob, read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.schema import PART_BYTES
from surveyor_app.casefile.session import Session
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.checking import run_checks
from surveyor_app.domain.checks.gaps import read_reasons, written
from surveyor_app.domain.checks.wording_rules import require_no_opinion
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.claim.reports import Report, Signature
from surveyor_app.domain.claim.revisions import in_order
from surveyor_app.domain.errors import CertificateUnreadable, InputError, NotFound, NotReady, TimestampFailed
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.canonical import sha256_hex
from surveyor_app.domain.journal.changes import Changes, Step, touched_by
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.party_copy import Copy
from surveyor_app.domain.progress import Progress, ReportProgress, silent
from surveyor_app.domain.wire_errors import NotEnrolled
from surveyor_app.operations.cases.checking import load_checks
from surveyor_app.operations.cases.gaps import given_reasons
from surveyor_app.operations.cases.kept_facts import kept_facts
from surveyor_app.operations.cases.mending import Mending, mendable_opinions
from surveyor_app.operations.photos.annotated_pictures import with_layers
from surveyor_app.operations.report.annex import Annex, draw_annex
from surveyor_app.operations.report.assembling import Assembled, assemble
from surveyor_app.operations.report.pictures import handwriting_of, photo_previews, pictures_of
from surveyor_app.operations.report.signing import PADES_B_B, PADES_B_T, Signed, Signing
from surveyor_app.records import reading
from surveyor_app.report.accessible.copies import accessible_copy
from surveyor_app.report.chapters import load_plan
from surveyor_app.report.data import PhotosPerPage, ReportLanguage
from surveyor_app.report.fields import SURVEYOR
from surveyor_app.report.layout import lay_out
from surveyor_app.report.signatures.credentials import Credential
from surveyor_app.report.signatures.timestamps import TimestampAuthority
from surveyor_app.report.typesetting import Engine, ReportFiles, engine_started
from surveyor_app.report.verification import count_pages
from surveyor_app.wording.languages import chinese, english

STEPS = 4
"""Assembling, layout, signing, storing: what progress counts."""

ATTEMPTS = 3
"""A report is made again when the case changed meanwhile; an edit now and then does not keep it from being signed."""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """How the report shall look. ``despite`` is why it is signed although mandatory points are open.

    It is one reason for all of them, or a text of gaps with a reason each (:mod:`surveyor_app.domain.checks.gaps`).
    """

    language: ReportLanguage = "both"
    photos_per_page: PhotosPerPage = 4
    despite: str | None = None


@dataclass(frozen=True, slots=True)
class IssuedReport:
    """A signed report as it was stored in the case; ``timestamp_problem`` is why nobody confirmed the time though asked to."""

    report_id: RecordId
    pdf: bytes
    evidence_root: str
    changes: Changes
    method: str = PADES_B_B
    timestamp_problem: TimestampFailed | None = None

    @property
    def is_timestamped(self) -> bool:
        """Whether a time-stamp authority confirmed when it was signed."""
        return self.method == PADES_B_T


def draft_report(case: CaseFile, options: ReportOptions, progress: ReportProgress = silent) -> bytes:
    """Return the report as a PDF with a watermark, unsigned; nothing is written or sealed.

    Raises:
        FontMissing, LayoutFailed: the report could not be laid out.
    """
    progress(Progress(0, STEPS))
    assembled = _assemble(case, options, draft=True)
    pdf = _lay_out(case, assembled, photo_previews(case), _annex(case, assembled, progress), progress)
    progress(Progress(STEPS, STEPS))
    return pdf


def office_copy(case: CaseFile, options: ReportOptions, progress: ReportProgress = silent) -> bytes:
    """Return the copy for the insurer's own people as a PDF: opinion, internal checks, prompts, estimates, personal data in full.

    It says on every page that it is internal, has no signature fields, and nothing is written: it is no record of the case, so it
    is in no bag and is never delivered. Made again it says what the case says then.

    Raises:
        FontMissing, LayoutFailed: it could not be laid out.
    """
    progress(Progress(0, STEPS))
    assembled = _assemble(case, options, draft=False, copy=Copy.OFFICE)
    pdf = _lay_out(case, assembled, photo_previews(case), _annex(case, assembled, progress), progress)
    progress(Progress(STEPS, STEPS))
    return pdf


def sign_report(
    case: CaseFile,
    options: ReportOptions,
    credential: Credential,
    progress: ReportProgress = silent,
    timestamps: TimestampAuthority | None = None,
) -> IssuedReport:
    """Make the report, sign it, store it with its signature record, and seal the task; then only is it issued.

    Where ``timestamps`` cannot be had the report is signed without, and the outcome says so: one can be added later.

    Raises:
        NotReady: a mandatory point or a warning is open and no reason is given why it is signed all the same; nothing is written.
        CoverWordingFound: a text that this surveyor can mend says something on cover, whatever the reason; nothing is written.
        CertificateExpired: before anything is written.
        InputError: the case went on being changed (an import runs) each time the report was made; nothing is written.
        FontMissing, LayoutFailed: before anything is written.
        DiskFull, StorageFailed: the report is not issued, the case is as it was.
    """
    reading_now = case.author.clock()
    at = reading_now.at.astimezone(timezone(timedelta(minutes=reading_now.offset_min)))
    credential.require_valid(at)
    for _ in range(ATTEMPTS):
        try:
            return _issue(case, options, Signing(credential, at, timestamps), progress)
        except _CaseMovedOn:
            continue
    raise InputError(field="case", reason="it is being changed while the report is made")


def _issue(case: CaseFile, options: ReportOptions, signing: Signing, progress: ReportProgress) -> IssuedReport:
    progress(Progress(0, STEPS))
    # Two processors: the engine loads and the previews are read while the case is put together, the stamp is drawn while the
    # engine works, and the pages are stored while fields and signature, which are appended to them, are made.
    with engine_started() as engine, ThreadPoolExecutor(2, thread_name_prefix="report") as beside:
        read = beside.submit(photo_previews, case)
        assembled = _assemble(case, options, draft=False)
        reason = _reason(case, assembled, options)
        previews = read.result()
        annex = _annex(case, assembled, progress)
        stamp = beside.submit(signing.stamp, assembled)
        pages = _lay_out(case, assembled, previews, annex, progress, engine)
        progress(Progress(2, STEPS))
        signature = beside.submit(lambda: signing.sign(pages, stamp.result(), assembled))
        report_id, steps = _issue_steps(case, options, assembled, pages, signing.credential, signature)
        seal = _seal_step(case, assembled, report_id, reason)

        def nothing_came_since(session: Session, _stored: StoredBlob) -> None:
            # What is sealed is what the report says: an edit or a photo that came while it was laid out is not in it.
            now = {head.hash for head in reading.heads(session, case.case_id)}
            if now != {head.hash for head in assembled.data.chain_heads}:
                raise _CaseMovedOn

        def on_signed() -> bytes:
            signed = signature.result().pdf
            progress(Progress(3, STEPS))
            return signed

        reach("sign.before_stored")
        chunks = _as_it_is_signed(pages, on_signed)
        storing.store_blob(
            case, chunks, storing.Incoming(lambda: chunks, lambda stored: (*steps(stored), seal), nothing_came_since)
        )
        reach("sign.after_stored")
    progress(Progress(STEPS, STEPS))
    touched = {Report.KIND: frozenset({report_id})} | touched_by((seal,))
    signed = signature.result()
    changes = Changes(touched, "sign_report")
    return IssuedReport(report_id, signed.pdf, assembled.data.evidence_root, changes, signed.method, signed.problem)


def _as_it_is_signed(pages: bytes, signed: Callable[[], bytes]) -> Iterator[bytes]:
    """Yield the signed report: fields and signature are appended, so all whole parts of the pages go ahead of them."""
    ahead = len(pages) - len(pages) % PART_BYTES
    for start in range(0, ahead, PART_BYTES):
        yield pages[start : start + PART_BYTES]
    whole = signed()
    if not whole.startswith(pages):
        raise RuntimeError("a signature changed what was signed")
    yield whole[ahead:]


def _reason(case: CaseFile, assembled: Assembled, options: ReportOptions) -> str | None:
    """Return what is open with its reasons, for the seal to keep; refuse what has none and can still be mended.

    What came later is refused with the whole report. Reasons that were given when the surveyor left are not asked for again.
    """
    contents = replace(assembled.contents, kept=kept_facts(case, assembled.contents))
    findings = run_checks(load_checks(resources_dir()), contents)
    missing = [finding for finding in findings if finding.check.wants_reason]
    with case.read() as session:
        reasons = read_reasons(options.despite).over(given_reasons(case, session))
        mending = Mending(case, session)
        lacking = [item for item in reasons.lacking(missing) if not mending.is_fixed(item)]
    # No reason is good enough for an opinion on cover in what a party signs, as long as it can be taken out.
    require_no_opinion(mendable_opinions(case, missing))
    if lacking:
        raise NotReady(count=len(lacking), first=lacking[0].text(english()))
    return written(findings, reasons, english() if options.language == "en" else chinese()) or None


class _CaseMovedOn(Exception):
    """The journal went on while the report was made; nothing of the report was kept."""


def unchanged_report(case: CaseFile, options: ReportOptions, credential: Credential) -> IssuedReport | None:
    """Return the last report as it was issued, when signing now would only say the same again.

    That is: nothing was written since it was signed, and language and certificate are the same. A report that was signed just
    before a crash is so handed out, and not signed a second time.
    """
    with case.read() as session:
        reports = in_order(reading.list_records(session, case.case_id, Report))
        signatures = reading.list_records(session, case.case_id, Signature)
        lines = reading.history(session, case.case_id)
    if not reports or lines[-1].op not in {line.op for line in lines if line.id == reports[-1].id}:
        return None
    last = reports[-1]
    own = [item for item in signatures if item.target_uid == last.id]
    if last.language != options.language or {item.certificate_sha256 for item in own} != {
        sha256_hex(credential.certificate)
    }:
        return None
    pdf = report_pdf(case, last.id)
    return IssuedReport(last.id, pdf, last.evidence_root or "", Changes(), own[0].method or PADES_B_B)


def report_pdf(case: CaseFile, report_id: str) -> bytes:
    """Return an issued report as it was signed.

    Raises:
        NotFound: no such report. BlobDamaged: its bytes are not those that were stored.
    """
    with case.read() as session:
        report = reading.get(session, case.case_id, Report, RecordId(report_id))
    if report is None or report.sha256 is None:
        raise NotFound(what=Report.KIND, id=report_id)
    return b"".join(read_blob(case, report.sha256))


def accessible_pdf(case: CaseFile, report_id: str) -> bytes:
    """Return the accessible copy of an issued report: PDF/UA-1, unsigned; the signed report prints its SHA-256.

    Raises:
        NotFound, BlobDamaged: as :func:`report_pdf`. InputError: the report was signed without one.
    """
    return accessible_copy(report_pdf(case, report_id))


def list_reports(case: CaseFile) -> list[Report]:
    """Return the issued reports, the first revision first."""
    with case.read() as session:
        return in_order(reading.list_records(session, case.case_id, Report))


def surveyor_credential(profile: Profile) -> Credential:
    """Return the signing certificate that enrolment gave this surveyor.

    Raises:
        NotEnrolled: there is none yet.
    """
    enrolment = profile.enrolment()
    if enrolment is None:
        raise NotEnrolled()
    return Credential.from_pkcs12(enrolment.surveyor_p12, enrolment.p12_passphrase)


def credential_from_file(path: Path, passphrase: str) -> Credential:
    """Return the certificate of a PKCS#12 file.

    Raises:
        CertificateUnreadable: the file cannot be read or the passphrase is wrong.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CertificateUnreadable(path=str(path), reason=error.strerror or "unreadable") from error
    return Credential.from_pkcs12(data, passphrase)


def _assemble(case: CaseFile, options: ReportOptions, *, draft: bool, copy: Copy = Copy.PARTY) -> Assembled:
    now: datetime = case.author.clock().at
    return assemble(case, options.language, options.photos_per_page, now, draft=draft, copy=copy)


def _annex(case: CaseFile, assembled: Assembled, progress: ReportProgress) -> Annex:
    return draw_annex(case, assembled.papers, load_plan(resources_dir()), lambda: progress(Progress(1, STEPS)))


def _lay_out(
    case: CaseFile,
    assembled: Assembled,
    read: Mapping[str, bytes],
    annex: Annex,
    progress: ReportProgress,
    engine: Engine | None = None,
) -> bytes:
    pictures = pictures_of(case, assembled.data.photos, read)
    pictures = with_layers(pictures, assembled.layers, lambda: progress(Progress(1, STEPS)))
    return lay_out(
        replace(assembled.data, papers=annex.pages),
        {**pictures, **annex.pictures},
        assembled.manifest,
        ReportFiles.installed(),
        cancel_point=lambda: progress(Progress(1, STEPS)),
        engine=engine,
        drawings=handwriting_of(case, assembled.inks),
    )


def _issue_steps(
    case: CaseFile,
    options: ReportOptions,
    assembled: Assembled,
    laid_out: bytes,
    credential: Credential,
    signature: Future[Signed],
) -> tuple[RecordId, Callable[[StoredBlob], tuple[Step, ...]]]:
    report_id, signature_id = new_record_id(), new_record_id()
    at = case.author.clock().instant()
    pages = count_pages(laid_out)

    def steps(stored: StoredBlob) -> tuple[Step, ...]:
        method = signature.result().method
        report = {
            "report_doc_no": assembled.data.doc_no,
            "revision": assembled.data.revision or None,
            "language": options.language,
            "task_uid": assembled.task.id if assembled.task else None,
            "sha256": stored.sha256,
            "size_bytes": stored.size,
            "pages": pages,
            "evidence_root": assembled.data.evidence_root,
            "issued_at": at,
        }
        given = {
            "target_uid": report_id,
            "target_sha256": stored.sha256,
            "role": "surveyor",
            "signer_name": credential.name,
            "method": method,
            "certificate_sha256": sha256_hex(credential.certificate),
            "field_name": SURVEYOR,
            "signed_at": at,
        }
        return (
            Step(Action.CREATE, Report.KIND, report_id, encode_fields(Report.KIND, report)),
            Step(Action.CREATE, Signature.KIND, signature_id, encode_fields(Signature.KIND, given)),
            Step(Action.SIGN, Report.KIND, report_id),
        )

    return report_id, steps


def _seal_step(case: CaseFile, assembled: Assembled, report_id: RecordId, reason: str | None) -> Step:
    """Seal the visit; where it is not this surveyor's, or there is none, the report itself holds the seal."""
    task = assembled.task
    if task is not None and task.owner in {None, case.profile.user}:
        return Step(Action.SEAL, Task.KIND, task.id, reason=reason)
    return Step(Action.SEAL, Report.KIND, report_id, reason=reason)
