"""A pseudo terminal on which a command shows its progress, read until the command has ended."""

from __future__ import annotations

import os
import re
import threading

_DONE = re.compile(r"(\d+)/(\d+) ")


class Terminal:
    """Give :attr:`name` to one process, call :meth:`close` when it has ended, then look at what it said."""

    def __init__(self) -> None:
        self._reading, self._keeping = os.openpty()
        self._said = bytearray()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    @property
    def name(self) -> str:
        """The terminal's device file."""
        return os.ttyname(self._keeping)

    def close(self) -> None:
        """Read what is left; the last process on the terminal must be gone."""
        os.close(self._keeping)
        self._thread.join()
        os.close(self._reading)

    def files_done(self) -> int:
        """Return how many files the last progress shown called done."""
        found = _DONE.findall(self._said.decode("utf-8", "replace"))
        return int(found[-1][0]) if found else 0

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self._reading, 4096)
            except OSError:
                # Linux says EIO once nobody has the terminal open any more, other systems end the file.
                return
            if not data:
                return
            self._said += data
