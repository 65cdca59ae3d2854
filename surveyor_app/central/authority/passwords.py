"""Passwords of office accounts: strong enough before they are taken, hashed with argon2id."""

from __future__ import annotations

import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn import zxcvbn

from surveyor_app.domain.errors import InputError

MIN_PASSWORD = 10
MIN_SCORE = 3
"""Of zxcvbn's 0 to 4: a hundred million guesses and more."""

_LONGEST_JUDGED = 72
_HASHER = PasswordHasher()
_NOBODY = _HASHER.hash(secrets.token_hex(16))


def hashed(password: str, *about: str) -> str:
    """Return the hash under which a new password is kept; ``about`` are words that must not carry it, like the user's name.

    It takes long on purpose: outside any transaction.

    Raises:
        InputError: the password is too short, or easy to guess.
    """
    if len(password) < MIN_PASSWORD:
        raise InputError(field="password", reason="too short")
    known = [word for text in about for word in (text, *text.split())]
    if zxcvbn(password[:_LONGEST_JUDGED], user_inputs=[*known, "surveyor"])["score"] < MIN_SCORE:
        raise InputError(field="password", reason="easy to guess")
    return _HASHER.hash(password)


def is_right(password_hash: str | None, password: str) -> bool:
    """Tell whether a password is the one kept; without any it takes as long and is wrong."""
    try:
        _HASHER.verify(password_hash or _NOBODY, password)
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None
