"""Entries: the signed lines of the journal, their exact bytes, and the salted bodies that lie beside them.

A line is canonical JSON (RFC 8785) with the members ``v, case, device, epoch, seq, prev, base, op, op_n, op_of, at, clock,
actor, action, kind, id, body``. Its hash is the SHA-256 of the bytes; its signature is Ed25519 by the device's key over the
bytes. ``body`` is SHA-256(salt ‖ canonical {fields, reason}); salt and body travel beside the line and may be absent later,
so that personal data can be erased by law while chain and signatures still verify.

A later version may add actions, kinds, members of the line and members of the body. Their values are read as they stand and
written back byte for byte, whether or not this version understands them (:mod:`surveyor_app.domain.vocabulary`). The members
named above keep name and form for ever: without them no version could check a line.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from surveyor_app.domain.errors import BadEntry, InputError, SurveyorError
from surveyor_app.domain.journal.canonical import Json, JsonObject, body_digest, canonical, sha256_hex
from surveyor_app.domain.journal.identifiers import CaseId, DeviceId, EntryHash, RecordId
from surveyor_app.domain.journal.instants import parse_utc

VERSION = 1
"""Version of the entry's form and of the record kinds it may name."""

MAX_ENTRY_BYTES = 32 * 1024
"""An entry with its body; strokes, sketches and long texts are blobs."""

MAX_NAME = 200
"""Characters of an id, a kind, an operation or an actor: they are keys of tables, whose length databases limit."""

SALT_BYTES = 16


class Action(StrEnum):
    """What an entry does to its record."""

    CREATE = "create"
    CHANGE = "change"
    WITHDRAW = "withdraw"
    RESTORE = "restore"
    ATTACH = "attach"
    SIGN = "sign"
    SEAL = "seal"
    ALIAS = "alias"
    NOTE = "note"
    ERASE = "erase"
    REVOKE = "revoke"


LASTING = frozenset({Action.ERASE, Action.REVOKE})
"""Actions whose bodies are never erased: they say why others are gone, or count for nothing."""


def read_action(text: str) -> Action | str:
    """Return the action of this name, or the name itself when only a newer version knows it."""
    return Action(text) if text in Action._value2member_map_ else text


class Signer(Protocol):
    """A device's signing key; the id is the SHA-256 of its public key."""

    @property
    def device_id(self) -> DeviceId:
        """Hexadecimal SHA-256 of the raw Ed25519 public key."""

    @property
    def public_key(self) -> bytes:
        """The raw Ed25519 public key, 32 bytes."""

    def sign(self, data: bytes) -> bytes:
        """Return the 64-byte Ed25519 signature over ``data``."""


@dataclass(frozen=True, slots=True)
class Body:
    """What an entry says: the fields it sets (``null`` empties one) and why. Absent after an erasure.

    ``more`` are members that a newer version put beside them; like fields that this version does not know they are kept and
    have no effect.
    """

    salt: bytes
    fields: Mapping[str, Json]
    reason: str | None = None
    more: JsonObject = field(default_factory=dict)

    def content(self) -> bytes:
        """Return the canonical bytes that are hashed after the salt."""
        return canonical({**self.more, "fields": dict(self.fields), "reason": self.reason})

    def digest(self) -> str:
        """Return the hash that stands in the signed line."""
        return body_digest(self.salt, self.content())

    @classmethod
    def from_content(cls, salt: bytes, content: bytes) -> Body:
        """Read :meth:`content` back.

        Raises:
            BadEntry: when the bytes are not canonical or have another form.
        """
        value = _parse(content)
        return cls.from_members(salt, value)

    @classmethod
    def from_members(cls, salt: bytes, value: Mapping[str, Any]) -> Body:
        """Return the body with these members.

        Raises:
            BadEntry: when fields or reason are missing or have another form.
        """
        fields, reason = value.get("fields"), value.get("reason")
        if not set(value) >= _BODY_MEMBERS or not isinstance(fields, dict) or not isinstance(reason, str | None):
            raise BadEntry(reason="body members")
        return cls(salt, fields, reason, {name: value[name] for name in value.keys() - _BODY_MEMBERS})


_BODY_MEMBERS = {"fields", "reason"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal as data. ``prev`` is the hash before in the chain, ``None`` for a device's first line.

    ``base`` is the highest central number of the case the author had seen; ``at`` is UTC with microseconds as text. ``more`` are
    the members that only a newer version knows.
    """

    case: CaseId
    device: DeviceId
    epoch: int
    seq: int
    prev: EntryHash | None
    base: int
    op: str
    op_n: int
    op_of: int
    at: str
    clock: JsonObject
    actor: str
    action: Action | str
    kind: str
    id: RecordId
    body: str
    v: int = VERSION
    more: JsonObject = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """Return the exact bytes that are hashed, signed, stored and sent."""
        return canonical({**self.more, **{name: _plain(getattr(self, name)) for name in MEMBERS}})

    @classmethod
    def from_bytes(cls, line: bytes) -> Entry:
        """Read a line; anything but the canonical bytes of a well-formed entry is refused.

        Raises:
            BadEntry: with the reason. What only a newer version knows is no reason: such a line waits in quarantine.
        """
        if len(line) > MAX_ENTRY_BYTES:
            raise BadEntry(reason="too long")
        value = _parse(line)
        if not set(MEMBERS) <= set(value):
            raise BadEntry(reason="members")
        for name, types in MEMBERS.items():
            if isinstance(value[name], bool) or not isinstance(value[name], types):
                raise BadEntry(reason=name)
        if min(value["epoch"], value["base"]) < 0 or min(value["seq"], value["v"]) < 1:
            raise BadEntry(reason="numbers")
        if not 1 <= value["op_n"] <= value["op_of"]:
            raise BadEntry(reason="numbers")
        _check_texts(value)
        known = {name: value.pop(name) for name in MEMBERS}
        return cls(**known | {"action": read_action(known["action"]), "more": value})


_NAMES = ("case", "op", "actor", "action", "kind", "id")
_HASHES = ("device", "body", "prev")
_TEXT = (str,)
_NUMBER = (int,)
MEMBERS: Mapping[str, tuple[type, ...]] = {
    "v": _NUMBER,
    "case": _TEXT,
    "device": _TEXT,
    "epoch": _NUMBER,
    "seq": _NUMBER,
    "prev": (str, type(None)),
    "base": _NUMBER,
    "op": _TEXT,
    "op_n": _NUMBER,
    "op_of": _NUMBER,
    "at": _TEXT,
    "clock": (dict,),
    "actor": _TEXT,
    "action": _TEXT,
    "kind": _TEXT,
    "id": _TEXT,
    "body": _TEXT,
}
"""What every line has, in every version, with the types of the values."""


def _check_texts(value: Mapping[str, Any]) -> None:
    if any(len(value[name]) > MAX_NAME or "\0" in value[name] for name in _NAMES):
        raise BadEntry(reason="names")
    if not all(is_hash(value[name]) for name in _HASHES if value[name] is not None):
        raise BadEntry(reason="hashes")
    try:
        parse_utc(value["at"])
    except InputError as error:
        raise BadEntry(reason="at") from error


_HEX = frozenset("0123456789abcdef")


def is_hash(text: str) -> bool:
    """Tell whether ``text`` is a SHA-256 as 64 lower-case hexadecimal digits."""
    return len(text) == 64 and _HEX.issuperset(text)


def _plain(value: Json) -> Json:
    return value.value if isinstance(value, Action) else value


def _parse(data: bytes) -> dict[str, Any]:
    try:
        value = json.loads(data)
        again = canonical(value)
    except (ValueError, RecursionError, SurveyorError) as error:
        raise BadEntry(reason="not canonical JSON") from error
    if not isinstance(value, dict) or again != data:
        raise BadEntry(reason="not canonical JSON")
    return value


@dataclass(frozen=True, slots=True)
class SignedEntry:
    """A line with its signature and, unless erased, the body beside it; ``number`` is the centre's, once given."""

    line: bytes
    signature: bytes
    body: Body | None
    number: int | None = None

    @property
    def hash(self) -> EntryHash:
        """Hexadecimal SHA-256 of the line."""
        return EntryHash(sha256_hex(self.line))

    @property
    def entry(self) -> Entry:
        """The line as data (parsed at each call).

        Raises:
            BadEntry: when the line is malformed.
        """
        return Entry.from_bytes(self.line)
