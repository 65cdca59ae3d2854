"""How the centre listens: what it sends goes out at once."""

from __future__ import annotations

import gc
import socket
from urllib.parse import urlsplit

import pytest

from surveyor_app.central.serving import EmbeddedCentre, listen
from surveyor_app.domain.wire_errors import ServerFailed


def test_an_accepted_connection_sends_at_once(live: EmbeddedCentre) -> None:
    """Headers and body go out in two pieces: without TCP_NODELAY the second waits for the other side's delayed answer."""
    address = urlsplit(live.url)
    with socket.create_connection((address.hostname, address.port)) as client:
        client.sendall(b"GET /v1/nowhere HTTP/1.1\r\nhost: centre\r\n\r\n")
        assert client.recv(12) == b"HTTP/1.1 404"
        assert _accepted(client).getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def _accepted(client: socket.socket) -> socket.socket:
    """The other end of a connection within this process."""
    open_sockets = [item for item in gc.get_objects() if isinstance(item, socket.socket) and item.fileno() >= 0]
    (found,) = [item for item in open_sockets if item is not client and _peer(item) == client.getsockname()]
    return found


def _peer(item: socket.socket) -> object:
    try:
        return item.getpeername()
    except OSError:
        return None  # It listens, or the other side has gone.


def test_a_port_is_listened_on_once() -> None:
    with listen("127.0.0.1", 0) as first:
        assert first.proto == socket.IPPROTO_TCP
        with pytest.raises(ServerFailed):
            listen("127.0.0.1", first.getsockname()[1])
