"""The program's own open databases, which nobody but SQLite may open.

Closing any other handle on one drops SQLite's POSIX locks in this process, and commits can be lost: neither an import of the
folder they lie in, nor a watch of it, nor the check of a card may read them.
"""

from __future__ import annotations

from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.profiles.file import DATABASE_NAME

BESIDE = ("", "-wal", "-shm", "-journal", ".lock")


class OwnFiles:
    """The files of the open case and of its profile, known by where they are and by what they are."""

    def __init__(self, case: CaseFile) -> None:
        databases = (case.path.absolute(), (case.profile.folder / DATABASE_NAME).absolute())
        self._paths = [path.with_name(path.name + end) for path in databases for end in BESIDE]

    def holds(self, path: Path) -> bool:
        """Tell whether ``path`` is one of them, also by another name or through a link. Opens nothing."""
        place = path.absolute()
        if place in self._paths:
            return True
        try:
            found = path.stat()
        except (OSError, ValueError):
            return False
        # Compared anew each time: SQLite makes and removes what lies beside.
        return any(self._identity(own) == (found.st_dev, found.st_ino) for own in self._paths)

    @staticmethod
    def _identity(path: Path) -> tuple[int, int] | None:
        try:
            status = path.stat()
        except OSError:
            return None
        return status.st_dev, status.st_ino
