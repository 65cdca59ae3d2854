"""The second copy: a mirror of a case on another disk, kept up to date by what is missing and proved by reading it back.

A mirror is a case file with a salt of its own, written through SQL only (nobody but SQLite may touch an open file). Beside it
lies ``<name>.keys.toml``: the profile's slots, so that the recovery code opens it when the laptop is gone.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from surveyor_app.atomic_write import atomic_publish, atomic_write
from surveyor_app.casefile import migrating
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.engine import PAGE_BYTES, FileKey, connect, transaction
from surveyor_app.casefile.headers import find_key, read_header
from surveyor_app.casefile.keys import new_salt
from surveyor_app.casefile.locks import CaseLock
from surveyor_app.casefile.profiles.file import FILE_NAME
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.translation import system_translated, translated
from surveyor_app.domain.errors import DamagedFile, InputError, TargetExists
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.identifiers import CaseId
from surveyor_app.domain.progress import Progress, ReportProgress, silent

_PARTS = "blob_part"
_PICTURES = "preview"
_GROWING = ("devices", "journal", "bodies", "erased", "blob", "receipt")
"""Tables whose rows are only added; their triggers refuse anything else. ``blob`` stands before its parts."""

_UNFINISHED = ("recording", "recording_piece", "pull")
"""What is being recorded or fetched: its blob is not stored yet, and the mirror holds stored originals only."""

_BATCH_PARTS = 16


@dataclass(frozen=True, slots=True)
class MirrorResult:
    """What a backup did: parts that were new in the mirror, and all it holds now; all of them were read back."""

    new_parts: int
    parts: int


def backup(case: CaseFile, target: Path, progress: ReportProgress = silent) -> MirrorResult:
    """Bring the mirror at ``target`` up to date with the open case; makes it at the first time.

    Raises:
        InputError: the mirror is one of another case.
        NotACaseFile, ForeignCaseFile: the target is some other file; it is left alone.
        CaseLocked, DiskFull, StorageFailed: the mirror holds what it held, or more.
        DamagedFile: what was read back differs. Cancelled: by ``progress``; the next run goes on.
    """
    lock = CaseLock(target)
    try:
        key = _mirror_key(case, target)
        result = _copy(case.path, case.key, target, key, progress)
        with system_translated(target):
            slots = case.profile.folder / FILE_NAME
            atomic_write(target.with_name(f"{target.name}.keys.toml"), slots.read_bytes())
        return result
    finally:
        lock.release()


def restore(profile: Profile, mirror: Path, target: Path, progress: ReportProgress = silent) -> None:
    """Make a case file at ``target`` from a mirror; opening it then notices when the mirror was older than the case.

    Raises:
        TargetExists: there is a file at ``target``; it is left alone.
        NotFound, NotACaseFile, ForeignCaseFile, DamagedFile: the mirror cannot be used. Others as for :func:`backup`.
    """
    if target.exists():
        raise TargetExists(path=str(target))
    unfinished = target.with_name(f".{target.name}.new")
    locks = [CaseLock(target)]
    try:
        locks.append(CaseLock(mirror))
        source = find_key(profile, mirror, read_header(mirror)).key
        migrating.bring_up_to_date(mirror, source)
        clear_away(unfinished)
        key = make_empty(profile, unfinished)
        _copy(mirror, source, unfinished, key, progress)
        with system_translated(target):
            atomic_publish(unfinished, target)
        case_id = _case_of(target, key)
        if case_id is None:
            raise DamagedFile(path=str(mirror), reason="case id")
        profile.registry.register(case_id, target, key.salt)
    finally:
        with contextlib.suppress(OSError):
            clear_away(unfinished)
        for lock in locks:
            lock.release()


def _mirror_key(case: CaseFile, target: Path) -> FileKey:
    if not target.exists():
        unfinished = target.with_name(f".{target.name}.new")
        with system_translated(target):
            clear_away(unfinished)
        key = make_empty(case.profile, unfinished)
        with system_translated(target):
            atomic_publish(unfinished, target)
        return key
    key = find_key(case.profile, target, read_header(target)).key
    migrating.bring_up_to_date(target, key)
    if _case_of(target, key) not in {None, case.case_id}:
        raise InputError(field="mirror", reason="another case", path=str(target))
    return key


def make_empty(profile: Profile, path: Path) -> FileKey:
    """Make a file with a salt of its own and all tables, which is no case yet, and return its key."""
    key = profile.case_key(new_salt())
    with translated(path):
        keeper = connect(path, key, create=True)
        try:
            keeper.execute("PRAGMA journal_mode = WAL")
            with transaction(path, key) as connection:
                migrating.make_schema(connection)
        finally:
            keeper.close()
    return key


def _case_of(path: Path, key: FileKey) -> CaseId | None:
    with translated(path):
        connection = connect(path, key)
        try:
            row = connection.execute("SELECT case_id FROM this_case").fetchone()
        finally:
            connection.close()
    return None if row is None else CaseId(row[0])


def clear_away(path: Path) -> None:
    """Remove an unfinished file and what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


# --------------------------------------------------------------------------------------------- the copy


def _copy(
    source: Path, source_key: FileKey, target: Path, target_key: FileKey, progress: ReportProgress
) -> MirrorResult:
    with _both(source, source_key, target, target_key) as connection:
        missing = _missing_parts(connection)
        (total,) = connection.execute(
            "SELECT count(*) FROM main.blob_part p JOIN main.blob b ON b.id = p.blob_id AND b.state = 'stored'"
        ).fetchone()
        new = 0
        for batch in _batches(missing):
            progress(Progress(new, len(missing)))
            _copy_parts(connection, batch)
            new += len(batch)
        written = _copy_tables(connection)
        connection.execute("PRAGMA copy.wal_checkpoint(TRUNCATE)").fetchall()
    with _both(source, source_key, target, target_key) as connection:
        _compare_tables(connection, target, written)
        _read_back(connection, target, progress, total)
    return MirrorResult(new, total)


@contextmanager
def _both(source: Path, source_key: FileKey, target: Path, target_key: FileKey) -> Iterator[Any]:
    """Yield a connection with the source as ``main`` and the target as ``copy``."""
    with translated(source):
        connection = connect(source, source_key)
    try:
        with translated(target):
            # The page size of attached files can only be set by the default.
            connection.execute(f"PRAGMA cipher_default_page_size = {PAGE_BYTES}")
            literal = f"x'{target_key.key.hex()}{target_key.salt.hex()}'"
            connection.execute(f'ATTACH DATABASE ? AS copy KEY "{literal}"', (os.fspath(target),))
            yield connection
    finally:
        connection.close()


def _missing_parts(connection: Any) -> list[tuple[int, int]]:
    """Return (blob, n) of the parts of stored originals that the copy lacks."""
    rows = connection.execute(
        "SELECT p.blob_id, p.n FROM main.blob_part p JOIN main.blob b ON b.id = p.blob_id AND b.state = 'stored'"
        " WHERE NOT EXISTS (SELECT 1 FROM copy.blob_part c WHERE c.blob_id = p.blob_id AND c.n = p.n)"
        " ORDER BY p.blob_id, p.n"
    ).fetchall()
    return [(blob_id, n) for blob_id, n in rows]


def _batches(parts: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    for start in range(0, len(parts), _BATCH_PARTS):
        yield parts[start : start + _BATCH_PARTS]


def _copy_parts(connection: Any, batch: list[tuple[int, int]]) -> None:
    """Copy parts under a row that says "writing"; it becomes "stored" only when all of them are there."""
    with _transaction(connection):
        for blob_id, n in batch:
            connection.execute("INSERT OR IGNORE INTO copy.blob (id, state) VALUES (?, 'writing')", (blob_id,))
            connection.execute(
                "INSERT INTO copy.blob_part SELECT * FROM main.blob_part WHERE blob_id = ? AND n = ?", (blob_id, n)
            )
        reach("mirror.before_commit")
    reach("mirror.after_commit")


def _tables(connection: Any) -> list[str]:
    """Return the tables that the copy holds beside the parts of originals."""
    found = connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    return [name for (name,) in found.fetchall() if name not in {*_UNFINISHED, _PARTS}]


def _copy_tables(connection: Any) -> list[str]:
    """Copy everything but the parts: added rows where only adding is allowed, of other tables those that differ.

    Returns the tables that differed: of any other every row was just read on both sides.
    """
    written = [name for name in _tables(connection) if not _is_same(connection, name)]
    if not written:
        return []
    with _transaction(connection):
        connection.execute(
            "UPDATE copy.blob SET state = s.state, sha256 = s.sha256, size = s.size, stored_at = s.stored_at"
            " FROM main.blob s WHERE s.id = copy.blob.id AND s.state = 'stored' AND copy.blob.state = 'writing'"
        )
        for name in _GROWING:
            only = "WHERE state = 'stored'" if name == "blob" else ""
            connection.execute(f'INSERT OR IGNORE INTO copy."{name}" SELECT * FROM main."{name}" {only}')
        connection.execute(
            "UPDATE copy.journal SET number = s.number FROM main.journal s"
            " WHERE s.hash = copy.journal.hash AND copy.journal.number IS NOT s.number"
        )
        connection.execute(
            "DELETE FROM copy.bodies WHERE hash IN (SELECT body_hash FROM main.erased)"
            " AND hash NOT IN (SELECT hash FROM main.bodies)"
        )
        for name in written:
            if name == _PICTURES:
                _copy_pictures(connection)
            elif name not in _GROWING:
                connection.execute(f'DELETE FROM copy."{name}"')
                connection.execute(f'INSERT INTO copy."{name}" SELECT * FROM main."{name}"')
        reach("mirror.before_tables")
    reach("mirror.after_tables")
    return written


def _copy_pictures(connection: Any) -> None:
    """Copy the derived pictures that differ, told by their hashes: they are a tenth of the file, or half of it."""
    same = "c.sha256 = m.sha256 AND c.kind = m.kind AND c.jpeg_sha256 = m.jpeg_sha256"
    connection.execute(
        f"DELETE FROM copy.{_PICTURES} AS c WHERE NOT EXISTS (SELECT 1 FROM main.{_PICTURES} m WHERE {same})"
    )
    connection.execute(
        f"INSERT INTO copy.{_PICTURES} SELECT * FROM main.{_PICTURES} m"
        f" WHERE NOT EXISTS (SELECT 1 FROM copy.{_PICTURES} c WHERE {same})"
    )


def _is_same(connection: Any, name: str) -> bool:
    """Tell whether a table holds the same rows on both sides."""
    only = _only(name)
    counted = f'SELECT (SELECT count(*) FROM main."{name}" {only}) = (SELECT count(*) FROM copy."{name}" {only})'
    return connection.execute(counted).fetchone() == (1,) and not _lacks(connection, name)


def _lacks(connection: Any, name: str) -> bool:
    """Tell whether the copy lacks rows; of pictures the hashes, which an index holds, are compared."""
    what = "jpeg_sha256" if name == _PICTURES else "*"
    query = f'SELECT {what} FROM main."{name}" {_only(name)} EXCEPT SELECT {what} FROM copy."{name}"'
    return connection.execute(f"SELECT 1 FROM ({query}) LIMIT 1").fetchone() is not None


def _only(name: str) -> str:
    return "WHERE state = 'stored'" if name == "blob" else ""


@contextmanager
def _transaction(connection: Any) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with contextlib.suppress(Exception):
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _compare_tables(connection: Any, target: Path, written: list[str]) -> None:
    """Compare the tables that were written with their source, by a connection that did not write them."""
    for name in written:
        if _lacks(connection, name):
            raise DamagedFile(path=str(target), reason=f"copy of {name}")


def _read_back(connection: Any, target: Path, progress: ReportProgress, total: int) -> None:
    """Hash every part the mirror holds."""
    parts = connection.execute("SELECT sha256, data FROM copy.blob_part ORDER BY blob_id, n")
    for done, (sha256, data) in enumerate(parts):
        if done % _BATCH_PARTS == 0:
            progress(Progress(done, total))
        if hashlib.sha256(data).hexdigest() != sha256:
            raise DamagedFile(path=str(target), reason="copy of originals")
