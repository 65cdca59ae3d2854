"""Local accounts: surveyors get a one-time enrolment code, office accounts a password (argon2id)."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.orm import Session

from surveyor_app.central.authority import passwords
from surveyor_app.central.storage.database import Database
from surveyor_app.central.storage.schema import accounts, enrolment_codes
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.process.permissions import EVERYDAY, OfficeRole
from surveyor_app.domain.wire_errors import NotSignedIn

MAX_USER = 60
CODE_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE_GROUPS, CODE_GROUP = 4, 5
"""Twenty characters of 32: a hundred bits, which nobody guesses; grouped for reading aloud."""


@dataclass(frozen=True, slots=True)
class Account:
    """Who may sign in, and in which role."""

    user: str
    display_name: str
    role: Role
    administrator: bool = False
    roles: frozenset[OfficeRole] = frozenset()
    """What somebody of the office is there for, administrator among it; a surveyor has none."""


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One account of the list of all."""

    user: str
    display_name: str
    role: Role
    administrator: bool
    disabled: bool
    roles: frozenset[OfficeRole] = frozenset()


def secret_hash(secret: str) -> str:
    """Return the SHA-256 under which a random secret is kept; enough for secrets that cannot be guessed."""
    return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()


def create_account(
    session: Session,
    user: str,
    display_name: str,
    role: Role,
    now: datetime,
    password_hash: str | None = None,
    *,
    administrator: bool = False,
    roles: Collection[OfficeRole] | None = None,
) -> Account:
    """Make an account; one that exists with the same role is kept and gets the new name, password and rights.

    ``roles`` are what an office account is there for; where nobody chose, a new one gets the everyday ones and one that exists
    keeps its own.

    Raises:
        InputError: for a user name with spaces or control characters, a missing password, another role than it has, or an office
            account that is there for nothing.
    """
    if not 0 < len(user) <= MAX_USER or not user.isprintable() or any(char.isspace() for char in user):
        raise InputError(field="user", reason="characters or length")
    if role is Role.OFFICE and password_hash is None:
        raise InputError(field="password", reason="missing")
    values: dict[str, object] = {"display_name": display_name[:MAX_USER] or user, "administrator": administrator}
    if password_hash is not None:
        values["password_hash"] = password_hash
    row = _row(session, user)
    if row is not None and row.role != role:
        raise InputError(field="role", reason="the account has another role")
    held = roles_of(row) if row is not None else EVERYDAY
    if role is Role.OFFICE:
        chosen = held if roles is None else frozenset(roles)
        rest = chosen - {OfficeRole.ADMINISTRATOR}
        is_administrator = administrator or (roles is not None and OfficeRole.ADMINISTRATOR in roles)
        if not rest and not is_administrator:
            raise InputError(field="office_roles", reason="missing")
        values |= _role_values(rest, administrator=is_administrator)
    if row is None:
        fixed = {"user": user, "role": role.value, "disabled": False, "inbox_number": 0, "created_at": utc_text(now)}
        session.execute(insert(accounts).values(**fixed, **values))
    else:
        session.execute(update(accounts).where(accounts.c.user == user).values(**values))
    return _account(_row(session, user))


def set_roles(session: Session, user: str, roles: Collection[OfficeRole]) -> None:
    """Let an office account be there for these and nothing else; what it is doing at the moment ends with the next request.

    Raises:
        NotFound: there is no such account of the office, or it is disabled.
        InputError: it would be there for nothing.
    """
    account = get_account(session, user)
    if account.role is not Role.OFFICE:
        raise NotFound(what="account", id=user)
    if not roles:
        raise InputError(field="office_roles", reason="missing")
    is_administrator = OfficeRole.ADMINISTRATOR in roles
    values = _role_values(frozenset(roles) - {OfficeRole.ADMINISTRATOR}, administrator=is_administrator)
    session.execute(update(accounts).where(accounts.c.user == user).values(**values))


def roles_of(row: Any) -> frozenset[OfficeRole]:
    """Return the roles of a row with ``role``, ``office_roles`` and ``administrator``; those of a newer version are left out."""
    if row.role != Role.OFFICE:
        return frozenset()
    named = {*row.office_roles.split(), *([OfficeRole.ADMINISTRATOR] if row.administrator else [])}
    return frozenset(role for role in OfficeRole if role in named)


def _role_values(roles: Collection[OfficeRole], *, administrator: bool) -> dict[str, object]:
    return {"office_roles": " ".join(sorted(roles)), "administrator": administrator}


def _account(row: Any) -> Account:
    return Account(row.user, row.display_name, Role(row.role), row.administrator, roles_of(row))


def exists(session: Session, user: str) -> bool:
    """Tell whether there is such an account, disabled or not."""
    return _row(session, user) is not None


def get_account(session: Session, user: str) -> Account:
    """Return an account that may sign in.

    Raises:
        NotFound: when there is none or it is disabled.
    """
    row = _row(session, user)
    if row is None or row.disabled:
        raise NotFound(what="account", id=user)
    return _account(row)


def list_accounts(session: Session) -> list[AccountLine]:
    """Return all accounts, by user name."""
    rows = session.execute(select(accounts)).all()
    lines = [
        AccountLine(row.user, row.display_name, Role(row.role), row.administrator, row.disabled, roles_of(row))
        for row in rows
    ]
    return sorted(lines, key=lambda line: line.user)


def check_password(database: Database, user: str, password: str) -> Account:
    """Return the account if the password is its own; an unknown user takes as long as a wrong password.

    The hash is computed outside any transaction: it takes long on purpose, and nobody else may wait for it.

    Raises:
        NotSignedIn: otherwise.
    """
    with database.read() as session:
        row = _row(session, user)
    kept = row.password_hash if row is not None and not row.disabled else None
    if not passwords.is_right(kept, password) or row is None:
        raise NotSignedIn(user=user)
    return _account(row)


def new_enrolment_code(session: Session, user: str, now: datetime, life: timedelta) -> str:
    """Return a fresh one-time code with which a laptop enrols for the account; it is shown only now.

    Raises:
        NotFound: when there is no such account.
    """
    account = get_account(session, user)
    groups = ("".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_GROUP)) for _ in range(CODE_GROUPS))
    code = "-".join(groups)
    values = {"code_hash": _code_hash(code), "user": account.user, "expires_at": utc_text(now + life)}
    session.execute(insert(enrolment_codes).values(**values))
    return code


def use_enrolment_code(session: Session, user: str, code: str, device: str, now: datetime) -> Account:
    """Spend a code for one device; the same device may repeat it, because the answer may have been lost.

    Raises:
        NotSignedIn: when it is wrong, expired or spent by another device.
    """
    mine = enrolment_codes.c.code_hash == _code_hash(code)
    row = session.execute(select(enrolment_codes).where(mine).with_for_update()).one_or_none()
    if row is None or row.user != user or row.expires_at < utc_text(now) or row.used_by not in {None, device}:
        raise NotSignedIn(user=user)
    session.execute(update(enrolment_codes).where(mine).values(used_by=device))
    return get_account(session, user)


def _code_hash(code: str) -> str:
    return secret_hash("".join(code.upper().split()).replace("-", ""))


def _row(session: Session, user: str) -> Row[Any] | None:
    return session.execute(select(accounts).where(accounts.c.user == user)).one_or_none()
