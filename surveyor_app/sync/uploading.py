"""Sends blobs by tus: small requests that adapt to the line, and after each cut the offset the centre really has."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.wire_errors import BadHash, OffsetWrong, Unreachable, WireError
from surveyor_app.protocol import bundles, tus
from surveyor_app.protocol.delivery import PartsRequest
from surveyor_app.protocol.items import BlobItem, ItemState
from surveyor_app.protocol.limits import (
    FIRST_CHUNK_BYTES,
    KIB,
    MAX_CHUNK_BYTES,
    MAX_PARTS_IN_METADATA,
    MIN_CHUNK_BYTES,
    PART_BYTES,
)
from surveyor_app.sync.answers import Answer
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.patience import Patience
from surveyor_app.sync.reading_ahead import ReadAhead, Stretch
from surveyor_app.sync.store import DeliveryStore

SLICE_BYTES = 64 * KIB
REQUEST_GOAL_S = 15.0
"""One request should take about this long. A cut loses nothing that arrived, so only the wait for each answer counts: at
200 kbit/s and 300 ms requests of 5 s took a tenth of the time, and of 15 s a fortieth."""

SLICES = 32
LARGEST_SLICE_BYTES = 256 * KIB
"""On a slow line small slices show how far a request is; on a good one each costs more than its bytes."""

KEEP_AFTER = 32
KEEP_AFTER_S = 0.5
"""How many blobs are noted as stored together, and how old such a note may be."""

MAX_BAD_HASHES = 3
MOST_BEGINNINGS = 3
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
    following: BlobItem | None = None
    """The blob that will be sent next, if it is new to the centre: it may be read meanwhile."""
    _offers: frozenset[str] | None = field(default=None, init=False)
    """What the centre takes beyond plain tus; ``None`` until it was asked."""
    _stored: dict[str, int] = field(default_factory=dict, init=False)
    _kept_at: float = field(default=0.0, init=False)
    _ahead: ReadAhead = field(init=False)

    def __post_init__(self) -> None:
        self._ahead = ReadAhead(self.store)

    def close(self) -> None:
        """Read no further ahead."""
        self._ahead.close()

    def upload(self, item: BlobItem, *, is_new: bool = False) -> None:
        """Send one blob from where the centre stands until it is stored there; :meth:`keep` makes that durable here.

        One that ``is_new`` to the centre goes along with its creation, whole where the line is good enough.

        Raises:
            WireError: when trying again does not help, or the patience is over.
            BadHash: when the centre found other bytes than announced, again and again.
            NotFound: when no record of the case names it, or it is forgotten again and again.
        """
        bad = anew = 0
        offset = self._begin_with_bytes(item) if is_new and self._can_carry(item) else None
        if offset is None:
            offset = self.patience.insist(lambda: self._create(item))
        farthest = offset
        # An empty last request makes the centre assemble what has all arrived but was not finished.
        finished = offset == item.size and (is_new or item.size == 0)
        at: int | None = offset
        while not finished:
            try:
                if at is None:
                    at = self.patience.insist(lambda: self._standing(item), is_progress=False)
                if at > farthest:
                    farthest = at
                    self.patience.progressed()
                self._note(item, at)
                at = self._append(item, at)
                finished = at == item.size
            except BadHash as error:
                # A line or a disk flipped bits: the centre went back to the wrong part.
                bad += 1
                if bad >= MAX_BAD_HASHES:
                    raise
                at = _offset_of(error)
            except NotFound:
                # It took so long that the centre has forgotten what came, or somebody ended it there.
                anew += 1
                if anew >= MOST_BEGINNINGS:
                    raise
                at = farthest = self.patience.insist(lambda: self._create(item))
        self.note_stored(item)

    def note_stored(self, item: BlobItem) -> None:
        """Note that a blob is stored at the centre, durably with the next few."""
        self._stored[item.sha256] = item.size
        if len(self._stored) >= KEEP_AFTER or self.clock() - self._kept_at > KEEP_AFTER_S:
            self.keep()

    def keep(self) -> None:
        """Note durably what is stored at the centre by now. What a kill takes before, the centre tells again."""
        stored, self._stored = self._stored, {}
        self._kept_at = self.clock()
        if stored:
            reach("sync.before_blob_stored")
            self.store.set_blobs(stored, ItemState.STORED)
            reach("sync.after_blob_stored")

    def _note(self, item: BlobItem, offset: int) -> None:
        self.store.set_blobs({item.sha256: offset}, ItemState.SENDING)
        self.moved(item, offset)

    def offers(self, what: str) -> bool:
        """Tell whether the centre takes something that an older one does not; it is asked once."""
        if self._offers is None:
            answer = self.patience.insist(lambda: self.client.send("OPTIONS", self._blobs(), _TUS), is_progress=False)
            told = (answer.headers.get(name, "") for name in ("tus-extension", bundles.OFFER_HEADER))
            self._offers = frozenset(name.strip() for name in ",".join(told).split(",") if name.strip())
        return what in self._offers

    def _can_carry(self, item: BlobItem) -> bool:
        is_fit = 0 < item.size <= MAX_PARTS_IN_METADATA * PART_BYTES
        return is_fit and self.offers(tus.CREATION_WITH_UPLOAD)

    def _begin_with_bytes(self, item: BlobItem) -> int | None:
        """Send the creation with as many bytes as a request carries; ``None`` when only the centre knows what arrived."""
        size = min(self.chunk.size, item.size)
        headers = self._creation(item, [] if size == item.size else list(self.store.part_hashes(item.sha256)))
        try:
            return self._carry("POST", self._blobs(), headers, item, 0, size)
        except BadHash as error:
            self.patience.wait(error)
            return None

    def _create(self, item: BlobItem) -> int:
        parts = list(self.store.part_hashes(item.sha256))
        response = self.client.send("POST", self._blobs(), self._creation(item, parts))
        offset = _offset_in(response, item)
        if len(parts) > MAX_PARTS_IN_METADATA and offset < item.size:
            self._send_parts(item, parts)
        return offset

    def _creation(self, item: BlobItem, parts: Sequence[str]) -> dict[str, str]:
        values = {"sha256": item.sha256.encode()}
        if item.preview_of is not None:
            values["preview_of"] = item.preview_of.encode()
        if 0 < len(parts) <= MAX_PARTS_IN_METADATA:
            values["parts"] = bytes.fromhex("".join(parts))
        return {**_TUS, "upload-length": str(item.size), "upload-metadata": tus.encode_metadata(values)}

    def _send_parts(self, item: BlobItem, parts: list[str]) -> None:
        for first in range(0, len(parts), PARTS_PER_MESSAGE):
            message = PartsRequest(first, tuple(parts[first : first + PARTS_PER_MESSAGE]))
            self.client.tell(f"{self._blobs()}/{item.sha256}:parts", message)

    def _standing(self, item: BlobItem) -> int:
        return _offset_in(self.client.send("HEAD", f"{self._blobs()}/{item.sha256}", _TUS), item)

    def _append(self, item: BlobItem, offset: int) -> int | None:
        """Send one request; ``None`` when it was cut and only the centre knows how much arrived."""
        size = min(self.chunk.size, item.size - offset)
        headers = {**_TUS, "upload-offset": str(offset)}
        return self._carry("PATCH", f"{self._blobs()}/{item.sha256}", headers, item, offset, size)

    def _carry(
        self, method: str, path: str, headers: dict[str, str], item: BlobItem, offset: int, size: int
    ) -> int | None:
        headers = {**headers, "content-type": tus.OFFSET_TYPE, "content-length": str(size)}
        started = self.clock()
        try:
            response = self.client.send(method, path, headers, lambda: self._slices(item, offset, size))
        except OffsetWrong as error:
            self.chunk.failed()
            found = _offset_of(error)
            if found is None or found <= offset:
                # It went back, or says what it said before: a busy centre is not asked again at once.
                self.patience.wait(error)
            return found
        except BadHash:
            raise
        except WireError as error:
            if not error.retryable:
                raise
            self.chunk.failed()
            self.patience.wait(error)
            return None
        reach("sync.after_piece_sent")
        self.patience.answered()
        self.chunk.sent(size, self.clock() - started)
        found = _offset_in(response, item)
        if found <= offset < item.size:
            self.patience.wait(OffsetWrong(offset=found))
        return found

    def _slices(self, item: BlobItem, offset: int, size: int) -> Iterator[bytes]:
        """Give out the bytes of a request, each part of the blob read and checked once."""
        slice_bytes = max(SLICE_BYTES, min(LARGEST_SLICE_BYTES, self.chunk.size // SLICES))
        for part in self._ahead.parts(Stretch(item.sha256, offset, size), self._stretch_after(item, offset + size)):
            view = memoryview(part)
            for start in range(0, len(view), slice_bytes):
                yield bytes(view[start : start + slice_bytes])
                self.moved(item, offset + start)
            offset += len(view)

    def _stretch_after(self, item: BlobItem, offset: int) -> Stretch | None:
        """Return what the next request will most likely carry; ``None`` while that turns on how this one goes."""
        rest, following = item.size - offset, self.following
        if rest:
            return (
                Stretch(item.sha256, offset, min(rest, MAX_CHUNK_BYTES)) if self.chunk.size == MAX_CHUNK_BYTES else None
            )
        if following is None or not 0 < following.size <= self.chunk.size:
            return None
        return Stretch(following.sha256, 0, following.size)

    def _blobs(self) -> str:
        return f"/v1/cases/{self.store.case_id}/blobs"


def _offset_in(response: Answer, item: BlobItem) -> int:
    """Return the offset an answer tells.

    Raises:
        Unreachable: it tells none within the blob: something else answers in the centre's place.
    """
    text = response.headers.get("upload-offset", "")
    offset = int(text) if text.isascii() and text.isdecimal() and len(text) <= _LONGEST_OFFSET else None
    if offset is None or offset > item.size:
        raise Unreachable(server=response.url, reason="foreign answer")
    return offset


def _offset_of(error: WireError) -> int | None:
    offset = error.data.get("offset")
    return offset if isinstance(offset, int) else None


_LONGEST_OFFSET = 15
_TUS = {"tus-resumable": tus.VERSION}
