"""A new case file made of everything that can still be read of a damaged one, with a list of what is lost.

::

    every page holds, or does after one bit was turned back ──▶ the same file again, whole
    pages are lost ──▶ rows proved by their hashes ──▶ journal, bodies, originals ──▶ tables rebuilt from the journal

The damaged file is left as it is.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from surveyor_app.atomic_write import atomic_publish
from surveyor_app.casefile.engine import PAGE_BYTES, FileKey, connect
from surveyor_app.casefile.headers import Header, find_key, read_header
from surveyor_app.casefile.locks import CaseLock
from surveyor_app.casefile.mirror import clear_away
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.salvage.rebuilding import rebuild
from surveyor_app.casefile.salvage.results import Salvaged
from surveyor_app.casefile.sealed_pages import SealedPages, holds, mac_key
from surveyor_app.casefile.translation import system_translated, translated
from surveyor_app.domain.errors import CaseFileError, TargetExists
from surveyor_app.domain.journal.identifiers import CaseId
from surveyor_app.domain.progress import Progress, ReportProgress, silent

_PAGES_LOOKED_AT = 40
_PAGES_AT, _PAGES_END = 28, 32


def salvage(profile: Profile, path: Path, target: Path, progress: ReportProgress = silent) -> Salvaged:
    """Read everything readable of the closed case at ``path`` into a new case file at ``target``.

    Only what a crash left in the WAL beside the damaged file is moved into it; else it stays as it is.

    Raises:
        TargetExists: there is a file at ``target``; it is left alone.
        NotFound, NotACaseFile, ForeignCaseFile: there is nothing of ours to read.
        DamagedFile: nothing in the file can be read.
        CaseLocked, DiskFull, StorageFailed: no case was made. Cancelled: by ``progress``; likewise.
    """
    if target.exists():
        raise TargetExists(path=str(target))
    unfinished = target.with_name(f".{target.name}.new")
    locks = [CaseLock(path)] if path.exists() else []
    try:
        header = read_header(path)
        key = _key_of(profile, path, header)
        locks.append(CaseLock(target))
        _take_in_wal(path, key)
        pages = SealedPages.of(path, key)
        with system_translated(path):
            pages.check(lambda number: progress(Progress(number, pages.count * 2)))
        with system_translated(unfinished):
            clear_away(unfinished)
        done = _copied(profile, pages, unfinished) or rebuild(profile, path, pages, unfinished, progress)
        with system_translated(target):
            atomic_publish(unfinished, target)
        profile.registry.register(done.case_id, target, _salt_of(target))
        if done.head is not None:
            # The chain goes on from here: what the profile remembered of the damaged file is in no file any more.
            profile.registry.remember_head(done.case_id, done.head)
        return done
    finally:
        with contextlib.suppress(OSError):
            clear_away(unfinished)
        for lock in locks:
            lock.release()


def _salt_of(target: Path) -> bytes:
    return read_header(target).salt


def _key_of(profile: Profile, path: Path, header: Header) -> FileKey:
    """Return the key of a file of ours; where the first page does not tell, one of the pages after it does."""
    try:
        return find_key(profile, path, header).key
    except CaseFileError:
        salts = [header.salt, *(known.salt for known in profile.registry.cases())]
        with system_translated(path), path.open("rb") as file:
            pages = [(n, file.read(PAGE_BYTES)) for n in range(1, _PAGES_LOOKED_AT)]
        for key in (profile.case_key(salt) for salt in salts if len(salt) == len(header.salt)):
            page_key = mac_key(key)
            if any(holds(page_key, number, sealed) for number, sealed in pages if len(sealed) == PAGE_BYTES):
                return key
        raise


def _take_in_wal(path: Path, key: FileKey) -> None:
    """Move what a crash left beside the file into it; a file that is too damaged for that is read without."""
    if path.with_name(f"{path.name}-wal").exists():
        with contextlib.suppress(CaseFileError), translated(path), contextlib.closing(connect(path, key)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


# ------------------------------------------------------------------------------------------ nothing is lost


def _copied(profile: Profile, pages: SealedPages, unfinished: Path) -> Salvaged | None:
    """Write the file again as it was, where every page of it is known; ``None`` where one is lost."""
    if pages.damaged or int.from_bytes(pages.plain(1)[_PAGES_AT:_PAGES_END]) > pages.count:
        return None
    with system_translated(unfinished), unfinished.open("wb") as file:
        for sealed in pages.all_sealed():
            file.write(sealed)
    try:
        with translated(unfinished), contextlib.closing(connect(unfinished, pages.key)) as connection:
            (case_id,) = connection.execute("SELECT case_id FROM this_case").fetchone()
            (entries,) = connection.execute("SELECT count(*) FROM journal").fetchone()
            (originals,) = connection.execute("SELECT count(*) FROM blob WHERE state = 'stored'").fetchone()
    except (CaseFileError, TypeError):
        with system_translated(unfinished):
            clear_away(unfinished)
        return None
    return Salvaged(CaseId(case_id), pages.count, len(pages.mended), 0, entries, originals)
