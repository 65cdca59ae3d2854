"""Video and sound: duration, codec, size, time, place and a poster frame, read with PyAV.

The demuxer is chosen by the sniffed format and never probed: playlists and other formats that make the library open
further files or addresses are out of reach.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, BinaryIO, cast

from PIL import Image

from surveyor_app.media.containers.movie_boxes import movie_header
from surveyor_app.media.facts import PREVIEW_PX, Facts, MediaClass, Problem
from surveyor_app.media.found_times import Unclear, iso_time
from surveyor_app.media.pictures import MAX_PIXELS, NoPicture, Rendered, encode, problem_of, upright_turn
from surveyor_app.media.texts import clean_text

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.sidedata.sidedata import SideData
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

_DEMUXERS = {
    "mp4": "mov",
    "mov": "mov",
    "3gp": "mov",
    "m4a": "mov",
    "mkv": "matroska",
    "webm": "matroska",
    "avi": "avi",
    "mpegts": "mpegts",
    "mpeg": "mpeg",
    "mpegvideo": "mpegvideo",
    "h264": "h264",
    "hevc": "hevc",
    "asf": "asf",
    "flv": "flv",
    "wav": "wav",
    "mp3": "mp3",
    "aac": "aac",
    "ogg": "ogg",
    "flac": "flac",
    "amr": "amr",
    "aiff": "aiff",
    "caf": "caf",
}

# ISO 6709 annex H, as Apple and Android write it: "+31.2304+121.4737+004.000/".
_PLACE = re.compile(r"([+-]\d{1,2}(?:\.\d+)?)([+-]\d{1,3}(?:\.\d+)?)([+-]\d+(?:\.\d+)?)?")
_ZONE = re.compile(r"([+-]\d{2}):?(\d{2})$")

_WRITTEN_BY_PHONES = ("com.apple.quicktime.creationdate", "com.apple.quicktime.make", "com.android.version")
"""Their systems write UTC into a container, as its standard asks (ISO/IEC 14496-12, 8.2.2); of other devices nobody knows."""

# Signs of the matrix a b / c d to the EXIF orientation that does the same.
_TURNS = {
    (1, 0, 0, 1): 1,
    (-1, 0, 0, 1): 2,
    (-1, 0, 0, -1): 3,
    (1, 0, 0, -1): 4,
    (0, 1, 1, 0): 5,
    (0, 1, -1, 0): 6,
    (0, -1, -1, 0): 7,
    (0, -1, 1, 0): 8,
}


def examine_recording(file: BinaryIO, sniffed: Facts) -> tuple[Facts, Rendered | None, Problem | None]:
    """Return facts, what a poster frame gives, and why there is none.

    Args:
        file: The file, seekable; its position is changed.
        sniffed: What sniffing said about it.
    """
    # PyAV takes 170 ms to import, and most cases hold photos only.
    import av

    demuxer = _DEMUXERS.get(sniffed.format)
    if demuxer is None:
        return sniffed, None, Problem.UNSUPPORTED_FORMAT
    file.seek(0)
    facts = replace(sniffed, reader=f"{sniffed.reader} (PyAV {av.__version__})")
    try:
        with av.open(file, mode="r", format=demuxer, metadata_errors="backslashreplace") as container:
            facts = _container_facts(container, facts)
            stream = next((s for s in container.streams.video if not _is_cover(s)), None)
            if stream is None and not len(container.streams.audio):
                return _by_its_boxes(file, facts), None, Problem.UNREADABLE
            if stream is None:
                facts = replace(facts, media_class=MediaClass.SOUND)
                return _with_sound_codec(container, facts), None, Problem.NOT_A_PICTURE
            facts = _stream_facts(stream, facts)
            return _with_poster(container, stream, facts)
    except Exception as error:  # noqa: BLE001 - hostile containers make PyAV raise its own, value and overflow errors
        return _by_its_boxes(file, facts), None, problem_of(error)


def _by_its_boxes(file: BinaryIO, facts: Facts) -> Facts:
    """Add what the header says of a movie that the library does not open, or not to its end."""
    header = movie_header(file) if _DEMUXERS.get(facts.format) == "mov" else None
    if header is None:
        return facts
    sized = replace(facts, duration_ms=header.duration_ms, width_px=header.width_px, height_px=header.height_px)
    if facts.taken_at is not None or header.created is None:
        return sized
    return replace(
        sized,
        taken_at=header.created,
        taken_offset="+00:00",
        taken_found=f"creation_time {header.created}",
        taken_problem=Unclear.UTC_OR_LOCAL.value,
    )


def _is_cover(stream: VideoStream) -> bool:
    from av.stream import Disposition  # as late as the library itself

    return bool(stream.disposition & Disposition.attached_pic)


def _with_sound_codec(container: InputContainer, facts: Facts) -> Facts:
    stream = next(iter(container.streams.audio), None)
    return facts if stream is None else replace(facts, codec=clean_text(stream.codec_context.name))


def _container_facts(container: InputContainer, facts: Facts) -> Facts:
    tags = {key.lower(): value for key, value in container.metadata.items()}
    place = _PLACE.match(tags.get("com.apple.quicktime.location.iso6709") or tags.get("location") or "")
    at, subsec, offset = _creation_time(tags)
    is_doubtful = at is not None and not any(tags.get(name) for name in _WRITTEN_BY_PHONES)
    return replace(
        facts,
        # The library counts microseconds.
        duration_ms=None if container.duration is None else round(container.duration / 1000),
        taken_at=at,
        taken_subsec=subsec,
        taken_offset=offset,
        taken_found=f"creation_time {clean_text(tags.get('creation_time', ''))}" if is_doubtful else None,
        taken_problem=Unclear.UTC_OR_LOCAL.value if is_doubtful else None,
        gps_lat=_degrees(place, 1, 90),
        gps_lon=_degrees(place, 2, 180),
        gps_alt_m=_decimal(place[3], 2) if place and place[3] else None,
        make=_tag(tags, "com.apple.quicktime.make", "com.android.manufacturer", "make"),
        model=_tag(tags, "com.apple.quicktime.model", "com.android.model", "model"),
        software=_tag(tags, "com.apple.quicktime.software", "encoder"),
    )


def _creation_time(tags: Mapping[str, str]) -> tuple[str | None, str | None, str | None]:
    """Return time, sub-seconds and offset; Apple's own field has the zone of the place, the container's is UTC."""
    own = tags.get("com.apple.quicktime.creationdate", "")
    at, zone = iso_time(own), _ZONE.search(own)
    if at is not None:
        return at, None, f"{zone[1]}:{zone[2]}" if zone else None
    found = tags.get("creation_time", "")
    at = iso_time(found)
    fraction = re.search(r"\.(\d{1,9})", found)
    # Containers count whole seconds; the library prints six zeros.
    subsec = fraction[1] if fraction and fraction[1].strip("0") else None
    return at, subsec, None if at is None else "+00:00"


def _stream_facts(stream: VideoStream, facts: Facts) -> Facts:
    return replace(
        facts,
        media_class=MediaClass.VIDEO,
        codec=clean_text(stream.codec_context.name),
        width_px=stream.codec_context.width or None,
        height_px=stream.codec_context.height or None,
    )


def _with_poster(
    container: InputContainer, stream: VideoStream, facts: Facts
) -> tuple[Facts, Rendered | None, Problem | None]:
    if (facts.width_px or 0) * (facts.height_px or 0) > MAX_PIXELS:
        return facts, None, Problem.TOO_MANY_PIXELS
    try:
        frame = next(container.decode(stream), None)
        if frame is None:
            return facts, None, Problem.UNREADABLE
        orientation = _orientation(frame)
        facts = replace(facts, orientation=orientation)
        return facts, encode(_small(frame), upright_turn(orientation)), None
    except NoPicture as error:
        return facts, None, error.problem
    except Exception as error:  # noqa: BLE001 - hostile frames make the decoder raise errors of any class
        return facts, None, problem_of(error)


def _small(frame: VideoFrame) -> Image.Image:
    factor = min(1.0, PREVIEW_PX / max(frame.width, frame.height))
    width, height = max(1, round(frame.width * factor)), max(1, round(frame.height * factor))
    picture = frame.to_image(width=width, height=height)  # type: ignore[no-untyped-call]  # PyAV leaves Pillow's type out
    if not isinstance(picture, Image.Image):
        raise NoPicture(Problem.UNREADABLE)
    return picture


def _orientation(frame: VideoFrame) -> int | None:
    # PyAV's type stub calls the container of side data a single item.
    side_data = cast("Mapping[str, SideData]", frame.side_data)
    matrix = side_data.get("DISPLAYMATRIX")
    if matrix is None:
        return None
    a, b, _, c, d, *_ = struct.unpack("=9i", bytes(matrix))
    return _TURNS.get((_sign(a), _sign(b), _sign(c), _sign(d)))


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)


def _degrees(place: re.Match[str] | None, group: int, limit: int) -> Decimal | None:
    value = _decimal(place[group], 7) if place else None
    return value if value is not None and abs(value) <= limit else None


def _decimal(text: str, places: int) -> Decimal:
    return Decimal(text).quantize(Decimal(1).scaleb(-places))


def _tag(tags: Mapping[str, str], *names: str) -> str | None:
    return next((text for name in names if (text := clean_text(tags.get(name, "")))), None)
