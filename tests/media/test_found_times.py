"""Times, zones and sub-seconds in every spelling that cameras were seen to use: read right, or none with its reason."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from surveyor_app.media.found_times import FoundTime, Unclear, iso_time, read_offset, read_subsec, read_time

HALF_PAST_TWO = "2026-11-20T14:30:00"

CLEAR = {
    "2026:11:20 14:30:00": HALF_PAST_TWO,
    "2026-11-20T14:30:00": HALF_PAST_TWO,
    "2026/11/20 14:30:00": HALF_PAST_TWO,
    "2026.11.20 14.30.00": HALF_PAST_TWO,
    "2026年11月20日 14时30分00秒": HALF_PAST_TWO,
    "2026:11:20  14:30:00 ": HALF_PAST_TWO,
    "2026:11:20 14:30:00\0garbage": HALF_PAST_TWO,
    "2026:1:5 14:30:00": "2026-01-05T14:30:00",
    "２０２６：１１：２０ １４：３０：００": HALF_PAST_TWO,
    "٢٠٢٦:١١:٢٠ ١٤:٣٠:٠٠": HALF_PAST_TWO,
    "\u200f٢٠٢٦:١١:٢٠ ١٤:٣٠:٠٠\u200f": HALF_PAST_TWO,
    # Twelve hours, the half behind the time.
    "2026:11:20 02:30:00 PM": HALF_PAST_TWO,
    "2026:11:20 02:30:00PM": HALF_PAST_TWO,
    "2026:11:20 2:30:00 pm": HALF_PAST_TWO,
    "2026:11:20 02:30:00 p.m.": HALF_PAST_TWO,
    "2026:11:20 02:30:00 p. m.": HALF_PAST_TWO,
    "2026:11:20 02:30:00\u202fPM": HALF_PAST_TWO,
    "2026:11:20 02:30:00\u00a0PM": HALF_PAST_TWO,
    "2026:11:20 02:30:00 下午": HALF_PAST_TWO,
    "2026:11:20 02:30:00下午": HALF_PAST_TWO,
    "2026:11:20 02:30:00 午後": HALF_PAST_TWO,
    "2026:11:20 02:30:00 오후": HALF_PAST_TWO,
    "2026:11:20 02:30:00 ཕྱི་དྲོ་": HALF_PAST_TWO,
    "2026:11:20 02:30:00 چ.ك": HALF_PAST_TWO,
    # … and before it.
    "2026:11:20 下午02:30:00": HALF_PAST_TWO,
    "2026:11:20 下午 2:30:00": HALF_PAST_TWO,
    "2026:11:20下午02:30:00": HALF_PAST_TWO,
    "2026年11月20日 下午2:30:00": HALF_PAST_TWO,
    "2026:11:20 PM 02:30:00": HALF_PAST_TWO,
    "2026:11:20 오후 02:30:00": HALF_PAST_TWO,
    # A half beside the hour of a whole day.
    "2018:10:10 14:15:38下午": "2018-10-10T14:15:38",
    "2018:10:10 09:15:38上午": "2018-10-10T09:15:38",
    "2018:10:10 00:15:38上午": "2018-10-10T00:15:38",
    "2018:10:10 12:15:38下午": "2018-10-10T12:15:38",
    "2018:10:10 22:15:38 PM": "2018-10-10T22:15:38",
    # Midnight and noon.
    "2026:11:20 12:30:00 AM": "2026-11-20T00:30:00",
    "2026:11:20 12:30:00 PM": "2026-11-20T12:30:00",
    "2026:11:20 上午12:30:00": "2026-11-20T00:30:00",
    "2026:11:20 下午12:30:00": "2026-11-20T12:30:00",
    "2026:11:20 中午12:30:00": "2026-11-20T12:30:00",
    "2026:11:20 凌晨12:30:00": "2026-11-20T00:30:00",
    "2026:11:20 午後0:30:00": "2026-11-20T12:30:00",
    "2026:11:20 午前0:30:00": "2026-11-20T00:30:00",
    # Other parts of the day.
    "2026:11:20 凌晨3:05:06": "2026-11-20T03:05:06",
    "2026:11:20 清晨6:05:06": "2026-11-20T06:05:06",
    "2026:11:20 早上8:05:06": "2026-11-20T08:05:06",
    "2026:11:20 中午11:45:00": "2026-11-20T11:45:00",
    "2026:11:20 中午1:05:06": "2026-11-20T13:05:06",
    "2026:11:20 傍晚6:05:06": "2026-11-20T18:05:06",
    "2026:11:20 晚上8:05:06": "2026-11-20T20:05:06",
    "2026:11:20 20:05:06 晚上": "2026-11-20T20:05:06",
    # Hours counted from 1 to 24.
    "2015:08:22 24:08:19": "2015-08-22T00:08:19",
    "2019:01:01 24:04:20": "2019-01-01T00:04:20",
    "2019:01:01 24:00:01": "2019-01-01T00:00:01",
    "2019:01:01 24:04:20上午": "2019-01-01T00:04:20",
}

UNCLEAR = {
    "yesterday": Unclear.TIME_UNREADABLE,
    "2026:11:20": Unclear.TIME_UNREADABLE,
    "14:30:00": Unclear.TIME_UNREADABLE,
    "2026:11:20 14:30": Unclear.TIME_UNREADABLE,
    "20:11:2026 14:30:00": Unclear.TIME_UNREADABLE,
    "2026:11:2014:30:00": Unclear.TIME_UNREADABLE,
    "2026:11:20 14:30:00 7": Unclear.TIME_UNREADABLE,
    "2026:11:20 02:30:00 XM": Unclear.TIME_UNREADABLE,
    "2026:11:20 02:30:00 下": Unclear.TIME_UNREADABLE,
    "2026:11:20 下午02:30:00 PM": Unclear.TIME_UNREADABLE,
    "Fri 2026:11:20 14:30:00": Unclear.TIME_UNREADABLE,
    "1" * 3000: Unclear.TIME_UNREADABLE,
    "0000:00:00 00:00:00": Unclear.TIME_NOT_SET,
    "0000-00-00": Unclear.TIME_NOT_SET,
    "2026:13:20 14:30:00": Unclear.NO_SUCH_TIME,
    "2026:02:30 14:30:00": Unclear.NO_SUCH_TIME,
    "2026:00:00 14:30:00": Unclear.NO_SUCH_TIME,
    "2026:11:20 25:30:00": Unclear.NO_SUCH_TIME,
    "2026:11:20 14:61:00": Unclear.NO_SUCH_TIME,
    "2026:11:20 14:30:61": Unclear.NO_SUCH_TIME,
    "2026:11:20 14:30:60": Unclear.SECOND_60,
    "2026:11:20 23:59:60": Unclear.SECOND_60,
    "2026:11:20 24:00:00": Unclear.MIDNIGHT_OF_EITHER_DAY,
    "2026-11-20T24:00:00": Unclear.MIDNIGHT_OF_EITHER_DAY,
    "2026:11:20 2:30:00": Unclear.HALF_DAY_UNCLEAR,
    "2026:11:20 14:30:00 AM": Unclear.HALF_DAY_UNCLEAR,
    "2026:11:20 上午14:30:00": Unclear.HALF_DAY_UNCLEAR,
    "2026:11:20 晚上12:30:00": Unclear.HALF_DAY_UNCLEAR,
    "2026:11:20 晚上1:30:00": Unclear.HALF_DAY_UNCLEAR,
    "2026:11:20 早上12:30:00": Unclear.HALF_DAY_UNCLEAR,
    "2026:11:20 中午8:30:00": Unclear.HALF_DAY_UNCLEAR,
    "2026:11:20 凌晨9:30:00": Unclear.HALF_DAY_UNCLEAR,
    "2026:11:20 24:10:00 PM": Unclear.HALF_DAY_UNCLEAR,
}


@pytest.mark.parametrize(("text", "at"), CLEAR.items())
def test_a_clear_time_is_read(text: str, at: str) -> None:
    assert read_time(text) == FoundTime(at)
    assert iso_time(text) == at


@pytest.mark.parametrize(("text", "why"), UNCLEAR.items())
def test_an_unclear_time_is_none_and_says_why(text: str, why: Unclear) -> None:
    assert read_time(text) is why
    assert iso_time(text) is None


@pytest.mark.parametrize("text", ["", "   ", ":  :     :  :", "    :  :     :  :  ", "\0\0\0", "--"])
def test_blanks_say_nothing(text: str) -> None:
    assert read_time(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026:11:20 14:30:00+08:00", FoundTime(HALF_PAST_TWO, None, "+08:00")),
        ("2026:11:20 14:30:00 +0800", FoundTime(HALF_PAST_TWO, None, "+0800")),
        ("2026-11-20T14:30:00Z", FoundTime(HALF_PAST_TWO, None, "z")),
        ("2026-11-20T14:30:00.250+08:00", FoundTime(HALF_PAST_TWO, "250", "+08:00")),
        ("2026-11-20T14:30:00,25", FoundTime(HALF_PAST_TWO, "25")),
        ("2026:11:20 02:30:00 PM GMT+8", FoundTime(HALF_PAST_TWO, None, "gmt+8")),
        ("2026:11:20 下午02:30:00 UTC", FoundTime(HALF_PAST_TWO, None, "utc")),
        ("2026:11:20 14:30:00 +99:00", FoundTime(HALF_PAST_TWO, None, "+99:00")),
        ("2026:11:20 14:30:00.1234567891234", FoundTime(HALF_PAST_TWO, "123456789")),
    ],
)
def test_zone_and_fraction_behind_a_time_are_kept(text: str, found: FoundTime) -> None:
    assert read_time(text) == found


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("+08:00", "+08:00"),
        ("+0800", "+08:00"),
        ("+8:00", "+08:00"),
        ("+08", "+08:00"),
        ("+8", "+08:00"),
        ("+800", "+08:00"),
        (" +08:00\0", "+08:00"),
        ("UTC+8", "+08:00"),
        ("GMT+08:00", "+08:00"),
        ("＋０８：００", "+08:00"),
        ("+٠٨:٠٠", "+08:00"),
        ("-05:30", "-05:30"),
        ("\N{MINUS SIGN}05:30", "-05:30"),
        ("+05:45", "+05:45"),
        ("+14:00", "+14:00"),
        ("-12:00", "-12:00"),
        ("+00:00", "+00:00"),
        ("Z", "+00:00"),
        ("UTC", "+00:00"),
        # Not known, or no zone anywhere.
        ("-00:00", None),
        ("08:00", None),
        ("+80:00", None),
        ("+030", None),
        ("+00:30", None),
        ("+25:00", None),
        ("+14:15", None),
        ("-12:30", None),
        ("+08:07", None),
        ("+08:60", None),
        ("+08:00:00", None),
        ("CST", None),
        ("Asia/Shanghai", None),
        ("   :  ", None),
        ("", None),
    ],
)
def test_an_offset_is_one_in_use_or_none(text: str, offset: str | None) -> None:
    assert read_offset(text) == offset


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("431", "431"),
        ("43 ", "43"),
        ("043", "043"),
        (".431", "431"),
        ("0.431", "431"),
        ("٤٣١", "431"),
        ("4310000001234", "431000000"),
        ("43.1", None),
        ("431ms", None),
        ("-431", None),
        ("  ", None),
        ("", None),
    ],
)
def test_sub_seconds_are_digits_or_none(text: str, digits: str | None) -> None:
    assert read_subsec(text) == digits


# ------------------------------------------------------------------------------------------ whatever the text

PIECES = st.sampled_from(
    [
        *("2026:11:20", "2026-02-30", "0000:00:00", "2026年11月20日", "T", " ", "  ", "\u202f", "\0", ".5", ",25", "7"),
        *("14:30:00", "02:30:00", "2:30:00", "12:30:00", "12:00:00", "00:30:00", "24:10:00", "24:00:00", "14:30:60"),
        *(
            "AM",
            "PM",
            "a.m.",
            "p.m.",
            "上午",
            "下午",
            "中午",
            "晚上",
            "凌晨",
            "午後",
            "下",
            "+08:00",
            "+8",
            "Z",
            "-00:00",
        ),
    ]
)
MOMENTS = st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1)).map(lambda found: found.replace(microsecond=0))  # noqa: DTZ001
EVENING = {"pm", "下午", "午後"}
MORNING = {"am", "上午", "午前", "凌晨"}


def clock_of(text: str) -> tuple[list[int], str]:
    """Return the numbers that a text says, and its letters, in a way of its own."""
    wide = unicodedata.normalize("NFKC", text.split("\0")[0])
    letters = re.sub(r"[\W\d]", "", wide).casefold()
    return [int(number) for number in re.findall(r"\d+", wide)], letters


@given(st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=7).map("".join)))
@example("2026:11:20 02:30:00 PM")
@example("2026:11:20 24:10:00")
def test_what_is_read_says_the_same_wall_clock_as_the_text(text: str) -> None:
    found = read_time(text)
    if not isinstance(found, FoundTime):
        return
    at = datetime.fromisoformat(found.at)
    (year, month, day, hour, minute, second, *_), letters = clock_of(text)
    assert (year, month, day, minute, second) == (at.year, at.month, at.day, at.minute, at.second)
    assert at.hour % 12 == hour % 12
    if any(half in letters for half in EVENING):
        assert at.hour >= 12
    elif any(half in letters for half in MORNING):
        assert at.hour < 12
    elif not any(half in letters for half in ("中午", "晚上")):
        assert at.hour == hour % 24


@given(
    MOMENTS,
    st.sampled_from(
        [
            ("{d} {H:02}:{m:02}:{s:02}", None),
            ("{d} {h:02}:{m:02}:{s:02} {half}", ("AM", "PM")),
            ("{d} {h}:{m:02}:{s:02}{half}", ("a.m.", "p.m.")),
            ("{d} {half}{h:02}:{m:02}:{s:02}", ("上午", "下午")),
            ("{d} {half}{K}:{m:02}:{s:02}", ("午前", "午後")),
            ("{d} {H:02}:{m:02}:{s:02}{half}", ("上午", "下午")),
            ("{d} {k:02}:{m:02}:{s:02}", None),
        ]
    ),
    st.sampled_from(["", "+08:00", " +0800", "Z"]),
)
def test_every_moment_is_read_back_from_each_way_phones_write_it(
    moment: datetime, way: tuple[str, tuple[str, str] | None], zone: str
) -> None:
    pattern, halves = way
    text = pattern.format(
        d=f"{moment:%Y:%m:%d}",
        H=moment.hour,
        h=moment.hour % 12 or 12,
        K=moment.hour % 12,
        k=moment.hour or 24,
        m=moment.minute,
        s=moment.second,
        half=halves[moment.hour >= 12] if halves else "",
    )
    found = read_time(text + zone)
    if "24:00:00" in text:
        assert found is Unclear.MIDNIGHT_OF_EITHER_DAY
        return
    assert isinstance(found, FoundTime)
    assert datetime.fromisoformat(found.at) == moment
    assert read_offset(found.zone or "") == {"": None, "Z": "+00:00"}.get(zone, "+08:00")


@given(st.one_of(st.text(max_size=12), st.from_regex(r"[+-]?[0-9]{1,2}:?[0-9]{0,2}", fullmatch=True)))
def test_an_offset_says_the_same_as_the_text(text: str) -> None:
    found = read_offset(text)
    if found is None:
        return
    wide = unicodedata.normalize("NFKC", text).replace("\N{MINUS SIGN}", "-")
    digits = "".join(character for character in wide if character.isdecimal())
    if not digits:
        assert clock_of(text)[1] in {"z", "utc", "gmt"}
        return
    if ":" not in wide:
        digits = {1: f"0{digits}00", 2: f"{digits}00", 3: f"0{digits}"}.get(len(digits), digits)
    assert found.replace(":", "")[1:] == f"{digits:0>4}"
    assert found.startswith("-") == ("-" in wide)
    assert timedelta(hours=int(found[1:3]), minutes=int(found[4:])) <= timedelta(hours=14)
