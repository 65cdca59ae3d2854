"""What is done with the papers of an open case: states noted, scans linked, records added; each an edit that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.documents.documents import NOT_REQUESTED, Document
from surveyor_app.domain.errors import InputError
from surveyor_app.operations.documents import scans
from surveyor_app.operations.documents.checklists import note_state
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.records import Created
from surveyor_app.operations.intake.evidence import ImportResult
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.documents.paper_table import PaperRow
from surveyor_app.ui.sources.importing import Importing
from surveyor_app.wording.translation import tr

OnRecord = Callable[[str], None]
"""Told the id of the record that was written."""


class PaperWork(QObject):
    """Runs the operations and tells what became of them."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self.importing = Importing(desk, page)

    def note(self, row: PaperRow, state: str, reason: str = "", done: OnRecord | None = None) -> None:
        """Note what becomes of a paper."""
        case, item = self._desk.case, row.item
        document = row.document.id if row.document else None

        def on_done(created: Created) -> None:
            if done is not None:
                done(created.id)

        self._desk.edits.do(lambda: note_state(case, item, document, state, reason), on_done, self._on_refused, self)

    def add(self, item: str, done: OnRecord) -> None:
        """Make another record of a paper, or with no ``item`` of one beside the list."""
        case = self._desk.case
        fields = {"item": item, "state": NOT_REQUESTED} if item else {"state": NOT_REQUESTED}
        self._desk.edits.do(
            lambda: records.create(case, Document, fields), lambda created: done(created.id), None, self
        )

    def link(self, row: PaperRow, ids: Sequence[str], done: OnRecord | None = None) -> None:
        """Link evidence of the case as scans of a paper."""
        case, item = self._desk.case, row.item
        document = row.document.id if row.document else None

        def on_done(created: Created) -> None:
            text = tr("%n scan(s) linked", n=len(ids))
            self._desk.messages.tell(text, tr("Undo"), self._desk.edits.undo, tone="ok")
            if done is not None:
                done(created.id)

        self._desk.edits.do(lambda: scans.link(case, item, document, ids), on_done, self._on_refused, self)

    def take_in(self, row: PaperRow, paths: list[Path], done: OnRecord | None = None) -> None:
        """Import files as papers and link all that are safe now, new ones and such as the case had already."""

        def on_done(result: ImportResult) -> None:
            ids = scans.linkable(result)
            if ids:
                self.link(row, ids, done)

        self.importing.import_paths(paths, title=tr("Importing papers"), done=on_done, as_papers=True)

    def _on_refused(self, error: BaseException) -> None:
        if isinstance(error, InputError):
            self._desk.messages.tell(words(error), tone="warn")
        else:
            self._desk.edits.failed.emit(error)
