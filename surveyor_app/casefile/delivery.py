"""The durable state of a case's delivery: what the sync package asks of a store, on the case file.

``blobs`` are originals and reports named by a record, and the previews; each has a state of its own, kept in a local table.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from surveyor_app.casefile import blobs, centre_loss, elsewhere
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.clocks import system_clock
from surveyor_app.casefile.numbering import CaseNumbering
from surveyor_app.casefile.previews import PreviewKind
from surveyor_app.casefile.profiles.registry import KeptReceipt
from surveyor_app.casefile.schema import PART_BYTES, blob, delivery_blob, preview
from surveyor_app.casefile.schema import receipt as receipt_table
from surveyor_app.domain.errors import BlobMissing, DamagedFile
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.entries import SignedEntry
from surveyor_app.domain.journal.identifiers import EntryHash
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.wire_errors import BadMessage
from surveyor_app.protocol import roots
from surveyor_app.protocol.decoding import decode_message
from surveyor_app.protocol.delivery import NamedMark, Receipt
from surveyor_app.protocol.items import BlobItem, DeviceInfo, ItemState, Lane
from surveyor_app.protocol.roots import HeadMark
from surveyor_app.records import journal
from surveyor_app.records.chunks import chunked
from surveyor_app.records.naming import delivered_bytes, named_bytes
from surveyor_app.records.newer import records_of_newer
from surveyor_app.records.schema import PROJECTIONS

_FULL = "full"
_VIDEO = "video"


class CaseDelivery:
    """Implements sync's ``DeliveryStore`` for one open case; every call is one short transaction."""

    def __init__(self, case: CaseFile) -> None:
        """Serve the delivery of ``case``, which stays open as long as this is used."""
        self._case = case
        self._device = case.profile.device_key.device_id
        self.numbering = CaseNumbering(case)
        """What the centre's numbers mean here."""

    @property
    def case_id(self) -> str:
        """The case."""
        return self._case.case_id

    @property
    def device_id(self) -> str:
        """This laptop's device."""
        return self._device

    # ------------------------------------------------------------------------------------------- entries

    def head_number(self) -> int:
        """Return the highest central number up to which every entry is held."""
        with self._case.read() as session:
            return journal.number_known(session, self._case.case_id)

    def unsent_entries(self, max_bytes: int) -> Sequence[SignedEntry]:
        """Return own entries without a number, whole operations of one chain, the oldest first."""
        with self._case.read() as session:
            return journal.unsent(session, self._case.case_id, self._device, max_bytes)

    def mark_numbered(self, numbers: Mapping[str, int]) -> None:
        """Keep the centre's numbers, by entry hash."""
        with self._case.write() as session:
            known = {EntryHash(entry_hash): number for entry_hash, number in numbers.items()}
            journal.set_numbers(session, self._case.case_id, known)
            reach("numbers.before_commit")
        reach("numbers.after_commit")

    def receive(self, entries: Sequence[SignedEntry], devices: Sequence[DeviceInfo]) -> journal.Received:
        """Take in entries with their numbers, and first the devices that signed them."""
        with self._case.write() as session:
            for device in devices:
                journal.register_device(
                    session, device.id, device.public_key, Role(device.role), device.holder, device.certificate
                )
            received = journal.receive(session, self._case.case_id, entries)
            elsewhere.note_absent(session, self._case.case_id)
            reach("receive.before_commit")
        reach("receive.after_commit")
        return received

    def heads(self) -> Sequence[journal.Head]:
        """Return the head of every chain of the case, as far as the centre has not lost it."""
        with self._case.read() as session:
            return journal.delivered_heads(session, self._case.case_id)

    def open_epoch(self, reason: str) -> object:
        """Go on in a new epoch after the last own entry that both sides hold."""
        with self._case.write() as session:
            return journal.open_epoch(session, self._case.case_id, self._case.author, None, reason)

    # --------------------------------------------------------------------------------------------- blobs

    def blobs(self) -> Sequence[BlobItem]:
        """Return previews, originals and reports that this file holds, in the order they were stored."""
        with self._case.read() as session:
            states = {
                row.sha256: (ItemState(row.state), row.sent_bytes) for row in session.execute(select(delivery_blob))
            }
            lanes = _lanes(session, self._case.case_id)
            stored = session.execute(
                select(blob.c.sha256, blob.c.size).where(blob.c.state == "stored").order_by(blob.c.id)
            )
            items = [_item(sha256, size, lanes[sha256], states, None) for sha256, size in stored if sha256 in lanes]
            # Whoever took an original in sends its preview, nobody else.
            ours = lanes.keys() - elsewhere.came(session)
            pictures = session.execute(
                select(preview.c.jpeg_sha256, func.length(preview.c.jpeg), preview.c.sha256)
                .where(preview.c.kind == PreviewKind.PREVIEW.value, preview.c.sha256.in_(list(ours)))
                .order_by(preview.c.sha256)
            )
            return [_item(sha256, size, Lane.PREVIEW, states, shown) for sha256, size, shown in pictures] + items

    def part_hashes(self, sha256: str) -> Sequence[str]:
        """Return the SHA-256 of each 1 MiB part of an original, report or preview."""
        try:
            return blobs.part_hashes(self._case, sha256)
        except BlobMissing:
            jpeg = self._preview(sha256)
            starts = range(0, len(jpeg), PART_BYTES)
            return [hashlib.sha256(jpeg[start : start + PART_BYTES]).hexdigest() for start in starts]

    def read_range(self, sha256: str, offset: int, size: int) -> bytes:
        """Return up to ``size`` bytes from ``offset`` on, checked against the parts' hashes."""
        try:
            return blobs.read_range(self._case, sha256, offset, size)
        except BlobMissing:
            return self._preview(sha256)[offset : offset + size]

    def read_parts(self, sha256: str, offset: int, size: int) -> Iterator[bytes]:
        """Yield up to ``size`` bytes from ``offset`` on, part by part, each checked against its hash."""
        try:
            yield from blobs.read_parts(self._case, sha256, offset, size)
        except BlobMissing:
            yield self._preview(sha256)[offset : offset + size]

    def _preview(self, sha256: str) -> bytes:
        jpeg: bytes | None = None
        with suppress(DamagedFile), self._case.read() as session:
            jpeg = session.scalar(select(preview.c.jpeg).where(preview.c.jpeg_sha256 == sha256).limit(1))
        if jpeg is None or hashlib.sha256(jpeg).hexdigest() != sha256:
            raise BlobMissing(sha256=sha256)
        return jpeg

    def set_blobs(self, sent: Mapping[str, int], state: str) -> None:
        """Keep how far blobs have come, by hash; one that is receipted stays so."""
        rows = [
            {"sha256": sha256, "state": ItemState(state).value, "sent_bytes": size} for sha256, size in sent.items()
        ]
        statement = upsert(delivery_blob)
        values = {"state": statement.excluded.state, "sent_bytes": statement.excluded.sent_bytes}
        unless = delivery_blob.c.state != ItemState.RECEIPTED.value
        with self._case.write() as session:
            session.execute(statement.on_conflict_do_update(index_elements=["sha256"], set_=values, where=unless), rows)

    def lose_blobs(self, hashes: Collection[str]) -> None:
        """Keep that the centre does not hold these blobs; where it had signed for one, that is a loss."""
        with self._case.write() as session:
            for chunk in chunked(sorted(hashes)):
                lost = delivery_blob.c.sha256.in_(chunk)
                signed = select(delivery_blob.c.sha256).where(lost, delivery_blob.c.state == ItemState.RECEIPTED.value)
                if session.scalar(signed.limit(1)) is not None:
                    centre_loss.note(session, utc_text(system_clock().at), 0, None)
                session.execute(delete(delivery_blob).where(lost))

    def loss(self) -> int | None:
        """Return how many entries the centre lost since its last full receipt, ``None`` when it lost nothing at all."""
        with self._case.read() as session:
            found = centre_loss.load(session)
        return None if found is None else found.entries

    # ------------------------------------------------------------------------------------------- receipt

    def delivery_lines(self) -> Sequence[str]:
        """Return the lines of the delivery root over records and heads; withdrawn evidence included."""
        with self._case.read() as session:
            heads = [
                HeadMark(head.device, head.epoch, head.seq, head.hash)
                for head in journal.delivered_heads(session, self._case.case_id)
            ]
            named = delivered_bytes(session, self._case.case_id)
        return roots.delivery_lines([(item.folder, item.record_id, item.sha256) for item in named], heads)

    def records_of_newer(self) -> Collection[str]:
        """Return the records with lines that only a newer version understands."""
        with self._case.read() as session:
            return records_of_newer(session, self._case.case_id)

    def named(self, about: Collection[str]) -> Sequence[NamedMark]:
        """Return what some records name, as the delivery root lists it."""
        with self._case.read() as session:
            found = delivered_bytes(session, self._case.case_id)
        return [NamedMark(item.folder, item.record_id, item.sha256) for item in found if item.record_id in about]

    def save_receipt(self, kind: str, receipt: bytes, cms: bytes) -> None:
        """Keep a checked receipt in the file and in the profile; a full one marks what is stored there as receipted.

        A blob that came after the receipt was asked for is not stored at the centre yet, and stays as it is.
        """
        kept = KeptReceipt(kind, receipt, cms, utc_text(system_clock().at))
        with self._case.write() as session:
            known = session.scalar(select(receipt_table.c.id).where(receipt_table.c.receipt == receipt))
            if known is None:
                values = {"kind": kind, "receipt": receipt, "cms": cms, "received_at": kept.received_at}
                session.execute(insert(receipt_table).values(values))
            if kind == _FULL:
                covered = delivery_blob.c.state == ItemState.STORED.value
                session.execute(update(delivery_blob).where(covered).values(state=ItemState.RECEIPTED.value))
                centre_loss.clear(session)
            reach("receipt.before_commit")
        reach("receipt.after_commit")
        self._case.profile.registry.keep_receipt(self._case.case_id, kept)

    def settle_receipts(self) -> None:
        """Mark what is stored at the centre as receipted where a full receipt is here for exactly this state of the case."""
        root = roots.delivery_root(self.delivery_lines())
        if self.loss() is not None or root not in {_root_of(kept) for kept in self.receipts() if kept.kind == _FULL}:
            return
        with self._case.write() as session:
            covered = delivery_blob.c.state == ItemState.STORED.value
            session.execute(update(delivery_blob).where(covered).values(state=ItemState.RECEIPTED.value))

    def receipts(self) -> list[KeptReceipt]:
        """Return the receipts of the case, oldest first."""
        with self._case.read() as session:
            rows = session.execute(select(receipt_table).order_by(receipt_table.c.id))
            return [KeptReceipt(row.kind, row.receipt, row.cms, row.received_at) for row in rows]


def _root_of(kept: KeptReceipt) -> str | None:
    try:
        return decode_message(Receipt, kept.receipt).delivery_root
    except BadMessage:
        # Of a newer version: what cannot be read signs for nothing.
        return None


def _item(
    sha256: str, size: int, lane: Lane, states: Mapping[str, tuple[ItemState, int]], preview_of: str | None
) -> BlobItem:
    state, sent = states.get(sha256, (ItemState.LOCAL, 0))
    return BlobItem(sha256, size, lane, state, sent, preview_of)


def _lanes(session: Session, case_id: str) -> dict[str, Lane]:
    table = PROJECTIONS[Evidence.KIND]
    rows = session.execute(select(table.c.sha256, table.c.evidence_class).where(table.c.case_id == case_id))
    lanes = {sha256: Lane.VIDEO if kind == _VIDEO else Lane.ORIGINAL for sha256, kind in rows if sha256 is not None}
    others = (item.sha256 for item in named_bytes(session, case_id) if item.kind != Evidence.KIND)
    lanes.update(dict.fromkeys(others, Lane.ORIGINAL))
    return lanes
