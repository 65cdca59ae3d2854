"""Takes the bytes of an upload as they arrive: what came before a cut is kept, and a small blob on a good line is stored at once.

::

    whole ≤ 8 MiB, from its beginning, there within 2 s ──> one object, read again, counted      (one flush, one transaction)
    anything else, or a cut ─────────────────────────────> pieces, then assembled and read again
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import AsyncIterator, Callable
from datetime import datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from surveyor_app.central.storage import assembling, uploads
from surveyor_app.central.storage.database import Database
from surveyor_app.central.storage.store import BlobStore
from surveyor_app.central.storage.uploads import PieceWriter, Upload
from surveyor_app.domain.wire_errors import BadMessage
from surveyor_app.protocol.limits import MIB, WHOLE_BYTES

FLUSH_AFTER_S = 2.0
FLUSH_AT_LEAST = 16 * 1024
"""On a slow line what has arrived is kept this often, so that a cut costs seconds, not the whole request."""

Lease = Callable[[], Upload]
"""Begins the upload and takes its lease; called on a worker thread, at most once, before anything is written."""


class Room:
    """How many bytes of whole blobs may lie in memory at the same time, all requests together."""

    def __init__(self, size: int = 64 * MIB) -> None:
        self._left = size
        self._lock = threading.Lock()

    def take(self, size: int) -> bool:
        """Reserve so many bytes; ``False`` when there is no room: the blob then comes in pieces."""
        with self._lock:
            if size > self._left:
                return False
            self._left -= size
            return True

    def give(self, size: int) -> None:
        """Give back what was reserved."""
        with self._lock:
            self._left += size


class Receiver:
    """Receives the body of one request for one upload."""

    def __init__(self, database: Database, store: BlobStore, room: Room, now: Callable[[], datetime]) -> None:
        self._database = database
        self._store = store
        self._room = room
        self._now = now

    async def receive(self, upload: Upload, body: AsyncIterator[bytes], announced: int | None, lease: Lease) -> Upload:
        """Keep the body's bytes, which begin where ``upload`` stands, and return the new standing.

        Args:
            upload: As it stands, stored or not.
            body: The chunks as they arrive.
            announced: The length of the body, if the request told.
            lease: See there.

        Raises:
            OffsetWrong, BadHash: see :class:`~surveyor_app.central.storage.uploads.PieceWriter` and
                :func:`~surveyor_app.central.storage.assembling.complete`.
            BadMessage: more bytes than the upload has.
            ClientDisconnect: the sender went away; what it sent is kept.
        """
        is_whole = upload.offset == 0 and announced == upload.size <= WHOLE_BYTES
        if is_whole and self._room.take(upload.size):
            try:
                return await self._whole(upload, body, lease)
            finally:
                self._room.give(upload.size)
        return await self._in_pieces(_Pieces(self._database, self._store, lease), bytearray(), body)

    async def _whole(self, upload: Upload, body: AsyncIterator[bytes], lease: Lease) -> Upload:
        began = time.monotonic()
        waiting, digest = bytearray(), hashlib.sha256()
        pieces = _Pieces(self._database, self._store, lease)
        try:
            async for chunk in body:
                waiting += chunk
                digest.update(chunk)  # while the next bytes are still under way
                if len(waiting) > upload.size:
                    raise BadMessage(reason="more bytes than announced")
                if time.monotonic() - began > FLUSH_AFTER_S and len(waiting) < upload.size:
                    return await self._in_pieces(pieces, waiting, body)
        except ClientDisconnect:
            await run_in_threadpool(pieces.write, waiting, everything=True)
            raise
        if len(waiting) == upload.size and digest.hexdigest() == upload.sha256:
            return await run_in_threadpool(self._store_whole, upload, bytes(waiting))
        # Something else than announced: what is right of it is found part by part.
        await run_in_threadpool(pieces.write, waiting, everything=True)
        return await self._finished(pieces.lease)

    def _store_whole(self, upload: Upload, data: bytes) -> Upload:
        assembling.store_whole(self._store, upload.case, upload.sha256, data)
        with self._database.write() as session:
            uploads.take_in(session, [upload], self._now())
            return uploads.get(session, upload.case, upload.sha256)

    async def _in_pieces(self, pieces: _Pieces, waiting: bytearray, body: AsyncIterator[bytes]) -> Upload:
        await run_in_threadpool(pieces.open)
        flushed = time.monotonic()
        try:
            async for chunk in body:
                waiting += chunk
                late = len(waiting) >= FLUSH_AT_LEAST and time.monotonic() - flushed > FLUSH_AFTER_S
                if late or len(waiting) >= pieces.room:
                    await run_in_threadpool(pieces.write, waiting, everything=late)
                    flushed = time.monotonic()
        except ClientDisconnect:
            await run_in_threadpool(pieces.write, waiting, everything=True)
            raise
        await run_in_threadpool(pieces.write, waiting, everything=True)
        return await self._finished(pieces.lease)

    async def _finished(self, lease: Upload) -> Upload:
        return await run_in_threadpool(finish, self._database, self._store, lease.case, lease.sha256, self._now())


def finish(database: Database, store: BlobStore, case: str, sha256: str, now: datetime) -> Upload:
    """Return how an upload stands, assembled when all its bytes are there.

    Raises:
        BadHash, BlobMissing: see :func:`~surveyor_app.central.storage.assembling.complete`.
    """
    with database.read() as session:
        upload = uploads.get(session, case, sha256)
    if upload.complete and upload.state != uploads.STORED:
        return assembling.complete(database, store, case, sha256, now)
    return upload


class _Pieces:
    """Writes what waits in pieces; the lease is taken with the first."""

    def __init__(self, database: Database, store: BlobStore, lease: Lease) -> None:
        self._database = database
        self._store = store
        self._take = lease
        self._writer: PieceWriter | None = None
        self._lease: Upload | None = None

    @property
    def lease(self) -> Upload:
        """The lease, taken."""
        return self._lease if self._lease is not None else self.open()

    @property
    def room(self) -> int:
        """See :class:`~surveyor_app.central.storage.uploads.PieceWriter`."""
        return 0 if self._writer is None else self._writer.room

    def open(self) -> Upload:
        """Take the lease."""
        self._lease = self._take()
        self._writer = PieceWriter(self._database, self._store, self._lease)
        return self._lease

    def write(self, waiting: bytearray, *, everything: bool) -> None:
        """Write whole parts of what waits, or all of it, and take that away from ``waiting``."""
        if self._writer is None:
            self.open()
        writer = self._writer
        assert writer is not None
        while waiting and (everything or len(waiting) >= writer.room):
            if writer.room == 0:
                raise BadMessage(reason="more bytes than announced")
            data = bytes(waiting[: writer.room])
            writer.write(data)
            del waiting[: len(data)]
