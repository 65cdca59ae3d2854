"""Other processes of a measurement: shell baselines, jobs that print their result as JSON, and the memory of either."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.place import REPOSITORY

LIMIT_S = 600
MB = 1_000_000


def has_programs(*names: str) -> bool:
    """Tell whether the programs of a baseline are installed."""
    return all(shutil.which(name) for name in names)


def shell_seconds(script: str, *arguments: Path | str) -> float:
    """Run a shell script of this package, named from its folder on, and return how long it took.

    Raises:
        CalledProcessError: it failed.
    """
    command = ["sh", str(Path(__file__).parent / script), *map(str, arguments)]
    started = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=LIMIT_S)
    return time.monotonic() - started


def run_job(module: str, *arguments: Path | str, python: Path | None = None) -> dict[str, Any]:
    """Run a module of this package (``room.module``) in a process of its own and return the JSON object it prints last.

    ``started`` is added: the moment of the monotonic clock, which all processes of a machine share, just before its start.

    Raises:
        SystemExit: it failed, with what it said.
    """
    command = [str(python or sys.executable), "-m", f"tests.bench.{module}", *map(str, arguments)]
    started = time.monotonic()
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=REPOSITORY, env=_environment(), timeout=LIMIT_S, check=False
    )
    if done.returncode:
        # Only then: Qt's memory display tells on standard error, again and again, what it cannot do.
        raise SystemExit(f"{module} ended with {done.returncode}:\n{done.stderr}")
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result | {"started": started}


@dataclass(frozen=True, slots=True)
class Served:
    """A process that serves: where, and which one it is."""

    address: str
    pid: int

    def cpu_seconds(self) -> float:
        """Return the processor time all its threads have taken so far; 0 where the system does not tell."""
        try:
            fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving_job(module: str, *arguments: Path | str) -> Iterator[str]:
    """Run a module of this package that serves, yield the address it prints first, and end it.

    Raises:
        SystemExit: it ended before, with what it said.
    """
    with served_job(module, *arguments) as served:
        yield served.address


@contextmanager
def served_job(module: str, *arguments: Path | str) -> Iterator[Served]:
    """Like :func:`serving_job`, and say which process it is.

    Raises:
        SystemExit: it ended before, with what it said.
    """
    command = [sys.executable, "-m", f"tests.bench.{module}", *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=REPOSITORY) as job:
        assert job.stdout is not None
        assert job.stderr is not None
        try:
            address = job.stdout.readline().strip()
            if not address:
                raise SystemExit(f"{module} ended:\n{job.stderr.read()}")
            yield Served(address, job.pid)
        finally:
            job.terminate()


def _environment() -> Mapping[str, str]:
    """Without a display the window is painted into memory; and what Python compiled is kept, as where it is installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if kept.get("DISPLAY") or kept.get("WAYLAND_DISPLAY"):
        return kept
    return {"QT_QPA_PLATFORM": "offscreen", **kept}


def peak_bytes(pid: int | str = "self") -> int:
    """Return the most memory a process has had resident so far; 0 where the system does not tell.

    Not ``ru_maxrss``: that begins with what the parent had when it started the process.
    """
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), 0)


@dataclass(slots=True)
class Peak:
    """The largest memory seen."""

    bytes: int = 0


@contextmanager
def children_peak() -> Iterator[Peak]:
    """Watch the processes that this one starts meanwhile."""
    peak, over = Peak(), threading.Event()

    def watch() -> None:
        while not over.wait(0.01):
            peak.bytes = max(peak.bytes, *(peak_bytes(pid) for pid in _children()), 0)

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield peak
    finally:
        over.set()
        thread.join()


def _children() -> Sequence[int]:
    found: list[int] = []
    for tasks in Path("/proc/self/task").glob("*/children"):
        try:
            found += [int(pid) for pid in tasks.read_text().split()]
        except OSError:
            continue  # The thread has ended.
    return found
