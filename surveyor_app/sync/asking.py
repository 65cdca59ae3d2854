"""One short question to somebody who is not the centre: bounded in time and size, every failure one error."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

import httpx2

from surveyor_app.domain.wire_errors import Unreachable
from surveyor_app.protocol.limits import KIB

CONNECT_TIMEOUT_S = 10.0


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long nothing may come, how long all of an answer may take, and how large it may be."""

    stall_s: float = 15.0
    longest_s: float = 30.0
    most_bytes: int = 256 * KIB


def ask(
    method: str, url: str, bounds: Bounds, headers: Mapping[str, str] | None = None, content: bytes | None = None
) -> bytes:
    """Return what is answered. Redirections are not followed.

    Raises:
        Unreachable: there is no answer of this kind; ``reason`` says why.
    """
    timeout = httpx2.Timeout(bounds.stall_s, connect=min(CONNECT_TIMEOUT_S, bounds.stall_s))
    try:
        # Loading the trusted certificates takes a tenth of a second: only where they are used.
        transport = httpx2.HTTPTransport(verify=url.lower().startswith("https:"))
        with (
            httpx2.Client(timeout=timeout, transport=transport) as client,
            client.stream(method, url, content=content, headers=dict(headers or {})) as response,
        ):
            if response.status_code != httpx2.codes.OK:
                raise Unreachable(server=url, reason=f"HTTP {response.status_code}")
            return _limited(response, url, bounds)
    except (httpx2.UnsupportedProtocol, httpx2.InvalidURL) as error:
        raise Unreachable(server=url, reason="not a URL") from error
    except httpx2.HTTPError as error:
        raise Unreachable(server=url, reason=type(error).__name__) from error


def _limited(response: httpx2.Response, url: str, bounds: Bounds) -> bytes:
    """Read an answer that is neither too long nor dripping in without an end."""
    until = time.monotonic() + bounds.longest_s
    body = bytearray()
    for part in response.iter_bytes():
        body += part
        if len(body) > bounds.most_bytes:
            raise Unreachable(server=url, reason="too long")
        if time.monotonic() > until:
            raise Unreachable(server=url, reason="too slow")
    return bytes(body)
