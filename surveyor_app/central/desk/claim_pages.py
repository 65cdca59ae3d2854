"""The desk's page of one claim, the records of one kind in it, and its journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import Response

from surveyor_app.central.claims.access import require_access
from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.customer_links import JOURNALED, MADE, NOT_SENT, REVOKED
from surveyor_app.central.claims.roster.proposing import proposed_for, scene_due
from surveyor_app.central.desk.around import links_around
from surveyor_app.central.desk.cancelling import cancelled_view, pages_of_claim
from surveyor_app.central.desk.claim_view import claim_view
from surveyor_app.central.desk.desk_route import DeskRoute
from surveyor_app.central.desk.record_texts import names_in, record_rows
from surveyor_app.central.desk.registering import opening_view
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.rosters import OPEN_TASKS, reasons_in_words
from surveyor_app.central.desk.times import OFFICE_ZONE
from surveyor_app.central.desk.visitors import Clerk, Pages
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.remarks import Remark
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.kinds import CASE_KIND, KINDS
from surveyor_app.domain.process.rostering import Proposed
from surveyor_app.domain.survey.facts import CaseFacts
from surveyor_app.records import reading
from surveyor_app.records.reading import HistoryLine
from surveyor_app.wording.findings.papers import load_papers
from surveyor_app.wording.translation import mark, said_in

router = APIRouter(include_in_schema=False, route_class=DeskRoute)

JOURNAL_LINES = 100
_CASE = mark("Case")
_LINK_NOTES = {
    MADE: mark("Customer's link made"),
    REVOKED: mark("Customer's link revoked"),
    NOT_SENT: mark("Customer's link taken back: its message could not be sent"),
}


@router.get("/claims/{case}")
def show(
    centre: CentreHere, pages: Pages, caller: Clerk, case: str, within: str = "", task_kind: str = "scene"
) -> Response:
    """Show a claim; ``within`` is the list it was opened from, ``task_kind`` the kind of task that somebody is proposed for."""
    if task_kind not in {choice.id for choice in pages.labels.choices("task_kind")}:
        raise InputError(field="task_kind", reason="unknown value")
    with centre.database.read() as session:
        require_access(session, caller, case)
        pages = pages_of_claim(session, pages, case)
        view = claim_view(session, pages, case, centre.now())
        cancelled = cancelled_view(claim_of(session, case))
        proposed = proposed_for(session, case, task_kind, centre.now().astimezone(OFFICE_ZONE))
        due = scene_due(CaseFacts(claim=claim_of(session, case)), resources_dir(), centre.now())
        opening = opening_view(session, pages, case)
        unasked = _unasked(session, pages, case)
        around = links_around(session, caller, centre.now(), case, within) if within else None
    labels, language = pages.labels, pages.language
    lists = {
        name: [(choice.id, choice.label.in_(language)) for choice in labels.choices(name)]
        for name in ("task_kind", "document_form", "document_channel", "document_defect", "tri", "policy_line")
    }
    return pages.page(
        "claim.html",
        reader=caller.display_name,
        claim=view,
        cancelled=cancelled,
        surveyors=given_to(pages, proposed),
        proposed=[(item.candidate.name, reasons_in_words(pages, item)) for item in proposed],
        task_kind=task_kind,
        within=within,
        unasked=unasked,
        is_opened=opening is None,
        lists=lists,
        around=around,
        opening=opening,
        due_by_sla=f"{due.astimezone(OFFICE_ZONE):%Y-%m-%d %H:%M}" if due else "",
    )


def _unasked(session: Session, pages: DeskPages, case: str) -> Sequence[tuple[str, str]]:
    """Return the papers of the list that nobody took up yet, in words: any may arrive all the same."""
    known = {item.item for item in reading.list_records(session, case, Document) if item.is_decided}
    papers = load_papers(resources_dir()).papers
    return [(paper.id, paper.name.in_(pages.language)) for paper in papers if paper.id not in known]


def given_to(pages: DeskPages, proposed: Sequence[Proposed]) -> Sequence[tuple[str, str]]:
    """Return to whom a task can be given, in words: whom it fits best first, and how much everybody has."""
    found = [item.candidate for item in proposed]
    return [
        (item.user, f"{item.name} · {said_in(pages.language, OPEN_TASKS, count=item.open_tasks)}") for item in found
    ]


@router.get("/claims/{case}/records/{kind}")
def show_records(centre: CentreHere, pages: Pages, caller: Clerk, case: str, kind: str) -> Response:
    """Show the records of one kind in a claim."""
    record_class = KINDS.get(kind)
    if record_class is None:
        raise NotFound(what="kind", id=kind)
    with centre.database.read() as session:
        require_access(session, caller, case)
        records = reading.list_records(session, case, record_class)
        remarks = reading.list_records(session, case, Remark)
        names = names_in(session, case)
    rows = [(record.id, record_rows(pages, record, names=names)) for record in records]
    title = pages.labels.kind(kind, pages.language)
    said = Counter(remark.about_uid for remark in remarks if remark.about_kind == kind and remark.answer_of is None)
    return pages.page(
        "records.html", reader=caller.display_name, case=case, title=title, kind_id=kind, records=rows, said=said
    )


@router.get("/claims/{case}/journal")
def show_journal(centre: CentreHere, pages: Pages, caller: Clerk, case: str, after: int = 0) -> Response:
    """Show who wrote what in a claim and when, from a number on."""
    with centre.database.read() as session:
        require_access(session, caller, case)
        lines = reading.numbered_history(session, case, after, JOURNAL_LINES + 1)
    more = len(lines) > JOURNAL_LINES
    lines = lines[:JOURNAL_LINES]
    labels, language = pages.labels, pages.language
    shown = [
        {
            "number": line.number,
            "at": line.at[:19].replace("T", " "),
            "actor": line.actor,
            "action": str(line.action),
            "kind": said_in(language, _CASE) if line.kind == CASE_KIND else labels.kind(line.kind, language),
            "fields": _fields(pages, line),
            "reason": line.reason or "",
            "set_aside": line.set_aside or "",
        }
        for line in lines
    ]
    older = lines[-1].number if more and lines else None
    return pages.page(
        "journal.html", reader=caller.display_name, case=case, lines=shown, next_after=older, is_first=after <= 0
    )


def _fields(pages: DeskPages, line: HistoryLine) -> str:
    """Return what a line of the journal is about: the fields it sets, or what was done to a customer's link."""
    done = _LINK_NOTES.get(str((line.fields or {}).get(JOURNALED)))
    if done is not None:
        return said_in(pages.language, done)
    return pages.language.joined(pages.labels.field(line.kind, name, pages.language) for name in line.fields or ())
