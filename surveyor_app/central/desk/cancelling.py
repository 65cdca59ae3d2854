"""A claim cancelled and opened again at the desk (注销, 重开), and which acts its pages offer meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.claims import cancelling
from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.flow.guarding import bar_of
from surveyor_app.central.desk.desk_route import DeskRoute
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.times import moment_text
from surveyor_app.central.desk.visitors import Form, doing
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.process.permissions import Act

router = APIRouter(include_in_schema=False, route_class=DeskRoute)


@dataclass(frozen=True, slots=True)
class CancelledView:
    """Since when a claim is cancelled, who did it and why."""

    at: str
    by: str
    reason: str


def cancelled_view(claim: Claim | None) -> CancelledView | None:
    """Return what is said of a cancelled claim; ``None`` of any other."""
    if claim is None or not claim.is_cancelled:
        return None
    return CancelledView(moment_text(claim.flow_at), claim.flow_by or "—", claim.flow_reason or "—")


def pages_of_claim(session: Session, pages: DeskPages, case: str) -> DeskPages:
    """Return the pages for one claim, which offer only what is for a claim that stands as this one does."""
    claim, may = claim_of(session, case), pages.may
    return replace(pages, may=lambda act: may(act) and bar_of(claim, act) is None)


@router.post("/claims/{case}/cancel")
def cancel(centre: CentreHere, caller: Annotated[Caller, doing(Act.CANCEL_REPORT)], case: str, form: Form) -> Response:
    """Cancel a claim, with a reason."""
    cancelling.cancel(centre, caller.user, case, form.get("reason", ""))
    return RedirectResponse(f"/claims/{case}", 303)


@router.post("/claims/{case}/reopen")
def reopen(centre: CentreHere, caller: Annotated[Caller, doing(Act.REOPEN)], case: str, form: Form) -> Response:
    """Open a cancelled claim again, with a reason."""
    cancelling.reopen(centre, caller.user, case, form.get("reason", ""))
    return RedirectResponse(f"/claims/{case}", 303)
