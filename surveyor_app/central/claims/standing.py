"""How far a claim is, from what the centre holds of it (domain/process)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.task_standing import DONE, standing_of
from surveyor_app.central.storage.schema import blobs, receipts
from surveyor_app.central.storage.uploads import STORED
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.claim.remarks import Remark
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.claim.reviews import Review, Sample
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.kinds import BYTES_FOLDERS, KINDS
from surveyor_app.domain.process.facts import Covering, ProcessFacts, receipted
from surveyor_app.domain.process.stages import Standing, standings
from surveyor_app.domain.wire_errors import BadMessage
from surveyor_app.protocol.decoding import decode_message
from surveyor_app.protocol.delivery import Receipt, ReceiptKind
from surveyor_app.records import reading
from surveyor_app.wording.findings.process_times import load_process_times


def stages_of(session: Session, case: str) -> tuple[Standing, ...]:
    """Return the seven stages of a case in order."""
    return standings(process_facts(session, case))


def process_facts(session: Session, case: str) -> ProcessFacts:
    """Return what the stages of a case follow from."""
    tasks = reading.list_records(session, case, Task)
    reports = reading.list_records(session, case, Report)
    return ProcessFacts(
        claim=claim_of(session, case),
        tasks=tasks,
        documents=reading.list_records(session, case, Document),
        notices=reading.list_records(session, case, Notice),
        received=frozenset(task.id for task in tasks if standing_of(session, case, task) == DONE),
        reports=reports,
        remarks=reading.list_records(session, case, Remark),
        reviews=reading.list_records(session, case, Review),
        samples=reading.list_records(session, case, Sample),
        receipted=receipted_reports(session, case, reports, tasks),
        times=load_process_times(resources_dir()),
        is_intact=not missing_bytes(session, case),
    )


def receipted_reports(
    session: Session, case: str, reports: Sequence[Report], tasks: Sequence[Task]
) -> Mapping[str, str]:
    """Return the reports that a full receipt covers, each with the root of the first that does."""
    numbers = reading.creation_numbers(session, case, Report)
    return receipted(reports, tasks, numbers, _full_receipts(session, case))


def missing_bytes(session: Session, case: str) -> set[str]:
    """Return the hashes that records of a case name and the centre does not hold whole, or holds no more."""
    named = {
        sha256
        for kind in BYTES_FOLDERS
        for _, _, sha256 in reading.columns(session, case, KINDS[kind], ["sha256"], include_withdrawn=True)
        if sha256
    }
    held = select(blobs.c.sha256).where(blobs.c.case_id == case, blobs.c.state == STORED)
    return named - set(session.scalars(held))


def _full_receipts(session: Session, case: str) -> Sequence[Covering]:
    query = select(receipts.c.receipt).where(receipts.c.case_id == case, receipts.c.kind == ReceiptKind.FULL.value)
    found = []
    for row in session.scalars(query):
        try:
            receipt = decode_message(Receipt, row)
        except BadMessage:
            continue  # of a newer version: what cannot be read says nothing
        found.append(Covering(receipt.number, receipt.user, receipt.delivery_root))
    return found
