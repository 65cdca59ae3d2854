"""Opens a large case in the real window and scrolls through its photos: ``open_window_job FOLDER``."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.ui.photos.grid import PhotoGrid
from tests.bench.cases import PASSPHRASE
from tests.bench.window_driver import Driver, running_app

STEP_MS = 16
STEP_PX = 160
SCROLLING_S = 6.0


def main() -> None:
    """Open, look, scroll; print milliseconds."""
    folder = Path(sys.argv[1])
    with Profile.unlock(folder / "profile", PASSPHRASE) as profile:
        case_id = profile.registry.cases()[0].case_id
    with running_app(folder / "profile") as driver:
        driver.unlock()
        driver.rest(0.2)
        started = time.monotonic()
        driver.heartbeat.restart()
        page, watch = driver.photos(driver.open(case_id))
        driver.until(lambda: watch.all is not None)
        assert watch.first is not None
        assert watch.all is not None
        result = {"first_ms": 1000 * (watch.first - started), "all_ms": 1000 * (watch.all - started)}
        result["opening_block_ms"] = driver.heartbeat.worst_ms
        driver.until(driver.app.jobs.is_idle)
        result |= _quiet(driver) | _scroll(driver, page.grid)
        driver.leave()
    print(json.dumps(result))


def _quiet(driver: Driver) -> dict[str, float]:
    """The baseline: how late the beat comes in the same window when nothing happens; that is the machine's doing."""
    driver.heartbeat.restart()
    driver.rest(SCROLLING_S / 2)
    return {"quiet_ms": driver.heartbeat.worst_ms}


def _scroll(driver: Driver, grid: PhotoGrid) -> dict[str, float]:
    """Scroll evenly from the top, and at the end jump to far places as a hand on the scroll bar does."""
    bar = grid.verticalScrollBar()
    driver.heartbeat.restart()
    timer = QTimer()
    timer.timeout.connect(lambda: bar.setValue(bar.value() + STEP_PX))
    timer.start(STEP_MS)
    driver.rest(SCROLLING_S)
    timer.stop()
    for place in (0.9, 0.1, 0.5, 1.0, 0.0):
        bar.setValue(round(bar.maximum() * place))
        driver.rest(0.3)
    return {"scrolling_ms": driver.heartbeat.worst_ms, "scrolling_cpu_ms": driver.heartbeat.worst_cpu_ms}


if __name__ == "__main__":
    main()
