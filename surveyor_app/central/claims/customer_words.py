"""What a customer says by their link, a complaint (投诉) or the wish to be called, and what the office answers (domain §18.2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy.orm import Session

from surveyor_app.central.authority import attempts
from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.customer_links import PARTIES, CustomerLink
from surveyor_app.central.claims.customer_papers import actor_of
from surveyor_app.central.claims.fitting import require_fields
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.claim.contacts import Complaint, Contact
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.records import reading
from surveyor_app.wording.findings.complaint_times import ANY, load_complaint_times

COMPLAINT, CALL_BACK = "complaint", "call_back"
LINK_CHANNEL: Final = "link"
CALL: Final = "回电 Call back"
"""What is promised to whoever wants to be called; data of the record, read in any language."""

MOST_AN_HOUR = 10
WRITTEN = "customer's words"


def name_of(claim: Claim | None, link: CustomerLink) -> str | None:
    """Return the name of whom a link is for."""
    return getattr(claim, PARTIES[link.party].replace("phone", "name"), None)


def write(centre: Centre, link: CustomerLink, kind: str, text: str) -> None:
    """Keep what a customer wrote; a wish to be called needs no words.

    Raises:
        InputError: it is neither, a complaint says nothing, or it is too long.
        TooManyAttempts: so much was written within the hour. Data: ``wait_s``.
    """
    text = text.strip().replace("\r\n", "\n")
    if kind not in {COMPLAINT, CALL_BACK}:
        raise InputError(field="kind", reason="unknown value")
    if kind == COMPLAINT and not text:
        raise InputError(field="text", reason="empty")
    attempts.spend(centre.database, WRITTEN, link.token_hash, MOST_AN_HOUR, centre.now())
    now = centre.now()
    at = Instant(now, 0, Trust.CENTRE).to_json()
    with centre.database.write() as session:
        name = name_of(claim_of(session, link.case), link)
        fields: dict[str, Json]
        if kind == COMPLAINT:
            fields = {"from_name": name, "channel": LINK_CHANNEL, "text": text, "received_at": at, "state": "open"}
            times = load_complaint_times(resources_dir())
            due = now + times.get(LINK_CHANNEL, times[ANY])
            fields["due_at"] = Instant(due, 0, Trust.CENTRE).to_json()
        else:
            said = {"summary": text or None, "promised": CALL}
            fields = {"direction": "in", "channel": LINK_CHANNEL, "name": name, "at": at, **said}
        record = Complaint.KIND if kind == COMPLAINT else Contact.KIND
        require_fields(record, fields)
        step = Step(Action.CREATE, record, new_record_id(), fields)
        write_entries(session, link.case, [step], actor_of(link), now)


def answer(centre: Centre, actor: str, case: str, complaint: str, text: str) -> None:
    """Answer a complaint; the same answer twice changes nothing.

    Raises:
        NotFound: there is no such complaint.
        InputError: the answer is empty or too long.
    """
    text = text.strip().replace("\r\n", "\n")
    if not text:
        raise InputError(field="answer", reason="empty")
    fields: dict[str, Json] = {"answer": text, "state": "answered", "owner": actor}
    require_fields(Complaint.KIND, fields)
    with centre.database.write() as session:
        found = reading.get(session, case, Complaint, RecordId(complaint))
        if found is None or found.withdrawn:
            raise NotFound(what=Complaint.KIND, id=complaint)
        if found.answer != text:
            step = Step(Action.CHANGE, Complaint.KIND, found.id, fields)
            write_entries(session, case, [step], actor, centre.now())


def complaints_by(session: Session, link: CustomerLink) -> Sequence[Complaint]:
    """Return the complaints that whom a link is for made by their links, the newest first."""
    name = name_of(claim_of(session, link.case), link)
    found = reading.list_records(session, link.case, Complaint)
    return [item for item in reversed(found) if item.channel == LINK_CHANNEL and item.from_name == name]
