"""A case file seen page by page without SQLite: which page holds what, so that a test can damage just that.

SQLCipher 4: AES-256-CBC for each page, the IV in the page's last 80 bytes before the HMAC; the first page starts with the salt
(https://www.zetetic.net/sqlcipher/design/). SQLite's page format: https://www.sqlite.org/fileformat2.html.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from surveyor_app.casefile.engine import PAGE_BYTES
from surveyor_app.casefile.keys import SALT_BYTES
from tests.faults.worlds import World

RESERVED_BYTES = 80
IV_BYTES = 16
FREELIST_TRUNK = slice(32, 36)
LEAF_INDEX, INTERIOR_TABLE = 10, 5


@dataclass(frozen=True, slots=True)
class Pages:
    """The decrypted pages of one file; numbers count from 1 as SQLite's do."""

    path: Path
    plain: tuple[bytes, ...]

    @classmethod
    def of(cls, world: World) -> Pages:
        """Decrypt a world's closed case file."""
        data = world.case.read_bytes()
        with world.unlock() as profile:
            key = profile.case_key(data[:SALT_BYTES]).key
        pages = []
        for start in range(0, len(data), PAGE_BYTES):
            page = data[start : start + PAGE_BYTES]
            iv = page[-RESERVED_BYTES : -RESERVED_BYTES + IV_BYTES]
            first = SALT_BYTES if start == 0 else 0
            decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
            pages.append(bytes(first) + decryptor.update(page[first:-RESERVED_BYTES]) + decryptor.finalize())
        return cls(world.case, tuple(pages))

    def holding(self, content: bytes) -> int:
        """Return the number of a page that holds this."""
        return next(number for number, page in enumerate(self.plain, 1) if number > 1 and content in page)

    def of_kind(self, kind: int) -> int:
        """Return the number of the last page of a B-tree kind."""
        return max(number for number, page in enumerate(self.plain, 1) if number > 1 and page[0] == kind)

    def free(self) -> int:
        """Return the number of a free page."""
        number = int.from_bytes(self.plain[0][FREELIST_TRUNK], "big")
        assert number > 0, "the file has no free page"
        return number


def flip(path: Path, offset: int) -> None:
    """Change one bit of one byte; a negative offset counts from the end."""
    data = bytearray(path.read_bytes())
    data[offset] ^= 0x10
    path.write_bytes(data)
