"""The proof (证据校验) of a claim at the desk, checked when it is asked for: journal, originals, receipts, signed reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import Response

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.access import require_access
from surveyor_app.central.claims.standing import missing_bytes
from surveyor_app.central.desk.desk_route import DeskRoute
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.review_views import report_name
from surveyor_app.central.desk.visitors import Clerk, Pages
from surveyor_app.central.storage import uploads
from surveyor_app.central.storage.assembling import blob_path
from surveyor_app.central.storage.schema import receipts
from surveyor_app.central.storage.uploads import STORED
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.errors import BadEntry, BlobMissing, PdfUnreadable
from surveyor_app.domain.wire_errors import BadMessage, BadSignature, ReceiptInvalid
from surveyor_app.protocol.decoding import decode_message
from surveyor_app.protocol.delivery import Receipt
from surveyor_app.records import inspecting, reading
from surveyor_app.report.cms import verify_detached
from surveyor_app.report.verification import PdfVerdict, verify_pdf

router = APIRouter(include_in_schema=False, route_class=DeskRoute)


@dataclass(frozen=True, slots=True)
class ReceiptProof:
    """One receipt: what it is called, when, over which root and how many entries, and whether the centre's signature holds."""

    name: str
    at: str
    root: str
    number: int
    holds: bool


@dataclass(frozen=True, slots=True)
class ReportProof:
    """One signed report: who signed, and whether the file holds; ``is_here`` is ``False`` while its bytes are not."""

    name: str
    signers: Sequence[str]
    is_here: bool
    holds: bool


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found just now; ``broken`` names what does not hold in the journal, with how often."""

    entries: int
    devices: int
    set_aside: int
    broken: Sequence[tuple[str, int]]
    originals_missing: Sequence[str]
    receipts: Sequence[ReceiptProof]
    reports: Sequence[ReportProof]


@router.get("/claims/{case}/proof")
def show_proof(centre: CentreHere, pages: Pages, caller: Clerk, case: str) -> Response:
    """Check a claim and show what holds."""
    with centre.database.read() as session:
        require_access(session, caller, case)
        proof = prove(centre, session, pages, case)
    return pages.page("proof.html", reader=caller.display_name, case=case, proof=proof)


def prove(centre: Centre, session: Session, pages: DeskPages, case: str) -> Proof:
    """Check the journal line by line, every receipt and every signed report of a case."""
    entries = devices = 0
    seen: set[str] = set()
    for held in inspecting.held_lines(session, case):
        entries += 1
        try:
            seen.add(held.entry().device)
        except BadEntry:
            continue  # what is no entry is found below
    devices = len(seen)
    found = Counter(finding.code for finding in inspecting.inspect(session, case))
    roots = [centre.authority.authority.certificate_der]
    return Proof(
        entries=entries,
        devices=devices,
        set_aside=len(reading.quarantine_of(session, case)),
        broken=sorted(found.items()),
        originals_missing=sorted(missing_bytes(session, case)),
        receipts=_receipts(session, pages, case, roots),
        reports=[
            _report(centre, session, case, report, roots) for report in reading.list_records(session, case, Report)
        ],
    )


def _receipts(session: Session, pages: DeskPages, case: str, roots: Sequence[bytes]) -> list[ReceiptProof]:
    rows = session.execute(select(receipts).where(receipts.c.case_id == case).order_by(receipts.c.issued_at))
    found = []
    for row in rows:
        name = pages.labels.value("receipt_kind", row.kind, pages.language)
        try:
            verify_detached(row.receipt, row.signature, roots)
            number, holds = decode_message(Receipt, row.receipt).number, True
        except (ReceiptInvalid, BadSignature, BadMessage):
            number, holds = 0, False
        at = row.issued_at[:16].replace("T", " ")
        found.append(ReceiptProof(f"{name} · {row.user}", at, row.delivery_root, number, holds))
    return found


def _report(centre: Centre, session: Session, case: str, report: Report, roots: Sequence[bytes]) -> ReportProof:
    name = report_name(report)
    upload = uploads.find(session, case, report.sha256 or "")
    if upload is None or upload.state != STORED:
        return ReportProof(name, (), is_here=False, holds=False)
    try:
        data = b"".join(centre.store.read_range(blob_path(case, upload.sha256), 0, upload.size))
        verdict: PdfVerdict | None = verify_pdf(data, roots=roots)
    except (BlobMissing, PdfUnreadable):
        verdict = None
    signers = [signature.signer for signature in verdict.signatures] if verdict is not None else []
    return ReportProof(name, signers, is_here=True, holds=verdict is not None and verdict.holds)
