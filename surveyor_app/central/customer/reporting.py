"""The customer's form to report a loss (报案); what is not clear is marked and asked later, and the guidance is told at once."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter, Request
from starlette.responses import Response

from surveyor_app.central.claims import loss_reports
from surveyor_app.central.claims.loss_reports import ASKED
from surveyor_app.central.claims.report_limits import require_room
from surveyor_app.central.customer.customer_route import CustomerRoute, address_of_link
from surveyor_app.central.desk.desk_route import sentences_of
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.times import OFFICE_OFFSET_MIN
from surveyor_app.central.desk.visitors import Form, PublicPages
from surveyor_app.central.web.own_forms import comes_from_elsewhere
from surveyor_app.central.web.requests import CentreHere, address_of
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.identifiers import new_case_id
from surveyor_app.domain.wire_errors import Forbidden, TooManyAttempts

router = APIRouter(include_in_schema=False, route_class=CustomerRoute)


@router.get("/report")
def ask(pages: PublicPages) -> Response:
    """Show the empty form."""
    return _form(pages, {}, new_case_id())


@router.post("/report")
def report(centre: CentreHere, pages: PublicPages, form: Form, request: Request) -> Response:
    """Take the report, and tell the guidance; what cannot be taken at all is said above the form, with all that was typed."""
    if comes_from_elsewhere(request):
        raise Forbidden(reason="form")
    typed = {name: form.get(name, "") for name in ASKED}
    case = form.get("case", "")
    try:
        require_room(centre, address_of(request))
        taken = loss_reports.take(centre, typed, pages.language, OFFICE_OFFSET_MIN, case or None)
    except InputError as error:
        return _form(pages, typed, new_case_id(), sentences_of(pages, error)[0])
    except TooManyAttempts as error:
        return _form(pages, typed, case or new_case_id(), wait_s=int(str(error.data["wait_s"])))
    return pages.page(
        "customer/reported.html",
        taken=taken,
        unclear=[pages.labels.field("claim", name, pages.language) for name in taken.unclear],
        back=address_of_link(taken.token),
        phone=centre.config.service_phone,
    )


def _form(
    pages: DeskPages, typed: Mapping[str, str], case: str, problem: str = "", wait_s: int | None = None
) -> Response:
    causes = [(choice.id, choice.label.in_(pages.language)) for choice in pages.labels.choices("loss_cause")]
    status = 422 if problem else 200 if wait_s is None else 429
    return pages.page(
        "customer/report.html", status=status, typed=typed, case=case, causes=causes, problem=problem, wait_s=wait_s
    )
