"""Entries on the wire: the exact line as text, its signature, and the body beside it."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

from surveyor_app.domain.journal.entries import Body, SignedEntry
from surveyor_app.domain.wire_errors import BadMessage


@dataclass(frozen=True, slots=True)
class WireEntry:
    """``line`` and ``body`` are canonical JSON as text; ``signature`` and ``salt`` base64; no body: left out or erased."""

    line: str
    signature: str
    salt: str | None = None
    body: str | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class PushRequest:
    """Consecutive entries of one chain, whole operations."""

    entries: tuple[WireEntry, ...]


@dataclass(frozen=True, slots=True)
class ReturnRequest:
    """Consecutive entries of one chain of another device, whole operations, that the centre had numbered and lost.

    Up to number ``common`` the centre's numbers are still those that the authors of these entries had seen.
    """

    entries: tuple[WireEntry, ...]
    common: int


@dataclass(frozen=True, slots=True)
class PushAnswer:
    """Numbers by hash of all entries that are stored now; the rest of the push is to be sent again.

    ``quarantined`` names entries that are stored and numbered but not applied, each with its reason.
    """

    numbers: dict[str, int]
    head_seq: int
    head_hash: str
    quarantined: dict[str, str]


@dataclass(frozen=True, slots=True)
class WireDevice:
    """A device whose entries the case holds: raw Ed25519 key and certificate (X.509 DER), both base64."""

    device: str
    public_key: str
    role: str
    holder: str
    certificate: str | None = None


@dataclass(frozen=True, slots=True)
class PullAnswer:
    """Entries after the number asked for in rising order, and every device needed to check them."""

    entries: tuple[WireEntry, ...]
    devices: tuple[WireDevice, ...]
    number: int
    more: bool = False


def to_wire(entry: SignedEntry) -> WireEntry:
    """Return the entry as it is sent."""
    body = entry.body
    return WireEntry(
        line=entry.line.decode(),
        signature=base64.b64encode(entry.signature).decode(),
        salt=None if body is None else base64.b64encode(body.salt).decode(),
        body=None if body is None else body.content().decode(),
        number=entry.number,
    )


def from_wire(entry: WireEntry) -> SignedEntry:
    """Return the entry as it came; hash, signature and chain are not checked here.

    Raises:
        BadMessage: when a value is not base64 or body and salt do not come together.
        BadEntry: when the body is not in canonical form.
    """
    if (entry.salt is None) != (entry.body is None):
        raise BadMessage(reason="salt and body")
    body = None
    if entry.salt is not None and entry.body is not None:
        body = Body.from_content(from_base64(entry.salt), _utf8(entry.body))
    return SignedEntry(_utf8(entry.line), from_base64(entry.signature), body, entry.number)


def from_base64(text: str) -> bytes:
    """Read a base64 value of a message.

    Raises:
        BadMessage: when it is none.
    """
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadMessage(reason="not base64") from error


def to_base64(data: bytes) -> str:
    """Return bytes as they stand in a message."""
    return base64.b64encode(data).decode()


def _utf8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise BadMessage(reason="surrogates") from error
