"""A bad network in a box: a TCP proxy that can be switched off, cut after some bytes, and slowed down."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from types import TracebackType

CHUNK = 16 * 1024


class Network:
    """Stands between a client and a server on loopback and counts every byte either way."""

    def __init__(self, target_url: str) -> None:
        self.retarget(target_url)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._closing = False
        self.online = True
        self.cut_after: list[int] = []
        """Bytes from the client after which its connection is cut, one for each coming connection; then none."""
        self.cut_answers_after: list[int] = []
        """The same for bytes from the server."""
        self.lost_answer: int | None = None
        """The answer of which nothing comes through, counted from 1 over all connections; its connection ends."""
        self.answers = 0
        self.delay_s = 0.0
        self.sent = 0
        self.received = 0
        self.connections = 0
        self._start(self._accept)

    def retarget(self, target_url: str) -> None:
        """Lead to another server from now on."""
        host, _, port = target_url.removeprefix("http://").partition(":")
        self._target = (host, int(port))

    @property
    def url(self) -> str:
        """Where the client connects to."""
        host, port = self._listener.getsockname()
        return f"http://{host}:{port}"

    def cut(self) -> None:
        """Cut all connections now."""
        with self._lock:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def switch_off(self) -> None:
        """Cut everything and refuse new connections."""
        self.online = False
        self.cut()

    def switch_on(self) -> None:
        """Let connections through again."""
        self.online = True

    def close(self) -> None:
        """End everything."""
        self._closing = True
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut()
        for thread in self._threads:
            thread.join()

    def __enter__(self) -> Network:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _start(self, work: object, *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._closing:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            if not self.online:
                client.close()
                continue
            limit = self.cut_after.pop(0) if self.cut_after else None
            answer_limit = self.cut_answers_after.pop(0) if self.cut_answers_after else None
            try:
                server = socket.create_connection(self._target)
            except OSError:
                client.close()
                continue
            with self._lock:
                self._open |= {client, server}
            pair = _Pair(client, server)
            self._start(self._pump, pair, client, server, limit, True)
            self._start(self._pump, pair, server, client, answer_limit, False)

    def _pump(
        self, pair: _Pair, source: socket.socket, sink: socket.socket, limit: int | None, from_client: bool
    ) -> None:
        passed = 0
        with suppress(OSError):
            while data := source.recv(CHUNK):
                if self._is_lost(pair, from_client):
                    break
                if limit is not None and passed + len(data) > limit:
                    sink.sendall(data[: limit - passed])
                    break
                if self.delay_s:
                    time.sleep(self.delay_s)
                sink.sendall(data)
                passed += len(data)
                with self._lock:
                    if from_client:
                        self.sent += len(data)
                    else:
                        self.received += len(data)
        pair.end()
        with self._lock:
            self._open -= {source}

    def _is_lost(self, pair: _Pair, from_client: bool) -> bool:
        """Tell whether what came begins the answer that is to be lost."""
        with self._lock:
            is_new_answer = pair.is_asked and not from_client
            pair.is_asked = from_client
            self.answers += is_new_answer
            return is_new_answer and self.answers == self.lost_answer


class _Pair:
    """Two sockets that end together; each is closed once both directions are done."""

    def __init__(self, client: socket.socket, server: socket.socket) -> None:
        self._sockets = (client, server)
        self._lock = threading.Lock()
        self._running = 2
        self.is_asked = False

    def end(self) -> None:
        for one in self._sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        with self._lock:
            self._running -= 1
            if self._running == 0:
                for one in self._sockets:
                    one.close()
