"""Watched folders of the open case: looked at on the pool, new files imported once complete, remembered for the case."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.errors import Cancelled, SourceGone
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.intake.evidence import EMPTY, ImportResult
from surveyor_app.operations.intake.source_custody import SCANNER, WATCHED
from surveyor_app.operations.intake.watching import Look, WatchedFolder
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.sources.import_outcome import ImportOutcome, outcome_sentence
from surveyor_app.wording.translation import tr

EVERY_MS = 1_500
SHARE = 10
"""A look may take a tenth of the time: a folder of many thousands of files is looked at less often."""
ORIGINS = (WATCHED, SCANNER)


@dataclass(slots=True)
class Watch:
    """One folder and how it stands."""

    folder: WatchedFolder
    taken_in: int = 0
    before: int = 0
    waiting: int = 0
    empty: tuple[Path, ...] = ()
    is_gone: bool = False
    is_busy: bool = False
    next_s: float = 0.0

    @property
    def standing(self) -> tuple[object, ...]:
        """What the line about it says, as far as looks change it."""
        return self.is_gone, self.waiting, self.empty, self.before


class FolderWatch(QObject):
    """At most one watched folder and one folder of a scanner."""

    changed = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._is_paused = False
        self.watches: dict[str, Watch] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._desk.jobs.run(lambda _report: self._remembered(), self, self._on_remembered)

    def start(self, origin: str, folder: Path) -> None:
        """Watch ``folder`` in place of the one watched before, in this case also when it is opened again."""
        self._start(origin, folder)
        self._keep(origin, folder)

    def stop(self, origin: str) -> None:
        """Watch no longer; what was taken in stays."""
        if self.watches.pop(origin, None) is not None:
            self._keep(origin, None)
            self.changed.emit()

    def pause(self) -> None:
        """Look and import no more: the case is about to be closed, and is watched for again when it is opened."""
        self._is_paused = True
        self._timer.stop()

    def take_before(self, origin: str) -> None:
        """Import what was there before the folder was watched."""
        watch = self.watches.get(origin)
        if watch is not None and not watch.is_busy:
            files = watch.folder.take_before()
            watch.before = 0
            self._import(watch, files)

    def take_empty(self, origin: str) -> None:
        """Import the files that stay empty, as they are."""
        watch = self.watches.get(origin)
        if watch is not None and not watch.is_busy:
            watch.empty = ()
            self._import(watch, watch.folder.take_empty())

    def look(self) -> None:
        """Look at each folder that is not being looked at or imported from."""
        now = time.monotonic()
        for watch in self.watches.values():
            if not watch.is_busy and now >= watch.next_s:
                self._look(watch)

    def _start(self, origin: str, folder: Path) -> None:
        self.watches[origin] = watch = Watch(WatchedFolder(self._desk.case, folder, origin))
        self._timer.start()
        self.changed.emit()
        if not self._is_paused:
            self._look(watch)

    def _look(self, watch: Watch) -> None:
        watch.is_busy = True

        def work() -> tuple[Look, float]:
            began = time.monotonic()
            return watch.folder.look(), time.monotonic() - began

        self._desk.jobs.run(
            lambda _report: work(),
            self,
            lambda done: self._on_looked(watch, *done),
            lambda error: self._on_failed(watch, error),
        )

    def _on_looked(self, watch: Watch, look: Look, took_s: float) -> None:
        watch.is_busy = False
        watch.next_s = time.monotonic() + SHARE * took_s
        if self._is_paused or not self._is_current(watch):
            return
        shown = watch.standing
        watch.is_gone, watch.waiting, watch.empty = look.is_gone, look.waiting, look.empty
        watch.before = len(watch.folder.before)
        if look.ripe:
            self._import(watch, look.ripe)
        elif shown != watch.standing:
            self.changed.emit()

    def _import(self, watch: Watch, files: tuple[Path, ...]) -> None:
        desk, origin = self._desk, watch.folder.origin
        watch.is_busy = True
        desk.jobs.run(
            lambda report: evidence.take_in(desk.case, files, desk.workers, report, desk.jobs.announce, origin=origin),
            self,
            lambda result: self._on_imported(watch, result),
            lambda error: self._on_failed(watch, error),
            title=tr("Taking in scans") if origin == SCANNER else tr("Taking in from the watched folder"),
        )
        self.changed.emit()

    def _on_imported(self, watch: Watch, result: ImportResult) -> None:
        watch.is_busy = False
        watch.taken_in += sum(item.is_new for item in result.items)
        self._desk.edits.record(result.changes)
        if isinstance(result.ended, SourceGone):
            # The next look says that the folder is away; what is left comes when it is back.
            watch.folder.offer_again(item.path for item in result.items if not item.is_safe)
        elif result.ended is not None:
            self.stop(watch.folder.origin)
        if result.ended is not None or any(item.outcome in {"refused", EMPTY} for item in result.items):
            self._tell(result)
        self.changed.emit()

    def _tell(self, result: ImportResult) -> None:
        tone = "warn" if result.ended is None or isinstance(result.ended, Cancelled) else "bad"
        self._desk.messages.tell(
            outcome_sentence(result), tr("Details"), lambda: ImportOutcome(self._window, result).open(), tone=tone
        )

    def _on_failed(self, watch: Watch, error: BaseException) -> None:
        watch.is_busy = False
        self.stop(watch.folder.origin)
        if not isinstance(error, Cancelled):
            self._desk.jobs.failed.emit(error)

    def _is_current(self, watch: Watch) -> bool:
        return self.watches.get(watch.folder.origin) is watch

    def _setting(self, origin: str) -> str:
        return f"watch.{self._desk.case.case_id}.{origin}"

    def _keep(self, origin: str, folder: Path | None) -> None:
        # JSON in ASCII: a name may hold bytes that are no text.
        profile, name, value = self._desk.profile, self._setting(origin), json.dumps(str(folder)) if folder else ""
        self._desk.edits.keep(lambda: profile.set_setting(name, value))

    def _remembered(self) -> dict[str, Path]:
        kept = {origin: self._desk.profile.setting(self._setting(origin)) for origin in ORIGINS}
        return {origin: Path(json.loads(value)) for origin, value in kept.items() if value}

    def _on_remembered(self, kept: dict[str, Path]) -> None:
        for origin, folder in kept.items():
            if origin not in self.watches:
                self._start(origin, folder)
