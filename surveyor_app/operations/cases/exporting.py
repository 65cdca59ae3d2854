"""Hand out a case as a bag (BagIt, RFC 8493) that standard tools can check without this program."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from surveyor_app.casefile.blobs import read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.delivery import CaseDelivery
from surveyor_app.casefile.profiles.registry import KeptReceipt
from surveyor_app.casefile.translation import system_translated
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.errors import BlobDamaged, BlobMissing, OriginalsElsewhere
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.progress import Progress, ReportProgress, silent
from surveyor_app.operations.cases.pulling import absent_count
from surveyor_app.operations.cases.revocation_lists import held_list
from surveyor_app.operations.editing.device_certificates import as_pem, certificate_files
from surveyor_app.operations.statements.export import statement_files
from surveyor_app.records import devices, reading, sending
from surveyor_app.records.devices import Device
from surveyor_app.report.bag.content import REPORT, BagContent, BagOriginal
from surveyor_app.report.bag.custody import custody_events
from surveyor_app.report.bag.original_numbers import evidence_manifest, number_originals
from surveyor_app.report.bag.places import report_places
from surveyor_app.report.bag.writing import write_bag
from surveyor_app.report.issued_manifest import evidence_manifest_of

STEPS = 1000
"""The writer tells fractions; progress counts thousandths."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file of the case that cannot be read any more and so is not in the bag."""

    name: str
    sha256: str


def export_bag(
    case: CaseFile, folder: Path, progress: ReportProgress = silent, *, replace: bool = False
) -> tuple[LeftOut, ...]:
    """Write the whole case to ``folder``: originals, journal, custody, reports, certificates and receipt.

    What is damaged is left out, named in the bag, and returned: one damaged photo keeps back no other. A bag that is to be
    replaced may still hold it, and stays.

    ``replace`` lets the bag take the place of an earlier bag of ours; nothing else is ever overwritten.

    Raises:
        BlobDamaged, BlobMissing: with ``replace``, an original cannot be read; the earlier bag is as it was.
        OriginalsElsewhere: some were never on this laptop; they can be fetched.
        TargetExists: the folder holds something.
        DiskFull, StorageFailed: no bag is made.
    """
    if away := absent_count(case):
        raise OriginalsElsewhere(count=away)
    content = _content(case)
    with system_translated(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
    left_out = write_bag(
        folder,
        content,
        lambda fraction, name: progress(Progress(round(fraction * STEPS), STEPS, name)),
        replace=replace,
        goes_on=not replace,
    )
    return (
        *(LeftOut(item.file_name, item.sha256) for item in left_out),
        *(LeftOut(name, sha256) for sha256, name in content.left_out),
    )


def _content(case: CaseFile) -> BagContent:
    with case.read() as session:
        evidence = reading.list_records(session, case.case_id, Evidence, include_withdrawn=True)
        reports = reading.list_records(session, case.case_id, Report, include_withdrawn=True)
        claims = reading.list_records(session, case.case_id, Claim)
        entries = sending.all_entries(session, case.case_id)
        known = devices.known_devices(session)
        own = case.profile.device_key
        if own.device_id not in {device.id for device in known}:
            # Who hands a case out need not have written into it.
            known = [*known, Device(own.device_id, own.public_key, Role.SURVEYOR, case.author.actor)]
        heads = reading.heads(session, case.case_id)
        lines = reading.history(session, case.case_id)
    pdfs, lost_reports = readable_files(case, report_places(reports))
    papers, lost_papers = readable_files(case, statement_files(case))
    manifest = _issued_manifest(pdfs)
    originals = number_originals(evidence, manifest)
    enrolment, revoked = case.profile.enrolment(), held_list(case.profile)
    receipt = _best_receipt(CaseDelivery(case).receipts())
    return BagContent(
        case_id=case.case_id,
        report_no=(claims[0].report_no if claims else None) or "",
        organisation=(claims[0].insurer if claims else None) or "",
        made_on=case.author.clock().instant().local.date(),
        originals=tuple(
            BagOriginal(n, item.file_name or "", item.sha256, item.size_bytes or 0, _chunks(case, item.sha256))
            for n, item in originals
            if item.sha256
        ),
        journal=entries,
        custody=custody_events(lines, evidence, reports),
        evidence_manifest=manifest or evidence_manifest(originals, heads),
        reports=pdfs,
        statements=papers,
        authority=as_pem(enrolment.ca_der) if enrolment else None,
        revocations=revoked.pem if revoked else None,
        certificates=certificate_files(known, case.profile.device_key.device_id, enrolment),
        receipt=receipt.receipt if receipt else None,
        receipt_cms=receipt.cms if receipt else None,
        hands_out=own,
        left_out=(*lost_reports, *lost_papers),
    )


def readable_files(case: CaseFile, places: Mapping[str, str]) -> tuple[dict[str, bytes], tuple[tuple[str, str], ...]]:
    """Return the bytes by their path in the bag, and hash and path of what cannot be read."""
    found: dict[str, bytes] = {}
    lost: list[tuple[str, str]] = []
    for path, sha256 in places.items():
        try:
            found[path] = b"".join(read_blob(case, sha256))
        except (BlobDamaged, BlobMissing):
            lost.append((sha256, path))
    return found, tuple(lost)


def _issued_manifest(pdfs: dict[str, bytes]) -> bytes | None:
    """Return the manifest that the current report states the root of."""
    current = pdfs.get(REPORT)
    return None if current is None else evidence_manifest_of(current)


def _best_receipt(receipts: list[KeptReceipt]) -> KeptReceipt | None:
    full = [receipt for receipt in receipts if receipt.kind == "full"]
    held = full or receipts
    return held[-1] if held else None


def _chunks(case: CaseFile, sha256: str) -> Callable[[], Iterator[bytes]]:
    return lambda: read_blob(case, sha256)
