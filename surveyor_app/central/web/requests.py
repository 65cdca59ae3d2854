"""What every route is handed: the centre, and who is calling."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Network, ip_address
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from surveyor_app.central.authority import permissions
from surveyor_app.central.authority.tokens import Caller, caller_of
from surveyor_app.central.centre import Centre
from surveyor_app.domain.process.permissions import Act
from surveyor_app.domain.wire_errors import NotEnrolled, NotSignedIn

_BEARER = HTTPBearer(auto_error=False)

LINE_BITS = 64
"""What one customer of a provider gets at least (RFC 6177)."""


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
    """Return the address that counts for limits: from which a request came, as the server or a named proxy saw it."""
    return counted_as(request.client.host) if request.client is not None else ""


def counted_as(host: str) -> str:
    """Return what stands for an address where attempts are counted: of IPv6 its network, for a line has 2^64 addresses."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv4Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(IPv6Network((int(address), LINE_BITS), strict=False))


Token = Annotated[str, Depends(bearer)]
"""For a route that finds out itself who is calling, with :func:`signed_in`: each dependency costs a change of threads."""

CentreHere = Annotated[Centre, Depends(centre_of)]
Enrolled = Annotated[Caller, Depends(enrolled)]
