"""A table that is only read: its rows, and which of them is the current one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

ROW_PX = 32


class ReadingTable(QTableView):
    """Columns of ``widths``; the one of width 0 takes what is left."""

    read = Signal(int)
    """The number of the row that is current now, -1 for none."""

    def __init__(self, parent: QWidget, widths: Sequence[int]) -> None:
        super().__init__(parent)
        self.rows = QStandardItemModel(0, len(widths), self)
        self.setModel(self.rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(widths):
            if width:
                header.resizeSection(column, width)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(lambda: self.read.emit(self.currentIndex().row()))

    def show_rows(self, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Write the table anew from texts."""
        self.show_items(titles, [[_item(text) for text in row] for row in rows])

    def show_items(self, titles: Sequence[str], rows: Sequence[Sequence[QStandardItem]]) -> None:
        """Write the table anew; the same row stays the current one, the first where there was none."""
        current = self.currentIndex().row()
        self.clearSpans()
        self.rows.setRowCount(0)
        self.rows.setHorizontalHeaderLabels(list(titles))
        for row in rows:
            self.rows.appendRow(list(row))
        if rows:
            self.setCurrentIndex(self.rows.index(min(max(current, 0), len(rows) - 1), 0))
        else:
            self.read.emit(-1)


def _item(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setToolTip(text)
    return item
