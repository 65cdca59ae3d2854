"""The files an import is about to read: folders walked in order, each file read once, its name kept exactly."""

from __future__ import annotations

import base64
import errno
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from surveyor_app.media.texts import clean_text

CHUNK_BYTES = 1024 * 1024

IN_MEMORY_BYTES = 64 * 1024 * 1024
"""Files up to this size are examined from the very bytes that are stored; larger ones (video) from their path."""

_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Opening a pipe that nobody writes to would else wait for ever."""


@dataclass(slots=True)
class Source:
    """One file to import. ``data`` holds the bytes of a small file from reading until it is examined.

    ``given`` are the bytes of something that never was a file (a pasted picture); ``path`` is then only its name.
    """

    path: Path
    data: bytes | None = field(default=None, repr=False)
    given: bytes | None = field(default=None, repr=False)

    @property
    def name(self) -> str:
        """The file name as text: undecodable bytes are shown as escapes."""
        return clean_text(_name_bytes(self.path.name)) or "?"

    @property
    def name_b64(self) -> str:
        """The exact bytes of the file name."""
        return base64.b64encode(_name_bytes(self.path.name)).decode("ascii")

    @property
    def origin(self) -> str:
        """Where the file was, as text."""
        if self.given is not None:
            return "clipboard"
        return clean_text(_name_bytes(str(self.path.absolute()))) or "?"

    def chunks(self) -> Iterator[bytes]:
        """Yield the bytes, read once.

        Raises:
            OSError: the file cannot be read (any more), or is none: a folder, a pipe, a device.
        """
        data = self.given
        if data is None:
            with _opened(self.path) as file:
                if os.fstat(file.fileno()).st_size > IN_MEMORY_BYTES:
                    while chunk := file.read(CHUNK_BYTES):
                        yield chunk
                    return
                data = file.read()
        self.data = data
        yield from (data[start : start + CHUNK_BYTES] for start in range(0, len(data), CHUNK_BYTES))


def find_sources(paths: Iterable[Path]) -> Sequence[Source]:
    """Return the files named and those in the folders named, folders walked by name; hidden files are left out.

    What is named itself is always in the list, hidden or missing, and so is a folder that cannot be looked into or is a link:
    the import then says what became of it.
    """
    found: list[Source] = []
    for path in paths:
        if _is_folder(path):
            found.extend(_walked(path))
        else:
            found.append(Source(path))
    return found


def _walked(root: Path) -> list[Source]:
    found: list[Source] = []

    def closed(error: OSError) -> None:
        found.append(Source(Path(error.filename)))

    for folder, folders, files in os.walk(root, onerror=closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if Path(folder, name).is_symlink()]
        found.extend(Source(Path(folder, name)) for name in sorted([*files, *links]) if not name.startswith("."))
    return found


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _opened(path: Path) -> BinaryIO:
    try:
        number = os.open(path, _OPEN_FLAGS)
    except ValueError as error:
        raise FileNotFoundError(errno.ENOENT, "no file system has such a name") from error
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError(errno.EINVAL, "not a regular file")
    return os.fdopen(number, "rb")


def _name_bytes(name: str) -> bytes:
    try:
        return os.fsencode(name)
    except UnicodeEncodeError:
        # A name that no file system gave: a pasted text with half a character.
        return name.encode("utf-8", "surrogatepass")
