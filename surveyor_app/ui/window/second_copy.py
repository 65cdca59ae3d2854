"""Keeps a second copy of the open case on a stick or another disk, in the background, and says how it stands.

The stick may be pulled at any time: what it held it holds, the case is not touched, and the next look goes on.
"""

from __future__ import annotations

from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.copying import MirrorResult
from surveyor_app.domain.errors import BlobDamaged, Cancelled, SurveyorError
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.progress import Progress
from surveyor_app.operations.cases.backup import backup_case
from surveyor_app.ui.base.jobs import Jobs

SETTLE_MS = 60_000
"""So long after a change; each copy is read back whole, so not after every key."""
AGAIN_MS = 30_000
"""So long until a stick that was away is looked for again."""


class CopyState(Enum):
    """How the second copy stands."""

    NONE = "none"
    WAITING = "waiting"
    COPYING = "copying"
    DONE = "done"
    AWAY = "away"
    FAILED = "failed"


class SecondCopy(QObject):
    """Follows one open case until :meth:`stop`."""

    changed = Signal()

    def __init__(self, case: CaseFile, jobs: Jobs, folder: Path | None, parent: QObject) -> None:
        super().__init__(parent)
        self._case, self._jobs, self._folder = case, jobs, folder
        self.state = CopyState.NONE if folder is None else CopyState.WAITING
        self.done_at: datetime | None = None
        self.problem: SurveyorError | None = None
        self._is_stopped = self._is_running = self._is_stale = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.copy)
        if folder is not None:
            self._timer.start(SETTLE_MS)

    @property
    def target(self) -> Path | None:
        """Where the copy lies; ``None`` where none is wanted."""
        return None if self._folder is None else self._folder / self._case.path.name

    def apply(self, changes: Changes) -> None:
        """Copy what an operation changed, soon."""
        if self._folder is None or self._is_stopped or not changes.touched:
            return
        self._is_stale = True
        if not self._timer.isActive() and not self._is_running:
            self._say(CopyState.WAITING)
            self._timer.start(SETTLE_MS)

    def copy(self) -> None:
        """Bring the copy up to date now."""
        target, case = self.target, self._case
        if target is None or self._is_stopped or self._is_running:
            return
        self._timer.stop()
        if not target.parent.is_dir():
            self._say(CopyState.AWAY)
            self._timer.start(AGAIN_MS)
            return
        self._is_running, self._is_stale = True, False
        self._say(CopyState.COPYING)
        self._jobs.run(lambda _report: backup_case(case, target, self._go_on), self, self._on_done, self._on_failed)

    def stop(self) -> None:
        """The case is about to be closed: what is being copied ends at the next part."""
        self._is_stopped = True
        self._timer.stop()

    def _go_on(self, _progress: Progress) -> None:
        """Called on the pool, between parts."""
        if self._is_stopped:
            raise Cancelled

    def _on_done(self, result: MirrorResult) -> None:
        self._is_running, self.problem, self.done_at = False, None, datetime.now(UTC)
        if result.left_out:
            # The rest is there; what is damaged stays named until somebody has seen to it.
            self.problem = BlobDamaged(sha256=result.left_out[0])
        self._say(CopyState.FAILED if result.left_out else CopyState.DONE)
        if self._is_stale and not self._is_stopped:
            self._timer.start(SETTLE_MS)

    def _on_failed(self, error: BaseException) -> None:
        self._is_running = False
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, SurveyorError):
            raise error
        is_away = self.target is None or not self.target.parent.is_dir()
        self.problem = None if is_away else error
        self._say(CopyState.AWAY if is_away else CopyState.FAILED)
        if not self._is_stopped:
            self._timer.start(AGAIN_MS)

    def _say(self, state: CopyState) -> None:
        self.state = state
        self.changed.emit()
