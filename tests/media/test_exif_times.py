"""When a picture was taken, from tags as phones and cameras write them: right, or none with what was found and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import PngImagePlugin

from surveyor_app.media.examining import examine_bytes, examine_path
from surveyor_app.media.exif_times import CaptureTime, capture_time
from surveyor_app.media.facts import Facts
from tests.media.made_files import encoded, exif_block, quadrants

AT = "2026:11:20 14:30:00"
TAKEN = "2026-11-20T14:30:00"


def facts_of(**texts: str | bytes) -> Facts:
    return examine_bytes(encoded(quadrants(), "JPEG", exif=exif_block(**texts))).facts


def found_in(**texts: str | bytes) -> CaptureTime:
    facts = facts_of(**texts)
    return CaptureTime(facts.taken_at, facts.taken_subsec, facts.taken_offset, facts.taken_found, facts.taken_problem)


# ------------------------------------------------------------------------------------------ the time


def test_what_the_standard_asks_for_is_taken_and_nothing_is_told() -> None:
    texts = {"DateTimeOriginal": AT, "OffsetTimeOriginal": "+08:00", "SubSecTimeOriginal": "431"}
    assert found_in(**texts, DateTime="2026:11:25 09:00:00", OffsetTime="+09:00") == CaptureTime(TAKEN, "431", "+08:00")


@pytest.mark.parametrize(
    "text",
    ["2026:11:20 下午02:30:00", "2026:11:20 02:30:00 PM", "2026:11:20 02:30:00\u202fp.m.", "2026:11:20 14:30:00下午"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_twelve_hours_are_read_in_whatever_code_the_phone_wrote_them(text: str, encoding: str) -> None:
    found = found_in(DateTimeOriginal=text.encode(encoding) + b"\0")
    assert (found.at, found.problem) == (TAKEN, None)
    assert found.found == f"DateTimeOriginal {text}".replace("\u202f", " ")


def test_the_reader_that_stands_in_for_the_first_finds_the_same() -> None:
    """ExifRead does not look into this text of a PNG; Pillow does, and hands texts on as Latin-1."""
    raw = exif_block(DateTimeOriginal="2026:11:20 下午02:30:00", SubSecTimeOriginal="25", OffsetTimeOriginal="+8:00")
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Raw profile type exif", f"\nexif\n{len(raw):8}\n{raw.hex()}\n", zip=True)
    facts = examine_bytes(encoded(quadrants(), "PNG", pnginfo=texts)).facts
    assert "Pillow" in facts.reader
    assert (facts.taken_at, facts.taken_subsec, facts.taken_offset) == (TAKEN, "25", "+08:00")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2026:11:20 晚上12:30:00", "half_day_unclear"),
        ("2026:11:20 14:30:00 AM", "half_day_unclear"),
        ("2026:11:20 24:00:00", "midnight_of_either_day"),
        ("2026:11:20 14:30:60", "second_60"),
        ("2026:13:40 14:30:00", "no_such_time"),
        ("0000:00:00 00:00:00", "time_not_set"),
        ("yesterday", "time_unreadable"),
    ],
)
def test_an_unclear_time_is_told_and_not_used(text: str, problem: str) -> None:
    found = found_in(DateTimeOriginal=text, OffsetTimeOriginal="+08:00", SubSecTimeOriginal="5")
    assert found == CaptureTime(found=f"DateTimeOriginal {text}", problem=problem)


@pytest.mark.parametrize("text", ["", "                   ", "    :  :     :  :  "])
def test_a_time_left_blank_tells_nothing(text: str) -> None:
    assert found_in(DateTimeOriginal=text) == CaptureTime()


def test_the_time_of_digitising_stands_in_for_one_never_written() -> None:
    assert found_in(DateTimeDigitized=AT, OffsetTimeDigitized="+08:00") == CaptureTime(TAKEN, None, "+08:00")
    found = found_in(DateTimeOriginal="0000:00:00 00:00:00", DateTimeDigitized=AT)
    assert found == CaptureTime(TAKEN, found="DateTimeOriginal 0000:00:00 00:00:00")


def test_no_other_time_stands_in_for_one_that_is_unclear() -> None:
    """A scanned print: the scanner's time is years behind the picture's."""
    found = found_in(DateTimeOriginal="1998 in summer", DateTimeDigitized=AT)
    assert found == CaptureTime(found="DateTimeOriginal 1998 in summer", problem="time_unreadable")


def test_midnight_of_phones_that_count_to_24() -> None:
    found = found_in(DateTimeOriginal="2019:01:01 24:04:20")
    assert found == CaptureTime("2019-01-01T00:04:20", found="DateTimeOriginal 2019:01:01 24:04:20")


def test_a_text_that_is_no_text_is_told() -> None:
    assert capture_time({"DateTimeOriginal": (2026, 11, 20)}) == CaptureTime(
        found="DateTimeOriginal 2026, 11, 20", problem="time_unreadable"
    )


def test_what_is_told_is_bounded_and_safe() -> None:
    found = found_in(DateTimeOriginal=b"\x01\xff" * 400)
    assert found.problem == "time_unreadable"
    assert found.found is not None
    assert len(found.found) == 200
    assert found.found.isprintable()


# ------------------------------------------------------------------------------------------ the zone


@pytest.mark.parametrize("spelt", ["+8:00", "+0800", "UTC+8", "+08"])
def test_an_offset_spelt_oddly_is_read(spelt: str) -> None:
    found = found_in(DateTimeOriginal=AT, OffsetTimeOriginal=spelt)
    assert found == CaptureTime(TAKEN, None, "+08:00", f"OffsetTimeOriginal {spelt}")


def test_z_is_utc() -> None:
    assert found_in(DateTimeOriginal=AT, OffsetTimeOriginal="Z").offset == "+00:00"


def test_an_offset_behind_the_time_is_read() -> None:
    found = found_in(DateTimeOriginal=f"{AT}+08:00")
    assert found == CaptureTime(TAKEN, None, "+08:00", f"DateTimeOriginal {AT}+08:00")


def test_two_offsets_of_one_time_are_none() -> None:
    found = found_in(DateTimeOriginal=f"{AT}+08:00", OffsetTimeOriginal="+09:00")
    told = f"DateTimeOriginal {AT}+08:00; OffsetTimeOriginal +09:00"
    assert found == CaptureTime(TAKEN, None, None, told, "zones_differ")


@pytest.mark.parametrize("changed", [None, AT, "2026:11:20 14:30:02", "    :  :     :  :  ", "0000:00:00 00:00:00"])
def test_the_offset_of_the_file_counts_where_it_was_written_in_one_act(changed: str | None) -> None:
    texts = {} if changed is None else {"DateTime": changed}
    found = found_in(DateTimeOriginal=AT, OffsetTime="+08:00", **texts)
    assert found == CaptureTime(TAKEN, None, "+08:00", "OffsetTime +08:00")


@pytest.mark.parametrize("changed", ["2027:03:02 09:00:00", "2026:11:20 15:30:00", "2026:11:20 晚上12:30:00"])
def test_the_offset_of_a_later_change_is_no_zone_of_the_picture(changed: str) -> None:
    found = found_in(DateTimeOriginal=AT, OffsetTime="-05:00", DateTime=changed)
    told = f"OffsetTime -05:00; DateTime {changed}"
    assert found == CaptureTime(TAKEN, None, None, told, "zone_of_another_time")


def test_offsets_of_other_times_that_differ_are_none() -> None:
    found = found_in(DateTimeOriginal=AT, OffsetTime="+08:00", OffsetTimeDigitized="+09:00")
    assert (found.offset, found.problem) == (None, "zones_differ")


@pytest.mark.parametrize("spelt", ["CST", "+99:00", "-00:00", "08:00"])
def test_an_unreadable_offset_is_told_and_not_used(spelt: str) -> None:
    found = found_in(DateTimeOriginal=AT, OffsetTimeOriginal=spelt)
    assert found == CaptureTime(TAKEN, None, None, f"OffsetTimeOriginal {spelt}", "zone_unreadable")


def test_another_offset_stands_in_for_an_unreadable_one() -> None:
    found = found_in(DateTimeOriginal=AT, OffsetTimeOriginal="CST", OffsetTime="+08:00", DateTime=AT)
    assert found == CaptureTime(TAKEN, None, "+08:00", "OffsetTimeOriginal CST; OffsetTime +08:00")


@pytest.mark.parametrize("spelt", ["   :  ", "", "      "])
def test_an_offset_left_blank_tells_nothing(spelt: str) -> None:
    assert found_in(DateTimeOriginal=AT, OffsetTimeOriginal=spelt) == CaptureTime(TAKEN)


# ------------------------------------------------------------------------------------------ sub-seconds


@pytest.mark.parametrize(
    ("spelt", "digits"),
    [("431", "431"), ("43  ", "43"), (".431", "431"), ("0.5", "5"), ("٤٣١", "431"), ("4310000001234", "431000000")],
)
def test_sub_seconds_are_read_in_odd_spellings(spelt: str, digits: str) -> None:
    found = found_in(DateTimeOriginal=AT, SubSecTimeOriginal=spelt)
    assert (found.subsec, found.problem) == (digits, None)


def test_sub_seconds_behind_the_second_are_read() -> None:
    assert found_in(DateTimeOriginal=f"{AT}.250").subsec == "250"


@pytest.mark.parametrize("spelt", ["43.1", "431ms", "-5"])
def test_unreadable_sub_seconds_are_told_and_not_used(spelt: str) -> None:
    found = found_in(DateTimeOriginal=AT, SubSecTimeOriginal=spelt)
    assert found == CaptureTime(TAKEN, None, None, f"SubSecTimeOriginal {spelt}", "subsec_unreadable")


def test_what_is_wrong_with_the_zone_is_said_before_sub_seconds() -> None:
    found = found_in(DateTimeOriginal=AT, SubSecTimeOriginal="x", OffsetTimeOriginal="CST")
    assert found.problem == "zone_unreadable"
    assert found.found == "OffsetTimeOriginal CST; SubSecTimeOriginal x"


# ------------------------------------------------------------------------------------------ real spellings


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ("o_0800.jpg", "2026-11-29T10:00:00"),
        ("o_8.jpg", "2026-11-29T10:00:00"),
        ("t_offsettime_only.jpg", "2026-11-29T10:00:01"),
    ],
)
def test_offsets_of_the_fault_reports_are_as_found(cases_dir: Path, name: str, at: str) -> None:
    facts = examine_path(cases_dir / "08_exif_zone" / name).facts
    assert (facts.taken_at, facts.taken_offset) == (at, "+08:00")
