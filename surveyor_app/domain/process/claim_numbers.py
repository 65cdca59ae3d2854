"""How a claim is numbered when it is opened (立案号, domain §1.3): by the insurer's pattern, one number a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_PART = re.compile(r"\{(year|month|day|serial)(?::0(\d{1,2}))?\}")
LONGEST = 30


class Restart(StrEnum):
    """When a pattern begins to count anew."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """One pattern: for which line, and how a number is written."""

    id: str
    line: str
    format: str
    restart: Restart
    insurer: str | None = None

    def __post_init__(self) -> None:
        """Refuse one that could give the same number twice, or none.

        Raises:
            ValueError: it lacks the serial or the time after which that restarts, or something else stands in braces.
        """
        parts = [match.group(1) for match in _PART.finditer(self.format)]
        wanted = {"serial", *_TIMES[self.restart]}
        if not wanted <= set(parts) or "{" in _PART.sub("", self.format) or "}" in _PART.sub("", self.format):
            raise ValueError(f"no pattern of a number: {self.format}")
        if len(self.number(date(2026, 12, 31), 1)) > LONGEST:
            raise ValueError(f"too long: {self.format}")

    def scope(self, day: date) -> str:
        """Return within what the serial counts on a day."""
        return "-".join(f"{getattr(day, name):02}" for name in _TIMES[self.restart])

    def number(self, day: date, serial: int) -> str:
        """Return the number."""
        told = {"year": day.year, "month": day.month, "day": day.day, "serial": serial}
        least = {"year": 4, "month": 2, "day": 2, "serial": 1}

        def part(match: re.Match[str]) -> str:
            name = match.group(1)
            return str(told[name]).zfill(int(match.group(2) or least[name]))

        return _PART.sub(part, self.format)


_TIMES: dict[Restart, tuple[str, ...]] = {
    Restart.YEAR: ("year",),
    Restart.MONTH: ("year", "month"),
    Restart.DAY: ("year", "month", "day"),
    Restart.NEVER: (),
}


def pattern_for(patterns: Sequence[NumberPattern], line: str, insurer: str | None) -> NumberPattern | None:
    """Return the pattern of a line, an insurer's own before what holds for all."""
    fitting = [pattern for pattern in patterns if pattern.line == line and pattern.insurer in (None, insurer)]
    return min(fitting, key=lambda pattern: pattern.insurer is None, default=None)
