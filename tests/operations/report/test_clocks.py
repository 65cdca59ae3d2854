"""Camera clocks in the report: corrected times beside the recorded ones, one line a measured camera."""

from __future__ import annotations

from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.photos.camera_clocks import CameraClock
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.texts import Text
from surveyor_app.operations.report.clocks import clock_rows, corrected
from surveyor_app.wording.languages import chinese, english


def clock(offset_ms: int, shown: str = "2026-11-20T06:03:22.000000Z") -> CameraClock:
    return CameraClock(
        id=new_record_id(), make="SONY", model="DSC-W7", shown_utc=shown, offset_ms=offset_ms, assumed_offset=480
    )


def photo(taken_at: str | None, model: str = "DSC-W7") -> Evidence:
    return Evidence(id=new_record_id(), make="SONY", model=model, taken_at=taken_at)


def test_a_corrected_time_stands_behind_the_recorded_one_in_its_zone() -> None:
    assert corrected(photo("2026-11-20T10:02:11"), [clock(-200_000)]) == "→ 10:05:31"
    assert corrected(photo("2026-11-20T23:59:00"), [clock(-200_000)]) == "→ 2026-11-21 00:02:20"


def test_cameras_that_were_not_measured_show_nothing_more() -> None:
    assert corrected(photo("2026-11-20T10:02:11", "other"), [clock(-200_000)]) == ""
    assert corrected(photo(None), [clock(-200_000)]) == ""
    assert corrected(photo("2026-11-20T10:02:11"), []) == ""


def test_each_camera_has_one_row_with_its_drift() -> None:
    (row,) = clock_rows([clock(-200_000), clock(-190_000, "2026-11-22T06:03:22.000000Z")])
    assert row.label.in_(english()) == "Clock of SONY DSC-W7"
    assert isinstance(row.value, Text)
    assert row.value.in_(chinese()).startswith("慢 0:03:10 (测于 2026-11-22 06:03:22 UTC")
    assert row.value.in_(english()).endswith("; drift +5.0 s a day")
    assert clock_rows([]) == []
