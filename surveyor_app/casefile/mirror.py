"""The second copy: a mirror of a case on another disk, kept up to date by what is missing and proved by reading it back.

A mirror is a case file with a salt of its own, written through SQL only (nobody but SQLite may touch an open file). Beside it
lies ``<name>.keys.toml``: the profile's slots, so that the recovery code opens it when the laptop is gone.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

from surveyor_app.atomic_write import atomic_publish, atomic_write
from surveyor_app.casefile import migrating
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.copying import MirrorResult, copy_case
from surveyor_app.casefile.engine import FileKey, connect, transaction
from surveyor_app.casefile.headers import find_key, read_header
from surveyor_app.casefile.keys import new_salt
from surveyor_app.casefile.locks import CaseLock
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.translation import system_translated, translated
from surveyor_app.domain.errors import DamagedFile, InputError, TargetExists
from surveyor_app.domain.journal.identifiers import CaseId
from surveyor_app.domain.progress import ReportProgress, silent


def backup(case: CaseFile, target: Path, progress: ReportProgress = silent) -> MirrorResult:
    """Bring the mirror at ``target`` up to date with the open case; makes it at the first time.

    Raises:
        InputError: the mirror is one of another case.
        NotACaseFile, ForeignCaseFile: the target is some other file; it is left alone.
        CaseLocked, DiskFull, StorageFailed: the mirror holds what it held, or more.
        DamagedFile: what was read back differs, or the journal of the case is damaged; ``path`` says which of the two files.
        Cancelled: by ``progress``; the next run goes on.
    """
    lock = CaseLock(target)
    try:
        key = _mirror_key(case, target)
        result = copy_case(case.path, case.key, target, key, progress)
        with system_translated(target):
            # Without the device's key: another laptop is another device.
            keys = replace(case.profile.file, identity=None)
            atomic_write(target.with_name(f"{target.name}.keys.toml"), keys.to_bytes())
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
        copy_case(mirror, source, unfinished, key, progress)
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
