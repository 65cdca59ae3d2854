"""A surveyor's laptop for the tests of the wire: a device, its journal in a plain SQLite database, and blobs beside it.

It implements the delivery store on the records package, without encryption: the wire is what these tests are about.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, SignedEntry
from surveyor_app.domain.journal.identifiers import new_case_id, new_record_id
from surveyor_app.domain.journal.instants import ClockReading, Trust
from surveyor_app.domain.journal.ranks import ranks_after
from surveyor_app.domain.kinds import CASE_KIND, encode_fields
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.protocol import roots
from surveyor_app.protocol.delivery import NamedMark
from surveyor_app.protocol.items import BlobItem, DeviceInfo, ItemState, Lane
from surveyor_app.protocol.limits import PART_BYTES
from surveyor_app.protocol.numbering import numbering_digest
from surveyor_app.protocol.roots import HeadMark
from surveyor_app.records import bases, journal
from surveyor_app.records.keys import DeviceKey
from surveyor_app.records.newer import records_of_newer
from surveyor_app.records.reading import list_records
from surveyor_app.records.schema import journal as journal_table
from surveyor_app.report.cms import verify_detached
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.enrolling import EnrolmentAnswer, enrol
from surveyor_app.sync.patience import Patience
from surveyor_app.sync.tokens import MemoryTokens
from tests.records.sides import sqlite_engine, upgraded


def clock() -> ClockReading:
    """A clock that stands still."""
    return ClockReading(datetime(2026, 11, 20, 6, 3, 22, 5, UTC), 480, Trust.SYSTEM, 1_000_000, "boot-1")


def patience(patience_s: float | None = 20.0) -> Patience:
    """Patience that waits in no time at all: the tests' clock runs only while it sleeps."""
    now = itertools.count()
    moment = [0.0]

    def sleep(seconds: float) -> None:
        next(now)
        moment[0] += seconds

    return Patience(patience_s, sleep=sleep, clock=lambda: moment[0], chance=lambda: 0.0)


class Laptop:
    """One device with one case."""

    def __init__(self, user: str, case: str | None = None) -> None:
        self.user = user
        self.key = DeviceKey.generate()
        self.engine = upgraded(sqlite_engine())
        self.author = journal.Author(self.key, user, clock)
        self._case = case or new_case_id()
        self.items: dict[str, BlobItem] = {}
        self.bytes: dict[str, bytes] = {}
        self.saved_receipts: list[tuple[str, bytes, bytes]] = []
        self.enrolment: EnrolmentAnswer | None = None
        self.tokens = MemoryTokens("")
        self.lost_entries: int | None = None

    def close(self) -> None:
        self.engine.dispose()

    # ------------------------------------------------------------------------------------------ enrolment

    def enrol(self, server: str, code: str) -> EnrolmentAnswer:
        self.enrolment = enrol(server, self.user, code, self.key, self.user.title())
        self.tokens = MemoryTokens(self.enrolment.refresh_token)
        return self.enrolment

    def with_another_case(self) -> Laptop:
        """The same device with the next case; it refreshes its tokens on."""
        other = Laptop(self.user)
        other.key, other.enrolment, other.tokens = self.key, self.enrolment, self.tokens
        other.author = self.author
        return other

    def client(self, server: str) -> CentreClient:
        return CentreClient(server, self.tokens, stall_s=20)

    def verify(self, data: bytes, cms: bytes) -> str:
        assert self.enrolment is not None
        return verify_detached(data, cms, [self.enrolment.ca_der])

    # ------------------------------------------------------------------------------------------ capturing

    def write(self, *steps: Step) -> list[SignedEntry]:
        with Session(self.engine) as session, session.begin():
            return journal.append(session, self._case, steps, self.author)

    def open_case(self) -> None:
        """Open the case on the spot."""
        claim = encode_fields("claim", {"report_no": "RD1"})
        self.write(Step(Action.CREATE, CASE_KIND, self._case), Step(Action.CREATE, "claim", new_record_id(), claim))

    def add_evidence(self, data: bytes, lane: Lane = Lane.ORIGINAL, preview: bytes | None = None) -> str:
        """Take an original into the case and return its hash."""
        sha256 = self._keep(data, lane)
        with Session(self.engine) as session:
            ranks = [item.rank for item in list_records(session, self._case, Evidence)]
        fields = {
            "sha256": sha256,
            "size_bytes": len(data),
            "rank": ranks_after(ranks[-1] if ranks else None, 1)[0],
            "evidence_class": "video" if lane is Lane.VIDEO else "photo",
        }
        self.write(Step(Action.CREATE, "evidence", new_record_id(), encode_fields("evidence", fields)))
        if preview is not None:
            self._keep(preview, Lane.PREVIEW, sha256)
        return sha256

    def _keep(self, data: bytes, lane: Lane, preview_of: str | None = None) -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        self.bytes[sha256] = data
        self.items[sha256] = BlobItem(sha256, len(data), lane, preview_of=preview_of)
        return sha256

    # --------------------------------------------------------------------------------- the delivery store

    @property
    def case_id(self) -> str:
        return self._case

    @property
    def device_id(self) -> str:
        return self.key.device_id

    @property
    def numbering(self) -> LaptopNumbering:
        return LaptopNumbering(self)

    def head_number(self) -> int:
        with Session(self.engine) as session:
            return journal.number_known(session, self._case)

    def unsent_entries(self, max_bytes: int) -> Sequence[SignedEntry]:
        with Session(self.engine) as session:
            return journal.unsent(session, self._case, self.key.device_id, max_bytes)

    def mark_numbered(self, numbers: Mapping[str, int]) -> None:
        with Session(self.engine) as session, session.begin():
            journal.set_numbers(session, self._case, numbers)  # type: ignore[arg-type]

    def receive(self, entries: Sequence[SignedEntry], devices: Sequence[DeviceInfo]) -> journal.Received:
        with Session(self.engine) as session, session.begin():
            for device in devices:
                role = Role(device.role)
                journal.register_device(session, device.id, device.public_key, role, device.holder, device.certificate)
            return journal.receive(session, self._case, entries)

    def heads(self) -> Sequence[journal.Head]:
        with Session(self.engine) as session:
            return journal.delivered_heads(session, self._case)

    def blobs(self) -> Sequence[BlobItem]:
        return list(self.items.values())

    def part_hashes(self, sha256: str) -> Sequence[str]:
        data = self.bytes[sha256]
        starts = range(0, len(data), PART_BYTES)
        return [hashlib.sha256(data[start : start + PART_BYTES]).hexdigest() for start in starts]

    def read_range(self, sha256: str, offset: int, size: int) -> bytes:
        return self.bytes[sha256][offset : offset + size]

    def read_parts(self, sha256: str, offset: int, size: int) -> Iterator[bytes]:
        end = offset + size
        while offset < end:
            part_end = min(end, (offset // PART_BYTES + 1) * PART_BYTES)
            yield self.read_range(sha256, offset, part_end - offset)
            offset = part_end

    def set_blobs(self, sent: Mapping[str, int], state: str) -> None:
        for sha256, size in sent.items():
            self.items[sha256] = replace(self.items[sha256], state=ItemState(state), sent=size)

    def lose_blobs(self, hashes: Collection[str]) -> None:
        for sha256 in hashes:
            self.set_blobs({sha256: 0}, ItemState.LOCAL)

    def loss(self) -> int | None:
        return self.lost_entries

    def delivery_lines(self) -> Sequence[str]:
        marks = [HeadMark(head.device, head.epoch, head.seq, head.hash) for head in self.heads()]
        with Session(self.engine) as session:
            evidence = list_records(session, self._case, Evidence, include_withdrawn=True)
        return roots.delivery_lines([("originals", item.id, item.sha256) for item in evidence if item.sha256], marks)

    def records_of_newer(self) -> Collection[str]:
        with Session(self.engine) as session:
            return records_of_newer(session, self._case)

    def named(self, about: Collection[str]) -> Sequence[NamedMark]:
        with Session(self.engine) as session:
            evidence = list_records(session, self._case, Evidence, include_withdrawn=True)
        return [NamedMark("originals", item.id, item.sha256) for item in evidence if item.sha256 and item.id in about]

    def save_receipt(self, kind: str, receipt: bytes, cms: bytes) -> None:
        self.saved_receipts.append((kind, receipt, cms))
        if kind == "full":
            self.lost_entries = None
            for item in self.blobs():
                self.set_blobs({item.sha256: item.size}, ItemState.RECEIPTED)

    def open_epoch(self, reason: str) -> object:
        with Session(self.engine) as session, session.begin():
            return journal.open_epoch(session, self._case, self.author, None, reason)

    # -------------------------------------------------------------------------------------------- looking

    def numbers(self) -> list[int | None]:
        """The numbers of all entries in the order they were written here."""
        with Session(self.engine) as session:
            query = select(journal_table.c.number).where(journal_table.c.case_id == self._case)
            return list(session.scalars(query.order_by(journal_table.c.pos)))


class LaptopNumbering:
    """What the centre's numbers mean on a laptop."""

    def __init__(self, laptop: Laptop) -> None:
        self._laptop = laptop

    def highest(self) -> int:
        with Session(self._laptop.engine) as session:
            return journal.highest_number(session, self._laptop.case_id)

    def digest(self, upto: int) -> str:
        with Session(self._laptop.engine) as session:
            return numbering_digest(journal.numbered_hashes(session, self._laptop.case_id, upto))

    def run_after(self, number: int, max_bytes: int) -> Sequence[SignedEntry]:
        with Session(self._laptop.engine) as session:
            return journal.numbered_run(session, self._laptop.case_id, number, max_bytes)

    def note_loss(self, common: int) -> None:
        laptop = self._laptop
        with Session(laptop.engine) as session:
            laptop.lost_entries = journal.count_above(session, laptop.case_id, common)
        laptop.lose_blobs(list(laptop.items))

    def held(self, number: int) -> None:
        """Nothing is shown here."""

    def settled(self) -> None:
        """Nothing is shown here."""

    def renumber(self, common: int, entries: Sequence[SignedEntry], devices: Sequence[DeviceInfo]) -> None:
        laptop = self._laptop
        laptop.receive([], devices)
        with Session(laptop.engine) as session, session.begin():
            journal.renumber(session, laptop.case_id, laptop.device_id, common, entries)
            if journal.has_seen_more(session, laptop.case_id, laptop.device_id, common):
                journal.append(session, laptop.case_id, [bases.agreement(laptop.case_id, common, "")], laptop.author)

    def lost_runs(self, common: int, max_bytes: int) -> Sequence[Sequence[SignedEntry]]:
        laptop = self._laptop
        with Session(laptop.engine) as session:
            return list(journal.lost_runs(session, laptop.case_id, laptop.device_id, common, max_bytes))
