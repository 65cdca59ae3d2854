"""Signing in at the desk and out of it, and the desk's one style sheet."""

from __future__ import annotations

import re
from datetime import timedelta

from fastapi import APIRouter, Request
from starlette.responses import FileResponse, RedirectResponse, Response

from surveyor_app.central.authority import accounts, attempts, tokens
from surveyor_app.central.authority.tokens import Lives
from surveyor_app.central.desk.rendering import FOLDER
from surveyor_app.central.desk.visitors import COOKIE, Form, Pages, Token, caller_of
from surveyor_app.central.web.requests import CentreHere, address_of
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.wire_errors import NotSignedIn, TooManyAttempts

router = APIRouter(include_in_schema=False)

DESK_LIVES = Lives(access=timedelta(hours=8), refresh=timedelta(hours=8))
_OWN_PATH = re.compile(r"/(claims/[0-9a-f-]{36}(/[a-z0-9/_-]{0,100})?|claims/new|people)?", re.ASCII)
"""Where somebody may be led after signing in: pages of the desk alone."""


def own_path(wanted: str) -> str:
    """Return where somebody is led after signing in: where they wanted to go, if that is a page of the desk."""
    return wanted if _OWN_PATH.fullmatch(wanted) else "/"


@router.get("/desk.css")
def style() -> Response:
    """Return the style sheet; it holds nothing of any claim, so browsers may keep it."""
    return FileResponse(resources_dir() / FOLDER / "desk.css", headers={"cache-control": "max-age=3600"})


@router.post("/sign-in")
def sign_in(centre: CentreHere, pages: Pages, form: Form, request: Request) -> Response:
    """Sign in with an office account."""
    wanted = own_path(form.get("wanted", "/"))
    try:
        user = form.get("user", "")
        with attempts.counted(centre.database, user, address_of(request), centre.now()):
            account = accounts.check_password(centre.database, user, form.get("password", ""))
        if account.role is not Role.OFFICE:
            raise NotSignedIn(user=account.user)
        with centre.database.write() as session:
            token = tokens.sign_in(session, account, None, centre.now(), DESK_LIVES).access
    except NotSignedIn:
        return pages.page("sign_in.html", status=401, is_refused=True, wait_s=None, wanted=wanted)
    except TooManyAttempts as error:
        wait_s = int(str(error.data["wait_s"]))
        return pages.page("sign_in.html", status=429, is_refused=False, wait_s=wait_s, wanted=wanted)
    answer = RedirectResponse(wanted, 303)
    life = int(DESK_LIVES.access.total_seconds())
    answer.set_cookie(
        COOKIE, token, max_age=life, httponly=True, samesite="strict", secure=request.url.scheme == "https"
    )
    return answer


@router.post("/sign-out")
def sign_out(centre: CentreHere, token: Token = None) -> Response:
    """End the session."""
    caller = caller_of(centre, token)
    if caller is not None:
        with centre.database.write() as session:
            tokens.sign_out(session, caller.family)
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(COOKIE)
    return answer
