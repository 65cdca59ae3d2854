"""How laptop and centre find out with one message whether numbers mean the same to both."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def numbering_digest(hashes: Iterable[str]) -> str:
    """Return the hexadecimal SHA-256 over the hashes of the entries numbered 1, 2, 3 …, each followed by a line feed."""
    digest = hashlib.sha256()
    for item in hashes:
        digest.update(f"{item}\n".encode())
    return digest.hexdigest()
