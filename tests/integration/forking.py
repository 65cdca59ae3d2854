"""Processes that can be killed at a named point and started again, cheaply.

One parent loads the program and forks a child for each start; loading it anew each time would cost a second.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
_LOOP = """
import os, sys
for line in sys.stdin:
    pid = os.fork()
    if pid == 0:
        os.environ["SURVEYOR_KILL_AT"] = line.strip()
        try:
            work(sys.argv[1:])
        except BaseException as error:
            print(type(error).__name__, error, file=sys.stderr, flush=True)
            os._exit(1)
        os._exit(0)
    started(pid)
"""


class Forking:
    """Runs the function ``work(arguments)`` of a program in a new process for each :meth:`start`.

    The program also defines ``started(pid)``, run in the parent: it prints one line that :meth:`start` returns.
    """

    def __init__(self, program: str, arguments: list[str], log: Path) -> None:
        self.log = log
        command = [sys.executable, "-c", program + _LOOP, *arguments]
        with log.open("wb") as errors:
            self._parent = subprocess.Popen(
                command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True
            )

    def start(self, kill_at: str = "") -> str:
        """Start a process that kills itself at the point named, and return what the parent said about it."""
        assert self._parent.stdin is not None
        assert self._parent.stdout is not None
        self._parent.stdin.write(f"{kill_at}\n")
        self._parent.stdin.flush()
        return self._parent.stdout.readline().strip()

    def said(self) -> str:
        """Return what the processes wrote to standard error."""
        return self.log.read_text(errors="replace")

    def close(self) -> None:
        """End the parent; a child that still runs goes on."""
        self._parent.communicate()
