"""The examination of one file: facts, preview and thumbnail. Runs inside a decoding worker.

Content from anywhere is opened here, so this module is called through :class:`surveyor_app.media.worker.MediaWorkers`,
whose process may hang, swell or crash without harm. It raises nothing for bad content: it says what is wrong with it.
"""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from surveyor_app.media.apart import read_apart
from surveyor_app.media.containers.header_sizes import header_size
from surveyor_app.media.containers.heif_boxes import coded_size
from surveyor_app.media.credentials import check_embedded, linked_manifest
from surveyor_app.media.exif import read_exif
from surveyor_app.media.exif_values import interpret
from surveyor_app.media.facts import PREVIEW_PX, C2paState, Examination, Facts, MediaClass, Problem
from surveyor_app.media.paged import PDF, counted_pages, first_page
from surveyor_app.media.pictures import (
    NoPicture,
    Rendered,
    open_picture,
    render,
    render_damaged,
    shown_size,
    stored_size,
)
from surveyor_app.media.provenance import has_c2pa
from surveyor_app.media.recordings import examine_recording
from surveyor_app.media.sniffing import HEAD_BYTES, sniffed_facts, sniffed_file


def examine_bytes(data: bytes) -> Examination:
    """Examine a file given as bytes."""
    return examine_file(io.BytesIO(data))


def examine_path(path: Path) -> Examination:
    """Examine a file on disk; parts of it are read as needed, so a long video is never held in memory."""
    try:
        with path.open("rb") as file:
            return examine_file(file)
    except OSError:
        return Examination(sniffed_facts(b""), problem=Problem.UNREADABLE)


def examine_file(file: BinaryIO) -> Examination:
    """Examine an open, seekable file. It may begin to fail at any byte: its card may be pulled out."""
    found = _examined(file)
    if found.problem is Problem.TRUNCATED and found.preview is None:
        # "Part is missing" is said of what shows the rest.
        return replace(found, problem=Problem.UNREADABLE)
    return found


def _examined(file: BinaryIO) -> Examination:
    try:
        head = file.read(HEAD_BYTES)
    except OSError:
        return Examination(sniffed_facts(b""), problem=Problem.UNREADABLE)
    facts = sniffed_file(file, head)
    if not head:
        return Examination(facts, problem=Problem.EMPTY)
    if facts.media_class is MediaClass.PHOTO:
        return _examine_photo(file, facts)
    if facts.media_class in (MediaClass.VIDEO, MediaClass.SOUND):
        return _examine_recording(file, facts)
    if facts.format == PDF:
        return _examine_pdf(file, facts)
    return Examination(facts, problem=Problem.NOT_A_PICTURE)


def _examine_pdf(file: BinaryIO, facts: Facts) -> Examination:
    """Show the first page. A paper is not measured: forms are all alike, and none is blurred by a hand that shook."""
    try:
        file.seek(0)
        preview, thumbnail, pages = first_page(file, PREVIEW_PX)
    except NoPicture as reason:
        return Examination(facts, problem=reason.problem)
    except OSError:
        return Examination(facts, problem=Problem.UNREADABLE)
    return Examination(replace(facts, pages=pages if pages > 1 else None), preview, thumbnail)


def _examine_photo(file: BinaryIO, facts: Facts) -> Examination:
    facts = _with_embedded_credentials(file, facts)
    try:
        picture = open_picture(file, facts.format)
    except NoPicture as reason:
        return Examination(_with_exif(file, _with_header_size(file, facts), None), problem=reason.problem)
    with picture:
        # A GIF's frames may be larger than what its header states.
        width, height = (header_size(file, "gif") if facts.format == "gif" else None) or stored_size(picture)
        facts = _with_linked_credentials(picture, replace(facts, width_px=width, height_px=height))
        facts = _with_what_is_inside(file, picture, facts)
        try:
            rendered = render(picture)
        except NoPicture as reason:
            facts = _with_exif(file, facts, picture)
            left = _what_is_left(file, facts.format, reason.problem)
            if left is None:
                return Examination(facts, problem=reason.problem)
            return Examination(facts, left.preview, left.thumbnail, Problem.TRUNCATED, left.measures)
        facts = _with_exif(file, facts, picture)
        return Examination(facts, rendered.preview, rendered.thumbnail, measures=rendered.measures)


def _with_header_size(file: BinaryIO, facts: Facts) -> Facts:
    width, height = header_size(file, facts.format) or (None, None)
    return replace(facts, width_px=width, height_px=height)


def _with_what_is_inside(file: BinaryIO, picture: Image.Image, facts: Facts) -> Facts:
    """Add what the file holds beside the picture of the stated size: stored pixels, a picture inside, further pages."""
    shown = shown_size(picture)
    if shown is not None:
        facts = replace(facts, shown_width_px=shown[0], shown_height_px=shown[1])
    coded = coded_size(file) if facts.format in {"heic", "heif", "avif"} else None
    if coded is not None and coded != (facts.width_px, facts.height_px):
        facts = replace(facts, coded_width_px=coded[0], coded_height_px=coded[1])
    pages = counted_pages(file, facts.format)
    return replace(facts, pages=pages) if pages > 1 else facts


def _what_is_left(file: BinaryIO, format_name: str, problem: Problem) -> Rendered | None:
    if problem not in {Problem.TRUNCATED, Problem.UNREADABLE}:
        return None
    try:
        file.seek(0)
        with open_picture(file, format_name) as picture:
            return render_damaged(picture)
    except (NoPicture, OSError):
        return None


def _with_exif(file: BinaryIO, facts: Facts, picture: Image.Image | None) -> Facts:
    reading = read_exif(file, picture, facts.format)
    values = interpret(reading.tags if picture is None else read_apart(picture) | reading.tags)
    return replace(
        facts,
        orientation=values.orientation,
        taken_at=values.time.at,
        taken_subsec=values.time.subsec,
        taken_offset=values.time.offset,
        taken_found=values.time.found,
        taken_problem=values.time.problem,
        gps_lat=values.position.lat,
        gps_lon=values.position.lon,
        gps_alt_m=values.position.alt_m,
        gps_direction_deg=values.position.direction_deg,
        gps_speed_kmh=values.position.speed_kmh,
        gps_utc=values.position.utc,
        make=values.make,
        model=values.model,
        serial=values.serial,
        lens=values.lens,
        software=values.software,
        user_comment=values.user_comment,
        reader=f"{facts.reader} ({reading.reader})",
        exif_problem=reading.problem,
    )


def _examine_recording(file: BinaryIO, facts: Facts) -> Examination:
    facts, rendered, problem = examine_recording(file, _with_embedded_credentials(file, facts))
    if rendered is None:
        return Examination(facts, problem=problem)
    return Examination(facts, rendered.preview, rendered.thumbnail, problem, rendered.measures)


def _with_embedded_credentials(file: BinaryIO, facts: Facts) -> Facts:
    if not has_c2pa(file, facts.format):
        return facts
    state, detail = check_embedded(file, facts.media_type)
    return replace(facts, c2pa=True, c2pa_state=state.value, c2pa_detail=detail)


def _with_linked_credentials(picture: Image.Image, facts: Facts) -> Facts:
    link = None if facts.c2pa else linked_manifest(picture)
    return facts if link is None else replace(facts, c2pa_state=C2paState.REMOTE_NOT_FETCHED.value, c2pa_detail=link)
