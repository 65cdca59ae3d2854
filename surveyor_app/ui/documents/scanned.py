"""Scans that came out of the scanner's folder and belong to no paper yet: offered one by one for the current paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.documents.scans import unlinked
from surveyor_app.operations.intake.source_custody import SCANNER
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.sources.folder_watch import FolderWatch
from surveyor_app.ui.sources.import_outcome import shown_name
from surveyor_app.ui.sources.importing import FOLDERS, READ_ONLY
from surveyor_app.ui.sources.source_strip import LineContent, Offer, SourceStrip
from surveyor_app.ui.sources.watch_lines import WatchLines
from surveyor_app.wording.translation import tr

KIND = "scan"


class ScannedOffers(QObject):
    """The strip above the checklist; ``link_wanted`` with the evidence that shall be linked to the current paper."""

    link_wanted = Signal(str)
    show_wanted = Signal(str)

    def __init__(self, desk: Desk, paper: Callable[[], str], page: QWidget) -> None:
        """``paper`` gives the name of the current paper, empty for none."""
        super().__init__(page)
        self._desk, self._paper, self._page = desk, paper, page
        self._folders: FolderWatch | None = None
        self._lines: WatchLines | None = None
        self._scans: list[Evidence] = []
        self.strip = SourceStrip()

    def follow(self, folders: FolderWatch) -> None:
        """Say here too how the watched folders stand."""
        self._folders = folders
        self._lines = WatchLines(self.strip, folders, self._page)

    def load(self) -> None:
        """Read again which scans belong to no paper."""
        self._scans = unlinked(self._desk.case)
        self.say()

    def say(self) -> None:
        """Offer the next scan for the current paper."""
        lines = {f"{KIND}:next": self._line(self._scans[0])} if self._scans else {}
        self.strip.show_lines(KIND, lines)
        if self._lines is not None:
            self._lines.say()

    def link_next(self) -> None:
        """Have the next scan linked to the current paper."""
        if self._scans and self._paper():
            self.link_wanted.emit(self._scans[0].id)

    def choose_folder(self) -> None:
        """Let the person choose the folder a scanner writes to, or stop watching it."""
        if self._folders is None:
            return
        if SCANNER in self._folders.watches:
            self._folders.stop(SCANNER)
            return
        title = tr("The scanner's folder")
        name = QFileDialog.getExistingDirectory(self._page, title, str(Path.home()), options=READ_ONLY | FOLDERS)
        if name:
            self._folders.start(SCANNER, Path(name))

    def _line(self, scan: Evidence) -> LineContent:
        name = shown_name(scan.file_name or scan.sha256 or scan.id)
        more = len(self._scans) - 1
        told = tr("{name} came from the scanner and belongs to no paper yet", name=name)
        parts = [told, *([tr("%n more", n=more)] if more else [])]
        paper = self._paper()
        offers = [Offer(tr("Link to: {paper}", paper=paper), lambda: self.link_wanted.emit(scan.id))] if paper else []
        offers.append(Offer(tr("Show"), lambda: self.show_wanted.emit(scan.id)))
        return LineContent("scanner", " · ".join(parts), "", tuple(offers))
