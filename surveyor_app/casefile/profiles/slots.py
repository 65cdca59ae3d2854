"""Slots of a profile: each holds the profile key, wrapped by another secret. They stand in ``profile.toml``; none is secret.

Slots of a kind this version does not know (a newer one's) are kept as they are.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass

from surveyor_app.casefile.keys import KdfCost, new_key, new_salt, passphrase_key, recovery_key, unwrap, wrap
from surveyor_app.casefile.profiles import recovery_code
from surveyor_app.casefile.profiles.vault import Vault
from surveyor_app.domain.errors import ProfileDamaged

PASSPHRASE = "passphrase"
KEYRING = "keyring"
RECOVERY = "recovery"

Slot = Mapping[str, object]
"""One table of the file: ``kind``, ``wrapped`` and what the kind needs."""


@dataclass(frozen=True, slots=True)
class SlotOwner:
    """Whose slots: the profile's id is authenticated with every wrapped key, so slots cannot be swapped."""

    profile_id: str

    def purpose(self, kind: str) -> bytes:
        """Return what is authenticated beside the wrapped key."""
        return f"surveyor {kind} slot of {self.profile_id}".encode()


def passphrase_slot(owner: SlotOwner, profile_key: bytes, passphrase: str, cost: KdfCost) -> Slot:
    """Return a slot that the passphrase opens."""
    salt = new_salt()
    wrapped = wrap(profile_key, passphrase_key(passphrase, salt, cost), owner.purpose(PASSPHRASE))
    return {
        "kind": PASSPHRASE,
        "kdf": "argon2id",
        "memory_kib": cost.memory_kib,
        "rounds": cost.rounds,
        "lanes": cost.lanes,
        "salt": _text(salt),
        "wrapped": _text(wrapped),
    }


def open_with_passphrase(owner: SlotOwner, slots: list[Slot], passphrase: str) -> bytes | None:
    """Return the profile key, ``None`` when the passphrase opens no slot."""
    for slot in _of_kind(slots, PASSPHRASE):
        cost = KdfCost(_number(slot, "memory_kib"), _number(slot, "rounds"), _number(slot, "lanes"))
        key = passphrase_key(passphrase, _bytes(slot, "salt"), cost)
        profile_key = unwrap(_bytes(slot, "wrapped"), key, owner.purpose(PASSPHRASE))
        if profile_key is not None:
            return profile_key
    return None


def recovery_slot(owner: SlotOwner, profile_key: bytes) -> tuple[Slot, str]:
    """Return a slot and the code that opens it; what becomes of the code is the caller's."""
    code, salt = recovery_code.new_code(), new_salt()
    wrapped = wrap(profile_key, recovery_key(code, salt), owner.purpose(RECOVERY))
    return {"kind": RECOVERY, "salt": _text(salt), "wrapped": _text(wrapped)}, recovery_code.to_text(code)


def open_with_recovery_code(owner: SlotOwner, slots: list[Slot], typed: str) -> bytes | None:
    """Return the profile key, ``None`` when the code opens no slot."""
    code = recovery_code.from_text(typed)
    if code is None:
        return None
    for slot in _of_kind(slots, RECOVERY):
        key = recovery_key(code, _bytes(slot, "salt"))
        profile_key = unwrap(_bytes(slot, "wrapped"), key, owner.purpose(RECOVERY))
        if profile_key is not None:
            return profile_key
    return None


def keyring_slot(owner: SlotOwner, profile_key: bytes, vault: Vault) -> Slot | None:
    """Return a slot that this user's keyring opens, ``None`` where the keyring does not work."""
    key = new_key()
    if not vault.keep(owner.profile_id, key.hex()):
        return None
    return {"kind": KEYRING, "wrapped": _text(wrap(profile_key, key, owner.purpose(KEYRING)))}


def open_with_keyring(owner: SlotOwner, slots: list[Slot], vault: Vault) -> bytes | None:
    """Return the profile key, ``None`` when there is no such slot or the keyring does not open it."""
    found = _of_kind(slots, KEYRING)
    secret = vault.get(owner.profile_id) if found else None
    try:
        key = bytes.fromhex(secret or "")
    except ValueError:
        return None
    if len(key) != len(new_key()):
        return None
    for slot in found:
        profile_key = unwrap(_bytes(slot, "wrapped"), key, owner.purpose(KEYRING))
        if profile_key is not None:
            return profile_key
    return None


def _of_kind(slots: list[Slot], kind: str) -> list[Slot]:
    return [slot for slot in slots if slot.get("kind") == kind]


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(slot: Slot, name: str) -> bytes:
    value = slot.get(name)
    try:
        return base64.b64decode(value, validate=True) if isinstance(value, str) else _damaged(name)
    except binascii.Error:
        return _damaged(name)


def _number(slot: Slot, name: str) -> int:
    value = slot.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else int.from_bytes(_damaged(name))


def _damaged(name: str) -> bytes:
    raise ProfileDamaged(reason=f"slot: {name}")
