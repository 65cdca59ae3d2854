"""Checks a bag that may come from anywhere, and believes nothing in it that hangs on no signature.

::

    report.pdf ─signed─▶ evidence root ─▶ every original of that day, the journal's heads of that day
    receipt    ─signed─▶ journal's heads ─▶ every line before them ─signed, chained─▶ bodies ─▶ hash of every file
                         delivery root   ─▶ the same hashes once more
    hand-over  ─signed─▶ the manifests, and so all of it, also what came after report and receipt

The manifests of BagIt are signed by nobody and only say that nothing was lost on the way; ``custody.csv`` is made again from the
journal and compared. What no signature speaks of does not belong in a bag. Reads nothing outside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from surveyor_app.domain.errors import BagInvalid, PdfUnreadable
from surveyor_app.report.bag import content as names
from surveyor_app.report.bag.actors import check_actors
from surveyor_app.report.bag.certificate_files import check_certificate_files
from surveyor_app.report.bag.custody import custody_csv, custody_events
from surveyor_app.report.bag.evidence import EvidenceCheck
from surveyor_app.report.bag.files import LARGEST_TEXT, BagFiles, check_files
from surveyor_app.report.bag.folder import BagFolder
from surveyor_app.report.bag.hand_signed import KnownStatement, known_statements
from surveyor_app.report.bag.handover import check_handover, info_of
from surveyor_app.report.bag.journal import BagJournal, check_bodies, read_journal
from surveyor_app.report.bag.original_numbers import evidence_manifest, number_originals
from surveyor_app.report.bag.parts import bag_parts
from surveyor_app.report.bag.places import issued_reports
from surveyor_app.report.bag.receipt import BagReceipt
from surveyor_app.report.bag.records import BagRecords, HistoryEvent, MainLines, main_lines, records_of
from surveyor_app.report.bag.revoked import RevokedSigners, read_revocations
from surveyor_app.report.bag.seen import check_numbers, check_seen
from surveyor_app.report.bag.trust import Anchors, BagDevices, anchors_of, check_signers, read_devices
from surveyor_app.report.bag.unsigned import check_unsigned
from surveyor_app.report.findings import Finding, FindingCode, Level, bad, ok, warn
from surveyor_app.report.issued_manifest import evidence_manifest_of
from surveyor_app.report.layout import manifest_root
from surveyor_app.report.parts import Part
from surveyor_app.report.revocation_lists import LARGEST, Revocations
from surveyor_app.report.verification import PdfVerdict, verify_pdf

_LARGEST_REPORT = 1 << 30
_LARGEST_CERTIFICATE = 1 << 20
_LARGEST_RECEIPT = 1 << 24
_OWN_NAMES = frozenset({names.JOURNAL, names.CUSTODY, names.EVIDENCE_MANIFEST, names.RECEIPT, names.RECEIPT_SIGNATURE})
"""Payload files that are checked by what stands in them."""


@dataclass(frozen=True, slots=True)
class BagVerdict:
    """What holds of a bag. ``holds``: nothing speaks against it; ``files`` counts the payload files that are as listed.

    ``is_proven``: it holds, and nothing is left open either, such as who vouches for the signers. ``parts`` are the findings
    once more, part by part, with who vouches for each; ``statements`` what the journal says of papers signed by hand, and
    ``papers`` the paths of these and of reports in the bag by SHA-256.
    """

    holds: bool
    findings: tuple[Finding, ...]
    files: int
    evidence_root: str | None = None
    receipt_signer: str | None = None
    parts: tuple[Part, ...] = ()
    statements: tuple[KnownStatement, ...] = ()
    reports: tuple[str, ...] = ()
    """SHA-256 of the reports that the journal names, the current one last."""
    papers: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_proven(self) -> bool:
        """Tell whether all of it follows from signatures of those who were to be trusted."""
        return all(finding.level is Level.OK for finding in self.findings)


def verify_bag(
    folder: Path,
    *,
    roots: Sequence[bytes] = (),
    revocation_lists: Sequence[bytes] = (),
    progress: Callable[[float, str], None] = lambda _fraction, _name: None,
) -> BagVerdict:
    """Check a bag.

    Args:
        folder: The bag.
        roots: DER certificates that are trusted for receipt, reports and devices. Without any, the bag's own authority is
            taken, and a finding says that nobody vouches for it.
        revocation_lists: Lists of certificates taken back (DER or PEM) beside the one in the bag, each of one of the roots.
        progress: Told the fraction done and the file; may raise ``Cancelled``.

    Raises:
        BagInvalid: the folder is no bag of version 1.0.
        RevocationListInvalid: one of ``revocation_lists`` is not what it should be.
    """
    bag = BagFolder(folder)
    declaration = bag.read(names.BAGIT, 4096)
    if declaration is None or declaration.replace(b"\r\n", b"\n").strip() != names.DECLARATION.strip():
        raise BagInvalid(path=str(folder), reason="bagit.txt")
    manifest = bag.read(names.MANIFEST, LARGEST_TEXT)
    if manifest is None:
        raise BagInvalid(path=str(folder), reason=names.MANIFEST)
    return _Check(bag, check_files(bag, manifest, progress), roots, revocation_lists).run()


class _Check:
    """One run over one bag: each part is read once, and compared with what is signed elsewhere."""

    def __init__(self, bag: BagFolder, files: BagFiles, roots: Sequence[bytes], lists: Sequence[bytes]) -> None:
        self._bag = bag
        self._files = files
        self._roots = roots
        self._lists = lists
        self._findings: list[Finding] = []
        self._reports: dict[str, PdfVerdict | None] = {}
        self._revoked_signers: Callable[[bytes, str, Sequence[bytes]], list[Finding]] = lambda _pdf, _sha256, _roots: []

    def run(self) -> BagVerdict:
        """Check everything in turn."""
        say = self._findings.extend
        if not self._roots:
            self._findings.append(warn(FindingCode.TRUST_NOT_CHECKED, field="", signer=""))
        anchors, devices = self._signers()
        known, said = read_revocations(self._bag.read(names.REVOCATIONS, LARGEST), self._lists, anchors)
        say(said)
        journal = self._journal(devices)
        check_actors(journal, devices.writers)
        receipt = self._receipt(anchors, known)
        receipt.compare(journal)
        main = main_lines(journal.lines.values())
        revoked = RevokedSigners(known, journal, main, receipt, devices)
        revoked.blame_lines(devices.proven)
        say(revoked.findings())
        self._revoked_signers = revoked.of_report
        if journal.is_sound:
            check_bodies(journal, devices.writers, receipt.covered)
            check_numbers(journal)
            self._check_branches(journal, main, receipt)
            say(check_seen(journal))
        records = records_of(main, devices.writers)
        if records.newer:
            self._findings.append(warn(FindingCode.NEWER_VERSION, lines=records.newer))
        issued = self._issued_manifest()
        if journal.is_sound:
            receipt.compare_root(journal, devices)
            self._check_places(records, issued)
            self._check_custody(journal, records)
        root = self._check_evidence(journal, main, records, issued)
        say(check_signers(devices, journal.first_lines(), anchors))
        say(self._journal_findings(journal))
        say(receipt.findings)
        self._check_case(journal)
        pems = [path for path in sorted(self._files.hashes) if path.startswith(f"{names.CERTIFICATES}/")]
        say(check_certificate_files(pems, lambda path: self._bag.read(path, _LARGEST_CERTIFICATE)))
        handed_out = check_handover(self._bag, devices, anchors, known)
        self._findings.append(handed_out)
        if handed_out.level is not Level.OK:
            say(check_unsigned(self._bag, self._files.hashes.keys()))
        self._findings[:0] = self._files.findings
        holds = all(finding.level is not Level.BAD for finding in self._findings)
        statements = known_statements(main.lines, records.statements, records.pages, records.inks)
        parts = bag_parts(self._findings, journal, devices, anchors, receipt, records, statements, self._reports)
        found = tuple(self._findings)
        return BagVerdict(
            holds,
            found,
            self._files.good,
            root,
            receipt.signer,
            parts,
            statements,
            issued_reports(records.reports),
            self._papers(),
        )

    # ------------------------------------------------------------------------------------------------ reading

    def _signers(self) -> tuple[Anchors, BagDevices]:
        anchors = anchors_of(self._roots, self._bag.read(names.AUTHORITY, _LARGEST_CERTIFICATE))
        files = {
            path: self._bag.read(path, _LARGEST_CERTIFICATE)
            for path in sorted(self._files.hashes)
            if path.startswith(f"{names.CERTIFICATES}/") and path != names.REVOCATIONS
        }
        devices, findings = read_devices(files, anchors)
        self._findings.extend(findings)
        return anchors, devices

    def _journal(self, devices: BagDevices) -> BagJournal:
        data = self._bag.read(names.JOURNAL, LARGEST_TEXT)
        if data is None:
            self._files.blame(FindingCode.FILE_MISSING, names.JOURNAL)
        return read_journal(data or b"", devices.keys)

    def _receipt(self, anchors: Anchors, known: Revocations) -> BagReceipt:
        receipt = self._bag.read(names.RECEIPT, _LARGEST_RECEIPT)
        return BagReceipt(receipt, self._bag.read(names.RECEIPT_SIGNATURE, _LARGEST_RECEIPT), anchors, known)

    def _issued_manifest(self) -> bytes | None:
        """Return the manifest that is attached to the current report."""
        return None if names.REPORT not in self._files.hashes else _attached(self._report(names.REPORT))

    def _report(self, path: str) -> bytes:
        return self._bag.read(path, _LARGEST_REPORT) or b""

    # ---------------------------------------------------------------------------------------------- comparing

    def _check_branches(self, journal: BagJournal, main: MainLines, receipt: BagReceipt) -> None:
        """Say which lines are dead branches; one that the centre has receipted is none, but was displaced by another."""
        for parsed in main.branch:
            if parsed.hash in receipt.covered:
                journal.blame(journal.places[parsed.hash], "displaced")
        if main.branch and journal.is_sound:
            first = min(journal.places[parsed.hash] for parsed in main.branch)
            self._findings.append(warn(FindingCode.JOURNAL_BRANCHES, lines=len(main.branch), first=first))

    def _check_places(self, records: BagRecords, issued: bytes | None) -> None:
        """Every file that the journal names must be there with its hash, and no other file."""
        expected = records.files(issued)
        for path, sha256 in expected.items():
            found = self._files.hashes.get(path)
            if found is None:
                self._files.blame(FindingCode.NAMED_FILE_MISSING, path)
            elif found != sha256:
                self._files.blame(FindingCode.NAMED_FILE_CHANGED, path)
        for path in self._files.hashes:
            is_certificate = path.startswith(f"{names.CERTIFICATES}/")
            if path in expected or path in _OWN_NAMES or is_certificate:
                continue
            if records.newer:
                self._findings.append(warn(FindingCode.FILE_UNPROVEN, path=path))
            else:
                self._files.blame(FindingCode.FILE_UNPROVEN, path)

    def _check_custody(self, journal: BagJournal, records: BagRecords) -> None:
        events = [HistoryEvent(parsed) for parsed in journal.lines.values()]
        expected = custody_csv(custody_events(events, records.evidence, records.reports))
        found = self._bag.read(names.CUSTODY, LARGEST_TEXT)
        if found is None:
            self._files.blame(FindingCode.FILE_MISSING, names.CUSTODY)
        elif found != expected:
            pairs = zip(found.split(b"\n"), expected.split(b"\n"), strict=False)
            same = next((n for n, (one, other) in enumerate(pairs) if one != other), None)
            line = min(found.count(b"\n"), expected.count(b"\n")) if same is None else same
            say = warn if records.newer else bad
            self._findings.append(say(FindingCode.CUSTODY_DIFFERS, path=names.CUSTODY, line=line + 1))

    def _check_evidence(
        self, journal: BagJournal, main: MainLines, records: BagRecords, issued: bytes | None
    ) -> str | None:
        """Compare the manifest in the bag and those in its reports with the files, and them with each other."""
        check = EvidenceCheck(self._files, journal, records.erased if journal.is_sound else 0)
        for path in sorted(self._files.hashes):
            if path.endswith(".pdf") and path.count("/") == 1:
                self._check_report(path, check)
        manifest = self._bag.read(names.EVIDENCE_MANIFEST, LARGEST_TEXT)
        if manifest is None:
            self._files.blame(FindingCode.FILE_MISSING, names.EVIDENCE_MANIFEST)
            return None
        self._findings.extend(check.check(names.EVIDENCE_MANIFEST, manifest))
        expected = issued
        if names.REPORT not in self._files.hashes and journal.is_sound:
            expected = evidence_manifest(number_originals(records.evidence, None), main.heads)
        if manifest != expected and (journal.is_sound or names.REPORT in self._files.hashes):
            self._files.blame(FindingCode.MANIFEST_REPLACED, names.EVIDENCE_MANIFEST)
        root = manifest_root(manifest)
        self._findings.append(ok(FindingCode.EVIDENCE_ROOT, root=root))
        return root

    def _check_report(self, path: str, check: EvidenceCheck) -> None:
        pdf = self._report(path)
        try:
            verdict = self._reports[path] = verify_pdf(pdf, roots=self._roots)
        except PdfUnreadable as error:
            self._reports[path] = None
            self._findings.append(bad(FindingCode.REPORT_BROKEN, path=path, reason=error.code))
            return
        revoked = self._revoked_signers(pdf, self._files.hashes[path], self._roots)
        self._findings.extend(revoked)
        first = next((found for found in (*verdict.findings, *revoked) if found.level is Level.BAD), None)
        if first is not None:
            self._findings.append(bad(FindingCode.REPORT_BROKEN, path=path, reason=first.code.value))
        else:
            self._findings.append(ok(FindingCode.REPORT_HOLDS, path=path))
        attached = _attached(pdf)
        if attached is not None:
            self._findings.extend(check.check(path, attached))

    def _check_case(self, journal: BagJournal) -> None:
        """The bag must call itself what its journal is about."""
        if info_of(self._bag).get(names.CASE_LABEL) != journal.case:
            self._findings.append(bad(FindingCode.CASE_DIFFERS, path=names.BAG_INFO, case=journal.case or "-"))

    def _papers(self) -> dict[str, str]:
        return {
            sha256: path
            for path, sha256 in self._files.hashes.items()
            if path.endswith(".pdf") and (path.startswith(f"{names.STATEMENTS}/") or path.count("/") == 1)
        }

    @staticmethod
    def _journal_findings(journal: BagJournal) -> list[Finding]:
        counts = {"bodies_absent": journal.bodies_absent, "signatures_checked": journal.signatures}
        return journal.findings or [ok(FindingCode.JOURNAL_HOLDS, lines=len(journal.lines), **counts)]


def _attached(pdf: bytes) -> bytes | None:
    try:
        return evidence_manifest_of(pdf)
    except Exception:  # noqa: BLE001  # the library raises many kinds on hostile files; the report is a finding of its own
        return None
