"""The code that the clock page shows to cameras: the moment it was painted, and which laptop painted it.

Form: ``SVYCLK1 2026-11-25T06:03:22.125Z 1A2B3C4D`` - version, UTC with milliseconds, the last eight of the device's id. Only
digits, capitals and ``-.:`` and space, so that a QR code needs no more than its small alphanumeric mode.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

_FORM = re.compile(r"SVYCLK1 ([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3})Z ([0-9A-Z]{8})")
DEVICE_CHARACTERS = 8


@dataclass(frozen=True, slots=True)
class ClockCode:
    """What one picture of the clock page says; ``shown`` is aware, UTC, in whole milliseconds."""

    shown: datetime
    device: str


def clock_code(now: datetime, device_id: str) -> str:
    """Return the text of the code for an aware moment."""
    shown = now.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds")
    return f"SVYCLK1 {shown}Z {device_id[-DEVICE_CHARACTERS:].upper().rjust(DEVICE_CHARACTERS, '0')}"


def read_clock_code(text: str) -> ClockCode | None:
    """Read such a text; ``None`` for anything else, since a photo may show any code."""
    found = _FORM.fullmatch(text.strip())
    if found is None:
        return None
    try:
        shown = datetime.fromisoformat(found[1]).replace(tzinfo=UTC)
    except ValueError:
        return None  # the form holds, but there is no such day or time
    return ClockCode(shown, found[2])
