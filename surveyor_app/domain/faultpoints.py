"""Named points at which a fault campaign may kill the program, to prove that nothing acknowledged is lost.

Two variables of the environment, meant for tests alone, switch it on; without them a point costs one look into a dictionary:

- ``SURVEYOR_KILL_AT=name`` or ``name:n``: the process kills itself (SIGKILL) the ``n``-th time it reaches the point;
- ``SURVEYOR_KILL_LOG=path``: the name of every point reached is appended to the file, so that a point no test reaches shows.
"""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

_KILL_AT = "SURVEYOR_KILL_AT"
_KILL_LOG = "SURVEYOR_KILL_LOG"

_counting = threading.Lock()
_reached: dict[str, int] = {}


def reach(name: str) -> None:
    """Say that the point ``name`` (``area.before_step``, ``area.after_step``) is reached; dies here when asked to."""
    log, target = os.environ.get(_KILL_LOG), os.environ.get(_KILL_AT)
    if log is not None:
        with Path(log).open("a", encoding="utf-8") as file:
            file.write(f"{name}\n")
    if target is None:
        return
    wanted, _, turn = target.partition(":")
    if wanted == name and _count(name) >= int(turn or 1):
        # Windows has no SIGKILL; SIGTERM ends the process there just as abruptly.
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def _count(name: str) -> int:
    with _counting:
        _reached[name] = _reached.get(name, 0) + 1
        return _reached[name]
