"""Making and opening case files: every check stands here, so that an open :class:`CaseFile` can be relied upon."""

from __future__ import annotations

import contextlib
from pathlib import Path

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from surveyor_app.atomic_write import atomic_publish
from surveyor_app.casefile import elsewhere, migrating, storing
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.clocks import system_clock
from surveyor_app.casefile.engine import PAGE_BYTES, FileKey, connect, is_closed, transaction
from surveyor_app.casefile.headers import find_key, read_header
from surveyor_app.casefile.keys import new_salt
from surveyor_app.casefile.locks import CaseLock
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.schema import this_case
from surveyor_app.casefile.translation import system_translated, translated
from surveyor_app.domain.errors import DamagedFile, DiskFull, StorageFailed, TargetExists
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.identifiers import CaseId, new_case_id
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.ownership import Role
from surveyor_app.records import journal

SUFFIX = ".survey"


def file_name(case_id: CaseId, report_no: str | None) -> str:
    """Return the name of a case's file: ``<report_no or "local">-<last 8 of the id>.survey``.

    The last digits are taken because the first eight of a UUIDv7 are its time and differ only every minute or so.
    """
    plain = "".join(char if char.isalnum() or char in "-_." else "_" for char in report_no or "") or "local"
    return f"{plain}-{case_id[-8:]}{SUFFIX}"


def create_case(
    profile: Profile, path: Path, case_id: CaseId | None = None, *, report_no: str | None = None
) -> CaseFile:
    """Make an empty case file at ``path``, put it on the profile's list and open it.

    It holds no entry yet: a case opened here gets its first ones from the operation, one of the office from the centre.

    Raises:
        TargetExists: there is a file already; it is left alone.
        DiskFull, StorageFailed, CaseLocked: nothing was made.
    """
    case_id = case_id or new_case_id()
    lock = CaseLock(path)
    try:
        if path.exists():
            raise TargetExists(path=str(path))
        key = profile.case_key(new_salt())
        _make(profile, path, case_id, key)
        profile.registry.register(case_id, path, key.salt, report_no)
        return CaseFile(profile, path, case_id, key, lock)
    except BaseException:
        lock.release()
        raise


def open_case(profile: Profile, path: Path) -> CaseFile:
    """Open a case file: lock it, upgrade an older one, sweep unfinished imports, notice a restored backup.

    Raises:
        NotFound: there is no file.
        NotACaseFile, ForeignCaseFile, DamagedFile, NewerFormat, MigrationFailed: see there; the file is as it was.
        CaseLocked: another program has it open.
        StorageFailed: file or folder cannot be read or written.
    """
    lock = CaseLock(path) if path.exists() else None
    try:
        header = read_header(path)
        assert lock is not None
        opening = find_key(profile, path, header)
        migrated = migrating.bring_up_to_date(path, opening.key)
        if opening.salt_damaged:
            mend_salt(path, opening.key)
        case_id = _check(path, opening.key)
        case = CaseFile(profile, path, case_id, opening.key, lock)
        done = {"migrated": migrated, "salt_mended": opening.salt_damaged}
        case.notices = tuple(name for name, was_done in done.items() if was_done)
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    try:
        if migrated:
            note_what_others_took(case)
        _settle(case)
    except BaseException:
        with contextlib.suppress(Exception):
            case.close()
        raise
    return case


def open_to_read(profile: Profile, path: Path) -> CaseFile:
    """Open a case file; where the disk is full, as it lies there, to be read and not written.

    Raises:
        DiskFull, StorageFailed: it was not closed, or is of an older version: it cannot be read without writing.
        Others as :func:`open_case`.
    """
    try:
        return open_case(profile, path)
    except (DiskFull, StorageFailed):
        if not is_closed(path):
            raise
        lock = CaseLock(path)
        try:
            key = find_key(profile, path, read_header(path), as_it_is=True).key
            with translated(path), contextlib.closing(connect(path, key, as_it_is=True)) as connection:
                row = connection.execute(str(select(this_case.c.case_id))).fetchone()
                (version,) = connection.execute("PRAGMA user_version").fetchone()
            if row is None or version != migrating.file_format():
                raise
            return CaseFile(profile, path, CaseId(row[0]), key, lock, as_it_is=True)
        except BaseException:
            lock.release()
            raise


def note_what_others_took(case: CaseFile) -> None:
    """Note which originals of others lie elsewhere: the version before did not, or did not know their kind."""
    with case.write() as session:
        elsewhere.note_absent_of_others(session, case.case_id, case.profile.device_key.device_id)


def mend_salt(path: Path, key: FileKey) -> None:
    """Write the first page again, with the salt the file was made with."""
    with translated(path):
        connection = connect(path, key)
        try:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            connection.execute(f"PRAGMA user_version = {version}")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            connection.close()


def _make(profile: Profile, path: Path, case_id: CaseId, key: FileKey) -> None:
    """Make the file under another name first: one that a kill left half made is never taken for a case."""
    unfinished = path.with_name(f".{path.name}.new")
    try:
        with system_translated(path):
            _remove(unfinished)
        with translated(path):
            keeper = connect(unfinished, key, create=True)
            try:
                keeper.execute("PRAGMA journal_mode = WAL")
                with transaction(unfinished, key) as connection:
                    migrating.make_schema(connection)
                    values = {"id": 1, "case_id": case_id, "made_at": utc_text(system_clock().at)}
                    connection.execute(insert(this_case).values(values))
                    _register_own_device(Session(connection), profile)
            finally:
                keeper.close()
        reach("create.before_publish")
        with system_translated(path):
            atomic_publish(unfinished, path)
        reach("create.after_publish")
    except BaseException:
        with contextlib.suppress(OSError):
            _remove(unfinished)
        raise


def _remove(unfinished: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        unfinished.with_name(unfinished.name + suffix).unlink(missing_ok=True)


def _register_own_device(session: Session, profile: Profile) -> None:
    key = profile.device_key
    journal.register_device(session, key.device_id, key.public_key, Role.SURVEYOR, profile.user)
    session.flush()


def _check(path: Path, key: FileKey) -> CaseId:
    """Look at what only an open file tells: its journal mode, its length, its case."""
    with translated(path):
        keeper = connect(path, key)
        try:
            # What a crash left in the WAL is moved into the file, so that its length can be judged.
            keeper.execute("PRAGMA journal_mode = WAL")
            keeper.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            (pages,) = keeper.execute("PRAGMA page_count").fetchone()
            if path.stat().st_size < pages * PAGE_BYTES:
                raise DamagedFile(path=str(path), reason="truncated")
            row = keeper.execute(str(select(this_case.c.case_id))).fetchone()
        finally:
            keeper.close()
    if row is None:
        raise DamagedFile(path=str(path), reason="case id")
    return CaseId(row[0])


def _settle(case: CaseFile) -> None:
    known = case.profile.registry.case(case.case_id)
    if known is None or known.path != case.path.absolute() or known.salt != case.key.salt:
        case.profile.registry.register(case.case_id, case.path, case.key.salt)
    if storing.sweep(case):
        case.notices = (*case.notices, "imports_swept")
    case.settle_at_open()
