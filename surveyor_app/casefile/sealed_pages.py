"""The pages of a closed case file without SQLite: checked by their HMAC, mended where one bit fell over, decrypted one by one.

SQLCipher 4 (https://www.zetetic.net/sqlcipher/design/): AES-256-CBC for each page; the last 80 bytes hold the page's IV and an
HMAC-SHA512 over cipher text, IV and page number; the first page starts with the salt. A page whose HMAC fits after one bit was
turned back is what was written: the HMAC says so with the file's own key.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from surveyor_app.casefile.engine import PAGE_BYTES, FileKey
from surveyor_app.casefile.keys import SALT_BYTES

RESERVED_BYTES = 80
IV_BYTES = 16
_MAC_BYTES = 64
_BLOCK_BYTES = 128
_MAC_SALT_MASK, _MAC_KEY_ROUNDS, _MAC_KEY_BYTES = 0x3A, 2, 32
_INNER, _OUTER = bytes(0x36 ^ n for n in range(256)), bytes(0x5C ^ n for n in range(256))

MOST_MENDED = 16
"""Damaged pages for which a single bit is searched all over: each takes seconds, and a file with more lost a whole region."""

_TREE_KINDS = frozenset({0x02, 0x05, 0x0A, 0x0D})
_FIRST_HEADER = PAGE_BYTES.to_bytes(2)


@dataclass(slots=True)
class SealedPages:
    """The pages of one file; numbers count from 1. ``damaged`` and ``mended`` are known after :meth:`check`."""

    path: Path
    key: FileKey
    count: int
    mended: dict[int, bytes] = field(default_factory=dict)
    damaged: set[int] = field(default_factory=set)
    _mac_key: bytes = b""

    @classmethod
    def of(cls, path: Path, key: FileKey) -> SealedPages:
        """Look at a file that nobody has open; a page that was cut in its middle counts as one."""
        count = -(-path.stat().st_size // PAGE_BYTES)
        return cls(path, key, count, _mac_key=mac_key(key))

    def check(self, step: Callable[[int], None]) -> None:
        """Check every page and mend what one bit explains; ``step`` is told the number of each and may raise."""
        tried = 0
        with self.path.open("rb") as file:
            for number in range(1, self.count + 1):
                step(number)
                sealed = file.read(PAGE_BYTES)
                if number == 1 and sealed[:SALT_BYTES] != self.key.salt:
                    self.mended[1] = sealed = self.key.salt + sealed[SALT_BYTES:]
                if len(sealed) < PAGE_BYTES:
                    self.damaged.add(number)
                elif not holds(self._mac_key, number, sealed):
                    is_likely = self._looks_written(number, sealed)
                    tried += is_likely
                    found = _mend(self._mac_key, number, sealed, everywhere=is_likely and tried <= MOST_MENDED)
                    if found is None:
                        self.damaged.add(number)
                    else:
                        self.mended[number] = found

    def sealed(self, number: int) -> bytes:
        """Return a page as it was written, as far as that is known."""
        if number in self.mended:
            return self.mended[number]
        with self.path.open("rb") as file:
            file.seek((number - 1) * PAGE_BYTES)
            return file.read(PAGE_BYTES).ljust(PAGE_BYTES, b"\0")

    def plain(self, number: int) -> bytes:
        """Return a page decrypted, without what SQLCipher reserves; of a damaged one most of it may be what was written."""
        return self._opened(number, self.sealed(number))

    def _looks_written(self, number: int, sealed: bytes) -> bool:
        """Tell whether a page begins as one does: noise does not, and a bit that fell over spoils one block and no other."""
        plain = self._opened(number, sealed)
        if number == 1:
            return plain[SALT_BYTES : SALT_BYTES + 2] == _FIRST_HEADER
        return plain[0] in _TREE_KINDS or int.from_bytes(plain[:4]) <= self.count

    def _opened(self, number: int, sealed: bytes) -> bytes:
        start = SALT_BYTES if number == 1 else 0
        end = PAGE_BYTES - RESERVED_BYTES
        decryptor = Cipher(algorithms.AES(self.key.key), modes.CBC(sealed[end : end + IV_BYTES])).decryptor()
        return bytes(start) + decryptor.update(sealed[start:end]) + decryptor.finalize()

    def all_sealed(self) -> Iterator[bytes]:
        """Yield every page as it was written."""
        for number in range(1, self.count + 1):
            yield self.sealed(number)


def mac_key(key: FileKey) -> bytes:
    """Return the key of the pages' HMAC, as SQLCipher derives it from a raw key."""
    salt = bytes(byte ^ _MAC_SALT_MASK for byte in key.salt)
    return hashlib.pbkdf2_hmac("sha512", key.key, salt, _MAC_KEY_ROUNDS, _MAC_KEY_BYTES)


def holds(page_key: bytes, number: int, sealed: bytes) -> bool:
    """Tell whether a page is what was written under its number."""
    said, mac = _split(number, sealed)
    return hmac.digest(page_key, said, "sha512") == mac


def _split(number: int, sealed: bytes) -> tuple[bytes, bytes]:
    start = SALT_BYTES if number == 1 else 0
    return sealed[start:-_MAC_BYTES] + number.to_bytes(4, "little"), sealed[-_MAC_BYTES:]


def _mend(page_key: bytes, number: int, sealed: bytes, *, everywhere: bool) -> bytes | None:
    """Return the page with the one bit turned back after which its HMAC fits; ``None`` when none does.

    The last bytes first, for those are tried soonest; the hash over what stands before a place is not worked out again. A
    page of which not even the beginning makes sense is tried where one bit spoils that: in its first block and its IV.
    """
    said, mac = _split(number, sealed)
    computed = hmac.digest(page_key, said, "sha512")
    if sum((one ^ other).bit_count() for one, other in zip(computed, mac, strict=True)) == 1:
        return sealed[:-_MAC_BYTES] + computed
    outer = hashlib.sha512(page_key.ljust(_BLOCK_BYTES, b"\0").translate(_OUTER))
    before = [hashlib.sha512(page_key.ljust(_BLOCK_BYTES, b"\0").translate(_INNER))]
    for at in range(0, len(said) - _BLOCK_BYTES, _BLOCK_BYTES):
        state = before[-1].copy()
        state.update(said[at : at + _BLOCK_BYTES])
        before.append(state)
    last = len(said) - 4
    places = range(last) if everywhere else [*range(IV_BYTES), *range(last - IV_BYTES, last)]
    place = _find_bit(said, mac, before, outer, frozenset(places))
    if place is None:
        return None
    byte, bit = place
    at = byte + (SALT_BYTES if number == 1 else 0)
    return sealed[:at] + bytes([sealed[at] ^ bit]) + sealed[at + 1 :]


def _find_bit(
    said: bytes, mac: bytes, before: list[hashlib._Hash], outer: hashlib._Hash, places: Set[int]
) -> tuple[int, int] | None:
    for block in range(len(before) - 1, -1, -1):
        start = block * _BLOCK_BYTES
        tail = bytearray(said[start:])
        for at in (at for at in range(min(_BLOCK_BYTES, len(tail))) if start + at in places):
            for bit in (1, 2, 4, 8, 16, 32, 64, 128):
                tail[at] ^= bit
                inner = before[block].copy()
                inner.update(tail)
                whole = outer.copy()
                whole.update(inner.digest())
                if whole.digest() == mac:
                    return start + at, bit
                tail[at] ^= bit
    return None
