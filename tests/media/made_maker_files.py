"""Raw files with what their makers state in places of their own: metadata, the size of the photo, and its picture inside."""

from __future__ import annotations

import struct

from tests.media.made_files import exif_block

_ASCII, _SHORT, _LONG, _RATIONAL = 2, 3, 4, 5


def tiff(
    main: dict[int, tuple[int, object]], exif: dict[int, tuple[int, object]] | None = None, magic: bytes = b"II*\0"
) -> bytes:
    """Return a TIFF of a main directory and, where given, that of EXIF; values are texts, numbers or fractions."""
    count = len(main) + (exif is not None)
    exif_at = 8 + 2 + 12 * count + 4
    data_at = exif_at + (2 + 12 * len(exif) + 4 if exif is not None else 0)
    data = b""

    def rows(directory: dict[int, tuple[int, object]]) -> bytes:
        nonlocal data
        made = b""
        for tag, (kind, value) in sorted(directory.items()):
            many, content = _encoded(kind, value)
            if len(content) > 4:
                place = data_at + len(data)
                data += content + b"\0" * (len(content) % 2)
                content = struct.pack("<L", place)
            made += struct.pack("<HHL", tag, kind, many) + content.ljust(4, b"\0")
        return struct.pack("<H", len(directory)) + made + bytes(4)

    if exif is not None:
        main = {**main, 0x8769: (_LONG, exif_at)}
    first = rows(main)
    second = rows(exif) if exif is not None else b""
    return magic + struct.pack("<L", 8) + first + second + data


def _encoded(kind: int, value: object) -> tuple[int, bytes]:
    if isinstance(value, str):
        text = value.encode() + b"\0"
        return len(text), text
    values = value if isinstance(value, tuple) else (value,)
    if kind == _RATIONAL:
        return len(values), b"".join(struct.pack("<LL", part, 1) for part in values)
    return len(values), struct.pack(f"<{len(values)}{'H' if kind == _SHORT else 'L'}", *values)


TIMES: dict[int, tuple[int, object]] = {
    0x9003: (_ASCII, "2026:11:20 10:00:00"),
    0x9011: (_ASCII, "+08:00"),
    0x9291: (_ASCII, "25"),
}


def main_directory(make: str, orientation: int, **more: int) -> dict[int, tuple[int, object]]:
    """Return the directory that every maker writes; ``w`` and ``h`` are the size it states."""
    sizes = {tag: (_LONG, more[name]) for tag, name in ((0x100, "w"), (0x101, "h")) if name in more}
    return {0x10F: (_ASCII, make), 0x110: (_ASCII, "X1"), 0x112: (_SHORT, orientation), **sizes}


def panasonic(inside: bytes, orientation: int = 1) -> bytes:
    """Return a file of Panasonic: the photo of 4000 by 3000 lies on a sensor that is larger."""
    edges: dict[int, tuple[int, object]] = {
        tag: (_SHORT, value) for tag, value in ((2, 4100), (3, 3100), (4, 16), (5, 8), (6, 3016), (7, 4008))
    }
    return tiff({**edges, **main_directory("Panasonic", orientation)}, TIMES, b"IIU\0") + bytes(512) + inside


def olympus(inside: bytes, orientation: int = 1) -> bytes:
    """Return a file of Olympus."""
    return (
        tiff(main_directory("OLYMPUS CORPORATION", orientation, w=4000, h=3000), TIMES, b"IIRO") + bytes(512) + inside
    )


def canon(inside: bytes, orientation: int = 1) -> bytes:
    """Return a newer file of Canon: three small TIFFs in boxes within the header of the movie."""
    gps: dict[int, tuple[int, object]] = {
        1: (_ASCII, "N"),
        2: (_RATIONAL, (31, 13, 49)),
        3: (_ASCII, "E"),
        4: (_RATIONAL, (121, 28, 25)),
    }
    parts = (
        (b"CMT1", tiff(main_directory("Canon", orientation, w=4000, h=3000))),
        (b"CMT2", tiff(TIMES)),
        (b"CMT4", tiff(gps)),
    )
    inner = bytes(16) + b"".join(_box(name, block) for name, block in parts)
    return _box(b"ftyp", b"crx \0\0\0\1crx isom") + _box(b"moov", _box(b"uuid", inner)) + _box(b"mdat", inside)


def _box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">L4s", 8 + len(content), name) + content


def fuji(inside: bytes, orientation: int = 1) -> bytes:
    """Return a file of Fuji: metadata in the picture inside, the size in a list of numbers behind it."""
    block = b"Exif\0\0" + exif_block(
        DateTimeOriginal="2026:11:20 10:00:00", OffsetTimeOriginal="+08:00", SubSecTimeOriginal="25"
    )
    picture = inside[:2] + b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block + inside[2:]
    numbers = (
        struct.pack(">L", 2) + struct.pack(">HHHH", 0x100, 4, 3100, 4100) + struct.pack(">HHHH", 0x111, 4, 3000, 4000)
    )
    head = b"FUJIFILMCCD-RAW 0201FF393101X-T4".ljust(0x54, b"\0")
    head += struct.pack(">LLLL", 148, len(picture), 148 + len(picture), len(numbers))
    return head.ljust(148, b"\0") + picture + numbers + bytes(range(256)) * 40
