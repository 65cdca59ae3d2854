"""The border to SQLite and the file system: their errors become ours here and nowhere else.

SQLite tells its errors by number (https://sqlite.org/rescode.html); the low byte is the primary code.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from surveyor_app.domain.errors import CaseFileError, CaseLocked, DamagedFile, DiskFull, NotACaseFile, StorageFailed

_BUSY, _LOCKED, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB, _READONLY = 5, 6, 10, 11, 13, 14, 26, 8
_CANTOPEN_LIKE = {_IOERR, _CANTOPEN, _READONLY}
_LEAST_ROOM = 64 * 1024
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Translate what SQLite says about ``path``.

    Raises:
        DiskFull, CaseLocked, DamagedFile, NotACaseFile, StorageFailed: see there. Anything else passes: it is a bug.
    """
    try:
        yield
    except DBAPIError as error:
        known = from_sqlite(error.orig, path)
        if known is None:
            raise
        raise known from error
    except dbapi2.Error as error:
        known = from_sqlite(error, path)
        if known is None:
            raise
        raise known from error


@contextmanager
def system_translated(path: Path) -> Iterator[None]:
    """Translate what the file system says about ``path``; never around code that touches other files.

    Raises:
        DiskFull, StorageFailed: see there.
    """
    try:
        yield
    except OSError as error:
        raise from_system(error, path) from error


def from_sqlite(error: BaseException | None, path: Path) -> CaseFileError | None:
    """Return our error for SQLite's, ``None`` when it is none that the disk or another program can cause."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    if primary == _FULL:
        return DiskFull(path=str(path))
    if primary in {_BUSY, _LOCKED}:
        return CaseLocked(path=str(path))
    if primary == _CORRUPT:
        return DamagedFile(path=str(path), reason="pages")
    if primary == _NOTADB:
        return NotACaseFile(path=str(path))
    if primary in _CANTOPEN_LIKE and _is_full(path):
        return DiskFull(path=str(path))
    if primary in _CANTOPEN_LIKE:
        return StorageFailed(path=str(path), reason=str(error))
    return None


def _is_full(path: Path) -> bool:
    """Tell whether there is no room for the smallest file: SQLite calls what it cannot make beside a file a failed disk."""
    with suppress(OSError):
        return shutil.disk_usage(path.parent).free < _LEAST_ROOM
    return False


def from_system(error: OSError, path: Path) -> CaseFileError:
    """Return our error for the file system's."""
    if error.errno in _NO_ROOM:
        return DiskFull(path=str(path))
    return StorageFailed(path=str(path), reason=error.strerror or str(error))
