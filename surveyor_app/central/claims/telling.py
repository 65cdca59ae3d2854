"""What the office writes to a customer: composed from templates, looked at before it goes, sent, and kept as a record.

Each message brings a link of its own to the customer's page. The link is made as the message is composed and begins to hold as it
is sent; its secret is in the message and in no record. What cannot be sent leaves no link that holds, and no record says it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import customer_links
from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.customer_links import PARTIES
from surveyor_app.central.claims.guidance import GUIDANCE, GuidanceText, guidance_text
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.central.outgoing import mail, text_messages
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.claim.contacts import Contact
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.canonical import Json, sha256_hex
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.texts import Language
from surveyor_app.domain.wire_errors import NotSent
from surveyor_app.records import provenance, reading
from surveyor_app.wording.customer_messages import LETTER, LINK, load_customer_messages
from surveyor_app.wording.labels import labels_of

MAIL, TEXT, PAPER = "mail", "sms", "handed"
CHANNELS: Final = (TEXT, MAIL, PAPER)
DELIVERY: Final = {MAIL: "app_mail", TEXT: "sms", PAPER: "handed"}
"""How a notice says it went, by the way it is sent."""
CONTACT: Final = {MAIL: "mail", TEXT: "sms", PAPER: "visit"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be told (``link``, ``guidance``, or the id of a notice), to which party, how, where to, in which language."""

    what: str
    party: str
    channel: str
    to: str
    language: Language


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as it would leave now; ``guidance`` or ``notice`` is what it brings besides the link."""

    wish: Wish
    name: str
    title: str
    subject: str
    text: str
    token: str
    address: str
    guidance: GuidanceText | None = None
    notice: Notice | None = None

    @property
    def sha256(self) -> str:
        """Return the hash by which what was looked at is known again."""
        return sha256_hex("\n".join([self.wish.to, self.subject, self.text]).encode())


def notices_to(session: Session, case: str, party: str, claim: Claim | None) -> list[Notice]:
    """Return the notices that were issued to a party, the newest first."""
    if claim is None:
        return []
    mine = {claim.insured_name, claim.reporter_name if party == "reporter" else claim.insured_name}
    found = [
        notice
        for notice in reading.list_records(session, case, Notice)
        if notice.issued_at is not None and notice.wording and (not notice.addressee or notice.addressee in mine)
    ]
    return sorted(found, key=lambda notice: str(notice.issued_at and notice.issued_at.utc), reverse=True)


def compose(centre: Centre, session: Session, case: str, wish: Wish, token: str, base: str) -> Letter:
    """Return a message as it would leave now, with the link of ``token`` below the address ``base``.

    Raises:
        NotFound: there is no such claim or notice.
        InputError: the way or the party is none, or the message needs a link that cannot be made.
    """
    claim = claim_of(session, case)
    if claim is None:
        raise NotFound(what=Claim.KIND, id=case)
    if wish.channel not in CHANNELS:
        raise InputError(field="channel", reason="unknown value")
    if wish.party not in PARTIES:
        raise InputError(field="party", reason="unknown value")
    words, language = load_customer_messages(resources_dir()), wish.language
    address = f"{base}/c/{token}"
    name: str = getattr(claim, PARTIES[wish.party].replace("phone", "name"), None) or ""
    guidance = notice = None
    title = wording = ""
    if wish.what == GUIDANCE:
        guidance = guidance_text(session, case, language, name, centre.config.service_phone)
        title, wording = guidance.title, guidance.wording.strip()
    elif wish.what != LINK:
        notice = next((item for item in notices_to(session, case, wish.party, claim) if item.id == wish.what), None)
        if notice is None:
            raise NotFound(what=Notice.KIND, id=wish.what)
        title = labels_of(resources_dir()).value("notice_kind", notice.kind, language)
        wording = (notice.wording or "").strip()
    filled = {
        "name": name or words.nobody.in_(language),
        "number": claim.report_no or "",
        "link": address,
        **({} if wish.what == LINK else {"title": title, "wording": wording}),
    }
    message = words.messages[LINK if wish.what == LINK else LETTER]
    subject = _one_line(message.subject.filled(**filled).in_(language))
    text = message.short if wish.channel == TEXT else message.text
    said = text.filled(**filled).in_(language).strip()
    if wish.channel != TEXT and centre.config.service_phone:
        said += "\n\n" + words.contact.filled(phone=centre.config.service_phone).in_(language)
    if wish.channel == PAPER:
        said = wording
    return Letter(wish, name, title, subject, said, token, address, guidance, notice)


def send(centre: Centre, actor: str, case: str, letter: Letter) -> None:
    """Send a message and keep that it was; the same one again is not sent twice.

    Raises:
        InputError: the address or number is none, or there is no phone for the link.
        NotSent: nobody took it; nothing of it holds.
    """
    id_, now = new_record_id(), centre.now()
    leaves = _leaving(centre, letter, id_)
    with centre.database.write() as session:
        if customer_links.is_made(session, letter.token):
            return  # The same form again: it has left.
        customer_links.add(centre, session, actor, case, letter.wish.party, letter.token)
    try:
        _leave(centre, letter, leaves, id_)
    except NotSent:
        customer_links.take_back(centre, actor, case, letter.token)
        raise
    at = Instant(now, 0, Trust.CENTRE)
    with centre.database.write() as session:
        write_entries(session, case, _records(session, case, actor, letter, at), actor, now)


def note_read(centre: Centre, case: str, notice: str, actor: str, name: str) -> None:
    """Keep when a notice of the office reached the customer: the first time that they opened it by their link (送达)."""
    now = centre.now()
    with centre.database.write() as session:
        found = reading.get(session, case, Notice, RecordId(notice))
        if found is None or found.delivered_at is not None or not _is_offices(session, case, notice):
            return
        fields: dict[str, Json] = {"delivered_at": Instant(now, 0, Trust.CENTRE).to_json(), "received_by": name or None}
        if found.channel is None:
            fields["channel"] = DELIVERY[MAIL]
        write_entries(session, case, [Step(Action.CHANGE, Notice.KIND, found.id, fields)], actor, now)


def _leaving(centre: Centre, letter: Letter, id_: str) -> bytes:
    wish, outgoing = letter.wish, centre.config.outgoing
    if wish.channel == MAIL:
        return mail.mail_bytes(
            outgoing.mail, centre.config.name, wish.to, letter.subject, letter.text, id_, centre.now()
        )
    if wish.channel == TEXT:
        return text_messages.text_message(wish.to, letter.text, id_, centre.now())
    return b""


def _leave(centre: Centre, letter: Letter, leaves: bytes, id_: str) -> None:
    outgoing, folder = centre.config.outgoing, centre.config.data_dir / "outgoing"
    if letter.wish.channel == MAIL:
        mail.send_mail(outgoing.mail, folder, letter.wish.to, leaves, id_)
    elif letter.wish.channel == TEXT:
        text_messages.send_text(outgoing.texts, folder, leaves, id_)


def _records(session: Session, case: str, actor: str, letter: Letter, at: Instant) -> Sequence[Step]:
    wish = letter.wish
    told: dict[str, Json] = {"channel": DELIVERY[wish.channel], "sent_at": at.to_json()}
    if wish.channel == PAPER:
        told["delivered_at"] = at.to_json()
    steps = []
    if letter.guidance is not None:
        steps.append(letter.guidance.step(actor, at, told))
    elif letter.notice is not None and _is_offices(session, case, letter.notice.id):
        steps.append(Step(Action.CHANGE, Notice.KIND, letter.notice.id, told))
    fields: dict[str, Json] = {
        "direction": "out",
        "channel": CONTACT[wish.channel],
        "name": letter.name[:60] or None,
        "at": at.to_json(),
        # Never the text itself: the secret of the link is in it.
        "summary": " → ".join(filter(None, (letter.subject, wish.to))),
    }
    return [*steps, Step(Action.CREATE, Contact.KIND, new_record_id(), fields)]


def _is_offices(session: Session, case: str, notice: str) -> bool:
    found = provenance.origin(session, case, Notice.KIND, notice)
    return found is not None and found.role is Role.OFFICE


def _one_line(text: str) -> str:
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())[:200]
