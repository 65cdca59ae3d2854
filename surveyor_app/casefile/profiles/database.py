"""The profile's database: encrypted like a case, open from unlocking to locking, used from any thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine

from surveyor_app.casefile.engine import Durability, FileKey, connect, connect_bare, is_closed, make_reader, make_writer
from surveyor_app.casefile.profiles import schema
from surveyor_app.casefile.translation import system_translated, translated
from surveyor_app.domain.errors import DamagedFile, DiskFull, NotACaseFile, ProfileDamaged, StorageFailed

_T = TypeVar("_T")
BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a database that is open, or was not closed."""


class ProfileDatabase:
    """An open database of a profile. Every work is a transaction of its own.

    Where the disk is full (or may not be written) it is read as it lies there, so that the cases are still found; each
    write tries anew, for room may have been made.
    """

    def __init__(self, path: Path, key: FileKey) -> None:
        """Open the database.

        Raises:
            ProfileDamaged: it is not one, or the key does not fit. NewerFormat: a later version wrote it.
            DiskFull, StorageFailed: it can neither be written nor read as it is.
        """
        if not path.is_file():
            raise ProfileDamaged(path=str(path), reason="database")
        self._path, self._key = path, key
        self._turning = threading.Lock()
        self._keeper: Any = None
        self._engine: Engine | None = None
        self._lightly: Engine | None = None
        self._as_it_is: Engine | None = None
        self._why: DiskFull | StorageFailed | None = None
        try:
            try:
                self._open()
            except (DiskFull, StorageFailed) as error:
                if not is_closed(path):
                    raise
                self._why = error
                self._look()
        except (NotACaseFile, DamagedFile) as error:
            raise ProfileDamaged(path=str(path), reason="database") from error

    def _open(self) -> None:
        path, key = self._path, self._key
        make_way(path)
        try:
            with translated(path):
                _require_whole(path, key)
                # Kept open, so that closing another connection does not empty the WAL each time.
                self._keeper = connect(path, key)
            self._engine = make_writer(path, key)
            self._lightly = make_writer(path, key, Durability.NORMAL)
            with translated(path):
                schema.bring_up_to_date(self._engine, str(path))
        except BaseException:
            self.close()
            raise

    def _look(self) -> None:
        self._as_it_is = make_reader(self._path, self._key, as_it_is=True)
        with translated(self._path), self._as_it_is.begin() as connection:
            schema.require_known(connection, str(self._path))

    @property
    def is_writable(self) -> bool:
        """Tell whether what is done is kept; it is not where the disk was full at the opening and still is."""
        return self._as_it_is is None

    def do(self, work: Callable[[Connection], _T]) -> _T:
        """Run ``work`` in a transaction and return its answer. Raises DiskFull, StorageFailed: nothing of it was kept."""
        return self._done(work, lightly=False)

    def do_lightly(self, work: Callable[[Connection], _T]) -> _T:
        """Run ``work`` without waiting for the disk: a power cut may take back the last moments of it."""
        return self._done(work, lightly=True)

    def _done(self, work: Callable[[Connection], _T], *, lightly: bool) -> _T:
        looked = self._ready()
        engine = looked or self._existing(self._lightly if lightly else self._engine)
        try:
            with translated(self._path), engine.begin() as connection:
                return work(connection)
        except StorageFailed as error:
            if looked is not None and self._why is not None:
                raise self._why from error
            raise

    def _ready(self) -> Engine | None:
        """Return what reads the file as it is, ``None`` where it is open for writing; room made since is noticed here."""
        with self._turning:
            if self._as_it_is is None:
                return None
            try:
                self._open()
            except (DiskFull, StorageFailed):
                return self._as_it_is
            self._as_it_is.dispose()
            self._as_it_is = None
            return None

    def _existing(self, engine: Engine | None) -> Engine:
        if engine is None:
            raise StorageFailed(path=str(self._path), reason="closed")
        return engine

    def close(self) -> None:
        """Close all connections; nothing is left beside the file. Closing twice does nothing."""
        for engine in (self._engine, self._lightly):
            if engine is not None:
                engine.dispose()
        if self._keeper is not None:
            self._keeper.close()
        if self._as_it_is is not None:
            self._as_it_is.pool.dispose()


def make_way(path: Path) -> None:
    """Put aside folders that stand where SQLite keeps its files beside a database."""
    for beside in (path.with_name(path.name + suffix) for suffix in BESIDE):
        if beside.is_dir():
            with system_translated(beside):
                beside.rename(beside.with_name(f"{beside.name}.aside"))


def _require_whole(path: Path, key: FileKey) -> None:
    """Look at every page: small as the file is, a damaged one is told now and not in the middle of the work."""
    with closing(connect_bare(path, key)) as connection:
        if connection.execute("PRAGMA cipher_integrity_check").fetchall():
            raise DamagedFile(path=str(path), reason="pages")
