"""The one place that replaces a file: all of the new content or all of the old, whatever happens in between."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

# Windows answers with error 5, 32 or 33 (all PermissionError here) while a virus scanner looks at the file; moments only.
_ATTEMPTS = 20
_PAUSE_S = 0.05


def atomic_write(path: Path, data: bytes, *, mode: int = 0o600) -> None:
    """Write ``data`` to ``path`` so that after a kill or a power cut it holds either the old bytes or the new ones.

    The folder must exist. ``mode`` is the new file's permission bits. Raises OSError as the system gives it: each caller
    knows which of its own errors that means.
    """
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        _replace(temporary, path)
    except BaseException:
        with suppress(FileNotFoundError):
            temporary.unlink()
        raise
    _sync_folder(path.parent)


def atomic_publish(source: Path, target: Path) -> None:
    """Give a file that was written and synced under another name in the same folder its own name, durably."""
    _replace(source, target)
    _sync_folder(target.parent)


def _replace(source: Path, target: Path) -> None:
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            source.replace(target)
        except PermissionError:
            if attempt == _ATTEMPTS:
                raise
            time.sleep(_PAUSE_S)
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; Windows can neither open a folder nor needs to."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
