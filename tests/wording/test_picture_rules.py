"""What is said about photos: every result can be said in both languages, with what was found filled in."""

from __future__ import annotations

import string

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.photos.picture_checks import Outcome, PictureResult
from surveyor_app.media.found_times import Unclear
from surveyor_app.wording.languages import chinese, english
from surveyor_app.wording.picture_rules import distance_words, duration_words, load_picture_table

TABLE = load_picture_table(resources_dir())
GIVEN = {
    "time_unclear": {"found", "hint"},
    "zone_assumed": {"offset"},
    "far_away": {"distance"},
    "before_accident": {"difference"},
    "before_arrival": {"difference"},
    "after_departure": {"difference"},
    "clock_jumped": {"difference"},
    "clock_not_gps": {"difference"},
    "clock_ahead": {"difference"},
    "edited_by_software": {"software"},
    "screenshot": {"hint"},
    "from_messenger": {"name"},
    "reused_in_other_case": {"cases"},
    "alike_in_other_case": {"cases"},
    "too_small": {"width", "height"},
    "c2pa_invalid": {"state", "detail"},
    "c2pa_present": {"state", "detail"},
}
"""What each check tells its sentence."""
ONLY_WHEN_BAD = {"screenshot", "reused_in_other_case"}


@pytest.mark.parametrize("problem", list(Unclear))
def test_every_reason_why_a_time_is_not_used_is_said_in_both_languages(problem: Unclear) -> None:
    result = PictureResult("time_unclear", Outcome.WARN, {"found": "DateTimeOriginal x", "hint": problem.value})
    hint = TABLE.hints[problem]
    in_chinese, in_english = hint.in_(chinese()), hint.in_(english())
    assert TABLE.text(result).in_(chinese()) == f"相机所写未全部采用({in_chinese})：DateTimeOriginal x"
    assert (
        TABLE.text(result).in_(english())
        == f"Not all the camera wrote was used, because {in_english}: DateTimeOriginal x"
    )


@pytest.mark.parametrize("code", sorted(TABLE.sentences))
def test_every_sentence_asks_for_what_its_check_tells(code: str) -> None:
    for is_passed in (True, False):
        for text in TABLE.sentences[code].pattern(is_passed).forms.values():
            asked = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
            assert asked <= (set() if is_passed and code in ONLY_WHEN_BAD else GIVEN.get(code, set()))
            assert text


@pytest.mark.parametrize(
    ("result", "zh", "en"),
    [
        (
            PictureResult("before_accident", Outcome.FAIL, {"difference_s": 93784}),
            "早于出险时间 1 天 2:03:04",
            "Taken 1 d 2:03:04 before the accident",
        ),
        (
            PictureResult("far_away", Outcome.PASS, {"distance_m": 35}),
            "距报案地点 35 m",
            "35 m from the reported place",
        ),
        (
            PictureResult("zone_assumed", Outcome.PASS, {"offset_min": 480}),
            "相机未记录时区，时间按 UTC+08:00 解释",
            "The camera wrote no time zone; its time is read at UTC+08:00",
        ),
        (
            PictureResult("screenshot", Outcome.WARN, {"hint": "size"}),
            "疑似屏幕截图(依据：与屏幕相同的尺寸)",
            "Looks like a screen-shot, by the size of a screen",
        ),
        (
            PictureResult("too_small", Outcome.WARN, {"width_px": 640, "height_px": 480}),
            "尺寸 640×480，小于现场照片最低要求",
            "640 × 480 px, below the size for scene photos",
        ),
    ],
)
def test_results_are_said_with_what_was_found(result: PictureResult, zh: str, en: str) -> None:
    assert TABLE.text(result).in_(chinese()) == zh
    assert TABLE.text(result).in_(english()) == en


def test_a_software_named_like_a_placeholder_is_said_as_it_is() -> None:
    result = PictureResult("edited_by_software", Outcome.WARN, {"software": "{name} 1.0"})
    assert TABLE.text(result).in_(english()) == "Saved by an editing program: {name} 1.0"


def test_what_is_merely_told_is_a_note() -> None:
    assert TABLE.is_note(PictureResult("c2pa_present", Outcome.PASS, {"state": "valid"}))
    assert not TABLE.is_note(PictureResult("no_time", Outcome.PASS))
    assert not TABLE.is_note(PictureResult("no_time", Outcome.WARN))


def test_spans_and_distances_are_short() -> None:
    assert duration_words(-200).in_(english()) == "0:03:20"
    assert distance_words(999) == "999 m"
    assert distance_words(12_345_678) == "12,345.7 km"
