"""A folder that is watched: new files are ripe for import once they are complete.

Looked at again and again, because folders on networks and sticks tell of no change by themselves. A file is complete when size
and time of change are the same at two looks and it can be opened. An empty one never is, a scanner may be about to fill it: it
is named, so that a scan that failed is not waited for for ever, and a person decides.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import SUFFIX
from surveyor_app.casefile.profiles.seen_files import SeenFile
from surveyor_app.operations.intake.evidence_sources import walked
from surveyor_app.operations.intake.file_times import modified_at
from surveyor_app.operations.intake.own_files import OwnFiles
from surveyor_app.operations.intake.source_custody import path_on
from surveyor_app.operations.volumes.lookup import Volumes

UNFINISHED = frozenset({".crdownload", ".download", ".filepart", ".part", ".partial", ".tmp"})
"""Endings of files that another program is still writing."""

_Mark = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Look:
    """What one look found: files ready to be imported, how many are not complete yet, and whether the folder is away.

    ``empty`` are those that were empty at two looks.
    """

    ripe: tuple[Path, ...] = ()
    waiting: int = 0
    is_gone: bool = False
    empty: tuple[Path, ...] = ()


class WatchedFolder:
    """One watched folder; looks are taken one at a time, on any thread. ``origin`` is watched_folder or scanner.

    What is there at the first look is left alone and counted in ``before``, unless it was taken in at another time: a person
    decides about it with :meth:`take_before`.
    """

    def __init__(self, case: CaseFile, folder: Path, origin: str) -> None:
        self.folder = folder
        self.origin = origin
        self.before: tuple[Path, ...] = ()
        self._profile = case.profile
        self._own = OwnFiles(case)
        self._settled: dict[Path, _Mark] | None = None
        self._waiting: dict[Path, _Mark] = {}
        self._empty: dict[Path, _Mark] = {}

    def look(self) -> Look:
        """Look at the folder once."""
        marks = self._marks()
        if marks is None:
            self._waiting.clear()
            self._empty.clear()
            return Look(is_gone=True)
        if self._settled is None:
            self._settled = marks
            self.before = tuple(self._unknown(marks))
            return Look()
        fresh = {path: mark for path, mark in marks.items() if self._settled.get(path) != mark}
        still = {path: mark for path, mark in fresh.items() if self._waiting.get(path) == mark}
        ripe = [path for path, mark in still.items() if mark[0] and _opens(path)]
        self._empty = {path: mark for path, mark in still.items() if not mark[0]}
        self._waiting = {path: mark for path, mark in fresh.items() if path not in ripe}
        self._settled.update({path: fresh[path] for path in ripe})
        return Look(tuple(ripe), len(self._waiting) - len(self._empty), empty=tuple(self._empty))

    def take_before(self) -> tuple[Path, ...]:
        """Return what was there at the first look, to be imported after all."""
        files, self.before = self.before, ()
        return files

    def take_empty(self) -> tuple[Path, ...]:
        """Return the files that were empty at the last look, to be imported as they are; what fills one is given later."""
        files, self._empty = self._empty, {}
        if self._settled is not None:
            self._settled.update(files)
        return tuple(files)

    def offer_again(self, paths: Iterable[Path]) -> None:
        """Take files back that were ripe and could not be imported (cancelled, a full disk)."""
        for path in paths:
            (self._settled or {}).pop(path, None)

    def _marks(self) -> dict[Path, _Mark] | None:
        """Return size and time of all files by path; ``None`` when the folder cannot be looked into."""
        try:
            next(self.folder.iterdir(), None)
        except OSError:
            return None
        found: dict[Path, _Mark] = {}
        for path in (path for files in walked(self.folder) for path in files):
            if path.suffix.lower() in UNFINISHED or path.name.startswith("~") or SUFFIX in path.name:
                continue
            if self._own.holds(path):
                continue
            try:
                status = path.stat()
            except OSError:
                continue
            if stat.S_ISREG(status.st_mode):
                found[path] = (status.st_size, status.st_mtime_ns)
        return found

    def _unknown(self, marks: dict[Path, _Mark]) -> list[Path]:
        place = self.folder.absolute().resolve()
        volume = Volumes().of_folder(place)
        if volume is None:
            return list(marks)
        seen = self._profile.seen_files.of(volume.key)
        return [
            path
            for path, (size, _time) in marks.items()
            if SeenFile(path_on(volume, place / path.relative_to(self.folder)), size, _modified(path)) not in seen
        ]


def _modified(path: Path) -> str:
    try:
        return modified_at(path.stat()) or ""
    except OSError:
        return ""


def _opens(path: Path) -> bool:
    """Tell whether nobody holds the file for writing, as Windows shows it; elsewhere whether it may be read."""
    try:
        os.close(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)))
    except OSError:
        return False
    return True
