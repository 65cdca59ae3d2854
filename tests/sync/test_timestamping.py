"""Asking a time-stamp authority over HTTP: what comes back is bounded, and every failure is one error."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import closing

import pytest

from surveyor_app.domain.errors import TimestampFailed
from surveyor_app.domain.wire_errors import Unreachable
from surveyor_app.sync.asking import Bounds
from surveyor_app.sync.revocation_lists import fetch_revocation_list
from surveyor_app.sync.timestamping import BOUNDS, timestamp_fetcher
from tests.report.signatures.time_authority import serving


def test_the_request_is_sent_and_the_answer_returned() -> None:
    with serving(lambda query: (200, b"answer to " + query)) as url:
        assert timestamp_fetcher(url)(b"query") == b"answer to query"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (lambda _query: (503, b"busy"), "HTTP 503"),
        (lambda _query: (302, b""), "HTTP 302"),
        (lambda _query: (200, bytes(BOUNDS.most_bytes + 1)), "too long"),
    ],
)
def test_what_is_no_answer_is_not_taken(answer: Callable[[bytes], tuple[int, bytes]], reason: str) -> None:
    with serving(answer) as url, pytest.raises(TimestampFailed) as caught:
        timestamp_fetcher(url)(b"query")
    assert caught.value.data == {"server": url, "reason": reason}


def test_nobody_there_is_said() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}"
    with pytest.raises(TimestampFailed, match="ConnectError"):
        timestamp_fetcher(url)(b"query")


def test_silence_ends() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}"
        with pytest.raises(TimestampFailed, match="Timeout"):
            timestamp_fetcher(url, Bounds(stall_s=0.2))(b"query")


def test_an_answer_that_drips_without_an_end_is_given_up() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}"

        def drip() -> None:
            connection, _address = server.accept()
            with connection:
                connection.recv(4096)
                connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 9000\r\n\r\n")
                try:
                    while True:
                        connection.sendall(b"x")
                except OSError:
                    return

        thread = threading.Thread(target=drip)
        thread.start()
        with pytest.raises(TimestampFailed, match="too"):
            timestamp_fetcher(url, Bounds(longest_s=0.0))(b"query")
        thread.join()


def test_a_list_is_fetched_as_it_is() -> None:
    with serving(lambda path: (200, b"list at " + path)) as url:
        assert fetch_revocation_list(f"{url}/authority.crl") == b"list at /authority.crl"
    with pytest.raises(Unreachable):
        fetch_revocation_list(f"{url}/authority.crl")


@pytest.mark.parametrize("url", ["", "time.example", "ftp://time.example", "http://"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(TimestampFailed, match="not a URL"):
        timestamp_fetcher(url)(b"query")
