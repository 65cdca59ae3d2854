"""What a delivery consists of on the laptop: blobs by lane and state, and the devices whose entries come with a case."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Lane(StrEnum):
    """In which order things are sent: the first lane is empty before the second begins."""

    ENTRIES = "entries"
    PREVIEW = "preview"
    ORIGINAL = "original"
    VIDEO = "video"


class ItemState(StrEnum):
    """How far one blob has come; only ``receipted`` means that the insurer has signed for it."""

    LOCAL = "local"
    SENDING = "sending"
    STORED = "stored"
    RECEIPTED = "receipted"


@dataclass(frozen=True, slots=True)
class BlobItem:
    """One blob to be delivered; a preview names the original it shows in ``preview_of``. ``sent`` counts bytes."""

    sha256: str
    size: int
    lane: Lane
    state: ItemState = ItemState.LOCAL
    sent: int = 0
    preview_of: str | None = None


@dataclass(frozen=True, slots=True)
class DeviceInfo:
    """A device: its id, raw Ed25519 public key, role, holder (user) and certificate (X.509 DER) once it has one."""

    id: str
    public_key: bytes
    role: str
    holder: str
    certificate: bytes | None = None
