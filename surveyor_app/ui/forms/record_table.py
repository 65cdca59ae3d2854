"""A table of records of one kind. Such lists are short (people, vehicles, marks), so one read brings all rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic

from PySide6.QtCore import QObject, Qt

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.kinds import R
from surveyor_app.ui.base import icons, theme
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.id_table import ID_ROLE, Head, IdTable, Index


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: a marked heading, and what a record shows in it."""

    title: str
    text: Callable[[R], str]
    right: bool = False


class RecordTableModel(IdTable, Generic[R]):
    """Shows records of ``record_class``, all or those ``accepts`` lets through, in their order."""

    def __init__(
        self,
        case: CaseFile,
        record_class: type[R],
        columns: Sequence[Column[R]],
        parent: QObject,
        accepts: Callable[[R], bool] | None = None,
    ) -> None:
        super().__init__([Head(column.title, column.right) for column in columns], parent)
        self._case = case
        self._class = record_class
        self._columns = columns
        self._accepts = accepts
        self._cache: dict[str, R] = {}
        self.reload()

    # ------------------------------------------------------------------------------------------- own

    def reload(self) -> None:
        """Read the list again."""
        found = record_access.list_all(self._case, self._class)
        wanted: dict[str, R] = {record.id: record for record in found if self._accepts is None or self._accepts(record)}
        self._cache = self._cache | wanted  # rows about to leave are still asked for
        self.rows.update(list(wanted))
        self._cache = wanted
        self.touch_all()

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        if changes.touches(self._class.KIND):
            self.reload()

    def record_at(self, row: int) -> R | None:
        """Return the record in a row."""
        id_ = self.id_at(row)
        return self._cache.get(id_) if id_ is not None else None

    # -------------------------------------------------------------------------------------------- Qt

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return str(section + 1)
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        if role == ID_ROLE:
            return self.id_at(index.row())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
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
