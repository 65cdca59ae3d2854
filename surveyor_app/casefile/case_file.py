"""An open case file: sessions to read and write it, the one way to apply steps, and the closing to one single file."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Engine

from surveyor_app.casefile import epochs
from surveyor_app.casefile.engine import FileKey, connect, make_reader, make_writer
from surveyor_app.casefile.inverses import inverse_of
from surveyor_app.casefile.locks import CaseLock
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.session import Session
from surveyor_app.casefile.translation import translated
from surveyor_app.domain.errors import CaseClosed, CaseFileError, DiskFull, InputError
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.changes import Changes, Step, touched_by
from surveyor_app.domain.journal.entries import SignedEntry
from surveyor_app.domain.journal.identifiers import CaseId
from surveyor_app.records import journal
from surveyor_app.records.journal import Author

Plan = Callable[[Session], Sequence[Step]]
"""Given the session of the write transaction, returns the steps of one operation, or raises what refuses it."""


class CaseFile:
    """A case that is open and locked by this program; made by :mod:`surveyor_app.casefile.files`.

    Any thread may read and write; writers take turns. Rows never leave a ``with`` block, values do.
    """

    def __init__(
        self, profile: Profile, path: Path, case_id: CaseId, key: FileKey, lock: CaseLock, *, as_it_is: bool = False
    ) -> None:
        """Take over a file whose key and format were checked, and its lock; ``as_it_is`` to read it on a full disk."""
        self.profile = profile
        self.path = path
        self.case_id = case_id
        self.key = key
        self.notices: tuple[str, ...] = ()
        """What opening had to do and a person should know: ``migrated``, ``salt_mended``, ``imports_swept``, ``epoch_opened``."""
        self.fetching = threading.Lock()
        """Held by whoever fetches originals: two would get in each other's way."""
        self._lock = lock
        self._writing = threading.Lock()
        self._tidying = threading.Lock()
        self._writer: int | None = None
        self._closed = False
        self._head = profile.registry.head(case_id)
        self._is_settled = self._head is None
        self.is_read_only = as_it_is
        self.engine: Engine = make_reader(path, key, as_it_is=as_it_is)
        self.write_engine: Engine = make_writer(path, key)
        with translated(path):
            # One idle connection, so that closing another does not empty the WAL each time.
            self._keeper: Any = connect(path, key, as_it_is=as_it_is)

    @property
    def author(self) -> Author:
        """Who writes entries here: the profile's surveyor with this device's key."""
        return self.profile.author()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Yield a session that sees one state of the case; nothing it does is kept.

        Raises:
            DamagedFile, StorageFailed: see there.
        """
        try:
            with translated(self.path), Session(self.engine, autoflush=False) as session:
                yield session
        finally:
            if self._closed:
                # A reader later than the closing leaves nothing open: SQLite's files would stay beside the case.
                self.engine.pool.dispose()

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Yield a session in a write transaction: committed at the end of the block, undone when it raises.

        Raises:
            DiskFull: the last complete step is safe.
            CaseClosed: it was closed before.
            CaseLocked, DamagedFile, StorageFailed: see there.
        """
        if self._writer == threading.get_ident():
            raise RuntimeError("a write transaction is open in this thread already")
        if self.is_read_only:
            raise DiskFull(path=str(self.path))
        with self._writing:
            if self._closed:
                # The lock beside the file is given back: somebody else may have it open by now.
                raise CaseClosed(path=str(self.path))
            self._writer = threading.get_ident()
            was_settled = self._is_settled
            try:
                with (
                    translated(self.path),
                    Session(self.write_engine, expire_on_commit=False) as session,
                    session.begin(),
                ):
                    yield session
                    session.flush()
                    head = journal.head_of(session, self.case_id, self.profile.device_key.device_id)
                # A file that is behind must not make the profile forget what it lacks.
                if self._is_settled and head is not None and head != self._head:
                    reach("head.before_remembered")
                    self.profile.registry.remember_head(self.case_id, head)
                    self._head = head
            except BaseException:
                # An epoch opened in this transaction was undone with it.
                self._is_settled = was_settled
                # A damaged page or a full disk may have spoilt the connection.
                self.write_engine.dispose()
                raise
            finally:
                self._writer = None

    @contextmanager
    def fresh_connection(self) -> Iterator[Any]:
        """Yield a driver connection of its own for reading; a damaged page poisons no other."""
        with translated(self.path):
            connection = connect(self.path, self.key, as_it_is=self.is_read_only)
        try:
            with translated(self.path):
                yield connection
        finally:
            connection.close()

    def append(self, session: Session, steps: Sequence[Step]) -> list[SignedEntry]:
        """Append ``steps`` as one operation in the transaction of ``session``; nothing for no steps."""
        return [signed for operation in self.append_all(session, [steps]) for signed in operation]

    def append_all(self, session: Session, operations: Sequence[Sequence[Step]]) -> list[list[SignedEntry]]:
        """Append many operations at once, each undone by itself: far cheaper than one by one. Empty ones are left out."""
        meant = [steps for steps in operations if steps]
        if not meant:
            return []
        self.settle_epoch(session)
        return journal.append_all(session, self.case_id, meant, self.author)

    def settle_epoch(self, session: Session) -> None:
        """Go on in a new epoch when the profile remembers entries of ours that this file lacks; before the first append."""
        if self._is_settled:
            return
        if epochs.open_if_behind(session, self.case_id, self.author, self.profile.registry.head(self.case_id)):
            self.notices = (*self.notices, "epoch_opened")
        self._is_settled = True

    def settle_at_open(self) -> None:
        """Do so when an existing file was opened; one that holds nothing of ours waits for what the centre has."""
        with self.read() as session:
            own = journal.head_of(session, self.case_id, self.profile.device_key.device_id)
            behind = epochs.is_behind(session, self._head)
        if not behind:
            self._is_settled = True
        elif own is not None:
            with self.write() as session:
                self.settle_epoch(session)
                reach("epoch.before_commit")
            reach("epoch.after_commit")

    def apply(self, steps: Sequence[Step], label: str) -> Changes:
        """Write ``steps`` as one operation; see :meth:`apply_planned`. Raises InputError also for no steps."""
        if not steps:
            raise InputError(field="steps", reason="empty")
        return self.apply_planned(lambda _session: steps, label)

    def apply_planned(self, plan: Plan, label: str) -> Changes:
        """Write the steps that ``plan`` returns as one operation and return what changed and how it is taken back.

        Reading, refusing and writing are one transaction: a check before it would be worth nothing, since a report may be
        signed on the other lane between the two. Empty changes, and nothing written, when there are no steps.

        Raises:
            DiskFull, CaseLocked, DamagedFile, StorageFailed: nothing of it was written. Whatever ``plan`` raises: likewise.
        """
        with self.write() as session:
            steps = tuple(plan(session))
            if not steps:
                return Changes()
            inverse = inverse_of(session, self.case_id, steps)
            self.append(session, steps)
            reach("edit.before_commit")
        reach("edit.after_commit")
        return Changes(touched_by(steps), label, inverse)

    def checkpoint(self) -> None:
        """Move the WAL into the file, when idle: a copy taken by hand now is complete."""
        if self.is_read_only:
            return
        with self._writing, translated(self.path):
            self._keeper.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def tidy(self) -> None:
        """Move into the file what the WAL holds, as far as that goes without keeping anybody waiting; after an import.

        It is safe where it is: what cannot be moved now (the disk is full, somebody reads) is moved another time. Nothing
        once the case is closed; closing waits for it.
        """
        with self._tidying:
            if self._closed:
                return
            with suppress(CaseFileError), translated(self.path), self.fresh_connection() as connection:
                connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def close(self) -> None:
        """Leave one single file and give the lock back. Closing twice does nothing.

        Raises:
            DiskFull, StorageFailed: the case is closed and nothing is lost, but its WAL still lies beside it.
        """
        with self._tidying, self._writing:
            if self._closed:
                return
            self._closed = True
        failed: CaseFileError | None = None
        self.engine.pool.dispose()
        try:
            self.checkpoint()
        except CaseFileError as error:
            failed = error
        self.write_engine.dispose()
        # The last connection removes what SQLite keeps beside the file.
        self._keeper.close()
        self._lock.release()
        if failed is not None:
            raise failed

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
