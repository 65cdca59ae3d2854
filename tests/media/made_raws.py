"""Raw files as makers shape them, made for the tests: directories, thumbnails, and finished pictures inside."""

from __future__ import annotations

import struct

from PIL import Image

from tests.media.made_files import encoded, quadrants


def jpeg(width: int, height: int, **options: object) -> bytes:
    """Return a finished picture."""
    return encoded(quadrants(width, height), "JPEG", quality=85, **options)


def tiff_raw(
    make: str,
    inside: bytes,
    size: tuple[int, int],
    *,
    order: str = "<",
    orientation: int = 1,
    dng: bool = False,
    magic: bytes = b"",
) -> bytes:
    """Return a raw file with a small picture first and, in a sub-directory, the finished one (and its place there)."""
    thumbnail = Image.new("RGB", (160, 120), (90, 90, 90)).tobytes()
    maker = make.encode() + b"\0"
    header = 16
    first_tags = 11 + dng
    first_size, sub_size = 2 + 12 * first_tags + 4, 2 + 12 * 6 + 4
    sub_at = header + first_size
    maker_at = sub_at + sub_size
    bits_at = maker_at + len(maker) + len(maker) % 2
    small_at = bits_at + 6
    large_at = small_at + len(thumbnail)
    short, long, text, byte = 3, 4, 2, 1

    def entry(tag: int, kind: int, count: int, value: int) -> bytes:
        if kind == short and count == 1:
            return struct.pack(f"{order}HHLHH", tag, kind, count, value, 0)
        return struct.pack(f"{order}HHLL", tag, kind, count, value)

    first = [
        entry(0x00FE, long, 1, 1),
        entry(0x0100, long, 1, 160),
        entry(0x0101, long, 1, 120),
        entry(0x0102, short, 3, bits_at),
        entry(0x0103, short, 1, 1),
        entry(0x0106, short, 1, 2),
        entry(0x010F, text, len(maker), maker_at),
        entry(0x0111, long, 1, small_at),
        entry(0x0112, short, 1, orientation),
        entry(0x0117, long, 1, len(thumbnail)),
        entry(0x014A, long, 1, sub_at),
    ]
    if dng:
        first.append(struct.pack(f"{order}HHL4B", 0xC612, byte, 4, 1, 4, 0, 0))
    sub = [
        entry(0x00FE, long, 1, 0),
        entry(0x0100, long, 1, size[0]),
        entry(0x0101, long, 1, size[1]),
        entry(0x0103, short, 1, 7),
        entry(0x0111, long, 1, large_at),
        entry(0x0117, long, 1, len(inside)),
    ]
    begin = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}L", header) + magic.ljust(8, b"\0")
    directories = b"".join(struct.pack(f"{order}H", len(rows)) + b"".join(rows) + bytes(4) for rows in (first, sub))
    data = begin + directories + maker + b"\0" * (len(maker) % 2) + struct.pack(f"{order}3H", 8, 8, 8)
    return data + thumbnail + inside


def raf(inside: bytes) -> bytes:
    """Return a file as Fuji shapes it."""
    return b"FUJIFILMCCD-RAW 0201FF393101X-T4".ljust(148, b"\0") + inside + bytes(range(256)) * 40


def cr3(inside: bytes) -> bytes:
    """Return a file as Canon shapes its newer ones: boxes, with the finished picture in the data."""
    kind = b"crx \0\0\0\1crx isom"
    return struct.pack(">L4s", 8 + len(kind), b"ftyp") + kind + struct.pack(">L4s", 8 + len(inside), b"mdat") + inside


def rw2(inside: bytes) -> bytes:
    """Return a file as Panasonic shapes it: a directory of its own kind, the finished picture behind it."""
    return b"IIU\0" + struct.pack("<LHL", 8, 0, 0) + bytes(64) + inside + bytes(2000)


def orf(inside: bytes) -> bytes:
    """Return a file as Olympus shapes it."""
    return b"IIRO" + struct.pack("<LHL", 8, 0, 0) + bytes(64) + jpeg(160, 120) + inside
