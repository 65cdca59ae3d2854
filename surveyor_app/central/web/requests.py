"""What every route is handed: the centre, and who is calling."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from surveyor_app.central.authority import permissions
from surveyor_app.central.authority.tokens import Caller, caller_of
from surveyor_app.central.centre import Centre
from surveyor_app.domain.process.permissions import Act
from surveyor_app.domain.wire_errors import NotEnrolled, NotSignedIn

_BEARER = HTTPBearer(auto_error=False)


async def centre_of(request: Request) -> Centre:
    """Return the centre the application serves."""
    centre: Centre = request.app.state.centre
    return centre


async def bearer(credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)]) -> str:
    """Return the token that came with the request, not looked at yet.

    Raises:
        NotSignedIn: without one.
    """
    if credentials is None:
        raise NotSignedIn(reason="bearer token")
    return credentials.credentials


def signed_in(centre: Annotated[Centre, Depends(centre_of)], token: Annotated[str, Depends(bearer)]) -> Caller:
    """Return who sent the request.

    Raises:
        TokenExpired: with a token that is no longer valid.
    """
    with centre.database.glance() as session:
        return caller_of(session, token, centre.now())


async def enrolled(caller: Annotated[Caller, Depends(signed_in)]) -> Caller:
    """Return who sent the request from an enrolled device.

    Raises:
        NotEnrolled: for an account that signed in without one.
    """
    return require_enrolled(caller)


def require_enrolled(caller: Caller) -> Caller:
    """Let through whoever signed in on an enrolled device.

    Raises:
        NotEnrolled: for an account that signed in without one.
    """
    if caller.device is None:
        raise NotEnrolled(user=caller.user)
    return caller


def for_act(act: Act) -> Any:
    """Return what a route depends on that does something for the office: who sent the request, who must be allowed to."""

    async def allowed(caller: Annotated[Caller, Depends(signed_in)]) -> Caller:
        return permissions.require(caller, act)

    return Depends(allowed)


def address_of(request: Request) -> str:
    """Return the address a request came from, as the server saw it."""
    return request.client.host if request.client is not None else ""


Token = Annotated[str, Depends(bearer)]
"""For a route that finds out itself who is calling, with :func:`signed_in`: each dependency costs a change of threads."""

CentreHere = Annotated[Centre, Depends(centre_of)]
Enrolled = Annotated[Caller, Depends(enrolled)]
