"""Camera clocks in the report (domain §13.1 row 3): corrected times beside the recorded ones, and how far each clock is off."""

from __future__ import annotations

from collections.abc import Sequence

from surveyor_app.domain.photos.camera_clocks import CameraClock
from surveyor_app.domain.photos.capture_times import capture_time, counting_clocks
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.photos.camera_clocks import drifts
from surveyor_app.report.data import Row
from surveyor_app.wording.paper_texts import paper_text
from surveyor_app.wording.picture_rules import duration_words


def corrected(item: Evidence, clocks: Sequence[CameraClock]) -> str:
    """Return the corrected time as it stands behind the recorded one, ``→ 14:03:22``; empty where nothing was measured.

    It is in the zone of the recorded time; the day is named where it is another one.
    """
    # The zone that is assumed does not matter: a measured error contains it.
    taken = capture_time(item, counting_clocks(clocks), 0)
    if taken is None or taken.error_ms is None:
        return ""
    local = taken.true_local
    is_same_day = f"{local:%Y-%m-%d}" == (item.taken_at or "")[:10]
    return f"→ {local:%H:%M:%S}" if is_same_day else f"→ {local:%Y-%m-%d %H:%M:%S}"


def clock_rows(clocks: Sequence[CameraClock]) -> list[Row]:
    """Return one row a measured camera: fast or slow by how much, when measured, and its drift where that is known."""
    drift_of = {drift.camera: drift for drift in drifts(clocks)}
    rows = []
    for camera, clock in counting_clocks(clocks).items():
        seconds = round((clock.offset_ms or 0) / 1000)
        measured = (clock.shown_utc or "").replace("T", " ")[:19]
        said = paper_text("clock_slow" if seconds < 0 else "clock_fast")
        said = said.filled(off=duration_words(seconds), measured=measured)
        if (drift := drift_of.get(camera)) is not None:
            said = paper_text("clock_drifting").filled(clock=said, drift=f"{drift.ms_per_day / 1000:+.1f}")
        rows.append(Row(paper_text("clock_of").filled(camera=camera.name), said, wide=True))
    return rows
