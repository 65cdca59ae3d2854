"""Takes many small blobs of one request: each is written, read again and hashed as any other, and they are counted together.

After a cut those that came whole are counted, and of the last one what came is kept as a piece.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import AsyncIterator

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.centre import Centre
from surveyor_app.central.delivery import blobs
from surveyor_app.central.storage import assembling, uploads
from surveyor_app.central.storage.receiving import FLUSH_AFTER_S
from surveyor_app.central.storage.uploads import STORED, UPLOADING, PieceWriter, Upload
from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.wire_errors import BadMessage
from surveyor_app.protocol.bundles import BundleReader
from surveyor_app.protocol.delivery import BlobAsk, BlobStanding, BlobState
from surveyor_app.protocol.limits import MIB

KEEP_AT_BYTES = 2 * MIB
"""So much at the most waits in memory until it is written."""

Arrived = list[tuple[BlobAsk, bytes]]


class BundleReceiver:
    """Receives one bundle for one case."""

    def __init__(self, centre: Centre, caller: Caller, case: str) -> None:
        self._centre = centre
        self._caller = caller
        self._case = case
        self._standings: list[BlobStanding] = []

    async def receive(self, body: AsyncIterator[bytes]) -> tuple[BlobStanding, ...]:
        """Keep what arrives and say of each blob, in order, whether it is held now or why not.

        Raises:
            UnknownCase, Forbidden: see :func:`surveyor_app.central.delivery.blobs.plan`.
            BadMessage: what comes is no bundle; what came before it is kept.
            ClientDisconnect: the sender went away; what it sent is kept.
        """
        reader, arrived, kept = BundleReader(), Arrived(), time.monotonic()
        try:
            async for chunk in body:
                for item in reader.feed(chunk):
                    arrived.append(item)
                is_late = time.monotonic() - kept > FLUSH_AFTER_S
                if arrived and (is_late or sum(len(data) for _, data in arrived) >= KEEP_AT_BYTES):
                    await run_in_threadpool(self._keep, arrived)
                    arrived, kept = Arrived(), time.monotonic()
        except (ClientDisconnect, BadMessage):
            await run_in_threadpool(self._keep, arrived)
            await run_in_threadpool(self._keep_rest, reader)
            raise
        await run_in_threadpool(self._keep, arrived)
        reader.require_end()
        return tuple(self._standings)

    def _keep(self, arrived: Arrived) -> None:
        centre = self._centre
        right = {ask.sha256: data for ask, data in arrived if hashlib.sha256(data).hexdigest() == ask.sha256}
        asks = {ask.sha256: ask for ask, _ in arrived if ask.sha256 in right}
        with centre.database.read() as session:
            plans = blobs.plan_all(session, self._caller, self._case, list(asks.values()))
        planned = dict(zip(asks, plans, strict=True))
        taken = {sha256: upload for sha256, upload in planned.items() if isinstance(upload, Upload)}
        coming = [sha256 for sha256, upload in taken.items() if upload.state != STORED]
        wrong = assembling.store_all(centre.store, self._case, {sha256: right[sha256] for sha256 in coming})
        came = [taken[sha256] for sha256 in coming if sha256 not in wrong]
        if came:
            with centre.database.write() as session:
                uploads.take_in(session, came, centre.now())
        for ask, _ in arrived:
            found = planned.get(ask.sha256, "hash")
            reason = "not_kept" if ask.sha256 in wrong else found if isinstance(found, str) else None
            state = BlobState.HAVE if reason is None else BlobState.REFUSED
            self._standings.append(BlobStanding(ask.sha256, state, 0 if reason else ask.size, reason))

    def _keep_rest(self, reader: BundleReader) -> None:
        """Keep what came of a blob that was cut, if nothing of it was here yet and the case names it."""
        rest = reader.rest()
        if rest is None or not rest[1]:
            return
        ask, data = rest
        try:
            until = self._centre.upload_expires_at()
            with self._centre.database.write() as session:
                upload = blobs.create(session, self._caller, self._case, ask.size, _metadata(ask), until)
                if upload.state != UPLOADING or upload.offset:
                    return
                lease = uploads.take_lease(session, upload, 0, self._caller.device, until)
        except NotFound:
            return
        PieceWriter(self._centre.database, self._centre.store, lease).write(data)


def _metadata(ask: BlobAsk) -> dict[str, bytes]:
    metadata = {"sha256": ask.sha256.encode()}
    return metadata | ({"preview_of": ask.preview_of.encode()} if ask.preview_of else {})
