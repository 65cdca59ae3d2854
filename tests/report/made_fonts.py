"""Fonts made for the tests out of the bundled one: another family that has other characters, by the glyph of an old one."""

from __future__ import annotations

import struct
from pathlib import Path

from surveyor_app.data_files import resources_dir

SOURCE = "NotoSansSC-Regular.ttf"


def made_font(family: str, characters: str, *, like: str = "吉", embedding: int = 0) -> bytes:
    """Return a font whose ``characters`` look like one of the bundled font; ``embedding`` is its ``fsType``."""
    data = (resources_dir() / "fonts" / SOURCE).read_bytes()
    tables = _tables(data)
    glyph = _glyph(tables[b"cmap"], ord(like))
    groups = b"".join(struct.pack(">LLL", ord(item), ord(item), glyph) for item in sorted(characters))
    body = struct.pack(">HHLLL", 12, 0, 16 + len(groups), 0, len(characters)) + groups
    tables[b"cmap"] = struct.pack(">HHHHL", 0, 1, 3, 10, 12) + body
    name = family.encode("utf-16-be")
    records = [(1, 0), (2, len(name)), (4, 0), (6, 0)]
    regular = "Regular".encode("utf-16-be")
    rows = b"".join(
        struct.pack(">HHHHHH", 3, 1, 0x409, number, len(regular) if number == 2 else len(name), at)
        for number, at in records
    )
    tables[b"name"] = struct.pack(">HHH", 0, len(records), 6 + len(rows)) + rows + name + regular
    metrics = bytearray(tables[b"OS/2"])
    struct.pack_into(">H", metrics, 8, embedding)
    tables[b"OS/2"] = bytes(metrics)
    return _assembled(data[:4], tables)


def write_font(folder: Path, name: str, data: bytes) -> Path:
    """Put a font into a folder of fonts."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(data)
    return path


def _tables(data: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack_from(">H", data, 4)
    entries = (struct.unpack_from(">4sLLL", data, 12 + 16 * number) for number in range(count))
    return {tag: data[at : at + size] for tag, _sum, at, size in entries}


def _glyph(cmap: bytes, code: int) -> int:
    (count,) = struct.unpack_from(">H", cmap, 2)
    for number in range(count):
        at = struct.unpack_from(">HHL", cmap, 4 + 8 * number)[2]
        if struct.unpack_from(">H", cmap, at)[0] == 12:
            for group in range(struct.unpack_from(">L", cmap, at + 12)[0]):
                first, last, glyph = struct.unpack_from(">LLL", cmap, at + 16 + 12 * group)
                if first <= code <= last:
                    return int(glyph) + code - int(first)
    raise KeyError(code)


def _assembled(version: bytes, tables: dict[bytes, bytes]) -> bytes:
    at = 12 + 16 * len(tables)
    listed, body = b"", b""
    for tag in sorted(tables):
        content = tables[tag]
        listed += struct.pack(">4sLLL", tag, 0, at + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    return version + struct.pack(">HHHH", len(tables), 16, 0, 0) + listed + body
