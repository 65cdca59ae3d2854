"""The review of a survey at the desk: looked at, accepted or returned with reasons (domain §18.2)."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.claims import review_acts
from surveyor_app.central.claims.access import require_access
from surveyor_app.central.desk.desk_route import DeskRoute
from surveyor_app.central.desk.remark_views import thread_views
from surveyor_app.central.desk.review_views import review_views
from surveyor_app.central.desk.visitors import Clerk, Form, Pages, doing
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.domain.process.permissions import Act

Accepter = Annotated[Caller, doing(Act.ACCEPT_SURVEY)]
Returner = Annotated[Caller, doing(Act.RETURN_SURVEY)]

router = APIRouter(include_in_schema=False, route_class=DeskRoute)


@router.get("/claims/{case}/review")
def show_review(centre: CentreHere, pages: Pages, caller: Clerk, case: str) -> Response:
    """Show how far the review of each survey of a claim is."""
    with centre.database.read() as session:
        require_access(session, caller, case)
        reviews = review_views(session, pages, case, caller.user)
        said = thread_views(session, pages, case, centre.now())
    return pages.page(
        "review.html",
        reader=caller.display_name,
        case=case,
        reviews=reviews,
        threads=[thread for thread in said if not thread.is_settled],
    )


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
