"""Opens the centre's folder, database and store to their owner alone, whatever the umask; beside keys they hold people's data."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from sqlalchemy import make_url

from surveyor_app.central.storage.config import CentreConfig

FOLDER, FILE = 0o700, 0o600
_BESIDE = ("-wal", "-shm", "-journal")
"""SQLite makes these with the mode of the database itself."""


def guard(config: CentreConfig) -> None:
    """Make what is missing with those modes, and give them to what is there.

    A volume that belongs to somebody else is guarded by whoever mounted it; whoever opens what cannot be made says so.
    """
    _restrict(config.data_dir, FOLDER)
    if "://" not in config.store_url:
        store = Path(config.store_url)
        with suppress(OSError):
            store.mkdir(parents=True, exist_ok=True)
        _restrict(store, FOLDER)
    url = make_url(config.database_url)
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        database = Path(url.database)
        # Made here: SQLite would ask the umask, and its log takes the mode of the file it belongs to.
        with suppress(OSError):
            os.close(os.open(database, os.O_RDWR | os.O_CREAT, FILE))
        for path in (database, *(Path(f"{database}{ending}") for ending in _BESIDE)):
            if path.exists():
                _restrict(path, FILE)


def _restrict(path: Path, mode: int) -> None:
    with suppress(OSError):
        path.chmod(mode)
