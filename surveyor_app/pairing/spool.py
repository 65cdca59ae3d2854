"""What a phone sends, kept until it is in the case: on disk as the key in memory makes it, so that no plain copy is ever left."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from cryptography.hazmat.primitives.ciphers import Cipher, CipherContext
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CTR

CHUNK_BYTES = 1024 * 1024
_BLOCK_BYTES = 16


class Spool:
    """One file under way: written from its beginning to its end, then read in any order.

    AES-256 in counter mode, NIST SP 800-38A §6.5, with a key that nobody else ever has: the file is worthless once this is gone.
    Whether the bytes are right is for TLS to say before, and for the case's own hash after.
    """

    def __init__(self, folder: Path, name: str, modified_at: str | None, device: str) -> None:
        """Make an empty one. ``name``, ``modified_at`` (ISO) and ``device`` are what the phone says.

        Raises:
            OSError: there is no room, or the folder cannot be written.
        """
        self.name = name
        self.modified_at = modified_at
        self.device = device
        self.size = 0
        self._key, self._nonce = secrets.token_bytes(32), secrets.token_bytes(8)
        number, place = tempfile.mkstemp(prefix="paired-", dir=folder)
        self._path = Path(place)
        self._file: BinaryIO = os.fdopen(number, "w+b")
        self._cipher = self._at(0)

    def write(self, data: bytes) -> None:
        """Add ``data`` at the end.

        Raises:
            OSError: there is no room.
        """
        self._file.write(self._cipher.update(data))
        self.size += len(data)

    def read(self, offset: int, size: int) -> bytes:
        """Return up to ``size`` bytes from ``offset`` on.

        Raises:
            OSError: the disk does not give them.
        """
        before = offset % _BLOCK_BYTES
        self._file.seek(offset - before)
        data = self._file.read(before + min(size, max(0, self.size - offset)))
        return self._at((offset - before) // _BLOCK_BYTES).update(data)[before:]

    def chunks(self) -> Iterator[bytes]:
        """Yield all of it."""
        for offset in range(0, self.size, CHUNK_BYTES):
            yield self.read(offset, CHUNK_BYTES)

    def close(self) -> None:
        """Forget it."""
        self._file.close()
        self._path.unlink(missing_ok=True)
        self._key = b""

    def _at(self, block: int) -> CipherContext:
        counter = self._nonce + block.to_bytes(8, "big")
        return Cipher(AES(self._key), CTR(counter)).encryptor()


def forget_leftovers(folder: Path) -> None:
    """Remove what a program that was killed left behind: nobody can read it any more."""
    for path in folder.glob("paired-*"):
        # One that another program holds open cannot be removed everywhere; it is no reason not to open a case.
        with contextlib.suppress(OSError):
            path.unlink()
