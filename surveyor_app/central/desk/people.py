"""Who works here: accounts and laptops at the desk, and what was done to accounts.

A clerk sees them and locks a lost laptop or a surveyor out; accounts, passwords and codes are the administrator's, since whoever
sets a password can be that person. A code is shown once, on the page that answers, and kept nowhere.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import RedirectResponse, Response

from surveyor_app.central.authority import account_events, accounts, revoking
from surveyor_app.central.authority.revoking import Why
from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import locking_out, office
from surveyor_app.central.desk.desk_route import DeskRoute
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.visitors import Clerk, Form, Pages, WritingClerk
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.wire_errors import Forbidden

router = APIRouter(include_in_schema=False, route_class=DeskRoute)

_ROLES = {
    Role.SURVEYOR.value: (Role.SURVEYOR, False),
    Role.OFFICE.value: (Role.OFFICE, False),
    office.ADMINISTRATOR: (Role.OFFICE, True),
}


def administrator(caller: WritingClerk) -> Caller:
    """Return who is signed in at the desk and may make accounts.

    Raises:
        Forbidden: for a clerk.
    """
    if not caller.administrator:
        raise Forbidden(user=caller.user)
    return caller


Administrator = Annotated[Caller, Depends(administrator)]


@router.get("/people")
def show(centre: CentreHere, pages: Pages, caller: Clerk) -> Response:
    """Show accounts and laptops."""
    return _page(centre, pages, caller)


@router.post("/people")
def make(centre: CentreHere, pages: Pages, caller: Administrator, form: Form) -> Response:
    """Make an account, give a surveyor a new code, or set an office account's password."""
    role, is_administrator = _ROLES.get(form.get("role", ""), (None, False))
    if role is None:
        raise InputError(field="role", reason="unknown value")
    user = form.get("user", "").strip()
    made = office.create_user(
        centre,
        user,
        form.get("display_name", "").strip() or user,
        role,
        form.get("password") or None,
        administrator=is_administrator,
        by=caller.user,
    )
    return _page(centre, pages, caller, made.user, made.code)


@router.post("/people/{user}/disable")
def disable(centre: CentreHere, caller: WritingClerk, user: str, form: Form) -> Response:
    """Let a person sign in no more."""
    locking_out.disable_person(centre, caller, user, _why(form.get("why", "")))
    return RedirectResponse("/people", 303)


@router.post("/devices/{device}/revoke")
def revoke(centre: CentreHere, caller: WritingClerk, device: str, form: Form) -> Response:
    """Lock a laptop out."""
    locking_out.lock_out_device(centre, device, _why(form.get("why", "")), caller.user)
    return RedirectResponse("/people", 303)


def _page(
    centre: Centre, pages: DeskPages, caller: Caller, made: str | None = None, code: str | None = None
) -> Response:
    with centre.database.read() as session:
        people = accounts.list_accounts(session)
        devices = revoking.list_devices(session)
        events = account_events.list_events(session) if caller.administrator else []
    choices = pages.labels.choices("revocation_reason")
    return pages.page(
        "people.html",
        reader=caller.display_name,
        is_administrator=caller.administrator,
        own=caller.user,
        people=people,
        devices=devices,
        events=events,
        reasons=[(choice.id, choice.label.in_(pages.language)) for choice in choices],
        roles=list(_ROLES),
        made=made,
        code=code,
    )


def _why(code: str) -> Why:
    try:
        return Why(code)
    except ValueError as error:
        raise InputError(field="why", reason="unknown value") from error
