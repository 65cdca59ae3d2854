"""A second copy of a case with nothing new: ``backup_job FOLDER TARGET``; prints seconds, and memory above an open case."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from surveyor_app.operations.cases.backup import backup_case
from tests.bench.cases import opened_case
from tests.bench.processes import MB, peak_bytes


def main() -> None:
    """Copy, and print what it took."""
    folder, target = map(Path, sys.argv[1:])
    with opened_case(folder) as case:
        started = time.monotonic()
        result = backup_case(case, target)
        seconds = time.monotonic() - started
    print(json.dumps({"seconds": seconds, "memory_mb": peak_bytes() / MB, "new": result.new_parts}))


if __name__ == "__main__":
    main()
