"""Every check of a photo, caused by the smallest case that does not pass it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.photos.camera_clocks import CameraClock
from surveyor_app.domain.photos.capture_times import counting_clocks
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.file_numbers import forerunners
from surveyor_app.domain.photos.picture_checking import CODES, check_picture
from surveyor_app.domain.photos.picture_checks import (
    Alike,
    Elsewhere,
    Outcome,
    PictureMeasure,
    PictureResult,
    SceneFacts,
    Surroundings,
)
from surveyor_app.wording.picture_rules import load_picture_table

RULES = load_picture_table(resources_dir()).rules
ACCIDENT = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
SCENE = SceneFacts(
    accident_at=ACCIDENT,
    arrived_at=ACCIDENT + timedelta(hours=1),
    left_at=ACCIDENT + timedelta(hours=2),
    place=(Decimal("31.2304"), Decimal("121.4737")),
    offset_min=480,
)
GOOD = PictureMeasure(sharpness=800, level=120, dark_permille=20, bright_permille=20)
PHOTO = Evidence(
    id=new_record_id(),
    evidence_class="photo",
    file_name="DSC00012.JPG",
    source="/media/card/DCIM/100MSDCF/DSC00012.JPG",
    format="jpeg",
    width_px=4000,
    height_px=3000,
    make="SONY",
    model="DSC-W7",
    software="DSC-W7 v1.01",
    taken_at="2026-11-20T15:20:00",
    taken_offset="+08:00",
    gps_lat=Decimal("31.2310"),
    gps_lon=Decimal("121.4740"),
    gps_utc="2026-11-20T07:20:03Z",
    imported_at=Instant(ACCIDENT + timedelta(hours=3)),
)


def results(
    item: Evidence = PHOTO, scene: SceneFacts = SCENE, around: Surroundings | None = None
) -> dict[str, PictureResult]:
    surroundings = around if around is not None else Surroundings(measure=GOOD)
    return {result.code: result for result in check_picture(item, scene, surroundings, RULES)}


def bad(*args: Any, **named: Any) -> dict[str, Outcome]:
    return {
        code: result.outcome for code, result in results(*args, **named).items() if result.outcome is not Outcome.PASS
    }


def changed(**fields: Any) -> Evidence:
    return replace(PHOTO, **fields)


def test_a_good_photo_passes_everything_that_can_be_asked() -> None:
    found = results()
    assert {result.outcome for result in found.values()} == {Outcome.PASS}
    assert {"no_time", "no_place", "far_away", "before_accident", "before_arrival", "after_departure"} <= set(found)
    assert {"clock_not_gps", "clock_ahead", "edited_by_software", "screenshot", "too_small", "blurred"} <= set(found)
    assert set(found) <= set(CODES)


def test_what_is_no_photo_is_not_asked() -> None:
    assert results(changed(evidence_class="video")) == {}


def test_nothing_is_asked_that_nobody_has_entered() -> None:
    found = results(scene=SceneFacts())
    assert not {"far_away", "before_accident", "before_arrival", "after_departure"} & set(found)
    assert not {"blurred", "too_dark", "duplicate"} & set(results(around=Surroundings()))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"taken_at": None}, {"no_time": Outcome.WARN}),
        ({"gps_lat": None, "gps_lon": None}, {"no_place": Outcome.WARN}),
        # What a device without a fix writes is no place, and so not far away either.
        ({"gps_lat": Decimal(0), "gps_lon": Decimal(0)}, {"no_place": Outcome.WARN}),
        ({"gps_lat": Decimal("31.3")}, {"far_away": Outcome.WARN}),
        ({"taken_at": "2026-11-20T13:00:00", "gps_utc": None}, {"before_accident": Outcome.FAIL}),
        ({"taken_at": "2026-11-20T14:20:00", "gps_utc": None}, {"before_arrival": Outcome.WARN}),
        ({"taken_at": "2026-11-20T16:40:00", "gps_utc": None}, {"after_departure": Outcome.WARN}),
        ({"gps_utc": "2026-11-20T08:20:03Z"}, {"clock_not_gps": Outcome.WARN}),
        ({"software": "Adobe Photoshop CC 2019 (Windows)"}, {"edited_by_software": Outcome.WARN}),
        ({"software": "美图秀秀"}, {"edited_by_software": Outcome.WARN}),
        ({"user_comment": "Screenshot"}, {"screenshot": Outcome.WARN}),
        ({"software": "Greenshot"}, {"screenshot": Outcome.WARN}),
        ({"file_name": "Screenshot_20261120-152000.png"}, {"screenshot": Outcome.WARN}),
        ({"file_name": "mmexport1700000000000.jpg"}, {"from_messenger": Outcome.WARN}),
        ({"file_name": "IMG-20261120-WA0003.jpg"}, {"from_messenger": Outcome.WARN}),
        ({"width_px": 1600, "height_px": 1200}, {"too_small": Outcome.WARN}),
        ({"c2pa": True, "c2pa_state": "invalid"}, {"c2pa_invalid": Outcome.FAIL}),
    ],
)
def test_each_code_has_its_cause(fields: dict[str, object], expected: dict[str, Outcome]) -> None:
    assert bad(changed(**fields)) == expected


def test_a_photo_dated_after_its_import_tells_of_a_fast_clock() -> None:
    late = changed(taken_at="2026-11-20T17:30:00", gps_utc=None)
    assert bad(late, replace(SCENE, left_at=None)) == {"clock_ahead": Outcome.WARN}


def test_content_credentials_that_hold_are_told_and_pass() -> None:
    found = results(changed(c2pa=True, c2pa_state="valid_untrusted"))
    assert found["c2pa_present"].outcome is Outcome.PASS
    assert found["c2pa_present"].data["state"] == "valid_untrusted"


def test_a_screen_sized_picture_is_a_screenshot_only_without_a_camera() -> None:
    size = {"format": "png", "width_px": 1170, "height_px": 2532}
    unnamed = {"make": None, "model": None}
    assert results(changed(**size))["screenshot"].outcome is Outcome.PASS
    assert results(changed(**size, **unnamed))["screenshot"].data == {"hint": "size"}


def test_a_time_without_zone_is_read_at_the_scenes_offset_and_says_so() -> None:
    found = results(changed(taken_offset=None))
    assert found["zone_assumed"].data == {"offset_min": 480}
    assert found["before_accident"].outcome is Outcome.PASS


def test_a_time_that_was_not_used_is_told_with_what_was_found() -> None:
    found = results(changed(taken_at=None, taken_found="DateTimeOriginal x", taken_problem="half_day_unclear"))
    assert (found["no_time"].outcome, found["time_unclear"].outcome) == (Outcome.WARN, Outcome.WARN)
    assert found["time_unclear"].data == {"found": "DateTimeOriginal x", "hint": "half_day_unclear"}


def test_a_zone_that_was_not_used_is_merely_told() -> None:
    item = changed(taken_offset=None, taken_found="OffsetTimeOriginal CST", taken_problem="zone_unreadable")
    assert results(item)["time_unclear"].outcome is Outcome.PASS
    assert results(item)["zone_assumed"].outcome is Outcome.PASS
    assert "time_unclear" not in results(changed(taken_found="OffsetTimeOriginal +8:00"))


def test_too_early_in_an_assumed_zone_only_warns_unless_no_zone_can_explain_it() -> None:
    near = changed(taken_offset=None, taken_at="2026-11-20T13:00:00", gps_utc=None)
    assert bad(near) == {"before_accident": Outcome.WARN}
    far = changed(taken_offset=None, taken_at="2026-11-18T13:00:00", gps_utc=None)
    assert bad(far) == {"before_accident": Outcome.FAIL}


def test_a_measured_camera_is_judged_by_its_corrected_time() -> None:
    slow = changed(taken_at="2026-11-20T12:20:00", taken_offset=None)
    assert bad(slow, replace(SCENE, clocks={})) == {"before_accident": Outcome.WARN, "clock_not_gps": Outcome.WARN}
    clock = CameraClock(id=new_record_id(), make="SONY", model="DSC-W7", assumed_offset=480, offset_ms=-3 * 3600 * 1000)
    found = results(slow, replace(SCENE, clocks=counting_clocks([clock])))
    assert {result.outcome for result in found.values()} == {Outcome.PASS}
    assert "zone_assumed" not in found


def test_a_file_numbered_later_but_taken_earlier_tells_of_a_clock_that_jumped() -> None:
    before = changed(id=new_record_id(), file_name="DSC00011.JPG", taken_at="2026-11-20T15:50:00")
    after = changed(id=new_record_id(), file_name="DSC00013.JPG", taken_at="2026-11-20T15:21:00")
    found = forerunners([after, PHOTO, before], RULES.limits.number_gap)
    assert {key: value.file_name for key, value in found.items()} == {
        PHOTO.id: "DSC00011.JPG",
        after.id: "DSC00012.JPG",
    }
    jumped = results(around=Surroundings(measure=GOOD, forerunner=before))["clock_jumped"]
    assert (jumped.outcome, jumped.others, jumped.data) == (Outcome.WARN, (before.id,), {"difference_s": 1800})
    assert results(after, around=Surroundings(measure=GOOD, forerunner=PHOTO))["clock_jumped"].outcome is Outcome.PASS


@pytest.mark.parametrize(
    "other",
    [
        {"file_name": "DSC00200.JPG"},
        {"file_name": "IMG_0011.JPG"},
        {"file_name": "DSC00011.JPG", "source": "/media/card/DCIM/101MSDCF/DSC00011.JPG"},
        {"file_name": "DSC00011.JPG", "model": "DSC-W8"},
        {"file_name": "DSC00011.JPG", "model": None},
        {"file_name": "DSC00012.ARW"},
        {"file_name": "scene.jpg"},
        {"file_name": None},
    ],
)
def test_only_neighbours_in_one_series_of_one_camera_are_compared(other: dict[str, Any]) -> None:
    second = changed(id=new_record_id(), **other)
    assert forerunners([PHOTO, second], RULES.limits.number_gap) == {}


def test_photos_that_look_alike_name_each_other() -> None:
    same = Surroundings(measure=GOOD, alike=(Alike("a", 0), Alike("b", 3)))
    found = results(around=same)
    assert found["duplicate"].others == ("a",)
    assert found["near_duplicate"].others == ("b",)
    near = results(around=Surroundings(measure=GOOD, alike=(Alike("b", 3),)))
    assert "duplicate" not in near


def test_a_file_of_another_case_fails_and_a_like_picture_warns() -> None:
    both = Surroundings(measure=GOOD, elsewhere=(Elsewhere("R1", True), Elsewhere("R1", False), Elsewhere("R2", False)))
    found = results(around=both)
    assert found["reused_in_other_case"].outcome is Outcome.FAIL
    assert found["reused_in_other_case"].data == {"cases": "R1"}
    assert found["alike_in_other_case"].data == {"cases": "R2"}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"sharpness": 2}, "blurred"),
        ({"level": 8, "sharpness": 2}, "too_dark"),
        ({"dark_permille": 990}, "too_dark"),
        ({"level": 250, "sharpness": 2}, "too_bright"),
        ({"bright_permille": 990}, "too_bright"),
    ],
)
def test_quality_is_said_once_by_its_first_cause(fields: dict[str, int], code: str) -> None:
    assert bad(around=Surroundings(measure=replace(GOOD, **fields))) == {code: Outcome.WARN}
