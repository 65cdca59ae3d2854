"""Which volume holds a path, and which volumes there are, on the system at hand."""

from __future__ import annotations

import sys
from pathlib import Path

from surveyor_app.operations.volumes import linux, macos
from surveyor_app.operations.volumes.volume import Volume

if sys.platform == "win32":
    from surveyor_app.operations.volumes import windows


class Volumes:
    """The volumes as they are mounted at one moment; made anew for each import. Asks the system once a folder."""

    def __init__(self, system_root: Path = linux.SYSTEM_ROOT) -> None:
        """Look at what is mounted; ``system_root`` is where ``proc``, ``dev`` and ``sys`` lie on Linux."""
        self._system_root = system_root
        self._mounts = linux.mounts(system_root)
        self._known: dict[Path, Volume | None] = {}

    def of(self, path: Path) -> Volume | None:
        """Return the volume that holds a file, ``None`` where the system does not tell."""
        try:
            folder = path.absolute().parent.resolve()
        except (OSError, ValueError, RuntimeError):
            return None
        return self.of_folder(folder)

    def of_folder(self, folder: Path) -> Volume | None:
        """Return the volume that holds a folder (absolute, links resolved)."""
        if folder not in self._known:
            self._known[folder] = self._asked(folder)
        return self._known[folder]

    def all(self) -> list[Volume]:
        """Return the volumes on which a camera may have written."""
        if sys.platform == "win32":
            return list(windows.all_volumes())
        if sys.platform == "darwin":
            return list(macos.all_volumes())
        return list(linux.all_volumes(self._mounts, self._system_root))

    def _asked(self, folder: Path) -> Volume | None:
        if sys.platform == "win32":
            return windows.volume_of(folder)
        if sys.platform == "darwin":
            return macos.volume_of(folder)
        return linux.volume_of(folder, self._mounts, self._system_root)
