"""Sign-ins under way at the insurer's own service: each is answered once, by the browser that began it, within minutes."""

from __future__ import annotations

import hashlib
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from surveyor_app.central.authority.accounts import secret_hash
from surveyor_app.central.storage.schema import oidc_attempts
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.wire_errors import NotSignedIn

LIFE = timedelta(minutes=10)
SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class Attempt:
    """One sign-in: what proves that an answer belongs to it, and where it leads."""

    state: str
    nonce: str
    verifier: str
    wanted: str

    @property
    def challenge(self) -> str:
        """Return what is told of the verifier before (RFC 7636, 4.2: S256)."""
        return urlsafe_b64encode(hashlib.sha256(self.verifier.encode()).digest()).decode().rstrip("=")


def begin(session: Session, wanted: str, now: datetime) -> Attempt:
    """Begin a sign-in that leads to a page of the desk."""
    session.execute(delete(oidc_attempts).where(oidc_attempts.c.expires_at < utc_text(now)))
    state, nonce, verifier = (secrets.token_urlsafe(SECRET_BYTES) for _ in range(3))
    values = {"state_hash": secret_hash(state), "nonce": nonce, "verifier": verifier, "wanted": wanted}
    session.execute(insert(oidc_attempts).values(**values, expires_at=utc_text(now + LIFE)))
    return Attempt(state, nonce, verifier, wanted)


def answer(session: Session, state: str, own: str, now: datetime) -> Attempt:
    """Take the sign-in that an answer belongs to; ``own`` is what the browser that began it kept. It is gone afterwards.

    Raises:
        NotSignedIn: another browser began it, or it was answered or is too old.
    """
    if not state or not secrets.compare_digest(state.encode(), own.encode()):
        raise NotSignedIn(reason="state")
    mine = oidc_attempts.c.state_hash == secret_hash(state)
    row = session.execute(select(oidc_attempts).where(mine).with_for_update()).one_or_none()
    if row is None or row.expires_at < utc_text(now):
        raise NotSignedIn(reason="state")
    session.execute(delete(oidc_attempts).where(mine))
    return Attempt(state, row.nonce, row.verifier, row.wanted)
