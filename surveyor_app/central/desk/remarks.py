"""Remarks at the desk: asked about any record, answered, settled; and the page of one record, where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.claims import remark_acts
from surveyor_app.central.claims.access import require_access
from surveyor_app.central.desk.cancelling import pages_of_claim
from surveyor_app.central.desk.desk_route import DeskRoute
from surveyor_app.central.desk.record_texts import names_in, record_rows
from surveyor_app.central.desk.remark_views import record_link, remark_form, thread_views
from surveyor_app.central.desk.statement_views import statement_view
from surveyor_app.central.desk.times import OFFICE_OFFSET_MIN
from surveyor_app.central.desk.visitors import Clerk, Form, Pages, doing
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.domain.claim.remarks import Remark
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.fields import spec_of
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.kinds import KINDS
from surveyor_app.domain.process.permissions import Act
from surveyor_app.domain.process.stages import Waits
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.records import reading
from surveyor_app.wording.typed_texts import typed_value

Answerer = Annotated[Caller, doing(Act.ANSWER_REMARK)]
Asker = Annotated[Caller, doing(Act.ASK_SUPPLEMENT)]

router = APIRouter(include_in_schema=False, route_class=DeskRoute)

USER, ROLE = "user:", "role:"


@router.get("/claims/{case}/remarks")
def show_remarks(centre: CentreHere, pages: Pages, caller: Clerk, case: str) -> Response:
    """Show all remarks of a claim."""
    with centre.database.read() as session:
        require_access(session, caller, case)
        pages = pages_of_claim(session, pages, case)
        found = thread_views(session, pages, case, centre.now())
    return pages.page("remarks.html", reader=caller.display_name, case=case, threads=found)


@router.get("/claims/{case}/records/{kind}/{record}")
def show_record(centre: CentreHere, pages: Pages, caller: Clerk, case: str, kind: str, record: str) -> Response:
    """Show one record with what was said about it."""
    record_class = KINDS.get(kind)
    with centre.database.read() as session:
        require_access(session, caller, case)
        found = reading.get(session, case, record_class, RecordId(record)) if record_class else None
        if found is None:
            raise NotFound(what=kind, id=record)
        pages = pages_of_claim(session, pages, case)
        said = thread_views(session, pages, case, centre.now(), kind, record)
        form = remark_form(session, pages, case, kind, record)
        statement = statement_view(session, case, record) if kind == Statement.KIND else None
        rows = record_rows(pages, found, names=names_in(session, case))
    return pages.page(
        "record.html",
        reader=caller.display_name,
        case=case,
        title=pages.labels.kind(kind, pages.language),
        items=rows,
        threads=said,
        form=form,
        statement=statement,
    )


@router.post("/claims/{case}/records/{kind}/{record}/remark")
def ask(centre: CentreHere, caller: Asker, case: str, kind: str, record: str, form: Form) -> Response:
    """Write a remark about a record."""
    with centre.database.read() as session:
        require_access(session, caller, case)
    due = typed_value(spec_of(Remark, "due_at"), form.get("due_at", ""), OFFICE_OFFSET_MIN)
    role, user = _addressee(form.get("to", ""))
    remark_acts.ask(
        centre,
        caller.user,
        case,
        kind,
        record,
        text=form.get("text", ""),
        asks=form.get("asks", ""),
        to_role=role,
        to_user=user,
        due_at=due if isinstance(due, Instant) else None,
    )
    return RedirectResponse(record_link(case, kind, record) + "#remarks", 303)


@router.post("/claims/{case}/remarks/{remark}/answer")
def answer(centre: CentreHere, caller: Answerer, case: str, remark: str, form: Form) -> Response:
    """Go on in a thread."""
    with centre.database.read() as session:
        require_access(session, caller, case)
    answered = remark_acts.answer(centre, caller.user, case, remark, form.get("text", ""))
    return _back(case, answered, form)


@router.post("/claims/{case}/remarks/{remark}/settle")
def settle(centre: CentreHere, caller: Asker, case: str, remark: str, form: Form) -> Response:
    """Say that a remark is settled, or was not meant."""
    with centre.database.read() as session:
        require_access(session, caller, case)
    found = remark_acts.settle(centre, caller.user, case, remark, form.get("state", ""), form.get("reason", ""))
    return _back(case, found, form)


def _back(case: str, remark: Remark, form: Mapping[str, str]) -> Response:
    """Show what was looked at before: the record, or all remarks."""
    if form.get("at") == "record" and remark.about_kind in KINDS:
        return RedirectResponse(record_link(case, remark.about_kind or "", remark.about_uid or "") + "#remarks", 303)
    return RedirectResponse(f"/claims/{case}/remarks#{remark.id}", 303)


def _addressee(to: str) -> tuple[str, str | None]:
    if to.startswith(USER):
        return Waits.SURVEYOR.value, to.removeprefix(USER)
    if to.startswith(ROLE):
        return to.removeprefix(ROLE), None
    raise InputError(field="to_role", reason="unknown value")
