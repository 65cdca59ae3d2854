"""The desk's first page: the work list, a page at a time, with what is looked for and how much there is of everything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from surveyor_app.central.authority import permissions
from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.claims.claim_lists import lines_of
from surveyor_app.central.claims.work_list import finding, lines, saved
from surveyor_app.central.claims.work_list.filters import Due, Sort, WorkFilter, filter_of
from surveyor_app.central.claims.work_list.finding import Counts, Reader, WorkPage
from surveyor_app.central.desk.claim_view import surveyors
from surveyor_app.central.desk.desk_route import DeskRoute
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.times import OFFICE_ZONE
from surveyor_app.central.desk.visitors import Pages, visitor
from surveyor_app.central.storage.schema import work_list
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.domain.claim.contacts import Complaint
from surveyor_app.domain.journal.instants import parse_utc, utc_text
from surveyor_app.domain.process.permissions import Act
from surveyor_app.protocol.messages import ClaimLine

router = APIRouter(include_in_schema=False, route_class=DeskRoute)

DESK_CLAIMS = 50


@dataclass(frozen=True, slots=True)
class StageTold:
    """A stage that waits, in words."""

    name: str
    waits_for: str
    count: int


@dataclass(frozen=True, slots=True)
class WorkLine:
    """One claim of the list: what it is called, what it waits for, and until when."""

    claim: ClaimLine
    stages: Sequence[StageTold]
    due: str
    is_late: bool
    is_returned: bool = False
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class ListView:
    """The whole page: what was looked for and found, how much there is of everything, and who may be given a task."""

    wanted: WorkFilter
    page: WorkPage
    lines: Sequence[WorkLine]
    counts: Counts
    kept: Mapping[str, str]
    people: Sequence[tuple[str, str]]


@router.get("/")
def show(
    request: Request,
    centre: CentreHere,
    pages: Pages,
    caller: Annotated[Caller | None, Depends(visitor)],
    before: str | None = None,
    after: str | None = None,
) -> Response:
    """Show a page of the claims to who is signed in for the office, the sign-in form to anyone else."""
    if caller is None:
        return pages.page("sign_in.html", is_refused=False, wait_s=None, wanted="/")
    if not permissions.may(caller, Act.SEE_CLAIMS):
        return RedirectResponse("/people", 303)
    wanted = filter_of(request.query_params)
    lines.bring_up_to_date(centre)
    reader = Reader(caller.roles, centre.now())
    with centre.database.read() as session:
        found = finding.read_work(session, wanted, reader, DESK_CLAIMS, before=before, after=after)
        shown = work_lines(session, pages, found.found, reader)
        counts = finding.read_counts(session, reader)
        kept = {name: urlencode(item.query()) for name, item in saved.read_saved(session, caller.user).items()}
        people = surveyors(session)
    return list_page(pages, caller.display_name, ListView(wanted, found, shown, counts, kept, people))


def list_page(pages: DeskPages, reader: str, view: ListView) -> Response:
    """Return the page of a list."""
    return pages.page(
        "claims.html",
        reader=reader,
        counts=view.counts,
        kept=view.kept,
        surveyors=view.people,
        asked=_choices(pages),
        here=_links(view.wanted, view.page),
        lines=view.lines,
    )


def work_lines(session: Session, pages: DeskPages, found: Sequence[str], reader: Reader) -> list[WorkLine]:
    """Return the lines of some claims in words, in their order."""
    rows = {row.case_id: row for row in session.execute(select(work_list).where(work_list.c.case_id.in_(found)))}
    now = utc_text(reader.now)
    told = []
    for claim in lines_of(session, found):
        row = rows.get(claim.case)
        due = row.due_at if row is not None and row.due_at < lines.NEVER else ""
        told.append(
            WorkLine(
                claim,
                [_stage(pages, item) for item in lines.stages_told(row.stages)] if row is not None else (),
                f"{parse_utc(due).astimezone(OFFICE_ZONE):%Y-%m-%d %H:%M}" if due else "",
                is_late=bool(due) and due < now,
                is_returned=row is not None and row.is_returned,
                is_cancelled=row is not None and lines.STOPPED in row.waiting.split(),
            )
        )
    return told


def _stage(pages: DeskPages, told: lines.StageOf) -> StageTold:
    labels, language = pages.labels, pages.language
    whom = labels.value("process_waits", told.waits_for, language)
    name = (
        labels.kind(Complaint.KIND, language)
        if told.stage == lines.COMPLAINED
        else labels.value("process_stage", told.stage, language)
    )
    if told.state:
        name = f"{name} ({labels.value('process_state', told.state, language)})"
    return StageTold(
        name,
        f"{whom} · {told.who}" if told.who else whom,
        told.count,
    )


def _choices(pages: DeskPages) -> Mapping[str, object]:
    labels, language = pages.labels, pages.language
    lists = {
        name: [(choice.id, choice.label.in_(language)) for choice in labels.choices(name)]
        for name in ("process_stage", "process_waits", "loss_cause", "task_kind")
    }
    return {**lists, "dues": list(Due), "sorts": list(Sort)}


def _links(wanted: WorkFilter, page: WorkPage) -> Mapping[str, object]:
    query = wanted.query()
    first = page.found[0] if page.found else ""
    last = page.found[-1] if page.found else ""
    # Which list a claim was opened from, so that its page leads to the next one of it.
    within = urlencode(query) or "sort=newest"
    return {
        "wanted": wanted,
        "query": query,
        "total": page.total,
        "within": urlencode({"within": within}),
        "exported": urlencode(query),
        "newer": f"/?{urlencode({**query, 'after': first})}" if page.has_before and first else "",
        "older": f"/?{urlencode({**query, 'before': last})}" if page.has_after and last else "",
    }
