"""Messages about blobs, delivery and the receipt."""

from __future__ import annotations

import builtins
from dataclasses import dataclass
from enum import StrEnum

from surveyor_app.domain.journal.canonical import canonical
from surveyor_app.protocol.decoding import message_to_json
from surveyor_app.protocol.roots import HeadMark


class BlobState(StrEnum):
    """What the centre holds of one blob of this case."""

    HAVE = "have"
    PARTIAL = "partial"
    NEED = "need"
    REFUSED = "refused"


class ReceiptKind(StrEnum):
    """``partial``: entries and announced previews are held; ``full``: every byte is stored and was read again."""

    PARTIAL = "partial"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class BlobAsk:
    """One blob the laptop holds; a preview names the original it shows and is thereby announced."""

    sha256: str
    size: int
    preview_of: str | None = None


@dataclass(frozen=True, slots=True)
class NeedRequest:
    """What the laptop could send."""

    blobs: tuple[BlobAsk, ...]


@dataclass(frozen=True, slots=True)
class BlobStanding:
    """The centre's answer for one blob; ``offset`` is where a partial one continues, ``reason`` why it is refused."""

    sha256: str
    state: str
    offset: int = 0
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class NeedAnswer:
    """One answer a question, in the same order."""

    blobs: tuple[BlobStanding, ...]


@dataclass(frozen=True, slots=True)
class PartsRequest:
    """Hashes (hexadecimal) of consecutive 1 MiB parts from part ``first`` on, for an upload too long for its header."""

    first: int
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartsAnswer:
    """The length of a stored blob and the hashes (hexadecimal) of its 1 MiB parts, as far as they were ever told."""

    size: int
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldBlob:
    """One blob that the centre holds of a case; a preview names the original it shows."""

    sha256: str
    size: int
    preview_of: str | None = None


@dataclass(frozen=True, slots=True)
class HeldAnswer:
    """What the centre holds, in the order of the hashes; ``more`` says that there are others after the last."""

    blobs: tuple[HeldBlob, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class NamedMark:
    """Bytes that a record names, as the delivery root lists them."""

    folder: str
    id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class DeliverRequest:
    """The laptop's state: the heads of all chains it knows and the root over everything; ``until`` is a receipt kind.

    ``about`` are records of which one side does not understand every line, because the other's version is newer; the root lists
    of them what ``named`` says. Told only after the roots differed.
    """

    until: str
    delivery_root: str
    heads: tuple[HeadMark, ...]
    task: str | None = None
    about: tuple[str, ...] = ()
    named: tuple[NamedMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Missing:
    """Why there is no receipt yet.

    ``blobs`` are hashes still to be sent; ``heads`` those of the laptop that the centre does not know; ``behind`` says that
    the centre holds entries the laptop has not pulled; ``root_differs`` that both hold the same entries and yet disagree, and
    ``about`` then names records with lines that the centre does not understand.
    ``unread`` counts blobs that are held but still to be read again: asking once more goes on with them.
    """

    blobs: tuple[str, ...] = ()
    heads: tuple[HeadMark, ...] = ()
    behind: bool = False
    root_differs: bool = False
    unread: int = 0
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeliverAnswer:
    """Either what is missing, or the receipt: its canonical JSON and a detached CMS signature over it (DER), in base64."""

    missing: Missing | None = None
    receipt: str | None = None
    signature: str | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each the receipt covers."""

    entries: int
    originals: int
    reports: int
    previews: int
    statements: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What the insurer signs. ``bytes`` counts each stored original and report once; ``issued_at`` is UTC.

    Counts and bytes are those of the blobs it stands for: of a partial receipt previews alone.

    ``number`` is the highest central number of the case at that moment, ``centre`` the centre's id. ``newer`` counts records of
    which laptop or centre did not understand every line then: a later version may name more bytes of these.
    """

    v: int = 1
    kind: str
    centre: str
    case: str
    report_no: str | None = None
    task: str | None = None
    user: str
    number: int
    heads: tuple[HeadMark, ...]
    delivery_root: str
    counts: Counts
    bytes: int
    issued_at: str
    newer: int = 0

    def to_bytes(self) -> builtins.bytes:
        """Return the canonical JSON that is signed."""
        return canonical(message_to_json(self))
