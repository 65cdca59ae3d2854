"""How far a camera's clock is off (相机时钟校准), measured by a photo of the laptop's clock page; domain §15, time honesty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from surveyor_app.domain.journal.fields import integer, ref, text
from surveyor_app.domain.journal.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraClock(Record):
    """One measurement of one camera, which is told by make, model and serial number as its photos name them.

    ``shown_utc`` is the time that the photographed code says (ISO, UTC), ``recorded_at`` and ``recorded_offset`` what the camera
    wrote into that photo. ``offset_ms`` is camera time less true time in milliseconds; where the camera records no zone its
    time is taken as local time at ``assumed_offset`` (minutes from UTC).
    """

    KIND: ClassVar[str] = "camera_clock"

    evidence_uid: str | None = ref("evidence")
    make: str | None = text(500)
    model: str | None = text(500)
    serial: str | None = text(500)
    shown_utc: str | None = text(40)
    recorded_at: str | None = text(40)
    recorded_offset: str | None = text(10)
    assumed_offset: int | None = integer("min")
    offset_ms: int | None = integer("ms")
