"""A table view of records that keeps its selection, fits its columns and offers a menu."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from surveyor_app.domain.kinds import R
from surveyor_app.ui.forms.record_table import RecordTableModel

ROW_PX = 40
SEEN_ROWS = 0
"""For Qt: the rows that are seen, and no others."""


class ShowsRecord(Protocol):
    """What stands beside a list and shows its current record."""

    @property
    def record_id(self) -> str | None: ...
    def reload(self) -> None:
        """Read the record again."""


class RecordList(QTableView):
    """Rows of records; one is current, several may be selected."""

    current_changed = Signal(str)
    """The id of the current record, empty for none."""
    menu_wanted = Signal(QPoint)

    def __init__(
        self, model: RecordTableModel[R], stretch: int = 0, *, headers: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.records: RecordTableModel[R] = model
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.horizontalHeader()
        header.setVisible(headers)
        header.setHighlightSections(False)
        # Columns are as wide as what is seen asks for: to look at hundreds of rows at every change would be felt.
        header.setResizeContentsPrecision(SEEN_ROWS)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu_wanted.emit(self.viewport().mapToGlobal(at)))
        self.selectionModel().currentRowChanged.connect(lambda now, _old: self._tell(now.row()))
        model.rowsRemoved.connect(self._on_rows_removed)

    def sizeHintForColumn(self, column: int) -> int:
        # Of a list that is not shown Qt measures every cell, whatever the precision, and again at each change: half a second
        # for some hundred rows before anybody looks. The columns fit themselves once it is shown.
        return super().sizeHintForColumn(column) if self.isVisible() else -1

    def current_id(self) -> str:
        """Return the id of the current record, empty for none."""
        return self.records.id_at(self.currentIndex().row()) or ""

    def selected_ids(self) -> list[str]:
        """Return the selected ids in the order shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [id_ for row in rows if (id_ := self.records.id_at(row))]

    def select(self, id_: str) -> None:
        """Make a record current and bring it into view."""
        row = self.records.row_of(id_)
        if row is None:
            return
        index = self.records.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def reload(self, shown: ShowsRecord) -> bool:
        """Read the list and what shows its current record again; tell whether that is the record shown before."""
        before = shown.record_id
        self.records.reload()
        self.select_first()
        if shown.record_id != before:
            return False
        shown.reload()
        return True

    def has_lost(self, record_id: str | None) -> bool:
        """Have some record current, and tell whether one that is shown is not in the list any more."""
        self.select_first()
        return bool(record_id) and self.records.row_of(record_id or "") is None

    def select_first(self) -> None:
        """Make the first record current when none is."""
        if not self.current_id() and (first := self.records.id_at(0)):
            self.select(first)

    def _tell(self, row: int) -> None:
        self.current_changed.emit(self.records.id_at(row) or "")

    def _on_rows_removed(self) -> None:
        if not self.records.rowCount():
            self.current_changed.emit("")
