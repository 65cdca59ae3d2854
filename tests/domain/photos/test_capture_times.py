"""Capture times: as the camera wrote them, in which zone, and corrected by what its clock was measured to be off."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.photos.camera_clocks import CameraClock
from surveyor_app.domain.photos.capture_times import (
    Camera,
    camera_of,
    capture_time,
    clock_error_ms,
    commonest_offset_min,
    counting_clocks,
    local_time,
    parse_offset,
    scene_reading,
)
from surveyor_app.domain.photos.evidence import Evidence

CAMERA: dict[str, Any] = {"make": "SONY", "model": "DSC-W7", "serial": "42"}
OFFSETS = st.integers(-12 * 4, 14 * 4).map(lambda quarters: 15 * quarters)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(6 * 10**11, 4 * 10**12).map(lambda ms: EPOCH + timedelta(milliseconds=ms))


def offset_text(minutes: int) -> str:
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def shot(moment: datetime, offset_min: int, *, writes_zone: bool) -> Evidence:
    """A picture whose camera's clock says ``moment`` while it stands in a zone."""
    local = moment.astimezone(timezone(timedelta(minutes=offset_min))).replace(tzinfo=None)
    return Evidence(
        id=new_record_id(),
        taken_at=local.isoformat(timespec="seconds"),
        taken_subsec=f"{local.microsecond // 1000:03}",
        taken_offset=offset_text(offset_min) if writes_zone else None,
        **CAMERA,
    )


def clock(shown: datetime, item: Evidence, assumed: int) -> CameraClock:
    return CameraClock(
        id=new_record_id(),
        shown_utc=shown.isoformat(),
        recorded_offset=item.taken_offset,
        assumed_offset=None if item.taken_offset else assumed,
        offset_ms=clock_error_ms(item, shown, assumed),
        **CAMERA,
    )


@given(
    true=MOMENTS,
    later=st.timedeltas(timedelta(0), timedelta(days=30)),
    error_ms=st.integers(-(10**10), 10**10),
    first=OFFSETS,
    second=OFFSETS,
)
def test_a_corrected_time_does_not_depend_on_the_zone_a_camera_writes(
    true: datetime, later: timedelta, error_ms: int, first: int, second: int
) -> None:
    later = timedelta(seconds=int(later.total_seconds()))
    error = timedelta(milliseconds=error_ms)
    measured = clock(true, shot(true + error, first, writes_zone=True), assumed=0)
    item = shot(true + later + error, second, writes_zone=True)
    taken = capture_time(item, counting_clocks([measured]), 0)
    assert taken is not None
    assert taken.true_utc == true + later


@given(true=MOMENTS, error_ms=st.integers(-(10**10), 10**10), zone=OFFSETS, assumed=OFFSETS, elsewhere=OFFSETS)
def test_a_corrected_time_does_not_depend_on_the_zone_that_was_assumed(
    true: datetime, error_ms: int, zone: int, assumed: int, elsewhere: int
) -> None:
    error = timedelta(milliseconds=error_ms)
    measured = clock(true, shot(true + error, zone, writes_zone=False), assumed)
    item = shot(true + timedelta(hours=1) + error, zone, writes_zone=False)
    taken = capture_time(item, counting_clocks([measured]), elsewhere)
    assert taken is not None
    assert taken.true_utc == true + timedelta(hours=1)
    assert taken.is_certain
    assert not taken.zone_is_recorded


def test_without_a_zone_the_time_is_read_at_the_assumed_offset_and_that_shows() -> None:
    item = Evidence(id=new_record_id(), taken_at="2026-11-20T14:04:05", taken_subsec="25")
    taken = capture_time(item, {}, 480)
    assert taken is not None
    assert taken.utc == datetime(2026, 11, 20, 6, 4, 5, 250_000, tzinfo=UTC)
    assert (taken.offset_min, taken.zone_is_recorded, taken.is_certain) == (480, False, False)


def test_a_recorded_zone_counts_before_any_assumption() -> None:
    item = Evidence(id=new_record_id(), taken_at="2026-11-20T14:04:05", taken_offset="-05:30")
    taken = capture_time(item, {}, 480)
    assert taken is not None
    assert taken.utc == datetime(2026, 11, 20, 19, 34, 5, tzinfo=UTC)
    assert taken.is_certain
    assert taken.true_utc == taken.utc


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("+08:00", 480),
        ("-05:30", -330),
        ("Z", 0),
        ("+0800", 480),
        ("+25:00", None),
        ("east", None),
        ("", None),
        (None, None),
    ],
)
def test_offsets_are_read_in_the_forms_cameras_write(text: str | None, minutes: int | None) -> None:
    assert parse_offset(text) == minutes


@pytest.mark.parametrize("text", [None, "", "yesterday", "2026-02-30T00:00:00", "0000-00-00T00:00:00"])
def test_what_is_no_time_is_none(text: str | None) -> None:
    item = Evidence(id=new_record_id(), taken_at=text)
    assert local_time(item) is None
    assert capture_time(item, {}, 480) is None


@pytest.mark.parametrize(("text", "offset"), [("0001-01-01T00:00:00", "+08:00"), ("9999-12-31T23:59:59", "-08:00")])
def test_a_time_beyond_the_calendar_is_none(text: str, offset: str) -> None:
    assert capture_time(Evidence(id=new_record_id(), taken_at=text, taken_offset=offset), {}, 0) is None


def test_an_error_that_leads_beyond_the_calendar_is_not_applied() -> None:
    item = Evidence(id=new_record_id(), taken_at="0002-01-01T00:00:00", taken_offset="+00:00", model="X")
    measured = CameraClock(id=new_record_id(), model="X", offset_ms=10**15)
    taken = capture_time(item, counting_clocks([measured]), 0)
    assert taken is not None
    assert taken.error_ms is None


def test_the_newest_measurement_of_a_camera_counts() -> None:
    older = CameraClock(id=new_record_id(), model="X", shown_utc="2026-11-20T08:00:00.000Z", offset_ms=1000)
    newer = CameraClock(id=new_record_id(), model="X", shown_utc="2026-11-21T08:00:00.000Z", offset_ms=2000)
    other = CameraClock(id=new_record_id(), model="X", serial="7", offset_ms=9)
    found = counting_clocks([newer, older, other])
    assert found == {Camera("", "X", ""): newer, Camera("", "X", "7"): other}


def test_a_camera_without_a_model_is_none_and_its_name_says_the_maker_once() -> None:
    assert camera_of(Evidence(id=new_record_id(), make="SONY")) is None
    assert Camera("Canon", "Canon EOS 20D", "").name == "Canon EOS 20D"
    assert Camera("SONY", "DSC-W7", "42").name == "SONY DSC-W7 42"


@pytest.mark.parametrize(
    ("at", "offset", "kind", "scene_min", "read"),
    [
        ("2026-11-20T02:00:00", "+00:00", "video", 480, ("2026-11-20T10:00:00", "+08:00")),
        ("2026-11-20T20:30:00", "+00:00", "sound", 480, ("2026-11-21T04:30:00", "+08:00")),
        ("2026-11-20T02:00:00", "+00:00", "video", -210, ("2026-11-19T22:30:00", "-03:30")),
        ("2026-11-20T02:00:00", "+00:00", "video", 0, ("2026-11-20T02:00:00", "+00:00")),
        ("2026-11-20T10:00:00", "+08:00", "video", 480, ("2026-11-20T10:00:00", "+08:00")),
        ("2026-11-20T02:00:00", "+00:00", "photo", 480, ("2026-11-20T02:00:00", "+00:00")),
        ("2026-11-20T02:00:00", None, "video", 480, ("2026-11-20T02:00:00", None)),
        ("9999-12-31T23:00:00", "+00:00", "video", 480, ("9999-12-31T23:00:00", "+00:00")),
        ("soon", "+00:00", "video", 480, ("soon", "+00:00")),
        (None, "+00:00", "video", 480, (None, "+00:00")),
    ],
)
def test_only_the_utc_of_recordings_is_brought_to_the_scene(
    at: str | None, offset: str | None, kind: str, scene_min: int, read: tuple[str | None, str | None]
) -> None:
    assert scene_reading(at, offset, kind, scene_min) == read


@pytest.mark.parametrize(("problem", "certain"), [(None, True), ("subsec_unreadable", True), ("utc_or_local", False)])
def test_what_may_be_local_time_is_never_certain(problem: str | None, certain: bool) -> None:
    item = Evidence(
        id=new_record_id(),
        evidence_class="video",
        taken_at="2026-11-20T10:00:00",
        taken_offset="+00:00",
        taken_problem=problem,
    )
    taken = capture_time(item, {}, 480)
    assert taken is not None
    assert taken.is_certain is certain


@pytest.mark.parametrize(
    ("times", "minutes"),
    [
        ([], None),
        ([("photo", None), ("video", "+00:00")], None),
        ([("photo", "+08:00"), ("video", "+00:00"), ("video", "+00:00")], 480),
        ([("photo", "+08:00"), ("photo", "+09:00"), ("photo", "+08:00"), ("photo", "soon")], 480),
        ([("photo", "soon")], None),
    ],
)
def test_the_zone_of_a_case_is_the_one_most_photos_wrote(
    times: list[tuple[str | None, str | None]], minutes: int | None
) -> None:
    assert commonest_offset_min(times) == minutes
