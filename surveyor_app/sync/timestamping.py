"""Asks a time-stamp authority over HTTP (RFC 3161, section 3.4): a digest goes out, never what was signed."""

from __future__ import annotations

from collections.abc import Callable

from surveyor_app.domain.errors import TimestampFailed
from surveyor_app.domain.wire_errors import Unreachable
from surveyor_app.sync.asking import Bounds, ask

BOUNDS = Bounds()
"""A time stamp with its certificates is a few KiB."""

_HEADERS = {"content-type": "application/timestamp-query", "accept": "application/timestamp-reply"}


def timestamp_fetcher(url: str, bounds: Bounds = BOUNDS) -> Callable[[bytes], bytes]:
    """Return a function that sends a DER ``TimeStampReq`` and returns what came back; it raises TimestampFailed."""

    def fetch(request: bytes) -> bytes:
        try:
            return ask("POST", url, bounds, _HEADERS, request)
        except Unreachable as error:
            raise TimestampFailed(**error.data) from error

    return fetch
