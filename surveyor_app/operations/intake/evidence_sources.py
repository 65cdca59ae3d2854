"""The files an import is about to read: folders walked in order, each file read once, its name kept exactly."""

from __future__ import annotations

import base64
import errno
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

from surveyor_app.media.texts import clean_text
from surveyor_app.operations.intake.file_times import created_at, modified_at

CHUNK_BYTES = 1024 * 1024

IN_MEMORY_BYTES = 64 * 1024 * 1024
"""Files up to this size are examined from the very bytes that are stored; larger ones (video) from their path."""

LITTER = frozenset({
    "$recycle.bin", "desktop.ini", "ehthumbs.db", "ehthumbs_vista.db", "indexervolumeguid", "lost+found", "recycler",
    "system volume information", "thumbs.db", "wpsettings.dat",
})  # fmt: skip
"""Names (in small letters) that systems write on every disk they meet: no evidence, and worth nothing on a card."""

_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Opening a pipe that nobody writes to would else wait for ever."""


@dataclass(slots=True)
class Root:
    """The folder chosen for import, or the one a chosen file lies in, and whether the card it lies on is still there."""

    path: Path
    is_chosen: bool = False
    is_gone: bool = False
    _device: int | None = None

    def __post_init__(self) -> None:
        self._device = self._look()

    def check(self) -> None:
        """Find out, after a file could not be read, whether all the rest is gone too: a card was pulled out."""
        # The folder of a mount may stay when the card is gone; it then lies on another device.
        self.is_gone = self._device is not None and self._look() != self._device

    def _look(self) -> int | None:
        try:
            with os.scandir(self.path) as entries:
                next(entries, None)
            return self.path.stat().st_dev
        except (OSError, ValueError):
            return None


class Sent(Protocol):
    """A file that a phone sent; it lies nowhere that could be asked again."""

    size: int
    modified_at: str | None
    """When the phone says it was changed last, ISO."""
    device: str
    """What the phone calls itself."""

    def read(self, offset: int, size: int) -> bytes:
        """Return a part; may raise OSError."""

    def chunks(self) -> Iterator[bytes]:
        """Yield all of it; may raise OSError."""


@dataclass(slots=True)
class Source:
    """One file to import. ``data`` holds the bytes of a small file from reading until it is examined.

    ``given`` are the bytes of something that never was a file (a pasted picture), ``sent`` is what came from a phone; ``path``
    is then only its name. Size and times are those of the open file, so they are known once it was read.
    """

    path: Path
    root: Root | None = None
    data: bytes | None = field(default=None, repr=False)
    given: bytes | None = field(default=None, repr=False)
    sent: Sent | None = field(default=None, repr=False)
    size: int | None = None
    modified_at: str | None = None
    created_at: str | None = None

    @property
    def name(self) -> str:
        """The file name as text: undecodable bytes are shown as escapes."""
        return clean_text(_name_bytes(self.path.name)) or "?"

    @property
    def name_b64(self) -> str:
        """The exact bytes of the file name."""
        return base64.b64encode(_name_bytes(self.path.name)).decode("ascii")

    @property
    def place(self) -> str:
        """Where the file was, as text."""
        if self.given is not None:
            return "clipboard"
        if self.sent is not None:
            return f"phone: {self.name}"
        return shown_path(str(self.path.absolute()))

    @property
    def is_gone(self) -> bool:
        """Tell whether the card or folder it lay on was taken away."""
        return self.root is not None and self.root.is_gone

    def chunks(self) -> Iterator[bytes]:
        """Yield the bytes, read once.

        Raises:
            OSError: the file cannot be read (any more), or is none: a folder, a pipe, a device.
        """
        if self.given is not None:
            self.data = self.given
            yield from _cut(self.given)
            return
        if self.sent is not None:
            yield from self._take(self.sent)
            return
        if self.is_gone:
            raise OSError(errno.ENODEV, "its card or folder was taken away")
        try:
            yield from self._read()
        except OSError:
            if self.root is not None:
                self.root.check()
            raise

    @property
    def is_file(self) -> bool:
        """Tell whether it lies on a disk or card, where it can be looked at."""
        return self.given is None and self.sent is None

    def _take(self, sent: Sent) -> Iterator[bytes]:
        self.size, self.modified_at = sent.size, sent.modified_at
        if sent.size > IN_MEMORY_BYTES:
            yield from sent.chunks()
            return
        self.data = b"".join(sent.chunks())
        yield from _cut(self.data)

    def _read(self) -> Iterator[bytes]:
        with _opened(self.path) as file:
            status = os.fstat(file.fileno())
            self.size, self.modified_at = status.st_size, modified_at(status)
            self.created_at = created_at(file.fileno(), status)
            if status.st_size > IN_MEMORY_BYTES:
                yield from _streamed(file, status.st_size)
                return
            data = file.read()
        _require_all(len(data), status.st_size)
        self.data = data
        yield from _cut(data)


def find_sources(paths: Iterable[Path], found_so_far: Callable[[int], None] | None = None) -> Sequence[Source]:
    """Return the files named and those in the folders named, folders walked by name; hidden files are left out.

    What is named itself is always in the list, hidden or missing, and so is a folder that cannot be looked into or is a link:
    the import then says what became of it. ``found_so_far`` is told the count after each folder and may raise ``Cancelled``.
    """
    found: list[Source] = []
    parents: dict[Path, Root] = {}
    for path in paths:
        is_folder = _is_folder(path)
        # Thousands of files of one folder share one look at it.
        root = Root(path, is_chosen=True) if is_folder else parents.get(path.parent) or Root(path.parent)
        if not is_folder:
            parents[path.parent] = root
        for files in walked(path) if is_folder else [[path]]:
            found.extend(Source(file, root) for file in files)
            if found_so_far is not None:
                found_so_far(len(found))
    return found


def walked(root: Path) -> Iterator[list[Path]]:
    """Yield the files of each folder below ``root``, by name; links to folders and folders that stay closed among them.

    Links are not followed, so a loop of them ends. Hidden files and :data:`LITTER` are left out.
    """
    closed: list[Path] = []
    for folder, folders, files in os.walk(root, onerror=lambda error: closed.append(Path(error.filename))):
        place = Path(folder)
        folders[:] = sorted(name for name in folders if not is_left_out(place, name))
        links = [name for name in folders if (place / name).is_symlink()]
        yield [*closed, *(place / name for name in sorted([*files, *links]) if not is_left_out(place, name))]
        closed.clear()
    yield closed


def shown_path(path: str) -> str:
    """Return a path, or the end of one, as the record of custody shows it."""
    return clean_text(_name_bytes(path)) or "?"


def is_left_out(folder: Path, name: str) -> bool:
    """Tell whether a file or folder is hidden, or is what systems write on every disk."""
    if name.startswith(".") or name.casefold() in LITTER:
        return True
    if sys.platform == "win32":
        try:
            attributes = (folder / name).lstat().st_file_attributes
        except OSError:
            return False
        return bool(attributes & (stat.FILE_ATTRIBUTE_HIDDEN | stat.FILE_ATTRIBUTE_SYSTEM))
    return False


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


def _cut(data: bytes) -> Iterator[bytes]:
    return (data[start : start + CHUNK_BYTES] for start in range(0, len(data), CHUNK_BYTES))


def _streamed(file: BinaryIO, size: int) -> Iterator[bytes]:
    done = 0
    while chunk := file.read(CHUNK_BYTES):
        done += len(chunk)
        yield chunk
    _require_all(done, size)


def _require_all(done: int, size: int) -> None:
    """A card that fails may end a file early instead of saying so."""
    if done < size:
        raise OSError(errno.EIO, "the file ended before its size")


def _name_bytes(name: str) -> bytes:
    try:
        return os.fsencode(name)
    except UnicodeEncodeError:
        # A name that no file system gave: a pasted text with half a character.
        return name.encode("utf-8", "surrogatepass")
