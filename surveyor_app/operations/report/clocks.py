"""Camera clocks in the report (domain §13.1 row 3): corrected times beside the recorded ones, and how far each clock is off."""

from __future__ import annotations

from collections.abc import Sequence

from surveyor_app.domain.photos.camera_clocks import CameraClock
from surveyor_app.domain.photos.capture_times import capture_time, counting_clocks
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.photos.camera_clocks import drifts
from surveyor_app.report.data import Row
from surveyor_app.wording.languages import english
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
        off = duration_words(seconds).in_(english())
        measured = (clock.shown_utc or "").replace("T", " ")[:19]
        zh = f"{'慢' if seconds < 0 else '快'} {off} (测于 {measured} UTC;箭头后为校正时间)"
        en = f"{off} {'slow' if seconds < 0 else 'fast'} (measured {measured} UTC; corrected times stand behind an arrow)"
        if (drift := drift_of.get(camera)) is not None:
            zh += f";漂移 {drift.ms_per_day / 1000:+.1f} 秒/天"
            en += f"; drift {drift.ms_per_day / 1000:+.1f} s a day"
        rows.append(Row(f"相机时钟 {camera.name}", f"Clock of {camera.name}", zh, en, wide=True))
    return rows
