"""When a picture was taken, by its EXIF tags: the time, its sub-seconds and its zone, and what was found but is not used.

The standard has three times (taken, digitised, changed), each with tags of its own for sub-seconds and offset. Many programs
write the offset of the last only. It counts for the time of capture when the file was written in the same act: both clocks
show the same, or there is no other time it could belong to. A file edited months later, perhaps elsewhere, lends no zone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from surveyor_app.media.exif import Tags
from surveyor_app.media.found_times import FoundTime, Unclear, is_blank, read_offset, read_subsec, read_time
from surveyor_app.media.texts import clean_text

MAX_FOUND = 200
"""Characters kept of what was found."""

_FAMILIES = ("Original", "Digitized", "")
"""Endings of the tags of the three times."""

TIMES_APART = (
    *(
        "FLIR DateTimeOriginal",
        "XMP exif:DateTimeOriginal",
        "XMP photoshop:DateCreated",
        "IPTC DateCreated",
        "XMP exif:DateTimeDigitized",
    ),
    *("XMP xmp:CreateDate", "XMP xap:CreateDate"),
)
"""Tags beside EXIF (:mod:`surveyor_app.media.apart`) that say when a picture was taken, the clearest first."""

_SAME_ACT = timedelta(minutes=2)
"""Cameras write a file seconds after the picture; zones lie at least fifteen minutes apart."""

_TIME = re.compile(r"[0-9]{4}:[0-9]{2}:[0-9]{2} ([01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}")
_SUBSEC = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class CaptureTime:
    """A local time with its sub-second digits and offset where the camera wrote them, each ``None`` unless it is clear.

    ``found`` is what stands in the tags wherever that is not the standard's spelling or was not used; ``problem`` says why
    something was not used, a value of :class:`surveyor_app.media.found_times.Unclear`.
    """

    at: str | None = None
    subsec: str | None = None
    offset: str | None = None
    found: str | None = None
    problem: str | None = None


def capture_time(tags: Tags) -> CaptureTime:
    """Return when the picture was taken; the time of digitising stands in where none was ever written.

    One that was written and is not clear has no stand-in: of a scanned print the other time may be years later.
    """
    reading = _Reading(tags)
    for family in _FAMILIES[:2]:
        name = f"DateTime{family}"
        time = read_time(reading.text(name))
        if isinstance(time, FoundTime):
            reading.problem = None  # of a clock that was not set: this time takes its place
            reading.tell_unless(_TIME, name)
            offset = reading.offset(family, time)
            return reading.result(time.at, reading.subsec(family, time), offset)
        if time is not None:
            reading.refuse(time, name)
            if time is not Unclear.TIME_NOT_SET:
                return reading.result()
    return _told_apart(reading)


def _told_apart(reading: _Reading) -> CaptureTime:
    """Return what XMP or IPTC says where no EXIF time was ever written; its name stands beside it, for it is easily edited."""
    for name in TIMES_APART:
        time = read_time(reading.text(name))
        if isinstance(time, FoundTime):
            reading.problem = None
            reading.tell(name)
            offset = read_offset(time.zone or "")
            if offset is None and time.zone:
                reading.refuse(Unclear.ZONE_UNREADABLE, name)
            return reading.result(time.at, time.subsec, offset)
    return reading.result()


class _Reading:
    """The tags of one file, what is to be told of them, and the first thing that was not clear."""

    def __init__(self, tags: Tags) -> None:
        self._tags = tags
        self._told: dict[str, None] = {}
        self.problem: Unclear | None = None

    def text(self, name: str) -> str:
        """Return the text of a tag; of one that holds no text, its numbers."""
        value = self._tags.get(name, "")
        return ", ".join(str(part) for part in value) if isinstance(value, tuple) else _decoded(value)

    def tell(self, name: str) -> None:
        """Tell a tag whatever it says."""
        self._told[name] = None

    def tell_unless(self, standard: re.Pattern[str], name: str) -> None:
        """Tell a tag that is used, unless it is spelt as the standard asks."""
        if standard.fullmatch(self.text(name).strip("\0 ")) is None:
            self._told[name] = None

    def refuse(self, problem: Unclear, *names: str) -> None:
        """Tell tags that are not used, and why."""
        self._told |= dict.fromkeys(names)
        self.problem = self.problem or problem

    def subsec(self, family: str, time: FoundTime) -> str | None:
        """Return the sub-seconds of a time: of their own tag, else behind the second."""
        name = f"SubSecTime{family}"
        if is_blank(self.text(name)):
            return time.subsec
        self.tell_unless(_SUBSEC, name)
        found = read_subsec(self.text(name))
        if found is None:
            self.refuse(Unclear.SUBSEC_UNREADABLE, name)
        return found or time.subsec

    def offset(self, family: str, time: FoundTime) -> str | None:
        """Return the offset of a time: of its own tag, behind the time itself, else lent by the other times."""
        name = f"OffsetTime{family}"
        own = [text for text in (self.text(name), time.zone or "") if not is_blank(text)]
        found = {offset for text in own if (offset := read_offset(text)) is not None}
        if not is_blank(self.text(name)) and read_offset(self.text(name)) != self.text(name).strip("\0 "):
            self._told[name] = None
        if len(found) > 1:
            self.refuse(Unclear.ZONES_DIFFER, name, f"DateTime{family}")
            return None
        return found.pop() if found else self._lent(family, time, Unclear.ZONE_UNREADABLE if own else None)

    def _lent(self, family: str, time: FoundTime, problem: Unclear | None) -> str | None:
        found = set()
        for other in _FAMILIES:
            name, moment = f"OffsetTime{other}", f"DateTime{other}"
            if other == family or is_blank(self.text(name)):
                continue
            self._told[name] = None
            offset = read_offset(self.text(name))
            if offset is None:
                problem = problem or Unclear.ZONE_UNREADABLE
            elif _is_same_act(time, read_time(self.text(moment))):
                found.add(offset)
            else:
                problem = problem or Unclear.ZONE_OF_ANOTHER_TIME
                self._told[moment] = None
        if len(found) == 1:
            return found.pop()
        if found or problem:
            self.refuse(Unclear.ZONES_DIFFER if found else problem or Unclear.ZONE_UNREADABLE)
        return None

    def result(self, at: str | None = None, subsec: str | None = None, offset: str | None = None) -> CaptureTime:
        """Return what was read, with what is to be told."""
        told = "; ".join(f"{name} {clean_text(self._raw(name)) or ''}" for name in self._told)
        problem = None if self.problem is None else self.problem.value
        return CaptureTime(at, subsec, offset, told[:MAX_FOUND] or None, problem)

    def _raw(self, name: str) -> str:
        return "".join(" " if character.isspace() else character for character in self.text(name))


def _is_same_act(time: FoundTime, other: FoundTime | Unclear | None) -> bool:
    if not isinstance(other, FoundTime):
        return other in {None, Unclear.TIME_NOT_SET}
    return abs(datetime.fromisoformat(other.at) - datetime.fromisoformat(time.at)) <= _SAME_ACT


def _decoded(value: str | bytes) -> str:
    """Return a text; EXIF has ASCII only, so each library hands on what else phones write in its own way."""
    if isinstance(value, str):
        if value.isascii() or any(ord(character) > 0xFF for character in value):
            return value
        value = value.encode("latin-1")
    value = value.split(b"\0", 1)[0]
    for encoding in ("utf-8", "gb18030"):
        try:
            return value.decode(encoding)
        except UnicodeDecodeError:
            continue
    return value.decode("utf-8", "backslashreplace")
