"""Times, zones and sub-seconds as cameras spell them: read right, or not at all and why.

EXIF wants ``2026:11:20 14:30:00`` and ``+08:00`` (CIPA DC-008, 4.6.5). Phones follow the language they are set to instead:
``2026:11:20 下午02:30:00``, ``2018:10:10 14:15:38下午``, ``02:30:00 p.m.``, digits of other scripts, a zone behind the time.
What a part of the day means is a window of hours (:data:`_HALVES`); a reading counts only when exactly one hour lies in it:

* 12 with AM or 上午 is midnight and 12 with PM or 下午 is noon, as clocks with AM and PM have it; 中午12:30 is 12:30.
* 晚上12:30, 14:30 AM and the like contradict themselves or may be either half: none.
* An hour of one digit without a half may be one of twelve: none.
* 24:10:00 is ten past midnight of the same date: so write phones whose program counts hours from 1 to 24, as their file names
  and file times show. 24:00:00 itself ends the day in other notations and begins it in this one: none.
* Second 60 is a minute later or a second rounded up: none.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Unclear(StrEnum):
    """Why something that was found is not used. The codes are stored in case files: never rename one."""

    TIME_UNREADABLE = "time_unreadable"
    """Not a date and a time in any known spelling."""
    TIME_NOT_SET = "time_not_set"
    """Zeros: the clock of the camera was never set."""
    NO_SUCH_TIME = "no_such_time"
    """30 February, 25 o'clock."""
    HALF_DAY_UNCLEAR = "half_day_unclear"
    """Morning or afternoon: the text says neither, or contradicts its hour."""
    MIDNIGHT_OF_EITHER_DAY = "midnight_of_either_day"
    """24:00:00."""
    SECOND_60 = "second_60"
    """A second that clocks do not show."""
    ZONE_UNREADABLE = "zone_unreadable"
    """Not an offset from UTC that is in use anywhere."""
    ZONE_OF_ANOTHER_TIME = "zone_of_another_time"
    """The offset belongs to a time at which the file was changed."""
    ZONES_DIFFER = "zones_differ"
    """Several offsets for one time."""
    UTC_OR_LOCAL = "utc_or_local"
    """A container's time, which is UTC by its standard; dash-cams write their local time there, and nothing tells which."""
    SUBSEC_UNREADABLE = "subsec_unreadable"
    """Not the digits behind a second."""


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A local time that exists: ISO without zone; ``subsec`` and ``zone`` are what the same text says of them, as found."""

    at: str
    subsec: str | None = None
    zone: str | None = None


LONGEST = 100
"""No time is longer; what is, is no time."""

_SHAPE = re.compile(
    r"(\d{4}) ?[:\-/.年] ?(\d{1,2}) ?[:\-/.月] ?(\d{1,2})(?: ?日)?"
    r"(?P<before>[^\d+\-]+?)"
    r"(?P<hour>\d{1,2}) ?[:.时時] ?(?P<minute>\d{2}) ?[:.分] ?(?P<second>\d{2})秒?"
    r"(?:[.,](?P<fraction>\d{1,20}))?"
    r"(?P<after>[^\d+\-]*?) ?(?P<zone>z|utc|gmt|(?:utc|gmt)? ?[+\-].*)?"
)
_OFFSET = re.compile(r"(?:utc|gmt)? ?([+\-]) ?(\d\d|[1-9]|0(?!\d))(?::?(\d{2}))?")
_ZERO_OFFSETS = frozenset({"z", "utc", "gmt"})
_SUBSEC = re.compile(r"(?:0?\.)?(\d{1,20})")
_MOST_SUBSEC = 9

_AM, _PM = range(12), range(12, 24)
_HALVES = {
    **dict.fromkeys(("am", "上午", "午前", "오전", "སྔ་དྲོ", "چب"), _AM),
    **dict.fromkeys(("pm", "下午", "午後", "午后", "오후", "ཕྱི་དྲོ", "چك"), _PM),
    "凌晨": range(7),
    **dict.fromkeys(("清晨", "早晨", "早上"), range(4, 12)),
    "中午": range(11, 14),
    "傍晚": range(16, 21),
    "晚上": range(17, 24),
}
"""Names of parts of the day and the hours (0 to 23) they may mean; Chinese, English, Japanese, Korean, Tibetan, Uyghur."""


def read_time(text: str) -> FoundTime | Unclear | None:
    """Return the time a text says, why none is taken from it, or ``None`` when it says nothing (blanks for "not known")."""
    plain = _plain(text)
    if not any(character.isalnum() for character in plain):
        return None
    if {character for character in plain if character.isalnum()} == {"0"}:
        return Unclear.TIME_NOT_SET
    shape = _SHAPE.fullmatch(plain) if len(plain) <= LONGEST else None
    if shape is None:
        return Unclear.TIME_UNREADABLE
    before, after = shape["before"].strip(" ,"), shape["after"].strip(" ,")
    half = _half("" if before == "t" else before) or _half(after)
    if (before not in {"", "t"} and after) or (half and half not in _HALVES):
        return Unclear.TIME_UNREADABLE
    return _existing(shape, half)


def read_offset(text: str) -> str | None:
    """Return an offset from UTC as ``+08:00``; ``None`` for none, and for one that no zone has.

    Zones lie between -12:00 and +14:00, a whole number of quarter hours off, none less than an hour beside UTC. ``-00:00``
    says that the offset is not known (RFC 3339, 4.3).
    """
    plain = _plain(text)
    if plain in _ZERO_OFFSETS:
        return "+00:00"
    found = _OFFSET.fullmatch(plain)
    if found is None:
        return None
    hours, minutes = int(found[2]), int(found[3] or 0)
    total = (hours * 60 + minutes) * (-1 if found[1] == "-" else 1)
    is_known = total or found[1] == "+"
    is_zone = minutes in {0, 15, 30, 45} and (hours or not minutes) and -12 * 60 <= total <= 14 * 60
    if not (is_known and is_zone):
        return None
    return f"{found[1]}{hours:02}:{minutes:02}"


def read_subsec(text: str) -> str | None:
    """Return the digits behind the second, at most nine of them; ``None`` for anything else."""
    found = _SUBSEC.fullmatch(_plain(text))
    return found[1][:_MOST_SUBSEC] if found else None


def iso_time(found: str) -> str | None:
    """Return "YYYY-MM-DDTHH:MM:SS" of a time in EXIF or ISO notation; None for a time that is not clear or does not exist."""
    time = read_time(found)
    return time.at if isinstance(time, FoundTime) else None


def is_blank(text: str) -> bool:
    """Tell whether a text is what the standard writes for "not known": blanks, and colons between them."""
    return not any(character.isalnum() for character in _plain(text))


def _existing(shape: re.Match[str], half: str) -> FoundTime | Unclear:
    said, minute, second = (int(shape[name]) for name in ("hour", "minute", "second"))
    if said == 24 and not minute and not second:
        return Unclear.MIDNIGHT_OF_EITHER_DAY
    if said > 24:
        return Unclear.NO_SUCH_TIME
    hours = _hours(said, len(shape["hour"]), half)
    if len(hours) != 1:
        return Unclear.HALF_DAY_UNCLEAR
    if second == 60:
        return Unclear.SECOND_60
    try:
        # A local time: its zone stands elsewhere, or nowhere.
        moment = datetime(int(shape[1]), int(shape[2]), int(shape[3]), hours[0], minute, second)  # noqa: DTZ001
    except ValueError:
        return Unclear.NO_SUCH_TIME
    fraction = shape["fraction"]
    return FoundTime(moment.isoformat(), fraction[:_MOST_SUBSEC] if fraction else None, shape["zone"] or None)


def _hours(said: int, digits: int, half: str) -> list[int]:
    """Return the hours of the day that a number may mean."""
    if not half:
        return [said % 24] if digits == 2 else []
    possible = [0] if said == 24 else [said] if said > 12 else [0, 12] if said in {0, 12} else [said, said + 12]
    return [hour for hour in possible if hour in _HALVES[half]]


def _half(found: str) -> str:
    return found.replace(".", "").replace(" ", "").rstrip("་")


def _plain(text: str) -> str:
    """Return a text in small letters and digits of ours, its blanks single, without marks that only direct writing."""
    wide = unicodedata.normalize("NFKC", text.split("\0", 1)[0]).replace("\N{MINUS SIGN}", "-")
    seen = (character for character in wide if unicodedata.category(character) != "Cf")
    digits = "".join(str(unicodedata.decimal(item)) if item.isdecimal() else item for item in seen)
    return " ".join(digits.casefold().split())
