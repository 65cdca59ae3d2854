"""Locks the centre's private keys: in the database they lie encrypted under a key that does not lie there.

Whoever reads a backup of the database, or the disk, could otherwise sign as the centre. The key comes from the environment, a
file or a token (:mod:`surveyor_app.cli.centre_keys`) and is needed at every start; all nodes of a centre have the same.

A locked key is ``magic ‖ nonce ‖ AES-256-GCM(key)``, bound to its name, so that none can be put in another's place. Keys that
lie open are locked at the first start with a key, all of them in one transaction; so are those that lie locked under the key
before, where that is given too.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from surveyor_app.central.storage.schema import keys
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.wire_errors import CentreKeysLocked

MAGIC = b"surveyor-key-1\x00"
MIN_SECRET = 32
"""Bytes: what 32 random ones are in hexadecimal or base64 is longer. A word to remember is no key."""

_NONCE_BYTES = 12
_INFO = "key_lock"


@dataclass(frozen=True, slots=True)
class KeyLock:
    """Locks and opens private keys under a secret."""

    secret: bytes = field(repr=False)
    before: bytes | None = field(default=None, repr=False)
    """The secret under which keys may still lie locked; nothing is locked under it any more."""

    def __post_init__(self) -> None:
        """Refuse a secret that could be guessed.

        Raises:
            InputError: it is too short.
        """
        if any(len(secret) < MIN_SECRET for secret in (self.secret, self.before) if secret is not None):
            raise InputError(field="key", reason="too short", least=MIN_SECRET)

    def lock(self, name: str, private_key: bytes) -> bytes:
        """Return a private key encrypted."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return MAGIC + nonce + _cipher(self.secret).encrypt(nonce, private_key, name.encode())

    def open(self, name: str, locked: bytes) -> bytes:
        """Return the private key.

        Raises:
            CentreKeysLocked: it was locked under another secret, or changed since.
        """
        for secret in (self.secret, self.before):
            found = None if secret is None else _opened(secret, name, locked)
            if found is not None:
                return found
        raise CentreKeysLocked(reason="it is another key")

    def has_locked(self, name: str, kept: bytes) -> bool:
        """Tell whether a private key lies locked under the secret that counts now."""
        return kept.startswith(MAGIC) and _opened(self.secret, name, kept) is not None


def _opened(secret: bytes, name: str, locked: bytes) -> bytes | None:
    nonce, rest = locked[len(MAGIC) :][:_NONCE_BYTES], locked[len(MAGIC) + _NONCE_BYTES :]
    try:
        return _cipher(secret).decrypt(nonce, rest, name.encode())
    except (InvalidTag, ValueError):
        return None


def _cipher(secret: bytes) -> AESGCM:
    return AESGCM(HKDF(hashes.SHA256(), 32, None, MAGIC).derive(secret))


def opened(session: Session, name: str, kept: bytes) -> bytes:
    """Return the private key that lies in the database as ``kept``.

    Raises:
        CentreKeysLocked: it is locked, and no key or another one was given.
    """
    if not kept.startswith(MAGIC):
        return kept
    lock = lock_of(session)
    if lock is None:
        raise CentreKeysLocked(reason="no key was given")
    return lock.open(name, kept)


def to_keep(session: Session, name: str, private_key: bytes) -> bytes:
    """Return a private key as it is to lie in the database: locked where there is a lock."""
    lock = lock_of(session)
    return private_key if lock is None else lock.lock(name, private_key)


def lock_open_keys(session: Session) -> int:
    """Lock all keys that lie open or under the secret before, if there is a lock, and return how many those were.

    Raises:
        CentreKeysLocked: some are locked already, under another secret, or no key was given; nothing is changed then.
    """
    rows = session.execute(select(keys.c.name, keys.c.private_key).order_by(keys.c.name)).all()
    for row in rows:
        opened(session, row.name, row.private_key)
    lock = lock_of(session)
    lying_open = [] if lock is None else [row for row in rows if not lock.has_locked(row.name, row.private_key)]
    if not lying_open:
        return 0
    if session.get_bind().dialect.name == "sqlite":
        # What is written over does not stay behind in free pages.
        session.connection().exec_driver_sql("PRAGMA secure_delete = ON")
    for row in lying_open:
        locked = to_keep(session, row.name, opened(session, row.name, row.private_key))
        session.execute(update(keys).where(keys.c.name == row.name).values(private_key=locked))
        reach("keys.locking")
    return len(lying_open)


def lock_of(session: Session) -> KeyLock | None:
    """Return the lock with which the database of this session was opened."""
    found: KeyLock | None = session.info.get(_INFO)
    return found


def info_for(lock: KeyLock | None) -> dict[str, KeyLock | None]:
    """Return what a session is made with, so that keys can be read in it."""
    return {_INFO: lock}
