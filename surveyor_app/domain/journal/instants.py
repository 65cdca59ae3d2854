"""Instants with the offset they were read at and how far the clock is to be trusted (domain: 时间可信度)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum

from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import Json, JsonObject


class Trust(StrEnum):
    """Where an instant came from."""

    SYSTEM = "system"
    CENTRE = "centre"
    GPS = "gps"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment: UTC with microseconds, the zone offset in minutes at which it was read, and its trust."""

    utc: datetime
    offset_min: int = 0
    trust: Trust = Trust.SYSTEM

    @property
    def local(self) -> datetime:
        """The moment in the zone it was read at."""
        return self.utc.astimezone(timezone(timedelta(minutes=self.offset_min)))

    def to_json(self) -> JsonObject:
        """Return ``{utc, offset, trust}``, ``utc`` as RFC 3339 with six digits and Z."""
        return {"utc": utc_text(self.utc), "offset": self.offset_min, "trust": self.trust.value}

    @classmethod
    def from_json(cls, value: Json) -> Instant:
        """Read what :meth:`to_json` wrote.

        Raises:
            InputError: when it has another form.
        """
        if not isinstance(value, dict):
            raise InputError(field="instant", reason="not an object")
        utc, offset, trust = value.get("utc"), value.get("offset"), value.get("trust")
        if not isinstance(utc, str) or not isinstance(offset, int) or isinstance(offset, bool) or abs(offset) > 18 * 60:
            raise InputError(field="instant", reason="utc or offset")
        if not isinstance(trust, str) or trust not in Trust._value2member_map_:
            raise InputError(field="instant", reason="trust")
        return cls(parse_utc(utc), offset, Trust(trust))


def utc_text(moment: datetime) -> str:
    """Return an aware ``moment`` as ``2026-11-20T06:03:22.000000Z``."""
    if moment.tzinfo is None:
        raise InputError(field="instant", reason="naive time")
    # Not strftime: it does not pad years before 1000 everywhere.
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def parse_utc(text: str) -> datetime:
    """Read :func:`utc_text`'s form, and only that.

    Raises:
        InputError: for any other form.
    """
    if _UTC_FORM.fullmatch(text):
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            pass  # The form holds, but there is no such day or time.
    raise InputError(field="instant", reason=text[:40])


_UTC_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z")


@dataclass(frozen=True, slots=True)
class ClockReading:
    """What the clocks said when an entry was written: wall clock, monotonic time and boot, so that a jump shows.

    ``skew_ms`` is centre time minus system time when it was last compared, ``None`` when it never was.
    """

    at: datetime
    offset_min: int
    source: Trust
    monotonic_ns: int
    boot: str
    skew_ms: int | None = None

    def to_json(self) -> JsonObject:
        """Return the ``clock`` member of an entry; the monotonic time is a string because it exceeds 2^53."""
        return {
            "source": self.source.value,
            "offset": self.offset_min,
            "mono": str(self.monotonic_ns),
            "boot": self.boot,
            "skew": self.skew_ms,
        }

    def instant(self) -> Instant:
        """Return the reading as an instant for a field."""
        return Instant(self.at, self.offset_min, self.source)


Clock = Callable[[], ClockReading]
