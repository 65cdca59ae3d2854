"""Many small blobs in one request: each a line ``<sha256> <size> <preview_of or ->`` and its bytes.

What was cut is asked for as any blob is, so nothing has to be sent twice; a request holds at most
:data:`~surveyor_app.protocol.limits.WHOLE_BYTES`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from surveyor_app.domain.wire_errors import BadMessage
from surveyor_app.protocol.delivery import BlobAsk
from surveyor_app.protocol.limits import MAX_NEED_ITEMS, MAX_SMALL_BYTES, WHOLE_BYTES

MEDIA_TYPE = "application/vnd.surveyor.blobs"
OFFER_HEADER = "surveyor-offers"
OFFER = "blob-bundles"
"""How a centre says, in its answer to OPTIONS, that it takes bundles: an older one is never sent any."""

_HEAD = re.compile(rb"([0-9a-f]{64}) ([0-9]{1,8}) ([0-9a-f]{64}|-)\n")
_LONGEST_HEAD = 64 + 1 + 8 + 1 + 64 + 1


def head_of(ask: BlobAsk) -> bytes:
    """Return the line that goes before the bytes of a blob."""
    return f"{ask.sha256} {ask.size} {ask.preview_of or '-'}\n".encode()


class BundleReader:
    """Takes a bundle apart as it arrives."""

    def __init__(self) -> None:
        self._waiting = bytearray()
        self._now: BlobAsk | None = None
        self._bytes = 0
        self._count = 0

    def feed(self, chunk: bytes) -> Iterator[tuple[BlobAsk, bytes]]:
        """Take the next bytes and give out the blobs that are complete.

        Raises:
            BadMessage: it is no bundle, or holds more than one may.
        """
        self._bytes += len(chunk)
        if self._bytes > WHOLE_BYTES + MAX_NEED_ITEMS * _LONGEST_HEAD:
            raise BadMessage(reason="too large", limit=WHOLE_BYTES)
        self._waiting += chunk
        while self._has_head():
            ask = self._now
            if ask is None or len(self._waiting) < ask.size:
                return
            data = bytes(self._waiting[: ask.size])
            del self._waiting[: ask.size]
            self._now = None
            yield ask, data

    def rest(self) -> tuple[BlobAsk, bytes] | None:
        """Return the blob that has begun and is not complete, with what is there of it."""
        return None if self._now is None else (self._now, bytes(self._waiting))

    def require_end(self) -> None:
        """Check that nothing is left over.

        Raises:
            BadMessage: the bundle ends in the middle of something.
        """
        if self._now is not None or self._waiting:
            raise BadMessage(reason="bundle")

    def _has_head(self) -> bool:
        if self._now is not None:
            return True
        end = self._waiting.find(b"\n", 0, _LONGEST_HEAD)
        if end < 0:
            if len(self._waiting) >= _LONGEST_HEAD:
                raise BadMessage(reason="bundle")
            return False
        found = _HEAD.fullmatch(self._waiting[: end + 1])
        self._count += 1
        if found is None or int(found[2]) > MAX_SMALL_BYTES or self._count > MAX_NEED_ITEMS:
            raise BadMessage(reason="bundle")
        shown = found[3].decode()
        self._now = BlobAsk(found[1].decode(), int(found[2]), None if shown == "-" else shown)
        del self._waiting[: end + 1]
        return True
