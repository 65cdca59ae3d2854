"""Merkle roots as in RFC 6962 §2.1, over sorted manifest lines and journal heads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence


def merkle_root(leaves: Sequence[bytes]) -> bytes:
    """Return the RFC 6962 Merkle Tree Hash of ``leaves`` in the order given; of none, SHA-256 of nothing."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    level = [hashlib.sha256(b"\x00" + leaf).digest() for leaf in leaves]
    # Pairing from the left and carrying an odd last node up unchanged gives the same tree as the RFC's recursive
    # split at the largest power of two below n.
    while len(level) > 1:
        pairs = zip(level[::2], level[1::2], strict=False)
        paired = [hashlib.sha256(b"\x01" + left + right).digest() for left, right in pairs]
        if len(level) % 2:
            paired.append(level[-1])
        level = paired
    return level[0]


def manifest_line(sha256: str, path: str) -> str:
    """Return one manifest line as ``sha256sum`` writes it: hash, two spaces, path, newline."""
    return f"{sha256}  {path}\n"


def head_line(device: str, epoch: int, seq: int, entry_hash: str) -> str:
    """Return the line that stands for the head of one journal chain at a named point."""
    return f"{entry_hash}  journal/{device}/{epoch}/{seq}\n"


def root_of_lines(lines: Iterable[str]) -> str:
    """Return the hexadecimal Merkle root over the lines, sorted by their UTF-8 bytes, each once."""
    return merkle_root(sorted({line.encode() for line in lines})).hex()
