"""Certificates taken back, and what that means for a bag: what was provably signed before stands, the rest is a fault.

A laptop's clock proves nothing. What does is the receipt, made before the certificate was taken back, with all lines it stands
for; and the office's word in the journal which lines of a laptop it had accepted when it locked it out. A report is as old as the
line that names it. The list itself is the authority's; who takes it out of a bag or puts an older one there hides nothing from
somebody who has a newer one, and nothing that is not receipted counts as proven without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from cryptography import x509

from surveyor_app.domain.errors import RevocationListInvalid
from surveyor_app.report.bag import content as names
from surveyor_app.report.bag.journal import BagJournal
from surveyor_app.report.bag.receipt import BagReceipt
from surveyor_app.report.bag.records import MainLines, revocations_in, revoked_lines
from surveyor_app.report.bag.trust import Anchors, BagDevices
from surveyor_app.report.findings import Finding, FindingCode, bad, ok, warn
from surveyor_app.report.revocation_lists import Revocations, read_revocation_list, read_revocation_lists
from surveyor_app.report.revoked_signers import find_revoked_signers


def read_revocations(
    own: bytes | None, further: Sequence[bytes], anchors: Anchors
) -> tuple[Revocations, list[Finding]]:
    """Return what the bag's own list and further ones say, and whether the own one can be believed.

    Raises:
        RevocationListInvalid: one of the further ones cannot be.
    """
    known = read_revocation_lists(further, anchors.roots)
    findings: list[Finding] = []
    if own is not None:
        try:
            known = Revocations((*known.lists, read_revocation_list(own, anchors.roots)))
        except RevocationListInvalid as error:
            reason = str(error.data.get("reason", error.code))
            findings.append(bad(FindingCode.REVOCATION_LIST_BROKEN, path=names.REVOCATIONS, reason=reason))
    if known.newest is not None:
        findings.append(ok(FindingCode.REVOCATIONS_CHECKED, at=known.newest.issued_at.isoformat()))
    elif own is None and anchors.roots:
        findings.append(warn(FindingCode.REVOCATIONS_UNCHECKED, path=names.REVOCATIONS))
    return known, findings


class RevokedSigners:
    """What is not proven any more in one bag, because the certificate of who signed it was taken back."""

    def __init__(
        self, known: Revocations, journal: BagJournal, main: MainLines, receipt: BagReceipt, devices: BagDevices
    ) -> None:
        """Work out which lines the office had accepted, and which have no effect for that."""
        said = revocations_in(main, devices.writers)
        self._known = known
        self._journal = journal
        self._receipt = receipt
        self._accepted = journal.reached_from(line for item in said for line in item.accepted)
        self._without_effect = revoked_lines(main, said)

    def findings(self) -> Iterator[Finding]:
        """Say whether the list is older than the receipt, and how many lines have no effect."""
        newest, issued = self._known.newest, self._receipt.issued_at
        if newest is not None and issued is not None and newest.issued_at < issued.replace(microsecond=0):
            yield warn(FindingCode.REVOCATIONS_OLD, at=newest.issued_at.isoformat())
        if self._without_effect:
            yield warn(FindingCode.LINES_REVOKED, lines=len(self._without_effect))

    def blame_lines(self, certificates: Mapping[str, x509.Certificate]) -> None:
        """Find the lines of devices whose certificates were taken back, and that nothing proves to be older."""
        since = {device: self._known.since(certificate) for device, certificate in certificates.items()}
        for digest, parsed in self._journal.lines.items():
            moment = since.get(parsed.entry.device)
            if moment is not None and digest not in self._without_effect and not self._stood(digest, moment):
                self._journal.blame(self._journal.places[digest], "revoked")

    def of_report(self, pdf: bytes, sha256: str, roots: Sequence[bytes]) -> list[Finding]:
        """Return what speaks against the signers of a report."""
        return find_revoked_signers(pdf, self._known, roots, lambda moment: self._is_named(sha256, moment))

    def _is_named(self, sha256: str, before: datetime) -> bool:
        """Tell whether a line that was accepted before a moment names a file."""
        return any(
            (parsed.fields or {}).get("sha256") == sha256 and self._stood(digest, before)
            for digest, parsed in self._journal.lines.items()
        )

    def _stood(self, digest: str, before: datetime) -> bool:
        issued = self._receipt.issued_at
        return digest in self._accepted or (issued is not None and issued < before and digest in self._receipt.covered)
