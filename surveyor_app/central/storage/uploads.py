"""Uploads in progress: leases with a fence number, and the pieces of bytes that have arrived.

::

    announced ──(creation)──> uploading ──(all bytes, hash holds)──> stored
        any write first takes the lease: fence + 1; what an older fence writes is not counted
    uploading ──(its time is over, or it is ended)──> announced

A piece is one object in the store and one row; it lies within one 1 MiB part. The row is committed after the object, so what is
counted is there. Nothing is kept in memory between requests: any node may take the next one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from surveyor_app.central.storage.database import Database
from surveyor_app.central.storage.schema import blobs, pieces
from surveyor_app.central.storage.store import BlobStore
from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.wire_errors import BadMessage, OffsetWrong
from surveyor_app.protocol.limits import PART_BYTES
from surveyor_app.protocol.tus import part_count
from surveyor_app.records.chunks import chunked

ANNOUNCED, UPLOADING, STORED = "announced", "uploading", "stored"
DIGEST_BYTES = 32
_NOTHING_CAME = {"state": ANNOUNCED, "offset": 0, "parts": b"", "expires_at": None}


@dataclass(frozen=True, slots=True)
class Upload:
    """The standing of one blob of a case; ``parts`` holds the raw digests of its parts as far as they were told.

    ``reread_in`` is the round in which it was last read again (:mod:`surveyor_app.central.delivery.rereading`).
    """

    case: str
    sha256: str
    size: int
    state: str
    offset: int
    fence: int
    parts: bytes
    preview_of: str | None
    reread_in: int | None = None
    expires_at: str | None = None
    """When what came is forgotten, if nothing more comes until then; UTC text."""

    def has_expired(self, now: datetime) -> bool:
        """Its time is over, whether or not it was removed yet."""
        return self.state == UPLOADING and self.expires_at is not None and self.expires_at <= utc_text(now)

    @property
    def complete(self) -> bool:
        """All bytes have arrived, whether or not they were assembled and read again yet."""
        return self.offset == self.size


def find(session: Session, case: str, sha256: str) -> Upload | None:
    """Return the standing of a blob, ``None`` when the case never heard of it."""
    row = session.execute(select(blobs).where(_this(case, sha256))).one_or_none()
    return None if row is None else _upload(row)


def get(session: Session, case: str, sha256: str) -> Upload:
    """Return the standing of a blob that was announced or created.

    Raises:
        NotFound: when the case never heard of it.
    """
    found = find(session, case, sha256)
    if found is None:
        raise NotFound(what="blob", id=sha256)
    return found


def find_all(session: Session, case: str, hashes: Iterable[str]) -> dict[str, Upload]:
    """Return the standings of those blobs that the case has heard of, by hash."""
    found: dict[str, Upload] = {}
    for chunk in chunked(sorted(set(hashes))):
        query = select(blobs).where(blobs.c.case_id == case, blobs.c.sha256.in_(chunk))
        found |= {row.sha256: _upload(row) for row in session.execute(query)}
    return found


def standing(found: Upload | None, planned: Upload) -> Upload:
    """Return the standing of a blob that is about to come, or ``planned`` itself when nothing of it is here.

    Where another size was announced before, nothing that came counts: one of the two was wrong, and only bytes with the right
    hash tell which.

    Raises:
        BadMessage: when it is stored, with another size.
    """
    if found is None:
        return planned
    if found.size == planned.size:
        return found
    if found.state == STORED:
        raise BadMessage(reason="another size was announced")
    return replace(planned, fence=found.fence)


def announce(session: Session, case: str, sha256: str, size: int, preview_of: str | None) -> Upload:
    """Note that a blob will come; repeating it is harmless, and another size begins it again.

    Raises:
        BadMessage: when it is stored, with another size.
    """
    planned = Upload(case, sha256, size, ANNOUNCED, 0, 0, b"", preview_of)
    known = find(session, case, sha256)
    found = standing(known, planned)
    if known is None:
        values = {"case_id": case, "sha256": sha256, "size": size, "preview_of": preview_of}
        session.execute(insert(blobs).values(**values, state=ANNOUNCED, offset=0, fence=0))
    elif found is not known:
        values = _NOTHING_CAME | {"size": size, "fence": known.fence + 1}
        session.execute(update(blobs).where(_this(case, sha256)).values(**values))
        drop_pieces(session, known)
        return replace(found, fence=known.fence + 1)
    return found


def create(session: Session, upload: Upload, parts: bytes, expires_at: str) -> Upload:
    """Begin the upload of an announced blob; one that has begun goes on where it is, for as long as a new one.

    Raises:
        BadMessage: when more part hashes are given than the blob has parts.
    """
    if len(parts) % DIGEST_BYTES or len(parts) > DIGEST_BYTES * part_count(upload.size, PART_BYTES):
        raise BadMessage(reason="parts")
    values: dict[str, object] = {"expires_at": expires_at}
    if upload.state == ANNOUNCED:
        values["state"] = UPLOADING
    if parts and parts != upload.parts:
        # Hashes told first, by whomever, may be the wrong ones; the whole hash decides in the end.
        values["parts"] = parts
    if upload.state != STORED:
        session.execute(update(blobs).where(_this(upload.case, upload.sha256)).values(**values))
    return get(session, upload.case, upload.sha256)


def add_parts(session: Session, upload: Upload, first: int, parts: bytes) -> Upload:
    """Note the hashes of further parts, from part ``first`` on; hashes known already are kept.

    Raises:
        BadMessage: when they leave a gap or exceed the blob.
    """
    known = len(upload.parts) // DIGEST_BYTES
    if first > known or first < 0:
        raise BadMessage(reason="parts: a gap")
    merged = upload.parts + parts[(known - first) * DIGEST_BYTES :]
    if len(merged) > DIGEST_BYTES * part_count(upload.size, PART_BYTES):
        raise BadMessage(reason="parts")
    session.execute(update(blobs).where(_this(upload.case, upload.sha256)).values(parts=merged))
    return get(session, upload.case, upload.sha256)


def terminate(session: Session, upload: Upload) -> None:
    """Forget what came of an upload that is not stored; whoever still writes it loses the lease."""
    where = and_(_this(upload.case, upload.sha256), blobs.c.state == UPLOADING)
    values = _NOTHING_CAME | {"fence": upload.fence + 1}
    if session.execute(update(blobs).where(where).values(**values)).rowcount == 1:  # type: ignore[attr-defined]
        drop_pieces(session, upload)


def take_lease(session: Session, upload: Upload, offset: int, device: str | None, expires_at: str) -> Upload:
    """Become the only writer of an upload, which lives on; a request that still hangs on a dead connection loses it.

    Raises:
        OffsetWrong: when the upload continues elsewhere. Data: ``offset``.
        NotFound: when it was announced but never created.
    """
    if upload.state == ANNOUNCED:
        raise NotFound(what="upload", id=upload.sha256)
    where = and_(_this(upload.case, upload.sha256), blobs.c.offset == offset, blobs.c.fence == upload.fence)
    values = {"fence": upload.fence + 1, "device": device, "expires_at": expires_at}
    if session.execute(update(blobs).where(where).values(**values)).rowcount != 1:  # type: ignore[attr-defined]
        raise OffsetWrong(offset=get(session, upload.case, upload.sha256).offset)
    return get(session, upload.case, upload.sha256)


class PieceWriter:
    """Appends bytes to one upload under one lease."""

    def __init__(self, database: Database, store: BlobStore, lease: Upload) -> None:
        self._database = database
        self._store = store
        self._lease = lease
        self.offset = lease.offset

    @property
    def room(self) -> int:
        """Bytes up to the end of the current part or of the blob."""
        return min(PART_BYTES - self.offset % PART_BYTES, self._lease.size - self.offset)

    def write(self, data: bytes) -> int:
        """Keep the next bytes, at most :attr:`room` of them, and return the new offset.

        Raises:
            OffsetWrong: when another request took the lease, or when a part is complete and wrong: the upload then goes
                back to the beginning of that part. Data: ``offset``.
        """
        lease, start = self._lease, self.offset
        path = f"uploads/{lease.case}/{lease.sha256}/{lease.fence}-{start}"
        reach("upload.before_piece")
        self._store.put(path, data)
        reach("upload.between_piece_and_row")
        with self._database.write() as session:
            self._advance(session, start + len(data))
            row = {"case_id": lease.case, "sha256": lease.sha256, "start": start, "size": len(data), "object": path}
            session.execute(insert(pieces).values(**row))
        reach("upload.after_piece")
        self.offset = start + len(data)
        if self.offset % PART_BYTES == 0 or self.offset == lease.size:
            self._check_part((self.offset - 1) // PART_BYTES)
        return self.offset

    def _check_part(self, number: int) -> None:
        """Compare the part that is now complete, read back from the store, with the hash it was announced with."""
        expected = self._lease.parts[number * DIGEST_BYTES : (number + 1) * DIGEST_BYTES]
        if not expected:
            return
        start = number * PART_BYTES
        digest = hashlib.sha256()
        for row in self._pieces_from(start):
            for chunk in self._store.read(row.object):
                digest.update(chunk)
        if digest.digest() != expected:
            with self._database.write() as session:
                self._advance(session, start)
                drop_pieces(session, self._lease, start)
            raise OffsetWrong(offset=start, part=number)

    def _pieces_from(self, start: int) -> list[Piece]:
        with self._database.read() as session:
            return pieces_of(session, self._lease, start)

    def _advance(self, session: Session, offset: int) -> None:
        lease = self._lease
        where = and_(_this(lease.case, lease.sha256), blobs.c.fence == lease.fence, blobs.c.state == UPLOADING)
        if session.execute(update(blobs).where(where).values(offset=offset)).rowcount != 1:  # type: ignore[attr-defined]
            found = get(session, lease.case, lease.sha256)
            raise OffsetWrong(offset=found.offset)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes of an upload: where they begin, how many, and the object that holds them."""

    start: int
    size: int
    object: str


def pieces_of(session: Session, upload: Upload, start: int = 0) -> list[Piece]:
    """Return the pieces from an offset on, in order."""
    query = select(pieces).where(_pieces(upload, start)).order_by(pieces.c.start)
    return [Piece(row.start, row.size, row.object) for row in session.execute(query)]


def drop_pieces(session: Session, upload: Upload, start: int = 0) -> None:
    """Forget the pieces from an offset on; their objects are left to :func:`surveyor_app.central.storage.assembling.sweep`."""
    session.execute(delete(pieces).where(_pieces(upload, start)))


def rewind(session: Session, upload: Upload, start: int) -> None:
    """Forget the bytes of an upload from an offset on, under a new fence: they are not what was announced."""
    where = and_(_this(upload.case, upload.sha256), blobs.c.state == UPLOADING, blobs.c.fence == upload.fence)
    changed = session.execute(update(blobs).where(where).values(offset=start, fence=upload.fence + 1))
    if changed.rowcount == 1:  # type: ignore[attr-defined]
        drop_pieces(session, upload, start)


def take_in(session: Session, came: Sequence[Upload], now: datetime) -> None:
    """Count blobs of one case as held that came whole, announced before or not, whatever had come of them in pieces.

    Raises:
        BadMessage: when another size was announced meanwhile.
    """
    if not came:
        return
    known = find_all(session, came[0].case, [upload.sha256 for upload in came])
    stored_at = utc_text(now)
    new = {upload.sha256: upload for upload in came if upload.sha256 not in known}
    if new:
        kept = {"state": STORED, "fence": 0, "stored_at": stored_at}
        rows = [{**kept, **_identity(upload), "size": upload.size, "offset": upload.size} for upload in new.values()]
        session.execute(insert(blobs), rows)
    for upload in came:
        found = known.get(upload.sha256)
        if found is not None and standing(found, upload).state != STORED:
            mark_stored(session, upload, stored_at)
    reach("blob.before_stored")


def _identity(upload: Upload) -> dict[str, str | None]:
    return {"case_id": upload.case, "sha256": upload.sha256, "preview_of": upload.preview_of}


def mark_stored(session: Session, upload: Upload, stored_at: str) -> None:
    """Count the blob as held; its pieces are no longer needed."""
    values = {"state": STORED, "size": upload.size, "offset": upload.size, "stored_at": stored_at, "expires_at": None}
    session.execute(update(blobs).where(_this(upload.case, upload.sha256)).values(**values))
    drop_pieces(session, upload)


def list_uploads(session: Session, case: str) -> list[Upload]:
    """Return the standings of all blobs of a case."""
    rows = session.execute(select(blobs).where(blobs.c.case_id == case).order_by(blobs.c.sha256))
    return [_upload(row) for row in rows]


def mark_reread(session: Session, read: Iterable[Upload], number: int) -> None:
    """Note that stored blobs were read again and found intact in a round; one that was begun again meanwhile is passed over."""
    rows = [{"of_case": item.case, "of_sha256": item.sha256, "of_fence": item.fence} for item in read]
    if rows:
        same = (blobs.c.case_id == bindparam("of_case"), blobs.c.sha256 == bindparam("of_sha256"))
        where = and_(*same, blobs.c.fence == bindparam("of_fence"), blobs.c.state == STORED)
        session.connection().execute(update(blobs).where(where).values(reread_in=number), rows)


def lose(session: Session, upload: Upload) -> None:
    """Begin a stored blob again: its bytes changed or vanished. One that was begun again meanwhile is left as it is."""
    where = and_(_this(upload.case, upload.sha256), blobs.c.state == STORED, blobs.c.fence == upload.fence)
    values = {"state": UPLOADING, "offset": 0, "stored_at": None, "reread_in": None, "fence": upload.fence + 1}
    session.execute(update(blobs).where(where).values(**values))


def _upload(row: Row[Any]) -> Upload:
    parts = bytes(row.parts or b"")
    told = (row.size, row.state, row.offset, row.fence, parts, row.preview_of, row.reread_in, row.expires_at)
    return Upload(row.case_id, row.sha256, *told)


def _this(case: str, sha256: str) -> ColumnElement[bool]:
    return and_(blobs.c.case_id == case, blobs.c.sha256 == sha256)


def _pieces(upload: Upload, start: int) -> ColumnElement[bool]:
    return and_(pieces.c.case_id == upload.case, pieces.c.sha256 == upload.sha256, pieces.c.start >= start)
