"""The surveyor's edits of one open case: on the write lane, with undo and redo, in order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.errors import CaseFileError
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.operations.editing.undoing import History
from surveyor_app.ui.base.jobs import Jobs, changes_of
from surveyor_app.ui.base.standing import Standing

T = TypeVar("T")


class Edits(QObject):
    """Runs edits and remembers what can be taken back. Lives as long as its case is open."""

    saved = Signal(object)
    """The moment (aware, UTC) an edit was safely written."""
    failed = Signal(object)
    """The error of an edit that its caller did not take care of."""
    stands = Signal(object)
    """The :class:`Standing`, whenever it changes."""
    undoable = Signal(object, object)
    """The labels of what can be undone and redone now, each ``None`` for nothing."""

    def __init__(self, case: CaseFile, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._jobs = jobs
        self._history = History()
        self._typed: set[tuple[int, str]] = set()
        self._waiting = 0
        self._has_failed = False
        self._said = Standing.STORED
        self._submit(self._remember, None, None, None)

    def _remember(self) -> None:
        """What was done before the case was opened can be taken back too; first on the lane, before any edit."""
        self._history = History.of(self._case)

    def do(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
        receiver: QObject | None = None,
    ) -> None:
        """Run an operation on the write lane; its changes can be taken back afterwards."""

        def recorded() -> T:
            result = work()
            changes = changes_of(result)
            if changes is not None:
                self._history.record(changes)
            return result

        self._submit(recorded, done, failed, receiver)

    def record(self, changes: Changes) -> None:
        """Remember changes that long work on the other lane made (an import), so that they can be taken back."""
        self._submit(lambda: self._history.record(changes), None, None, None)

    def undo(self) -> None:
        """Take the last operation back."""
        self._submit(lambda: self._history.undo(self._case), None, None, None)

    def redo(self) -> None:
        """Do the last undone operation again."""
        self._submit(lambda: self._history.redo(self._case), None, None, None)

    def keep(self, work: Callable[[], None], done: Callable[[], None] | None = None) -> None:
        """Run something that is no edit (keeping a draft) in order with the edits."""

        def on_done(_none: None) -> None:
            self._on_written(None)
            if done is not None:
                done()

        def on_failed(error: BaseException) -> None:
            self._on_written(error)
            self.failed.emit(error)

        self._waiting += 1
        self._jobs.write(work, self, on_done, on_failed)
        self._say()

    @property
    def standing(self) -> Standing:
        """Tell whether all that was typed and done is stored."""
        if self._has_failed:
            return Standing.FAILED
        return Standing.TYPED if self._typed or self._waiting else Standing.STORED

    def note_typed(self, editor: int, field: str) -> None:
        """Something was typed that is not stored yet; ``editor`` tells one that types from another."""
        self._typed.add((editor, field))
        self._say()

    def note_stored(self, editor: int, field: str) -> None:
        """What was typed there is stored, as a draft or for good, or was taken back."""
        self._typed.discard((editor, field))
        self._say()

    def _on_written(self, error: BaseException | None) -> None:
        """One thing asked for is done: what a full disk or a pulled one refused is not stored until something is again."""
        self._waiting -= 1
        if error is None or isinstance(error, CaseFileError):
            self._has_failed = error is not None
        self._say()

    def _say(self) -> None:
        if self.standing is not self._said:
            self._said = self.standing
            self.stands.emit(self._said)

    def _submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None,
        failed: Callable[[BaseException], None] | None,
        receiver: QObject | None,
    ) -> None:
        def is_alive() -> bool:
            return receiver is None or shiboken6.isValid(receiver)

        def on_done(result: T) -> None:
            self._on_written(None)
            if changes_of(result) is not None:
                self.saved.emit(datetime.now(UTC))
            self.undoable.emit(self._history.undo_label, self._history.redo_label)
            if done is not None and is_alive():
                done(result)

        def on_failed(error: BaseException) -> None:
            self._on_written(error)
            if failed is not None and is_alive():
                failed(error)
            else:
                self.failed.emit(error)

        self._waiting += 1
        self._jobs.write(work, self, on_done, on_failed)
        self._say()
