"""The office desk: one page, made on the server, that shows all claims with their tasks and receipts.

It speaks the language of whoever looks at it, as their browser says.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Cookie, Depends, Header, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from surveyor_app.central.authority import accounts, attempts, tokens
from surveyor_app.central.authority.tokens import Caller, Lives
from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.claim_lists import Wanted, read_page
from surveyor_app.central.desk.pages import DeskPages
from surveyor_app.central.web.requests import CentreHere, address_of
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.wire_errors import BadMessage, NotSignedIn, TokenExpired, TooManyAttempts
from surveyor_app.wording.languages import chinese, find_language, nearest_language

router = APIRouter(include_in_schema=False)

COOKIE = "surveyor_desk"
DESK_CLAIMS = 50
DESK_LIVES = Lives(access=timedelta(hours=8), refresh=timedelta(hours=8))
_SAFE = {
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
}


async def _form(request: Request) -> Mapping[str, str]:
    try:
        fields = parse_qs((await request.body()).decode(), max_num_fields=10)
    except ValueError as error:
        raise BadMessage(reason="form") from error
    return {name: values[0] for name, values in fields.items()}


Form = Annotated[Mapping[str, str], Depends(_form)]
Token = Annotated[str | None, Cookie(alias=COOKIE)]


def _pages(centre: CentreHere, accept_language: Annotated[str | None, Header()] = None) -> DeskPages:
    """Return the pages in the first language asked for that there is (RFC 9110, 12.5.4); Chinese where none is asked for."""
    wanted = _wanted(accept_language or "")
    near = next(filter(None, (nearest_language(tag, resources_dir()) for tag in wanted)), None)
    return DeskPages(near or (find_language(wanted[0]) if wanted else chinese()), centre.config.name)


def _wanted(header: str) -> list[str]:
    """Return the tags of a header, those of the greatest weight first."""
    found = []
    for part in header.split(","):
        tag, _, weight = (piece.strip() for piece in part.partition(";"))
        share = weight.removeprefix("q=") or "1"
        if tag not in {"", "*"} and share.replace(".", "", 1).isdecimal() and float(share) > 0:
            found.append((float(share), tag.lower()))
    return [tag for _, tag in sorted(found, key=lambda item: -item[0])]


Pages = Annotated[DeskPages, Depends(_pages)]


@router.get("/")
def show(
    centre: CentreHere,
    pages: Pages,
    token: Token = None,
    before: str | None = None,
    after: str | None = None,
    find: str = "",
) -> Response:
    """Show a page of the claims to who is signed in for the office, the sign-in form to anyone else."""
    caller = _caller(centre, token)
    if caller is None:
        return _answer(pages.sign_in())
    with centre.database.read() as session:
        page = read_page(session, Wanted(before, after, find, DESK_CLAIMS))
    return _answer(pages.claims(page, caller.display_name, find))


@router.post("/sign-in")
def sign_in(centre: CentreHere, pages: Pages, form: Form, request: Request) -> Response:
    """Sign in with an office account."""
    try:
        user = form.get("user", "")
        with attempts.counted(centre.database, user, address_of(request), centre.now()):
            account = accounts.check_password(centre.database, user, form.get("password", ""))
        if account.role is not Role.OFFICE:
            raise NotSignedIn(user=account.user)
        with centre.database.write() as session:
            token = tokens.sign_in(session, account, None, centre.now(), DESK_LIVES).access
    except NotSignedIn:
        return _answer(pages.sign_in(is_refused=True), 401)
    except TooManyAttempts as error:
        return _answer(pages.sign_in(wait_s=int(str(error.data["wait_s"]))), 429)
    answer = RedirectResponse("/", 303)
    life = int(DESK_LIVES.access.total_seconds())
    answer.set_cookie(
        COOKIE, token, max_age=life, httponly=True, samesite="strict", secure=request.url.scheme == "https"
    )
    return answer


@router.post("/sign-out")
def sign_out(centre: CentreHere, token: Token = None) -> Response:
    """End the session."""
    caller = _caller(centre, token)
    if caller is not None:
        with centre.database.write() as session:
            tokens.sign_out(session, caller.family)
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(COOKIE)
    return answer


def _caller(centre: Centre, token: str | None) -> Caller | None:
    if token is None:
        return None
    try:
        with centre.database.read() as session:
            caller = tokens.caller_of(session, token, centre.now())
    except TokenExpired:
        return None
    return caller if caller.role is Role.OFFICE else None


def _answer(document: str, status: int = 200) -> HTMLResponse:
    return HTMLResponse(document, status, _SAFE)
