"""Programs of others out of the Java registry, asked for by name through Maven."""

from __future__ import annotations

import os
import shutil
import signal
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


def run_maven(goal: str, options: Sequence[str], folder: Path, what: str, timeout_s: float = FETCH_S) -> None:
    """Run a goal of the dependency plugin in ``folder``, which is there; ``what`` is named where it fails.

    Raises:
        NotHere: Maven did not bring it, or not in time; then it is ended with everything that it started.
    """
    with subprocess.Popen(
        ["mvn", "-q", "-B", f"{PLUGIN}:{goal}", *options],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            said = process.communicate(timeout=timeout_s)[0]
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise NotHere(f"mvn did not answer within {timeout_s:g} s") from None
    if process.returncode:
        raise NotHere(f"Maven did not bring {what}: {said.strip()[:300]}")
