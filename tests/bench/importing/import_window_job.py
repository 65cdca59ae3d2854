"""Drops photos onto the real window and waits until they are imported: ``import_window_job FOLDER PHOTOS``."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from surveyor_app.casefile.profiles.profile import Profile
from tests.bench.cases import PASSPHRASE
from tests.bench.processes import peak_bytes
from tests.bench.window_driver import running_app


def main() -> None:
    """Import and print when the first thumbnails were painted, how long all took, blocks and memory."""
    folder, photos = map(Path, sys.argv[1:])
    with Profile.unlock(folder / "profile", PASSPHRASE) as profile:
        case_id = profile.registry.cases()[0].case_id
    with running_app(folder / "profile") as driver:
        driver.unlock()
        view = driver.open(case_id)
        page, watch = driver.photos(view)
        driver.until(driver.app.jobs.is_idle)
        driver.heartbeat.restart()
        started = time.monotonic()
        view.take_in([photos])
        driver.until(lambda: page.importing.last_result is not None)
        seconds = time.monotonic() - started
        driver.until(lambda: watch.first is not None)
        assert watch.first is not None
        result = {
            "first_s": watch.first - started,
            "seconds": seconds,
            "block_ms": driver.heartbeat.worst_ms,
            "block_cpu_ms": driver.heartbeat.worst_cpu_ms,
            "stored": page.model.known.total(),
        }
        driver.leave()
    print(json.dumps(result | {"peak_bytes": peak_bytes()}))


if __name__ == "__main__":
    main()
