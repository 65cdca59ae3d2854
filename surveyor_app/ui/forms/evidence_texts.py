"""What is said about one piece of evidence: its time, its badges, the facts of its file and its custody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.photos.capture_times import UTC_OR_LOCAL, CaptureTime, scene_reading
from surveyor_app.domain.photos.distances import distance_m
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.intake.found_again import FoundAgain
from surveyor_app.ui.base import formats
from surveyor_app.wording.formatting import format_offset
from surveyor_app.wording.intake_words import NO_PREVIEW
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language, tr, tr_marked

NOTHING_TO_SHOW = "not_a_picture"


@dataclass(frozen=True, slots=True)
class Badge:
    """A small sign on a photo, with the word for it."""

    icon: str
    token: str
    text: str


def withdrawn_text(record: Evidence) -> str:
    """Return that it is withdrawn, and why."""
    return tr("Withdrawn: {reason}", reason=record.withdrawn_reason or "—")


def shown_time(record: Evidence, offset_min: int = 0) -> str:
    """Return when it was taken, as found in the file; of a recording in UTC in the zone of the scene, ``offset_min`` off UTC."""
    taken_at, _offset = scene_reading(record.taken_at, record.taken_offset, record.evidence_class, offset_min)
    return taken_at.replace("T", " ")[:16] if taken_at else tr("no time")


def corrected_time(record: Evidence, taken: CaptureTime | None) -> str:
    """Return what stands beside the recorded time of a camera whose clock was measured, ``→ 14:03``; empty for any other.

    In the zone of the recorded time; the day is named where it is another one.
    """
    if taken is None or taken.error_ms is None:
        return ""
    local = taken.true_local
    is_same_day = f"{local:%Y-%m-%d}" == (record.taken_at or "")[:10]
    return f"→ {local:%H:%M}" if is_same_day else f"→ {local:%Y-%m-%d %H:%M}"


def badges(record: Evidence) -> list[Badge]:
    """Return what a person should see at once: no time, no position, no preview, a conflict."""
    found = []
    if record.conflicts:
        found.append(Badge("conflict", "warn", tr("Several values stand side by side")))
    if record.no_preview and record.no_preview != NOTHING_TO_SHOW:
        said = tr("Damaged: {reason}") if record.may_be_shown else tr("No preview: {reason}")
        found.append(Badge("no_preview", "warn", said.format(reason=no_preview_reason(record))))
    if record.evidence_class == "photo" and not record.taken_at:
        found.append(Badge("no_time", "secondary", tr("The file says no time")))
    if record.taken_problem == UTC_OR_LOCAL:
        found.append(Badge("clock_off", "warn", tr("The time is called UTC, but may be local time")))
    if record.evidence_class == "photo" and record.gps_lat is None:
        found.append(Badge("no_gps", "secondary", tr("The file says no position")))
    return found


def no_preview_reason(record: Evidence) -> str:
    """Return why there is no preview, in words."""
    reason = NO_PREVIEW.get(record.no_preview or "")
    return tr_marked(reason) if reason else (record.no_preview or "")


def facts(record: Evidence, claim: Claim | None) -> list[tuple[str, str]]:
    """Return what the file itself says, as pairs of heading and text."""
    camera = " ".join(part for part in (record.make, record.model) if part)
    pairs = [
        (tr("Taken"), " ".join(part for part in (shown_time(record), _zone(record, claim)) if part)),
        (tr("As the camera wrote it"), record.taken_found or ""),
        (tr("Position"), position(record, claim)),
        (tr("Camera"), camera),
        (tr("Lens"), record.lens or ""),
        (tr("Serial number"), record.serial or ""),
        (tr("Size"), dimensions(record)),
        (tr("Stored pixels"), _pixels(record.coded_width_px, record.coded_height_px)),
        (tr("Shown from inside the file"), _pixels(record.shown_width_px, record.shown_height_px)),
        (tr("Pages or pictures"), formats.number(record.pages) if record.pages else ""),
        (tr("Format"), (record.format or record.media_type or "").upper()),
        (tr("Duration"), formats.duration(record.duration_ms / 1000) if record.duration_ms else ""),
        (tr("Software"), record.software or ""),
        (tr("Content credentials"), tr("present") if record.c2pa else ""),
        (tr("Metadata"), tr("could not be read ({reason})", reason=record.exif_problem) if record.exif_problem else ""),
    ]
    return [(heading, text) for heading, text in pairs if text]


def _zone(record: Evidence, claim: Claim | None) -> str:
    """Return the zone of the time as recorded, or that it is assumed, or that there is none."""
    if record.taken_offset or not record.taken_at:
        return record.taken_offset or ""
    if claim is None or claim.accident_at is None:
        return tr("(no zone written)")
    return tr("{zone} (zone assumed)", zone=format_offset(claim.accident_at.offset_min))


FOUND_SHOWN = 5
"""Further places of the same bytes that are listed; the bag's custody list has all of them."""


def custody(record: Evidence, labels: Labels, again: Sequence[FoundAgain] = ()) -> list[tuple[str, str]]:
    """Return what ties the record to its original, where that came from, and where its bytes were found ``again``."""

    def named(field: str, value: str | None) -> tuple[str, str]:
        return labels.field(Evidence.KIND, field, current_language()), value or ""

    pairs = [
        ("SHA-256", record.sha256 or ""),
        (tr("File name"), record.file_name or ""),
        (tr("Source"), tr("clipboard") if record.source == "clipboard" else (record.source or "")),
        named("origin", labels.value("evidence_origin", record.origin, current_language())),
        named("volume", record.volume),
        named("device", record.device),
        named("file_modified_at", formats.utc(record.file_modified_at)),
        named("file_created_at", formats.utc(record.file_created_at)),
        (tr("Stored"), formats.instant(record.imported_at) if record.imported_at else ""),
        (tr("Bytes"), formats.number(record.size_bytes) if record.size_bytes is not None else ""),
        named("importer", record.importer),
        (tr("Read by"), record.reader or ""),
        *((tr("The same bytes also at"), place.source or place.file_name or "—") for place in again[:FOUND_SHOWN]),
    ]
    if len(again) > FOUND_SHOWN:
        pairs.append((tr("The same bytes also at"), tr("%n more place(s)", n=len(again) - FOUND_SHOWN)))
    return [(heading, text) for heading, text in pairs if text]


def dimensions(record: Evidence) -> str:
    """Return width and height in pixels and the size in bytes."""
    pixels = _pixels(record.width_px, record.height_px)
    return ", ".join(part for part in (pixels, formats.size(record.size_bytes) if record.size_bytes else "") if part)


def _pixels(width: int | None, height: int | None) -> str:
    return f"{width} × {height}" if width and height else ""


def position(record: Evidence, claim: Claim | None) -> str:
    """Return the position and how far it lies from the reported place."""
    if record.gps_lat is None or record.gps_lon is None:
        return ""
    text = f"WGS 84 {record.gps_lat:.5f}, {record.gps_lon:.5f}"
    if claim is None or claim.accident_lat is None or claim.accident_lon is None:
        return text
    metres = distance_m(record.gps_lat, record.gps_lon, claim.accident_lat, claim.accident_lon)
    far = tr("{count} m", count=round(metres)) if metres < 1000 else tr("{count} km", count=round(metres / 1000, 1))
    return tr("{position}, {distance} from the reported place", position=text, distance=far)
