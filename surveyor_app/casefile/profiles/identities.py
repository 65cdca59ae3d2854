"""Who a profile is of and its device's key, sealed under the profile key: from it a damaged database is made anew."""

from __future__ import annotations

import base64
import binascii
import json
import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from surveyor_app.casefile.keys import file_key

_INFO = b"surveyor profile identity v1"
_NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class Identity:
    """User name at the centre, name in reports, and the seed of the device's signing key; the seed appears in no repr."""

    user: str
    display_name: str
    seed: bytes

    def __repr__(self) -> str:
        return f"Identity(user={self.user!r}, display_name={self.display_name!r})"


def seal(identity: Identity, profile_key: bytes, salt: bytes) -> str:
    """Return the identity as it stands in the profile's file."""
    content = {"user": identity.user, "name": identity.display_name, "seed": identity.seed.hex()}
    nonce = secrets.token_bytes(_NONCE_BYTES)
    sealed = AESGCM(file_key(profile_key, salt, _INFO)).encrypt(nonce, json.dumps(content).encode(), _INFO)
    return base64.b64encode(nonce + sealed).decode("ascii")


def unseal(sealed: str | None, profile_key: bytes, salt: bytes) -> Identity | None:
    """Return the identity, ``None`` where there is none, it is damaged, or the key is another's."""
    try:
        data = base64.b64decode(sealed or "", validate=True)
        plain = AESGCM(file_key(profile_key, salt, _INFO)).decrypt(data[:_NONCE_BYTES], data[_NONCE_BYTES:], _INFO)
        content = json.loads(plain)
        return Identity(content["user"], content["name"], bytes.fromhex(content["seed"]))
    except (binascii.Error, InvalidTag, ValueError, KeyError, TypeError):
        return None
