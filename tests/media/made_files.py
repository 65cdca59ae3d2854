"""Small files made for the tests: pictures with EXIF, bombs, recordings."""

from __future__ import annotations

import io
import struct
import zlib
from fractions import Fraction

import av
from PIL import ExifTags, Image

RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 180, 30), (30, 30, 220), (240, 240, 240)


def quadrants(width: int = 80, height: int = 48) -> Image.Image:
    """Return a picture whose corners are red, green (above), blue, white (below)."""
    picture = Image.new("RGB", (width, height))
    for box, colour in (
        ((0, 0, width // 2, height // 2), RED),
        ((width // 2, 0, width, height // 2), GREEN),
        ((0, height // 2, width // 2, height), BLUE),
        ((width // 2, height // 2, width, height), WHITE),
    ):
        picture.paste(colour, box)
    return picture


def encoded(picture: Image.Image, format_name: str, **options: object) -> bytes:
    """Return the picture as a file."""
    target = io.BytesIO()
    picture.save(target, format_name, **options)
    return target.getvalue()


def exif(**tags: object) -> Image.Exif:
    """Return EXIF with tags by their names, each put into the directory where the standard wants it."""
    made = Image.Exif()
    for name, value in tags.items():
        if name.startswith("GPS"):
            made.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS[name]] = value
        elif name in ("Make", "Model", "Software", "Orientation", "DateTime"):
            made[ExifTags.Base[name]] = value
        else:
            made.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base[name]] = value
    return made


_TIME_TAGS = {
    "DateTime": 0x0132,
    "DateTimeOriginal": 0x9003,
    "DateTimeDigitized": 0x9004,
    "OffsetTime": 0x9010,
    "OffsetTimeOriginal": 0x9011,
    "OffsetTimeDigitized": 0x9012,
    "SubSecTimeOriginal": 0x9291,
    "SubSecTimeDigitized": 0x9292,
}


def exif_block(**texts: str | bytes) -> bytes:
    """Return an EXIF block whose texts are exactly these bytes, whatever the standard says."""
    found = {
        _TIME_TAGS[name]: text if isinstance(text, bytes) else text.encode() + b"\0" for name, text in texts.items()
    }
    main, own = ({tag: text for tag, text in found.items() if (tag < 0x8000) is here} for here in (True, False))
    directories, place = [], 8
    for texts_here, more in ((main, 1), (own, 0)):
        directories.append((texts_here, place, more))
        place += 2 + 12 * (len(texts_here) + more) + 4
    data, entries = b"", []
    for texts_here, _place, more in directories:
        rows = []
        for tag, text in sorted(texts_here.items()):
            inline = text.ljust(4, b"\0") if len(text) <= 4 else struct.pack("<L", place + len(data))
            rows.append(struct.pack("<HHL", tag, 2, len(text)) + inline)
            data += text if len(text) > 4 else b""
        if more:
            rows.append(struct.pack("<HHLL", 0x8769, 4, 1, directories[1][1]))
        entries.append(struct.pack("<H", len(rows)) + b"".join(rows) + bytes(4))
    return b"Exif\0\0II*\0" + struct.pack("<L", 8) + b"".join(entries) + data


def png(width: int, height: int, *, row: bytes | None = None, rows: int | None = None, colour_type: int = 0) -> bytes:
    """Return a PNG of equal rows, written without holding its pixels: sizes far beyond memory cost little.

    Args:
        width: Pixels.
        height: Pixels as the header states them.
        row: Bytes of one row with its filter byte; by default a grey picture of 1 bit, all black.
        rows: Rows really written; by default all.
        colour_type: 0 grey of 1 bit, 2 RGB of 8 bits.
    """
    one = row if row is not None else bytes(1 + (width + 7) // 8)
    packer = zlib.compressobj(1)
    packed = b"".join(packer.compress(one) for _ in range(height if rows is None else rows)) + packer.flush()
    bits = 1 if colour_type == 0 else 8
    header = struct.pack(">IIBBBBB", width, height, bits, colour_type, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def with_png_chunk(data: bytes, kind: bytes, content: bytes) -> bytes:
    """Return a PNG with one chunk more, right after its header."""
    return data[:33] + _chunk(kind, content) + data[33:]


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def video(container: str = "mp4", frames: int = 10, tags: dict[str, str] | None = None, codec: str = "mpeg4") -> bytes:
    """Return a video of 64 x 48 pixels, ten frames a second, red all over."""
    target = io.BytesIO()
    with av.open(target, "w", format=container) as output:
        output.metadata.update(tags or {})
        stream = output.add_stream(codec, rate=25 if codec.startswith(("mpeg1", "mpeg2")) else 10)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for _ in range(frames):
            frame = av.VideoFrame.from_image(Image.new("RGB", (64, 48), RED))  # type: ignore[no-untyped-call]  # PyAV leaves Pillow's type out
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))
    return target.getvalue()


def sound(container: str = "wav", codec: str = "pcm_s16le", seconds: int = 2, rate: int = 16_000) -> bytes:
    """Return silence."""
    target = io.BytesIO()
    with av.open(target, "w", format=container) as output:
        stream = output.add_stream(codec, rate=rate)
        assert isinstance(stream, av.AudioStream)
        stream.layout = "mono"
        sample_format = stream.codec_context.format.name
        position = 0
        while position < seconds * rate:
            frame = av.AudioFrame(format=sample_format, layout="mono", samples=1600)
            for plane in frame.planes:
                plane.update(bytes(plane.buffer_size))
            frame.sample_rate, frame.pts, frame.time_base = rate, position, Fraction(1, rate)
            output.mux(stream.encode(frame))
            position += 1600
        output.mux(stream.encode(None))
    return target.getvalue()


def photo_with_thumbnail(photo: Image.Image, thumbnail: bytes, orientation: int = 1, *, offset: int = 0) -> bytes:
    """Return a JPEG whose EXIF carries a thumbnail as cameras write it (Exif 2.32, 4.6.4 D); ``offset`` makes its place wrong."""

    def directory(tags: list[tuple[int, int]], follower: int) -> bytes:
        entries = b"".join(struct.pack("<HHLL", tag, 4, 1, value) for tag, value in tags)
        return struct.pack("<H", len(tags)) + entries + struct.pack("<L", follower)

    first, second = 8, 8 + 2 + 12 + 4
    place = second + 2 + 2 * 12 + 4
    block = b"II*\x00" + struct.pack("<L", first) + directory([(0x0112, orientation)], second)
    block += directory([(0x0201, place + offset), (0x0202, len(thumbnail))], 0) + thumbnail
    return encoded(photo, "JPEG", exif=b"Exif\x00\x00" + block)
