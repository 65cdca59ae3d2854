"""Who works here: accounts and laptops at the desk, and what was done to accounts.

A clerk sees them and locks a lost laptop or a surveyor out; accounts, passwords and codes are the administrator's, since whoever
sets a password can be that person. A code is shown once, on the page that answers, and kept nowhere.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from surveyor_app.central.authority import account_events, accounts, permissions, revoking
from surveyor_app.central.authority.account_events import What
from surveyor_app.central.authority.revoking import Why
from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import locking_out, office
from surveyor_app.central.desk.desk_route import DeskRoute
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.visitors import Form, Pages, doing, seeing
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.process.permissions import EVERYDAY, Act, OfficeRole

router = APIRouter(include_in_schema=False, route_class=DeskRoute)

_ROLES = {
    Role.SURVEYOR.value: (Role.SURVEYOR, False),
    Role.OFFICE.value: (Role.OFFICE, False),
    office.ADMINISTRATOR: (Role.OFFICE, True),
}


Administrator = Annotated[Caller, doing(Act.MANAGE_ACCOUNTS)]
LocksOut = Annotated[Caller, doing(Act.LOCK_OUT)]
CHOSEN, HELD = "roles_chosen", "office_role_"
"""Fields of a form that says which roles an account holds: that it does, and one for each."""


@router.get("/people")
def show(centre: CentreHere, pages: Pages, caller: Annotated[Caller, seeing(Act.SEE_PEOPLE)]) -> Response:
    """Show accounts and laptops."""
    return _page(centre, pages, caller)


@router.post("/people")
def make(centre: CentreHere, pages: Pages, caller: Administrator, form: Form) -> Response:
    """Make an account, give a surveyor a new code, or set an office account's password."""
    role, is_administrator = _ROLES.get(form.get("role", ""), (None, False))
    if role is None:
        raise InputError(field="role", reason="unknown value")
    user = form.get("user", "").strip()
    with centre.database.read() as session:
        # A new password alone changes nothing else of an account.
        is_chosen = role is Role.OFFICE and CHOSEN in form and not accounts.exists(session, user)
    made = office.create_user(
        centre,
        user,
        form.get("display_name", "").strip() or user,
        role,
        form.get("password") or None,
        administrator=is_administrator,
        roles=_roles(form) if is_chosen else None,
        by=caller.user,
    )
    return _page(centre, pages, caller, made.user, made.code)


@router.post("/people/{user}/roles")
def set_roles(centre: CentreHere, caller: Administrator, user: str, form: Form) -> Response:
    """Say what an office account is there for; nobody says it of their own."""
    if user == caller.user:
        raise InputError(field="user", reason="one's own account")
    with centre.database.write() as session:
        accounts.set_roles(session, user, _roles(form))
        account_events.note(session, caller.user, user, What.ROLES, centre.now())
    return RedirectResponse("/people", 303)


@router.post("/people/{user}/disable")
def disable(centre: CentreHere, caller: LocksOut, user: str, form: Form) -> Response:
    """Let a person sign in no more."""
    locking_out.disable_person(centre, caller, user, _why(form.get("why", "")))
    return RedirectResponse("/people", 303)


@router.post("/devices/{device}/revoke")
def revoke(centre: CentreHere, caller: LocksOut, device: str, form: Form) -> Response:
    """Lock a laptop out."""
    locking_out.lock_out_device(centre, device, _why(form.get("why", "")), caller.user)
    return RedirectResponse("/people", 303)


def _page(
    centre: Centre, pages: DeskPages, caller: Caller, made: str | None = None, code: str | None = None
) -> Response:
    with centre.database.read() as session:
        people = accounts.list_accounts(session)
        devices = revoking.list_devices(session)
        sees_events = permissions.may(caller, Act.SEE_ACCOUNT_EVENTS)
        events = account_events.list_events(session) if sees_events else []
    choices = pages.labels.choices("revocation_reason")
    return pages.page(
        "people.html",
        reader=caller.display_name,
        office_roles=list(OfficeRole),
        everyday=EVERYDAY,
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


def _roles(form: Form) -> frozenset[OfficeRole]:
    return frozenset(role for role in OfficeRole if form.get(HELD + role))
