"""What the rows of a damaged case file are, told by their shape and proved by the hashes that stand in them.

A row whose hash does not fit is no row: neither a bit that fell over nor a page of another file gets into the new case. Rows
without a hash of their own (the list of originals, what lies elsewhere) say nothing that is not proved by others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from surveyor_app.casefile.profiles.registry import KeptReceipt
from surveyor_app.casefile.salvage.rows import Row, Value, rows_of
from surveyor_app.casefile.sealed_pages import SealedPages
from surveyor_app.domain.errors import BadEntry
from surveyor_app.domain.journal.canonical import body_digest, sha256_hex
from surveyor_app.domain.journal.entries import Entry, is_hash
from surveyor_app.domain.kinds import KINDS
from surveyor_app.domain.ownership import Role
from surveyor_app.records.keys import device_id_of

_SIGNATURE_BYTES = 64


@dataclass(frozen=True, slots=True)
class FoundLine:
    """A line of the journal with its signature, the centre's number, and its place in the order of application."""

    pos: int
    entry: Entry
    line: bytes
    signature: bytes
    number: int | None


@dataclass(frozen=True, slots=True)
class FoundDevice:
    """A device whose id is the hash of its key."""

    id: str
    public_key: bytes
    role: str
    holder: str
    certificate: bytes | None


@dataclass(frozen=True, slots=True)
class FoundPart:
    """A part of an original with its hash."""

    blob_id: int
    n: int
    sha256: str
    data: bytes


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """A derived picture with its hash."""

    sha256: str
    kind: str
    jpeg_sha256: str
    jpeg: bytes


@dataclass(slots=True)
class Finds:
    """All that is small enough to be kept in memory; parts and pictures are handed on as they are found."""

    case_ids: dict[str, str] = field(default_factory=dict)
    lines: dict[str, FoundLine] = field(default_factory=dict)
    bodies: dict[str, tuple[bytes, bytes]] = field(default_factory=dict)
    devices: dict[str, FoundDevice] = field(default_factory=dict)
    originals: dict[int, tuple[str, int, str | None]] = field(default_factory=dict)
    erased: set[str] = field(default_factory=set)
    elsewhere: dict[str, int] = field(default_factory=dict)
    drafts: list[tuple[str, str, str, str, str]] = field(default_factory=list)
    receipts: list[KeptReceipt] = field(default_factory=list)

    def take(self, pages: SealedPages, number: int) -> Iterator[FoundPart | FoundPicture]:
        """Keep what the rows of a page are; yield the large ones."""

        def load(other: int) -> bytes | None:
            return pages.plain(other) if 0 < other <= pages.count else None

        for row in rows_of(pages.plain(number), number, load):
            large = _part(row) or _picture(row)
            if large is not None:
                yield large
            else:
                self._keep(row)

    def _keep(self, row: Row) -> None:
        line = _line(row)
        if line is not None:
            self.lines.setdefault(sha256_hex(line.line), line)
            return
        match row.values:
            case (str(), str(digest), bytes(salt), bytes(content)) if body_digest(salt, content) == digest:
                self.bodies[digest] = (salt, content)
            case (str(device), str(role), str(holder), bytes(key), (None | bytes()) as certificate) if _is_device(
                device, key, role
            ):
                self.devices[device] = FoundDevice(device, key, role, holder, certificate)
            case (None, "stored", str(sha256), int(size), (None | str()) as stored_at) if is_hash(sha256):
                self.originals[row.rowid] = (sha256, size, stored_at)
            case (None, "partial" | "full" as kind, bytes(receipt), bytes(cms), str(received_at)):
                self.receipts.append(KeptReceipt(kind, receipt, cms, received_at))
            case (None, str(case_id), str(made_at)) if row.rowid == 1:
                self.case_ids[case_id] = made_at
            case (str(sha256), int(came)) if is_hash(sha256):
                self.elsewhere[sha256] = came
            case (str(), str(digest)) if is_hash(digest):
                self.erased.add(digest)
            case (str(kind), str(record_id), str(name), str(value), str(saved_at)) if kind in KINDS:
                self.drafts.append((kind, record_id, name, value, saved_at))


def _is_device(device: str, key: bytes, role: str) -> bool:
    return role in set(Role) and device_id_of(key) == device


def _line(row: Row) -> FoundLine | None:
    """Return the row as a line of the journal, or as one that waits: the line stands before its signature in both."""
    values = row.values
    for at in range(1, len(values) - 1):
        line, signature = values[at], values[at + 1]
        if not (isinstance(line, bytes) and isinstance(signature, bytes) and len(signature) == _SIGNATURE_BYTES):
            continue
        if sha256_hex(line) not in values:
            continue
        try:
            entry = Entry.from_bytes(line)
        except BadEntry:
            continue
        return FoundLine(row.rowid, entry, line, signature, _number(values[at - 1]))
    return None


def _number(value: Value) -> int | None:
    return value if isinstance(value, int) and value > 0 else None


def _part(row: Row) -> FoundPart | None:
    match row.values:
        case (int(blob_id), int(n), str(sha256), bytes(data)) if hashlib.sha256(data).hexdigest() == sha256:
            return FoundPart(blob_id, n, sha256, data)
    return None


def _picture(row: Row) -> FoundPicture | None:
    match row.values:
        case (str(sha256), str(kind), str(digest), bytes(jpeg)) if hashlib.sha256(jpeg).hexdigest() == digest:
            return FoundPicture(sha256, kind, digest, jpeg)
    return None
