"""A customer comes by their link: the last digits of their phone, then the page of their claim."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Cookie, Depends, Request
from starlette.responses import FileResponse, RedirectResponse, Response

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import customer_links, telling
from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.customer_links import VISIT, CustomerLink
from surveyor_app.central.claims.customer_papers import actor_of
from surveyor_app.central.claims.customer_words import complaints_by, name_of
from surveyor_app.central.customer.customer_route import CustomerRoute, address_of_link, digits_page
from surveyor_app.central.customer.standing import customer_view, notices_of
from surveyor_app.central.desk.rendering import FOLDER
from surveyor_app.central.desk.visitors import Form, PublicPages
from surveyor_app.central.web.own_forms import comes_from_elsewhere
from surveyor_app.central.web.requests import CentreHere, address_of
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.wire_errors import Forbidden, NotSignedIn

router = APIRouter(include_in_schema=False, route_class=CustomerRoute)

COOKIE = "surveyor_customer"
Visit = Annotated[str | None, Cookie(alias=COOKIE)]


def visitor(centre: CentreHere, token: str, visit: Visit = None) -> CustomerLink:
    """Return by which link somebody came who gave the right digits.

    Raises:
        NotFound: there is no such link any more.
        NotSignedIn: the digits are still to be given.
    """
    with centre.database.read() as session:
        return customer_links.visited(session, token, visit, centre.now())


def writing_visitor(request: Request, link: Annotated[CustomerLink, Depends(visitor)]) -> CustomerLink:
    """Return the same for what sends something.

    Raises:
        NotFound, NotSignedIn: see :func:`visitor`.
        Forbidden: the form comes from another site.
    """
    if comes_from_elsewhere(request):
        raise Forbidden(reason="form")
    return link


Visitor = Annotated[CustomerLink, Depends(visitor)]
WritingVisitor = Annotated[CustomerLink, Depends(writing_visitor)]


@router.get("/customer.css")
def style() -> Response:
    """Return the style sheet; it holds nothing of any claim, so browsers may keep it."""
    path = resources_dir() / FOLDER / "customer" / "customer.css"
    return FileResponse(path, headers={"cache-control": "max-age=3600"})


@router.get("/c/{token}")
def show(centre: CentreHere, pages: PublicPages, link: Visitor, token: str, done: str = "") -> Response:
    """Show the customer where their claim stands; ``done`` says what they just did."""
    with centre.database.read() as session:
        view = customer_view(session, pages, link, centre.config.service_phone)
        complaints = complaints_by(session, link)
    return pages.page(
        "customer/claim.html",
        claim=view,
        complaints=complaints,
        back=address_of_link(token),
        done=done,
        phone=centre.config.service_phone,
    )


@router.post("/c/{token}")
def enter(centre: CentreHere, pages: PublicPages, token: str, form: Form, request: Request) -> Response:
    """Begin a visit with the digits that were typed."""
    back = address_of_link(token)
    if comes_from_elsewhere(request):
        raise Forbidden(reason="form")
    try:
        visit = customer_links.enter(centre, token, form.get("digits", ""), address_of(request))
    except NotSignedIn:
        return digits_page(pages, back, is_refused=True)
    answer = RedirectResponse(back, 303)
    is_safe = request.url.scheme == "https"
    life = int(VISIT.total_seconds())
    answer.set_cookie(COOKIE, visit, max_age=life, path=back, httponly=True, samesite="strict", secure=is_safe)
    return answer


@router.post("/c/{token}/leave")
def leave(centre: CentreHere, token: str, visit: Visit = None) -> Response:
    """End the visit: the phone may be somebody else's."""
    if visit is not None:
        with centre.database.write() as session:
            customer_links.leave(session, visit)
    answer = RedirectResponse(address_of_link(token), 303)
    answer.delete_cookie(COOKIE, path=address_of_link(token))
    return answer


@router.get("/c/{token}/notices/{notice}")
def show_notice(centre: CentreHere, pages: PublicPages, link: Visitor, token: str, notice: str) -> Response:
    """Show a notice as it was issued."""
    found = _notice(centre, link, notice)
    with centre.database.read() as session:
        reader = name_of(claim_of(session, link.case), link) or ""
    telling.note_read(centre, link.case, found.id, actor_of(link), reader)
    name = pages.labels.value("notice_kind", found.kind, pages.language)
    wording = found.wording or ""
    return pages.page("customer/notice.html", name=name, notice=found, wording=wording, back=address_of_link(token))


@router.get("/c/{token}/notices/{notice}/text", response_class=Response)
def save_notice(centre: CentreHere, link: Visitor, notice: str) -> Response:
    """Return the very bytes of a notice, whose hash it was issued with, to keep."""
    found = _notice(centre, link, notice)
    headers = {
        "content-disposition": f'attachment; filename="notice-{(found.text_sha256 or found.id)[:16]}.txt"',
        "content-security-policy": "sandbox; default-src 'none'",
    }
    return Response((found.wording or "").encode(), headers=headers, media_type="text/plain; charset=utf-8")


def _notice(centre: Centre, link: CustomerLink, notice: str) -> Notice:
    with centre.database.read() as session:
        found = notices_of(session, link, claim_of(session, link.case))
    for item in found:
        if item.id == notice:
            return item
    raise NotFound(what=Notice.KIND, id=notice)
