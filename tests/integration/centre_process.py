"""A centre in a process of its own, to be killed at a named point and started again on the same data and port."""

from __future__ import annotations

import os
import signal
import socket
import time
from pathlib import Path

from tests.integration.forking import Forking

START_TIMEOUT_S = 60.0
_PROGRAM = """
import signal
from pathlib import Path
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.serving import serve
signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # dead centres vanish at once
def work(arguments):
    serve(CentreConfig(Path(arguments[0])), port=int(arguments[1]))
def started(pid):
    print(pid, flush=True)
"""


class CentreProcess:
    """Starts a centre, says whether it died, and starts it again."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = int(probe.getsockname()[1])
        self._forking = Forking(_PROGRAM, [str(data_dir), str(self.port)], data_dir.with_suffix(".log"))
        self.starts = 0
        self._pid = 0

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self, kill_at: str = "") -> None:
        """Start it and wait until it answers; it kills itself at the point named."""
        self._pid = int(self._forking.start(kill_at))
        self.starts += 1
        deadline = time.monotonic() + START_TIMEOUT_S
        while time.monotonic() < deadline and not self.is_dead():
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
            except OSError:
                time.sleep(0.02)
            else:
                return
        raise RuntimeError(f"the centre did not start:\n{self._forking.said()}")

    def is_dead(self) -> bool:
        """Tell whether it ended."""
        try:
            os.kill(self._pid, 0)
        except ProcessLookupError:
            return True
        return False

    def kill(self) -> None:
        """Kill it now, if it lives."""
        if self._pid and not self.is_dead():
            os.kill(self._pid, signal.SIGKILL)
            while not self.is_dead():
                time.sleep(0.01)

    def close(self) -> None:
        """Kill it and end the parent."""
        self.kill()
        self._forking.close()
