"""What is known of the file that holds a case: originals as the ledger says or not, a second copy, submission elsewhere.

Whether the bytes of an original still are what they were is for ``surveyor case verify`` to say, which reads them all; here only
what a glance at the table of originals tells.
"""

from __future__ import annotations

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.delivery import CaseDelivery
from surveyor_app.casefile.elsewhere import absent
from surveyor_app.casefile.second_copies import has_second_copy, stored_sizes
from surveyor_app.casefile.session import Session
from surveyor_app.domain.checks.contents import CaseContents, KeptFacts
from surveyor_app.domain.claim.reports import Report
from surveyor_app.records import provenance

FULL = "full"
DONE = "done"
"""The state of a task whose report the centre has."""


def kept_facts(case: CaseFile, contents: CaseContents) -> KeptFacts:
    """Look at the table of originals, the receipts, the last copy, and who signed reports of this visit."""
    sizes = stored_sizes(case)
    listed = {item.sha256: item.size_bytes for item in contents.evidence if item.sha256}
    is_received = any(receipt.kind == FULL for receipt in CaseDelivery(case).receipts())
    with case.read() as session:
        # Another surveyor's original may be at the centre alone; nothing is missing as long as the office has it.
        elsewhere = {item.sha256 for item in absent(session, case.case_id)}
        theirs = _signed_elsewhere(case, session, contents)
    is_done = any(task.task_status == DONE for task in contents.tasks)
    # Its report lies on the device that signed it until it came from the centre; the centre then says that the visit is done.
    on_the_way = [report for report in theirs if report.sha256 in elsewhere and not is_done]
    arrived = [name for report, name in theirs.items() if report not in on_the_way]
    return KeptFacts(
        absent=frozenset() if is_received else frozenset(listed.keys() - sizes.keys() - elsewhere),
        altered=frozenset(
            sha256 for sha256, size in listed.items() if sha256 in sizes and size not in (None, sizes[sha256])
        ),
        has_second_copy=is_received or not listed or has_second_copy(case),
        is_sent_elsewhere=bool(on_the_way),
        submitted_by=arrived[-1] if arrived else None,
    )


def _signed_elsewhere(case: CaseFile, session: Session, contents: CaseContents) -> dict[Report, str]:
    """Return the reports of this visit that another device signed, each with whom it is certified for."""
    visits = {task.id for task in contents.tasks}
    own = case.profile.device_key.device_id
    found: dict[Report, str] = {}
    for report in contents.reports:
        if report.task_uid not in visits:
            continue
        origin = provenance.origin(session, case.case_id, Report.KIND, report.id)
        if origin is not None and origin.creator.device != own:
            found[report] = origin.creator.holder or origin.creator.device
    return found
