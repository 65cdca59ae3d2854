"""Verification of a case file: one changed byte anywhere is found, and said in which part.

::

    file      salt and length against registry and header          first page, every page by its HMAC (free ones too)
    journal   signatures, chains, bodies, replay against every column of every journaled table
    originals every part and every whole hash; originals that records name and the file lacks; the guards

All of it happens on throw-away connections: one damaged page makes a SQLCipher connection useless.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from surveyor_app.casefile import elsewhere, migrating
from surveyor_app.casefile.engine import PAGE_BYTES, FileKey, connect, connect_bare, make_engine, transaction
from surveyor_app.casefile.headers import find_key, read_header
from surveyor_app.casefile.locks import CaseLock
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.schema import GUARDS
from surveyor_app.casefile.translation import translated
from surveyor_app.domain.errors import DamagedFile
from surveyor_app.domain.journal.identifiers import CaseId
from surveyor_app.domain.progress import Progress, ReportProgress, silent
from surveyor_app.records import replay
from surveyor_app.records.naming import named_bytes
from surveyor_app.records.newer import count_newer
from surveyor_app.records.replay import Finding

_PAGE_NUMBER = re.compile(r"page (\d+)")


def verify_case(profile: Profile, path: Path, progress: ReportProgress = silent) -> list[Finding]:
    """Check a closed case file in every byte and return what does not hold; an empty list means all of it does.

    The file is not changed, except that what a crash left in the WAL is moved into it.

    Codes: ``salt_damaged``, ``first_page_damaged``, ``truncated``, ``length_wrong``, ``page_damaged``, ``unreadable``,
    ``guard_missing``, ``original_damaged``, ``original_missing``, the remarks
    ``originals_elsewhere`` (so many were never on this laptop) and ``newer_version`` (lines that hold and wait for a newer
    version of the program), and those of the journal's verification.

    Raises:
        NotFound, NotACaseFile, ForeignCaseFile, NewerFormat: there is nothing of ours to check.
        CaseLocked: the case is open, here or in another program.
        Cancelled: by ``progress``.
    """
    lock = CaseLock(path) if path.exists() else None
    try:
        header = read_header(path)
        try:
            opening = find_key(profile, path, header)
        except DamagedFile as error:
            code = "truncated" if error.data["reason"] == "truncated" else "first_page_damaged"
            return [Finding(code, {"path": str(path), "size": header.size})]
        findings = [Finding("salt_damaged", {"path": str(path)})] if opening.salt_damaged else []
        findings += _check_pages(path, opening.key)
        findings += _check_content(profile, path, opening.key, progress, damaged=bool(findings))
        return findings
    finally:
        if lock is not None:
            lock.release()


def _check_pages(path: Path, key: FileKey) -> list[Finding]:
    """Compare the length with what the first page says, and every page with its HMAC, free pages included."""
    findings: list[Finding] = []
    unreadable: list[Finding] = []
    with _as_finding(unreadable), _throw_away(path, key) as connection:
        if path.with_name(path.name + "-wal").exists():
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        size, expected = path.stat().st_size, pages * PAGE_BYTES
        if size != expected:
            code = "truncated" if size < expected else "length_wrong"
            findings.append(Finding(code, {"size": size, "expected": expected}))
    with translated(path), closing(connect_bare(path, key)) as connection:
        for (text,) in connection.execute("PRAGMA cipher_integrity_check").fetchall():
            found = _PAGE_NUMBER.search(text)
            findings.append(Finding("page_damaged", {"page": int(found[1]) if found else 0}))
    if unreadable:
        size = path.stat().st_size
        if size % PAGE_BYTES or not findings:
            # Every whole page that is there holds, and yet SQLite refuses the file: there are fewer than its first page says.
            findings.insert(0, Finding("truncated", {"size": size}))
    return findings


def _check_content(
    profile: Profile, path: Path, key: FileKey, progress: ReportProgress, *, damaged: bool
) -> list[Finding]:
    findings: list[Finding] = []
    is_newer = False
    if not damaged:
        # An older file is upgraded first: this version's tables are what its replay is compared with.
        is_newer = migrating.bring_up_to_date(path, key)
    row = None
    with _as_finding(findings), _throw_away(path, key) as connection:
        row = connection.execute("SELECT case_id FROM this_case").fetchone()
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
        findings += [Finding("guard_missing", {"trigger": name}) for name in sorted(set(GUARDS) - names)]
    if row is not None:
        case_id = CaseId(row[0])
        if is_newer:
            with _as_finding(findings), translated(path), transaction(path, key) as connection:
                elsewhere.note_absent_of_others(Session(connection), case_id, profile.device_key.device_id)
        findings += _check_records(profile, path, key, case_id)
        findings += _check_originals(path, key, case_id, progress)
    return findings


def _check_records(profile: Profile, path: Path, key: FileKey, case_id: CaseId) -> list[Finding]:
    findings: list[Finding] = []
    engine, scratch = make_engine(path, key), _scratch()
    known = profile.registry.head(case_id)
    with _as_finding(findings), translated(path), Session(engine) as session:
        findings += replay.verify(session, case_id, scratch, [] if known is None else [known])
        waits = count_newer(session, case_id)
        findings += [Finding("newer_version", {"lines": waits})] if waits else []
    scratch.dispose()
    return findings


@dataclass(frozen=True, slots=True)
class ClosedCase:
    """A closed case file that is being read for a check; ``read`` returns the bytes of a stored blob by SHA-256."""

    session: Session
    case_id: CaseId
    read: Callable[[str], bytes]


@contextmanager
def closed_case(profile: Profile, path: Path) -> Iterator[ClosedCase]:
    """Read a closed case of this version's format without opening it; for checks that build on :func:`verify_case`.

    Raises:
        NotFound, NotACaseFile, ForeignCaseFile, DamagedFile, StorageFailed, CaseLocked: it cannot be read.
    """
    lock = CaseLock(path)
    try:
        key = find_key(profile, path, read_header(path)).key

        def read(sha256: str) -> bytes:
            with _throw_away(path, key) as connection:
                rows = connection.execute(_PARTS, (sha256,))
                return b"".join(data for (data,) in rows)

        with _throw_away(path, key) as connection:
            (case_id,) = connection.execute("SELECT case_id FROM this_case").fetchone()
        with translated(path), Session(make_engine(path, key)) as session:
            yield ClosedCase(session, CaseId(case_id), read)
    finally:
        lock.release()


_PARTS = """
    SELECT data FROM blob_part JOIN blob ON blob.id = blob_part.blob_id
    WHERE blob.sha256 = ? AND blob.state = 'stored' ORDER BY blob_part.n
"""


def _scratch() -> Engine:
    """Return an empty database in memory; nothing of the case touches the disk unencrypted."""
    return create_engine("sqlite://", module=dbapi2, poolclass=StaticPool)


def _check_originals(path: Path, key: FileKey, case_id: CaseId, progress: ReportProgress) -> list[Finding]:
    findings: list[Finding] = []
    stored: list[tuple[int, str, int]] = []
    with _as_finding(findings), _throw_away(path, key) as connection:
        stored = connection.execute("SELECT id, sha256, size FROM blob WHERE state = 'stored' ORDER BY id").fetchall()
    for done, (blob_id, sha256, size) in enumerate(stored):
        progress(Progress(done, len(stored), sha256))
        if not original_holds(path, key, blob_id, sha256, size):
            findings.append(Finding("original_damaged", {"sha256": sha256}))
    progress(Progress(len(stored), len(stored)))
    held = {sha256 for _, sha256, _ in stored}
    with _as_finding(findings), translated(path), Session(make_engine(path, key)) as session:
        away = {item.sha256 for item in elsewhere.absent(session, case_id)}
        if away:
            findings.append(Finding("originals_elsewhere", {"count": len(away)}))
        for item in named_bytes(session, case_id):
            if item.sha256 not in held | away:
                data = {"kind": item.kind, "id": item.record_id, "sha256": item.sha256}
                findings.append(Finding("original_missing", data))
    return findings


def held_originals(profile: Profile, path: Path, wanted: Mapping[str, int]) -> frozenset[str]:
    """Return which of the originals ``wanted`` (size by SHA-256) a closed case file holds; each is read back for that.

    Raises:
        NotFound, NotACaseFile, ForeignCaseFile, DamagedFile, StorageFailed: nothing can be said of this file.
        CaseLocked: the case is open, here or in another program.
    """
    lock = CaseLock(path) if path.exists() else None
    try:
        key = find_key(profile, path, read_header(path)).key
        with _throw_away(path, key) as connection:
            rows = connection.execute("SELECT id, sha256 FROM blob WHERE state = 'stored'").fetchall()
        here = [(blob_id, sha256) for blob_id, sha256 in rows if sha256 in wanted]
        return frozenset(
            sha256 for blob_id, sha256 in here if original_holds(path, key, blob_id, sha256, wanted[sha256])
        )
    finally:
        if lock is not None:
            lock.release()


def named_empty(profile: Profile, path: Path) -> list[tuple[str, str | None]]:
    """Return where the empty files lay that a closed case names, and when they were last changed there.

    None of a file of another format: its tables may differ.

    Raises:
        NotFound, NotACaseFile, ForeignCaseFile, DamagedFile, StorageFailed: nothing can be said of this file.
        CaseLocked: the case is open, here or in another program.
    """
    lock = CaseLock(path) if path.exists() else None
    try:
        key = find_key(profile, path, read_header(path)).key
        with _throw_away(path, key) as connection:
            if connection.execute("PRAGMA user_version").fetchone() != (migrating.file_format(),):
                return []
            query = "SELECT source, file_modified_at FROM evidence WHERE size_bytes = 0 AND source IS NOT NULL"
            return [(source, modified_at) for source, modified_at in connection.execute(query)]
    finally:
        if lock is not None:
            lock.release()


def original_holds(path: Path, key: FileKey, blob_id: int, sha256: str, size: int) -> bool:
    """Read an original back part by part and as a whole, and tell whether it is what was stored."""
    whole, length = hashlib.sha256(), 0
    findings: list[Finding] = []
    with _as_finding(findings), _throw_away(path, key) as connection:
        query = "SELECT sha256, data FROM blob_part WHERE blob_id = ? ORDER BY n"
        for part_sha256, data in connection.execute(query, (blob_id,)):
            if hashlib.sha256(data).hexdigest() != part_sha256:
                return False
            whole.update(data)
            length += len(data)
    return not findings and whole.hexdigest() == sha256 and length == size


@contextmanager
def _throw_away(path: Path, key: FileKey) -> Iterator[Any]:
    """Yield a connection of its own."""
    with translated(path), closing(connect(path, key)) as connection:
        yield connection


@contextmanager
def _as_finding(findings: list[Finding]) -> Iterator[None]:
    """Turn a page that cannot be read into a finding that ends the block."""
    try:
        yield
    except DamagedFile as error:
        findings.append(Finding("unreadable", dict(error.data)))
