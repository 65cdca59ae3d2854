"""What is known of the file that holds a case: originals that are not here or not as the ledger says, and a second copy.

Whether the bytes of an original still are what they were is for ``surveyor case verify`` to say, which reads them all; here only
what a glance at the table of originals tells.
"""

from __future__ import annotations

from collections.abc import Iterable

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.delivery import CaseDelivery
from surveyor_app.casefile.elsewhere import absent
from surveyor_app.casefile.second_copies import has_second_copy, stored_sizes
from surveyor_app.domain.checks.contents import KeptFacts
from surveyor_app.domain.photos.evidence import Evidence

FULL = "full"


def kept_facts(case: CaseFile, evidence: Iterable[Evidence]) -> KeptFacts:
    """Look at the table of originals, the receipts and the last copy."""
    sizes = stored_sizes(case)
    listed = {item.sha256: item.size_bytes for item in evidence if item.sha256}
    is_received = any(receipt.kind == FULL for receipt in CaseDelivery(case).receipts())
    with case.read() as session:
        # Another surveyor's original may be at the centre alone; nothing is missing as long as the office has it.
        elsewhere = {item.sha256 for item in absent(session, case.case_id)}
    return KeptFacts(
        absent=frozenset() if is_received else frozenset(listed.keys() - sizes.keys() - elsewhere),
        altered=frozenset(
            sha256 for sha256, size in listed.items() if sha256 in sizes and size not in (None, sizes[sha256])
        ),
        has_second_copy=is_received or not listed or has_second_copy(case),
    )
