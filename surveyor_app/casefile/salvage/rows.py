"""The rows on the pages of a SQLite file, read without its trees: a page that points to others may be lost, its leaves are not.

SQLite's format: https://www.sqlite.org/fileformat2.html §1.6 (cells of a table's leaf) and §2.1 (records). Whatever is not
shaped like a row is passed over; whether a row is what was written, its reader proves by the hashes in it.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from surveyor_app.casefile.engine import PAGE_BYTES
from surveyor_app.casefile.sealed_pages import RESERVED_BYTES

Value = int | float | str | bytes | None

_LEAF = 0x0D
_LEAF_HEADER, _FIRST_PAGE_HEADER = 8, 100
_USABLE = PAGE_BYTES - RESERVED_BYTES
_MOST_LOCAL = _USABLE - 35
_LEAST_LOCAL = (_USABLE - 12) * 32 // 255 - 23
_LARGEST = 4 * 1024 * 1024
"""Rows hold parts of 1 MiB and previews; what claims to be longer than this is no row of ours."""

_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_FLOAT, _ZERO, _ONE = 7, 8, 9


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number and its values in the order of its table's columns."""

    rowid: int
    values: tuple[Value, ...]


def rows_of(page: bytes, number: int, load: Callable[[int], bytes | None]) -> Iterator[Row]:
    """Yield the rows of a page if it is a table's leaf; ``load`` returns other pages by number, ``None`` for none."""
    start = _FIRST_PAGE_HEADER if number == 1 else 0
    if page[start] != _LEAF:
        return
    (cells,) = struct.unpack_from(">H", page, start + 3)
    for index in range(min(cells, (_USABLE - start - _LEAF_HEADER) // 2)):
        (at,) = struct.unpack_from(">H", page, start + _LEAF_HEADER + 2 * index)
        try:
            yield _cell(page, at, load)
        except (IndexError, ValueError, struct.error):
            # No cell, or one whose content is lost: its neighbours are read all the same.
            continue


def _cell(page: bytes, at: int, load: Callable[[int], bytes | None]) -> Row:
    size, at = _varint(page, at)
    rowid, at = _varint(page, at)
    if size > _LARGEST:
        raise ValueError("no row of ours")
    if size <= _MOST_LOCAL:
        payload = page[at : at + size]
    else:
        local = _LEAST_LOCAL + (size - _LEAST_LOCAL) % (_USABLE - 4)
        local = local if local <= _MOST_LOCAL else _LEAST_LOCAL
        (following,) = struct.unpack_from(">I", page, at + local)
        payload = page[at : at + local] + _overflow(following, size - local, load)
    if len(payload) != size:
        raise ValueError("cut short")
    signed = rowid - (1 << 64) if rowid >= 1 << 63 else rowid
    return Row(signed, tuple(_record(payload)))


def _overflow(number: int, size: int, load: Callable[[int], bytes | None]) -> bytes:
    pieces: list[bytes] = []
    while size > 0:
        page = load(number) if number else None
        if page is None:
            raise ValueError("a page is missing")
        piece = page[4 : min(4 + size, _USABLE)]
        pieces.append(piece)
        size -= len(piece)
        (number,) = struct.unpack_from(">I", page, 0)
    return b"".join(pieces)


def _record(payload: bytes) -> Iterator[Value]:
    length, at = _varint(payload, 0)
    types: list[int] = []
    while at < length:
        kind, at = _varint(payload, at)
        types.append(kind)
    at = length
    for kind in types:
        value, at = _value(payload, at, kind)
        yield value


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind in {_ZERO, _ONE}:
        return kind - _ZERO, at
    if kind in _INTEGERS:
        end = at + _INTEGERS[kind]
        return int.from_bytes(payload[at:end], signed=True), end
    if kind == _FLOAT:
        return struct.unpack_from(">d", payload, at)[0], at + 8
    if kind < 12:
        raise ValueError("reserved")
    end = at + (kind - 12) // 2
    if end > len(payload):
        raise ValueError("cut short")
    data = payload[at:end]
    return (data if kind % 2 == 0 else data.decode()), end


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for n in range(8):
        byte = data[at + n]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + n + 1
    return value << 8 | data[at + 8], at + 9
