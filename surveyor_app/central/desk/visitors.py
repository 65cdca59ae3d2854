"""Who looks at the desk, in which language, and what they sent: what every page of it is handed.

A page is the office's alone: whoever is not signed in for it gets the form to sign in, whatever address they asked for. What
changes something must come from a page of this desk: the cookie is sent from no other site, and the browser says where a form
comes from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Annotated, Any
from urllib.parse import parse_qs

from fastapi import Cookie, Depends, Header, Request

from surveyor_app.central.authority import permissions, tokens
from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.centre import Centre
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.web.own_forms import comes_from_elsewhere
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.process.permissions import Act
from surveyor_app.domain.wire_errors import BadMessage, DeviceRevoked, Forbidden, NotSignedIn, TokenExpired
from surveyor_app.wording.languages import chinese, find_language, nearest_language

COOKIE = "surveyor_desk"
MOST_FIELDS = 200


async def _form(request: Request) -> Mapping[str, str]:
    try:
        fields = parse_qs((await request.body()).decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise BadMessage(reason="form") from error
    return {name: values[0] for name, values in fields.items()}


Form = Annotated[Mapping[str, str], Depends(_form)]
Token = Annotated[str | None, Cookie(alias=COOKIE)]


def visitor(centre: CentreHere, token: Token = None) -> Caller | None:
    """Return who is signed in for the office, if anybody is."""
    return caller_of(centre, token)


def pages_for(
    centre: CentreHere,
    caller: Annotated[Caller | None, Depends(visitor)],
    accept_language: Annotated[str | None, Header()] = None,
) -> DeskPages:
    """Return the pages for who is signed in, which offer only what they may do."""
    pages = pages_of(centre, accept_language)
    return pages if caller is None else replace(pages, may=partial(permissions.may, caller))


def public_pages(centre: CentreHere, accept_language: Annotated[str | None, Header()] = None) -> DeskPages:
    """Return the pages for whoever is no account of the office."""
    return pages_of(centre, accept_language)


def pages_of(centre: Centre, accept_language: str | None = None) -> DeskPages:
    """Return the pages in the first language asked for that there is (RFC 9110, 12.5.4); Chinese where none is asked for."""
    wanted = _wanted(accept_language or "")
    near = next(filter(None, (nearest_language(tag, resources_dir()) for tag in wanted)), None)
    language = near or (find_language(wanted[0]) if wanted else chinese())
    return DeskPages(language, centre.config.name, has_company_sign_in=centre.config.oidc is not None)


def _wanted(header: str) -> list[str]:
    """Return the tags of a header, those of the greatest weight first."""
    found = []
    for part in header.split(","):
        tag, _, weight = (piece.strip() for piece in part.partition(";"))
        share = weight.removeprefix("q=") or "1"
        if tag not in {"", "*"} and share.replace(".", "", 1).isdecimal() and float(share) > 0:
            found.append((float(share), tag.lower()))
    return [tag for _, tag in sorted(found, key=lambda item: -item[0])]


def caller_of(centre: Centre, token: str | None) -> Caller | None:
    """Return who is signed in for the office, if anybody is."""
    if token is None:
        return None
    try:
        with centre.database.read() as session:
            caller = tokens.caller_of(session, token, centre.now())
    except (TokenExpired, DeviceRevoked):
        return None
    return caller if caller.role is Role.OFFICE else None


def insider(request: Request, caller: Annotated[Caller | None, Depends(visitor)]) -> Caller:
    """Return who is signed in for the office.

    Raises:
        NotSignedIn: nobody is.
    """
    if caller is None:
        raise NotSignedIn(reason="desk")
    request.state.caller = caller
    return caller


def clerk(caller: Annotated[Caller, Depends(insider)]) -> Caller:
    """Return who is signed in and may see claims.

    Raises:
        NotSignedIn: nobody is.
        NotYourAct: their roles see none.
    """
    return permissions.require(caller, Act.SEE_CLAIMS)


def from_here(request: Request, caller: Annotated[Caller, Depends(insider)]) -> Caller:
    """Return who is signed in and sent a form of this desk.

    Raises:
        NotSignedIn: nobody is signed in.
        Forbidden: the form comes from another site.
    """
    if comes_from_elsewhere(request):
        raise Forbidden(user=caller.user)
    return caller


def seeing(act: Act) -> Any:
    """Return what a page depends on that shows what only some may see."""

    def allowed(caller: Annotated[Caller, Depends(insider)]) -> Caller:
        return permissions.require(caller, act)

    return Depends(allowed)


def doing(act: Act) -> Any:
    """Return what a form depends on that does something: who sent it, who must be allowed to."""

    def allowed(caller: Annotated[Caller, Depends(from_here)]) -> Caller:
        return permissions.require(caller, act)

    return Depends(allowed)


Pages = Annotated[DeskPages, Depends(pages_for)]
PublicPages = Annotated[DeskPages, Depends(public_pages)]
Clerk = Annotated[Caller, Depends(clerk)]
