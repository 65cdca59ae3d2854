"""When a picture was taken: what its camera wrote, in which zone that is meant, and what its measured clock makes of it.

Cameras write local time, often without saying where. Then it is read at an offset that is assumed, and whoever shows the time
says so. The recorded time is never replaced: a correction stands beside it (domain §15, time honesty).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from surveyor_app.domain.photos.camera_clocks import CameraClock
from surveyor_app.domain.photos.evidence import Evidence

UTC_OR_LOCAL = "utc_or_local"
"""The ``taken_problem`` of a recording whose time is called UTC but may be the device's local time."""

_RECORDINGS = frozenset({"video", "sound"})
_OFFSET = re.compile(r"([+-])([0-9]{2}):?([0-9]{2})")
_WIDEST_OFFSET_MIN = 18 * 60


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera as its pictures name it. Two of the same model without serial numbers cannot be told apart."""

    make: str
    model: str
    serial: str

    @property
    def name(self) -> str:
        """What a person calls it."""
        make = "" if self.model.lower().startswith(self.make.lower()) else self.make
        return " ".join(part for part in (make, self.model, self.serial) if part)


@dataclass(frozen=True, slots=True)
class CaptureTime:
    """A capture time; ``utc`` is the recorded time as a moment.

    Attributes:
        utc: The moment the camera meant, aware.
        offset_min: Offset from UTC at which its local time was read.
        zone_is_recorded: The camera wrote that offset; else it was assumed.
        error_ms: Camera time less true time as measured, ``None`` when that camera was not measured.
    """

    utc: datetime
    offset_min: int
    zone_is_recorded: bool
    error_ms: int | None = None

    @property
    def true_utc(self) -> datetime:
        """The moment after correction; the recorded one when the camera was not measured."""
        return self.utc - timedelta(milliseconds=self.error_ms or 0)

    @property
    def true_local(self) -> datetime:
        """The corrected moment in the zone of the recorded one."""
        return self.true_utc.astimezone(timezone(timedelta(minutes=self.offset_min)))

    @property
    def is_certain(self) -> bool:
        """Whether the moment rests on no assumed zone: a measured error contains whatever zone was assumed."""
        return self.zone_is_recorded or self.error_ms is not None


def camera_of(item: Evidence | CameraClock) -> Camera | None:
    """Return the camera that a file or a measurement names, ``None`` when it names no model."""
    make, model, serial = ((text or "").strip() for text in (item.make, item.model, item.serial))
    return Camera(make, model, serial) if model else None


def parse_offset(text: str | None) -> int | None:
    """Return an offset like ``+08:00`` or ``Z`` in minutes, ``None`` for no or another text."""
    if (text or "").strip() == "Z":
        return 0
    found = _OFFSET.fullmatch((text or "").strip())
    if found is None:
        return None
    minutes = int(found[2]) * 60 + int(found[3])
    return (-minutes if found[1] == "-" else minutes) if minutes <= _WIDEST_OFFSET_MIN else None


def commonest_offset_min(times: Iterable[tuple[str | None, str | None]]) -> int | None:
    """Return the offset that most photos of a case wrote, by pairs of class and ``taken_offset``; ``None`` when none did."""
    found = Counter(parse_offset(offset) for kind, offset in times if kind == "photo" and offset)
    del found[None]
    return max(found, key=lambda offset: (found[offset], offset or 0)) if found else None


def scene_reading(
    taken_at: str | None, taken_offset: str | None, evidence_class: str | None, offset_min: int
) -> tuple[str | None, str | None]:
    """Return time and offset as they are shown and put in order: those of a recording in UTC brought to the scene's zone.

    Containers count in UTC whatever the clock on the wall said; beside the photos of the same minute that would be another
    hour. Every other time stays as it was found.
    """
    if evidence_class not in _RECORDINGS or not taken_at or parse_offset(taken_offset) != 0 or not offset_min:
        return taken_at, taken_offset
    try:
        local = datetime.fromisoformat(taken_at).replace(tzinfo=None) + timedelta(minutes=offset_min)
    except (ValueError, OverflowError):
        return taken_at, taken_offset
    sign = "-" if offset_min < 0 else "+"
    return local.isoformat(), f"{sign}{abs(offset_min) // 60:02}:{abs(offset_min) % 60:02}"


def local_time(item: Evidence) -> datetime | None:
    """Return the capture time as the camera wrote it, naive, with its sub-seconds; ``None`` when there is none."""
    try:
        moment = datetime.fromisoformat(item.taken_at or "").replace(tzinfo=None)
    except ValueError:
        return None
    digits = (item.taken_subsec or "").strip()
    if digits.isascii() and digits.isdigit():
        moment = moment.replace(microsecond=int(digits[:6].ljust(6, "0")))
    return moment


def capture_time(item: Evidence, clocks: Mapping[Camera, CameraClock], assumed_offset_min: int) -> CaptureTime | None:
    """Return when a picture was taken, ``None`` when its file does not say.

    Args:
        item: The picture.
        clocks: The measurement that counts of each camera (:func:`counting_clocks`).
        assumed_offset_min: Offset at which a time without a zone is read, unless its camera's measurement assumed another.
    """
    local = local_time(item)
    if local is None:
        return None
    camera = camera_of(item)
    clock = clocks.get(camera) if camera is not None else None
    offset = parse_offset(item.taken_offset)
    error = clock.offset_ms if clock is not None else None
    if offset is not None:
        return _capture(local, offset, item.taken_problem != UTC_OR_LOCAL, error)
    return _capture(local, assumed_offset_min if clock is None else _offset_of(clock, assumed_offset_min), False, error)


def _capture(local: datetime, offset_min: int, is_recorded: bool, error_ms: int | None) -> CaptureTime | None:
    try:
        utc = (local - timedelta(minutes=offset_min)).replace(tzinfo=UTC)
    except OverflowError:
        return None  # the first or last day of the calendar
    found = CaptureTime(utc, offset_min, is_recorded, error_ms)
    try:
        _ = found.true_local
    except OverflowError:
        return CaptureTime(utc, offset_min, is_recorded)
    return found


def _offset_of(clock: CameraClock, otherwise: int) -> int:
    found = parse_offset(clock.recorded_offset) if clock.assumed_offset is None else clock.assumed_offset
    return otherwise if found is None else found


def counting_clocks(clocks: Iterable[CameraClock]) -> dict[Camera, CameraClock]:
    """Return the measurement that counts of each camera: the newest by the time the clock page showed."""
    found: dict[Camera, CameraClock] = {}
    for clock in sorted(clocks, key=lambda item: (item.shown_utc or "", item.id)):
        camera = camera_of(clock)
        if camera is not None and clock.offset_ms is not None:
            found[camera] = clock
    return found


def clock_error_ms(item: Evidence, shown: datetime, assumed_offset_min: int) -> int | None:
    """Return camera time less true time in milliseconds, by a picture that shows the true time; ``None`` without a time."""
    taken = capture_time(item, {}, assumed_offset_min)
    return None if taken is None else (taken.utc - shown) // timedelta(milliseconds=1)
