"""Whom a task is proposed to (派工建议): who does such tasks, works there and now, has least to do, and is nearest.

A proposal only, each place in the list with its reasons; a dispatcher decides. What the roster does not say of somebody bars
nothing: they stand between those of whom it says that it fits and those of whom it says that it does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum

from surveyor_app.domain.photos.distances import distance_m

Hours = tuple[time, time]
"""From when until when; where the end is not after the beginning, it is that of the next day."""


@dataclass(frozen=True, slots=True)
class Shift:
    """What the roster says of one surveyor; whatever is empty is not said."""

    kinds: frozenset[str] = frozenset()
    places: tuple[str, ...] = ()
    """Names as they stand in the place of an accident: 浦东, 徐汇."""
    hours: Mapping[int, Hours] = field(default_factory=dict)
    """By day of the week, Monday is 1; a day without hours is free. No day at all: nobody said."""
    away_from: date | None = None
    away_until: date | None = None
    lat: Decimal | None = None
    lon: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """The task that is to be given out: its kind, where, and at what local time somebody is to go."""

    kind: str
    at: datetime
    place: str = ""
    lat: Decimal | None = None
    lon: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who can be given a task, how many they have not finished, and what the roster says of them."""

    user: str
    name: str
    open_tasks: int
    shift: Shift | None = None


class Reason(StrEnum):
    """Why somebody stands where they stand."""

    NOT_IN_ROSTER = "not_in_roster"
    DOES_KIND = "does_kind"
    OTHER_KINDS = "other_kinds"
    ON_DUTY = "on_duty"
    OFF_DUTY = "off_duty"
    AWAY = "away"
    WORKS_THERE = "works_there"
    WORKS_ELSEWHERE = "works_elsewhere"
    DISTANCE = "distance"


@dataclass(frozen=True, slots=True)
class Proposed:
    """One place in the list; ``reasons`` each with what it says: until when, which places, how many kilometres."""

    candidate: Candidate
    reasons: Sequence[tuple[Reason, str]]


_FITS, _UNSAID, _DOES_NOT = range(3)
_GRADES: Mapping[Reason, int] = {
    Reason.DOES_KIND: _FITS,
    Reason.OTHER_KINDS: _DOES_NOT,
    Reason.ON_DUTY: _FITS,
    Reason.OFF_DUTY: _DOES_NOT,
    Reason.AWAY: _DOES_NOT,
    Reason.WORKS_THERE: _FITS,
    Reason.WORKS_ELSEWHERE: _DOES_NOT,
}
_FAR = float("inf")


def propose(candidates: Iterable[Candidate], wanted: Wanted) -> list[Proposed]:
    """Return everybody, whom the task fits best first.

    Whoever does other kinds, is away or off duty comes after all others; then the place counts, the load, the way, the name.
    """
    ranked = []
    for candidate in candidates:
        shift = candidate.shift
        said = [] if shift is None else [_kind(shift, wanted), _duty(shift, wanted.at), _place(shift, wanted)]
        kind, duty, place = (_GRADES[item[0]] if item else _UNSAID for item in said or [None] * 3)
        way = None if shift is None else _way_m(shift, wanted)
        reasons = [item for item in said if item is not None]
        if way is not None:
            reasons.append((Reason.DISTANCE, f"{way / 1000:.1f}"))
        is_barred = _DOES_NOT in (kind, duty)
        key = (
            is_barred,
            kind == _DOES_NOT,
            duty == _DOES_NOT,
            place,
            candidate.open_tasks,
            _FAR if way is None else way,
        )
        told = reasons or [(Reason.NOT_IN_ROSTER, "")]
        ranked.append(((*key, candidate.user), Proposed(candidate, told)))
    return [proposed for _, proposed in sorted(ranked, key=lambda item: item[0])]


def _kind(shift: Shift, wanted: Wanted) -> tuple[Reason, str] | None:
    if not shift.kinds:
        return None
    return (Reason.DOES_KIND if wanted.kind in shift.kinds else Reason.OTHER_KINDS), ""


def _duty(shift: Shift, at: datetime) -> tuple[Reason, str] | None:
    """Tell whether somebody is there at a moment, and until when."""
    day = at.date()
    first, last = shift.away_from or date.min, shift.away_until or date.max
    if (shift.away_from or shift.away_until) and first <= day <= last:
        return Reason.AWAY, f"{shift.away_until:%Y-%m-%d}" if shift.away_until else ""
    if not shift.hours:
        return None
    now = at.time()
    since, until = shift.hours.get(day.isoweekday(), (None, None))
    if since is not None and until is not None and since <= now and (now < until or until <= since):
        return Reason.ON_DUTY, f"{until:%H:%M}"
    since, until = shift.hours.get((day - timedelta(days=1)).isoweekday(), (None, None))
    if since is not None and until is not None and until <= since and now < until:
        return Reason.ON_DUTY, f"{until:%H:%M}"
    return Reason.OFF_DUTY, ""


def _place(shift: Shift, wanted: Wanted) -> tuple[Reason, str] | None:
    if not shift.places or not wanted.place:
        return None
    found = next((name for name in shift.places if name in wanted.place), None)
    return (Reason.WORKS_THERE, found) if found else (Reason.WORKS_ELSEWHERE, ", ".join(shift.places))


def _way_m(shift: Shift, wanted: Wanted) -> float | None:
    if shift.lat is None or shift.lon is None or wanted.lat is None or wanted.lon is None:
        return None
    return distance_m(shift.lat, shift.lon, wanted.lat, wanted.lon)
