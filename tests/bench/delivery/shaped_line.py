"""A bad line: a TCP proxy with so many bits a second, so long a way, and a cut every so often that loses what is under way."""

from __future__ import annotations

import queue
import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

PIECE = 1448
"""A packet's load on Ethernet; the line is charged for the headers of TCP and IP too."""
HEADERS = 52
LINE_BUFFER_BYTES = 16 * 1024
"""What waits in the modem: more than the way holds (200 kbit/s for 300 ms are 7.5 kB), less than a second."""


@dataclass(slots=True)
class Lane:
    """One direction: bytes leave one after another at the line's rate, and arrive half a round trip later."""

    bytes_per_s: float
    delay_s: float
    free_at: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def arrival(self, size: int) -> tuple[float, float]:
        """Take ``size`` bytes on; return how long their sender has to hold back, and when they arrive."""
        with self.lock:
            now = time.monotonic()
            self.free_at = max(now, self.free_at) + (size + HEADERS) / self.bytes_per_s
            waiting_s = self.free_at - now - LINE_BUFFER_BYTES / self.bytes_per_s
            return max(0.0, waiting_s), self.free_at + self.delay_s


class ShapedLine:
    """Stands between a client and a server on loopback; a context manager. ``cuts`` counts what it cut."""

    def __init__(self, target_url: str, *, kbit_per_s: float, round_trip_s: float, cut_every_s: float) -> None:
        host, _, port = target_url.removeprefix("http://").partition(":")
        self._target = (host, int(port))
        self._round_trip_s = round_trip_s
        self._cut_every_s = cut_every_s
        rate = kbit_per_s * 1000 / 8
        self._up, self._down = Lane(rate, round_trip_s / 2), Lane(rate, round_trip_s / 2)
        self._open: set[_Connection] = set()
        self._over = threading.Event()
        self.cuts = 0
        self._listener = socket.socket()
        # Set before listening, so that connections inherit it: what the client believes to be sent is nearly on the line.
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, LINE_BUFFER_BYTES)
        self._listener.bind(("127.0.0.1", 0))
        self._listener.listen()
        self._threads = [_start(self._accept), _start(self._cut)]

    @property
    def url(self) -> str:
        """Where the client connects to."""
        host, port = self._listener.getsockname()
        return f"http://{host}:{port}"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in list(self._open):
            connection.cut()
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        while not self._over.is_set():
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            # The handshake has a way to go too; the kernel answered the client at once.
            time.sleep(self._round_trip_s)
            self._open.add(_Connection(client, socket.create_connection(self._target), self._up, self._down))

    def _cut(self) -> None:
        while not self._over.wait(self._cut_every_s):
            running = [connection for connection in self._open if not connection.over.is_set()]
            self.cuts += bool(running)
            self._open.clear()
            for connection in running:
                connection.cut()


class _Connection:
    """One client's way to the server and back."""

    def __init__(self, client: socket.socket, server: socket.socket, up: Lane, down: Lane) -> None:
        self.over = threading.Event()
        self._sockets = (client, server)
        for one in self._sockets:
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for source, sink, lane in ((client, server, up), (server, client, down)):
            way: queue.Queue[tuple[float, bytes]] = queue.Queue()
            _start(self._take, source, lane, way)
            _start(self._give, sink, way)

    def cut(self) -> None:
        """End both sides at once; what is on its way is lost."""
        self.over.set()
        for one in self._sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _take(self, source: socket.socket, lane: Lane, way: queue.Queue[tuple[float, bytes]]) -> None:
        with suppress(OSError):
            while data := source.recv(PIECE):
                hold_back_s, arrives_at = lane.arrival(len(data))
                way.put((arrives_at, data))
                time.sleep(hold_back_s)
        way.put((0.0, b""))

    def _give(self, sink: socket.socket, way: queue.Queue[tuple[float, bytes]]) -> None:
        with suppress(OSError):
            while True:
                arrives_at, data = way.get()
                if not data:
                    break
                if self.over.wait(max(0.0, arrives_at - time.monotonic())):
                    return
                sink.sendall(data)
        self.cut()


def _start(work: object, *arguments: object) -> threading.Thread:
    thread = threading.Thread(target=work, args=arguments, daemon=True)  # type: ignore[arg-type]  # any callable of ours
    thread.start()
    return thread
