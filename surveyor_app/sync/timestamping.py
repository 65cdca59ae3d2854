"""Asks a time-stamp authority over HTTP (RFC 3161, section 3.4): a digest goes out, never what was signed."""

from __future__ import annotations

import time
from collections.abc import Callable

import httpx2

from surveyor_app.domain.errors import TimestampFailed
from surveyor_app.protocol.limits import KIB

CONNECT_TIMEOUT_S = 10.0
STALL_TIMEOUT_S = 15.0
LONGEST_ANSWER_S = 30.0
MAX_ANSWER_BYTES = 256 * KIB
"""A time stamp with its certificates is a few KiB."""

_HEADERS = {"content-type": "application/timestamp-query", "accept": "application/timestamp-reply"}


def timestamp_fetcher(
    url: str, *, stall_s: float = STALL_TIMEOUT_S, longest_s: float = LONGEST_ANSWER_S
) -> Callable[[bytes], bytes]:
    """Return a function that sends a DER ``TimeStampReq`` and returns what came back; it raises TimestampFailed.

    Redirections are not followed.
    """
    timeout = httpx2.Timeout(stall_s, connect=min(CONNECT_TIMEOUT_S, stall_s))

    def fetch(request: bytes) -> bytes:
        # Loading the trusted certificates takes a tenth of a second: only where they are used.
        transport = httpx2.HTTPTransport(verify=url.lower().startswith("https:"))
        try:
            with (
                httpx2.Client(timeout=timeout, transport=transport) as client,
                client.stream("POST", url, content=request, headers=_HEADERS) as response,
            ):
                if response.status_code != httpx2.codes.OK:
                    raise TimestampFailed(server=url, reason=f"HTTP {response.status_code}")
                return _limited(response, url, time.monotonic() + longest_s)
        except (httpx2.UnsupportedProtocol, httpx2.InvalidURL) as error:
            raise TimestampFailed(server=url, reason="not a URL") from error
        except httpx2.HTTPError as error:
            raise TimestampFailed(server=url, reason=type(error).__name__) from error

    return fetch


def _limited(response: httpx2.Response, url: str, until: float) -> bytes:
    """Read an answer that is neither too long nor dripping in without an end."""
    body = bytearray()
    for part in response.iter_bytes():
        body += part
        if len(body) > MAX_ANSWER_BYTES:
            raise TimestampFailed(server=url, reason="too long")
        if time.monotonic() > until:
            raise TimestampFailed(server=url, reason="too slow")
    return bytes(body)
