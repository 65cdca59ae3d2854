"""What delivery needs of a case on the laptop; the case file implements it structurally.

Every call is synchronous and durable when it returns: a laptop killed at any moment goes on where it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from surveyor_app.domain.journal.entries import SignedEntry
from surveyor_app.protocol.items import BlobItem, DeviceInfo
from surveyor_app.protocol.roots import HeadMark


class Head(Protocol):
    """The last entry of one chain, as the records package knows it."""

    @property
    def device(self) -> str:
        """The device's id."""

    @property
    def epoch(self) -> int:
        """The chain's epoch."""

    @property
    def seq(self) -> int:
        """The entry's place in the chain."""

    @property
    def hash(self) -> str:
        """The entry's hash."""


class DeliveryStore(Protocol):
    """One case's durable state of delivery."""

    @property
    def case_id(self) -> str:
        """The case."""

    def head_number(self) -> int:
        """Return the highest central number up to which every entry was pulled or acknowledged."""

    def unsent_entries(self, max_bytes: int) -> Sequence[SignedEntry]:
        """Return own entries without a number: consecutive, of one chain, whole operations, the oldest first.

        About ``max_bytes`` of lines and bodies, but at least one operation; empty when all are numbered.
        """

    def mark_numbered(self, numbers: Mapping[str, int]) -> None:
        """Keep the centre's numbers, by entry hash."""

    def receive(self, entries: Sequence[SignedEntry], devices: Sequence[DeviceInfo]) -> object:
        """Take in entries of other devices, or own ones that a restored backup had lost, with their numbers."""

    def heads(self) -> Sequence[Head]:
        """Return the head of every chain of the case."""

    def blobs(self) -> Sequence[BlobItem]:
        """Return all blobs of the case: originals, reports and previews."""

    def part_hashes(self, sha256: str) -> Sequence[str]:
        """Return the hexadecimal SHA-256 of each 1 MiB part of a blob."""

    def read_range(self, sha256: str, offset: int, size: int) -> bytes:
        """Return ``size`` bytes of a blob from ``offset`` on."""

    def set_blob(self, sha256: str, state: str, sent: int) -> None:
        """Keep how far a blob has come (:class:`~surveyor_app.protocol.items.ItemState`)."""

    def delivery_lines(self) -> Sequence[str]:
        """Return the lines of the delivery root (:mod:`surveyor_app.protocol.roots`)."""

    def save_receipt(self, kind: str, receipt: bytes, cms: bytes) -> None:
        """Keep a receipt whose signature and root were checked; a full one marks stored blobs as receipted."""

    def open_epoch(self, reason: str) -> object:
        """Go on in a new epoch after the last entry that both sides hold."""


def marks(heads: Sequence[Head]) -> tuple[HeadMark, ...]:
    """Return heads as they stand in messages, in a fixed order."""
    found = [HeadMark(head.device, head.epoch, head.seq, head.hash) for head in heads]
    return tuple(sorted(found, key=lambda head: (head.device, head.epoch)))
