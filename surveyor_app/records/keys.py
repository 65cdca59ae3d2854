"""The device's signing key (Ed25519) and the check of what other devices signed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.identifiers import DeviceId

KEY_BYTES = 32


@dataclass(frozen=True, slots=True, repr=False)
class DeviceKey:
    """A device's private key. It implements the domain's ``Signer`` and is never printed."""

    _private: Ed25519PrivateKey
    public_key: bytes
    device_id: DeviceId

    @classmethod
    def generate(cls) -> DeviceKey:
        """Make a new key."""
        return cls._of(Ed25519PrivateKey.generate())

    @classmethod
    def from_seed(cls, seed: bytes) -> DeviceKey:
        """Restore the key from the 32 bytes that :attr:`seed` gave.

        Raises:
            InputError: when it is not 32 bytes.
        """
        if len(seed) != KEY_BYTES:
            raise InputError(field="seed", reason="length")
        return cls._of(Ed25519PrivateKey.from_private_bytes(seed))

    @classmethod
    def _of(cls, private: Ed25519PrivateKey) -> DeviceKey:
        public = private.public_key().public_bytes_raw()
        return cls(private, public, device_id_of(public))

    @property
    def seed(self) -> bytes:
        """The private key, 32 bytes: to be kept encrypted."""
        return self._private.private_bytes_raw()

    def sign(self, data: bytes) -> bytes:
        """Return the 64-byte Ed25519 signature over ``data``."""
        return self._private.sign(data)


def device_id_of(public_key: bytes) -> DeviceId:
    """Return a device's id: the hexadecimal SHA-256 of its raw public key."""
    return DeviceId(hashlib.sha256(public_key).hexdigest())


def verify_signature(public_key: bytes, data: bytes, signature: bytes) -> bool:
    """Tell whether ``signature`` over ``data`` was made with the key; false as well for what is no key at all."""
    try:
        _load(public_key).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


@lru_cache(maxsize=64)
def _load(public_key: bytes) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(public_key)
