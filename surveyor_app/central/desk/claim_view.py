"""What the desk's page of one claim shows: how far it is, what it says, its tasks, papers, proposals, and what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.task_standing import standing_of
from surveyor_app.central.desk.claim_progress import ClockLine, StageLine, clock_lines, stage_lines
from surveyor_app.central.desk.record_texts import Row, record_rows, value_words
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.times import OFFICE_OFFSET_MIN, moment_text
from surveyor_app.central.storage.schema import accounts, opened_cases, receipts
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import GIVEN_AWAY, Claim, Task
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.claim.proposals import Proposal, proposed_value
from surveyor_app.domain.claim.remarks import Remark
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.claim.reviews import Review, Sample
from surveyor_app.domain.documents.documents import RECEIVED, REJECTED, Document
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.fields import FieldSpec
from surveyor_app.domain.journal.instants import Instant, Trust, parse_utc
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.kinds import KINDS, SPECS
from surveyor_app.domain.ownership import Role
from surveyor_app.records import reading
from surveyor_app.records.cases import resolve
from surveyor_app.wording.findings.papers import load_papers

APART = frozenset({Claim.KIND, Task.KIND, Proposal.KIND, Document.KIND, Remark.KIND, Review.KIND, Sample.KIND})
"""Kinds that have a place of their own on the page; all others are listed with how many there are."""


@dataclass(frozen=True, slots=True)
class TaskView:
    """One task: who holds it, how it stands, and whether it can be given on or taken back."""

    id: str
    kind: str
    owner: str
    status: str
    is_open: bool
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class ProposalView:
    """One proposal: about which field, what stands there and what is proposed, and why."""

    id: str
    about: str
    standing: str
    proposed: str
    reason: str
    is_open: bool
    state: str
    decision: str


@dataclass(frozen=True, slots=True)
class PaperView:
    """One paper: its name, state, and what is possible with it."""

    id: str
    name: str
    state: str
    state_id: str
    received: str
    defects: str
    is_there: bool
    is_reviewed: bool
    scans: Sequence[str]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """The whole page."""

    case: str
    number: str
    opened: str
    stages: Sequence[StageLine]
    clocks: Sequence[ClockLine]
    claim: Sequence[Row]
    policies: Sequence[tuple[Sequence[Row], Sequence[Sequence[Row]]]]
    tasks: Sequence[TaskView]
    proposals: Sequence[ProposalView]
    papers: Sequence[PaperView]
    found: Sequence[tuple[str, str, int]]
    """Kind, what it is called, how many."""
    reports: Sequence[tuple[str, str, str]]
    """Number, when it was issued, hash of the PDF."""
    receipts: Sequence[tuple[str, str]]
    joined: Sequence[str]

    @property
    def late(self) -> int:
        """Return how many clocks ran out."""
        return sum(clock.is_late for clock in self.clocks)


def claim_view(session: Session, pages: DeskPages, case: str, now: datetime) -> ClaimView:
    """Read the page of a case as it is at a moment."""
    claim = claim_of(session, case)
    papers = reading.list_records(session, case, Document)
    opened_at = session.scalar(select(opened_cases.c.opened_at).where(opened_cases.c.case_id == case)) or ""
    return ClaimView(
        case=case,
        number=(claim.report_no if claim else None) or "",
        opened=opened_at[:16].replace("T", " "),
        stages=stage_lines(session, pages, case),
        clocks=clock_lines(session, pages, case, now),
        claim=record_rows(pages, claim) if claim else (),
        policies=_policies(session, pages, case),
        tasks=[_task(session, pages, case, task) for task in reading.list_records(session, case, Task)],
        proposals=[_proposal(session, pages, case, item) for item in reading.list_records(session, case, Proposal)],
        papers=[_paper(pages, paper) for paper in papers],
        found=_found(session, pages, case),
        reports=[
            (f"{report.report_doc_no or ''}{report.revision or ''}", moment_text(report.issued_at), report.sha256 or "")
            for report in reading.list_records(session, case, Report)
        ],
        receipts=_receipts(session, pages, case),
        joined=sorted(set(resolve(session, case)) - {case}),
    )


def surveyors(session: Session) -> Sequence[tuple[str, str]]:
    """Return who can be given a task: user name and name, those with an account that is open."""
    query = select(accounts.c.user, accounts.c.display_name).where(
        accounts.c.role == Role.SURVEYOR.value, accounts.c.disabled.is_(False)
    )
    return sorted((row.user, row.display_name) for row in session.execute(query))


def _policies(session: Session, pages: DeskPages, case: str) -> list[tuple[Sequence[Row], Sequence[Sequence[Row]]]]:
    covers = reading.list_records(session, case, Cover)
    return [
        (
            record_rows(pages, policy),
            [record_rows(pages, cover, {"policy_uid"}) for cover in covers if cover.policy_uid == policy.id],
        )
        for policy in reading.list_records(session, case, Policy)
    ]


def _task(session: Session, pages: DeskPages, case: str, task: Task) -> TaskView:
    labels, language = pages.labels, pages.language
    standing = standing_of(session, case, task)
    return TaskView(
        id=task.id,
        kind=labels.value("task_kind", task.task_kind, language),
        owner=task.owner_name or task.owner or "—",
        status=labels.value("task_status", standing, language),
        is_open=standing not in GIVEN_AWAY and not task.sealed,
        rows=record_rows(pages, task, {"task_kind", "task_status", "owner", "owner_name"}),
    )


def _proposal(session: Session, pages: DeskPages, case: str, proposal: Proposal) -> ProposalView:
    kind, name = proposal.target_kind or "", proposal.target_field or ""
    spec = next((item for item in SPECS.get(kind, ()) if item.name == name), None)
    target = reading.get(session, case, KINDS[kind], _id(proposal.target_uid)) if kind in KINDS else None
    return ProposalView(
        id=proposal.id,
        about=f"{pages.labels.kind(kind, pages.language)} · {pages.labels.field(kind, name, pages.language)}",
        standing=_value(pages, spec, getattr(target, name, None)),
        proposed=_proposed(pages, spec, proposal),
        reason=proposal.reason or "",
        is_open=proposal.is_open,
        state=pages.labels.value("proposal_state", proposal.state or "open", pages.language),
        decision=" · ".join(filter(None, (proposal.decided_by, proposal.decision_reason))),
    )


def _proposed(pages: DeskPages, spec: FieldSpec | None, proposal: Proposal) -> str:
    if spec is None:
        return proposal.value or ""
    try:
        return _value(pages, spec, proposed_value(proposal, spec))
    except InputError:
        return proposal.value or ""  # Not of the field's type: shown as it came, and not to be accepted.


def _value(pages: DeskPages, spec: FieldSpec | None, value: object) -> str:
    return "" if spec is None else value_words(pages, spec, value)


def _paper(pages: DeskPages, paper: Document) -> PaperView:
    labels, language = pages.labels, pages.language
    named = {item.id: item.name for item in load_papers(resources_dir()).papers}
    name = named[paper.item].in_(language) if paper.item in named else (paper.title or paper.item or "—")
    defects = [labels.value("document_defect", code, language) for code in paper.defects or ()]
    return PaperView(
        id=paper.id,
        name=name,
        state=labels.value("document_state", paper.state, language),
        state_id=paper.state or "",
        received=moment_text(paper.received_at),
        defects=" · ".join(filter(None, (language.joined(defects), paper.defect_text))),
        is_there=paper.state in (RECEIVED, REJECTED),
        is_reviewed=paper.reviewed_at is not None,
        scans=paper.evidence or (),
    )


def _found(session: Session, pages: DeskPages, case: str) -> list[tuple[str, str, int]]:
    counted: list[tuple[str, str, int]] = []
    kinds: list[type[Record]] = [item for kind, item in KINDS.items() if kind not in APART]
    for record_class in kinds:
        number = reading.count(session, case, record_class)
        if number:
            counted.append((record_class.KIND, pages.labels.kind(record_class.KIND, pages.language), number))
    notices = [line for line in counted if line[0] == Notice.KIND]
    return notices + [line for line in counted if line[0] != Notice.KIND]


def _receipts(session: Session, pages: DeskPages, case: str) -> list[tuple[str, str]]:
    rows = session.execute(
        select(receipts.c.kind, receipts.c.user, receipts.c.issued_at)
        .where(receipts.c.case_id == case)
        .order_by(receipts.c.issued_at)
    )
    return [
        (pages.labels.value("receipt_kind", row.kind, pages.language), f"{row.user} · {_office_time(row.issued_at)}")
        for row in rows
    ]


def _id(value: str | None) -> str:
    return value or ""


def _office_time(utc: str) -> str:
    return moment_text(Instant(parse_utc(utc), OFFICE_OFFSET_MIN, Trust.CENTRE))
