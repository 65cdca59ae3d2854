"""What delivery needs of a case on the laptop; the case file implements it structurally.

Every call is synchronous and durable when it returns: a laptop killed at any moment goes on where it was.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Protocol

from surveyor_app.domain.journal.entries import SignedEntry
from surveyor_app.protocol.delivery import NamedMark
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


class NumberingStore(Protocol):
    """What the laptop remembers of the numbers the centre gave, and how it takes over others."""

    def highest(self) -> int:
        """Return the highest number any entry here has, gaps before it or not."""

    def digest(self, upto: int) -> str:
        """Return the digest over the entries numbered up to ``upto`` (:mod:`surveyor_app.protocol.numbering`)."""

    def run_after(self, number: int, max_bytes: int) -> Sequence[SignedEntry]:
        """Return the entries numbered from ``number`` + 1 on: one chain, whole operations; empty when it is not here."""

    def note_loss(self, common: int) -> None:
        """Keep that the centre holds nothing above ``common`` for certain.

        No blob counts as being at the centre any more, and no receipt as covering this case, until a full one comes.
        """

    def held(self, number: int) -> None:
        """Keep that the centre holds everything up to ``number`` again."""

    def settled(self) -> None:
        """Keep that numbers mean the same again: an entry with a number is at the centre."""

    def renumber(self, common: int, entries: Sequence[SignedEntry], devices: Sequence[DeviceInfo]) -> None:
        """Take over the centre's numbers above ``common``; ``entries`` are all it has there.

        Own entries it lacks have no number then; those of others are marked as lost. If this device had seen more than the
        common numbers, it says so in its chain.
        """

    def lost_runs(self, common: int, max_bytes: int) -> Sequence[Sequence[SignedEntry]]:
        """Return what the centre lost of other devices, in runs of one chain, as far as it can be handed back."""


class DeliveryStore(Protocol):
    """One case's durable state of delivery."""

    @property
    def case_id(self) -> str:
        """The case."""

    @property
    def device_id(self) -> str:
        """This laptop's device."""

    @property
    def numbering(self) -> NumberingStore:
        """What the centre's numbers mean here."""

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
        """Return the head of every chain of the case, as far as the centre has not lost it."""

    def blobs(self) -> Sequence[BlobItem]:
        """Return all blobs of the case: originals, reports and previews."""

    def part_hashes(self, sha256: str) -> Sequence[str]:
        """Return the hexadecimal SHA-256 of each 1 MiB part of a blob."""

    def read_range(self, sha256: str, offset: int, size: int) -> bytes:
        """Return ``size`` bytes of a blob from ``offset`` on."""

    def read_parts(self, sha256: str, offset: int, size: int) -> Iterator[bytes]:
        """Yield the same bytes in pieces, each read when it is asked for."""

    def set_blobs(self, sent: Mapping[str, int], state: str) -> None:
        """Keep how many bytes of blobs have come, by hash (:class:`~surveyor_app.protocol.items.ItemState`).

        One that is receipted stays so.
        """

    def lose_blobs(self, hashes: Collection[str]) -> None:
        """Keep that the centre does not hold these blobs, whatever it said or signed before."""

    def loss(self) -> int | None:
        """Return how many entries the centre lost since its last full receipt, ``None`` when it lost nothing at all."""

    def delivery_lines(self) -> Sequence[str]:
        """Return the lines of the delivery root (:mod:`surveyor_app.protocol.roots`)."""

    def records_of_newer(self) -> Collection[str]:
        """Return the ids of the records with lines that only a newer version understands."""

    def named(self, about: Collection[str]) -> Sequence[NamedMark]:
        """Return what these records name, as the lines of the delivery root list it."""

    def save_receipt(self, kind: str, receipt: bytes, cms: bytes) -> None:
        """Keep a receipt whose signature and root were checked; a full one marks stored blobs as receipted, and ends a loss."""

    def open_epoch(self, reason: str) -> object:
        """Go on in a new epoch after the last entry that both sides hold."""


def marks(heads: Sequence[Head]) -> tuple[HeadMark, ...]:
    """Return heads as they stand in messages, in a fixed order."""
    found = [HeadMark(head.device, head.epoch, head.seq, head.hash) for head in heads]
    return tuple(sorted(found, key=lambda head: (head.device, head.epoch)))
