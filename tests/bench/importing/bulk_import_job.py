"""Imports the files of a list into a case, as the window does: ``bulk_import_job FOLDER LIST``."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.intake.evidence import import_files
from tests.bench.cases import opened_case
from tests.bench.processes import peak_bytes

WORKERS = 2


def main() -> None:
    """Import and print how long it took, workers' start included, and the memory of this process."""
    folder, listed = map(Path, sys.argv[1:])
    paths = [Path(line) for line in listed.read_text().splitlines()]
    with opened_case(folder) as case:
        started = time.monotonic()
        with MediaWorkers(WORKERS) as workers:
            result = import_files(case, paths, workers)
        seconds = time.monotonic() - started
    odd = [item for item in result.items if item.outcome != "stored"]
    if odd:
        raise SystemExit(f"not all were stored with a preview: {odd[0]}")
    print(json.dumps({"seconds": seconds, "peak_bytes": peak_bytes()}))


if __name__ == "__main__":
    main()
