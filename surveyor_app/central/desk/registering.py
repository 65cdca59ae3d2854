"""A claim opened with its numbers at the desk (立案), what to look at before, and cases from the spot joined to it (并案)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.claims import office, registering
from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.opening_prompts import OpeningPrompt, opening_prompts
from surveyor_app.central.desk.desk_route import DeskRoute
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.times import OFFICE_ZONE
from surveyor_app.central.desk.visitors import Form, doing
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.claim.policies import Policy
from surveyor_app.domain.process.permissions import Act
from surveyor_app.records import reading

router = APIRouter(include_in_schema=False, route_class=DeskRoute)

LINE = "line_"


@dataclass(frozen=True, slots=True)
class OpeningView:
    """What a claim lacks before it is opened, in words, what to look at, and for which lines there are policies."""

    lacks: Sequence[str]
    prompts: Sequence[OpeningPrompt]
    lines: Sequence[str]


def opening_view(session: Session, pages: DeskPages, case: str) -> OpeningView | None:
    """Return what is shown before a claim is opened; ``None`` once it is, or where there is no claim."""
    claim = claim_of(session, case)
    if claim is None or claim.claim_no:
        return None
    lacks = registering.lacking(session, case, claim)
    return OpeningView(
        [pages.labels.field(Claim.KIND, name, pages.language) for name in lacks],
        opening_prompts(session, case, claim),
        [policy.line for policy in reading.list_records(session, case, Policy) if policy.line],
    )


@router.post("/claims/{case}/open")
def open_it(centre: CentreHere, caller: Annotated[Caller, doing(Act.OPEN_CLAIM)], case: str, form: Form) -> Response:
    """Give a claim its numbers, one for each line that was ticked."""
    lines = [name.removeprefix(LINE) for name, value in form.items() if name.startswith(LINE) and value]
    today = centre.now().astimezone(OFFICE_ZONE).date()
    registering.open_with_numbers(centre, caller.user, case, lines, today)
    return RedirectResponse(f"/claims/{case}", 303)


@router.post("/claims/{case}/join")
def join(centre: CentreHere, caller: Annotated[Caller, doing(Act.JOIN_CASES)], case: str, form: Form) -> Response:
    """Tie a case that was opened on the spot to this one."""
    office.join(centre, caller.user, case, form.get("provisional", "").strip())
    return RedirectResponse(f"/claims/{case}", 303)
