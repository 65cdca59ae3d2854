"""Programs of others out of the npm registry, asked for by name."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.judges.maven import FETCH_S, NotHere, require_programs


def fetch_package(name: str, version: str, folder: Path, timeout_s: float = FETCH_S) -> Path:
    """Return the folder of a package, fetched into ``folder`` if it is not there; none of its scripts is run.

    Raises:
        NotHere: without Node, or when npm cannot get it in time.
    """
    place = folder.resolve() / f"{name}-{version}"
    require_programs("node")
    complete = place / "complete"
    if not complete.exists():
        require_programs("npm")
        place.mkdir(parents=True, exist_ok=True)
        options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--prefix", str(place)]
        try:
            done = subprocess.run(
                ["npm", "install", *options, f"{name}@{version}"],
                cwd=place, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=timeout_s, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise NotHere(f"npm did not answer within {timeout_s:g} s") from None
        if done.returncode:
            raise NotHere(f"npm did not bring {name}: {done.stderr.strip()[:300]}")
        complete.touch()
    return place / "node_modules" / name
