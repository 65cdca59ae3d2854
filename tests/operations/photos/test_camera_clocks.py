"""Camera clocks: a photo of the clock page is read, its measurement kept and undone, times corrected beside the recorded."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.errors import CameraUnnamed, NoCaptureTime, NoClockCode, NotFound
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.photos.camera_clocks import CameraClock
from surveyor_app.domain.photos.capture_times import capture_time
from surveyor_app.domain.photos.clock_codes import clock_code
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.editing.undoing import History
from surveyor_app.operations.intake.evidence import import_bytes
from surveyor_app.operations.photos.camera_clocks import (
    drifts,
    find_measurements,
    keep_measurement,
    measure_clock,
    read_clocks,
)
from surveyor_app.operations.photos.scenes import scene_of
from tests.media.clock_photos import clock_photo, plain_photo
from tests.operations.worlds import listed

SHOWN = datetime(2026, 11, 20, 6, 3, 22, 125_000, tzinfo=UTC)
CODE = clock_code(SHOWN, "0f" * 32)
CAMERA = {"Make": "SONY", "Model": "DSC-W7"}
SLOW = timedelta(minutes=3, seconds=20)
CAMERA_SAYS = datetime(2026, 11, 20, 14, 0, 2, 125_000)  # noqa: DTZ001 - as a camera writes it; 3:20 behind 14:03:22 at +08:00


def add(case: CaseFile, workers: MediaWorkers, data: bytes, name: str = "DSC00001.JPG") -> Evidence:
    (item,) = import_bytes(case, name, data, workers).items
    assert item.outcome == "stored"
    return next(found for found in listed(case, Evidence) if found.id == item.evidence_id)


def test_a_photo_of_the_clock_page_measures_its_camera_and_corrects_all_its_photos(
    case: CaseFile, workers: MediaWorkers
) -> None:
    page = add(case, workers, clock_photo(CODE, CAMERA_SAYS, offset="+08:00", **CAMERA))
    later = add(
        case,
        workers,
        plain_photo((10, 200, 90), CAMERA_SAYS + timedelta(hours=1), OffsetTimeOriginal="+08:00", **CAMERA),
    )
    keep_measurement(case, measure_clock(case, page.id, workers))
    (clock,) = read_clocks(case)
    assert (clock.evidence_uid, clock.make, clock.model) == (page.id, "SONY", "DSC-W7")
    assert clock.shown_utc == "2026-11-20T06:03:22.125000Z"
    assert (clock.recorded_at, clock.recorded_offset) == ("2026-11-20T14:00:02.125", "+08:00")
    assert (clock.offset_ms, clock.assumed_offset) == (-200_000, None)
    with case.read() as session:
        scene = scene_of(case, session)
    taken = capture_time(later, scene.clocks, scene.offset_min)
    assert taken is not None
    assert taken.true_utc == SHOWN.replace(microsecond=0) + timedelta(hours=1)
    # The recorded time stays what it was.
    assert later.taken_at == "2026-11-20T15:00:02"


def test_a_camera_without_zone_is_measured_at_an_assumed_one_and_that_is_kept(
    case: CaseFile, workers: MediaWorkers
) -> None:
    page = add(case, workers, clock_photo(CODE, CAMERA_SAYS, **CAMERA))
    with case.read() as session:
        assumed = scene_of(case, session).offset_min
    keep_measurement(case, measure_clock(case, page.id, workers))
    (clock,) = read_clocks(case)
    assert clock.assumed_offset == assumed
    with case.read() as session:
        scene = scene_of(case, session)
    taken = capture_time(page, scene.clocks, assumed + 60)
    assert taken is not None
    assert taken.true_utc == SHOWN


def test_a_measurement_is_kept_once_and_undone_in_one_step(case: CaseFile, workers: MediaWorkers) -> None:
    page = add(case, workers, clock_photo(CODE, CAMERA_SAYS, **CAMERA))
    measured = measure_clock(case, page.id, workers)
    changes = keep_measurement(case, measured)
    assert not keep_measurement(case, measured).touched
    history = History()
    history.record(changes)
    history.undo(case)
    assert read_clocks(case) == []


def test_new_cameras_are_found_without_being_asked_and_measured_ones_left_alone(
    case: CaseFile, workers: MediaWorkers
) -> None:
    page = add(case, workers, clock_photo(CODE, CAMERA_SAYS, **CAMERA))
    plain = add(case, workers, plain_photo((200, 10, 90), CAMERA_SAYS, Make="Canon", Model="EOS 20D"))
    (found,) = find_measurements(case, [page.id, plain.id], workers)
    assert (found.photo.id, found.error_ms % 1000) == (page.id, 0)
    keep_measurement(case, found)
    assert find_measurements(case, [page.id, plain.id], workers) == []


def test_what_cannot_be_measured_says_why(case: CaseFile, workers: MediaWorkers) -> None:
    with pytest.raises(NotFound):
        measure_clock(case, new_record_id(), workers)
    plain = add(case, workers, plain_photo((1, 2, 200), CAMERA_SAYS, **CAMERA))
    with pytest.raises(NoClockCode):
        measure_clock(case, plain.id, workers)
    other = add(case, workers, clock_photo("https://example.com", CAMERA_SAYS, **CAMERA))
    with pytest.raises(NoClockCode):
        measure_clock(case, other.id, workers)
    unnamed = add(case, workers, clock_photo(CODE, CAMERA_SAYS))
    with pytest.raises(CameraUnnamed):
        measure_clock(case, unnamed.id, workers)
    timeless = add(case, workers, clock_photo(CODE, None, **CAMERA))
    with pytest.raises(NoCaptureTime):
        measure_clock(case, timeless.id, workers)


def test_a_camera_measured_twice_shows_its_drift() -> None:
    def clock(shown: str, offset_ms: int, model: str = "X") -> CameraClock:
        return CameraClock(id=new_record_id(), model=model, shown_utc=shown, offset_ms=offset_ms)

    first = clock("2026-11-20T06:00:00.000000Z", 1000)
    last = clock("2026-11-22T06:00:00.000000Z", 5000)
    (drift,) = drifts([last, first, clock("2026-11-20T06:00:00.000000Z", 7, "Y"), clock("soon", 9)])
    assert (drift.camera.model, drift.days, drift.error_ms, drift.ms_per_day) == ("X", 2.0, 4000, 2000.0)
