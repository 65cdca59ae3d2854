"""The review of a survey at the desk: looked at, accepted or returned with reasons (domain §18.2)."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.claims import office, review_acts
from surveyor_app.central.claims.access import require_access
from surveyor_app.central.desk.cancelling import pages_of_claim
from surveyor_app.central.desk.claim_view import surveyors
from surveyor_app.central.desk.desk_route import DeskRoute
from surveyor_app.central.desk.remark_views import thread_views
from surveyor_app.central.desk.review_views import review_views
from surveyor_app.central.desk.times import OFFICE_OFFSET_MIN
from surveyor_app.central.desk.visitors import Clerk, Form, Pages, doing
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.fields import spec_of
from surveyor_app.domain.journal.instants import Instant, utc_text
from surveyor_app.domain.process.permissions import Act
from surveyor_app.wording.typed_texts import typed_value

Orderer = Annotated[Caller, doing(Act.ORDER_TASK)]
Accepter = Annotated[Caller, doing(Act.ACCEPT_SURVEY)]
Returner = Annotated[Caller, doing(Act.RETURN_SURVEY)]

router = APIRouter(include_in_schema=False, route_class=DeskRoute)

ORDERED = ("resurvey", "reinspection", "special_investigation")
"""Kinds of task that a reviewer orders where a survey does not suffice (domain §18.2, order_task)."""


@router.get("/claims/{case}/review")
def show_review(centre: CentreHere, pages: Pages, caller: Clerk, case: str) -> Response:
    """Show how far the review of each survey of a claim is."""
    with centre.database.read() as session:
        require_access(session, caller, case)
        reviews = review_views(session, pages, case, caller.user)
        pages = pages_of_claim(session, pages, case)
        said = thread_views(session, pages, case, centre.now())
        people = surveyors(session)
    kinds = [(kind, pages.labels.value("task_kind", kind, pages.language)) for kind in ORDERED]
    return pages.page(
        "review.html",
        reader=caller.display_name,
        case=case,
        reviews=reviews,
        kinds=kinds,
        surveyors=people,
        threads=[thread for thread in said if not thread.is_settled],
    )


@router.post("/claims/{case}/review/order")
def order(centre: CentreHere, caller: Orderer, case: str, form: Form) -> Response:
    """Order a re-survey, a re-inspection or an investigation: a task of its own, with a reason (复勘, 复检, 调查)."""
    with centre.database.read() as session:
        require_access(session, caller, case)
    kind, reason = form.get("task_kind", ""), form.get("reason", "").strip()
    if kind not in ORDERED:
        raise InputError(field="task_kind", reason="unknown value")
    if not reason:
        raise InputError(field="reason", reason="empty")
    due = typed_value(spec_of(Task, "due_at"), form.get("due_at", ""), OFFICE_OFFSET_MIN)
    until = utc_text(due.utc) if isinstance(due, Instant) else None
    office.assign(centre, caller.user, case, form.get("user", ""), task_kind=kind, due_at=until, reason=reason)
    return RedirectResponse(f"/claims/{case}/review", 303)


@router.post("/claims/{case}/tasks/{task}/accept")
def accept(centre: CentreHere, caller: Accepter, case: str, task: str, form: Form) -> Response:
    """Accept a survey."""
    with centre.database.read() as session:
        require_access(session, caller, case)
    review_acts.accept(centre, caller.user, case, task, form.get("reason", ""))
    return RedirectResponse(f"/claims/{case}/review", 303)


@router.post("/claims/{case}/tasks/{task}/return")
def give_back(centre: CentreHere, caller: Returner, case: str, task: str, form: Form) -> Response:
    """Return a survey with reasons."""
    with centre.database.read() as session:
        require_access(session, caller, case)
    review_acts.give_back(centre, caller.user, case, task, form.get("reason", ""))
    return RedirectResponse(f"/claims/{case}/review", 303)
