"""What no decoder opens still tells its size in its header, and an MP4 that no library opens its time."""

from __future__ import annotations

import io
import struct

import pytest

from surveyor_app.media.containers.header_sizes import header_size
from surveyor_app.media.containers.heif_boxes import coded_size
from surveyor_app.media.containers.movie_boxes import movie_header
from surveyor_app.media.examining import examine_bytes
from tests.media.made_files import encoded, quadrants, video


@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "GIF", "BMP", "TIFF"])
def test_the_header_says_what_the_decoder_says(format_name: str) -> None:
    data = encoded(quadrants(123, 45), format_name)
    assert header_size(io.BytesIO(data), format_name.lower()) == (123, 45)


@pytest.mark.parametrize("format_name", ["jpeg", "png", "gif", "bmp", "tiff", "heic"])
@pytest.mark.parametrize("data", [b"", b"\xff\xd8", bytes(64), b"\xff\xd8" + b"\xff" * 5000, b"II*\0\xff\xff\xff\xff"])
def test_nothing_is_made_up(data: bytes, format_name: str) -> None:
    if not (format_name in {"gif", "bmp"} and len(data) > 5000):
        assert header_size(io.BytesIO(data), format_name) is None


def test_damage_between_the_segments_of_a_jpeg_is_passed_over() -> None:
    data = encoded(quadrants(123, 45), "JPEG")
    assert header_size(io.BytesIO(data[:2] + b"garbage" + data[2:]), "jpeg") == (123, 45)


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + struct.pack(">LL", 640, 480) + b"\x63\2\0\0\0", (640, 480)),
        (
            b"MM\0+\0\x08\0\0" + struct.pack(">QQHHQQHHQQ", 16, 2, 0x100, 4, 1, 64 << 32, 0x101, 4, 1, 48 << 32),
            (64, 48),
        ),
        (b"BM" + bytes(12) + struct.pack("<LllHH", 40, 127, -64, 1, 77) + bytes(24), (127, 64)),
    ],
)
def test_the_size_of_what_no_decoder_opens_is_recorded(data: bytes, size: tuple[int, int]) -> None:
    found = examine_bytes(data)
    assert found.preview is None
    assert (found.facts.width_px, found.facts.height_px) == size


@pytest.mark.parametrize(
    ("bits", "size"),
    [
        # SizeHeader of ISO/IEC 18181-1: div8, height, ratio, width; lowest bit first.
        ([(1, 1), (4, 5), (0, 3), (5, 5)], (48, 40)),
        ([(1, 1), (5, 5), (3, 3)], (64, 48)),
        ([(0, 1), (0, 2), (479, 9), (0, 3), (1, 2), (639, 13)], (640, 480)),
    ],
)
def test_the_size_of_jpeg_xl(bits: list[tuple[int, int]], size: tuple[int, int]) -> None:
    number = shift = 0
    for value, width in bits:
        number |= value << shift
        shift += width
    bare = b"\xff\x0a" + number.to_bytes(12, "little")
    boxed = b"\0\0\0\x0cJXL \r\n\x87\n" + struct.pack(">L4s", 8 + len(bare), b"jxlc") + bare
    assert [header_size(io.BytesIO(data), "jxl") for data in (bare, boxed)] == [size, size]


def test_a_movie_that_no_library_opens_still_says_when_and_how_long() -> None:
    whole = video("mp4")
    header = movie_header(io.BytesIO(whole))
    assert header is not None
    assert (header.width_px, header.height_px) == (64, 48)
    # Cut behind the header of its first track.
    movie = whole.index(b"moov") - 4
    found = examine_bytes(whole[: whole.index(b"free") - 4] + whole[movie : whole.index(b"tkhd") + 92])
    assert (found.facts.width_px, found.facts.height_px) == (64, 48)
    assert found.facts.duration_ms == header.duration_ms


@pytest.mark.parametrize(
    "data", [b"", bytes(8), b"\0\0\0\x08moov", b"\0\0\0\x10moov\0\0\0\x08mvhd", b"\0\0\0\1moov" + b"\xff" * 8]
)
def test_broken_boxes_say_nothing(data: bytes) -> None:
    assert movie_header(io.BytesIO(data)) is None
    assert coded_size(io.BytesIO(data)) is None
