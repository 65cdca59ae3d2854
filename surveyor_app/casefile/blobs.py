"""Reading originals: every byte handed out has been hashed again.

An original is a ``blob`` row and its parts of 1 MiB. Parts are read on a connection of their own, because one damaged page
makes a SQLCipher connection useless.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.schema import PART_BYTES
from surveyor_app.domain.errors import BlobDamaged, BlobMissing, DamagedFile


@dataclass(frozen=True, slots=True)
class StoredBlob:
    """An original that was read back after its commit; ``duplicate`` when the case held these bytes before."""

    sha256: str
    size: int
    duplicate: bool = False


def size_of(case: CaseFile, sha256: str) -> int:
    """Return the bytes of a stored original.

    Raises:
        BlobMissing: none has this hash.
    """
    with case.fresh_connection() as connection:
        return _find(connection, sha256)[1]


def part_hashes(case: CaseFile, sha256: str) -> list[str]:
    """Return the SHA-256 of each part of 1 MiB (the last may be shorter), in order.

    Raises:
        BlobMissing: none has this hash. BlobDamaged: they cannot be read.
    """
    try:
        with case.fresh_connection() as connection:
            blob_id, _ = _find(connection, sha256)
            rows = connection.execute("SELECT sha256 FROM blob_part WHERE blob_id = ? ORDER BY n", (blob_id,))
            return [row[0] for row in rows.fetchall()]
    except DamagedFile as error:
        raise BlobDamaged(sha256=sha256) from error


def read_blob(case: CaseFile, sha256: str) -> Iterator[bytes]:
    """Yield an original part by part; the whole hash is checked after the last part.

    Raises:
        BlobMissing: none has this hash.
        BlobDamaged: the bytes are not those that were stored. What was yielded before must be thrown away.
    """
    whole = hashlib.sha256()
    try:
        with case.fresh_connection() as connection:
            blob_id, size = _find(connection, sha256)
            for n in range(-(-size // PART_BYTES)):
                data = _part(connection, blob_id, n, sha256)
                whole.update(data)
                yield data
    except DamagedFile as error:
        raise BlobDamaged(sha256=sha256) from error
    if whole.hexdigest() != sha256:
        raise BlobDamaged(sha256=sha256)


def read_range(case: CaseFile, sha256: str, offset: int, size: int) -> bytes:
    """Return up to ``size`` bytes from ``offset``, shorter at the end; the parts they lie in are checked.

    Raises:
        BlobMissing, BlobDamaged: see :func:`read_blob`.
    """
    try:
        with case.fresh_connection() as connection:
            blob_id, total = _find(connection, sha256)
            end = min(offset + size, total)
            if offset >= end:
                return b""
            first, last = offset // PART_BYTES, (end - 1) // PART_BYTES
            data = b"".join(_part(connection, blob_id, n, sha256) for n in range(first, last + 1))
    except DamagedFile as error:
        raise BlobDamaged(sha256=sha256) from error
    start = offset - first * PART_BYTES
    return data[start : start + end - offset]


def read_parts(case: CaseFile, sha256: str, offset: int, size: int) -> Iterator[bytes]:
    """Yield up to ``size`` bytes from ``offset``, part by part as they lie in the file, each checked, over one connection.

    Raises:
        BlobMissing, BlobDamaged: see :func:`read_blob`.
    """
    try:
        with case.fresh_connection() as connection:
            blob_id, total = _find(connection, sha256)
            end = min(offset + size, total)
            while offset < end:
                number = offset // PART_BYTES
                start = offset - number * PART_BYTES
                data = _part(connection, blob_id, number, sha256)[start : start + end - offset]
                yield data
                offset += len(data)
    except DamagedFile as error:
        raise BlobDamaged(sha256=sha256) from error


def _find(connection: Any, sha256: str) -> tuple[int, int]:
    row = connection.execute("SELECT id, size FROM blob WHERE sha256 = ? AND state = 'stored'", (sha256,)).fetchone()
    if row is None:
        raise BlobMissing(sha256=sha256)
    return row[0], row[1]


def _part(connection: Any, blob_id: int, n: int, sha256: str) -> bytes:
    row = connection.execute("SELECT sha256, data FROM blob_part WHERE blob_id = ? AND n = ?", (blob_id, n)).fetchone()
    if row is None or hashlib.sha256(row[1]).hexdigest() != row[0]:
        raise BlobDamaged(sha256=sha256)
    return bytes(row[1])
