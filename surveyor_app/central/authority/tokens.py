"""Bearer tokens: short-lived access tokens, and refresh tokens that are replaced at each use.

Tokens are random and kept as hashes in the database, so that any node accepts what another gave. The refresh token before the
current one stays good until its successor is used: an answer lost on a bad network must not lock a laptop out.
"""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, insert, or_, select, update
from sqlalchemy.orm import Session

from surveyor_app.central.authority.accounts import Account, roles_of, secret_hash
from surveyor_app.central.authority.revoking import refuse_revoked, require_standing
from surveyor_app.central.storage.schema import access_tokens, accounts, certificates, sign_ins
from surveyor_app.domain.journal.identifiers import new_uuid7
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.process.permissions import OfficeRole
from surveyor_app.domain.wire_errors import NotSignedIn, TokenExpired

TOKEN_BYTES = 32
_CALLER = (
    select(
        *(sign_ins.c.device, sign_ins.c.family, accounts.c.user, accounts.c.display_name, accounts.c.role),
        *(accounts.c.administrator, accounts.c.office_roles, certificates.c.fingerprint, certificates.c.revoked_at),
    )
    .select_from(access_tokens)
    .join(sign_ins, sign_ins.c.family == access_tokens.c.family)
    .join(accounts, accounts.c.user == sign_ins.c.user)
    .outerjoin(certificates, (certificates.c.device == sign_ins.c.device) & (certificates.c.purpose == "device"))
    .where(access_tokens.c.token_hash == bindparam("token"), access_tokens.c.expires_at > bindparam("now"))
    .where(accounts.c.disabled.is_(False))
)
"""One line for each certificate of the device; made once, for it is asked at every request."""
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who sent a request: the account and, after enrolment, the device."""

    user: str
    display_name: str
    role: Role
    device: str | None
    family: str
    administrator: bool = False
    roles: frozenset[OfficeRole] = frozenset()


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
    family = new_uuid7()
    refresh = _new_refresh(family)
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

    One that was refused is looked at by :func:`end_reused`.

    Raises:
        NotSignedIn: when it is unknown, expired or was replaced long ago.
        DeviceRevoked: when the laptop's certificate was taken back.
    """
    digest = secret_hash(token)
    known = or_(sign_ins.c.current_hash == digest, sign_ins.c.previous_hash == digest)
    row = session.execute(select(sign_ins).where(known).with_for_update()).one_or_none()
    if row is None or row.expires_at < utc_text(now):
        raise NotSignedIn(reason="refresh_token")
    # First of all: a laptop that is locked out says so, and asks for no new code.
    require_standing(session, row.device)
    account = session.execute(select(accounts).where(accounts.c.user == row.user)).one()
    if account.disabled:
        raise NotSignedIn(user=row.user)
    fresh = _new_refresh(row.family)
    # The one just used stays good until the new one is used: its answer may never arrive.
    values = {"current_hash": secret_hash(fresh), "previous_hash": digest, "expires_at": utc_text(now + lives.refresh)}
    session.execute(update(sign_ins).where(sign_ins.c.family == row.family).values(**values))
    return Tokens(_new_access(session, row.family, now, lives), fresh, Role(account.role))


def end_reused(session: Session, token: str) -> None:
    """End the sign-in to which a refused refresh token once belonged: whoever has it is not alone with it.

    A laptop never comes back with a token that was replaced and whose successor it used; a thief does, or the laptop does after
    a thief. The sign-in ends for both, and the person has the laptop enrolled again.
    """
    family, _, secret = token.partition(".")
    row = session.execute(select(sign_ins).where(sign_ins.c.family == family)).one_or_none() if secret else None
    if row is not None and secret_hash(token) not in {row.current_hash, row.previous_hash}:
        logger.warning("a replaced refresh token of %s was used again: that sign-in is ended", row.user)
        sign_out(session, family)


def caller_of(session: Session, token: str, now: datetime) -> Caller:
    """Return who an access token stands for.

    Raises:
        TokenExpired: when it is unknown or no longer valid; a refresh token brings another.
        DeviceRevoked: when the laptop's certificate was taken back.
    """
    rows = session.execute(_CALLER, {"token": secret_hash(token), "now": utc_text(now)}).all()
    if not rows:
        raise TokenExpired()
    row = rows[0]
    refuse_revoked(row.device, [item.revoked_at for item in rows if item.fingerprint is not None])
    return Caller(row.user, row.display_name, Role(row.role), row.device, row.family, row.administrator, roles_of(row))


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


def _new_refresh(family: str) -> str:
    """Return a refresh token that says which sign-in it belongs to, so that a replaced one is known as such."""
    return f"{family}.{_new_token()}"


def _new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)
