"""Reads a folder that may come from anywhere: only regular files inside it, no links, nothing that blocks."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

_CHUNK = 1 << 20
_BINARY = getattr(os, "O_BINARY", 0)
_SAFE = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | _BINARY


class Unsafe(Exception):
    """The path leads through a link or to something that is no regular file."""


class BagFolder:
    """The files below one folder, by their paths in it (parts joined by ``/``)."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def hash(self, path: str) -> str:
        """Return the SHA-256 of a file.

        Raises:
            Unsafe: it is no regular file of this folder.
            OSError: it is not there or cannot be read.
        """
        digest = hashlib.sha256()
        with self._open(path) as file:
            while chunk := os.read(file.number, _CHUNK):
                digest.update(chunk)
        return digest.hexdigest()

    def read(self, path: str, largest: int) -> bytes | None:
        """Return a whole file, or ``None`` when it is absent, a link, no file or larger than ``largest`` bytes."""
        try:
            with self._open(path) as file:
                if os.fstat(file.number).st_size > largest:
                    return None
                return b"".join(iter(lambda: os.read(file.number, _CHUNK), b""))
        except (OSError, Unsafe):
            return None

    def walk(self, on_link: Callable[[str], None]) -> Iterator[str]:
        """Yield the path of every file, sorted; links are told to ``on_link`` and never followed."""
        return self._walk(self._root, PurePosixPath(), on_link)

    def _walk(self, folder: Path, inside: PurePosixPath, on_link: Callable[[str], None]) -> Iterator[str]:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda found: found.name):
                path = inside / entry.name
                if entry.is_symlink():
                    on_link(str(path))
                elif entry.is_dir(follow_symlinks=False):
                    yield from self._walk(Path(entry.path), path, on_link)
                else:
                    yield str(path)

    def empty_folders(self) -> Iterator[str]:
        """Yield the path of every folder with nothing in it, sorted; links are not followed."""
        for path, folders, files in os.walk(self._root):
            folders.sort()
            if not folders and not files and Path(path) != self._root:
                yield Path(path).relative_to(self._root).as_posix()

    def _open(self, path: str) -> _Descriptor:
        """Open a file; every part of the path is looked at, so that no link leads outside."""
        target = self._root
        for part in PurePosixPath(path).parts:
            target = target / part
            if stat.S_ISLNK(target.lstat().st_mode):
                raise Unsafe
        try:
            number = os.open(target, _SAFE)
        except OSError as error:
            if error.errno == errno.ELOOP:
                raise Unsafe from error
            raise
        descriptor = _Descriptor(number)
        if not stat.S_ISREG(os.fstat(number).st_mode):
            os.close(number)
            raise Unsafe
        return descriptor


class _Descriptor:
    """An open file by its number, closed at the end of a ``with``."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __enter__(self) -> _Descriptor:
        return self

    def __exit__(self, *_error: object) -> None:
        os.close(self.number)


def is_inside(path: str) -> bool:
    """Tell whether a path that a list names stays in the folder on every system."""
    parts = path.split("/")
    return (
        "\\" not in path
        and "\0" not in path
        and ":" not in parts[0]
        and all(part not in {"", ".", ".."} for part in parts)
    )
