"""Links by which a customer sees their own claim (客户链接): a random secret in the address, and the last digits of their phone.

Of the secret only a hash is kept, so a link is shown once. It ends by itself, when the office revokes it, and after a number of
wrong digits for good: whoever found a link by chance tries no ten thousand. Making and revoking one stands in the journal.

::

    made ──(right digits)──> visit, for an hour ──> pages
    made ──(its time is over, or revoked, or too many wrong digits)──> ended
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.orm import Session

from surveyor_app.central.authority import attempts
from surveyor_app.central.authority.accounts import secret_hash
from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.central.storage.schema import customer_links, customer_visits
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.canonical import JsonObject
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.wire_errors import NotSignedIn

PARTIES: Final = {"insured": "insured_phone", "reporter": "reporter_phone"}
"""Whom a link may be for, and the field of the claim whose last digits open it."""

DIGITS = 4
MOST_WRONG = 10
TOKEN_BYTES = 16
"""Enough that nobody guesses one, and short enough for a text message."""
VISIT = timedelta(hours=1)
LINK = "customer link"
JOURNALED: Final = "customer_link"
"""Member of a note in the journal that says what was done to a link."""
MADE, REVOKED, NOT_SENT = "made", "revoked", "not sent"


@dataclass(frozen=True, slots=True)
class CustomerLink:
    """One link; ``id`` names it at the desk and in the journal and opens nothing."""

    id: str
    case: str
    party: str
    made_by: str
    made_at: str
    expires_at: str
    revoked_at: str | None
    is_locked: bool
    token_hash: str

    def is_open(self, now: datetime) -> bool:
        """Tell whether it still leads somewhere."""
        return self.revoked_at is None and not self.is_locked and self.expires_at > utc_text(now)


def new_token() -> str:
    """Return the secret of a link that is not made yet."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def id_of(token: str) -> str:
    """Return what names the link of a secret at the desk and in the journal."""
    return secret_hash(token)[:12]


def make(centre: Centre, actor: str, case: str, party: str) -> str:
    """Make a link for a party of the claim and return its secret, which is kept nowhere.

    Raises:
        InputError: there is no such party, or the claim has no phone of theirs.
        NotFound: the case has no claim.
    """
    token = new_token()
    with centre.database.write() as session:
        add(centre, session, actor, case, party, token)
    return token


def add(centre: Centre, session: Session, actor: str, case: str, party: str, token: str) -> None:
    """Do the same with a secret at hand, in a transaction that does more; see :func:`make`."""
    if party not in PARTIES:
        raise InputError(field="party", reason="unknown value")
    claim = claim_of(session, case)
    if claim is None:
        raise NotFound(what=Claim.KIND, id=case)
    if len(digits_of(claim, party)) < DIGITS:
        raise InputError(field=PARTIES[party], reason="empty")
    now = centre.now()
    until = utc_text(now + centre.config.customer_link_life)
    digest = secret_hash(token)
    values = {"token_hash": digest, "case_id": case, "party": party, "wrong": 0}
    told = {"made_by": actor, "made_at": utc_text(now), "expires_at": until}
    session.execute(insert(customer_links).values(**values, **told))
    _journal(session, case, actor, now, {JOURNALED: MADE, "link": id_of(token), "party": party, "expires_at": until})


def revoke(centre: Centre, actor: str, case: str, link: str) -> None:
    """End a link and every visit by it; one that was revoked already stays as it is.

    Raises:
        NotFound: the case has no such link.
    """
    with centre.database.write() as session:
        found = next((item for item in links_of(session, case) if item.id == link), None)
        if found is None:
            raise NotFound(what=LINK, id=link)
        if found.revoked_at is not None:
            return
        now = centre.now()
        mine = customer_links.c.token_hash == found.token_hash
        session.execute(update(customer_links).where(mine).values(revoked_at=utc_text(now), revoked_by=actor))
        session.execute(delete(customer_visits).where(customer_visits.c.token_hash == found.token_hash))
        _journal(session, case, actor, now, {JOURNALED: REVOKED, "link": link})


def is_made(session: Session, token: str) -> bool:
    """Tell whether there is a link of a secret, whether or not it still leads somewhere."""
    query = select(customer_links.c.case_id).where(customer_links.c.token_hash == secret_hash(token))
    return session.scalar(query) is not None


def take_back(centre: Centre, actor: str, case: str, token: str) -> None:
    """Forget a link that reached nobody; its secret may be used once more."""
    with centre.database.write() as session:
        session.execute(delete(customer_links).where(customer_links.c.token_hash == secret_hash(token)))
        _journal(session, case, actor, centre.now(), {JOURNALED: NOT_SENT, "link": id_of(token)})


def links_of(session: Session, case: str) -> list[CustomerLink]:
    """Return the links of a case, the newest first."""
    query = select(customer_links).where(customer_links.c.case_id == case)
    return [_link(row) for row in session.execute(query.order_by(customer_links.c.made_at.desc()))]


def link_of(session: Session, token: str, now: datetime) -> CustomerLink:
    """Return the link of a secret.

    Raises:
        NotFound: there is none, or it has ended; nobody is told which.
    """
    row = session.execute(select(customer_links).where(customer_links.c.token_hash == secret_hash(token))).one_or_none()
    if row is None or not _link(row).is_open(now):
        raise NotFound(what=LINK, id="")
    return _link(row)


def enter(centre: Centre, token: str, typed: str, address: str) -> str:
    """Begin a visit with the last digits of the phone, and return its secret.

    Raises:
        NotFound: there is no such link any more.
        NotSignedIn: the digits are others.
        TooManyAttempts: too often tried; later it may be tried again. Data: ``wait_s``.
    """
    now = centre.now()
    with centre.database.read() as session:
        link = link_of(session, token, now)
    with attempts.counted(centre.database, f"{LINK} {link.token_hash}", address, now):
        _require_digits(centre, token, typed, now)
    visit = secrets.token_urlsafe(TOKEN_BYTES)
    with centre.database.write() as session:
        session.execute(delete(customer_visits).where(customer_visits.c.expires_at <= utc_text(now)))
        values = {"visit_hash": secret_hash(visit), "token_hash": link.token_hash, "expires_at": utc_text(now + VISIT)}
        session.execute(insert(customer_visits).values(**values))
    return visit


def visited(session: Session, token: str, visit: str | None, now: datetime) -> CustomerLink:
    """Return the link that a visit came by.

    Raises:
        NotFound: there is no such link any more.
        NotSignedIn: the visit is over, or of another link.
    """
    link = link_of(session, token, now)
    query = select(customer_visits.c.token_hash).where(
        customer_visits.c.visit_hash == secret_hash(visit or ""), customer_visits.c.expires_at > utc_text(now)
    )
    if session.scalar(query) != link.token_hash:
        raise NotSignedIn(reason=LINK)
    return link


def leave(session: Session, visit: str) -> None:
    """End a visit."""
    session.execute(delete(customer_visits).where(customer_visits.c.visit_hash == secret_hash(visit)))


def digits_of(claim: Claim, party: str) -> str:
    """Return the last digits of a party's phone; fewer where the claim has no whole phone."""
    phone = getattr(claim, PARTIES[party]) or ""
    return "".join(character for character in phone if character.isascii() and character.isdecimal())[-DIGITS:]


def _require_digits(centre: Centre, token: str, typed: str, now: datetime) -> None:
    """Count the attempt first: of many at once none gets past the number that is allowed."""
    mine = customer_links.c.token_hash == secret_hash(token)
    with centre.database.write() as session:
        link = link_of(session, token, now)
        session.execute(update(customer_links).where(mine).values(wrong=customer_links.c.wrong + 1))
        claim = claim_of(session, link.case)
    right = digits_of(claim, link.party) if claim is not None else ""
    given = "".join(typed.split())
    if len(right) < DIGITS or not hmac.compare_digest(right.encode(), given.encode(errors="surrogatepass")):
        raise NotSignedIn(reason=LINK)
    with centre.database.write() as session:
        session.execute(update(customer_links).where(mine).values(wrong=0))


def _journal(session: Session, case: str, actor: str, now: datetime, fields: JsonObject) -> None:
    write_entries(session, case, [Step(Action.NOTE, CASE_KIND, case, fields)], actor, now)


def _link(row: Row[Any]) -> CustomerLink:
    return CustomerLink(
        id=row.token_hash[:12],
        case=row.case_id,
        party=row.party,
        made_by=row.made_by,
        made_at=row.made_at,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
        is_locked=row.wrong >= MOST_WRONG,
        token_hash=row.token_hash,
    )
