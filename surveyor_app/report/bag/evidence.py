"""Compares the files of a bag and its journal with evidence manifests, whose roots stand in signed reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from surveyor_app.protocol.roots import HeadMark
from surveyor_app.report.bag.files import BagFiles
from surveyor_app.report.bag.journal import BagJournal
from surveyor_app.report.findings import Finding, FindingCode, bad, warn

_ORIGINAL = re.compile(r"([0-9a-f]{64})  (data/originals/[^/]+)")
_HEAD = re.compile(r"([0-9a-f]{64})  journal/([0-9a-f]{64})/([0-9]{1,9})/([0-9]{1,9})")


@dataclass(slots=True)
class EvidenceCheck:
    """Compares manifest after manifest; ``erased`` originals may be missing, because their records were erased by law."""

    files: BagFiles
    journal: BagJournal
    erased: int

    def check(self, path: str, manifest: bytes) -> list[Finding]:
        """Return what is not as the manifest in ``path`` says."""
        return list(self._findings(path, manifest))

    def _findings(self, path: str, manifest: bytes) -> Iterator[Finding]:
        *lines, rest = manifest.decode("utf-8", "replace").split("\n")
        for number, line in enumerate(lines, start=1):
            if original := _ORIGINAL.fullmatch(line):
                yield from self._original(original[2], original[1])
            elif head := _HEAD.fullmatch(line):
                yield from self._head(path, HeadMark(head[2], int(head[3]), int(head[4]), head[1]))
            else:
                yield bad(FindingCode.MANIFEST_MALFORMED, path=path, line=number)
        if rest:
            yield bad(FindingCode.MANIFEST_MALFORMED, path=path, line=len(lines) + 1)

    def _original(self, original: str, sha256: str) -> Iterator[Finding]:
        found = self.files.hashes.get(original)
        if found is None and self.erased > 0 and original not in self.files.named:
            self.erased -= 1
            self.files.named.add(original)
            yield warn(FindingCode.EVIDENCE_ERASED, path=original)
        elif found is None:
            self.files.blame(FindingCode.EVIDENCE_MISSING, original)
        elif found != sha256:
            self.files.blame(FindingCode.EVIDENCE_CHANGED, original)

    def _head(self, path: str, head: HeadMark) -> Iterator[Finding]:
        if self.journal.lacks(head):
            yield bad(FindingCode.JOURNAL_CUT, path=path, device=head.device, seq=head.seq)
