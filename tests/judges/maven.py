"""Programs of others out of the Java registry, asked for by name through Maven."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:2.8"
FETCH_S = 600


class NotHere(Exception):
    """The judge cannot be had on this machine; says why."""


def require_programs(*names: str) -> None:
    """Look for programs on this machine.

    Raises:
        NotHere: one of them is not there.
    """
    missing = [name for name in names if shutil.which(name) is None]
    if missing:
        raise NotHere(f"{' and '.join(missing)} not found on this machine")


def run_maven(goal: str, options: Sequence[str], folder: Path, what: str) -> None:
    """Run a goal of the dependency plugin in ``folder``, which is there; ``what`` is named where it fails.

    Raises:
        NotHere: Maven did not bring it.
    """
    command = ["mvn", "-q", "-B", f"{PLUGIN}:{goal}", *options]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=FETCH_S, check=False)
    if done.returncode:
        raise NotHere(f"Maven did not bring {what}: {(done.stdout + done.stderr).strip()[:300]}")
