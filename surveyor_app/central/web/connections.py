"""Connections that cannot tire the centre out: heads within limits, an end to waiting, and room for whoever comes next.

A connection is given up when its head (request line and headers) is too long or takes too long, when the sender of a body or the
reader of an answer stands still, or when all places are taken and it has been idle for longest. What had arrived of an upload is
kept, as after any cut.
"""

from __future__ import annotations

import asyncio
import time

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MAX_HEAD_BYTES = 64 * 1024
HEAD_S = 20.0
"""From the first moment of a connection, or the first byte of its next request, until the head is complete."""

STALL_S = 90.0
"""A laptop gives up a line on which nothing has moved for half of this."""

MOST_CONNECTIONS = 4096
SWEEP_EVERY_S = 1.0
KEPT_FILES = 256
"""Open files that are no connections: database, store, threads."""


def most_with(open_files: int) -> int:
    """Return how many connections there may be where the system lets the process have so many files open."""
    return min(MOST_CONNECTIONS, max(open_files // 2, open_files - KEPT_FILES))


class Connection(HttpToolsProtocol):
    """One connection; the server calls :meth:`sweep` about every second."""

    most = MOST_CONNECTIONS
    """How many there may be; lowered where the system gives a process fewer files."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as the library has it
        """Begin to wait for the first head; make room if all places are taken."""
        self._head_bytes = 0
        self._head_since: float | None = time.monotonic()
        self._moved = time.monotonic()
        self._unsent = 0
        super().connection_made(transport)
        if len(self.connections) > self.most:
            self._make_room()

    def data_received(self, data: bytes) -> None:
        """Parse what arrived, as long as a head stays within its limit."""
        self._moved = time.monotonic()
        self._head_bytes += len(data)
        super().data_received(data)
        if self._head_bytes > MAX_HEAD_BYTES and not self.transport.is_closing():
            self.send_400_response("Request head too large.")

    def on_message_begin(self) -> None:
        """A head begins."""
        self._head_since = time.monotonic()
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """A head is complete; what follows it in the same packet counts as body."""
        self._head_since = None
        self._head_bytes = 0
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Bytes of a body are no head."""
        self._head_bytes = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        """What comes now is the next head."""
        self._head_bytes = 0
        super().on_message_complete()

    @property
    def is_idle(self) -> bool:
        """No request is being answered."""
        return self.cycle is None or self.cycle.response_complete

    def sweep(self, now: float) -> None:
        """Give the connection up when it has kept the centre waiting for too long."""
        unsent = self.transport.get_write_buffer_size()
        if unsent != self._unsent:
            self._unsent, self._moved = unsent, now
        if self._head_since is not None:
            if now - self._head_since > HEAD_S:
                self.transport.abort()
        elif not self.is_idle and (self.cycle.more_body or unsent) and now - self._moved > STALL_S:
            self.transport.abort()

    def _make_room(self) -> None:
        """End the connection that has been idle for longest; this one when all others are at work."""
        others = [item for item in self.connections if isinstance(item, Connection) and item is not self]
        longest = min((item for item in others if item.is_idle), key=lambda item: item._moved, default=self)
        longest.transport.abort()
