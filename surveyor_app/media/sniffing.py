"""What kind of file this is, by its first bytes; names and extensions are never looked at."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import BinaryIO

from surveyor_app import __version__
from surveyor_app.media.containers.raw_files import maker_format
from surveyor_app.media.containers.tiff_directories import FileContent
from surveyor_app.media.facts import Facts, MediaClass

HEAD_BYTES = 4096
"""How much of a file's beginning :func:`sniff` wants to see."""

Kind = tuple[MediaClass, str, str]
"""Class, format and media type."""

UNKNOWN: Kind = (MediaClass.OTHER, "unknown", "application/octet-stream")

# Order matters only where one signature begins with another.
_SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (b"\xff\xd8\xff", (MediaClass.PHOTO, "jpeg", "image/jpeg")),
    (b"\x89PNG\r\n\x1a\n", (MediaClass.PHOTO, "png", "image/png")),
    (b"GIF87a", (MediaClass.PHOTO, "gif", "image/gif")),
    (b"GIF89a", (MediaClass.PHOTO, "gif", "image/gif")),
    (b"II*\x00", (MediaClass.PHOTO, "tiff", "image/tiff")),
    (b"MM\x00*", (MediaClass.PHOTO, "tiff", "image/tiff")),
    (b"II+\x00\x08\x00", (MediaClass.PHOTO, "tiff", "image/tiff")),
    (b"MM\x00+\x00\x08", (MediaClass.PHOTO, "tiff", "image/tiff")),
    (b"IIU\x00", (MediaClass.PHOTO, "rw2", "image/x-panasonic-rw2")),
    (b"IIRO", (MediaClass.PHOTO, "orf", "image/x-olympus-orf")),
    (b"IIRS", (MediaClass.PHOTO, "orf", "image/x-olympus-orf")),
    (b"FUJIFILMCCD-RAW", (MediaClass.PHOTO, "raf", "image/x-fuji-raf")),
    (b"8BPS\x00\x01", (MediaClass.PHOTO, "psd", "image/vnd.adobe.photoshop")),
    (b"\x00\x00\x00\x0cJXL \r\n\x87\n", (MediaClass.PHOTO, "jxl", "image/jxl")),
    (b"\xff\x0a", (MediaClass.PHOTO, "jxl", "image/jxl")),
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", (MediaClass.PHOTO, "jp2", "image/jp2")),
    (b"%PDF-", (MediaClass.PAPER, "pdf", "application/pdf")),
    (b"{\\rtf", (MediaClass.PAPER, "rtf", "application/rtf")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", (MediaClass.PAPER, "ole", "application/x-ole-storage")),
    (b"OggS", (MediaClass.SOUND, "ogg", "audio/ogg")),
    (b"fLaC", (MediaClass.SOUND, "flac", "audio/flac")),
    (b"ID3", (MediaClass.SOUND, "mp3", "audio/mpeg")),
    (b"#!AMR", (MediaClass.SOUND, "amr", "audio/amr")),
    (b"0&\xb2u\x8ef\xcf\x11", (MediaClass.VIDEO, "asf", "video/x-ms-asf")),
    (b"FLV\x01", (MediaClass.VIDEO, "flv", "video/x-flv")),
    (b"\x00\x00\x01\xba", (MediaClass.VIDEO, "mpeg", "video/mpeg")),
    (b"\x00\x00\x01\xb3", (MediaClass.VIDEO, "mpegvideo", "video/mpeg")),
    (b"caff\x00\x01", (MediaClass.SOUND, "caf", "audio/x-caf")),
)

# Raw files that begin as a TIFF does.
_RAW: dict[str, Kind] = {
    "dng": (MediaClass.PHOTO, "dng", "image/x-adobe-dng"),
    "nef": (MediaClass.PHOTO, "nef", "image/x-nikon-nef"),
    "cr2": (MediaClass.PHOTO, "cr2", "image/x-canon-cr2"),
    "arw": (MediaClass.PHOTO, "arw", "image/x-sony-arw"),
    "iiq": (MediaClass.PHOTO, "iiq", "image/x-phaseone-iiq"),
    "pef": (MediaClass.PHOTO, "pef", "image/x-pentax-pef"),
    "srw": (MediaClass.PHOTO, "srw", "image/x-samsung-srw"),
}

_RIFF: dict[bytes, Kind] = {
    b"WEBP": (MediaClass.PHOTO, "webp", "image/webp"),
    b"AVI ": (MediaClass.VIDEO, "avi", "video/x-msvideo"),
    b"WAVE": (MediaClass.SOUND, "wav", "audio/wav"),
}

_MP4: Kind = (MediaClass.VIDEO, "mp4", "video/mp4")
_MOV: Kind = (MediaClass.VIDEO, "mov", "video/quicktime")
_HEIC: Kind = (MediaClass.PHOTO, "heic", "image/heic")
_HEIF: Kind = (MediaClass.PHOTO, "heif", "image/heif")
_AVIF: Kind = (MediaClass.PHOTO, "avif", "image/avif")

# ISO base media file format brands; source: mp4ra.org registry and HEIF (ISO/IEC 23008-12), AVIF specifications.
_BRANDS: dict[bytes, Kind] = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"), _HEIC),
    **dict.fromkeys((b"mif1", b"mif2", b"msf1"), _HEIF),
    **dict.fromkeys((b"avif", b"avis"), _AVIF),
    b"crx ": (MediaClass.PHOTO, "cr3", "image/x-canon-cr3"),
    b"qt  ": _MOV,
    b"M4A ": (MediaClass.SOUND, "m4a", "audio/mp4"),
    b"M4B ": (MediaClass.SOUND, "m4a", "audio/mp4"),
    b"M4P ": (MediaClass.SOUND, "m4a", "audio/mp4"),
}
# QuickTime files of before the ftyp box begin with one of these.
_OLD_QUICKTIME = (b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")

_UNIT = re.compile(rb"\x00\x00\x01(.)", re.DOTALL)

_TS_PACKETS = (188, 192, 204)
_TS_WHOLE = {188: (0,), 192: (4,), 204: (0,)}
_TS_IN_STEP = 5
"""Five bytes in step by chance stand in one of 6 million files of noise."""

_BMP_HEADER_SIZES = (12, 16, 40, 52, 56, 64, 108, 124)


def sniff(head: bytes) -> Kind:
    """Return class, format and media type of a file that begins with ``head``.

    Args:
        head: The first :data:`HEAD_BYTES` of the file, or all of it when it is shorter.
    """
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return _RAW.get(maker_format(head) or "", kind) if kind[1] == "tiff" else kind
    if head[:4] == b"RIFF" and head[8:12] in _RIFF:
        return _RIFF[head[8:12]]
    if head[:4] in (b"RF64", b"BW64") and head[8:12] == b"WAVE":
        return _RIFF[b"WAVE"]
    if head[:4] == b"FORM" and head[8:12] in (b"AIFF", b"AIFC"):
        return (MediaClass.SOUND, "aiff", "audio/aiff")
    if head[4:8] == b"ftyp":
        return _by_brand(head)
    if head[4:8] in _OLD_QUICKTIME:
        return _MOV
    return _by_weaker_signs(head)


def sniffed_facts(head: bytes) -> Facts:
    """Return what can be said without opening the file: its class, format and media type."""
    media_class, name, media_type = sniff(head)
    return Facts(media_class, name, media_type, reader=f"surveyor {__version__}")


def sniffed_file(file: BinaryIO, head: bytes) -> Facts:
    """Return the same of an open file that begins with ``head``; the directories of a TIFF may lie at its end."""
    facts = sniffed_facts(head)
    if facts.format != "tiff":
        return facts
    try:
        kind = _RAW.get(maker_format(FileContent(file)) or "")
    except OSError:
        return facts
    return facts if kind is None else replace(facts, media_class=kind[0], format=kind[1], media_type=kind[2])


def _by_brand(head: bytes) -> Kind:
    major = head[8:12]
    if major in (b"mif1", b"msf1"):
        # The generic brand says nothing about the codec; the list of compatible brands does.
        box_size = min(int.from_bytes(head[:4], "big"), len(head))
        brands = {head[at : at + 4] for at in range(16, box_size, 4)}
        if brands & {b"avif", b"avis"}:
            return _AVIF
        if brands & {b"heic", b"heix"}:
            return _HEIC
    if major in _BRANDS:
        return _BRANDS[major]
    if major.startswith((b"3gp", b"3g2")):
        return (MediaClass.VIDEO, "3gp", "video/3gpp")
    return _MP4


def _by_weaker_signs(head: bytes) -> Kind:
    if head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _BMP_HEADER_SIZES:
        return (MediaClass.PHOTO, "bmp", "image/bmp")
    if head[:4] == b"\x1a\x45\xdf\xa3":
        if b"webm" in head[:64]:
            return (MediaClass.VIDEO, "webm", "video/webm")
        return (MediaClass.VIDEO, "mkv", "video/x-matroska")
    if kind := _by_start_code(head):
        return kind
    if head[:4] == b"PK\x03\x04":
        return _by_first_zip_member(head)
    if _is_mpeg_audio(head):
        is_adts = head[1] & 0x06 == 0
        return (MediaClass.SOUND, "aac", "audio/aac") if is_adts else (MediaClass.SOUND, "mp3", "audio/mpeg")
    if _is_transport_stream(head):
        return (MediaClass.VIDEO, "mpegts", "video/mp2t")
    return UNKNOWN


def _by_start_code(head: bytes) -> Kind | None:
    """Tell streams of video alone by their first two units: parameters, or a delimiter before them.

    Source: ITU-T H.264, annex B and table 7-1; H.265, annex B and table 7-1.
    """
    units = _UNIT.findall(head[:256])
    if not head.startswith((b"\0\0\1", b"\0\0\0\1")) or len(units) < 2:
        return None
    if (units[0][0] & 0x9F, units[1][0] & 0x9F) in {(7, 8), (9, 7)}:
        return (MediaClass.VIDEO, "h264", "video/h264")
    if (units[0][0] & 0xFE, units[1][0] & 0xFE) in {(0x40, 0x42), (0x46, 0x40)}:
        return (MediaClass.VIDEO, "hevc", "video/h265")
    return None


def _is_transport_stream(head: bytes) -> bool:
    """Tell whether sync bytes stand a packet apart: 188 bytes, 192 on AVCHD cards and Blu-ray, 204 with error correction.

    A stream may be cut anywhere, so the first may stand anywhere in the first packet; then more of them have to follow, since
    chance bytes are in step too. Source: ISO/IEC 13818-1, 2.4.3; packets of 192 bytes have their time stamp in front.
    """
    for size in _TS_PACKETS:
        if len(head) <= size:
            continue
        for start in range(min(size, len(head) - size)):
            syncs = head[start::size]
            wanted = 2 if start in _TS_WHOLE.get(size, ()) else _TS_IN_STEP
            if len(syncs) >= wanted and not syncs.strip(b"\x47"):
                return True
    return False


def _by_first_zip_member(head: bytes) -> Kind:
    if head[30:49] == b"[Content_Types].xml":
        return (MediaClass.PAPER, "ooxml", "application/vnd.openxmlformats-officedocument")
    if head[30:77].startswith(b"mimetypeapplication/vnd.oasis.opendocument"):
        return (MediaClass.PAPER, "odf", "application/vnd.oasis.opendocument")
    return (MediaClass.OTHER, "zip", "application/zip")


def _is_mpeg_audio(head: bytes) -> bool:
    """Tell whether a plausible frame header stands at the start: sync, known bit rate, known sampling rate."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return False
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    if head[1] & 0xF6 == 0xF0:  # ADTS: its sampling index stands in the third byte
        return head[2] >> 2 & 0xF <= 12
    return version != 1 and layer != 0 and head[2] >> 4 not in (0, 15) and head[2] >> 2 & 3 != 3
