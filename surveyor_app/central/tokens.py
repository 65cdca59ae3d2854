"""Bearer tokens: short-lived access tokens, and refresh tokens that are replaced at each use.

Tokens are random and kept as hashes in the database, so that any node accepts what another gave. The refresh token before the
current one stays good until its successor is used: an answer lost on a bad network must not lock a laptop out.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.orm import Session

from surveyor_app.central.accounts import Account, secret_hash
from surveyor_app.central.revoking import require_standing
from surveyor_app.central.schema import access_tokens, accounts, sign_ins
from surveyor_app.domain.journal.identifiers import new_uuid7
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.wire_errors import NotSignedIn, TokenExpired

TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True)
class Caller:
    """Who sent a request: the account and, after enrolment, the device."""

    user: str
    display_name: str
    role: Role
    device: str | None
    family: str


@dataclass(frozen=True, slots=True)
class Lives:
    """How long tokens hold."""

    access: timedelta
    refresh: timedelta


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a sign-in or a refresh hands out, once."""

    access: str
    refresh: str
    role: Role


def sign_in(session: Session, account: Account, device: str | None, now: datetime, lives: Lives) -> Tokens:
    """Begin a sign-in of an account, from a device when it is a laptop's."""
    family, refresh = new_uuid7(), _new_token()
    session.execute(
        insert(sign_ins).values(
            family=family,
            user=account.user,
            device=device,
            current_hash=secret_hash(refresh),
            expires_at=utc_text(now + lives.refresh),
        )
    )
    return Tokens(_new_access(session, family, now, lives), refresh, account.role)


def refresh(session: Session, token: str, now: datetime, lives: Lives) -> Tokens:
    """Replace a refresh token and return a new access token with it.

    Raises:
        NotSignedIn: when it is unknown, expired or was replaced long ago.
        DeviceRevoked: when the laptop's certificate was taken back.
    """
    digest = secret_hash(token)
    known = or_(sign_ins.c.current_hash == digest, sign_ins.c.previous_hash == digest)
    row = session.execute(select(sign_ins).where(known).with_for_update()).one_or_none()
    if row is None or row.expires_at < utc_text(now):
        raise NotSignedIn(reason="refresh_token")
    account = session.execute(select(accounts).where(accounts.c.user == row.user)).one()
    if account.disabled:
        raise NotSignedIn(user=row.user)
    require_standing(session, row.device)
    fresh = _new_token()
    # The one just used stays good until the new one is used: its answer may never arrive.
    values = {"current_hash": secret_hash(fresh), "previous_hash": digest, "expires_at": utc_text(now + lives.refresh)}
    session.execute(update(sign_ins).where(sign_ins.c.family == row.family).values(**values))
    return Tokens(_new_access(session, row.family, now, lives), fresh, Role(account.role))


def caller_of(session: Session, token: str, now: datetime) -> Caller:
    """Return who an access token stands for.

    Raises:
        TokenExpired: when it is unknown or no longer valid; a refresh token brings another.
        DeviceRevoked: when the laptop's certificate was taken back.
    """
    query = (
        select(sign_ins.c.device, sign_ins.c.family, accounts.c.user, accounts.c.display_name, accounts.c.role)
        .join(sign_ins, sign_ins.c.family == access_tokens.c.family)
        .join(accounts, accounts.c.user == sign_ins.c.user)
        .where(access_tokens.c.token_hash == secret_hash(token), access_tokens.c.expires_at > utc_text(now))
        .where(accounts.c.disabled.is_(False))
    )
    row = session.execute(query).one_or_none()
    if row is None:
        raise TokenExpired()
    require_standing(session, row.device)
    return Caller(row.user, row.display_name, Role(row.role), row.device, row.family)


def sign_out(session: Session, family: str) -> None:
    """End a sign-in and all its tokens."""
    session.execute(delete(access_tokens).where(access_tokens.c.family == family))
    session.execute(delete(sign_ins).where(sign_ins.c.family == family))


def _new_access(session: Session, family: str, now: datetime, lives: Lives) -> str:
    session.execute(delete(access_tokens).where(access_tokens.c.expires_at < utc_text(now)))
    token = secrets.token_urlsafe(TOKEN_BYTES)
    values = {"token_hash": secret_hash(token), "family": family, "expires_at": utc_text(now + lives.access)}
    session.execute(insert(access_tokens).values(**values))
    return token


def _new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)
