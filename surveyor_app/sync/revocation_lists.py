"""Fetches lists of revoked certificates from where the certificates say they are had (RFC 5280, 4.2.1.13)."""

from __future__ import annotations

from surveyor_app.protocol.limits import KIB
from surveyor_app.sync.asking import Bounds, ask

BOUNDS = Bounds(longest_s=60.0, most_bytes=32 * 1024 * KIB)
"""Public authorities have lists of many MiB."""


def fetch_revocation_list(url: str) -> bytes:
    """Return the list at an address, as it came.

    Raises:
        Unreachable: it cannot be had.
    """
    return ask("GET", url, BOUNDS)
