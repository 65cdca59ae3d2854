"""The view of the checklist: one row is current, arrows move, Enter opens the details, files and photos are dropped on rows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from surveyor_app.ui.documents.paper_table import NAME, WHEN, PaperRow, PaperTable
from surveyor_app.ui.photos.evidence_model import DRAGGED, dragged_ids

ROW_PX = 36
WHEN_FROM_PX = 760
"""From this width on there is room to say when a paper is needed; the details say it always."""


class PaperList(QTableView):
    """Shows the table; what is dropped names the row it was dropped on."""

    current_changed = Signal()
    opened = Signal()
    """Enter or a double click on the current row."""
    menu_wanted = Signal(QPoint)
    evidence_dropped = Signal(str, list)
    files_dropped = Signal(str, list)

    def __init__(self, table: PaperTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.setModel(table)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu_wanted.emit(self.viewport().mapToGlobal(at)))
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.current_changed.emit())
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def current(self) -> PaperRow | None:
        """Return what stands in the current row."""
        return self.table.row_at(self.currentIndex().row())

    def select(self, id_: str) -> None:
        """Make a row current and bring it into view."""
        row = self.table.row_of(id_)
        if row is not None:
            index = self.table.index(row, 0)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)

    def select_first(self) -> None:
        """Make the first row current when none is."""
        if self.current() is None and (first := self.table.id_at(0)):
            self.select(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt's event, passed on
        self.setColumnHidden(WHEN, self.width() < WHEN_FROM_PX)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _is_taken(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        at = self.indexAt(event.position().toPoint())
        if not _is_taken(event) or not at.isValid():
            event.ignore()
            return
        self.setCurrentIndex(at)
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        row = self.table.id_at(self.indexAt(event.position().toPoint()).row())
        if row is None:
            event.ignore()
            return
        ids, urls = dragged_ids(event.mimeData()), event.mimeData().urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if ids:
            self.evidence_dropped.emit(row, ids)
        elif paths:
            self.files_dropped.emit(row, paths)


def _is_taken(event: QDropEvent) -> bool:
    return event.mimeData().hasFormat(DRAGGED) or event.mimeData().hasUrls()
