"""The customer's room of a claim at the desk: links to their own page, made, shown once and revoked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import customer_links, customer_words, one_time, telling
from surveyor_app.central.claims.access import require_access
from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.customer_links import DIGITS, PARTIES, digits_of
from surveyor_app.central.claims.guidance import GUIDANCE
from surveyor_app.central.desk.cancelling import pages_of_claim
from surveyor_app.central.desk.desk_route import DeskRoute
from surveyor_app.central.desk.messages import language_choices
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.times import OFFICE_OFFSET_MIN, OFFICE_ZONE, moment_text
from surveyor_app.central.desk.visitors import Clerk, Form, Pages, doing
from surveyor_app.central.web.own_forms import reached_at
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.claim.contacts import Complaint, Contact
from surveyor_app.domain.documents.notices import ONE_TIME, Notice
from surveyor_app.domain.journal.instants import parse_utc
from surveyor_app.domain.process.complaining import due_of
from surveyor_app.domain.process.permissions import Act
from surveyor_app.records import reading
from surveyor_app.report.notices.drafting import NoticeOptions, counts, paper_name
from surveyor_app.wording.customer_messages import LINK
from surveyor_app.wording.findings.complaint_times import load_complaint_times
from surveyor_app.wording.report_languages import BOTH, report_language_names
from surveyor_app.wording.translation import mark, said_in

Issuer = Annotated[Caller, doing(Act.ISSUE_ONE_TIME_NOTICE)]
Giver = Annotated[Caller, doing(Act.GIVE_LINK)]
Answerer = Annotated[Caller, doing(Act.ANSWER_COMPLAINT)]

router = APIRouter(include_in_schema=False, route_class=DeskRoute)

_LINK_ALONE = mark("A link to their own page")
NAMES = {"insured": "insured_name", "reporter": "reporter_name"}
"""The field of the claim that says who a party is."""


@dataclass(frozen=True, slots=True)
class LinkLine:
    """One link: for whom, made by whom and when, until when it leads somewhere, and why it does no more."""

    id: str
    party: str
    made: str
    until: str
    is_open: bool
    is_revoked: bool
    is_locked: bool


@router.get("/claims/{case}/customer")
def show(centre: CentreHere, pages: Pages, caller: Clerk, case: str, done: str = "") -> Response:
    """Show the links of a claim, what can be written to the customer, and what they said."""
    return _page(centre, pages, caller, case, done=done)


@router.post("/claims/{case}/links")
def make(centre: CentreHere, pages: Pages, caller: Giver, case: str, form: Form, request: Request) -> Response:
    """Make a link and show it, this once."""
    _let_in(centre, caller, case)
    token = customer_links.make(centre, caller.user, case, form.get("party", ""))
    return _page(centre, pages, caller, case, made=f"{reached_at(request)}/c/{token}")


@router.post("/claims/{case}/one-time")
def issue_one_time(centre: CentreHere, caller: Issuer, case: str, form: Form) -> Response:
    """Issue the one-time notice of everything that lacks; it is sent like every other letter."""
    _let_in(centre, caller, case)
    options = NoticeOptions(language=form.get("language") or BOTH, where=form.get("where", ""))
    again, name = form.get("again_reason", ""), caller.display_name
    one_time.issue(centre, caller.user, name, case, options, again, OFFICE_OFFSET_MIN)
    return RedirectResponse(f"/claims/{case}/customer?done=issued", 303)


@router.post("/claims/{case}/complaints/{complaint}/answer")
def answer(centre: CentreHere, caller: Answerer, case: str, complaint: str, form: Form) -> Response:
    """Answer a complaint; the customer reads it on their page."""
    _let_in(centre, caller, case)
    customer_words.answer(centre, caller.user, case, complaint, form.get("answer", ""))
    return RedirectResponse(f"/claims/{case}/customer", 303)


@router.post("/claims/{case}/links/{link}/revoke")
def revoke(centre: CentreHere, caller: Giver, case: str, link: str) -> Response:
    """End a link."""
    _let_in(centre, caller, case)
    customer_links.revoke(centre, caller.user, case, link)
    return RedirectResponse(f"/claims/{case}/customer", 303)


def party_choices(pages: DeskPages, claim: Claim | None) -> Sequence[tuple[str, str]]:
    """Return the parties who can be given a link, with their names: those whose phone is known."""
    if claim is None:
        return ()
    known = [party for party in PARTIES if len(digits_of(claim, party)) == DIGITS]
    labels, language = pages.labels, pages.language
    named = {party: labels.field(Claim.KIND, NAMES[party], language) for party in known}
    return [(party, " · ".join(filter(None, (named[party], getattr(claim, NAMES[party]))))) for party in known]


def _page(centre: Centre, pages: DeskPages, caller: Caller, case: str, made: str = "", done: str = "") -> Response:
    with centre.database.read() as session:
        require_access(session, caller, case)
        pages = pages_of_claim(session, pages, case)
        claim = claim_of(session, case)
        choices = party_choices(pages, claim)
        lacking = [paper_name(item).in_(pages.language) for item in one_time.lacking(session, case)]
        every = reading.list_records(session, case, Notice, include_withdrawn=True)
        is_again = any(item.kind == ONE_TIME and counts(item) for item in every)
        letters = _letters(pages, telling.notices_to(session, case, "reporter", claim))
        lines = _lines(session, pages, centre, case)
        complaints = reading.list_records(session, case, Complaint)
        contacts = [_contact(pages, item) for item in reversed(reading.list_records(session, case, Contact))]
    return pages.page(
        "customer.html",
        reader=caller.display_name,
        case=case,
        parties=choices,
        links=lines,
        made=made,
        is_sent=done == "sent",
        is_issued=done == "issued",
        lacking=lacking,
        is_again=is_again,
        written_in=[(tag, text.in_(pages.language)) for tag, text in report_language_names().items()],
        letters=letters,
        channels=_channels(pages),
        languages=language_choices(),
        complaints=[_complaint(item, centre) for item in reversed(complaints)],
        contacts=contacts,
    )


def _complaint(complaint: Complaint, centre: Centre) -> tuple[Complaint, str, str, bool]:
    """Return a complaint with when it came, until when it is to be answered while nobody has, and whether that is over."""
    due = due_of(complaint, load_complaint_times(resources_dir())) if complaint.is_open else None
    return complaint, moment_text(complaint.received_at), moment_text(due), due is not None and due.utc < centre.now()


def _channels(pages: DeskPages) -> list[tuple[str, str]]:
    said = pages.labels.value
    return [(item, said("delivery_channel", telling.DELIVERY[item], pages.language)) for item in telling.CHANNELS]


def _letters(pages: DeskPages, notices: Sequence[Notice]) -> list[tuple[str, str]]:
    """Return what can be written: a link alone, the first guidance, and every notice that was issued."""
    labels, language = pages.labels, pages.language
    guidance = (GUIDANCE, labels.value("notice_kind", GUIDANCE, language))
    kinds = [(item, labels.value("notice_kind", item.kind, language)) for item in notices if item.kind != GUIDANCE]
    issued = [(str(item.id), " · ".join(filter(None, (kind, item.no)))) for item, kind in kinds]
    return [(LINK, said_in(language, _LINK_ALONE)), guidance, *issued]


def _contact(pages: DeskPages, contact: Contact) -> tuple[str, str, str]:
    labels, language = pages.labels, pages.language
    way = [labels.value("contact_direction", contact.direction, language)]
    way.append(labels.value("contact_channel", contact.channel, language))
    said = [contact.name, contact.promised, contact.summary]
    return moment_text(contact.at), " · ".join(filter(None, way)), " · ".join(filter(None, said))


def _lines(session: Session, pages: DeskPages, centre: Centre, case: str) -> list[LinkLine]:
    labels, language, now = pages.labels, pages.language, centre.now()
    return [
        LinkLine(
            id=link.id,
            party=labels.field(Claim.KIND, NAMES[link.party], language),
            made=f"{_minute(link.made_at)} · {link.made_by}",
            until=_minute(link.expires_at),
            is_open=link.is_open(now),
            is_revoked=link.revoked_at is not None,
            is_locked=link.is_locked,
        )
        for link in customer_links.links_of(session, case)
    ]


def _minute(utc: str) -> str:
    return f"{parse_utc(utc).astimezone(OFFICE_ZONE):%Y-%m-%d %H:%M}"


def _let_in(centre: Centre, caller: Caller, case: str) -> None:
    with centre.database.read() as session:
        require_access(session, caller, case)
