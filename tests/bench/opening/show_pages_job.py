"""Shows every page of a case in the real window once: ``show_pages_job FOLDER``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.ui.window.pages import PAGES
from tests.bench.cases import PASSPHRASE
from tests.bench.window_driver import running_app

SETTLING_S = 0.7


def main() -> None:
    """Open, show page after page; print the longest block of each, and what of it the thread computed, in milliseconds."""
    folder = Path(sys.argv[1])
    with Profile.unlock(folder / "profile", PASSPHRASE) as profile:
        case_id = profile.registry.cases()[0].case_id
    found: dict[str, float] = {}
    with running_app(folder / "profile") as driver:
        driver.unlock()
        driver.rest(0.2)
        view = driver.open(case_id)
        driver.rest(SETTLING_S)
        for kind in PAGES[1:]:
            driver.heartbeat.restart()
            view.show_page(kind.PLACE.name)
            driver.rest(SETTLING_S)
            found[f"{kind.PLACE.name}_ms"] = driver.heartbeat.worst_ms
            found[f"{kind.PLACE.name}_cpu_ms"] = driver.heartbeat.worst_cpu_ms
        driver.leave()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
