"""A claim opened at the desk, and what it says changed there (报案登记, 补充报案信息; domain §18.2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.claims import changing, office
from surveyor_app.central.claims.access import require_access
from surveyor_app.central.desk.desk_route import DeskRoute, sentences_of
from surveyor_app.central.desk.forms import field_text, form_groups, typed_fields
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.visitors import Form, Pages, doing, seeing
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.errors import InputError, NotFound, SurveyorError
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.process.permissions import Act
from surveyor_app.domain.wire_errors import ReportExists

router = APIRouter(include_in_schema=False, route_class=DeskRoute)

AGAIN, REASON = "again_reason", "reason"


@router.get("/claims/new")
def ask(pages: Pages, caller: Annotated[Caller, seeing(Act.REPORT_LOSS)]) -> Response:
    """Show the empty form."""
    return _form_page(pages, caller, {}, {})


@router.post("/claims/new")
def open_claim(
    centre: CentreHere, pages: Pages, caller: Annotated[Caller, doing(Act.REPORT_LOSS)], form: Form
) -> Response:
    """Open a claim with what is known of it; what does not fit is said beside its field, and nothing typed is lost."""
    fields, wrong = typed_fields(Claim.KIND, form)
    fields = {name: value for name, value in fields.items() if value is not None}
    if not wrong:
        if "reported_at" not in fields:
            fields["reported_at"] = Instant(centre.now(), 0, Trust.CENTRE).to_json()
        try:
            case = office.open_claim(centre, caller.user, fields, again_reason=form.get(AGAIN))
        except InputError as error:
            wrong[str(error.data.get("field", ""))] = error
        except ReportExists as error:
            return _form_page(pages, caller, form, {"report_no": error}, double=str(error.data["case"]))
        else:
            return RedirectResponse(f"/claims/{case}", 303)
    return _form_page(pages, caller, form, wrong)


@router.get("/claims/{case}/edit")
def edit(
    centre: CentreHere, pages: Pages, caller: Annotated[Caller, seeing(Act.COMPLETE_REPORT)], case: str
) -> Response:
    """Show the form with what the claim says."""
    claim = _claim(centre, caller, case)
    groups = form_groups(pages, Claim.KIND, claim)
    return pages.page(
        "claim_form.html", reader=caller.display_name, form=groups, case=case, double=None, again="", problem=None
    )


@router.post("/claims/{case}/edit")
def change(
    centre: CentreHere, pages: Pages, caller: Annotated[Caller, doing(Act.COMPLETE_REPORT)], case: str, form: Form
) -> Response:
    """Write what differs, with the reason that was given."""
    claim = _claim(centre, caller, case)
    specs = {spec.name: spec for spec in SPECS[Claim.KIND]}
    # An instant that nobody touched keeps how its clock was known.
    typed = {
        name: text
        for name, text in form.items()
        if name in specs and text.strip() != field_text(specs[name], getattr(claim, name))
    }
    fields, wrong = typed_fields(Claim.KIND, typed)
    if not wrong:
        try:
            changing.change_claim(centre, caller.user, case, fields, form.get(REASON))
        except InputError as error:
            wrong[str(error.data.get("field", ""))] = error
        else:
            return RedirectResponse(f"/claims/{case}", 303)
    return _form_page(pages, caller, form, wrong, case)


def _claim(centre: CentreHere, caller: Caller, case: str) -> Claim:
    with centre.database.read() as session:
        require_access(session, caller, case)
        claim = changing.claim_of(session, case)
    if claim is None:
        raise NotFound(what=Claim.KIND, id=case)
    return claim


def _form_page(
    pages: DeskPages,
    caller: Caller,
    typed: Mapping[str, str],
    wrong: Mapping[str, SurveyorError],
    case: str | None = None,
    double: str | None = None,
) -> Response:
    said = {name: sentences_of(pages, error)[0] for name, error in wrong.items()}
    groups = form_groups(pages, Claim.KIND, typed=typed, wrong=said)
    shown = {asked.name for group in groups for asked in group.fields}
    return pages.page(
        "claim_form.html",
        reader=caller.display_name,
        status=(409 if double else 422) if wrong else 200,
        form=groups,
        case=case,
        double=double,
        again=typed.get(AGAIN, ""),
        # What has no field on this page is said above it.
        problem=next((text for name, text in said.items() if name not in shown), None),
    )
