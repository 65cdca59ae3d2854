"""Unlocks, searches and clears the search: ``many_cases_job FOLDER``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from surveyor_app.ui.window.home import HomePage
from tests.bench.window_driver import running_app

SETTLING_S = 1.0


def main() -> None:
    """Print the longest blocks, and what of them was computed."""
    folder = Path(sys.argv[1])
    homes: list[object] = []
    with running_app(folder / "profile") as driver:
        driver.app.home_shown.connect(homes.append)
        driver.rest(SETTLING_S)
        driver.heartbeat.restart()
        driver.unlock()
        driver.rest(0.1)
        found = {"unlock_ms": driver.heartbeat.worst_ms, "unlock_cpu_ms": driver.heartbeat.worst_cpu_ms}
        home = homes[-1]
        assert isinstance(home, HomePage)
        driver.rest(SETTLING_S)
        home.search.setText("00001")
        driver.rest(SETTLING_S)
        driver.heartbeat.restart()
        home.search.clear()
        driver.rest(SETTLING_S)
        found |= {"clear_ms": driver.heartbeat.worst_ms, "clear_cpu_ms": driver.heartbeat.worst_cpu_ms}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
