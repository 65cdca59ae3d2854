"""A customer writes to the office: a complaint, or that they want to be called."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from surveyor_app.central.claims import customer_words
from surveyor_app.central.customer.customer_route import CustomerRoute, address_of_link
from surveyor_app.central.customer.visiting import WritingVisitor
from surveyor_app.central.desk.visitors import Form
from surveyor_app.central.web.requests import CentreHere

router = APIRouter(include_in_schema=False, route_class=CustomerRoute)


@router.post("/c/{token}/words")
def write(centre: CentreHere, link: WritingVisitor, token: str, form: Form) -> Response:
    """Keep what was written."""
    kind = form.get("kind", "")
    customer_words.write(centre, link, kind, form.get("text", ""))
    return RedirectResponse(f"{address_of_link(token)}?done={kind}", 303)
