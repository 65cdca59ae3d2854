"""The desk's list of claims, newest first, a page at a time, with a search."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from surveyor_app.central.authority import permissions
from surveyor_app.central.claims.claim_lists import ClaimPage, Wanted, read_page
from surveyor_app.central.desk.desk_route import DeskRoute
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.visitors import Pages, Token, caller_of
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.domain.process.permissions import Act

router = APIRouter(include_in_schema=False, route_class=DeskRoute)

DESK_CLAIMS = 50


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
    caller = caller_of(centre, token)
    if caller is None:
        return pages.page("sign_in.html", is_refused=False, wait_s=None, wanted="/")
    if not permissions.may(caller, Act.SEE_CLAIMS):
        return RedirectResponse("/people", 303)
    with centre.database.read() as session:
        page = read_page(session, Wanted(before, after, find, DESK_CLAIMS))
    return list_page(pages, page, caller.display_name, find)


def list_page(pages: DeskPages, page: ClaimPage, reader: str, find: str) -> Response:
    """Return the list; ``find`` is what was looked for."""
    kept = {"find": find} if find else {}
    newer = older = ""
    if page.lines and page.has_newer:
        newer = "/?" + urlencode({"after": page.lines[0].case, **kept})
    if page.lines and page.has_older:
        older = "/?" + urlencode({"before": page.lines[-1].case, **kept})
    return pages.page("claims.html", reader=reader, lines=page.lines, find=find, newer=newer, older=older)
