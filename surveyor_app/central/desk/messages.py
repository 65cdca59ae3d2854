"""What the office writes to a customer, at the desk: looked at exactly as it will leave, then sent or printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import RedirectResponse, Response

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import customer_links, telling
from surveyor_app.central.claims.access import require_access
from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.customer_links import PARTIES
from surveyor_app.central.claims.telling import PAPER, TEXT, Letter, Wish
from surveyor_app.central.desk.desk_route import DeskRoute
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.visitors import Form, Pages, doing
from surveyor_app.central.web.own_forms import reached_at
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.process.permissions import Act
from surveyor_app.media.clock_code import code_modules
from surveyor_app.wording.customer_messages import SHORT
from surveyor_app.wording.languages import languages

Writer = Annotated[Caller, doing(Act.WRITE_TO_CUSTOMER)]

router = APIRouter(include_in_schema=False, route_class=DeskRoute)

QUIET = 4
"""Modules of white around a QR code (ISO/IEC 18004)."""


@router.post("/claims/{case}/messages")
def preview(centre: CentreHere, pages: Pages, caller: Writer, case: str, form: Form, request: Request) -> Response:
    """Show a message as it would leave."""
    letter = _composed(centre, caller, case, form, request, customer_links.new_token())
    return _page(pages, caller, case, letter)


@router.post("/claims/{case}/messages/send")
def send(centre: CentreHere, pages: Pages, caller: Writer, case: str, form: Form, request: Request) -> Response:
    """Send what was looked at; where the claim changed meanwhile, it is shown again first."""
    letter = _composed(centre, caller, case, form, request, form.get("token", ""))
    if form.get("sha256") != letter.sha256:
        return _page(pages, caller, case, letter, is_changed=True)
    telling.send(centre, caller.user, case, letter)
    if letter.wish.channel == PAPER:
        return _printed(centre, pages, caller, case, letter)
    return RedirectResponse(f"/claims/{case}/customer?done=sent", 303)


def language_choices() -> Sequence[tuple[str, str]]:
    """Return the languages that can be written in: tag and own name."""
    return [(language.tag, language.name) for language in languages(resources_dir())]


def _composed(
    centre: Centre, caller: Caller, case: str, form: Mapping[str, str], request: Request, token: str
) -> Letter:
    known = {language.tag: language for language in languages(resources_dir())}
    language = known.get(form.get("language", ""))
    if language is None:
        raise InputError(field="language", reason="unknown value")
    if len(token) < len(customer_links.new_token()):
        raise InputError(field="token", reason="missing")
    party, channel = form.get("party", ""), form.get("channel", "")
    base = reached_at(request)
    with centre.database.read() as session:
        require_access(session, caller, case)
        claim, to = claim_of(session, case), form.get("to", "").strip()
        if not to and channel == TEXT and party in PARTIES:
            to = getattr(claim, PARTIES[party], None) or ""
        wish = Wish(form.get("what", ""), party, channel, to, language)
        return telling.compose(centre, session, case, wish, token, base)


def _page(pages: DeskPages, caller: Caller, case: str, letter: Letter, *, is_changed: bool = False) -> Response:
    is_text = letter.wish.channel == TEXT
    return pages.page(
        "message.html",
        reader=caller.display_name,
        case=case,
        letter=letter,
        is_text=is_text,
        is_paper=letter.wish.channel == PAPER,
        is_long=is_text and len(letter.text) > SHORT,
        is_changed=is_changed,
    )


def _printed(centre: Centre, pages: DeskPages, caller: Caller, case: str, letter: Letter) -> Response:
    """Show the letter to print; with a code of the link where others reach this centre, for a phone can open nothing else."""
    code = qr_svg(letter.address) if centre.config.published_at else ""
    address = letter.address if code else ""
    return pages.page("letter.html", reader=caller.display_name, case=case, letter=letter, code=code, address=address)


def qr_svg(text: str) -> Markup:
    """Return the QR code of a text as a drawing for a page."""
    modules = code_modules(text)
    size = len(modules) + 2 * QUIET
    dark = "".join(
        f"M{x + QUIET} {y + QUIET}h1v1h-1z" for y, row in enumerate(modules) for x, is_dark in enumerate(row) if is_dark
    )
    # The text itself is not part of the drawing: nothing in it comes from anybody.
    return Markup(
        f'<svg class="code" viewBox="0 0 {size} {size}" width="160" height="160" role="img" aria-label="QR">'
        f'<rect width="{size}" height="{size}" fill="#fff"/><path d="{dark}" fill="#000"/></svg>'
    )
