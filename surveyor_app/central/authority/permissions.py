"""Refuses what none of an account's roles may do: the one place where the table of permissions is asked, for API and desk."""

from __future__ import annotations

from collections.abc import Collection

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.process.permissions import Act, OfficeRole, WorkState
from surveyor_app.domain.wire_errors import Forbidden, NotYourAct
from surveyor_app.wording.findings.office_acts import load_permissions


def may(caller: Caller, act: Act) -> bool:
    """Tell whether somebody of the office may do something."""
    return load_permissions(resources_dir())[act].is_for(caller.roles)


def require(caller: Caller, act: Act) -> Caller:
    """Let through whoever may do something.

    Raises:
        Forbidden: they are not of the office.
        NotYourAct: none of their roles may.
    """
    if caller.role is not Role.OFFICE:
        raise Forbidden(user=caller.user)
    require_role(caller.roles, act)
    return caller


def require_role(roles: Collection[OfficeRole], act: Act) -> None:
    """Let through whoever holds these roles.

    Raises:
        NotYourAct: none of them may.
    """
    permission = load_permissions(resources_dir())[act]
    if not permission.is_for(roles):
        raise NotYourAct(act=act.value, roles=", ".join(role for role in OfficeRole if role in permission.roles))


def is_time_for(act: Act, state: WorkState) -> bool:
    """Tell whether an act is possible with a task that is so far."""
    return state in load_permissions(resources_dir())[act].states
