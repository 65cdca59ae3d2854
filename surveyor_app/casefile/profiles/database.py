"""The profile's database: encrypted like a case, open from unlocking to locking, used from any thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection

from surveyor_app.casefile.engine import Durability, FileKey, connect, make_writer
from surveyor_app.casefile.profiles import schema
from surveyor_app.casefile.translation import translated
from surveyor_app.domain.errors import DamagedFile, NotACaseFile, ProfileDamaged

_T = TypeVar("_T")


class ProfileDatabase:
    """An open database of a profile. Every work is a transaction of its own."""

    def __init__(self, path: Path, key: FileKey) -> None:
        """Open the database.

        Raises:
            ProfileDamaged: it is not one, or the key does not fit. NewerFormat: a later version wrote it.
        """
        self._path = path
        try:
            with translated(path):
                # Kept open, so that closing another connection does not empty the WAL each time.
                self._keeper: Any = connect(path, key)
        except (NotACaseFile, DamagedFile) as error:
            raise ProfileDamaged(path=str(path), reason="database") from error
        self._engine = make_writer(path, key)
        self._lightly = make_writer(path, key, Durability.NORMAL)
        try:
            with translated(path):
                schema.bring_up_to_date(self._engine, str(path))
        except BaseException:
            self.close()
            raise

    def do(self, work: Callable[[Connection], _T]) -> _T:
        """Run ``work`` in a transaction and return its answer. Raises DiskFull, StorageFailed: nothing of it was kept."""
        with translated(self._path), self._engine.begin() as connection:
            return work(connection)

    def do_lightly(self, work: Callable[[Connection], _T]) -> _T:
        """Run ``work`` without waiting for the disk: a power cut may take back the last moments of it."""
        with translated(self._path), self._lightly.begin() as connection:
            return work(connection)

    def close(self) -> None:
        """Close all connections; nothing is left beside the file. Closing twice does nothing."""
        self._engine.dispose()
        self._lightly.dispose()
        self._keeper.close()
