"""Backup and restore of a centre: a folder with a snapshot of the database and every stored blob, all of it read back.

The snapshot is taken first, in one reading transaction, while the centre serves: what it counts as stored lies in the store
already and stays there. Blobs that an earlier backup in the same folder holds are not copied again. The snapshot takes its place
last, so a backup that was cut short leaves the one before it whole. Uploads under way begin again: their pieces are no blobs yet.

A restored centre is one of the past: laptops notice, and bring back what they had delivered since.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from surveyor_app.atomic_write import atomic_publish, atomic_write
from surveyor_app.central.storage import snapshots
from surveyor_app.central.storage.assembling import blob_path
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.storage.store import BlobStore
from surveyor_app.domain.errors import BlobMissing, InputError
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.entries import is_hash
from surveyor_app.domain.journal.identifiers import is_uuid
from surveyor_app.domain.progress import Progress, ReportProgress, silent
from surveyor_app.domain.wire_errors import ServerFailed

STORE, CONTENTS = "store", "backup.json"
_SNAPSHOT = ".snapshot.new"
VERSION = 1


@dataclass(frozen=True, slots=True)
class BackupResult:
    """How many blobs the backup holds and how many were copied now; ``damaged`` are those that the store has lost."""

    blobs: int
    copied: int
    bytes: int
    damaged: tuple[str, ...] = ()


def back_up(config: CentreConfig, out: Path, progress: ReportProgress = silent) -> BackupResult:
    """Bring the backup in a folder up to date; the centre may serve meanwhile.

    Raises:
        InputError: there is no centre, it is of another version, or the folder holds something else.
        ServerFailed: disk, store or database refuse; the backup before is whole.
    """
    snapshots.require_centre(config.database_url)
    if out.exists() and any(out.iterdir()) and not (out / CONTENTS).exists() and not (out / STORE).exists():
        raise InputError(field="out", reason="the folder holds something else")
    with _translated():
        out.mkdir(parents=True, exist_ok=True)
        out.chmod(0o700)
        snapshot = out / _SNAPSHOT
        snapshot.unlink(missing_ok=True)
        snapshots.take(config.database_url, snapshot)
        reach("backup.after_snapshot")
        named = _stored(snapshot)
        copied, damaged = _copy(BlobStore(config.store_url), BlobStore(str((out / STORE).absolute())), named, progress)
        _settle(snapshot, damaged)
        held = {key: size for key, size in named.items() if key not in damaged}
        digest = _hash_of(snapshot)
        told = {
            "v": VERSION,
            "database": digest,
            "blobs": len(held),
            "bytes": sum(held.values()),
        }
        reach("backup.before_published")
        # Under a name of its own, so that until the last moment the backup before is whole.
        atomic_publish(snapshot, out / _named(digest))
        atomic_write(out / CONTENTS, json.dumps(told, indent=2).encode())
        reach("backup.after_published")
        for older in out.glob("centre-*.db"):
            if older.name != _named(digest):
                older.unlink()
    return BackupResult(len(held), copied, sum(held.values()), tuple(sorted(sha256 for _case, sha256 in damaged)))


def restore(backup: Path, config: CentreConfig, progress: ReportProgress = silent) -> BackupResult:
    """Make a centre from a backup, in a folder that holds none; its database comes last, so half a restore is no centre.

    Raises:
        InputError: it is no backup, or it is damaged.
        TargetExists: a centre is there already.
        ServerFailed: disk or store refuse.
    """
    snapshots.require_free(config.database_url)
    digest = _database_in(backup)
    source = backup / _named(digest)
    with _translated():
        if not source.exists() or _hash_of(source) != digest:
            raise InputError(field="backup", reason="the backup is damaged")
        config.data_dir.mkdir(parents=True, exist_ok=True)
        config.data_dir.chmod(0o700)
        named = _stored(source)
        held = BlobStore(str((backup / STORE).absolute()))
        copied, damaged = _copy(held, BlobStore(config.store_url), named, progress)
        if damaged:
            raise InputError(field="backup", reason="the backup is damaged")
        _publish(source, digest, config)
    return BackupResult(len(named), copied, sum(named.values()))


# --------------------------------------------------------------------------------------------- the database


def _publish(source: Path, digest: str, config: CentreConfig) -> None:
    """Put the snapshot where the centre's records are to lie, all at once."""
    target = snapshots.sqlite_file(config.database_url)
    if target is None:
        reach("restore.before_published")
        snapshots.put_back(source, config.database_url, config.data_dir / _SNAPSHOT)
        return
    unfinished = target.with_name(f".{target.name}.new")
    shutil.copyfile(source, unfinished)
    unfinished.chmod(0o600)
    if _hash_of(unfinished) != digest:
        raise ServerFailed(reason="disk")
    _sync(unfinished)
    reach("restore.before_published")
    atomic_publish(unfinished, target)


def _settle(snapshot: Path, damaged: set[tuple[str, str]]) -> None:
    """Have uploads under way, and what the store has lost, begin again; check the copy and flush it."""
    again = "UPDATE centre_blobs SET state = 'announced', \"offset\" = 0, fence = fence + 1, stored_at = NULL"
    with closing(sqlite.connect(str(snapshot), isolation_level=None)) as connection:
        connection.execute("BEGIN")
        connection.execute(f"{again} WHERE state = 'uploading'")
        connection.execute("DELETE FROM centre_blob_pieces")
        for key in sorted(damaged):
            connection.execute(f"{again}, reread_in = NULL WHERE case_id = ? AND sha256 = ?", key)
        connection.execute("COMMIT")
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise ServerFailed(reason="database")
    _sync(snapshot)


def _stored(database: Path) -> dict[tuple[str, str], int]:
    """Return the stored blobs by case and hash, with their sizes."""
    query = "SELECT case_id, sha256, size FROM centre_blobs WHERE state = 'stored' ORDER BY case_id, sha256"
    with closing(sqlite.connect(str(database), isolation_level=None)) as connection:
        found = {(case, sha256): size for case, sha256, size in connection.execute(query)}
    if not all(is_uuid(case) and is_hash(sha256) for case, sha256 in found):
        # They name files: nobody's own database leads elsewhere.
        raise InputError(field="backup", reason="the backup is damaged")
    return found


# ------------------------------------------------------------------------------------------------- the blobs


def _copy(
    source: BlobStore, target: BlobStore, named: dict[tuple[str, str], int], progress: ReportProgress
) -> tuple[int, set[tuple[str, str]]]:
    """Copy what the target lacks and read back all it holds; return how many were copied, and which ``source`` has lost."""
    copied, damaged = 0, set()
    for done, key in enumerate(named):
        progress(Progress(done, len(named)))
        if _is_intact(target, key):
            continue
        path = blob_path(*key)
        try:
            target.put_large(path, source.read(path))
        except BlobMissing:
            damaged.add(key)
            continue
        if _is_intact(target, key):
            copied += 1
        else:
            damaged.add(key)
            target.delete([path])
    progress(Progress(len(named), len(named)))
    return copied, damaged


def _is_intact(store: BlobStore, key: tuple[str, str]) -> bool:
    digest = hashlib.sha256()
    try:
        for chunk in store.read(blob_path(*key)):
            digest.update(chunk)
    except BlobMissing:
        return False
    return digest.hexdigest() == key[1]


# ------------------------------------------------------------------------------------------------- the folder


def _named(digest: str) -> str:
    return f"centre-{digest[:16]}.db"


def _database_in(backup: Path) -> str:
    """Return the hash of the snapshot."""
    try:
        told = json.loads((backup / CONTENTS).read_bytes())
    except (OSError, ValueError) as error:
        raise InputError(field="backup", reason="no backup of a centre") from error
    digest = told.get("database") if isinstance(told, dict) and told.get("v") == VERSION else None
    if not isinstance(digest, str) or not is_hash(digest):
        raise InputError(field="backup", reason="no backup of a centre")
    return digest


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except sqlite.Error as error:
        raise ServerFailed(reason="database", detail=str(error)) from error
    except OSError as error:
        raise ServerFailed(reason="disk", detail=error.strerror) from error
