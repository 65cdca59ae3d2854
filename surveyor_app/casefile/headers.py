"""What can be known of a case file before it is opened: salt and size, read once, while no connection lives.

Closing any other handle on the file drops SQLite's POSIX locks, so this is the only code that opens it, under our own lock.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from surveyor_app.casefile.engine import PAGE_BYTES, FileKey, connect
from surveyor_app.casefile.keys import SALT_BYTES
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.profiles.registry import KnownCase
from surveyor_app.casefile.translation import from_system, translated
from surveyor_app.domain.errors import DamagedFile, ForeignCaseFile, NotACaseFile, NotFound

_RANDOM_LOOKING = 200
"""Of 16 KiB of cipher text nearly all 256 byte values occur; of text and most other formats far fewer."""


@dataclass(frozen=True, slots=True)
class Header:
    """The first page as it lies on disk, and the size of the file."""

    first_page: bytes
    size: int

    @property
    def salt(self) -> bytes:
        """The 16 bytes the file starts with."""
        return self.first_page[:SALT_BYTES]


@dataclass(frozen=True, slots=True)
class Opening:
    """A key that fits; ``salt_damaged`` when the file's own salt is not the one it was made with."""

    key: FileKey
    salt_damaged: bool


def read_header(path: Path) -> Header:
    """Read the first page.

    Raises:
        NotFound: there is no file.
        StorageFailed: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return Header(file.read(PAGE_BYTES), path.stat().st_size)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFound(what="case", path=str(path)) from error
    except OSError as error:
        raise from_system(error, path) from error


def find_key(profile: Profile, path: Path, header: Header, *, as_it_is: bool = False) -> Opening:
    """Return the key that opens the file: from its own salt, or from the registry's when the salt is damaged.

    ``as_it_is``: nothing is written beside the file.

    Raises:
        DamagedFile: a case of ours whose first page is damaged or that was cut short.
        ForeignCaseFile: it looks like a case file, but its key is not ours.
        NotACaseFile: it is something else.
    """
    if header.size < PAGE_BYTES or header.first_page.startswith(b"SQLite format 3\x00"):
        raise _unusable(profile, path, header)
    key = profile.case_key(header.salt)
    if opens(path, key, as_it_is=as_it_is):
        return Opening(key, salt_damaged=False)
    # The case this path belongs to first; a copy under another name still finds its salt among the others.
    known = sorted(profile.registry.cases(), key=lambda case: case.path != path.absolute())
    for case in known:
        if case.salt != header.salt and opens(path, profile.case_key(case.salt), as_it_is=as_it_is):
            return Opening(profile.case_key(case.salt), salt_damaged=True)
    raise _unusable(profile, path, header)


def opens(path: Path, key: FileKey, *, as_it_is: bool = False) -> bool:
    """Tell whether the key decrypts the file's first page; the pages after it may be damaged or missing."""
    try:
        with translated(path):
            connection = connect(path, key, as_it_is=as_it_is)
            try:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            finally:
                connection.close()
    except NotACaseFile:
        return False
    except DamagedFile:
        return True
    return True


def _unusable(profile: Profile, path: Path, header: Header) -> DamagedFile | ForeignCaseFile | NotACaseFile:
    if _belongs(profile.registry.cases(), path, header):
        reason = "truncated" if header.size % PAGE_BYTES or header.size == 0 else "first page"
        return DamagedFile(path=str(path), reason=reason)
    if header.size >= PAGE_BYTES and len(set(header.first_page)) > _RANDOM_LOOKING and header.size % PAGE_BYTES == 0:
        return ForeignCaseFile(path=str(path))
    return NotACaseFile(path=str(path))


def _belongs(known: list[KnownCase], path: Path, header: Header) -> bool:
    """Tell whether the file is a case of ours: by its salt, or by the place where we left one."""
    if header.size and any(case.salt.startswith(header.salt) for case in known):
        return True
    looks_ours = header.size == 0 or len(set(header.first_page)) > _RANDOM_LOOKING
    return looks_ours and any(case.path == path.absolute() for case in known)
