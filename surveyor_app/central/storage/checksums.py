"""The checksum extension of tus 1.0: a request's bytes count only if they are what ``Upload-Checksum`` says."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import AsyncIterator

from fastapi.exceptions import HTTPException

from surveyor_app.protocol import tus

_HEADERS = {"tus-resumable": tus.VERSION}
CHECKSUM_MISMATCH = 460
"""The status the extension defines."""


async def checked_body(body: AsyncIterator[bytes], checksum: str, limit: int) -> AsyncIterator[bytes]:
    """Read a body whole and hand it on when its checksum holds; a cut one is not kept, for nobody vouches for its bytes.

    Raises:
        HTTPException: 400 for an unknown algorithm or a malformed header, 413 above ``limit`` bytes, 460 when it does not hold.
        ClientDisconnect: the sender went away.
    """
    algorithm, _, text = checksum.partition(" ")
    try:
        expected = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise HTTPException(400, headers=_HEADERS) from error
    if algorithm not in tus.CHECKSUMS:
        raise HTTPException(400, headers=_HEADERS)
    data = bytearray()
    async for chunk in body:
        data += chunk
        if len(data) > limit:
            raise HTTPException(413, headers=_HEADERS)
    if hashlib.new(algorithm, data, usedforsecurity=False).digest() != expected:
        raise HTTPException(CHECKSUM_MISMATCH, headers=_HEADERS)
    return _once(bytes(data))


async def _once(data: bytes) -> AsyncIterator[bytes]:
    yield data
