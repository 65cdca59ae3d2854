"""A table of records of one kind. Such lists are short (people, vehicles, marks), so one read brings all rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.kinds import R
from surveyor_app.ui.base import icons, theme
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.id_rows import IdRows
from surveyor_app.wording.translation import tr_marked

Index = QModelIndex | QPersistentModelIndex
ID_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: a marked heading, and what a record shows in it."""

    title: str
    text: Callable[[R], str]
    right: bool = False


class RecordTableModel(QAbstractTableModel, Generic[R]):
    """Shows records of ``record_class``, all or those ``accepts`` lets through, in their order."""

    def __init__(
        self,
        case: CaseFile,
        record_class: type[R],
        columns: Sequence[Column[R]],
        parent: QObject,
        accepts: Callable[[R], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._case = case
        self._class = record_class
        self._columns = columns
        self._accepts = accepts
        self._rows = IdRows(self, len(columns))
        self._cache: dict[str, R] = {}
        self.reload()

    # ------------------------------------------------------------------------------------------- own

    def reload(self) -> None:
        """Read the list again."""
        found = record_access.list_all(self._case, self._class)
        wanted: dict[str, R] = {record.id: record for record in found if self._accepts is None or self._accepts(record)}
        self._cache = self._cache | wanted  # rows about to leave are still asked for
        self._rows.update(list(wanted))
        self._cache = wanted
        self.touch_all()

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        if changes.touches(self._class.KIND):
            self.reload()

    def touch_all(self) -> None:
        """Have all rows painted again: texts changed with the language, or with records they refer to."""
        if len(self._rows):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._columns) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def id_at(self, row: int) -> str | None:
        """Return the id in a row."""
        return self._rows.ids[row] if 0 <= row < len(self._rows) else None

    def row_of(self, id_: str) -> int | None:
        """Return the row of an id."""
        return self._rows.place(id_)

    def record_at(self, row: int) -> R | None:
        """Return the record in a row."""
        id_ = self.id_at(row)
        return self._cache.get(id_) if id_ is not None else None

    # -------------------------------------------------------------------------------------------- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return tr_marked(self._columns[section].title)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(section)
        if orientation is Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return str(section + 1)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        if role == ID_ROLE:
            return self.id_at(index.row())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        record = self.record_at(index.row())
        if record is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._columns[index.column()].text(record)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0 and record.conflicts:
            return icons.icon("conflict", "warn")
        if role == Qt.ItemDataRole.ForegroundRole and record.withdrawn:
            return theme.colour("disabled")
        return None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self._columns[column].right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
