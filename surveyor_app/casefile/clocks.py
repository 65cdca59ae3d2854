"""The laptop's clocks, as entries record them: wall clock with offset, monotonic time and boot, so that a jump shows."""

from __future__ import annotations

import time
import uuid
from datetime import UTC, datetime
from pathlib import Path

from surveyor_app.domain.journal.instants import ClockReading, Trust

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def _boot() -> str:
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        # Systems that name no boot: monotonic times are then comparable within one run of the program only.
        return f"run-{uuid.uuid4()}"


_THIS_BOOT = _boot()


def system_clock() -> ClockReading:
    """Read the system's clocks; nobody has checked them."""
    now = datetime.now(UTC)
    offset = now.astimezone().utcoffset()
    minutes = int(offset.total_seconds() // 60) if offset is not None else 0
    return ClockReading(now, minutes, Trust.SYSTEM, time.monotonic_ns(), _THIS_BOOT)
