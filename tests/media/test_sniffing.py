"""What kind of file it is, by content only."""

from __future__ import annotations

import pytest

from surveyor_app.media.facts import MediaClass
from surveyor_app.media.sniffing import HEAD_BYTES, UNKNOWN, sniff, sniffed_facts
from tests.media.made_files import encoded, quadrants, sound, video

_PICTURES = {"JPEG": "jpeg", "PNG": "png", "GIF": "gif", "BMP": "bmp", "TIFF": "tiff", "WEBP": "webp", "AVIF": "avif"}


@pytest.mark.parametrize("pillow_name", _PICTURES)
def test_pictures_are_known_by_content(pillow_name: str) -> None:
    media_class, name, media_type = sniff(encoded(quadrants(), pillow_name)[:HEAD_BYTES])
    assert media_class is MediaClass.PHOTO
    assert name == _PICTURES[pillow_name]
    assert media_type == f"image/{name}"


@pytest.mark.parametrize(
    ("container", "name"), [("mp4", "mp4"), ("mov", "mov"), ("3gp", "3gp"), ("matroska", "mkv"), ("avi", "avi")]
)
def test_videos_are_known_by_content(container: str, name: str) -> None:
    media_class, found, _ = sniff(video(container, frames=2)[:HEAD_BYTES])
    assert (media_class, found) == (MediaClass.VIDEO, name)


@pytest.mark.parametrize(
    ("container", "codec", "name"),
    [("wav", "pcm_s16le", "wav"), ("flac", "flac", "flac"), ("mp3", "libmp3lame", "mp3"), ("ogg", "flac", "ogg")],
)
def test_sounds_are_known_by_content(container: str, codec: str, name: str) -> None:
    media_class, found, _ = sniff(sound(container, codec)[:HEAD_BYTES])
    assert (media_class, found) == (MediaClass.SOUND, name)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "heic"),
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic", "heic"),
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1avif", "avif"),
        (b"\x00\x00\x00\x14ftypmif1\x00\x00\x00\x00mif1", "heif"),
        (b"\x00\x00\x00\x14ftypM4A \x00\x00\x00\x00M4A ", "m4a"),
        (b"\x00\x00\x10\x00moov\x00\x00\x00\x6cmvhd", "mov"),
        (b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm", "webm"),
        (b"%PDF-1.7\n", "pdf"),
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", "ooxml"),
        (b"#!AMR\n<", "amr"),
        (b"\xff\xfb\x90\x64" + bytes(40), "mp3"),
        (b"\xff\xf1\x50\x80" + bytes(40), "aac"),
    ],
)
def test_heads_are_told_apart(head: bytes, name: str) -> None:
    assert sniff(head)[1] == name


@pytest.mark.parametrize(
    "head", [b"", b"B", b"BM in a letter begins a sentence", b"hello", b"\xff\xff\xff\xff", b"RIFF\x00\x00\x00\x00JUNK"]
)
def test_what_is_not_known_is_other(head: bytes) -> None:
    assert sniff(head) == UNKNOWN


def test_sniffed_facts_name_their_reader() -> None:
    facts = sniffed_facts(b"%PDF-1.4")
    assert facts.media_class is MediaClass.PAPER
    assert facts.reader.startswith("surveyor ")
    assert facts.width_px is None
