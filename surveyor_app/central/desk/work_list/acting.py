"""What a clerk does with the work list itself: keeps a filter, and acts on all claims that one asks for."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qsl, urlencode

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.claim_lists import lines_of
from surveyor_app.central.claims.work_list import finding, lines, saved, together
from surveyor_app.central.claims.work_list.filters import WorkFilter, filter_of
from surveyor_app.central.claims.work_list.finding import Reader
from surveyor_app.central.claims.work_list.together import MOST_TOGETHER, Outcome
from surveyor_app.central.desk.desk_route import DeskRoute, sentences_of
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.times import OFFICE_OFFSET_MIN
from surveyor_app.central.desk.visitors import Form, Pages, doing
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.fields import spec_of
from surveyor_app.domain.journal.instants import Instant, utc_text
from surveyor_app.domain.process.permissions import Act
from surveyor_app.wording.typed_texts import typed_value

router = APIRouter(include_in_schema=False, route_class=DeskRoute)

SeesClaims = Annotated[Caller, doing(Act.SEE_CLAIMS)]
Dispatcher = Annotated[Caller, doing(Act.ASSIGN_TASK)]


@router.post("/list/filters")
def keep(centre: CentreHere, caller: SeesClaims, form: Form) -> Response:
    """Keep a filter under a name."""
    wanted = _wanted(form)
    with centre.database.write() as session:
        saved.save(session, caller.user, form.get("name", "").strip(), wanted)
    return _back(wanted)


@router.post("/list/filters/forget")
def forget(centre: CentreHere, caller: SeesClaims, form: Form) -> Response:
    """Keep a filter no more."""
    with centre.database.write() as session:
        saved.forget(session, caller.user, form.get("name", ""))
    return _back(_wanted(form))


@router.post("/list/assign")
def assign(centre: CentreHere, pages: Pages, caller: Dispatcher, form: Form) -> Response:
    """Give a task of every claim of a filter to one surveyor."""
    wanted, found = _found(centre, caller, form)
    due = _due(form)
    outcome = together.assign_all(
        centre,
        caller.user,
        found,
        form.get("user", ""),
        form.get("task_kind", ""),
        utc_text(due.utc) if due is not None else None,
    )
    return _told(centre, pages, caller, wanted, outcome)


@router.post("/list/due")
def set_due(centre: CentreHere, pages: Pages, caller: Dispatcher, form: Form) -> Response:
    """Say until when the open tasks of every claim of a filter are due."""
    wanted, found = _found(centre, caller, form)
    due = _due(form)
    if due is None:
        raise InputError(field="due_at", reason="empty")
    outcome = together.set_due_for_all(centre, caller.user, found, due, form.get("reason", "").strip())
    return _told(centre, pages, caller, wanted, outcome)


def _wanted(form: Form) -> WorkFilter:
    return filter_of(dict(parse_qsl(form.get("query", ""))))


def _found(centre: Centre, caller: Caller, form: Form) -> tuple[WorkFilter, list[str]]:
    """Return all claims of the filter, which must be as many as whoever acts was shown.

    Raises:
        InputError: there are others by now, or too many for one act.
    """
    wanted = _wanted(form)
    lines.bring_up_to_date(centre)
    with centre.database.read() as session:
        found = finding.all_found(session, wanted, Reader(caller.roles, centre.now()), MOST_TOGETHER + 1)
    if len(found) > MOST_TOGETHER:
        raise InputError(field="total", reason="too many", limit=MOST_TOGETHER)
    if form.get("total") != str(len(found)):
        raise InputError(field="total", reason="the list has changed meanwhile")
    return wanted, found


def _due(form: Form) -> Instant | None:
    due = typed_value(spec_of(Task, "due_at"), form.get("due_at", ""), OFFICE_OFFSET_MIN)
    return due if isinstance(due, Instant) else None


def _told(centre: Centre, pages: DeskPages, caller: Caller, wanted: WorkFilter, outcome: Outcome) -> Response:
    cases = [case for case, _ in outcome.barred]
    with centre.database.read() as session:
        numbers = {line.case: line.report_no or "" for line in lines_of(session, cases)}
    barred = [(case, numbers.get(case, ""), sentences_of(pages, error)[0]) for case, error in outcome.barred]
    back = "/?" + urlencode(wanted.query())
    return pages.page("together.html", reader=caller.display_name, done=outcome.done, barred=barred, back=back)


def _back(wanted: WorkFilter) -> Response:
    query = urlencode(wanted.query())
    return RedirectResponse(f"/?{query}" if query else "/", 303)
