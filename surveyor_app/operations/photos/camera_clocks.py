"""Camera clock calibration (相机时钟校准): a photo of the clock page tells how far its camera's clock is off.

Cameras name seconds, at best their parts, and the page is painted a few times a second: a measurement holds to about one second.
The recorded times stay as they are; corrected ones are shown beside them (domain §15, time honesty).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from surveyor_app.casefile import previews
from surveyor_app.casefile.blobs import read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.previews import PreviewKind
from surveyor_app.domain.errors import CameraUnnamed, InputError, NoCaptureTime, NoClockCode, NotFound
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.journal.instants import parse_utc, utc_text
from surveyor_app.domain.photos.camera_clocks import CameraClock
from surveyor_app.domain.photos.capture_times import Camera, camera_of, clock_error_ms, parse_offset
from surveyor_app.domain.photos.clock_codes import ClockCode, read_clock_code
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.editing import records
from surveyor_app.operations.photos.scenes import scene_of
from surveyor_app.records import reading

TRIED = 20
"""Pictures of one camera, the newest first, that are looked at by themselves after an import."""
_DAY_MS = 24 * 3600 * 1000


@dataclass(frozen=True, slots=True)
class Measured:
    """What a photo of the clock page says about its camera; ``error_ms`` is camera time less true time."""

    photo: Evidence
    camera: Camera
    shown: datetime
    error_ms: int
    assumed_offset: int | None


@dataclass(frozen=True, slots=True)
class Drift:
    """How a camera's error changed between its first and its last measurement."""

    camera: Camera
    days: float
    error_ms: int
    ms_per_day: float


def measure_clock(case: CaseFile, evidence_id: str, workers: MediaWorkers) -> Measured:
    """Read the clock from a photo of the clock page; writes nothing.

    Raises:
        NotFound: there is no such photo.
        CameraUnnamed: the file names no camera, so the error cannot be carried over to others.
        NoCaptureTime: the file says no time.
        NoClockCode: no code of a clock page is found in the picture.
        BlobDamaged, BlobMissing: the stored original is not what it was.
    """
    with case.read() as session:
        item = reading.get(session, case.case_id, Evidence, RecordId(evidence_id))
        scene = scene_of(case, session)
    if item is None or item.sha256 is None:
        raise NotFound(what=Evidence.KIND, id=evidence_id)
    camera = camera_of(item)
    if camera is None:
        raise CameraUnnamed(name=item.file_name or "")
    code = _code_in(b"".join(read_blob(case, item.sha256)), workers)
    if code is None:
        raise NoClockCode(name=item.file_name or "")
    return _measured(item, camera, code, scene.offset_min)


def keep_measurement(case: CaseFile, measured: Measured) -> Changes:
    """Write a measurement; nothing when the very same is there already."""
    item = measured.photo
    fields = {
        "evidence_uid": item.id,
        "make": item.make,
        "model": item.model,
        "serial": item.serial,
        "shown_utc": utc_text(measured.shown),
        "recorded_at": f"{item.taken_at}{'.' if item.taken_subsec else ''}{item.taken_subsec or ''}",
        "recorded_offset": item.taken_offset,
        "assumed_offset": measured.assumed_offset,
        "offset_ms": measured.error_ms,
    }
    for known in read_clocks(case):
        if (known.evidence_uid, known.shown_utc, known.offset_ms) == (item.id, fields["shown_utc"], measured.error_ms):
            return Changes()
    return records.create(case, CameraClock, fields).changes


def find_measurements(case: CaseFile, evidence_ids: Iterable[str], workers: MediaWorkers) -> list[Measured]:
    """Look for the clock page in the newest pictures of each camera that was not measured yet; writes nothing.

    Looks at previews, which hold a code that fills a fifth of the picture, and at no more than :data:`TRIED` of a camera.
    """
    with case.read() as session:
        wanted = reading.get_many(session, case.case_id, Evidence, sorted(set(evidence_ids)))
        scene = scene_of(case, session)
    by_camera: dict[Camera, list[Evidence]] = {}
    for item in sorted(wanted.values(), key=reading.place_of):
        camera = camera_of(item)
        if not item.withdrawn and item.evidence_class == "photo" and item.taken_at and camera is not None:
            by_camera.setdefault(camera, []).append(item)
    found = []
    for camera, items in by_camera.items():
        if camera in scene.clocks:
            continue
        newest = sorted(items, key=lambda item: item.taken_at or "", reverse=True)[:TRIED]
        for item in newest:
            preview = previews.load_preview(case, item.sha256 or "", PreviewKind.PREVIEW)
            code = None if preview is None else _code_in(preview, workers)
            if code is not None:
                found.append(_measured(item, camera, code, scene.offset_min))
                break
    return found


def read_clocks(case: CaseFile) -> list[CameraClock]:
    """Return all measurements that are not withdrawn."""
    with case.read() as session:
        return reading.list_records(session, case.case_id, CameraClock)


def drifts(clocks: Sequence[CameraClock]) -> list[Drift]:
    """Return how the clocks of those cameras drifted that were measured more than once, at least a minute apart."""
    by_camera: dict[Camera, list[tuple[datetime, int]]] = {}
    for clock in clocks:
        camera = camera_of(clock)
        shown = _shown(clock)
        if camera is not None and clock.offset_ms is not None and shown is not None:
            by_camera.setdefault(camera, []).append((shown, clock.offset_ms))
    found = []
    for camera, points in by_camera.items():
        (first, before), (last, after) = min(points), max(points)
        span_ms = (last - first).total_seconds() * 1000
        if span_ms >= 60_000:
            days = span_ms / _DAY_MS
            found.append(Drift(camera, days, after - before, (after - before) / days))
    return found


def _measured(item: Evidence, camera: Camera, code: ClockCode, assumed_offset: int) -> Measured:
    error_ms = clock_error_ms(item, code.shown, assumed_offset)
    if error_ms is None:
        raise NoCaptureTime(name=item.file_name or "")
    assumed = assumed_offset if parse_offset(item.taken_offset) is None else None
    return Measured(item, camera, code.shown, error_ms, assumed)


def _shown(clock: CameraClock) -> datetime | None:
    try:
        return parse_utc(clock.shown_utc or "")
    except InputError:
        return None  # another version's form


def _code_in(data: bytes, workers: MediaWorkers) -> ClockCode | None:
    codes = (read_clock_code(text) for text in workers.read_codes(data))
    return next((code for code in codes if code is not None), None)
