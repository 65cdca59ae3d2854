"""Reads what a centre answers, and no more than a centre ever says: a broken or lying one must not fill the memory."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

import httpx2

from surveyor_app.domain.wire_errors import Unreachable
from surveyor_app.protocol.limits import MIB

MAX_ANSWER_BYTES = 16 * MIB
"""Unfolded; the longest answers, entries of a case, have a few."""

MAX_ANSWER_S = 600.0
"""An answer that drips for longer is none: at 30 kB a second this is the longest there is."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, read whole."""

    url: str
    status_code: int
    headers: Mapping[str, str]
    content: bytes


def read_answer(response: httpx2.Response, server: str) -> Answer:
    """Read an answer within limits.

    Raises:
        Unreachable: it is larger, or takes longer, than any that a centre gives.
    """
    content, began = bytearray(), time.monotonic()
    for chunk in response.iter_bytes():
        content += chunk
        if len(content) > MAX_ANSWER_BYTES or time.monotonic() - began > MAX_ANSWER_S:
            raise Unreachable(server=server, reason="foreign answer")
    return Answer(str(response.url), response.status_code, response.headers, bytes(content))
