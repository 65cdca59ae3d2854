"""Random access to one original: what a player and a decoder read from, straight out of the encrypted file.

No byte is handed out before its part was hashed again and compared with the hash kept when it was stored. Each part is read
on a connection of its own, because one damaged page makes a SQLCipher connection useless; the last few parts stay in memory.
"""

from __future__ import annotations

import hashlib
import io
import threading
from collections import OrderedDict

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.schema import PART_BYTES
from surveyor_app.domain.errors import BlobDamaged, BlobMissing, DamagedFile

KEPT_PARTS = 8
"""Sound and picture of one moment may lie some MiB apart: fewer parts would be decrypted again and again."""


class BlobReader:
    """An original as bytes with a size, readable at any place. Any thread may read; readers take turns."""

    def __init__(self, case: CaseFile, sha256: str, *, state: str = "stored") -> None:
        """Find an original, by default among those that are stored.

        Raises:
            BlobMissing: none has this hash.
        """
        self._case = case
        self._sha256 = sha256
        with case.fresh_connection() as connection:
            query = "SELECT id, size FROM blob WHERE sha256 = ? AND state = ?"
            row = connection.execute(query, (sha256, state)).fetchone()
        if row is None:
            raise BlobMissing(sha256=sha256)
        self._blob_id, self.size = int(row[0]), int(row[1])
        self._parts: OrderedDict[int, bytes] = OrderedDict()
        self._turn = threading.Lock()
        self._closed = False

    def read(self, offset: int, count: int) -> bytes:
        """Return up to ``count`` bytes from ``offset``; shorter at the end, nothing behind it or after :meth:`close`.

        Raises:
            BlobDamaged: the part at ``offset`` is not what was stored; nothing of it is handed out.
        """
        found = bytearray()
        with self._turn:
            while len(found) < count and offset < self.size and not self._closed:
                number, start = divmod(offset, PART_BYTES)
                piece = self._part(number)[start : start + count - len(found)]
                if not piece:
                    raise BlobDamaged(sha256=self._sha256)
                found += piece
                offset += len(piece)
        return bytes(found)

    def close(self) -> None:
        """Forget what is in memory; waits for a read under way. Later reads find nothing."""
        with self._turn:
            self._closed = True
            self._parts.clear()

    def _part(self, number: int) -> bytes:
        if number in self._parts:
            self._parts.move_to_end(number)
            return self._parts[number]
        data = self._load(number)
        self._parts[number] = data
        if len(self._parts) > KEPT_PARTS:
            self._parts.popitem(last=False)
        return data

    def _load(self, number: int) -> bytes:
        query = "SELECT sha256, data FROM blob_part WHERE blob_id = ? AND n = ?"
        try:
            with self._case.fresh_connection() as connection:
                row = connection.execute(query, (self._blob_id, number)).fetchone()
        except DamagedFile as error:
            raise BlobDamaged(sha256=self._sha256) from error
        if row is None or hashlib.sha256(row[1]).hexdigest() != row[0]:
            raise BlobDamaged(sha256=self._sha256)
        return bytes(row[1])


class BlobStream(io.RawIOBase):
    """A reader as the kind of file that decoders take. Closing it does not close the reader."""

    def __init__(self, reader: BlobReader) -> None:
        super().__init__()
        self._reader = reader
        self._at = 0

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def seekable(self) -> bool:
        """Tell that it can be read anywhere."""
        return True

    def tell(self) -> int:
        """Return the place of the next byte."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move to a place and return it."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._reader.size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the stubs know no narrower buffer
        """Fill ``buffer`` as far as there are bytes and return how many came."""
        data = self._reader.read(self._at, len(buffer))
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)
