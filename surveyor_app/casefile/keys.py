"""Keys: how passphrase, recovery code and the profile key turn into keys, and how one key is wrapped by another.

::

    passphrase ──argon2id──┐
    recovery code ──HKDF───┼─ wraps (AES-256-GCM) → profile key ──HKDF(file's 16-byte salt)──→ key of one SQLCipher file
    keyring secret ────────┘
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from surveyor_app.domain.errors import InputError, ProfileDamaged

KEY_BYTES = 32
SALT_BYTES = 16
_NONCE_BYTES = 12

CASE_INFO = b"surveyor case file v1"
PROFILE_INFO = b"surveyor profile database v1"
_RECOVERY_INFO = b"surveyor recovery code v1"

_LARGEST_MEMORY_KIB = 1024 * 1024
_LARGEST_ROUNDS = 100
_LARGEST_LANES = 64


@dataclass(frozen=True, slots=True)
class KdfCost:
    """Cost of argon2id: memory in KiB, rounds, lanes. RFC 9106 §4 recommends 64 MiB with three rounds on small machines."""

    memory_kib: int = 64 * 1024
    rounds: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        # The numbers come from a file: a hostile one must not make the program ask for all memory.
        fits = 8 * self.lanes <= self.memory_kib <= _LARGEST_MEMORY_KIB
        if not (fits and 1 <= self.rounds <= _LARGEST_ROUNDS and 1 <= self.lanes <= _LARGEST_LANES):
            raise ProfileDamaged(reason="cost of the passphrase slot")


PRODUCTION_COST = KdfCost()


def new_key() -> bytes:
    """Return a random key."""
    return secrets.token_bytes(KEY_BYTES)


def new_salt() -> bytes:
    """Return a random salt; a case file's salt is its first 16 bytes."""
    return secrets.token_bytes(SALT_BYTES)


def passphrase_key(passphrase: str, salt: bytes, cost: KdfCost) -> bytes:
    """Return the key a passphrase stands for; composed and full-width characters of an input method count as the same.

    Raises:
        InputError: the passphrase is empty.
    """
    text = unicodedata.normalize("NFKC", passphrase)
    if not text:
        raise InputError(field="passphrase", reason="empty")
    return hash_secret_raw(
        text.encode("utf-8", "surrogatepass"),
        salt,
        time_cost=cost.rounds,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def recovery_key(code: bytes, salt: bytes) -> bytes:
    """Return the key a recovery code stands for; 160 random bits need no slow derivation."""
    return _hkdf(code, salt, _RECOVERY_INFO)


def file_key(profile_key: bytes, salt: bytes, info: bytes) -> bytes:
    """Return the SQLCipher key of the file that starts with ``salt``; ``info`` is CASE_INFO or PROFILE_INFO."""
    return _hkdf(profile_key, salt, info)


def _hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=info).derive(key)


def wrap(key: bytes, wrapping_key: bytes, purpose: bytes) -> bytes:
    """Return ``key`` encrypted and authenticated together with ``purpose`` (nonce first)."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(wrapping_key).encrypt(nonce, key, purpose)


def unwrap(wrapped: bytes, wrapping_key: bytes, purpose: bytes) -> bytes | None:
    """Return the wrapped key, or ``None`` when the wrapping key is not the right one."""
    if len(wrapped) != _NONCE_BYTES + KEY_BYTES + 16:
        return None
    try:
        return AESGCM(wrapping_key).decrypt(wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:], purpose)
    except InvalidTag:
        return None
