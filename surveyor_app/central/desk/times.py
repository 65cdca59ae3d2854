"""Times as the desk shows and takes them: what a laptop wrote in the zone it was in, what the centre wrote in the office's."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta, timezone

from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.wording.formatting import format_instant

OFFICE_OFFSET_MIN = 480
"""The zone of the office, and of a time typed there without one: China's (UTC+08:00)."""
OFFICE_ZONE = timezone(timedelta(minutes=OFFICE_OFFSET_MIN))


def moment_text(moment: Instant | None) -> str:
    """Return a moment to the minute with its zone; empty for ``None``."""
    if moment is None:
        return ""
    shown = replace(moment, offset_min=OFFICE_OFFSET_MIN) if moment.trust is Trust.CENTRE else moment
    return format_instant(shown)
