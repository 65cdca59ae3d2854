"""The table of a calculation: what, how, as recorded, and what if; nothing in it is edited."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from surveyor_app.ui.calculation.rows import Row
from surveyor_app.wording.translation import tr

ROW_PX = 32
AMOUNT_PX = 130
WHAT_PX = 300


class CalculationTable(QTableView):
    """Shows rows; says which one is read."""

    read = Signal(str)
    """The detail of the row that is current now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._details: list[str] = []
        self.rows = QStandardItemModel(0, 4, self)
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
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(0, WHAT_PX)
        for column in (2, 3):
            header.resizeSection(column, AMOUNT_PX)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)

    def show_rows(self, rows: Sequence[Row], *, is_beside: bool) -> None:
        """Write the table anew; the column of the other calculation shows only where there is one."""
        current = self.currentIndex().row()
        self.setAccessibleName(tr("Calculation, line by line"))
        self.rows.setRowCount(0)
        titles = [tr("Line"), tr("Formula or source"), tr("As recorded"), tr("What if")]
        self.rows.setHorizontalHeaderLabels(titles)
        self._details = [row.detail or row.what for row in rows]
        self.clearSpans()
        for number, row in enumerate(rows):
            self.rows.appendRow([self._cell(text, row, place) for place, text in enumerate(_cells(row))])
            if not row.how and not row.value:
                self.setSpan(number, 0, 1, 2)
        self.setColumnHidden(3, not is_beside)
        if rows:
            self.setCurrentIndex(self.rows.index(min(max(current, 0), len(rows) - 1), 0))

    def _cell(self, text: str, row: Row, place: int) -> QStandardItem:
        cell = QStandardItem(text)
        cell.setToolTip(row.detail)
        if place > 1:
            cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        font = cell.font()
        font.setBold(row.is_head and place != 1)
        cell.setFont(font)
        return cell

    def _on_current_changed(self) -> None:
        place = self.currentIndex().row()
        self.read.emit(self._details[place] if 0 <= place < len(self._details) else "")


def _cells(row: Row) -> tuple[str, str, str, str]:
    return row.what, row.how, row.value, row.other
