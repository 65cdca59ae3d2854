"""Signing in at the desk with the company's own account (OpenID Connect): there and back, for accounts that the centre knows.

The centre makes nobody: a claim of the token names an office account that is there and open. The desk's cookie goes with no
request that another site began, so a page of ours stands between the answer of the service and the desk.
"""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Cookie, Request
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from surveyor_app.central.authority import accounts, oidc_attempts, oidc_provider, tokens
from surveyor_app.central.authority.oidc_tokens import account_named
from surveyor_app.central.centre import Centre
from surveyor_app.central.desk.desk_route import DeskRoute
from surveyor_app.central.desk.sign_in import DESK_LIVES, own_path
from surveyor_app.central.desk.visitors import COOKIE, Pages
from surveyor_app.central.storage.config import OidcConfig
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.wire_errors import NotSignedIn

router = APIRouter(include_in_schema=False, route_class=DeskRoute)

STATE_COOKIE = "surveyor_sign_in"
CALLBACK = "/company-sign-in/answer"


@router.get("/company-sign-in")
def begin(centre: CentreHere, request: Request, wanted: str = "/") -> Response:
    """Lead to the company's sign-in service."""
    config = _config(centre)
    provider = oidc_provider.discover(config)
    with centre.database.write() as session:
        attempt = oidc_attempts.begin(session, own_path(wanted), centre.now())
    asked = {
        "response_type": "code",
        "client_id": config.client_id,
        "redirect_uri": _callback(centre, request),
        "scope": "openid profile email",
        "state": attempt.state,
        "nonce": attempt.nonce,
        "code_challenge": attempt.challenge,
        "code_challenge_method": "S256",
    }
    joint = "&" if "?" in provider.authorization_endpoint else "?"
    answer = RedirectResponse(f"{provider.authorization_endpoint}{joint}{urlencode(asked)}", 303)
    life = int(oidc_attempts.LIFE.total_seconds())
    # Lax: the answer comes from the service's site.
    answer.set_cookie(
        STATE_COOKIE,
        attempt.state,
        max_age=life,
        path=CALLBACK,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return answer


@router.get(CALLBACK)
def finish(
    centre: CentreHere,
    pages: Pages,
    request: Request,
    code: str = "",
    state: str = "",
    own: Annotated[str, Cookie(alias=STATE_COOKIE)] = "",
) -> Response:
    """Take the service's answer and sign the account in that it names."""
    config = _config(centre)
    try:
        with centre.database.write() as session:
            attempt = oidc_attempts.answer(session, state, own, centre.now())
        provider = oidc_provider.discover(config)
        token = oidc_provider.redeem(config, provider, code, attempt.verifier, _callback(centre, request))
        user = account_named(config, token, oidc_provider.read_keys(provider), attempt.nonce, centre.now())
        with centre.database.write() as session:
            signed_in = _sign_in(centre, session, user)
    except NotSignedIn:
        return pages.page(
            "sign_in.html", status=401, is_refused=False, wait_s=None, wanted="/", is_company_refused=True
        )
    answer = pages.page("signed_in.html", wanted=attempt.wanted)
    life = int(DESK_LIVES.access.total_seconds())
    answer.set_cookie(
        COOKIE, signed_in, max_age=life, httponly=True, samesite="strict", secure=request.url.scheme == "https"
    )
    answer.delete_cookie(STATE_COOKIE, path=CALLBACK)
    return answer


def _sign_in(centre: Centre, session: Session, user: str) -> str:
    try:
        account = accounts.get_account(session, user)
    except NotFound as error:
        raise NotSignedIn(user=user) from error
    if account.role is not Role.OFFICE:
        raise NotSignedIn(user=user)
    return tokens.sign_in(session, account, None, centre.now(), DESK_LIVES).access


def _config(centre: Centre) -> OidcConfig:
    if centre.config.oidc is None:
        raise NotFound(what="company sign-in", id="")
    return centre.config.oidc


def _callback(centre: Centre, request: Request) -> str:
    return (centre.config.published_at or str(request.base_url).rstrip("/")) + CALLBACK
