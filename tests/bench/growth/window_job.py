"""The window on a large case: ``window_job FOLDER``; the longest blocks of the UI thread, and memory with all pages shown."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.window.pages import PAGES
from tests.bench.cases import PASSPHRASE
from tests.bench.processes import MB, peak_bytes
from tests.bench.window_driver import Driver, running_app

SETTLING_S = 2.0


def main() -> None:
    """Show every page, leave, print."""
    folder = Path(sys.argv[1])
    with Profile.unlock(folder / "profile", PASSPHRASE) as profile:
        case_id = profile.registry.cases()[0].case_id
    found: dict[str, float] = {}
    with running_app(folder / "profile") as driver:
        driver.unlock()
        driver.rest(0.2)
        view = driver.open(case_id)
        driver.rest(SETTLING_S)
        started = time.monotonic()
        _page, watch = driver.photos(view)
        driver.until(lambda: watch.all is not None)
        found["thumbnails_ms"] = 1000 * ((watch.all or 0.0) - started)
        for kind in PAGES[1:]:
            name = kind.PLACE.name
            if name != PhotosPage.PLACE.name:
                driver.heartbeat.restart()
                view.show_page(name)
                driver.rest(SETTLING_S)
                _note(driver, name, found)
        found["memory_mb"] = peak_bytes() / MB
        driver.leave()
        driver.heartbeat.restart()
        driver.rest(SETTLING_S)
        _note(driver, "home", found)
    print(json.dumps(found))


def _note(driver: Driver, name: str, found: dict[str, float]) -> None:
    found[f"{name}_ms"], found[f"{name}_cpu_ms"] = driver.heartbeat.worst_ms, driver.heartbeat.worst_cpu_ms


if __name__ == "__main__":
    main()
