"""The files an import is about to read: folders walked in order, each file read once, its name kept exactly."""

from __future__ import annotations

import base64
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from surveyor_app.media.texts import clean_text

CHUNK_BYTES = 1024 * 1024

IN_MEMORY_BYTES = 64 * 1024 * 1024
"""Files up to this size are examined from the very bytes that are stored; larger ones (video) from their path."""


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
        return clean_text(os.fsencode(self.path.name)) or "?"

    @property
    def name_b64(self) -> str:
        """The exact bytes of the file name."""
        return base64.b64encode(os.fsencode(self.path.name)).decode("ascii")

    @property
    def origin(self) -> str:
        """Where the file was, as text."""
        if self.given is not None:
            return "clipboard"
        return clean_text(os.fsencode(self.path.absolute())) or "?"

    def chunks(self) -> Iterator[bytes]:
        """Yield the bytes, read once.

        Raises:
            OSError: the file cannot be read (any more).
        """
        data = self.given
        if data is None:
            with self.path.open("rb") as file:
                if os.fstat(file.fileno()).st_size > IN_MEMORY_BYTES:
                    while chunk := file.read(CHUNK_BYTES):
                        yield chunk
                    return
                data = file.read()
        self.data = data
        yield from (data[start : start + CHUNK_BYTES] for start in range(0, len(data), CHUNK_BYTES))


def find_sources(paths: Iterable[Path]) -> Sequence[Source]:
    """Return the files named and those in the folders named, folders walked by name; hidden files are left out.

    What is named itself is always in the list, hidden or missing: the import then says what became of it.
    """
    found: list[Source] = []
    for path in paths:
        if path.is_dir():
            for folder, folders, files in os.walk(path):
                folders[:] = sorted(name for name in folders if not name.startswith("."))
                found.extend(Source(Path(folder, name)) for name in sorted(files) if not name.startswith("."))
        else:
            found.append(Source(path))
    return found
