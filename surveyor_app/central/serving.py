"""Serves a centre: embedded in a thread for the demonstration and tests, or blocking for the command line."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from surveyor_app.central.app import create_app
from surveyor_app.central.centre import Centre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.web import connections, open_files, quiet_log
from surveyor_app.central.web.connections import Connection
from surveyor_app.domain.errors import InputError, SurveyorError
from surveyor_app.domain.wire_errors import ServerFailed

logger = logging.getLogger(__name__)

LOOPBACK = "127.0.0.1"
KEEP_ALIVE_S = 75
SHUTDOWN_S = 3
TIDY_EVERY_S = 3600.0
START_TIMEOUT_S = 30.0


class _Server(uvicorn.Server):
    """Tells when it answers."""

    def __init__(self, config: uvicorn.Config, tidy: Callable[[], None]) -> None:
        super().__init__(config)
        self.ready = threading.Event()
        self._swept = 0.0
        self._tidy = tidy
        self._tidied = time.monotonic()
        self._tidying: asyncio.Future[None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    async def on_tick(self, counter: int) -> bool:
        now = time.monotonic()
        if now - self._swept > connections.SWEEP_EVERY_S:
            self._swept = now
            for connection in [item for item in self.server_state.connections if isinstance(item, Connection)]:
                connection.sweep(now)
        if now - self._tidied > TIDY_EVERY_S and (self._tidying is None or self._tidying.done()):
            self._tidied = now
            self._tidying = asyncio.get_running_loop().run_in_executor(None, self._tidy_quietly)
        return await super().on_tick(counter)

    def _tidy_quietly(self) -> None:
        try:
            self._tidy()
        except SurveyorError:
            # Disk, database or store: whoever is served now hears of it; it is tried again.
            logger.warning("could not tidy up", exc_info=True)


class EmbeddedCentre:
    """A centre in a thread of this process, reachable on loopback only."""

    def __init__(self, data_dir: Path, port: int = 0, *, config: CentreConfig | None = None) -> None:
        self.config = config or CentreConfig(data_dir)
        self._port = port
        self._centre: Centre | None = None
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None
        self._url = ""

    @property
    def url(self) -> str:
        """Where it answers; only between start and stop."""
        return self._url

    @property
    def centre(self) -> Centre:
        """The centre at work, for the office's own functions; only between start and stop."""
        if self._centre is None:
            raise InputError(field="centre", reason="not started")
        return self._centre

    def start(self) -> str:
        """Start answering and return the URL; port 0 means any free one.

        Raises:
            ServerFailed: when the database, the store or the port cannot be had.
        """
        listener = listen(LOOPBACK, self._port)
        try:
            self._centre = Centre(self.config)
        except BaseException:
            listener.close()
            raise
        self._server = server_for(self._centre)
        self._thread = threading.Thread(
            target=self._server.run, args=([listener],), name="surveyor-centre", daemon=True
        )
        self._thread.start()
        if not self._server.ready.wait(START_TIMEOUT_S):
            self.stop()
            raise ServerFailed(reason="start")
        self._url = _url(listener)
        return self._url

    def stop(self) -> None:
        """End the connections and close everything; starting again later is fine."""
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join()
        if self._centre is not None:
            self._centre.close()
        self._server = self._thread = self._centre = None

    def __enter__(self) -> EmbeddedCentre:
        self.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.stop()


@dataclass(frozen=True, slots=True)
class Tls:
    """The certificate chain and the private key (PEM files) with which connections are encrypted."""

    certificate: Path
    key: Path

    def require_fit(self) -> None:
        """Check that the two can be read and belong together.

        Raises:
            InputError: otherwise.
        """
        try:
            ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(self.certificate, self.key)
        except (OSError, ValueError) as error:  # an SSLError is an OSError
            raise InputError(field="tls_cert", reason="certificate and key cannot be used together") from error


def serve(
    config: CentreConfig,
    *,
    host: str = LOOPBACK,
    port: int = 0,
    tls: Tls | None = None,
    announce: Callable[[str], None] | None = None,
) -> None:
    """Serve until a signal ends the process; ``announce`` gets the URL once requests are answered.

    Raises:
        InputError: when the certificate or key for ``tls`` cannot be used.
        ServerFailed: when the database, the store or the port cannot be had.
    """
    if tls is not None:
        tls.require_fit()
    # Whatever is made from here on is its owner's alone.
    os.umask(0o077)
    Connection.most = connections.most_with(open_files.raise_limit())
    listener = listen(host, port)
    centre = Centre(config)
    server = server_for(centre, tls)
    url = _url(listener, "http" if tls is None else "https")
    if announce is not None:
        threading.Thread(target=lambda: server.ready.wait() and announce(url), daemon=True).start()
    try:
        with quiet_log.bounded():
            server.run([listener])
    finally:
        centre.close()


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket whose connections send at once; port 0 means any free one.

    Raises:
        ServerFailed: when the port cannot be had.
    """
    try:
        made = socket.create_server((host, port))
    except OSError as error:
        raise ServerFailed(reason="port", port=port, detail=error.strerror) from error
    # asyncio sets TCP_NODELAY only on sockets that say they are TCP, and this one, like all it would accept, says 0. Without it
    # the body of every answer waits, after its headers, for the other side's delayed acknowledgement: 40 ms on Linux.
    return socket.socket(made.family, made.type, socket.IPPROTO_TCP, fileno=made.detach())


def server_for(centre: Centre, tls: Tls | None = None) -> _Server:
    """Return what answers for a centre, on whatever listening socket it is run with."""
    config = uvicorn.Config(
        create_app(centre),
        http=Connection,
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_config=None,
        access_log=False,
        server_header=False,
        # The server would believe whoever is on this machine, or whom the environment names.
        proxy_headers=False,
        timeout_keep_alive=KEEP_ALIVE_S,
        timeout_graceful_shutdown=SHUTDOWN_S,
        ssl_certfile=None if tls is None else tls.certificate,
        ssl_keyfile=None if tls is None else tls.key,
    )
    return _Server(config, centre.tidy)


def _url(listener: socket.socket, scheme: str = "http") -> str:
    host, port = listener.getsockname()[:2]
    return f"{scheme}://{host}:{port}"
