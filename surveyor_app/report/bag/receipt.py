"""Checks the receipt of a bag like one on the wire: who signed it, for which case, which heads, and which delivery root.

The heads in a receipt are the end of each chain at that moment: no line before them can have been dropped, and what comes after
them is not receipted, which is said. The root is worked out again from the journal up to these heads.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from surveyor_app.domain.journal.identifiers import EntryHash
from surveyor_app.domain.journal.instants import parse_utc
from surveyor_app.domain.wire_errors import BadSignature, ReceiptInvalid
from surveyor_app.protocol.delivery import Receipt, ReceiptKind
from surveyor_app.protocol.receipts import read_receipt
from surveyor_app.protocol.roots import delivery_lines, delivery_root
from surveyor_app.report.bag import content as names
from surveyor_app.report.bag.journal import BagJournal
from surveyor_app.report.bag.records import main_lines, records_of
from surveyor_app.report.bag.trust import Anchors, BagDevices
from surveyor_app.report.cms import verify_detached
from surveyor_app.report.findings import Finding, FindingCode, Level, bad, ok, warn
from surveyor_app.report.revocation_lists import NOTHING_KNOWN, Revocations


class BagReceipt:
    """The receipt of one bag and what is found about it; ``covered`` are the hashes of the lines it stands for."""

    def __init__(
        self, receipt: bytes | None, signature: bytes | None, anchors: Anchors, revocations: Revocations = NOTHING_KNOWN
    ) -> None:
        """Open it; neither part there means that the bag was made before delivery."""
        self.findings: list[Finding] = []
        self.signer: str | None = None
        self.covered: Collection[EntryHash] = frozenset()
        self._receipt: Receipt | None = None
        if receipt is None and signature is None:
            self.findings.append(warn(FindingCode.RECEIPT_MISSING))
            return
        try:
            signer = verify_detached(receipt or b"", signature or b"", anchors.roots, revocations)
            self._receipt = read_receipt(receipt or b"", signer)
            self.signer = signer
        except (ReceiptInvalid, BadSignature) as error:
            self._break(str(error.data.get("reason", error.code)))

    @property
    def issued_at(self) -> datetime | None:
        """When the centre signed it, if it did."""
        return None if self._receipt is None else parse_utc(self._receipt.issued_at)

    @property
    def told(self) -> Receipt | None:
        """What the receipt says, if it is one and its signature holds."""
        return self._receipt

    def _break(self, reason: str) -> None:
        self.findings.append(bad(FindingCode.RECEIPT_BROKEN, reason=reason))

    def compare(self, journal: BagJournal) -> None:
        """Find lines that the receipt stands for and that are not here, and say which came later."""
        receipt = self._receipt
        if receipt is None:
            return
        if receipt.case != journal.case:
            self._break("case")
        for head in receipt.heads:
            if journal.lacks(head):
                data = {"path": names.RECEIPT, "device": head.device, "seq": head.seq}
                self.findings.append(bad(FindingCode.JOURNAL_CUT, **data))
        self.covered = journal.up_to(receipt.heads)
        later = [journal.places[digest] for digest in journal.lines if digest not in self.covered]
        if later:
            self.findings.append(warn(FindingCode.AFTER_RECEIPT, lines=len(later), first=min(later)))

    def compare_root(self, journal: BagJournal, devices: BagDevices) -> None:
        """Work the delivery root out again from a sound journal."""
        receipt = self._receipt
        if receipt is None or any(finding.level is Level.BAD for finding in self.findings):
            return
        main = main_lines(journal.lines[digest] for digest in journal.lines if digest in self.covered)
        records = records_of(main, devices.writers)
        if delivery_root(delivery_lines(records.named(), receipt.heads)) == receipt.delivery_root:
            self._conclude(receipt)
        elif records.erased or records.newer or receipt.newer:
            self.findings.append(warn(FindingCode.RECEIPT_ROOT_UNCHECKED, root=receipt.delivery_root))
            self._conclude(receipt)
        else:
            self._break("delivery_root")

    def _conclude(self, receipt: Receipt) -> None:
        if receipt.kind == ReceiptKind.PARTIAL:
            self.findings.append(warn(FindingCode.RECEIPT_PARTIAL))
        elif receipt.kind != ReceiptKind.FULL:
            self._break("kind")
            return
        self.findings.append(ok(FindingCode.RECEIPT_HOLDS, signer=self.signer, issued_at=receipt.issued_at))
