"""The base of flat tables over ids: headings, alignment and rows; what stands in a cell is the table's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from surveyor_app.ui.forms.id_rows import IdRows
from surveyor_app.wording.translation import tr_marked

Index = QModelIndex | QPersistentModelIndex
ID_ROLE = Qt.ItemDataRole.UserRole + 1
MEASURED_ROWS = 40
"""Rows that a column's width is taken from: Qt measures a thousand at each change, and asks for all cells of each."""


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of a column, marked for translation; numbers and amounts stand at the right."""

    title: str
    right: bool = False


class IdTable(QAbstractTableModel):
    """Rows by id under translated headings; subclasses bring ``rows`` up to date and answer ``data``."""

    def __init__(self, heads: Sequence[Head], parent: QObject) -> None:
        super().__init__(parent)
        self._heads = heads
        self.rows = IdRows(self, len(heads))

    def touch_all(self) -> None:
        """Have everything painted again: the language changed, or what the texts are made from."""
        self.touch_rows(0, len(self.rows) - 1)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._heads) - 1)

    def touch_rows(self, first: int, last: int) -> None:
        """Have rows painted again."""
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._heads) - 1))

    def id_at(self, row: int) -> str | None:
        """Return the id in a row."""
        return self.rows.ids[row] if 0 <= row < len(self.rows) else None

    def row_of(self, id_: str) -> int | None:
        """Return the row of an id."""
        return self.rows.place(id_)

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """Return how a column is aligned."""
        side = Qt.AlignmentFlag.AlignRight if self._heads[column].right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._heads):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr_marked(self._heads[section].title)
        return self.alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None
