"""The program's own lock on an open case: ``<file>.lock`` beside it.

Locking the case file itself would need a second handle on it, and closing that drops SQLite's POSIX locks. The lock goes
with the process, so a killed program leaves none behind; the file may stay and means nothing by itself.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path

from surveyor_app.casefile.translation import from_system
from surveyor_app.domain.errors import CaseLocked

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        # flock belongs to the open file, not to the process: a second opening in the same process is refused too.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


_ATTEMPTS = 100
_PATIENCE_S = 0.5
_PAUSE_S = 0.02
"""A process that was being started when its parent was killed holds what the parent held until it becomes its own program:
whoever opens the case again right after a crash meets that for some milliseconds."""


def lock_path(path: Path) -> Path:
    """Return where the lock of a case file lies."""
    return path.with_name(path.name + ".lock")


class CaseLock:
    """Held from before the first connection until after the last."""

    def __init__(self, path: Path) -> None:
        """Take the lock of the case file at ``path``.

        Raises:
            CaseLocked: another opening holds it.
            StorageFailed: the folder cannot be written.
        """
        self._path = lock_path(path)
        for _ in range(_ATTEMPTS):
            self._descriptor = self._acquire(path)
            if self._is_current():
                return
            # The holder removed the file between our opening and locking it: what we hold is no one's lock any more.
            os.close(self._descriptor)
        raise CaseLocked(path=str(path))

    def _acquire(self, path: Path) -> int:
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise from_system(error, path) from error
        until = time.monotonic() + _PATIENCE_S
        while True:
            try:
                _try_lock(descriptor)
            except OSError as error:
                if time.monotonic() < until:
                    time.sleep(_PAUSE_S)
                    continue
                os.close(descriptor)
                raise CaseLocked(path=str(path)) from error
            return descriptor

    def _is_current(self) -> bool:
        try:
            return os.path.samestat(os.fstat(self._descriptor), self._path.stat())
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Give the lock back and remove its file."""
        if os.name != "nt":
            with contextlib.suppress(OSError):
                self._path.unlink()
        _unlock(self._descriptor)
        os.close(self._descriptor)
        if os.name == "nt":
            # Windows removes no open file; whoever opened it meanwhile keeps it.
            with contextlib.suppress(OSError):
                self._path.unlink()
