"""Copies one case file into another through SQL: what is missing, proved by reading it back, without what is damaged.

Nobody but SQLite touches an open file. One damaged page makes a SQLCipher connection useless, so after each the next is made.
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

from surveyor_app.casefile.engine import PAGE_BYTES, FileKey, connect, connect_bare
from surveyor_app.casefile.translation import translated
from surveyor_app.domain.errors import DamagedFile
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.progress import Progress, ReportProgress

_PARTS = "blob_part"
_PICTURES = "preview"
_GROWING = ("devices", "journal", "bodies", "erased", "blob", "receipt")
"""Tables whose rows are only added; their triggers refuse anything else. ``blob`` stands before its parts."""

_UNFINISHED = ("recording", "recording_piece", "pull")
"""What is being recorded or fetched: its blob is not stored yet, and the mirror holds stored originals only."""

_BATCH_PARTS = 16


@dataclass(frozen=True, slots=True)
class MirrorResult:
    """What a backup did: parts that were new in the mirror, and all it holds now; all of them were read back.

    ``left_out`` are the SHA-256 of originals that are damaged in the case and not in the mirror; ``pictures_left`` says that
    the derived pictures could not be read: they are made again from the originals.
    """

    new_parts: int
    parts: int
    left_out: tuple[str, ...] = ()
    pictures_left: bool = False


@dataclass(slots=True)
class _Copying:
    """One run: from where to where, and what of the source cannot be read and is left out."""

    source: Path
    source_key: FileKey
    target: Path
    target_key: FileKey
    damaged: set[int]
    without_pictures: bool = False

    @contextmanager
    def both(self) -> Iterator[Any]:
        """Yield a connection to both files; what is damaged is blamed on the file that is."""
        try:
            with _both(self.source, self.source_key, self.target, self.target_key) as connection:
                yield connection
        except DamagedFile as error:
            if not _holds(self.source, self.source_key):
                raise DamagedFile(path=str(self.source), reason=error.data["reason"]) from error
            raise


def copy_case(
    source: Path, source_key: FileKey, target: Path, target_key: FileKey, progress: ReportProgress
) -> MirrorResult:
    """Bring ``target`` up to date with ``source``.

    Raises:
        DamagedFile: what was read back differs, or the journal of the source is damaged; ``path`` says which of the two files.
        DiskFull, StorageFailed: the target holds what it held, or more. Cancelled: by ``progress``.
    """
    run = _Copying(source, source_key, target, target_key, set())
    with run.both() as connection:
        missing = _missing_parts(connection)
        (total,) = connection.execute(
            "SELECT count(*) FROM main.blob_part p JOIN main.blob b ON b.id = p.blob_id AND b.state = 'stored'"
        ).fetchone()
    new = _copy_batches(run, missing, progress)
    try:
        written = _copy_rest(run)
    except DamagedFile as error:
        if error.data["path"] != str(source) or _can_read(run, _PICTURES):
            raise
        # They are made again from the originals; the journal is what counts.
        run.without_pictures = True
        written = _copy_rest(run)
    with run.both() as connection:
        _compare_tables(connection, run, written)
        _read_back(connection, target, progress, total)
        left_out = _hashes(connection, run.damaged)
        (held,) = connection.execute("SELECT count(*) FROM copy.blob_part").fetchone()
    return MirrorResult(new, held, left_out, run.without_pictures)


def _copy_batches(run: _Copying, missing: list[tuple[int, int]], progress: ReportProgress) -> int:
    """Copy the parts that are missing. After a damaged one its original is left out, on a new connection: the old is spoilt."""
    new = 0
    waiting = [part for part in missing if part[0] not in run.damaged]
    while waiting:
        try:
            with run.both() as connection:
                for batch in _batches(waiting):
                    progress(Progress(new, len(missing)))
                    _copy_parts(connection, batch)
                    new += len(batch)
                return new
        except DamagedFile as error:
            if error.data["path"] != str(run.source):
                raise
        waiting = _still_missing(run)
        found = _first_unreadable(run, waiting)
        if found is None:
            raise DamagedFile(path=str(run.source), reason="pages")
        run.damaged.add(found)
        waiting = [part for part in waiting if part[0] not in run.damaged]
    return new


def _still_missing(run: _Copying) -> list[tuple[int, int]]:
    with run.both() as connection:
        return [part for part in _missing_parts(connection) if part[0] not in run.damaged]


def _first_unreadable(run: _Copying, parts: list[tuple[int, int]]) -> int | None:
    """Return the first original of which a part cannot be read."""
    with _alone(run.source, run.source_key) as connection:
        for blob_id, n in parts:
            try:
                with translated(run.source):
                    query = "SELECT data FROM blob_part WHERE blob_id = ? AND n = ?"
                    connection.execute(query, (blob_id, n)).fetchone()
            except DamagedFile:
                return blob_id
    return None


@contextmanager
def _alone(path: Path, key: FileKey) -> Iterator[Any]:
    with translated(path):
        connection = connect(path, key)
    try:
        yield connection
    finally:
        connection.close()


def _can_read(run: _Copying, table: str) -> bool:
    try:
        with _alone(run.source, run.source_key) as connection, translated(run.source):
            for _row in connection.execute(f'SELECT * FROM "{table}"'):
                pass
    except DamagedFile:
        return False
    return True


def _holds(path: Path, key: FileKey) -> bool:
    """Tell whether every page of a file holds."""
    with translated(path):
        connection = connect_bare(path, key)
        try:
            return not connection.execute("PRAGMA cipher_integrity_check").fetchall()
        finally:
            connection.close()


def _hashes(connection: Any, blob_ids: set[int]) -> tuple[str, ...]:
    rows = connection.execute("SELECT id, sha256 FROM main.blob WHERE state = 'stored' ORDER BY id").fetchall()
    return tuple(sha256 for blob_id, sha256 in rows if blob_id in blob_ids)


def _copy_rest(run: _Copying) -> list[str]:
    with run.both() as connection:
        written = _copy_tables(connection, run)
        connection.execute("PRAGMA copy.wal_checkpoint(TRUNCATE)").fetchall()
    return written


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


def _copy_tables(connection: Any, run: _Copying) -> list[str]:
    """Copy everything but the parts: added rows where only adding is allowed, of other tables those that differ.

    Returns the tables that differed: of any other every row was just read on both sides.
    """
    wanted = [name for name in _tables(connection) if not (run.without_pictures and name == _PICTURES)]
    written = [name for name in wanted if not _is_same(connection, name, run)]
    if not written:
        return []
    with _transaction(connection):
        connection.execute(
            "UPDATE copy.blob SET state = s.state, sha256 = s.sha256, size = s.size, stored_at = s.stored_at"
            " FROM main.blob s WHERE s.id = copy.blob.id AND s.state = 'stored' AND copy.blob.state = 'writing'"
            f" AND s.id NOT IN ({_ids(run)})"
        )
        for name in _GROWING:
            only = _only(name, run)
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


def _is_same(connection: Any, name: str, run: _Copying) -> bool:
    """Tell whether a table holds the same rows on both sides."""
    only = _only(name, run)
    counted = f'SELECT (SELECT count(*) FROM main."{name}" {only}) = (SELECT count(*) FROM copy."{name}" {only})'
    return connection.execute(counted).fetchone() == (1,) and not _lacks(connection, name, run)


def _lacks(connection: Any, name: str, run: _Copying) -> bool:
    """Tell whether the copy lacks rows; of pictures the hashes, which an index holds, are compared."""
    what = "jpeg_sha256" if name == _PICTURES else "*"
    query = f'SELECT {what} FROM main."{name}" {_only(name, run)} EXCEPT SELECT {what} FROM copy."{name}"'
    return connection.execute(f"SELECT 1 FROM ({query}) LIMIT 1").fetchone() is not None


def _only(name: str, run: _Copying) -> str:
    return f"WHERE state = 'stored' AND id NOT IN ({_ids(run)})" if name == "blob" else ""


def _ids(run: _Copying) -> str:
    return ", ".join(str(blob_id) for blob_id in sorted(run.damaged))


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


def _compare_tables(connection: Any, run: _Copying, written: list[str]) -> None:
    """Compare the tables that were written with their source, by a connection that did not write them."""
    for name in written:
        if _lacks(connection, name, run):
            raise DamagedFile(path=str(run.target), reason=f"copy of {name}")


def _read_back(connection: Any, target: Path, progress: ReportProgress, total: int) -> None:
    """Hash every part the mirror holds."""
    parts = connection.execute("SELECT sha256, data FROM copy.blob_part ORDER BY blob_id, n")
    for done, (sha256, data) in enumerate(parts):
        if done % _BATCH_PARTS == 0:
            progress(Progress(done, total))
        if hashlib.sha256(data).hexdigest() != sha256:
            raise DamagedFile(path=str(target), reason="copy of originals")
