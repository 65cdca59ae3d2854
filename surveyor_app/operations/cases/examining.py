"""Checks whatever is put before it — a paper, a bag, a case — alone or beside what it belongs to, and says what it comes to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from surveyor_app.casefile import health
from surveyor_app.casefile.health import ClosedCase
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.errors import InputError, PdfUnreadable
from surveyor_app.domain.journal.canonical import sha256_hex
from surveyor_app.domain.progress import Progress, ReportProgress, silent
from surveyor_app.operations.cases.verdicts import Verdict, in_words, parts_in_words
from surveyor_app.operations.cases.verifying import is_pdf, read_pdf, verify_case
from surveyor_app.operations.editing.device_certificates import certificate_files
from surveyor_app.records import devices, sending
from surveyor_app.records.lines import parse
from surveyor_app.report.accessible.copies import states_copy
from surveyor_app.report.bag.checking import BagVerdict, verify_bag
from surveyor_app.report.bag.hand_signed import KnownStatement, known_statements
from surveyor_app.report.bag.parts import (
    anchor_part,
    journal_parts,
    originals_part,
    report_part,
    statement_parts,
    takers,
)
from surveyor_app.report.bag.places import issued_reports
from surveyor_app.report.bag.records import main_lines, records_of
from surveyor_app.report.bag.trust import anchors_of, read_devices
from surveyor_app.report.findings import Finding, FindingCode, Level, bad, ok
from surveyor_app.report.parts import Part, PartKind, with_findings
from surveyor_app.report.revocation_lists import read_revocation_lists
from surveyor_app.report.revoked_signers import find_revoked_signers
from surveyor_app.report.statements.checking import compare_statement, verify_statement
from surveyor_app.report.statements.paper import read_paper
from surveyor_app.report.verification import PdfVerdict, verify_pdf

STEPS = 1000
_PAGES = frozenset({FindingCode.COPY_ALONE, FindingCode.OFFICE_COPY})
"""Of what has the pages of a report and none of its signatures."""


def examine(
    path: Path,
    roots: Sequence[bytes],
    profile: Profile | None = None,
    beside: Path | None = None,
    progress: ReportProgress = silent,
    stamps: Sequence[bytes] = (),
    lists: Sequence[bytes] = (),
) -> Verdict:
    """Check a PDF, the folder of a bag or a case file.

    Args:
        path: What is checked; what it is, is told by its bytes.
        roots: DER certificates of who is trusted; without any nothing is proven by anybody.
        profile: Opens case files.
        beside: A bag or a case file that says which papers belong to it; for a PDF only.
        progress: May raise ``Cancelled``.
        stamps: DER certificates of time-stamp authorities that are trusted, for a PDF.
        lists: Of certificates that the authority took back (DER or PEM), beside the one in a bag.

    Raises:
        NotFound, PdfUnreadable, BagInvalid, NotACaseFile, ForeignCaseFile, NewerFormat, CaseLocked: it could not be checked.
        RevocationListInvalid: one of the lists is of none of the roots.
        InputError: ``beside`` for what is no PDF, or a case file without a profile.
    """
    if not is_pdf(path):
        if beside is not None:
            raise InputError(field="with", reason="only a PDF is checked beside something else")
        return (
            _bag(path, roots, lists, progress)
            if path.is_dir()
            else examine_case(_opener(profile), path, roots, progress)
        )
    pdf = read_pdf(path)
    try:
        if beside is None:
            return _alone(path.name, pdf, roots, stamps, lists)
        if beside.is_dir():
            return _beside_bag(path.name, pdf, beside, roots, lists, progress)
        return _beside_case(path.name, pdf, _opener(profile), beside, roots, progress)
    except PdfUnreadable as error:
        raise PdfUnreadable(path=str(path), reason=error.data.get("reason", "")) from error


def examine_case(profile: Profile, path: Path, roots: Sequence[bytes], progress: ReportProgress = silent) -> Verdict:
    """Check a case file; errors as :func:`examine`. It is the profile's own, and hangs on no authority to hold."""
    found = verify_case(profile, path, progress)
    if any(item.level == "bad" for item in found):
        return Verdict("case", tuple(found))
    with health.closed_case(profile, path) as closed:
        parts = _Told(closed, profile, roots).parts
    return Verdict("case", tuple(found), parts_in_words(parts))


def needs_profile(path: Path) -> bool:
    """Tell whether something can be checked only with the profile: a case file is encrypted.

    Raises:
        NotFound: there is nothing there.
    """
    return not path.is_dir() and not is_pdf(path)


def _opener(profile: Profile | None) -> Profile:
    if profile is None:
        raise InputError(field="profile", reason="a case file is opened by its profile alone")
    return profile


def _alone(name: str, pdf: bytes, roots: Sequence[bytes], stamps: Sequence[bytes], lists: Sequence[bytes]) -> Verdict:
    anchors = anchors_of(roots, None)
    known_back = read_revocation_lists(lists, roots)
    paper = read_paper(pdf)
    if paper is None:
        report = verify_pdf(pdf, roots=roots, timestamp_roots=stamps)
        found = (*report.findings, *find_revoked_signers(pdf, known_back, (*roots, *stamps)))
        parts: list[Part] = [report_part(name, report, anchors)]
        kind, is_anchored = PartKind.REPORT, bool(roots)
    else:
        checked = verify_statement(pdf, paper, roots=roots, revocations=known_back)
        found, kind, is_anchored = checked.findings, PartKind.STATEMENT, checked.is_anchored
        known = [] if checked.known is None or not checked.holds else [checked.known]
        parts = list(statement_parts(known, checked.devices, anchors)) or [Part(kind, facts={"pages": paper.pages})]
        parts = [replace(part, name=f"{paper.title} {paper.subtitle}".strip()) for part in parts]
    placed = [(*_place_of(finding, (kind, parts[0].name)), finding) for finding in found]
    return _verdict(kind.value, found, with_findings([anchor_part(anchors), *parts], placed), is_anchored=is_anchored)


def _place_of(finding: Finding, otherwise: tuple[PartKind, str]) -> tuple[PartKind, str]:
    """Return the part a finding about a PDF is about: that nobody is trusted is no fault of the PDF's."""
    return (PartKind.ANCHOR, "") if finding.code is FindingCode.TRUST_NOT_CHECKED else otherwise


def _bag(folder: Path, roots: Sequence[bytes], lists: Sequence[bytes], progress: ReportProgress) -> Verdict:
    checked = _checked(folder, roots, lists, progress)
    return _verdict("bag", checked.findings, checked.parts, is_anchored=bool(roots))


def _checked(folder: Path, roots: Sequence[bytes], lists: Sequence[bytes], progress: ReportProgress) -> BagVerdict:
    def report(fraction: float, name: str) -> None:
        progress(Progress(round(fraction * STEPS), STEPS, name))

    return verify_bag(folder, roots=roots, revocation_lists=lists, progress=report)


def _beside_bag(
    name: str, pdf: bytes, folder: Path, roots: Sequence[bytes], lists: Sequence[bytes], progress: ReportProgress
) -> Verdict:
    checked = _checked(folder, roots, lists, progress)
    faults = [finding for finding in checked.findings if finding.level is Level.BAD]

    def bytes_of(sha256: str) -> bytes | None:
        path = checked.papers.get(sha256)
        return None if path is None else (folder / path).read_bytes()

    return _compared(name, pdf, checked.statements, checked.reports, checked.parts, faults, bytes_of, roots)


def _beside_case(
    name: str, pdf: bytes, profile: Profile, path: Path, roots: Sequence[bytes], progress: ReportProgress
) -> Verdict:
    found = verify_case(profile, path, progress)
    with health.closed_case(profile, path) as closed:
        told = _Told(closed, profile, roots)
        verdict = _compared(name, pdf, told.statements, told.reports, told.parts, (), closed.read, roots)
    return replace(verdict, findings=(*[item for item in found if item.level == "bad"], *verdict.findings))


def _compared(
    name: str,
    pdf: bytes,
    statements: Sequence[KnownStatement],
    reports: Sequence[str],
    parts: Sequence[Part],
    faults: Sequence[Finding],
    bytes_of: Callable[[str], bytes | None],
    roots: Sequence[bytes],
) -> Verdict:
    """Compare a PDF with what a journal says; of that only the part it is about, and what is wrong, is told."""
    signed = verify_pdf(pdf, roots=roots)
    is_pages = not signed.signatures and any(finding.code in _PAGES for finding in signed.findings)
    if (signed.signatures or is_pages) and read_paper(pdf) is None:
        key = (PartKind.REPORT, name)
        if is_pages:
            verdict, found = _copy_in(pdf, signed, reports, bytes_of, roots)
        else:
            verdict, found = signed, [*signed.findings, _report_in(sha256_hex(pdf), reports)]
        parts = [
            report_part(name, verdict, anchors_of(roots, None)),
            *(part for part in parts if part.kind is not key[0]),
        ]
    else:
        found, which = compare_statement(pdf, statements, lambda statement: bytes_of(statement.sha256 or ""))
        key = (PartKind.STATEMENT, "" if which is None else str(which.number))
    about = [part for part in parts if (part.kind, part.name) == key]
    others = [part for part in parts if part.kind in {PartKind.ANCHOR, PartKind.JOURNAL} or part.state == "bad"]
    shown = with_findings(
        [*about, *(part for part in others if part not in about)], [(*_place_of(item, key), item) for item in found]
    )
    is_anchored = bool(roots) and any(part.proven_by and part.proven_by[0].authority for part in about)
    return _verdict(key[0].value, [*faults, *found], shown, is_anchored=is_anchored)


def _copy_in(
    pdf: bytes,
    pages: PdfVerdict,
    reports: Sequence[str],
    bytes_of: Callable[[str], bytes | None],
    roots: Sequence[bytes],
) -> tuple[PdfVerdict, list[Finding]]:
    """Find the report that states these unsigned pages as its accessible copy: what vouches for it vouches for them."""
    told = {"sha256": sha256_hex(pdf)}
    for sha256 in reversed(reports):
        report = bytes_of(sha256)
        if report is not None and states_copy(report, pdf):
            verdict = verify_pdf(report, roots=roots)
            return verdict, [ok(FindingCode.COPY_OF_REPORT, **told), *verdict.findings, _report_in(sha256, reports)]
    others = [finding for finding in pages.findings if finding.code is not FindingCode.NO_SIGNATURES]
    return pages, [bad(FindingCode.COPY_FOREIGN, **told), *others]


def _report_in(sha256: str, reports: Sequence[str]) -> Finding:
    if sha256 not in reports:
        return bad(FindingCode.REPORT_FOREIGN)
    return ok(FindingCode.REPORT_CURRENT) if sha256 == reports[-1] else bad(FindingCode.REPORT_OLDER)


class _Told:
    """What the journal of a case that holds says of its papers, and who vouches for it."""

    def __init__(self, closed: ClosedCase, profile: Profile, roots: Sequence[bytes]) -> None:
        lines = [parse(signed, closed.case_id) for signed in sending.all_entries(closed.session, closed.case_id)]
        files = certificate_files(
            devices.known_devices(closed.session), profile.device_key.device_id, profile.enrolment()
        )
        anchors = anchors_of(roots, None)
        known, _ = read_devices(dict(files), anchors)
        main = main_lines(lines)
        records = records_of(main, known.writers)
        self.statements = known_statements(main.lines, records.statements, records.pages, records.inks)
        self.reports = issued_reports(records.reports)
        parts = [
            anchor_part(anchors),
            originals_part(records.evidence, takers(lines), (), known, anchors),
            *journal_parts(lines, known, anchors),
            *statement_parts(self.statements, known, anchors),
        ]
        self.parts = with_findings(parts, ())


def _verdict(kind: str, findings: Sequence[Finding], parts: Sequence[Part], *, is_anchored: bool) -> Verdict:
    return Verdict(kind, in_words(findings), parts_in_words(parts), is_anchored)
