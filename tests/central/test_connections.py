"""Connections that only want to tire the centre out: it answers others all the same, and keeps what came of an upload."""

from __future__ import annotations

import logging
import socket
import time
from contextlib import ExitStack, closing, suppress
from urllib.parse import urlsplit

import httpx2
import pytest

from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.web import connections, quiet_log
from surveyor_app.central.web.connections import Connection
from surveyor_app.central.web.quiet_log import AtMost

HEAD = b"GET /v1/authority.crl HTTP/1.1\r\nhost: centre\r\n"


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    """One centre for all tests here."""
    return shared_centre


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A centre that waits for moments only."""
    monkeypatch.setattr(connections, "HEAD_S", 0.1)
    monkeypatch.setattr(connections, "STALL_S", 0.1)
    monkeypatch.setattr(connections, "SWEEP_EVERY_S", 0.0)


def connect(live: EmbeddedCentre) -> socket.socket:
    address = urlsplit(live.url)
    made = socket.create_connection((address.hostname, address.port), timeout=20)
    return made


def ended(connection: socket.socket) -> bytes:
    """Read until the other side ends the connection."""
    found = b""
    try:
        while data := connection.recv(65536):
            found += data
    except ConnectionError:
        pass
    return found


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("said", [b"", b"G", HEAD], ids=["nothing", "a letter", "half a head"])
def test_who_never_asks_is_left(live: EmbeddedCentre, said: bytes) -> None:
    with closing(connect(live)) as connection:
        connection.sendall(said)
        assert ended(connection) == b""


@pytest.mark.usefixtures("impatient")
def test_a_body_that_stands_still_is_left(live: EmbeddedCentre) -> None:
    with closing(connect(live)) as connection:
        connection.sendall(b"POST /v1/token HTTP/1.1\r\nhost: centre\r\ncontent-length: 100\r\n\r\n{")
        assert ended(connection) == b""


@pytest.mark.parametrize(
    "endless", [b"GET /" + b"a" * 40_000, HEAD + b"x-a: " + b"b" * 40_000, HEAD + b"x: y\r\n" * 8_000]
)
def test_a_head_without_end_is_refused(live: EmbeddedCentre, endless: bytes) -> None:
    with closing(connect(live)) as connection:
        connection.sendall(endless)
        time.sleep(0.05)
        with suppress(ConnectionError):
            connection.sendall(b"c" * 40_000)
        answer = ended(connection)
    assert answer == b"" or answer.startswith(b"HTTP/1.1 400")


def test_a_head_behind_a_request_under_way_is_bounded_too(live: EmbeddedCentre) -> None:
    with closing(connect(live)) as connection:
        try:
            connection.sendall(HEAD + b"\r\n" + HEAD + b"x-a: ")
            for _ in range(200):
                connection.sendall(b"b" * 10_000)
        except ConnectionError:
            return
        assert b"400" in ended(connection)


def test_idle_connections_do_not_keep_others_out(live: EmbeddedCentre, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Connection, "most", 20)
    with ExitStack() as stack:
        idle = [stack.enter_context(closing(connect(live))) for _ in range(60)]
        assert httpx2.get(f"{live.url}/v1/nowhere").status_code == 404
        # Those that came first had waited for longest.
        assert ended(idle[0]) == b""


@pytest.mark.parametrize(("files", "most"), [(64, 32), (256, 128), (1024, 768), (8192, 4096)])
def test_a_system_with_few_files_still_leaves_room_for_connections(files: int, most: int) -> None:
    assert connections.most_with(files) == most


def test_a_connection_is_used_again_and_again(live: EmbeddedCentre) -> None:
    with httpx2.Client(base_url=live.url) as client:
        for _ in range(5):
            assert client.get("/v1/nowhere", headers={"x-long": "a" * 20_000}).status_code == 404
            assert client.post("/v1/token", content=b"x" * 100_000).status_code == 400


def test_a_flood_of_errors_leaves_few_lines() -> None:
    limited = AtMost(3)
    records = [logging.LogRecord("centre", logging.ERROR, "", 0, "failed %d", (n,), None) for n in range(10)]
    assert [limited.filter(record) for record in records] == [True] * 3 + [False] * 7
    limited._began -= 60  # a minute later
    later = logging.LogRecord("centre", logging.ERROR, "", 0, "failed again", (), None)
    assert limited.filter(later)
    assert later.getMessage() == "failed again (7 lines left out before this one)"


def test_only_while_it_serves_is_the_log_bounded(caplog: pytest.LogCaptureFixture) -> None:
    """What else runs in the process, and what runs later, writes all it has."""
    logger = logging.getLogger("surveyor_app.central")
    with quiet_log.bounded(), quiet_log.bounded():
        for number in range(quiet_log.LINES_A_MINUTE + 30):
            logger.warning("served %d", number)
    assert len(caplog.records) == quiet_log.LINES_A_MINUTE
    logger.warning("afterwards")
    assert caplog.records[-1].getMessage() == "afterwards"
