"""Listens for one phone: who has the code opens the page, the first phone that does is the only one.

::

    GET  /p/TOKEN          the page; sets the cookie that makes this phone the one
    GET  /p/TOKEN/page.js  and page.css
    PUT  /p/TOKEN/files    one file: name and time in headers, answered once it is in the case

Any other address is answered as if there were nothing, and after some of those nobody is answered any more.
"""

from __future__ import annotations

import logging
import secrets
import socket
import ssl
import threading
from collections.abc import Mapping
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from surveyor_app.pairing.answering import Answering, Receive
from surveyor_app.pairing.identity import Identity

MOST_CONNECTIONS = 8
MOST_GUESSES = 20
POLL_S = 0.1
"""How long closing waits at most."""
_log = logging.getLogger(__name__)


class Pairing:
    """One pairing, from when it is opened until it is closed; never opened twice."""

    def __init__(
        self, files: Mapping[str, tuple[str, bytes]], receive: Receive, folder: Path, identity: Identity | None
    ) -> None:
        """Make one that does not listen yet.

        Args:
            files: What the page consists of: name (empty for the page itself) → media type and bytes.
            receive: See :data:`surveyor_app.pairing.answering.Receive`.
            folder: Where what comes is kept until it is in the case.
            identity: Of TLS; ``None`` to speak in the clear.
        """
        self.files = files
        self.receive = receive
        self.folder = folder
        self.token = secrets.token_urlsafe(24)
        self.phone: str | None = None
        """The cookie of the phone that came first."""
        self.device = ""
        self.is_closed = False
        self.guesses = 0
        self._identity = identity
        self._lock = threading.Lock()
        self._server: _Server | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether somebody is listened to."""
        return self._server is not None and not self.is_closed

    @property
    def fingerprint(self) -> str:
        """Return the SHA-256 of the certificate, to compare with what the phone shows; empty in the clear."""
        return self._identity.fingerprint if self._identity else ""

    @property
    def is_encrypted(self) -> bool:
        """Tell whether it speaks TLS."""
        return self._identity is not None

    def open(self, host: str = "", port: int = 0) -> int:
        """Begin to listen and return the port.

        Raises:
            OSError: the network does not allow it.
        """
        self._server = _Server((host, port), self, self._identity.context if self._identity else None)
        threading.Thread(target=self._server.serve_forever, args=(POLL_S,), name="pairing", daemon=True).start()
        return int(self._server.server_address[1])

    def address(self, host: str, port: int) -> str:
        """Return what the phone is to open."""
        scheme = "http" if self._identity is None else "https"
        return f"{scheme}://{f'[{host}]' if ':' in host else host}:{port}/p/{self.token}"

    def close(self) -> None:
        """Listen no more and cut off whoever is connected: what is not in the case by now stays on the phone alone."""
        self.is_closed = True
        server, self._server = self._server, None
        if server is not None:
            server.end()

    def admit(self, cookie: str, device: str) -> str | None:
        """Return the cookie of a phone that may use the page, ``None`` for any but the first."""
        with self._lock:
            if self.phone is None:
                self.phone, self.device = secrets.token_urlsafe(24), device
                return self.phone
            return self.phone if secrets.compare_digest(cookie.encode(), self.phone.encode()) else None

    def note_guess(self) -> None:
        """Count somebody without the code; whoever goes on guessing ends the pairing."""
        with self._lock:
            self.guesses += 1
            is_enough = self.guesses >= MOST_GUESSES
        if is_enough and not self.is_closed:
            _log.warning("a pairing was ended: somebody without its code kept asking")
            threading.Thread(target=self.close, name="pairing-end", daemon=True).start()


class _Server(ThreadingHTTPServer):
    """A thread for each connection, and no more than a few of them."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, place: tuple[str, int], pairing: Pairing, context: ssl.SSLContext | None) -> None:
        self._pairing = pairing
        self._context = context
        self._room = threading.BoundedSemaphore(MOST_CONNECTIONS)
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        super().__init__(place, lambda *about: Answering(pairing, *about))

    def process_request(self, request: Any, client_address: Any) -> None:
        if not self._room.acquire(blocking=False):
            self.shutdown_request(request)
            return
        if self._context is not None:
            # The greeting is for the connection's own thread: who is silent keeps nobody waiting.
            request = self._context.wrap_socket(request, server_side=True, do_handshake_on_connect=False)
        with self._lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._lock:
                self._open.discard(request)
            self._room.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A phone that goes away, or that is none, is no fault of the program."""
        _log.info("a connection of a pairing ended early", exc_info=True)

    def end(self) -> None:
        """Stop listening, and cut off all that is connected."""
        self.shutdown()
        self.server_close()
        with self._lock:
            connected = list(self._open)
        for request in connected:
            try:
                request.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue
