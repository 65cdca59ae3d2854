"""Sends small blobs together: on any line the wait for an answer costs more than their bytes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from surveyor_app.domain.wire_errors import WireError
from surveyor_app.protocol import bundles
from surveyor_app.protocol.decoding import decode_message
from surveyor_app.protocol.delivery import BlobAsk, BlobState, NeedAnswer
from surveyor_app.protocol.items import BlobItem
from surveyor_app.protocol.limits import MAX_NEED_ITEMS, MAX_SMALL_BYTES
from surveyor_app.sync.uploading import Uploader

Waiting = deque[tuple[BlobItem, bool]]
"""Blobs still to be sent, each with whether it is new to the centre."""


@dataclass(frozen=True, slots=True)
class Bundler:
    """Sends groups of blobs that are new to the centre, each in one request."""

    uploader: Uploader

    def next_group(self, waiting: Waiting) -> list[BlobItem]:
        """Take the next blobs that go together off ``waiting``; a single one goes the way of all others.

        Together go small ones of one lane that are new, as many as the line carries in one request.
        """
        group = [waiting[0][0]]
        if self._is_small(*waiting.popleft()) and self.uploader.offers(bundles.OFFER):
            size = group[0].size
            while waiting and self._is_small(*waiting[0]) and len(group) < MAX_NEED_ITEMS:
                item = waiting[0][0]
                size += item.size
                if item.lane != group[0].lane or size > self.uploader.chunk.size:
                    break
                group.append(item)
                waiting.popleft()
        return group

    @staticmethod
    def _is_small(item: BlobItem, is_new: bool) -> bool:
        return is_new and 0 < item.size <= MAX_SMALL_BYTES

    def send(self, items: Sequence[BlobItem]) -> list[BlobItem]:
        """Send a group and return those that the centre did not say it holds now.

        Raises:
            WireError: when trying again does not help, or the patience is over.
        """
        uploader = self.uploader
        size = sum(item.size for item in items)
        length = size + sum(len(bundles.head_of(_ask(item))) for item in items)
        path = f"/v1/cases/{uploader.store.case_id}/blobs:bundle"
        headers = {"content-type": bundles.MEDIA_TYPE, "content-length": str(length)}
        started = uploader.clock()
        try:
            response = uploader.client.send("POST", path, headers, lambda: self._body(items))
            answer = decode_message(NeedAnswer, response.content)
        except WireError as error:
            if not error.retryable:
                raise
            uploader.chunk.failed()
            uploader.patience.wait(error)
            return list(items)
        uploader.patience.answered()
        uploader.patience.progressed()
        uploader.chunk.sent(size, uploader.clock() - started)
        held = {standing.sha256 for standing in answer.blobs if standing.state == BlobState.HAVE}
        for item in items:
            if item.sha256 in held:
                uploader.note_stored(item)
        return [item for item in items if item.sha256 not in held]

    def _body(self, items: Sequence[BlobItem]) -> Iterator[bytes]:
        for item in items:
            yield bundles.head_of(_ask(item)) + self.uploader.store.read_range(item.sha256, 0, item.size)
            self.uploader.moved(item, item.size)


def _ask(item: BlobItem) -> BlobAsk:
    return BlobAsk(item.sha256, item.size, item.preview_of)
