"""Sends blobs by tus: small requests that adapt to the line, and after each cut the offset the centre really has."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.wire_errors import BadHash, OffsetWrong, WireError
from surveyor_app.protocol import tus
from surveyor_app.protocol.delivery import PartsRequest
from surveyor_app.protocol.items import BlobItem, ItemState
from surveyor_app.protocol.limits import (
    FIRST_CHUNK_BYTES,
    KIB,
    MAX_CHUNK_BYTES,
    MAX_PARTS_IN_METADATA,
    MIN_CHUNK_BYTES,
)
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.patience import Patience
from surveyor_app.sync.store import DeliveryStore

SLICE_BYTES = 64 * KIB
REQUEST_GOAL_S = 15.0
"""One request should take about this long. A cut loses nothing that arrived, so only the wait for each answer counts: at
200 kbit/s and 300 ms requests of 5 s took a tenth of the time, and of 15 s a fortieth."""

MAX_BAD_HASHES = 3
PARTS_PER_MESSAGE = 8 * 1024


@dataclass(slots=True)
class ChunkSize:
    """How many bytes the next request carries: doubled on a good line, halved after a failure."""

    size: int = FIRST_CHUNK_BYTES

    def sent(self, size: int, seconds: float) -> None:
        """Learn from a request that went through."""
        reachable = size / max(seconds, 0.001) * REQUEST_GOAL_S
        self.size = _within(min(reachable, self.size * 2))

    def failed(self) -> None:
        """Learn from one that did not."""
        self.size = _within(self.size / 2)


def _within(size: float) -> int:
    whole = int(size) // MIN_CHUNK_BYTES * MIN_CHUNK_BYTES
    return max(MIN_CHUNK_BYTES, min(MAX_CHUNK_BYTES, whole))


@dataclass(slots=True)
class Uploader:
    """Uploads blobs of one case, one after another, over one client."""

    store: DeliveryStore
    client: CentreClient
    patience: Patience
    moved: Callable[[BlobItem, int], None] = lambda item, offset: None
    """Called with the offset within a blob as bytes go out; may raise Cancelled."""

    clock: Callable[[], float] = time.monotonic
    chunk: ChunkSize = field(default_factory=ChunkSize)

    def upload(self, item: BlobItem) -> None:
        """Send one blob from where the centre stands until it is stored there.

        Raises:
            WireError: when trying again does not help, or the patience is over.
            BadHash: when the centre found other bytes than announced, again and again.
        """
        bad = 0
        offset: int | None = self.patience.insist(lambda: self._create(item))
        farthest = offset or 0
        # An empty last request makes the centre assemble what has all arrived but was not finished.
        finished = offset == item.size and item.size == 0
        while not finished:
            if offset is None:
                offset = self.patience.insist(lambda: self._standing(item), is_progress=False)
            if offset > farthest:
                farthest = offset
                self.patience.progressed()
            self._note(item, offset)
            try:
                offset = self._append(item, offset)
                finished = offset == item.size
            except BadHash as error:
                # A line or a disk flipped bits: the centre went back to the wrong part.
                bad += 1
                if bad >= MAX_BAD_HASHES:
                    raise
                offset = _offset_of(error)
        reach("sync.before_blob_stored")
        self.store.set_blob(item.sha256, ItemState.STORED, item.size)
        reach("sync.after_blob_stored")

    def _note(self, item: BlobItem, offset: int) -> None:
        self.store.set_blob(item.sha256, ItemState.SENDING, offset)
        self.moved(item, offset)

    def _create(self, item: BlobItem) -> int:
        parts = list(self.store.part_hashes(item.sha256))
        values = {"sha256": item.sha256.encode()}
        if item.preview_of is not None:
            values["preview_of"] = item.preview_of.encode()
        if 0 < len(parts) <= MAX_PARTS_IN_METADATA:
            values["parts"] = bytes.fromhex("".join(parts))
        headers = {"upload-length": str(item.size), "upload-metadata": tus.encode_metadata(values)}
        response = self.client.send("POST", f"{self._blobs()}", {**_TUS, **headers})
        offset = int(response.headers.get("upload-offset", "0"))
        if len(parts) > MAX_PARTS_IN_METADATA and offset < item.size:
            self._send_parts(item, parts)
        return offset

    def _send_parts(self, item: BlobItem, parts: list[str]) -> None:
        for first in range(0, len(parts), PARTS_PER_MESSAGE):
            message = PartsRequest(first, tuple(parts[first : first + PARTS_PER_MESSAGE]))
            self.client.tell(f"{self._blobs()}/{item.sha256}:parts", message)

    def _standing(self, item: BlobItem) -> int:
        response = self.client.send("HEAD", f"{self._blobs()}/{item.sha256}", _TUS)
        return int(response.headers["upload-offset"])

    def _append(self, item: BlobItem, offset: int) -> int | None:
        """Send one request; ``None`` when it was cut and only the centre knows how much arrived."""
        size = min(self.chunk.size, item.size - offset)
        headers = {**_TUS, "upload-offset": str(offset), "content-type": tus.OFFSET_TYPE, "content-length": str(size)}
        started = self.clock()
        try:
            response = self.client.send(
                "PATCH", f"{self._blobs()}/{item.sha256}", headers, lambda: self._slices(item, offset, size)
            )
        except OffsetWrong as error:
            self.chunk.failed()
            found = _offset_of(error)
            if found is None or found <= offset:
                # It went back, or says what it said before: a busy centre is not asked again at once.
                self.patience.wait(error)
            return found
        except WireError as error:
            if not error.retryable:
                raise
            self.chunk.failed()
            self.patience.wait(error)
            return None
        reach("sync.after_piece_sent")
        self.patience.answered()
        self.chunk.sent(size, self.clock() - started)
        found = int(response.headers["upload-offset"])
        if found <= offset < item.size:
            self.patience.wait(OffsetWrong(offset=found))
        return found

    def _slices(self, item: BlobItem, offset: int, size: int) -> Iterator[bytes]:
        for start in range(offset, offset + size, SLICE_BYTES):
            yield self.store.read_range(item.sha256, start, min(SLICE_BYTES, offset + size - start))
            self.moved(item, start)

    def _blobs(self) -> str:
        return f"/v1/cases/{self.store.case_id}/blobs"


def _offset_of(error: WireError) -> int | None:
    offset = error.data.get("offset")
    return offset if isinstance(offset, int) else None


_TUS = {"tus-resumable": tus.VERSION}
