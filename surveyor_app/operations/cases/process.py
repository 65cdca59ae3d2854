"""How far the open case is, by the same rules as at the centre (domain/process).

The laptop knows its own receipts alone: of a colleague's task it learns that it was received from what the office made of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.claim.remarks import Remark
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.claim.reviews import Review, Sample
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.process.facts import Covering, ProcessFacts, receipted
from surveyor_app.domain.process.reviewing import ReviewState, TaskReview, review_of
from surveyor_app.domain.process.stages import Standing, standings
from surveyor_app.domain.wire_errors import BadMessage
from surveyor_app.operations.cases.delivery_states import receipts
from surveyor_app.operations.editing.visits import visit_task
from surveyor_app.protocol.decoding import decode_message
from surveyor_app.protocol.delivery import Receipt, ReceiptKind
from surveyor_app.records import reading
from surveyor_app.wording.findings.process_times import load_process_times


def stages_of(case: CaseFile) -> tuple[Standing, ...]:
    """Return the seven stages in order."""
    return standings(process_facts(case))


def own_review(case: CaseFile) -> TaskReview | None:
    """Return what the office made of this surveyor's survey; ``None`` without a task."""
    facts = process_facts(case)
    task = visit_task(facts.tasks, case.profile.user)
    return None if task is None else review_of(facts, task)


def is_returned(case: CaseFile) -> bool:
    """Tell whether the office returned this surveyor's survey and waits for another."""
    review = own_review(case)
    return review is not None and review.state is ReviewState.RETURNED


def process_facts(case: CaseFile) -> ProcessFacts:
    """Read what the stages follow from in one consistent view."""
    given = _full_receipts(case)
    with case.read() as session:
        case_id = case.case_id
        tasks = reading.list_records(session, case_id, Task)
        reports = reading.list_records(session, case_id, Report)
        reviews = reading.list_records(session, case_id, Review)
        numbers = reading.creation_numbers(session, case_id, Report)
        covered = receipted(reports, tasks, numbers, given)
        reviewed = {review.report_uid: "" for review in reviews if review.report_uid is not None}
        known = reviewed | covered
        received = {report.task_uid for report in reports if report.id in known} | {item.task_uid for item in reviews}
        return ProcessFacts(
            claim=next(iter(reading.list_records(session, case_id, Claim)), None),
            tasks=tasks,
            documents=reading.list_records(session, case_id, Document),
            notices=reading.list_records(session, case_id, Notice),
            received=frozenset(task.id for task in tasks if task.id in received),
            reports=reports,
            remarks=reading.list_records(session, case_id, Remark),
            reviews=reviews,
            samples=reading.list_records(session, case_id, Sample),
            receipted=known,
            times=load_process_times(resources_dir()),
        )


def _full_receipts(case: CaseFile) -> Sequence[Covering]:
    found = []
    for kept in receipts(case):
        if kept.kind != ReceiptKind.FULL.value:
            continue
        try:
            receipt = decode_message(Receipt, kept.receipt)
        except BadMessage:
            continue  # of a newer centre: what cannot be read says nothing
        found.append(Covering(receipt.number, receipt.user, receipt.delivery_root))
    return found
