"""The part of tus 1.0 that both sides need: header names and the ``Upload-Metadata`` header.

Keys of ours in the metadata: ``sha256`` (hexadecimal, required), ``preview_of`` (hexadecimal SHA-256 of the original that a
preview shows) and ``parts`` (the raw SHA-256 digests of the 1 MiB parts, one after another).
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping

from surveyor_app.domain.wire_errors import BadMessage

VERSION = "1.0.0"
CREATION_WITH_UPLOAD = "creation-with-upload"
EXTENSIONS = ("creation", CREATION_WITH_UPLOAD, "checksum", "expiration", "termination")
CHECKSUMS = ("sha1", "sha256")
"""Algorithms of the checksum extension; it asks for SHA-1, which is enough against lines that flip bits."""

OFFSET_TYPE = "application/offset+octet-stream"


def encode_metadata(values: Mapping[str, bytes]) -> str:
    """Return the header's text."""
    return ",".join(f"{key} {base64.b64encode(value).decode()}" for key, value in values.items())


def decode_metadata(header: str) -> dict[str, bytes]:
    """Read the header; a key may stand without a value.

    Raises:
        BadMessage: when it is malformed or names a key twice.
    """
    found: dict[str, bytes] = {}
    for pair in header.split(","):
        key, _, value = pair.strip().partition(" ")
        if not key:
            continue
        if key in found:
            raise BadMessage(reason="upload-metadata: a key twice")
        try:
            found[key] = base64.b64decode(value.strip(), validate=True)
        except binascii.Error as error:
            raise BadMessage(reason="upload-metadata: not base64") from error
    return found


def part_count(size: int, part_bytes: int) -> int:
    """Return how many parts a blob of ``size`` bytes has; none for an empty one."""
    return -(-size // part_bytes)
