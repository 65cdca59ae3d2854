"""The table of a calculation: what, how, as recorded, and what if; a figure in it is changed by hand with Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem
from PySide6.QtWidgets import QWidget

from surveyor_app.ui.calculation.reading_table import ReadingTable
from surveyor_app.ui.calculation.rows import FigureAt, Row
from surveyor_app.wording.translation import tr

AMOUNT_PX = 130
WHAT_PX = 300


class CalculationTable(ReadingTable):
    """Shows rows; says which one is read, and of which figure somebody wants another value."""

    said = Signal(str)
    """The detail of the row that is current now."""
    figure_wanted = Signal(object)
    """A :class:`FigureAt`: Enter or a double click on its row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, (WHAT_PX, 0, AMOUNT_PX, AMOUNT_PX))
        self._shown: Sequence[Row] = ()
        self.read.connect(self._on_read)
        self.doubleClicked.connect(lambda _index: self._ask())

    @property
    def current_figure(self) -> FigureAt | None:
        """Return the figure of the current row."""
        place = self.currentIndex().row()
        return self._shown[place].at if 0 <= place < len(self._shown) else None

    def show_calculation(self, rows: Sequence[Row], *, is_beside: bool) -> None:
        """Write the table anew; the column of the other calculation shows only where there is one."""
        self.setAccessibleName(tr("Calculation, line by line"))
        self._shown = rows
        titles = [tr("Line"), tr("Formula or source"), tr("As recorded"), tr("What if")]
        self.show_items(titles, [[_cell(text, row, place) for place, text in enumerate(_cells(row))] for row in rows])
        for column in (2, 3):
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            self.rows.horizontalHeaderItem(column).setTextAlignment(right)
        for number, row in enumerate(rows):
            if not row.how:  # a total as well: "in part" is not to be cut off beside an empty column
                self.setSpan(number, 0, 1, 2)
        self.setColumnHidden(3, not is_beside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._ask()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        if self.current_figure is not None:
            self.figure_wanted.emit(self.current_figure)

    def _on_read(self, place: int) -> None:
        row = self._shown[place] if 0 <= place < len(self._shown) else None
        self.said.emit("" if row is None else row.detail or row.what)


def _cell(text: str, row: Row, place: int) -> QStandardItem:
    cell = QStandardItem(text)
    cell.setToolTip(row.detail)
    if place > 1:
        cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    font = cell.font()
    font.setBold(row.is_head and place != 1)
    cell.setFont(font)
    return cell


def _cells(row: Row) -> tuple[str, str, str, str]:
    return row.what, row.how, row.value, row.other
